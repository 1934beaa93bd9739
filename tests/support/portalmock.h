#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QStringList>

namespace desk::test {

// The GlobalShortcuts and Screenshot portals of a desktop, with a person behind them.
class PortalMock : public QDBusVirtualObject
{
    Q_OBJECT
public:
    enum class Person { Agrees, Declines };

    PortalMock(const QString &busAddress, Person person);
    ~PortalMock() override;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] const QStringList &calls() const { return m_calls; } // their names, in order
    void remember() { m_known = true; }                                // as if it was bound in an earlier session
    void press();
    void setPicture(const QString &uri) { m_picture = uri; } // what a screenshot gives
    [[nodiscard]] const QVariantMap &screenshotOptions() const { return m_screenshotOptions; }

    [[nodiscard]] QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    void respond(const QDBusMessage &message, const QVariantMap &options, uint response, const QVariantMap &results);
    [[nodiscard]] QVariantMap shortcuts() const;

    QDBusConnection m_bus;
    Person m_person;
    QStringList m_calls;
    QString m_session;
    QString m_picture;
    QVariantMap m_screenshotOptions;
    bool m_isThere = false;
    bool m_known = false;
};

} // namespace desk::test
