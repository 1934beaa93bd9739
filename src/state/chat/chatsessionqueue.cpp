// What waits to be sent, and what is sent again. The rest is in chatsession.cpp.
#include "state/chat/branchtree.h"
#include "state/chat/chatsession.h"
#include "state/chat/transcriptmerge.h"
#include "state/store/turnjournal.h"
#include "state/workspace.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int writeAgainMs = 5000;

} // namespace

void ChatSession::send(const QString &text, const QList<StoredFile> &files, const QStringList &agents, const ChatOptions &options)
{
    if (text.trimmed().isEmpty())
        return;
    const ConversationId draftOf = m_conversationId;
    if (m_conversationId.isEmpty()) {
        m_title = provisionalTitle(text);
        adopt(provisionalConversation());
        Q_EMIT titleChanged(m_title);
        touchConversation(false);
    }
    m_isHeld = false;
    enqueue({.text = text, .files = files, .agents = agents, .options = options}, -1, m_queue.size(), draftOf);
}

TurnRecord ChatSession::newTurn(const TurnRequest &request) const
{
    TurnRecord turn;
    turn.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    turn.conversation = m_conversationId;
    turn.request = request;
    turn.after = lastServerId();
    turn.createdAt = QDateTime::currentDateTimeUtc();
    return turn;
}

void ChatSession::enqueue(const TurnRequest &request, int row, qsizetype at, const ConversationId &draftOf, const QString &replaces,
                          const std::optional<QString> &parent)
{
    TurnRecord turn = newTurn(request);
    const QList<BranchRecord> records = recordsFor(turn, replaces, parent);
    if (row < 0 && at < m_queue.size())
        row = m_transcript.rowOfKey(questionKeyOf(m_queue.at(at)));
    m_transcript.insert(row < 0 ? m_transcript.rowCount() : row, questionOf(turn), questionKeyOf(turn));
    QStringList behind;
    for (const TurnRecord &waiting : m_queue.sliced(at))
        behind.append(waiting.id);
    m_queue.insert(at, turn);
    numberFrom(at);
    if (!m_branches.isEmpty() || !m_removals.isEmpty())
        place(m_queue[at], records);
    turn = m_queue.at(at);
    updateQuestion();
    Q_EMIT waitingChanged(m_queue.size());
    writeBeginning(turn, draftOf, replaces, records, behind);
    startNext();
}

// Behind everything that was asked before, in their order: no turn keeps a number that one before it has passed.
void ChatSession::numberFrom(qsizetype at)
{
    for (; at < m_queue.size(); ++at)
        m_queue[at].seq = ++m_lastSeq;
}

void ChatSession::writeBeginning(const TurnRecord &turn, const ConversationId &draftOf, const QString &replaces,
                                 const QList<BranchRecord> &branches, const QStringList &behind)
{
    if (!m_journal)
        return;
    forgetBeginning(replaces);
    m_unwritten.insert(turn.id, {draftOf, replaces, false});
    beginOnDisk(turn, branches, behind);
}

void ChatSession::beginOnDisk(const TurnRecord &turn, const QList<BranchRecord> &branches, const QStringList &behind)
{
    const Beginning beginning = m_unwritten.value(turn.id);
    m_journal->begin(
        turn, beginning.draftOf, beginning.replaces, this, [this, id = turn.id](const Result<> &outcome) { onBegun(id, outcome); },
        branches, behind);
}

void ChatSession::onBegun(const QString &turn, const Result<> &outcome)
{
    const auto beginning = m_unwritten.find(turn);
    if (!outcome) {
        if (beginning != m_unwritten.end())
            beginning->hasFailed = true;
        tellNotKept(outcome.error());
        writeAgainLater();
        return;
    }
    if (beginning != m_unwritten.end())
        m_unwritten.erase(beginning);
    if (m_turn && m_turn->id == turn)
        m_turn->isOnDisk = true;
    for (TurnRecord &waiting : m_queue)
        waiting.isOnDisk = waiting.isOnDisk || waiting.id == turn;
}

// A turn that will not be takes what it was to replace along.
void ChatSession::forgetBeginning(const QString &turn)
{
    const Beginning beginning = m_unwritten.take(turn);
    if (m_journal && !beginning.replaces.isEmpty())
        m_journal->forget(beginning.replaces);
}

void ChatSession::writeAgainLater()
{
    QTimer::singleShot(writeAgainMs, this, &ChatSession::writeMissing);
}

// What the disk did not take, once more: in place of what it replaces, and before everything that waits behind it now.
void ChatSession::writeMissing()
{
    if (!m_journal)
        return;
    QList<TurnRecord> turns = m_ended;
    if (m_turn)
        turns.append(*m_turn);
    turns += m_queue;
    const QSet<QString> unkept = std::exchange(m_unkept, {});
    for (qsizetype i = 0; i < turns.size(); ++i) {
        const auto beginning = m_unwritten.find(turns.at(i).id);
        if (beginning == m_unwritten.end() && unkept.contains(turns.at(i).id))
            keep(turns[i]);
        if (beginning == m_unwritten.end() || !std::exchange(beginning->hasFailed, false))
            continue;
        QStringList behind;
        for (const TurnRecord &later : turns.sliced(i + 1))
            behind.append(later.id);
        beginOnDisk(turns.at(i), m_branches, behind);
        if (turns.at(i).state != TurnState::Waiting) // what became of it since
            keep(turns[i]);
    }
    if (!m_branches.isEmpty())
        m_journal->putBranches(m_conversationId, m_branches, this, [](const Result<> &) {}); // the turns say what was refused
}

// A turn that was sent while the journal was read, or since it could not be, may be in it as well: by its id it is one. What this session
// knows of it is newer; what the journal alone knows was there before.
void ChatSession::mergeRead(const QList<TurnRecord> &turns)
{
    const auto idIs = [](const QString &id) { return [id](const TurnRecord &turn) { return turn.id == id; }; };
    QList<TurnRecord> ended;
    QList<TurnRecord> open;
    for (const TurnRecord &turn : turns) {
        m_lastSeq = std::max(m_lastSeq, turn.seq);
        if (std::any_of(m_queue.cbegin(), m_queue.cend(), idIs(turn.id)))
            continue;
        const auto known = std::find_if(m_ended.begin(), m_ended.end(), idIs(turn.id));
        if (known != m_ended.end()) {
            ended.append(*known);
            ended.last().seq = turn.seq;
            m_ended.erase(known);
            continue;
        }
        (isOpen(turn.state) ? open : ended).append(turn);
    }
    for (TurnRecord &turn : m_ended)
        turn.seq = ++m_lastSeq;
    m_ended = ended + m_ended;
    const qsizetype read = open.size();
    m_queue = open + m_queue;
    numberFrom(read);
}

// Of the server's line: with versions the last of it may not be shown.
MessageId ChatSession::lastServerId() const
{
    if (!m_branches.isEmpty() || !m_removals.isEmpty()) {
        const QList<TranscriptModel::Entry> entries = allEntries();
        const auto last = std::find_if(entries.crbegin(), entries.crend(), [](const auto &entry) { return !entry.message.id.isEmpty(); });
        return last == entries.crend() ? MessageId() : last->message.id;
    }
    for (int row = m_transcript.rowCount() - 1; row >= 0; --row) {
        if (!m_transcript.messageAt(row).id.isEmpty())
            return m_transcript.messageAt(row).id;
    }
    return {};
}

// What was under way before a restart is shown at once, and goes on when there is a connection; what waits, waits for that.
void ChatSession::startNext()
{
    const bool isReady = m_workspace.state() == Workspace::State::Ready;
    if (!m_turn && !m_queue.isEmpty() && !m_isHeld && m_state == State::Idle) {
        if (m_queue.constFirst().state == TurnState::Waiting && (!isReady || !knowsItsPlace()))
            return;
        const TurnRecord next = m_queue.takeFirst();
        Q_EMIT waitingChanged(m_queue.size());
        makeCurrent(next);
    }
    if (m_turn && !m_isDelivering && isReady)
        deliver();
}

void ChatSession::reconnectNow()
{
    m_offlineTries = 0;
    m_delivery.reconnectNow();
    if (m_offline.isActive()) {
        m_offline.stop();
        startNext();
    }
}

// A server without idempotency keys is asked later what it has behind the message before: that one has to be known.
bool ChatSession::knowsItsPlace()
{
    if (!m_needsHistory || isProvisional(m_conversationId) || m_workspace.capabilities().has(feature::idempotency))
        return true;
    if (!m_loadingPage && !m_offline.isActive())
        loadPage(0, true);
    return false;
}

QString ChatSession::whyNotSendNow(int row) const
{
    const QString key = row >= 0 && row < m_transcript.rowCount() ? m_transcript.keyAt(row) : QString();
    const auto found =
        std::find_if(m_queue.cbegin(), m_queue.cend(), [&key](const TurnRecord &turn) { return questionKeyOf(turn) == key; });
    if (found == m_queue.cend() || found->state != TurnState::Waiting)
        return tr("This message does not wait to be sent.");
    if (m_workspace.state() != Workspace::State::Ready || m_state == State::Loading)
        return tr("There is no connection to the server at the moment.");
    if (found != m_queue.cbegin() && (!m_branches.isEmpty() || m_queue.constFirst().state != TurnState::Waiting))
        return tr("Another message has to be sent before this one."); // with versions each continues the one before
    return {};
}

void ChatSession::interruptAndSend(int row)
{
    if (!whyNotSendNow(row).isEmpty())
        return;
    const QString key = m_transcript.keyAt(row);
    const auto isIt = [&key](const TurnRecord &turn) { return questionKeyOf(turn) == key; };
    const auto found = std::find_if(m_queue.begin(), m_queue.end(), isIt);
    const bool interrupts = m_turn.has_value();
    m_isHeld = false;
    if (found != m_queue.begin()) { // under a new key, in place of the old one: the journal keeps their order
        const TurnRecord turn = *found;
        m_queue.erase(found);
        m_transcript.removeRow(row);
        enqueue(turn.request, -1, 0, m_conversationId, turn.id); // sends it where nothing is under way
    }
    if (interrupts)
        stop(); // its end sends the next
    else
        startNext();
}

std::optional<TurnRequest> ChatSession::withdraw(int row)
{
    const QString key = row >= 0 && row < m_transcript.rowCount() ? m_transcript.keyAt(row) : QString();
    const auto found = std::find_if(m_queue.begin(), m_queue.end(), [&key](const TurnRecord &turn) { return questionKeyOf(turn) == key; });
    if (found == m_queue.end() || found->state != TurnState::Waiting) // the server may have it
        return std::nullopt;
    TurnRequest request = found->request;
    if (m_journal)
        m_journal->forget(found->id);
    forgetBeginning(found->id);
    unlink(u"t:"_s + found->id);
    m_queue.erase(found);
    m_transcript.removeRow(row);
    updateQuestion();
    Q_EMIT waitingChanged(m_queue.size());
    return request;
}

void ChatSession::retry(int row)
{
    if (m_turn || row < 0 || row >= m_transcript.rowCount())
        return;
    const Message message = m_transcript.messageAt(row);
    if (message.role != Role::Assistant || message.runId.isEmpty() || !m_workspace.capabilities().has(feature::runRetry))
        return resend(row);
    const QString key = m_transcript.keyAt(row);
    const auto known = std::find_if(m_ended.begin(), m_ended.end(), [&key](const TurnRecord &turn) { return answerKeyOf(turn) == key; });
    TurnRecord turn;
    if (known != m_ended.end()) {
        turn = *known;
        m_ended.erase(known);
        if (turn.state == TurnState::Stopped) { // wanted again, whatever comes of it: what runs for it is not to be ended
            turn.state = TurnState::Interrupted;
            keep(turn);
        }
    }
    turn.run = message.runId;
    turn.answer.reset();
    m_projection.begin({}, key);
    m_turn = turn;
    m_isDelivering = true;
    m_turnClock.start();
    m_delivery.retry(turn);
}

// Asked anew, under a new key: the server refused the old one, or has lost it.
void ChatSession::resend(int row)
{
    const bool isAnswer = m_transcript.messageAt(row).role == Role::Assistant;
    const int questionIndex = isAnswer ? row - 1 : row;
    if (questionIndex < 0 || m_transcript.messageAt(questionIndex).role != Role::User)
        return;
    const Message question = m_transcript.messageAt(questionIndex);
    const QString key = m_transcript.keyAt(questionIndex);
    TurnRequest request;
    QString replaces;
    const std::optional<QString> parent = m_branches.isEmpty() ? std::nullopt : std::optional(tree().parentOf(key));
    const auto known = std::find_if(m_ended.begin(), m_ended.end(), [&key](const TurnRecord &turn) { return questionKeyOf(turn) == key; });
    if (known != m_ended.end()) {
        request = known->request;
        replaces = known->id;
        m_ended.erase(known);
    }
    if (isAnswer)
        m_transcript.removeRow(row);
    m_transcript.removeRow(questionIndex);
    request.text = question.content;
    request.files = question.attachments;
    request.hidden.clear(); // place() says it anew
    m_isHeld = false;
    // Before those that wait, and behind everything that was answered meanwhile; in a conversation with versions in its own place.
    enqueue(request, m_branches.isEmpty() ? -1 : questionIndex, 0, m_conversationId, replaces, parent);
}

} // namespace desk
