#pragma once

#include "gui/desktop/globalshortcut.h"

#include <QDBusConnection>
#include <QVariantMap>

#include <functional>

namespace desk {

class PortalGlobalShortcuts;

// org.freedesktop.portal.GlobalShortcuts: the desktop asks the person for the keys and remembers them for this program. Never waits for
// the desktop. What was bound once is bound again at the next start without a question, when `wasBound` says so.
class PortalShortcut final : public GlobalShortcut
{
    Q_OBJECT
public:
    // id: of the shortcut, for the desktop; text: what it does, for people.
    PortalShortcut(const QDBusConnection &bus, QString id, QString text, QObject *parent = nullptr);

    void start(bool wasBound); // finds out whether the desktop has the portal
    void bind() override;

private:
    using Answer = std::function<void(bool granted, const QVariantMap &results)>;

    void createSession();
    void bindIn(const QString &session);
    void list(const QString &session);
    void takeShortcuts(const QVariantMap &results);
    // The portal answers on an object whose path is known before the call, so that no answer is missed.
    void call(const QString &method, const std::function<QVariantList(const QString &token)> &arguments, const Answer &answer);

    QDBusConnection m_bus;
    PortalGlobalShortcuts *m_portal = nullptr; // null: there is no bus
    QString m_id;
    QString m_text;
    QString m_session;
    bool m_restoring = false; // the person did not ask for it just now: no window of the desktop must come
};

} // namespace desk
