// Versions of questions and answers. What they are: branchtree.h.
#include "state/chat/chatsession.h"

#include "domain/capabilities.h"
#include "state/chat/branchtree.h"
#include "state/chat/transcriptmerge.h"
#include "state/store/turnjournal.h"
#include "state/workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

QSet<QString> ChatSession::goneKeys(const QList<TranscriptModel::Entry> &entries) const
{
    QSet<QString> keys;
    QSet<MessageId> ids;
    for (const RemovalRecord &removal : m_removals) {
        for (const RemovalRecord::Row &row : removal.rows) {
            keys.insert(row.key);
            if (!row.message.isEmpty())
                ids.insert(row.message);
        }
    }
    for (const TranscriptModel::Entry &entry : entries) {
        if (ids.contains(entry.message.id))
            keys.insert(entry.key);
    }
    return keys;
}

BranchTree ChatSession::tree() const
{
    const QList<TranscriptModel::Entry> entries = allEntries();
    return {entries, m_branches, goneKeys(entries)};
}

void ChatSession::showVersions()
{
    if (!m_branches.isEmpty())
        m_transcript.setVersions(tree().places());
}

void ChatSession::unlink(const QString &node)
{
    const BranchRecord *known = findBranch(node);
    if (!known)
        return;
    const QString parent = known->parent;
    m_branches.removeIf([&node](const BranchRecord &record) { return record.node == node; });
    QList<BranchRecord> moved;
    for (BranchRecord &record : m_branches) {
        if (record.parent != node)
            continue;
        record.parent = parent;
        moved.append(record);
    }
    if (m_journal && !moved.isEmpty())
        m_journal->putBranches(m_conversationId, moved, this, [](const Result<> &) {});
}

BranchRecord *ChatSession::findBranch(const QString &node)
{
    const auto found = std::find_if(m_branches.begin(), m_branches.end(), [&node](const BranchRecord &r) { return r.node == node; });
    return found == m_branches.end() ? nullptr : &*found;
}

qint64 ChatSession::nextPick() const
{
    qint64 most = 0;
    for (const BranchRecord &record : m_branches)
        most = std::max(most, record.picked);
    return most + 1;
}

bool ChatSession::seesOtherVersions() const
{
    return !m_workspace.capabilities().has(feature::hiddenMessages);
}

QList<MessageVersion> ChatSession::versionsOf(int row) const
{
    if (row < 0 || row >= m_transcript.rowCount() || m_branches.isEmpty())
        return {};
    return tree().versionsOf(m_transcript.keyAt(row));
}

QString ChatSession::whyNoNewVersion(int row) const
{
    if (m_state == State::Loading)
        return tr("The conversation is still being loaded.");
    if (isBusy() || !m_queue.isEmpty())
        return tr("A new version can be made when no answer is being written and no message waits to be sent.");
    int question = std::min(row, m_transcript.rowCount() - 1);
    while (question >= 0 && m_transcript.messageAt(question).role != Role::User)
        --question;
    if (row < 0 || question < 0)
        return tr("The question of this answer is not here.");
    return {};
}

QString ChatSession::whyNoOtherVersion() const
{
    if (isBusy() || !m_queue.isEmpty())
        return tr("Another version can be shown when no answer is being written and no message waits to be sent.");
    return {};
}

void ChatSession::regenerate(int row, const QStringList &agents, const QString &model)
{
    addVersion(row, {}, agents, model);
}

void ChatSession::sendVersion(int row, const QString &text)
{
    if (!text.trimmed().isEmpty())
        addVersion(row, text);
}

// An empty text: the one it has.
void ChatSession::addVersion(int row, const QString &text, const QStringList &agents, const QString &model)
{
    if (!whyNoNewVersion(row).isEmpty())
        return;
    while (m_transcript.messageAt(row).role != Role::User)
        --row;
    const Message question = m_transcript.messageAt(row);
    const QString key = m_transcript.keyAt(row);
    const BranchTree before = tree();
    const auto known =
        std::find_if(m_ended.cbegin(), m_ended.cend(), [&key](const TurnRecord &turn) { return questionKeyOf(turn) == key; });
    TurnRequest request = known == m_ended.cend() ? TurnRequest() : known->request; // whatever else it was asked with
    request.text = text.isEmpty() ? question.content : text;
    request.files = question.attachments;
    if (!agents.isEmpty())
        request.agents = agents;
    if (!model.isEmpty())
        request.options.model = model;
    TurnRecord turn = newTurn(request);
    QList<BranchRecord> records;
    const QString parent = before.parentOf(key);
    const QStringList siblings = before.siblingsOf(key);
    for (const QString &sibling : siblings) {
        if (!findBranch(sibling))
            records.append({sibling, parent, nextPick() + records.size()});
    }
    records.append({u"t:"_s + turn.id, parent, nextPick() + records.size()});
    m_isHeld = false;
    m_queue.append(turn);
    numberFrom(m_queue.size() - 1);
    place(m_queue.last(), records);
    turn = m_queue.constLast();
    showRows();
    Q_EMIT waitingChanged(m_queue.size());
    writeBeginning(turn, m_conversationId, {}, records);
    startNext();
}

// What the answer is to be written without is known when the turn has its place.
void ChatSession::place(TurnRecord &turn, const QList<BranchRecord> &records)
{
    for (const BranchRecord &record : records) {
        if (BranchRecord *known = findBranch(record.node))
            *known = record;
        else
            m_branches.append(record);
    }
    const QList<MessageId> hidden = tree().hidden();
    turn.request.hidden.clear();
    for (const MessageId &message : hidden)
        turn.request.hidden.append(message.value());
}

// Of a message at the end, or of one that is asked again. Before it is in the queue.
QList<BranchRecord> ChatSession::recordsFor(const TurnRecord &turn, const QString &replaces, const std::optional<QString> &parent)
{
    if (m_branches.isEmpty())
        return {};
    const QString node = u"t:"_s + turn.id;
    if (!parent)
        return {{node, tree().last(), nextPick()}};
    const QString old = u"t:"_s + replaces;
    BranchRecord place{node, *parent, nextPick()};
    for (BranchRecord &record : m_branches) {
        if (replaces.isEmpty())
            break;
        if (record.parent == old)
            record.parent = node;
        if (record.node == old) {
            record.node = node;
            record.picked = place.picked;
        }
    }
    return {place};
}

void ChatSession::chooseVersion(int row, int number)
{
    const QList<MessageVersion> versions = versionsOf(row);
    if (number >= 1 && number <= versions.size())
        keepVersion(versions.at(number - 1).node);
}

void ChatSession::keepVersion(const QString &node)
{
    BranchRecord *known = findBranch(node);
    if (!whyNoOtherVersion().isEmpty())
        return;
    if (!known) { // it came to stand beside others when what was before it was deleted
        const QList<TranscriptModel::Entry> entries = allEntries();
        const BranchTree whole(entries, m_branches, goneKeys(entries));
        const auto of = std::find_if(entries.cbegin(), entries.cend(), [&](const auto &entry) { return whole.nodeOf(entry.key) == node; });
        if (of == entries.cend())
            return;
        m_branches.append({node, whole.parentOf(of->key), 0});
        known = &m_branches.last();
    }
    known->picked = nextPick();
    const BranchRecord record = *known;
    showRows();
    if (m_journal)
        m_journal->putBranches(m_conversationId, {record}, this, [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
}

// In a version that is not shown: that one is chosen, and those it continues.
Result<int> ChatSession::rowToReach(const MessageId &message)
{
    if (const int row = m_transcript.rowOf(message); row >= 0)
        return row;
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message = tr("The message is not in this conversation any more.");
    if (m_branches.isEmpty())
        return Unexpected{error};
    const QList<TranscriptModel::Entry> entries = allEntries();
    const QSet<QString> gone = goneKeys(entries);
    const auto isIt = [&](const TranscriptModel::Entry &entry) { return entry.message.id == message && !gone.contains(entry.key); };
    const auto found = std::find_if(entries.cbegin(), entries.cend(), isIt);
    if (found == entries.cend())
        return Unexpected{error};
    if (const QString reason = whyNoOtherVersion(); !reason.isEmpty()) {
        error.kind = Error::Kind::Conflict;
        error.message = reason;
        return Unexpected{error};
    }
    const QStringList nodes = BranchTree(entries, m_branches, gone).wayTo(found->key);
    for (const QString &node : nodes)
        keepVersion(node);
    if (const int row = m_transcript.rowOf(message); row >= 0)
        return row;
    return Unexpected{error};
}

} // namespace desk
