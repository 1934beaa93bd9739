#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QSet>

namespace desk::test {

// A Secret Service that behaves as no test can make a real one behave. It stores nothing.
class SecretServiceMock : public QDBusVirtualObject
{
    Q_OBJECT
public:
    enum class Mode {
        Silent,        // takes every call and never answers
        Locked,        // its collection is locked; the person unlocks it when asked
        LockedForGood, // the person closes the prompt
        Denies,        // refuses every call
        Empty          // has no default collection
    };

    // name: on the bus; another one plays another keychain, of which Silent is all it can do.
    SecretServiceMock(const QString &busAddress, Mode mode, const QString &name = QStringLiteral("org.freedesktop.secrets"));
    ~SecretServiceMock() override;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] int prompts() const { return m_prompts; }

    [[nodiscard]] QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    void answer(const QDBusMessage &message, const QDBusConnection &connection);

    QDBusConnection m_bus;
    Mode m_mode;
    bool m_isThere = false;
    bool m_locked;
    int m_calls = 0;
    int m_prompts = 0;
};

} // namespace desk::test
