#include "support/secretservicemock.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

const QDBusObjectPath nothing(u"/"_s);
const QDBusObjectPath collection(u"/org/freedesktop/secrets/collection/login"_s);
const QDBusObjectPath prompt(u"/org/freedesktop/secrets/prompt/p1"_s);

} // namespace

SecretServiceMock::SecretServiceMock(const QString &busAddress, Mode mode, const QString &name)
    : m_bus(QDBusConnection::connectToBus(busAddress, QUuid::createUuid().toString()))
    , m_mode(mode)
    , m_locked(mode == Mode::Locked || mode == Mode::LockedForGood)
{
    m_isThere = m_bus.registerVirtualObject(u"/"_s, this, QDBusConnection::SubPath) && m_bus.registerService(name);
}

SecretServiceMock::~SecretServiceMock()
{
    QDBusConnection::disconnectFromBus(m_bus.name());
}

QString SecretServiceMock::introspect(const QString &) const
{
    return {};
}

bool SecretServiceMock::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    ++m_calls;
    if (m_mode == Mode::Silent)
        return true;
    if (m_mode == Mode::Denies)
        connection.send(message.createErrorReply(QDBusError::AccessDenied, u"not for you"_s));
    else
        answer(message, connection);
    return true;
}

void SecretServiceMock::answer(const QDBusMessage &message, const QDBusConnection &connection)
{
    const QString member = message.member();
    if (member == "ReadAlias"_L1) {
        connection.send(message.createReply(QVariant::fromValue(m_mode == Mode::Empty ? nothing : collection)));
    } else if (member == "Get"_L1) {
        connection.send(message.createReply(QVariant::fromValue(QDBusVariant(m_locked))));
    } else if (member == "Unlock"_L1) {
        const QVariant none = QVariant::fromValue(QList<QDBusObjectPath>());
        connection.send(message.createReply({none, QVariant::fromValue(m_locked ? prompt : nothing)}));
    } else if (member == "Prompt"_L1) {
        ++m_prompts;
        const bool dismissed = m_mode == Mode::LockedForGood;
        m_locked = dismissed;
        connection.send(message.createReply());
        QDBusMessage completed = QDBusMessage::createSignal(message.path(), u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
        completed << dismissed << QVariant::fromValue(QDBusVariant(QString()));
        connection.send(completed);
    } else {
        connection.send(message.createErrorReply(QDBusError::NotSupported, member));
    }
}

} // namespace desk::test
