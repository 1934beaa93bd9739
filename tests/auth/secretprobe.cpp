// One process for one keychain: libsecret keeps the first session bus it meets. Asks what its arguments say, one after the other, and
// prints a JSON line for each: read KEY, write KEY TEXT, remove KEY, probe, unlock, watch (until standard input ends).
#include "auth/secretkeeper.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

class Probe : public QObject
{
    Q_OBJECT
public:
    explicit Probe(QStringList arguments)
        : m_arguments(std::move(arguments))
        , m_keychain(KeychainStore::Patience{qEnvironmentVariable("PROBE_ANSWER_MS", u"5000"_s).toInt(),
                                             qEnvironmentVariable("PROBE_PROMPT_MS", u"30000"_s).toInt()})
        , m_keeper(m_keychain, {5, 300})
    {
        connect(&m_keeper, &SecretKeeper::stateChanged, this, [this] {
            if (m_watching)
                print({{u"op"_s, u"changed"_s}});
        });
        connect(&m_keychain, &KeychainStore::probed, this, [this] {
            if (!m_watching)
                print({{u"op"_s, u"probed"_s}}), next();
        });
    }

    void next()
    {
        if (m_arguments.isEmpty())
            return QCoreApplication::quit();
        m_clock.start();
        const QString op = m_arguments.takeFirst();
        const QString key = m_arguments.isEmpty() ? QString() : m_arguments.first();
        if (op == "probe"_L1) {
            m_keychain.probe();
        } else if (op == "unlock"_L1) {
            m_keychain.unlock();
        } else if (op == "watch"_L1) {
            m_watching = true;
            m_keeper.start();
            m_keeper.write(u"late"_s, "kept meanwhile", this, [](const Result<> &) {});
            auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
            connect(notifier, &QSocketNotifier::activated, this, [] { QCoreApplication::quit(); });
        } else if (op == "read"_L1) {
            m_arguments.removeFirst();
            m_keychain.read(key, this, [this](const Result<QByteArray> &secret) {
                print({{u"op"_s, u"read"_s},
                       {u"ok"_s, secret.has_value()},
                       {u"secret"_s, secret ? QString::fromUtf8(*secret) : QString()},
                       {u"text"_s, secret ? QString() : secret.error().userText()}});
                next();
            });
        } else if (op == "write"_L1) {
            m_arguments.removeFirst();
            m_keychain.write(key, m_arguments.takeFirst().toUtf8(), this, [this](const Result<> &outcome) {
                print({{u"op"_s, u"write"_s}, {u"ok"_s, outcome.has_value()}});
                next();
            });
        } else {
            m_arguments.removeFirst();
            m_keychain.remove(key, this, [this](const Result<> &outcome) {
                print({{u"op"_s, u"remove"_s}, {u"ok"_s, outcome.has_value()}});
                next();
            });
        }
    }

private:
    void print(QJsonObject line)
    {
        line.insert(u"state"_s, QString(logName(m_keychain.state())));
        line.insert(u"session_only"_s, m_keeper.isSessionOnly());
        line.insert(u"ms"_s, m_clock.elapsed());
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

    QStringList m_arguments;
    KeychainStore m_keychain;
    SecretKeeper m_keeper;
    QElapsedTimer m_clock;
    bool m_watching = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Probe probe(QCoreApplication::arguments().sliced(1));
    QMetaObject::invokeMethod(&probe, &Probe::next, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

#include "secretprobe.moc"
