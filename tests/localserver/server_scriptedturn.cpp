#include "server_scriptedturn.h"

using namespace Qt::StringLiterals;

namespace desk::test {

ScriptedTurn::ScriptedTurn(server::TurnRequest request)
    : m_request(std::move(request))
    , m_script(m_request.prompt.split(u';'))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScriptedTurn::step);
    m_outcome.agentName = m_request.selectedAgents.value(0, u"dispatcher"_s);
}

void ScriptedTurn::start()
{
    RoutingDecision routing;
    routing.agents = {m_outcome.agentName};
    routing.confidence = 0.9;
    m_outcome.routing = routing;
    Q_EMIT event(routing);
    m_timer.start(0);
}

void ScriptedTurn::cancel()
{
    end(RunStatus::Cancelled, u"Cancelled."_s, u"cancelled"_s);
}

void ScriptedTurn::step()
{
    if (m_wordsLeft > 0) {
        --m_wordsLeft;
        say(u"word%1 "_s.arg(m_word++));
        m_timer.start(m_pause);
        return;
    }
    if (m_script.isEmpty()) {
        end(RunStatus::Succeeded, {}, {});
        return;
    }
    const QStringList words = m_script.takeFirst().split(u' ', Qt::SkipEmptyParts);
    const QString verb = words.value(0);
    if (verb == "hang"_L1)
        return;
    if (verb == "fail"_L1) {
        end(RunStatus::Failed, u"The script says so."_s, u"scripted"_s);
        return;
    }
    if (verb == "text"_L1) {
        m_wordsLeft = words.value(1).toInt();
        m_pause = words.value(2).toInt();
    } else if (verb == "bulk"_L1) {
        for (int i = 0; i < words.value(1).toInt(); ++i)
            say(QString(4096, u'x'));
    } else if (verb == "history"_L1) {
        QStringList seen;
        for (const server::HistoryMessage &message : std::as_const(m_request.history))
            seen << message.content;
        for (const server::EngineFile &file : std::as_const(m_request.files))
            seen << file.file.filename;
        say(seen.join(u" | "_s));
    } else if (verb == "options"_L1) {
        const ChatOptions &options = m_request.options;
        say(u"%1 %2 %3"_s.arg(options.temperature.value_or(-1))
                .arg(options.maxTokens.value_or(-1))
                .arg(options.tools ? options.tools->join(u',') : u"all"_s));
    } else if (verb == "documents"_L1) {
        const std::optional<bool> &search = m_request.options.searchesDocuments;
        say(!search ? u"unsaid"_s : *search ? u"searched"_s : u"spared"_s);
    } else if (verb == "facts"_L1) {
        m_outcome.facts = {u"small"_s, 30, 12, 400};
    } else if (verb == "tool"_L1) {
        callTool(words.value(1));
    } else {
        say(u"You said: "_s + words.join(u' '));
    }
    m_timer.start(0);
}

void ScriptedTurn::say(const QString &text)
{
    m_outcome.text += text;
    Q_EMIT event(ContentDelta{ContentDelta::Kind::Append, m_outcome.agentName, text});
}

void ScriptedTurn::callTool(const QString &name)
{
    ToolCall call;
    call.callId = u"call-%1"_s.arg(m_outcome.toolCalls.size());
    call.tool = name;
    call.source = m_outcome.agentName;
    call.title = u"Calling "_s + name;
    call.input = QJsonObject{{"x"_L1, 1}};
    call.finished = true;
    const QString key = server::toolCallKey(name, call.input);
    call.output = m_request.finishedToolCalls.contains(key) ? m_request.finishedToolCalls.value(key)
                                                            : QJsonValue(u"fresh "_s + m_request.runId.value());
    Q_EMIT event(ToolStarted{call.callId, name, call.source, call.title, call.input});
    Q_EMIT event(ToolFinished{call.callId, name, call.source, call.title, call.output, true, {}, 1});
    m_outcome.toolCalls.append(call);
}

void ScriptedTurn::end(RunStatus status, const QString &error, const QString &type)
{
    m_timer.stop();
    m_outcome.status = status;
    m_outcome.error = error;
    m_outcome.errorType = type;
    if (!m_request.files.isEmpty() && status.isSuccess()) {
        const StoredFile &file = m_request.files.constLast().file;
        m_outcome.citations.append(Citation{file.id, file.filename, 1, u"quoted"_s});
    }
    Q_EMIT finished(m_outcome);
}

QList<Agent> ScriptedSource::builtinAgents() const
{
    Agent agent;
    agent.id = AgentId(u"6f2b4f1e-3d35-5f0e-9f9a-0a4f5a1f0c11"_s);
    agent.name = u"dispatcher"_s;
    agent.displayName = u"Scripted"_s;
    agent.model = u"none"_s;
    agent.instructions = u"Does what it is told."_s;
    agent.visibility = AgentVisibility::Builtin;
    agent.isBuiltin = true;
    agent.version = 1;
    return {agent};
}

QList<server::ToolDescription> ScriptedSource::builtinTools() const
{
    return {{u"calculate"_s, u"Computes."_s, {{"input"_L1, QJsonObject{}}, {"output"_L1, QJsonObject{}}}}};
}

std::unique_ptr<server::Turn> ScriptedSource::createTurn(server::TurnRequest request)
{
    return std::make_unique<ScriptedTurn>(std::move(request));
}

void ScriptedSource::runTool(const server::ToolCallRequest &call, QObject *context, std::function<void(const server::ToolResult &)> done)
{
    const server::ToolResult result = server::ToolExecutor({}, {}, {}, call.stop).run(call.tool, call.input);
    QTimer::singleShot(0, context, [result, done = std::move(done)] { done(result); });
}

} // namespace desk::test
