#include "gui/desktop/portalshortcut.h"

#include "domain/log.h"
#include "gui/desktop/portalobjects.h"
#include "gui/desktop/portaltypes.h"

#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString portalInterface = u"org.freedesktop.portal.GlobalShortcuts"_s;

QString newToken()
{
    return u"agentdesk_"_s + QUuid::createUuid().toString(QUuid::Id128);
}

// The session's path comes as a string from some portals and as a path from others.
QString sessionOf(const QVariantMap &results)
{
    const QVariant handle = results.value(u"session_handle"_s);
    return handle.canConvert<QDBusObjectPath>() ? handle.value<QDBusObjectPath>().path() : handle.toString();
}

} // namespace

PortalShortcut::PortalShortcut(const QDBusConnection &bus, QString id, QString text, QObject *parent)
    : GlobalShortcut(parent)
    , m_bus(bus)
    , m_id(std::move(id))
    , m_text(std::move(text))
{
    qDBusRegisterMetaType<PortalShortcutEntry>();
    qDBusRegisterMetaType<QList<PortalShortcutEntry>>();
    if (!m_bus.isConnected())
        return;
    m_portal = new PortalGlobalShortcuts(m_bus, this);
    connect(m_portal, &PortalGlobalShortcuts::Activated, this, [this](const QDBusObjectPath &session, const QString &shortcut) {
        if (session.path() == m_session && shortcut == m_id)
            Q_EMIT activated();
    });
}

void PortalShortcut::start(bool wasBound)
{
    if (!m_portal || !m_bus.isConnected())
        return;
    QDBusMessage question =
        QDBusMessage::createMethodCall(m_portal->service(), m_portal->path(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << portalInterface << u"version"_s;
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call, wasBound] {
        call->deleteLater();
        if (call->isError())
            return; // no such desktop: the settings say how to do without
        setState(State::Unbound);
        m_restoring = wasBound;
        if (wasBound)
            createSession();
    });
}

void PortalShortcut::bind()
{
    if (state() == State::Unavailable || state() == State::Asking || !m_bus.isConnected())
        return;
    m_restoring = false;
    setState(State::Asking);
    if (m_session.isEmpty())
        createSession();
    else
        bindIn(m_session);
}

void PortalShortcut::call(const QString &method, const std::function<QVariantList(const QString &)> &arguments, const Answer &answer)
{
    const QString token = newToken();
    const QString sender = m_bus.baseService().mid(1).replace(u'.', u'_');
    auto *request = new PortalRequest(m_bus, u"/org/freedesktop/portal/desktop/request/%1/%2"_s.arg(sender, token), this);
    connect(request, &PortalRequest::Response, this, [request, answer](uint response, const QVariantMap &results) {
        request->deleteLater();
        answer(response == 0, results);
    });
    auto *pending = new QDBusPendingCallWatcher(m_portal->asyncCallWithArgumentList(method, arguments(token)), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this, [pending, request, answer, method] {
        pending->deleteLater();
        if (!pending->isError())
            return; // the answer comes as a signal
        qCInfo(logGui) << "the desktop refused" << method << pending->error().name();
        request->deleteLater();
        answer(false, {});
    });
}

void PortalShortcut::createSession()
{
    call(
        u"CreateSession"_s,
        [](const QString &token) {
            return QVariantList{QVariantMap{{u"handle_token"_s, token}, {u"session_handle_token"_s, newToken()}}};
        },
        [this](bool granted, const QVariantMap &results) {
            m_session = granted ? sessionOf(results) : QString();
            if (m_session.isEmpty())
                setState(State::Unbound);
            else if (m_restoring)
                list(m_session);
            else
                bindIn(m_session);
        });
}

// Binding what the desktop knows already asks nobody; what it has forgotten is not asked for unless the person wishes it.
void PortalShortcut::list(const QString &session)
{
    call(
        u"ListShortcuts"_s,
        [session](const QString &token) {
            return QVariantList{QVariant::fromValue(QDBusObjectPath(session)), QVariantMap{{u"handle_token"_s, token}}};
        },
        [this, session](bool granted, const QVariantMap &results) {
            const auto known = qdbus_cast<QList<PortalShortcutEntry>>(results.value(u"shortcuts"_s));
            if (granted && !known.isEmpty())
                bindIn(session);
        });
}

void PortalShortcut::bindIn(const QString &session)
{
    const QList<PortalShortcutEntry> wanted{{m_id, {{u"description"_s, m_text}, {u"preferred_trigger"_s, u"CTRL+LOGO+a"_s}}}};
    call(
        u"BindShortcuts"_s,
        [session, wanted](const QString &token) {
            return QVariantList{QVariant::fromValue(QDBusObjectPath(session)), QVariant::fromValue(wanted), QString(),
                                QVariantMap{{u"handle_token"_s, token}}};
        },
        [this](bool granted, const QVariantMap &results) {
            if (granted)
                takeShortcuts(results);
            else
                setState(State::Unbound);
        });
}

void PortalShortcut::takeShortcuts(const QVariantMap &results)
{
    const auto bound = qdbus_cast<QList<PortalShortcutEntry>>(results.value(u"shortcuts"_s));
    for (const PortalShortcutEntry &entry : bound) {
        if (entry.id != m_id)
            continue;
        setState(State::Bound, entry.properties.value(u"trigger_description"_s).toString());
        return;
    }
    setState(State::Unbound);
}

} // namespace desk
