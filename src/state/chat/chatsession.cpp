// A conversation's history. What waits is in chatsessionqueue.cpp, what becomes of the turn under way in chatsessionturn.cpp, a run that
// works in it is in chatsessionrun.cpp, versions are in chatsessionversions.cpp and deleting is in chatsessionremoval.cpp.
#include "state/chat/chatsession.h"

#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"
#include "state/chat/branchtree.h"
#include "state/chat/transcriptmerge.h"
#include "state/conversations/conversationstore.h"
#include "state/store/turnjournal.h"
#include "state/workspace.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype pageSize = 100;

} // namespace

ChatSession::ChatSession(ApiClient &api, Workspace &workspace, ConversationStore &conversations, TurnJournal *journal, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_conversations(conversations)
    , m_journal(journal)
    , m_projection(m_transcript)
    , m_approval(api)
    , m_delivery(api, workspace, journal)
{
    m_offline.setSingleShot(true);
    m_undo.setSingleShot(true);
    m_undo.setInterval(undoMs);
    connect(&m_undo, &QTimer::timeout, this, &ChatSession::onUndoOver);
    connect(&m_offline, &QTimer::timeout, this, &ChatSession::startNext);
    connect(&m_projection, &TurnProjection::runCreated, this, &ChatSession::onRunCreated);
    connect(&m_projection, &TurnProjection::conversationNamed, this, &ChatSession::onNamed);
    connect(&m_projection, &TurnProjection::prompted, this, &ChatSession::updateQuestion);
    connect(&m_projection, &TurnProjection::prompted, this, &ChatSession::prompted);
    connect(&m_projection, &TurnProjection::approvalAsked, this, &ChatSession::onApprovalAsked);
    connect(&m_projection, &TurnProjection::toolBegan, &m_approval, &ToolApproval::noteBegun);
    connect(&m_projection, &TurnProjection::toolEnded, &m_approval, &ToolApproval::noteEnded);
    connect(&m_approval, &ToolApproval::changed, this, &ChatSession::sayPhase);
    connect(&m_projection, &TurnProjection::followUpAsked, this, &ChatSession::onFollowUp);
    connect(&m_projection, &TurnProjection::agentAsked, this, &ChatSession::updateQuestion);
    connect(&m_projection, &TurnProjection::agentAsked, this, &ChatSession::agentAsked);
    connect(&m_projection, &TurnProjection::completed, this, &ChatSession::onCompleted);
    connect(&m_projection, &TurnProjection::failed, this, &ChatSession::onFailed);
    connect(&m_delivery, &TurnDelivery::received, this, &ChatSession::onEvents);
    connect(&m_delivery, &TurnDelivery::startsOver, this, &ChatSession::onStartsOver);
    connect(&m_delivery, &TurnDelivery::phaseChanged, this, &ChatSession::onPhase);
    connect(&m_delivery, &TurnDelivery::silenceChanged, this, &ChatSession::onSilence);
    connect(&m_silence, &TurnSilence::told, this, &ChatSession::say);
    connect(&m_delivery, &TurnDelivery::ended, this, &ChatSession::onEnded);
    connect(&m_delivery, &TurnDelivery::leftOpen, this, &ChatSession::onLeftOpen);
    connect(&m_delivery, &TurnDelivery::notKept, this, &ChatSession::tellNotKept);
    connect(&workspace, &Workspace::serverRestarted, &m_delivery, &TurnDelivery::serverRestarted);
    connect(&workspace, &Workspace::ready, this, &ChatSession::onReady);
    if (journal)
        connect(journal, &TurnJournal::opened, this, &ChatSession::writeMissing);
}

ChatSession::~ChatSession() = default;

// ------------------------------------------------------------------------------------------------ history

void ChatSession::open(const ConversationId &id)
{
    const bool isOther = id != m_conversationId; // read anew, the same goes on for those who wait
    const QList<Reach> reaches = isOther ? std::exchange(m_reaches, {}) : QList<Reach>();
    const auto wanted = isOther ? std::exchange(m_wholeWanted, {}) : decltype(m_wholeWanted)();
    forgetAll();
    m_conversationId = id;
    if (id.isEmpty()) {
        setState(State::Idle);
    } else {
        if (const Conversation *known = m_conversations.find(id))
            m_title = known->title;
        setState(State::Loading);
        readJournal();
    }
    Error cancelled; // last: whoever hears it may open another one, or end this session
    cancelled.kind = Error::Kind::Cancelled;
    cancelled.message = tr("Another conversation was opened.");
    for (const Reach &reach : reaches)
        reach.done(Unexpected{cancelled});
    for (const auto &done : wanted)
        done(Unexpected{cancelled});
}

void ChatSession::forgetAll()
{
    ++m_generation;
    m_delivery.finish();
    m_approval.withdraw();
    m_said.clear();
    m_transcript.clear();
    m_server.clear();
    m_ended.clear();
    m_queue.clear();
    m_unwritten.clear();
    m_unkept.clear();
    m_mayRun = false;
    m_turn.reset();
    m_branches.clear();
    m_removals.clear();
    m_takenBack.reset();
    setUndoable(0);
    m_isDelivering = false;
    m_isHeld = false;
    m_isRemoving = false;
    m_needsOlder = false;
    m_needsJournal = false;
    m_promised = {};
    m_offline.stop();
    m_offlineTries = 0;
    m_needsHistory = false;
    m_loadingPage = false;
    m_totalMessages = 0;
    m_lastSeq = 0;
    m_newer = 0;
    m_hasPage = false;
    m_isReaching = false;
    leaveSaved();
    updateQuestion();
}

void ChatSession::readJournal()
{
    if (!m_journal)
        return onJournal({});
    m_journal->loadShape(m_conversationId, this, [this, generation = m_generation](const Result<ConversationShape> &shape) {
        if (generation != m_generation || !shape)
            return;
        m_branches = shape->branches;
        m_removals = shape->removals;
    });
    m_journal->load(m_conversationId, this, [this, generation = m_generation](const Result<QList<TurnRecord>> &turns) {
        if (generation != m_generation)
            return;
        m_needsJournal = !turns;
        onJournal(turns ? *turns : QList<TurnRecord>());
    });
}

// The journal once more. What was asked meanwhile stays, whether the disk has taken it or not.
void ChatSession::readAgain()
{
    const QList<TurnRecord> ended = m_ended;
    const QList<TurnRecord> queue = m_queue;
    const QHash<QString, Beginning> unwritten = m_unwritten;
    const QSet<QString> unkept = m_unkept;
    const bool mayRun = m_mayRun;
    const quint64 next = m_generation + 1;
    open(m_conversationId);
    if (m_generation != next)
        return; // whoever heard of it opened another one
    m_ended = ended;
    m_queue = queue;
    m_unwritten = unwritten;
    m_unkept = unkept;
    m_mayRun = mayRun;
}

// What this computer knows is there at once; the server's page follows.
void ChatSession::onJournal(const QList<TurnRecord> &turns)
{
    mergeRead(turns);
    // What waited behind a refused one waits for the person, also after a restart.
    m_isHeld = !m_ended.isEmpty() && m_ended.constLast().state == TurnState::Failed && !m_ended.constLast().answer;
    showRows();
    Q_EMIT waitingChanged(m_queue.size());
    if (isProvisional(m_conversationId)) {
        if (m_title.isEmpty() && !turns.isEmpty())
            m_title = provisionalTitle(turns.constFirst().request.text);
        m_mayRun = m_mayRun || hasNamelessStop();
        setState(State::Idle);
        Q_EMIT titleChanged(m_title);
        startNext();
        return lookForStopped();
    }
    loadSaved(pageSize);
    const Workspace::State workspace = m_workspace.state();
    if (m_cache && (workspace == Workspace::State::Starting || workspace == Workspace::State::Restarting)) {
        m_needsHistory = true; // nobody can be asked yet; what is kept can be read meanwhile
        setState(State::Idle);
        return startNext();
    }
    loadPage(0, true);
}

void ChatSession::loadOlder()
{
    if (m_isSavedCopy && canLoadOlder())
        return loadSaved(m_saved.size() + pageSize);
    if (canLoadOlder() && m_state != State::Loading && !m_loadingPage)
        loadPage(std::max<qsizetype>(0, m_server.size() + m_newer), false);
}

void ChatSession::loadWhole(QObject *context, std::function<void(const Result<> &outcome)> done)
{
    m_wholeWanted.append([context = QPointer<QObject>(context), done = std::move(done)](const Result<> &outcome) {
        if (context)
            done(outcome);
    });
    if (m_state != State::Loading && !m_loadingPage)
        goOnLoadingWhole({});
}

// Whoever is told may open another conversation, or end this session.
void ChatSession::goOnWaiting(const Result<> &outcome)
{
    const QPointer<ChatSession> self(this);
    const quint64 generation = m_generation;
    goOnReaching();
    if (self && generation == m_generation)
        goOnLoadingWhole(outcome);
}

void ChatSession::goOnLoadingWhole(const Result<> &outcome)
{
    if (m_wholeWanted.isEmpty())
        return;
    if (outcome && canLoadOlder() && !m_isSavedCopy)
        return loadPage(std::max<qsizetype>(0, m_server.size() + m_newer), false);
    const auto wanted = std::exchange(m_wholeWanted, {});
    for (const auto &done : wanted) // nothing of this session after it: it may be gone
        done(outcome);
}

void ChatSession::loadPage(qsizetype offset, bool first)
{
    m_loadingPage = true;
    m_api.conversations()
        .messages(m_conversationId, offset, pageSize)
        ->then(this, [this, generation = m_generation, first, offset](const Result<Page<Message>> &page) {
            if (generation != m_generation)
                return;
            m_loadingPage = false;
            m_needsHistory = !page && first;
            if (page) {
                keepCopy(*page, offset);
                onPage(*page, first);
                return goOnWaiting({});
            }
            if (first) {
                endLoading();
                if (!m_queue.isEmpty()) // what waits may want the page first: not at once again
                    waitForNextTry();
                startNext();
            }
            Q_EMIT failed(page.error());
            goOnWaiting(Unexpected{page.error()});
        });
}

// A page that is asked for once more may come in the middle of a turn, which has a state of its own.
void ChatSession::endLoading()
{
    if (!m_turn)
        setState(State::Idle);
}

void ChatSession::onPage(const Page<Message> &page, bool first)
{
    const auto total = static_cast<qsizetype>(page.total);
    if (!first)
        m_newer += total - m_totalMessages; // fewer, too: a page that overlaps costs nothing, one too far leaves a gap
    m_totalMessages = total;
    m_hasPage = true;
    leaveSaved();
    QSet<MessageId> known;
    for (const Message &message : std::as_const(m_server))
        known.insert(message.id);
    QList<Message> unknown;
    for (const Message &message : page.items) {
        if (!known.contains(message.id))
            unknown.append(message);
    }
    if (!first && unknown.isEmpty()) // all known: behind what came since; nothing at all: whatever the server says, there is no more
        m_newer += page.items.isEmpty() ? total : page.items.size();
    m_server = unknown + m_server;
    if (!first && page.items.isEmpty())
        m_totalMessages = m_server.size();
    const int before = m_transcript.rowCount();
    if (m_wholeWanted.isEmpty() || !canLoadOlder()) // else once, at the end
        showRows();
    const bool isNothingShown = !first && m_wholeWanted.isEmpty() && m_transcript.rowCount() == before; // hidden versions alone
    if (first) {
        endLoading();
        startNext();
        lookForActiveRun();
        finishRemovals();
    }
    if (m_needsOlder || isNothingShown)
        loadOlder();
}

QList<TranscriptModel::Entry> ChatSession::allEntries() const
{
    QList<TurnRecord> turns = m_ended;
    if (m_turn && !m_turn->id.isEmpty()) // of a run that is only watched the server has the question
        turns.append(*m_turn);
    turns += m_queue;
    std::stable_sort(turns.begin(), turns.end(), [](const TurnRecord &a, const TurnRecord &b) { return a.seq < b.seq; });
    QList<TranscriptModel::Entry> entries = mergeTranscript(m_isSavedCopy ? m_saved : m_server, turns, canLoadOlder());
    const int row = m_turn ? m_projection.answerRow() : -1;
    const auto isAnswer = [this](const TranscriptModel::Entry &entry) { return entry.key == m_projection.answerKey(); };
    if (row >= 0 && std::none_of(entries.cbegin(), entries.cend(), isAnswer)) {
        const auto isQuestion = [key = questionKeyOf(*m_turn)](const TranscriptModel::Entry &entry) { return entry.key == key; };
        const auto isWaiting = [this](const TranscriptModel::Entry &entry) {
            return std::any_of(m_queue.cbegin(), m_queue.cend(), [&](const TurnRecord &turn) { return questionKeyOf(turn) == entry.key; });
        };
        const auto question = std::find_if(entries.cbegin(), entries.cend(), isQuestion);
        const auto at = question == entries.cend() ? std::find_if(entries.cbegin(), entries.cend(), isWaiting) : question + 1;
        entries.insert(at, {m_projection.answerKey(), m_transcript.messageAt(row)});
    }
    return entries;
}

void ChatSession::showRows()
{
    const QList<TranscriptModel::Entry> entries = allEntries();
    const QStringList live = m_turn ? QStringList{m_projection.questionKey(), m_projection.answerKey()} : QStringList();
    if (m_branches.isEmpty() && m_removals.isEmpty()) {
        m_needsOlder = false;
        m_transcript.setVersions({});
        m_transcript.setRows(entries, live);
        return updateQuestion();
    }
    const BranchTree tree(entries, m_branches, goneKeys(entries));
    m_needsOlder = tree.needsOlder();
    m_transcript.setRows(tree.shown(), live);
    m_transcript.setVersions(tree.places());
    updateQuestion();
}

void ChatSession::updateQuestion()
{
    PendingQuestion now = PendingQuestion::of(m_transcript);
    if (now == m_question)
        return;
    m_question = std::move(now);
    Q_EMIT questionChanged();
}

void ChatSession::onReady()
{
    if (m_needsJournal && !m_turn)
        return readAgain();
    if (m_needsHistory && !m_loadingPage && m_state == State::Idle && !m_conversationId.isEmpty() && !isProvisional(m_conversationId))
        loadPage(0, true);
    m_offlineTries = 0;
    m_delivery.wake();
    startNext();
    lookForStopped();
    finishRemovals();
}

bool ChatSession::canBeLetGo() const
{
    return m_state == State::Idle && m_queue.isEmpty() && m_removals.isEmpty() && m_unwritten.isEmpty() && m_unkept.isEmpty() &&
           m_writes == 0 && !m_mayRun && m_followUp.isEmpty() && m_delivery.isSettled();
}

qint64 ChatSession::elapsedMs() const
{
    return isBusy() && m_turnClock.isValid() ? m_turnClock.elapsed() : 0;
}

void ChatSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace desk
