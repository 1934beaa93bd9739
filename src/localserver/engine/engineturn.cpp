#include "localserver/engine/engineturn.h"
#include "localserver/engine/builtins.h"

#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace desk::server {

using namespace Qt::StringLiterals;

EngineTurn::EngineTurn(TurnRequest request, std::shared_ptr<Toolbox> toolbox, QObject *parent)
    : Turn(parent)
    , m_request(std::move(request))
    , m_toolbox(std::move(toolbox))
    , m_programs(m_request.runId, m_request.approvalMs)
{
    m_outcome.status = RunStatus::Running;
    m_outcome.agentName = u"dispatcher"_s;
}

EngineTurn::~EngineTurn()
{
    m_stop.stop();
}

void EngineTurn::start()
{
    if (std::exchange(m_started, true) || m_ended)
        return;
    m_clock.start();
    // The caller may still be connecting: nothing is emitted before the event loop turns.
    QTimer::singleShot(0, this, [this] {
        if (!m_ended)
            run();
    });
}

void EngineTurn::cancel()
{
    if (m_ended)
        return;
    m_outcome.error = tr("The answer was stopped.");
    m_outcome.errorType = u"cancelled"_s;
    end(RunStatus::Cancelled);
}

void EngineTurn::think(const QString &text, const QString &phase)
{
    const Thought thought{m_outcome.agentName, text, phase, false};
    m_outcome.thoughts.append(thought);
    Q_EMIT event(thought);
}

void EngineTurn::decide(const RoutingDecision &decision)
{
    m_outcome.routing = decision;
    Q_EMIT event(decision);
}

void EngineTurn::append(const QString &text)
{
    const QString cleaned = cleanText(text);
    if (cleaned.isEmpty())
        return;
    m_outcome.text += cleaned;
    Q_EMIT event(ContentDelta{ContentDelta::Kind::Append, m_outcome.agentName, cleaned});
}

void EngineTurn::ask(const Prompt &prompt)
{
    m_outcome.text += (m_outcome.text.isEmpty() ? QString() : u"\n\n"_s) + prompt.text;
    Q_EMIT event(prompt);
}

void EngineTurn::warn(const QString &text)
{
    Q_EMIT event(Warning{m_outcome.agentName, text});
}

void EngineTurn::cite(const QList<Citation> &citations)
{
    for (const Citation &citation : citations) {
        bool known = false;
        for (const Citation &other : std::as_const(m_outcome.citations))
            known = known || (other.fileId == citation.fileId && other.page == citation.page);
        if (!known && m_outcome.citations.size() < 20)
            m_outcome.citations.append(citation);
    }
}

bool EngineTurn::mayUse(const QString &tool) const
{
    const ChatOptions &options = m_request.options;
    if (tool == "document_search"_L1 && options.searchesDocuments == false)
        return false;
    return !options.tools || options.tools->contains(tool);
}

ApprovalReply EngineTurn::answer(bool isApproved, const QString &argumentsHash)
{
    return m_programs.answer(isApproved, argumentsHash);
}

const CustomTool *EngineTurn::customTool(const QString &name) const
{
    const QList<CustomTool> &tools = m_request.customTools;
    const auto found = std::find_if(tools.begin(), tools.end(), [&name](const CustomTool &tool) { return tool.name == name; });
    return found == tools.end() ? nullptr : &*found;
}

bool EngineTurn::isStored(const QString &tool, const QJsonObject &input) const
{
    return m_request.finishedToolCalls.contains(toolCallKey(tool, input));
}

qsizetype EngineTurn::startTool(const QString &tool, const QJsonObject &input)
{
    ToolCall call;
    call.callId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    call.tool = tool;
    call.source = m_outcome.agentName;
    call.title = toolTitle(tool, input, m_request.files);
    call.input = input;
    m_outcome.toolCalls.append(call);
    const qsizetype index = m_outcome.toolCalls.size() - 1;
    Q_EMIT event(ToolStarted{call.callId, tool, call.source, call.title, input});
    return index;
}

void EngineTurn::callTool(const QString &tool, const QJsonObject &input, ToolDone done)
{
    const CustomTool *custom = mayUse(tool) && !isStored(tool, input) ? customTool(tool) : nullptr;
    if (custom)
        return askForProgram(*custom, input, done);
    const qsizetype index = startTool(tool, input);
    if (m_ended)
        return;
    if (!mayUse(tool)) {
        ToolResult result;
        result.success = false;
        result.error = tr("The tool %1 is switched off for this conversation.").arg(tool);
        result.output = QJsonObject{{"error"_L1, result.error}};
        QTimer::singleShot(0, this, [this, index, result, done] { finishTool(index, result, 0, done); });
        return;
    }
    const auto stored = m_request.finishedToolCalls.constFind(toolCallKey(tool, input));
    if (stored != m_request.finishedToolCalls.constEnd()) {
        ToolResult result;
        result.output = *stored;
        result.error = (*stored)["error"_L1].toString();
        result.success = result.error.isEmpty();
        QTimer::singleShot(0, this, [this, index, result, done] { finishTool(index, result, 0, done); });
        return;
    }
    QElapsedTimer clock;
    clock.start();
    m_toolbox->runTool(tool, input, m_request.files, m_stop, this,
                       [this, index, clock, done](const ToolResult &result) { finishTool(index, result, clock.elapsed(), done); });
}

// Nothing has started yet, so nothing says so: that comes with the person's word.
void EngineTurn::askForProgram(const CustomTool &tool, const QJsonObject &input, const ToolDone &done)
{
    const Prompt prompt = m_programs.ask(tool, input, m_outcome.agentName,
                                         [this, tool, input, done](ProgramCalls::Word word) { onWord(tool, input, word, done); });
    Q_EMIT event(prompt);
}

void EngineTurn::onWord(const CustomTool &tool, const QJsonObject &input, ProgramCalls::Word word, const ToolDone &done)
{
    if (m_ended)
        return;
    const qsizetype index = startTool(tool.name, input);
    if (m_ended)
        return;
    if (word == ProgramCalls::Word::Approved) {
        QElapsedTimer clock;
        clock.start();
        return m_programs.run(tool, input,
                              [this, index, clock, done](const ToolResult &result) { finishTool(index, result, clock.elapsed(), done); });
    }
    ToolResult result;
    result.error = word == ProgramCalls::Word::Refused
                       ? tr("The person refused to start the program of the tool %1.").arg(tool.name)
                       : tr("Nobody answered in time whether the program of the tool %1 may start: it counts as refused.").arg(tool.name);
    result.output = QJsonObject{{"error"_L1, result.error}};
    finishTool(index, result, 0, done);
}

void EngineTurn::finishTool(qsizetype index, const ToolResult &result, qint64 durationMs, const ToolDone &done)
{
    if (m_ended)
        return;
    ToolCall &call = m_outcome.toolCalls[index];
    call.finished = true;
    call.output = result.output;
    call.success = result.success;
    call.error = result.error;
    call.durationMs = durationMs;
    const ToolFinished finished{call.callId, call.tool, call.source, call.title, call.output, call.success, call.error, durationMs};
    Q_EMIT event(finished);
    if (!m_ended)
        done(result);
}

void EngineTurn::succeed()
{
    if (m_ended)
        return;
    Q_EMIT event(AgentFinished{m_outcome.agentName, static_cast<double>(m_clock.elapsed()) / 1000.0});
    if (!m_ended)
        end(RunStatus::Succeeded);
}

void EngineTurn::fail(const QString &message, const QString &type, RunStatus status)
{
    if (m_ended)
        return;
    m_outcome.error = message;
    m_outcome.errorType = type;
    end(status);
}

void EngineTurn::end(RunStatus status)
{
    m_ended = true;
    m_stop.stop();
    m_programs.stop();
    abandon();
    m_outcome.status = status;
    // Queued: a turn ended from inside one of its own events must not finish before that event was seen.
    QTimer::singleShot(0, this, [this] { Q_EMIT finished(m_outcome); });
}

} // namespace desk::server
