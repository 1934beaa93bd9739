#include "state/models/transcriptmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Whether showing one or the other makes a difference.
bool isSame(const Message &a, const Message &b)
{
    return a.id == b.id && a.content == b.content && a.state == b.state && a.errorText == b.errorText && a.createdAt == b.createdAt &&
           a.runId == b.runId && a.toolCalls.size() == b.toolCalls.size() && a.thoughts.size() == b.thoughts.size() &&
           a.citations == b.citations && a.attachments.size() == b.attachments.size() && a.routing.has_value() == b.routing.has_value() &&
           a.plan.has_value() == b.plan.has_value() && a.prompts == b.prompts && a.facts == b.facts;
}

} // namespace

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.key;
    case RoleRole:
        return static_cast<int>(row.message.role);
    case Qt::DisplayRole:
    case TextRole:
        return row.message.content;
    case StateRole:
        return static_cast<int>(row.message.state);
    case PartsRevisionRole:
        return row.partsRevision;
    case TimeRole:
        return row.message.createdAt;
    case ErrorRole:
        return row.message.errorText;
    case Qt::AccessibleTextRole:
        return accessibleMarks(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> TranscriptModel::roleNames() const
{
    return {{IdRole, "id"}, {RoleRole, "role"}, {TextRole, "text"}, {StateRole, "state"}, {TimeRole, "time"}, {ErrorRole, "error"}};
}

int TranscriptModel::rowOfKey(const QString &key) const
{
    // Newest rows are asked for most.
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        if (m_rows.at(i).key == key)
            return static_cast<int>(i);
    }
    return -1;
}

int TranscriptModel::rowOf(const MessageId &id) const
{
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        if (m_rows.at(i).message.id == id)
            return static_cast<int>(i);
    }
    return -1;
}

int TranscriptModel::streamingRow() const
{
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        const MessageState state = m_rows.at(i).message.state;
        if (state == MessageState::Streaming)
            return static_cast<int>(i);
        if (state != MessageState::Waiting)
            return -1;
    }
    return -1;
}

QString TranscriptModel::keyOr(const QString &key)
{
    return key.isEmpty() ? u"m%1"_s.arg(m_nextKey++) : key;
}

void TranscriptModel::clear()
{
    if (m_rows.isEmpty())
        return;
    beginRemoveRows({}, 0, static_cast<int>(m_rows.size()) - 1);
    m_rows.clear();
    endRemoveRows();
}

void TranscriptModel::prepend(const QList<Message> &older)
{
    if (older.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(older.size()) - 1);
    QList<Row> rows;
    rows.reserve(older.size() + m_rows.size());
    for (const Message &message : older)
        rows.append({keyOr({}), message, 0});
    rows.append(std::move(m_rows));
    m_rows = std::move(rows);
    endInsertRows();
}

int TranscriptModel::append(const Message &message, const QString &key)
{
    const int row = static_cast<int>(m_rows.size());
    insert(row, message, key);
    return row;
}

void TranscriptModel::insert(int row, const Message &message, const QString &key)
{
    beginInsertRows({}, row, row);
    m_rows.insert(row, {keyOr(key), message, 0});
    endInsertRows();
}

void TranscriptModel::removeOthers(const QSet<QString> &kept)
{
    for (qsizetype last = m_rows.size() - 1; last >= 0;) {
        if (kept.contains(m_rows.at(last).key)) {
            --last;
            continue;
        }
        qsizetype first = last;
        while (first > 0 && !kept.contains(m_rows.at(first - 1).key))
            --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first - 1;
    }
}

// The most rows that keep their order; one that moved is taken out and put in again. A longest increasing run of places, found from its
// ends: tails.at(n) is the row that ends the best run of n + 1.
QSet<QString> TranscriptModel::inOrder(const QList<Entry> &entries) const
{
    QHash<QString, qsizetype> wanted;
    wanted.reserve(entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i)
        wanted.insert(entries.at(i).key, i);
    QList<qsizetype> places(m_rows.size(), -1);
    QList<qsizetype> before(m_rows.size(), -1);
    QList<qsizetype> tails;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const qsizetype place = wanted.value(m_rows.at(i).key, -1);
        if (place < 0)
            continue;
        places[i] = place;
        const auto end = std::lower_bound(tails.cbegin(), tails.cend(), place,
                                          [&places](qsizetype row, qsizetype value) { return places.at(row) < value; });
        const qsizetype length = std::distance(tails.cbegin(), end);
        before[i] = length > 0 ? tails.at(length - 1) : -1;
        if (length == tails.size())
            tails.append(i);
        else
            tails[length] = i;
    }
    QSet<QString> kept;
    for (qsizetype row = tails.isEmpty() ? -1 : tails.constLast(); row >= 0; row = before.at(row))
        kept.insert(m_rows.at(row).key);
    return kept;
}

void TranscriptModel::setRows(const QList<Entry> &entries, const QStringList &live)
{
    const QSet<QString> kept = inOrder(entries);
    removeOthers(kept);
    for (qsizetype i = 0; i < entries.size();) {
        if (i < m_rows.size() && m_rows.at(i).key == entries.at(i).key) {
            if (!live.contains(entries.at(i).key) && !isSame(m_rows.at(i).message, entries.at(i).message))
                replace(static_cast<int>(i), entries.at(i).message);
            ++i;
            continue;
        }
        qsizetype last = i;
        while (last + 1 < entries.size() && !(i < m_rows.size() && m_rows.at(i).key == entries.at(last + 1).key))
            ++last;
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(last));
        QList<Row> rows = m_rows.first(i);
        rows.reserve(m_rows.size() + last - i + 1);
        for (qsizetype n = i; n <= last; ++n)
            rows.append({keyOr(entries.at(n).key), entries.at(n).message, 0});
        rows.append(m_rows.mid(i));
        m_rows = std::move(rows);
        endInsertRows();
        i = last + 1;
    }
}

void TranscriptModel::appendText(int row, const QString &text)
{
    if (text.isEmpty())
        return;
    m_rows[row].message.content += text;
    Q_EMIT dataChanged(index(row), index(row), {TextRole, Qt::DisplayRole});
}

void TranscriptModel::setText(int row, const QString &text)
{
    if (m_rows.at(row).message.content == text)
        return;
    m_rows[row].message.content = text;
    Q_EMIT dataChanged(index(row), index(row), {TextRole, Qt::DisplayRole});
}

void TranscriptModel::setState(int row, MessageState state, const QString &errorText)
{
    Message &message = m_rows[row].message;
    if (message.state == state && message.errorText == errorText)
        return;
    message.state = state;
    message.errorText = errorText;
    if (state != MessageState::Streaming) {
        message.progress.reset();
        message.isStopping = false;
    }
    Q_EMIT dataChanged(index(row), index(row), {StateRole, ErrorRole, Qt::AccessibleTextRole});
}

void TranscriptModel::setStopping(int row)
{
    if (std::exchange(m_rows[row].message.isStopping, true))
        return;
    Q_EMIT dataChanged(index(row), index(row), {StateRole, Qt::AccessibleTextRole});
}

void TranscriptModel::setServerId(int row, const MessageId &id)
{
    m_rows[row].message.id = id;
}

void TranscriptModel::setRunId(int row, const RunId &id)
{
    m_rows[row].message.runId = id;
}

void TranscriptModel::setAgent(int row, const QString &agent)
{
    if (std::exchange(m_rows[row].message.agent, agent) != agent)
        partsChanged(row);
}

void TranscriptModel::setRouting(int row, const RoutingDecision &routing)
{
    m_rows[row].message.routing = routing;
    partsChanged(row);
}

void TranscriptModel::setPlan(int row, const Plan &plan)
{
    m_rows[row].message.plan = plan;
    partsChanged(row);
}

void TranscriptModel::addPrompt(int row, const Prompt &prompt)
{
    QList<Prompt> &prompts = m_rows[row].message.prompts;
    if (!prompts.contains(prompt))
        prompts.append(prompt);
}

void TranscriptModel::setProgress(int row, const Progress &progress)
{
    Message &message = m_rows[row].message;
    message.progress = progress;
    // The contract does not say whether the step it names is done or about to begin: it is done if that many are.
    const qsizetype last = message.plan ? std::min<qsizetype>(progress.completed, message.plan->steps.size()) : 0;
    for (qsizetype i = 0; i < last && !progress.stepId.isEmpty(); ++i) {
        if (message.plan->steps.at(i).id == progress.stepId)
            message.plan->steps[i].reported = true;
    }
    partsChanged(row);
}

void TranscriptModel::addThought(int row, const Thought &thought)
{
    QList<Thought> &thoughts = m_rows[row].message.thoughts;
    const auto previous = std::find_if(thoughts.rbegin(), thoughts.rend(), [&thought](const Thought &t) {
        return t.partial && t.source == thought.source && t.phase == thought.phase;
    });
    if (previous != thoughts.rend())
        *previous = thought;
    else
        thoughts.append(thought);
    partsChanged(row);
}

void TranscriptModel::startTool(int row, const ToolCall &call)
{
    m_rows[row].message.toolCalls.append(call);
    partsChanged(row);
}

qsizetype TranscriptModel::finishTool(int row, const ToolFinished &result)
{
    QList<ToolCall> &calls = m_rows[row].message.toolCalls;
    const auto matches = [&result](const ToolCall &call) {
        if (call.finished)
            return false;
        return result.callId.isEmpty() ? call.source == result.source : call.callId == result.callId;
    };
    auto call = std::find_if(calls.begin(), calls.end(), matches);
    if (call == calls.end()) { // a result whose start was not seen still deserves its card
        calls.append(ToolCall{result.callId, result.tool, result.source, result.title, {}, {}, false, true, {}, -1});
        call = calls.end() - 1;
    }
    call->finished = true;
    call->output = result.output;
    call->success = result.success;
    call->error = result.error;
    call->durationMs = result.durationMs;
    if (result.durationMs < 0 && call->startedAt.isValid() && result.at.isValid()) // the team server times no tool, but its events
        call->durationMs = qMax<qint64>(0, call->startedAt.msecsTo(result.at));
    if (call->title.isEmpty()) // what was asked says more than "Done"
        call->title = result.title;
    const qsizetype index = call - calls.begin();
    partsChanged(row);
    return index;
}

void TranscriptModel::setElapsed(int row, qint64 ms)
{
    if (ms <= m_rows.at(row).message.elapsedMs)
        return;
    m_rows[row].message.elapsedMs = ms;
    partsChanged(row);
}

void TranscriptModel::setCitations(int row, const QList<Citation> &citations)
{
    if (m_rows.at(row).message.citations == citations)
        return;
    m_rows[row].message.citations = citations;
    partsChanged(row);
}

void TranscriptModel::setFacts(int row, const AnswerFacts &facts)
{
    m_rows[row].message.facts = facts;
    partsChanged(row);
}

void TranscriptModel::replace(int row, const Message &message)
{
    Row &target = m_rows[row];
    target.message = message;
    ++target.partsRevision;
    Q_EMIT dataChanged(index(row), index(row));
}

void TranscriptModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void TranscriptModel::partsChanged(int row)
{
    ++m_rows[row].partsRevision;
    Q_EMIT dataChanged(index(row), index(row), {PartsRevisionRole});
}

QString TranscriptModel::withWarnings(const QString &text, const Message &message)
{
    QStringList warnings;
    for (const Thought &thought : message.thoughts) {
        if (thought.phase == warningPhase)
            warnings << thought.text;
    }
    if (warnings.isEmpty())
        return text;
    //: A message as it is read aloud, and what went wrong on the way
    return tr("%1. %n warnings: %2", nullptr, static_cast<int>(warnings.size())).arg(text, warnings.join(u"; "_s));
}

void TranscriptModel::setAuthors(std::function<QString(const Message &)> authors)
{
    m_authors = std::move(authors);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::AccessibleTextRole});
}

QString TranscriptModel::accessibleText(const Row &row) const
{
    const Message &message = row.message;
    QString who = message.role == Role::User ? tr("You") : tr("Assistant");
    if (m_authors && message.role == Role::Assistant)
        who = m_authors(message);
    const QString time = QLocale().toString(message.createdAt.toLocalTime().time(), QLocale::ShortFormat);
    switch (message.state) {
    case MessageState::Complete:
        return tr("%1, %2: %3", "who, time, text").arg(who, time, message.content);
    case MessageState::Pending:
        return tr("%1, %2, being sent: %3", "who, time, text").arg(who, time, message.content);
    case MessageState::Waiting:
        return tr("%1, %2, waiting to be sent: %3", "who, time, text").arg(who, time, message.content);
    case MessageState::Unknown:
        return tr("%1, %2, not known whether it arrived: %3", "who, time, text").arg(who, time, message.content);
    case MessageState::Streaming:
        return tr("%1, %2, still writing: %3", "who, time, text").arg(who, time, message.content);
    case MessageState::Stopped:
        return tr("%1, %2, stopped: %3", "who, time, text").arg(who, time, message.content);
    case MessageState::Interrupted:
        return tr("%1, %2, interrupted: %3", "who, time, text").arg(who, time, message.content);
    case MessageState::Failed:
        return tr("%1, %2, failed: %3", "who, time, text").arg(who, time, message.content.isEmpty() ? message.errorText : message.content);
    }
    return {};
}

} // namespace desk
