#include "support/portalmock.h"

#include "gui/desktop/portaltypes.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

const QString desktopPath = u"/org/freedesktop/portal/desktop"_s;
const QString portal = u"org.freedesktop.portal.GlobalShortcuts"_s;
const QString screenshots = u"org.freedesktop.portal.Screenshot"_s;

} // namespace

PortalMock::PortalMock(const QString &busAddress, Person person)
    : m_bus(QDBusConnection::connectToBus(busAddress, QUuid::createUuid().toString()))
    , m_person(person)
{
    qDBusRegisterMetaType<PortalShortcutEntry>();
    qDBusRegisterMetaType<QList<PortalShortcutEntry>>();
    m_isThere = m_bus.registerVirtualObject(desktopPath, this, QDBusConnection::SubPath) &&
                m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
}

PortalMock::~PortalMock()
{
    QDBusConnection::disconnectFromBus(m_bus.name());
}

QString PortalMock::introspect(const QString &) const
{
    return {};
}

bool PortalMock::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    const QString member = message.member();
    const QVariantList arguments = message.arguments();
    if (member == "Get"_L1) {
        connection.send(message.createReply(QVariant::fromValue(QDBusVariant(1U))));
        return true;
    }
    if (message.interface() != portal && message.interface() != screenshots)
        return false;
    m_calls.append(member);
    const QVariantMap options = qdbus_cast<QVariantMap>(arguments.constLast());
    if (member == "Screenshot"_L1) {
        m_screenshotOptions = options;
        const bool agrees = m_person == Person::Agrees;
        respond(message, options, agrees ? 0 : 1, agrees ? QVariantMap{{u"uri"_s, m_picture}} : QVariantMap());
        return true;
    }
    if (member == "CreateSession"_L1) {
        m_session = desktopPath + u"/session/x/"_s + options.value(u"session_handle_token"_s).toString();
        respond(message, options, 0, {{u"session_handle"_s, m_session}});
    } else if (member == "ListShortcuts"_L1) {
        respond(message, options, 0, m_known ? shortcuts() : QVariantMap());
    } else if (member == "BindShortcuts"_L1) {
        const bool agrees = m_person == Person::Agrees && arguments.constFirst().value<QDBusObjectPath>().path() == m_session;
        m_known = agrees;
        respond(message, options, agrees ? 0 : 1, agrees ? shortcuts() : QVariantMap());
    }
    return true;
}

QVariantMap PortalMock::shortcuts() const
{
    const QList<PortalShortcutEntry> entries{{u"quick-ask"_s, {{u"trigger_description"_s, u"Ctrl+Super+A"_s}}}};
    return {{u"shortcuts"_s, QVariant::fromValue(entries)}};
}

void PortalMock::respond(const QDBusMessage &message, const QVariantMap &options, uint response, const QVariantMap &results)
{
    const QString sender = message.service().mid(1).replace(u'.', u'_');
    const QString request = desktopPath + u"/request/%1/%2"_s.arg(sender, options.value(u"handle_token"_s).toString());
    m_bus.send(message.createReply(QVariant::fromValue(QDBusObjectPath(request))));
    QDBusMessage signal = QDBusMessage::createSignal(request, u"org.freedesktop.portal.Request"_s, u"Response"_s);
    signal.setArguments({response, results});
    m_bus.send(signal);
}

void PortalMock::press()
{
    QDBusMessage signal = QDBusMessage::createSignal(desktopPath, portal, u"Activated"_s);
    signal.setArguments({QVariant::fromValue(QDBusObjectPath(m_session)), u"quick-ask"_s, qulonglong(1), QVariantMap()});
    m_bus.send(signal);
}

} // namespace desk::test
