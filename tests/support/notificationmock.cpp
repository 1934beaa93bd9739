#include "support/notificationmock.h"

#include <QDBusArgument>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

const QString path = u"/org/freedesktop/Notifications"_s;
const QString name = u"org.freedesktop.Notifications"_s;

} // namespace

NotificationMock::NotificationMock(const QString &busAddress, const QStringList &capabilities)
    : m_bus(QDBusConnection::connectToBus(busAddress, QUuid::createUuid().toString()))
    , m_capabilities(capabilities)
{
    m_isThere = m_bus.registerVirtualObject(path, this) && m_bus.registerService(name);
}

NotificationMock::~NotificationMock()
{
    QDBusConnection::disconnectFromBus(m_bus.name());
}

QString NotificationMock::introspect(const QString &) const
{
    return {};
}

bool NotificationMock::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    const QString member = message.member();
    if (member == "GetCapabilities"_L1) {
        connection.send(message.createReply(m_capabilities));
    } else if (member == "Notify"_L1 && m_refusing) {
        connection.send(message.createErrorReply(QDBusError::LimitsExceeded, u"too many"_s));
    } else if (member == "Notify"_L1 && m_holding) {
        m_held.append(message);
    } else if (member == "Notify"_L1) {
        notify(message);
    } else if (member == "CloseNotification"_L1) {
        const quint32 id = message.arguments().value(0).toUInt();
        m_closed.append(id);
        connection.send(message.createReply());
        signal(u"NotificationClosed"_s, {id, 3U});
    } else {
        return false;
    }
    return true;
}

void NotificationMock::notify(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    Shown shown;
    shown.replaces = arguments.value(1).toUInt();
    shown.id = shown.replaces != 0 ? shown.replaces : ++m_lastId;
    shown.title = arguments.value(3).toString();
    shown.text = arguments.value(4).toString();
    shown.actions = arguments.value(5).toStringList();
    shown.hints = qdbus_cast<QVariantMap>(arguments.value(6));
    m_shown.append(shown);
    m_bus.send(message.createReply(shown.id));
}

void NotificationMock::setHolding(bool on)
{
    m_holding = on;
    if (on)
        return;
    for (const QDBusMessage &message : std::exchange(m_held, {}))
        notify(message);
}

void NotificationMock::invoke(quint32 id, const QString &action)
{
    signal(u"ActionInvoked"_s, {id, action});
}

void NotificationMock::reply(quint32 id, const QString &text)
{
    signal(u"NotificationReplied"_s, {id, text});
}

void NotificationMock::signal(const QString &member, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createSignal(path, name, member);
    message.setArguments(arguments);
    m_bus.send(message);
}

} // namespace desk::test
