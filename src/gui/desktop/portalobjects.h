#pragma once

#include <QDBusAbstractInterface>
#include <QDBusObjectPath>
#include <QVariantMap>

namespace desk {

// The two remote objects of a portal, for their signals: QtDBus finds them by these names.
class PortalRequest final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    PortalRequest(const QDBusConnection &bus, const QString &path, QObject *parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.portal.Desktop"), path, "org.freedesktop.portal.Request", bus, parent)
    {
    }

Q_SIGNALS:
    void Response(uint response, const QVariantMap &results);
};

class PortalGlobalShortcuts final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    PortalGlobalShortcuts(const QDBusConnection &bus, QObject *parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
                                 "org.freedesktop.portal.GlobalShortcuts", bus, parent)
    {
    }

Q_SIGNALS:
    void Activated(const QDBusObjectPath &session, const QString &id, qulonglong timestamp, const QVariantMap &options);
};

} // namespace desk
