#include "auth/keychain/secretservice.h"

#include <utility>

#ifdef Q_OS_LINUX
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QTimer>
#include <QUuid>
#endif

using namespace Qt::StringLiterals;

namespace desk {

#ifdef Q_OS_LINUX

namespace {

const QString serviceName = u"org.freedesktop.secrets"_s;
const QString servicePath = u"/org/freedesktop/secrets"_s;
const QString serviceInterface = u"org.freedesktop.Secret.Service"_s;
const QString noObject = u"/"_s;

SecretState stateOf(const QDBusMessage &reply)
{
    const QString name = reply.errorName();
    if (name == "org.freedesktop.DBus.Error.ServiceUnknown"_L1 || name == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1 ||
        name.startsWith("org.freedesktop.DBus.Error.Spawn"_L1))
        return SecretState::Absent;
    if (name == "org.freedesktop.DBus.Error.NoReply"_L1 || name == "org.freedesktop.DBus.Error.Timeout"_L1 ||
        name == "org.freedesktop.DBus.Error.TimedOut"_L1)
        return SecretState::TimedOut;
    if (name == "org.freedesktop.DBus.Error.AccessDenied"_L1)
        return SecretState::Denied;
    return SecretState::Broken;
}

} // namespace

SecretService::SecretService(QObject *parent)
    : QObject(parent)
{
}

SecretService::~SecretService()
{
    if (m_bus)
        QDBusConnection::disconnectFromBus(m_bus->name());
}

// QtKeychain 0.13 takes KWallet on Plasma 4 and 5 where that runs, which has questions and states of its own. It does not know Plasma 6,
// and takes the Secret Service there as everywhere else.
bool SecretService::isUsed()
{
    const QString version = qEnvironmentVariable("KDE_SESSION_VERSION");
    const bool isKde = qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':').contains(u"KDE"_s, Qt::CaseInsensitive);
    if (!isKde || (version != "4"_L1 && version != "5"_L1) || !connectToBus())
        return true;
    const QDBusReply<QStringList> names = m_bus->call(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                                                     u"org.freedesktop.DBus"_s, u"ListActivatableNames"_s),
                                                      QDBus::Block, answerMs);
    return !names.value().contains(walletName()) && !m_bus->interface()->isServiceRegistered(walletName());
}

// QtKeychain gives KWallet half a second to answer, and takes another keychain for the rest of the process when it does not, where nobody's
// entries are. So it is asked first, with more patience.
SecretState SecretService::stateOfWallet(QString *detail)
{
    const QString name = walletName();
    const QDBusMessage reply =
        m_bus->call(QDBusMessage::createMethodCall(name, u"/modules/"_s + name.section(u'.', -1), u"org.kde.KWallet"_s, u"networkWallet"_s),
                    QDBus::Block, answerMs);
    if (reply.type() == QDBusMessage::ReplyMessage)
        return SecretState::Available;
    *detail = reply.errorMessage();
    return stateOf(reply);
}

QString SecretService::walletName()
{
    return qEnvironmentVariable("KDE_SESSION_VERSION") == "4"_L1 ? u"org.kde.kwalletd"_s : u"org.kde.kwalletd5"_s;
}

QString SecretService::backend()
{
    return isUsed() ? u"secret-service"_s : u"kwallet"_s;
}

bool SecretService::connectToBus()
{
    if (m_bus && m_bus->isConnected())
        return true;
    if (m_bus)
        QDBusConnection::disconnectFromBus(m_bus->name());
    const QString name = u"desk-secrets-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"); // libdbus would remember the first one it met
    m_bus = std::make_unique<QDBusConnection>(address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)
                                                                : QDBusConnection::connectToBus(address, name));
    return m_bus->isConnected();
}

QString SecretService::defaultCollection(SecretState *state, QString *detail)
{
    if (!connectToBus()) {
        *state = SecretState::Absent;
        *detail = u"no session bus"_s;
        return {};
    }
    QDBusMessage call = QDBusMessage::createMethodCall(serviceName, servicePath, serviceInterface, u"ReadAlias"_s);
    call << u"default"_s;
    const QDBusMessage reply = m_bus->call(call, QDBus::Block, answerMs);
    if (reply.type() != QDBusMessage::ReplyMessage) {
        *state = stateOf(reply);
        *detail = reply.errorMessage();
        return {};
    }
    const QString path = reply.arguments().value(0).value<QDBusObjectPath>().path();
    if (path.isEmpty() || path == noObject) {
        *state = SecretState::Absent;
        *detail = u"the Secret Service has no default collection"_s;
        return {};
    }
    return path;
}

SecretState SecretService::state(QString *detail)
{
    QString ignored;
    if (!detail)
        detail = &ignored;
    if (!isUsed())
        return stateOfWallet(detail);
    SecretState state = SecretState::Available;
    const QString collection = defaultCollection(&state, detail);
    if (collection.isEmpty())
        return state;
    QDBusMessage call = QDBusMessage::createMethodCall(serviceName, collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    const QDBusMessage reply = m_bus->call(call, QDBus::Block, answerMs);
    if (reply.type() != QDBusMessage::ReplyMessage) {
        *detail = reply.errorMessage();
        return stateOf(reply);
    }
    return reply.arguments().value(0).value<QDBusVariant>().variant().toBool() ? SecretState::Locked : SecretState::Available;
}

void SecretService::unlock(std::function<void(SecretState, const QString &)> done)
{
    QString detail;
    SecretState state = isUsed() ? SecretState::Broken : SecretState::Available;
    const QString collection = isUsed() ? defaultCollection(&state, &detail) : QString();
    if (collection.isEmpty())
        return done(state, detail);
    QDBusMessage call = QDBusMessage::createMethodCall(serviceName, servicePath, serviceInterface, u"Unlock"_s);
    call << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(collection)});
    const QDBusMessage reply = m_bus->call(call, QDBus::Block, answerMs);
    if (reply.type() != QDBusMessage::ReplyMessage)
        return done(stateOf(reply), reply.errorMessage());
    const QString prompt = reply.arguments().value(1).value<QDBusObjectPath>().path();
    if (prompt.isEmpty() || prompt == noObject)
        return done(this->state(&detail), detail);
    m_unlocked = std::move(done);
    m_prompt = prompt;
    // Whoever shows the prompt may end, or never say that it is over: nothing else gets through to the keychain meanwhile.
    m_watcher = std::make_unique<QDBusServiceWatcher>(serviceName, *m_bus, QDBusServiceWatcher::WatchForUnregistration);
    connect(m_watcher.get(), &QDBusServiceWatcher::serviceUnregistered, this, &SecretService::giveUpPrompt);
    m_promptTimer = std::make_unique<QTimer>();
    m_promptTimer->setSingleShot(true);
    connect(m_promptTimer.get(), &QTimer::timeout, this, &SecretService::giveUpPrompt);
    m_promptTimer->start(promptMs);
    const QString interface = u"org.freedesktop.Secret.Prompt"_s;
    // The second argument, what was unlocked, is not looked at: the state is asked anew.
    m_bus->connect(serviceName, prompt, interface, u"Completed"_s, this, SLOT(onPromptCompleted(bool)));
    QDBusMessage show = QDBusMessage::createMethodCall(serviceName, prompt, interface, u"Prompt"_s);
    show << QString();
    const QDBusMessage shown = m_bus->call(show, QDBus::Block, answerMs);
    if (shown.type() != QDBusMessage::ReplyMessage && m_unlocked) {
        endPrompt();
        std::exchange(m_unlocked, nullptr)(stateOf(shown), shown.errorMessage());
    }
}

void SecretService::giveUpPrompt()
{
    if (!m_unlocked)
        return;
    QDBusMessage dismiss = QDBusMessage::createMethodCall(serviceName, m_prompt, u"org.freedesktop.Secret.Prompt"_s, u"Dismiss"_s);
    m_bus->send(dismiss);
    endPrompt();
    std::exchange(m_unlocked, nullptr)(SecretState::TimedOut, u"the prompt did not end"_s);
}

void SecretService::endPrompt()
{
    m_bus->disconnect(serviceName, m_prompt, u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s, this, SLOT(onPromptCompleted(bool)));
    m_prompt.clear();
    if (m_watcher)
        m_watcher.release()->deleteLater(); // this may be in a slot of it
    if (m_promptTimer)
        m_promptTimer.release()->deleteLater();
}

void SecretService::onPromptCompleted(bool dismissed)
{
    if (!m_unlocked)
        return;
    endPrompt();
    QString detail;
    const SecretState now = state(&detail);
    std::exchange(m_unlocked, nullptr)(dismissed && now == SecretState::Locked ? SecretState::Denied : now, detail);
}

#else

SecretService::SecretService(QObject *parent)
    : QObject(parent)
{
}

SecretService::~SecretService() = default;

SecretState SecretService::state(QString *)
{
    return SecretState::Available;
}

QString SecretService::backend()
{
    return u"system"_s;
}

void SecretService::unlock(std::function<void(SecretState, const QString &)> done)
{
    done(SecretState::Available, {}); // the system asks when an entry is read
}

void SecretService::onPromptCompleted(bool) {}

#endif

} // namespace desk
