#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QStringList>

namespace desk::test {

// A notification service on a bus of the test's, that remembers what it was asked to show and does what a person would.
class NotificationMock : public QDBusVirtualObject
{
    Q_OBJECT
public:
    struct Shown {
        quint32 id = 0;
        quint32 replaces = 0;
        QString title;
        QString text;
        QStringList actions; // key, label, key, label, …
        QVariantMap hints;
    };

    NotificationMock(const QString &busAddress, const QStringList &capabilities);
    ~NotificationMock() override;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] const QList<Shown> &shown() const { return m_shown; }
    [[nodiscard]] const QList<quint32> &closed() const { return m_closed; }
    [[nodiscard]] int held() const { return static_cast<int>(m_held.size()); }
    void setHolding(bool on); // Notify is answered when it ends
    void setRefusing(bool on) { m_refusing = on; }

    void invoke(quint32 id, const QString &action);
    void reply(quint32 id, const QString &text);

    [[nodiscard]] QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    void notify(const QDBusMessage &message);
    void signal(const QString &name, const QVariantList &arguments);

    QDBusConnection m_bus;
    QStringList m_capabilities;
    QList<Shown> m_shown;
    QList<quint32> m_closed;
    QList<QDBusMessage> m_held;
    quint32 m_lastId = 0;
    bool m_isThere = false;
    bool m_holding = false;
    bool m_refusing = false;
};

} // namespace desk::test
