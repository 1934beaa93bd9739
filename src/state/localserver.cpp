#include "state/localserver.h"

#include "domain/log.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int startTimeoutMs = 20'000;

QByteArray newToken()
{
    std::array<quint32, 8> words{}; // 256 bits (LOC-02)
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

} // namespace

LocalServer::LocalServer(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_token(newToken())
{
    registerSecret(m_token);
    m_startTimer.setSingleShot(true);
    connect(&m_startTimer, &QTimer::timeout, this, [this] {
        Error error;
        error.kind = Error::Kind::Timeout;
        error.message = tr("The local server did not start in time.");
        error.nextStep = tr("Try again; if it stays so, restart the computer.");
        fail(error);
    });
}

LocalServer::~LocalServer()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning) {
        delete m_process;
        return;
    }
    // The child finishes running answers and then ends by itself; QProcess would kill it in its destructor. The object stays
    // without a parent until then, or until this process ends, which closes the pipe just the same.
    m_process->setParent(nullptr);
    m_process->closeWriteChannel();
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
}

void LocalServer::start()
{
    m_process = new QProcess(this);
    QStringList arguments{u"--data"_s, m_options.dataDir, u"--parent-watch"_s};
    if (!m_options.language.isEmpty())
        arguments << u"--language"_s << m_options.language;
    connect(m_process, &QProcess::readyReadStandardOutput, this, &LocalServer::onOutput);
    connect(m_process, &QProcess::readyReadStandardError, this, [this] {
        const QByteArray said = m_process->readAllStandardError();
        m_errorTail = (m_errorTail + said).right(4096);
        const QList<QByteArray> lines = said.trimmed().split('\n');
        for (const QByteArray &line : lines)
            qCDebug(logServer).noquote() << "local server:" << QString::fromUtf8(line);
    });
    connect(m_process, &QProcess::finished, this, &LocalServer::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError code) {
        if (code == QProcess::FailedToStart)
            onFinished();
    });
    m_startTimer.start(startTimeoutMs);
    m_process->start(m_options.program, arguments);
    m_process->write(m_token + '\n');
}

void LocalServer::waitForEnd(int ms)
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    m_process->disconnect(this);
    m_process->closeWriteChannel();
    m_process->waitForFinished(ms);
}

void LocalServer::sendProviderKey(const ModelProvider &provider, const QByteArray &key)
{
    registerSecret(key);
    sendLine({{"provider_key"_L1,
               QJsonObject{{"provider"_L1, provider.name}, {"origin"_L1, provider.origin()}, {"key"_L1, QString::fromUtf8(key)}}}});
}

void LocalServer::sendNetwork(const QJsonObject &network)
{
    sendLine({{"network"_L1, network}});
}

void LocalServer::sendLine(const QJsonObject &line)
{
    if (m_process && m_isReady)
        m_process->write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

void LocalServer::onOutput()
{
    m_output += m_process->readAllStandardOutput();
    const qsizetype end = m_output.indexOf('\n');
    if (m_isReady || m_isOver || end < 0)
        return;
    const QByteArray line = m_output.left(end);
    const QJsonObject refusal = QJsonDocument::fromJson(line).object().value("error"_L1).toObject();
    if (!refusal.isEmpty()) {
        Error error;
        error.kind = Error::Kind::Storage;
        error.message = refusal.value("message"_L1).toString();
        error.detail = refusal.value("code"_L1).toString();
        fail(error);
        return;
    }
    const Result<wire::Handshake> handshake = wire::handshakeFromLine(line);
    if (!handshake) {
        fail(handshake.error());
        return;
    }
    m_startTimer.stop();
    m_handshake = *handshake;
    m_isReady = true;
    Q_EMIT ready();
}

void LocalServer::onFinished()
{
    if (m_isOver)
        return;
    onOutput(); // a refusal may still be in the pipe
    if (m_isOver)
        return;
    Error error;
    error.kind = Error::Kind::Interrupted;
    error.detail = QString::fromUtf8(m_errorTail);
    if (m_process->error() == QProcess::FailedToStart) {
        error.kind = Error::Kind::Storage;
        error.message = tr("The local server program could not be started: %1.").arg(QFileInfo(m_options.program).fileName());
        error.nextStep = tr("Install Agent Desk again.");
    } else {
        error.message = tr("The local server stopped unexpectedly.");
        error.nextStep = tr("It is being restarted; an interrupted answer can be retried.");
    }
    if (m_isReady) {
        m_isOver = true;
        Q_EMIT died(error);
    } else {
        fail(error);
    }
}

void LocalServer::fail(const Error &error)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_startTimer.stop();
    Q_EMIT failed(error);
}

} // namespace desk
