#include "localserver/engine/workflow/agentwork.h"

#include "localserver/engine/programapproval.h"
#include "localserver/engine/workflow/askedwords.h"
#include "localserver/texts.h"
#include "wire/workflow/workflowreference.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr double dollarsPerToken = 0.000'002; // where nobody says what a language model costs
constexpr qint64 charsPerToken = 4;           // contract 5.6

ExecutionUsage usageOf(const TurnOutcome &outcome, const QString &prompt)
{
    ExecutionUsage usage;
    const AnswerFacts &facts = outcome.facts;
    usage.inputTokens = facts.promptTokens >= 0 ? facts.promptTokens : (prompt.size() + charsPerToken - 1) / charsPerToken;
    usage.outputTokens = facts.completionTokens >= 0 ? facts.completionTokens : (outcome.text.size() + charsPerToken - 1) / charsPerToken;
    usage.toolCalls = outcome.toolCalls.size();
    const double estimate = facts.model.isEmpty() ? 0 : dollarsPerToken * static_cast<double>(usage.inputTokens + usage.outputTokens);
    usage.costDollars = facts.costDollars.value_or(estimate); // the built-in engine costs nothing
    return usage;
}

} // namespace

AgentWork::AgentWork(WorkflowHost &host, StepPlace place, StepExecutionId id, QObject *parent)
    : StepWork(parent)
    , m_host(host)
    , m_place(std::move(place))
    , m_id(std::move(id))
{
}

AgentWork::~AgentWork()
{
    takeBack();
}

void AgentWork::start()
{
    QString agent = m_place.step.value("agent"_L1).toString();
    if (agent.isEmpty())
        agent = m_place.step.value("agent_id"_L1).toString();
    const QJsonValue own = m_place.step.value("agent_prompt"_L1);
    const QJsonValue prompt =
        own.isUndefined() || own.isNull() ? m_place.context.value("input"_L1) : wire::withReferences(own, m_place.context);
    if (wire::isLargerThan(prompt, WorkflowLimits::mostOutputBytes))
        return failLater(LocalServer::tr("The prompt for the agent is too large."));
    m_prompt = wire::workflowText(prompt);
    const QJsonObject input{{"agent"_L1, agent}, {"prompt"_L1, m_prompt}};
    if (const QString fault = m_host.limits().keepInput(input); !fault.isEmpty())
        return failLater(fault);
    m_host.journal().setInput(m_id, input);
    if (m_prompt.trimmed().isEmpty())
        return failLater(LocalServer::tr("The prompt for the agent is empty."));
    if (const QString fault = m_host.limits().beforeAgent(); !fault.isEmpty()) {
        StepOutcome outcome;
        outcome.error = fault;
        outcome.errorType = u"guardrails"_s;
        return finishLater(outcome);
    }
    m_turn = m_host.createTurn(agent, m_prompt);
    if (!m_turn)
        return failLater(LocalServer::tr("There is no active agent called \"%1\".").arg(agent));
    connect(m_turn.get(), &Turn::event, this, &AgentWork::onEvent);
    connect(m_turn.get(), &Turn::finished, this, &AgentWork::onOutcome);
    m_turn->start();
}

void AgentWork::onEvent(const ChatEvent &event)
{
    if (m_wait && std::holds_alternative<ToolStarted>(event)) { // its time was over
        takeBack();
        m_host.journal().unwait(m_id);
    }
    const auto *prompt = std::get_if<Prompt>(&event);
    if (!prompt || !prompt->isApproval())
        return;
    takeBack();
    QJsonObject asked = askedByPrompt(*prompt, m_place.step);
    asked.insert("in_turn"_L1, true); // of a language model: it does not outlive the process
    m_wait = std::make_unique<PersonWait>(asked);
    m_wait->setCheck([this] { return isCurrent(); });
    connect(m_wait.get(), &PersonWait::answered, this, &AgentWork::onWord);
    m_host.ask(m_id, *m_wait);
}

// The turn has the last word: of its own clock, and of which call it asked about.
void AgentWork::onWord(const QJsonObject &word)
{
    const QString hash = m_wait->hash();
    takeBack();
    (void)m_turn->answer(word.value("option_id"_L1).toString() == approveOption, hash);
}

void AgentWork::onOutcome(const TurnOutcome &turn)
{
    takeBack();
    StepOutcome outcome;
    outcome.usage = usageOf(turn, m_prompt);
    if (QString fault = m_host.limits().after(outcome.usage); !fault.isEmpty()) {
        outcome.error = fault;
        outcome.errorType = u"guardrails"_s;
    }
    outcome.usage.requests = 1; // counted before
    QJsonObject output{{"result"_L1, turn.text}, {"content"_L1, turn.text}, {"agent"_L1, turn.agentName}};
    QJsonArray citations;
    for (const Citation &citation : turn.citations)
        citations.append(QJsonObject{{"file_id"_L1, citation.fileId.value()}, {"filename"_L1, citation.filename}});
    if (!citations.isEmpty())
        output.insert("citations"_L1, citations);
    outcome.output = output;
    if (!turn.status.isSuccess() && outcome.error.isEmpty())
        outcome.error = turn.error.isEmpty() ? LocalServer::tr("The agent did not answer.") : turn.error;
    finishLater(outcome);
}

bool AgentWork::isCurrent() const
{
    const auto shown = m_turn->waitingFor();
    if (!shown)
        return true; // it says so itself
    const Result<CustomTool> tool = m_host.customTool(shown->name);
    return tool && tool->definition() == shown->definition();
}

void AgentWork::takeBack()
{
    if (!m_wait)
        return;
    m_host.takeBack(*m_wait);
    m_wait->disconnect(this);        // a word that is still on its way is for the call that was asked about
    m_wait.release()->deleteLater(); // it may be the sender
}

} // namespace desk::server
