// Deleting messages, and undoing it (CH-64).
#include "state/chat/chatsession.h"

#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"
#include "domain/page.h"
#include "state/cache/conversationcache.h"
#include "state/chat/branchtree.h"
#include "state/chat/transcriptmerge.h"
#include "state/store/turnjournal.h"
#include "state/workspace.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype newestMessages = 100;

// Refused before anything of it was stored: the server has nothing of it.
bool isOnlyHere(const TurnRecord &turn)
{
    return turn.state == TurnState::Failed && !turn.answer && turn.question.isEmpty();
}

Error cameBack(Error error)
{
    //: What the server or the network said follows
    error.message = ChatSession::tr("The message was not deleted, and is back. %1").arg(error.message);
    return error;
}

} // namespace

void ChatSession::setUndoable(qsizetype messages)
{
    if (messages == 0) {
        m_undo.stop();
        m_undoableRemoval.clear();
        m_takenBack.reset();
    }
    if (std::exchange(m_undoable, messages) != messages || messages > 0)
        Q_EMIT undoableChanged(messages);
}

QString ChatSession::whyNotRemove(int row) const
{
    if (row < 0 || row >= m_transcript.rowCount())
        return tr("There is no message.");
    const QString key = m_transcript.keyAt(row);
    if (m_turn && (key == m_projection.questionKey() || key == m_projection.answerKey()))
        return tr("This answer is still being written. It can be deleted when it is finished or stopped.");
    const auto isThis = [&key](const TurnRecord &turn) { return questionKeyOf(turn) == key && turn.state != TurnState::Waiting; };
    if (std::any_of(m_queue.cbegin(), m_queue.cend(), isThis))
        return tr("The server may have this message already. As soon as there is a connection, the program finds out.");
    if (m_state == State::Loading)
        return tr("The conversation is still being loaded.");
    return {};
}

void ChatSession::removeMessage(int row)
{
    if (!whyNotRemove(row).isEmpty())
        return;
    const QString key = m_transcript.keyAt(row);
    if (m_transcript.messageAt(row).state == MessageState::Waiting) {
        const auto found = std::find_if(m_queue.cbegin(), m_queue.cend(), [&key](const TurnRecord &t) { return questionKeyOf(t) == key; });
        const qsizetype at = found - m_queue.cbegin();
        const std::optional<TurnRequest> request = withdraw(row); // first: the end of another deletion may send what waits
        finishRemove();
        if (request) {
            m_takenBack = TakenBack{*request, at};
            m_undo.start();
            setUndoable(1);
        }
        return;
    }
    finishRemove(); // one at a time can be undone; what waits may be sent by it, and rows move
    row = m_transcript.rowOfKey(key);
    if (row < 0 || !whyNotRemove(row).isEmpty())
        return;
    RemovalRecord removal{QUuid::createUuid().toString(QUuid::WithoutBraces), {}};
    const bool isQuestion = m_transcript.messageAt(row).role == Role::User;
    for (int i = row; i < m_transcript.rowCount(); ++i) {
        if (i > row && (!isQuestion || m_transcript.messageAt(i).role == Role::User))
            break;
        removal.rows.append({m_transcript.keyAt(i), m_transcript.messageAt(i).id});
    }
    m_removals.append(removal);
    m_undoableRemoval = removal.id;
    showRows();
    m_undo.start();
    setUndoable(removal.rows.size());
    if (m_journal)
        m_journal->putRemoval(m_conversationId, removal, this, [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
}

void ChatSession::undoRemove()
{
    if (const std::optional<TakenBack> waiting = std::exchange(m_takenBack, std::nullopt)) {
        setUndoable(0);
        if (!m_branches.isEmpty()) // those behind it continue another by now
            return enqueue(waiting->request, -1, m_queue.size(), m_conversationId);
        return enqueue(waiting->request, -1, std::min(waiting->place, m_queue.size()), m_conversationId);
    }
    const QString id = m_undoableRemoval;
    const bool isThere = m_removals.removeIf([&id](const RemovalRecord &removal) { return removal.id == id; }) > 0;
    setUndoable(0);
    if (!isThere)
        return;
    if (m_journal)
        m_journal->dropRemoval(id);
    showRows();
}

void ChatSession::finishRemove()
{
    if (m_undoable > 0)
        onUndoOver();
}

void ChatSession::onUndoOver()
{
    setUndoable(0);
    finishRemovals();
}

// One after the other; what has to wait for a connection stays hidden, and is on disk.
void ChatSession::finishRemovals()
{
    if (m_isRemoving || m_state == State::Loading)
        return;
    const auto due = std::find_if(m_removals.cbegin(), m_removals.cend(),
                                  [this](const RemovalRecord &removal) { return removal.id != m_undoableRemoval; });
    if (due == m_removals.cend())
        return;
    const RemovalRecord removal = *due;
    const auto isLocal = [this](const RemovalRecord::Row &row) {
        const auto turn = std::find_if(m_ended.cbegin(), m_ended.cend(),
                                       [&row](const TurnRecord &t) { return questionKeyOf(t) == row.key || answerKeyOf(t) == row.key; });
        return row.message.isEmpty() && turn != m_ended.cend() && isOnlyHere(*turn);
    };
    if (isProvisional(m_conversationId) || std::all_of(removal.rows.cbegin(), removal.rows.cend(), isLocal)) {
        m_isRemoving = true;
        return endRemoval(removal, removal.rows);
    }
    if (m_workspace.state() != Workspace::State::Ready)
        return;
    m_isRemoving = true;
    lookForIds(removal);
}

// The team server never says what it calls a question (contract 4.6): its newest messages tell. So they do for a question that stays when
// its answer goes, which is all that says where it belongs.
void ChatSession::lookForIds(const RemovalRecord &removal)
{
    const auto needsLook = [this](const RemovalRecord::Row &row) {
        const auto turn = std::find_if(m_ended.cbegin(), m_ended.cend(),
                                       [&row](const TurnRecord &t) { return questionKeyOf(t) == row.key || answerKeyOf(t) == row.key; });
        return turn != m_ended.cend() && (row.message.isEmpty() || turn->question.isEmpty());
    };
    if (std::none_of(removal.rows.cbegin(), removal.rows.cend(), needsLook))
        return removeNext(removal, {});
    m_api.conversations()
        .messages(m_conversationId, 0, newestMessages)
        ->then(this, [this, generation = m_generation, removal](const Result<Page<Message>> &page) {
            if (generation != m_generation)
                return;
            if (page)
                return onIdsKnown(removal, page->items);
            endRemoval(removal, {});
            Q_EMIT failed(cameBack(page.error()));
        });
}

void ChatSession::onIdsKnown(RemovalRecord removal, const QList<Message> &newest)
{
    QHash<QString, MessageId> ids;
    const QList<TranscriptModel::Entry> entries = mergeTranscript(newest, m_ended);
    for (const TranscriptModel::Entry &entry : entries)
        ids.insert(entry.key, entry.message.id);
    for (RemovalRecord::Row &row : removal.rows) {
        if (row.message.isEmpty())
            row.message = ids.value(row.key);
    }
    for (TurnRecord &turn : m_ended) {
        if (turn.question.isEmpty())
            turn.question = ids.value(questionKeyOf(turn));
    }
    removeNext(removal, {});
}

void ChatSession::removeNext(const RemovalRecord &removal, const QList<RemovalRecord::Row> &done)
{
    if (done.size() == removal.rows.size())
        return endRemoval(removal, done);
    // From the last: a question without its answer is better to read than an answer without its question.
    const RemovalRecord::Row row = removal.rows.at(removal.rows.size() - 1 - done.size());
    if (row.message.isEmpty())
        return removeNext(removal, done + QList{row});
    m_api.conversations()
        .removeMessage(m_conversationId, row.message)
        ->then(this, [this, generation = m_generation, removal, done, row](const Result<> &outcome) {
            if (generation != m_generation)
                return;
            if (outcome || outcome.error().kind == Error::Kind::NotFound)
                return removeNext(removal, done + QList{row});
            endRemoval(removal, done);
            Q_EMIT failed(cameBack(outcome.error()));
        });
}

// What is not done comes back.
void ChatSession::endRemoval(const RemovalRecord &removal, const QList<RemovalRecord::Row> &done)
{
    forgetRows(removal, done);
    m_removals.removeIf([&removal](const RemovalRecord &known) { return known.id == removal.id; });
    showRows();
    m_isRemoving = false;
    finishRemovals();
    startNext();
}

void ChatSession::forgetRows(const RemovalRecord &removal, const QList<RemovalRecord::Row> &rows)
{
    const auto isGone = [&rows](const QString &key) {
        return std::any_of(rows.cbegin(), rows.cend(), [&key](const RemovalRecord::Row &row) { return row.key == key; });
    };
    const BranchTree before = tree();
    QList<TurnJournal::Removed> removed;
    for (const RemovalRecord::Row &row : rows) {
        const QString node = before.nodeOf(row.key);
        const bool isQuestion =
            !row.key.startsWith("a:"_L1) && !node.isEmpty() && (row.key.startsWith("q:"_L1) || node == u"m:"_s + row.message.value());
        if (!isQuestion)
            continue;
        const QString parent = before.parentOf(row.key);
        removed.append({row.key.startsWith("q:"_L1) ? row.key.sliced(2) : QString(), node, parent});
        m_branches.removeIf([&node](const BranchRecord &record) { return record.node == node; });
        for (BranchRecord &record : m_branches) {
            if (record.parent == node)
                record.parent = parent;
        }
    }
    const auto isGoneRefused = [&isGone](const TurnRecord &turn) { return turn.state == TurnState::Failed && isGone(questionKeyOf(turn)); };
    if (std::any_of(m_ended.cbegin(), m_ended.cend(), isGoneRefused))
        m_isHeld = false; // what waited behind it was the person's to decide, who did
    m_ended.removeIf([&isGone](const TurnRecord &turn) { return isGone(questionKeyOf(turn)); });
    for (TurnRecord &turn : m_ended) {
        if (!isGone(answerKeyOf(turn)))
            continue;
        turn.answer.reset();
        turn.answerId = {};
        turn.run = {};
        if (m_journal)
            m_journal->update(turn, this, [](const Result<> &) {});
    }
    const qsizetype known = m_server.removeIf([&rows](const Message &message) {
        return std::any_of(rows.cbegin(), rows.cend(), [&message](const auto &row) { return row.message == message.id; });
    });
    QList<MessageId> ids;
    for (const RemovalRecord::Row &row : rows) {
        if (!row.message.isEmpty())
            ids.append(row.message);
    }
    const qsizetype newer = std::clamp<qsizetype>(ids.size() - known, 0, std::max<qsizetype>(0, m_newer)); // asked since
    m_newer -= newer;
    m_totalMessages -= known + newer;
    if (m_cache && !ids.isEmpty())
        m_cache->removeMessages(m_conversationId, ids);
    m_saved.removeIf([&ids](const Message &message) { return ids.contains(message.id); });
    if (!m_journal)
        return;
    RemovalRecord done{removal.id, rows};
    m_journal->finishRemoval(m_conversationId, done, removed);
}

} // namespace desk
