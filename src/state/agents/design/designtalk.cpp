#include "state/agents/design/designtalk.h"

#include "state/agents/design/designprompt.h"
#include "state/agents/scratch/scratchagent.h"
#include "state/agents/scratch/scratchcleaner.h"
#include "state/workspace.h"
#include "wire/json/chateventjson.h"

#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString answerKey = u"design"_s;

// The team server's own for chats (contract 5.9): its router fails with questions of more than 1 000 characters (contract 3.11).
QString usuallyAsked(const Workspace &workspace)
{
    return workspace.profile().kind == Profile::Kind::Team ? u"chat-agent"_s : QString();
}

} // namespace

DesignTalk::DesignTalk(ApiClient &api, Workspace &workspace, ScratchCleaner &cleaner, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_cleaner(cleaner)
    , m_delivery(api, workspace, nullptr)
    , m_projection(m_transcript)
{
    connect(&m_projection, &TurnProjection::runCreated, this, [this](const RunCreated &event) { m_delivery.setRun(event.runId); });
    connect(&m_projection, &TurnProjection::completed, this, &DesignTalk::complete);
    connect(&m_projection, &TurnProjection::failed, this, &DesignTalk::onFailed);
    connect(&m_delivery, &TurnDelivery::received, this, &DesignTalk::onEvents);
    connect(&m_delivery, &TurnDelivery::startsOver, this, [this] {
        m_projection.resetAnswer();
        showText();
    });
    connect(&m_delivery, &TurnDelivery::ended, this, &DesignTalk::onEnded);
    connect(&m_delivery, &TurnDelivery::leftOpen, this, &DesignTalk::onLeftOpen);
    connect(&workspace, &Workspace::serverRestarted, &m_delivery, &TurnDelivery::serverRestarted);
    connect(&workspace, &Workspace::stateChanged, this, &DesignTalk::whyNotChanged);
    connect(&workspace, &Workspace::accountChanged, this, &DesignTalk::reset);
    connect(&cleaner, &ScratchCleaner::removed, this, [this](const QString &name) { m_left.remove(name); });
    connect(&cleaner, &ScratchCleaner::notRemoved, this, &DesignTalk::onNotRemoved);
}

DesignTalk::~DesignTalk()
{
    clean();
}

QString DesignTalk::whyNot() const
{
    if (m_workspace.state() != Workspace::State::Ready)
        return tr("There is no connection to the server.");
    if (m_workspace.profile().kind == Profile::Kind::Local && !m_workspace.hasModel())
        return tr("No language model is set up. Templates and suggestions work without one.");
    return {};
}

void DesignTalk::ask(const QString &wish, const Agent &current)
{
    if (m_state == State::Asking || wish.trimmed().isEmpty() || !whyNot().isEmpty())
        return;
    if (!std::exchange(m_proposal, {}).isEmpty())
        Q_EMIT proposalChanged();
    send(DesignPrompt::ask(wish.trimmed(), current, m_known));
}

void DesignTalk::refine(const QString &wish, const Agent &current)
{
    if (m_state == State::Asking || wish.trimmed().isEmpty() || m_proposal.isEmpty() || !whyNot().isEmpty())
        return;
    send(DesignPrompt::refine(wish.trimmed(), m_proposal, current, m_known));
}

void DesignTalk::send(const QString &request)
{
    m_turn = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_error = {};
    m_transcript.clear();
    Message answer;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    m_transcript.append(answer, answerKey);
    m_projection.begin({}, answerKey);
    showText();
    m_made = new ScratchAgent(m_api, m_cleaner, std::nullopt);
    connect(m_made, &ScratchAgent::made, this, [this, request] { post(request); });
    connect(m_made, &ScratchAgent::failed, this, &DesignTalk::onNotMade);
    setState(State::Asking);
    m_made->make();
}

void DesignTalk::post(const QString &request)
{
    TurnRecord turn;
    turn.id = m_turn;
    turn.createdAt = QDateTime::currentDateTimeUtc();
    turn.conversation = m_made->conversation();
    turn.request.text = request;
    if (const QString agent = m_asked.isEmpty() ? usuallyAsked(m_workspace) : m_asked; !agent.isEmpty())
        turn.request.agents = {agent};
    turn.request.options.tools = QStringList();
    turn.request.options.searchesDocuments = false;
    m_delivery.send(turn);
}

void DesignTalk::stop()
{
    if (m_state != State::Asking)
        return;
    if (m_delivery.phase() == TurnDelivery::Phase::Idle) // its conversation is being made
        fail(State::Incomplete, tr("The answer was stopped."));
    else
        m_delivery.stop();
}

void DesignTalk::take(const DesignProposal &proposal)
{
    if (m_state == State::Asking)
        return;
    m_proposal = proposal;
    m_transcript.clear();
    showText();
    Q_EMIT proposalChanged();
    setState(State::Proposed);
}

void DesignTalk::reset()
{
    clean();
    m_turn.clear();
    m_delivery.finish();
    m_transcript.clear();
    m_error = {};
    showText();
    if (!std::exchange(m_proposal, {}).isEmpty())
        Q_EMIT proposalChanged();
    setState(State::Idle);
}

// ------------------------------------------------------------------------------------------------ what comes

void DesignTalk::onEvents(const QList<wire::ServerEvent> &events)
{
    const QString turn = m_turn;
    for (const wire::ServerEvent &event : events) {
        if (turn.isEmpty() || m_turn != turn)
            return; // it ended
        m_projection.apply(event);
    }
    m_projection.flush();
    showText();
    if (m_text.size() > longestDesignAnswer && m_state == State::Asking)
        fail(State::Failed, tr("The answer is too long to be a proposal."));
}

void DesignTalk::showText()
{
    const QString text = m_transcript.rowCount() > 0 ? m_transcript.messageAt(0).content : QString();
    if (text != std::exchange(m_text, text))
        Q_EMIT textChanged();
}

// ------------------------------------------------------------------------------------------------ how it ends

void DesignTalk::complete()
{
    m_projection.finish();
    showText();
    const DesignReading reading = readDesign(m_text, m_known);
    switch (reading.kind) {
    case DesignReading::Nothing:
        return fail(State::Failed, tr("The answer holds no proposal that could be read."));
    case DesignReading::Unfinished:
        return fail(State::Incomplete, tr("The proposal breaks off before its end."));
    case DesignReading::TooLong:
        return fail(State::Failed, tr("The answer is too long to be a proposal."));
    case DesignReading::Whole:
        break;
    }
    m_turn.clear();
    m_delivery.finish();
    m_proposal = reading.proposal;
    clean();
    Q_EMIT proposalChanged();
    setState(State::Proposed);
}

void DesignTalk::onFailed(const TurnFailed &event)
{
    const bool isCut = event.type == "cancelled"_L1 || event.type == "interrupted"_L1;
    const QString words = event.text.isEmpty() ? tr("The answer ended in an error.") : event.text;
    fail(isCut ? State::Incomplete : State::Failed, event.type == "cancelled"_L1 ? tr("The answer was stopped.") : words);
}

void DesignTalk::onEnded(const TurnDelivery::Ending &ending)
{
    if (m_turn.isEmpty())
        return;
    if (ending.stored) {       // the stream broke off, and the server has the whole
        m_projection.finish(); // what was held back belongs to what came
        m_transcript.setText(0, ending.stored->content);
        return complete();
    }
    switch (ending.state) {
    case TurnState::Stopped:
        return fail(State::Incomplete, tr("The answer was stopped."));
    case TurnState::Interrupted:
        return fail(State::Incomplete, ending.error.message.isEmpty() ? tr("The answer broke off.") : ending.error.userText());
    default:
        return fail(State::Failed, ending.error);
    }
}

void DesignTalk::onNotMade(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        onLeftOpen();
    else
        fail(State::Failed, error);
}

void DesignTalk::onLeftOpen()
{
    if (!m_turn.isEmpty())
        fail(State::Incomplete, tr("The connection was closed before the answer had come to its end."));
}

void DesignTalk::fail(State state, const QString &message)
{
    Error error;
    error.kind = state == State::Incomplete ? Error::Kind::Interrupted : Error::Kind::Protocol;
    error.message = message;
    fail(state, error);
}

void DesignTalk::fail(State state, const Error &error)
{
    m_projection.finish();
    showText();
    m_turn.clear();
    m_delivery.finish();
    m_error = error;
    clean();
    setState(state);
}

void DesignTalk::setState(State state)
{
    m_state = state; // the same again is another end
    Q_EMIT stateChanged();
}

// ------------------------------------------------------------------------------------------------ what is left

void DesignTalk::clean()
{
    if (!m_made)
        return;
    const bool mayRun = !m_turn.isEmpty() && m_delivery.phase() != TurnDelivery::Phase::Idle;
    if (mayRun && !m_delivery.run().isEmpty())
        m_cleaner.cancelRun(m_made->thing(), m_delivery.run());
    m_left.insert(m_made->name());
    m_made->disconnect(this);
    m_made->discard();
    m_made = nullptr;
}

void DesignTalk::onNotRemoved(const QString &name, const Error &error)
{
    if (m_left.contains(name))
        Q_EMIT leftBehind(error);
}

} // namespace desk
