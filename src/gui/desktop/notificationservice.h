#pragma once

#include <QDBusAbstractInterface>

namespace desk {

// The remote object, for its signals: QtDBus finds them by these names.
class NotificationService final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    explicit NotificationService(const QDBusConnection &bus, QObject *parent = nullptr)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
                                 "org.freedesktop.Notifications", bus, parent)
    {
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
    void NotificationReplied(uint id, const QString &text); // where "inline-reply" is among the capabilities
};

} // namespace desk
