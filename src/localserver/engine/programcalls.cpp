#include "localserver/engine/programcalls.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QJsonValue bounded(const QJsonObject &output)
{
    const QByteArray json = QJsonDocument(output).toJson(QJsonDocument::Compact);
    if (json.size() <= ProgramCalls::maxOutputBytes)
        return output;
    QString text = textsIn(output);
    if (text.isEmpty())
        text = QString::fromUtf8(json);
    text.truncate(ProgramCalls::maxOutputBytes / 8);
    return QJsonObject{{"content"_L1, QJsonArray{QJsonObject{{"type"_L1, u"text"_s}, {"text"_L1, text}}}}, {"is_cut"_L1, true}};
}

} // namespace

ProgramCalls::ProgramCalls(RunId run, int approvalMs, QObject *parent)
    : QObject(parent)
    , m_run(std::move(run))
    , m_approvalMs(approvalMs)
{
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, [this] { decide(Word::Expired); });
}

Prompt ProgramCalls::ask(const CustomTool &tool, const QJsonObject &arguments, const QString &agent, Decided decided)
{
    m_tool = tool;
    m_decided = std::move(decided);
    m_expiresAt = QDateTime::currentDateTimeUtc().addMSecs(m_approvalMs);
    Prompt prompt = approvalPrompt({m_run, ++m_asked, agent, tool, arguments}, m_expiresAt);
    m_hash = prompt.argumentsHash;
    m_expiry.start(m_approvalMs);
    return prompt;
}

ApprovalReply ProgramCalls::answer(bool isApproved, const QString &argumentsHash)
{
    if (const auto word = m_words.constFind(argumentsHash); word != m_words.constEnd())
        return *word == Word::Expired ? ApprovalReply::Expired : ApprovalReply::AlreadyAnswered;
    if (m_hash.isEmpty())
        return ApprovalReply::NotWaiting;
    if (argumentsHash != m_hash)
        return ApprovalReply::OtherCall;
    const bool isLate = QDateTime::currentDateTimeUtc() >= m_expiresAt; // the timer stands still while the computer sleeps
    decide(isLate ? Word::Expired : isApproved ? Word::Approved : Word::Refused);
    return isLate ? ApprovalReply::Expired : ApprovalReply::Taken;
}

void ProgramCalls::expectNoAnswers()
{
    m_approvalMs = 0;
    if (!m_hash.isEmpty())
        m_expiry.start(0);
}

std::optional<CustomTool> ProgramCalls::waitingFor() const
{
    return m_hash.isEmpty() ? std::nullopt : std::optional(m_tool);
}

// The answer is given before anything happens: whoever gave it is told first.
void ProgramCalls::decide(Word word)
{
    m_expiry.stop();
    m_words.insert(std::exchange(m_hash, QString()), word);
    QTimer::singleShot(0, this, [this, word] {
        if (const Decided decided = std::exchange(m_decided, nullptr))
            decided(word);
    });
}

void ProgramCalls::run(const CustomTool &tool, const QJsonObject &arguments, Done done)
{
    m_call = std::make_unique<McpToolCall>(tool.server, tool.onServer, arguments);
    m_call->start([this, done = std::move(done)](const McpCallResult &called) {
        const bool success = called.error.isEmpty();
        const QJsonValue output = success ? bounded(called.output) : QJsonObject{{"error"_L1, called.error.left(maxOutputBytes / 8)}};
        m_call.release()->deleteLater(); // it calls us
        done({output, success, called.error.left(maxOutputBytes / 8)});
    });
}

void ProgramCalls::stop()
{
    m_expiry.stop();
    m_hash.clear();
    m_decided = nullptr;
    m_call.reset();
}

} // namespace desk::server
