#include "state/models/transcriptmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

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
        return accessibleText(row);
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
    const bool streaming = !m_rows.isEmpty() && m_rows.last().message.state == MessageState::Streaming;
    return streaming ? static_cast<int>(m_rows.size()) - 1 : -1;
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
        rows.append({u"m%1"_s.arg(m_nextKey++), message, 0});
    rows.append(std::move(m_rows));
    m_rows = std::move(rows);
    endInsertRows();
}

int TranscriptModel::append(const Message &message)
{
    const int row = static_cast<int>(m_rows.size());
    beginInsertRows({}, row, row);
    m_rows.append({u"m%1"_s.arg(m_nextKey++), message, 0});
    endInsertRows();
    return row;
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
    Q_EMIT dataChanged(index(row), index(row), {StateRole, ErrorRole, Qt::AccessibleTextRole});
}

void TranscriptModel::setServerId(int row, const MessageId &id)
{
    m_rows[row].message.id = id;
}

void TranscriptModel::setRunId(int row, const RunId &id)
{
    m_rows[row].message.runId = id;
}

void TranscriptModel::setRouting(int row, const RoutingDecision &routing)
{
    m_rows[row].message.routing = routing;
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

void TranscriptModel::finishTool(int row, const ToolFinished &result)
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
    if (call->title.isEmpty()) // what was asked says more than "Done"
        call->title = result.title;
    partsChanged(row);
}

void TranscriptModel::setCitations(int row, const QList<Citation> &citations)
{
    m_rows[row].message.citations = citations;
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

QString TranscriptModel::accessibleText(const Row &row) const
{
    const Message &message = row.message;
    const QString who = message.role == Role::User ? tr("You") : tr("Assistant");
    const QString time = QLocale().toString(message.createdAt.toLocalTime().time(), QLocale::ShortFormat);
    switch (message.state) {
    case MessageState::Complete:
        return tr("%1, %2: %3", "who, time, text").arg(who, time, message.content);
    case MessageState::Pending:
        return tr("%1, %2, being sent: %3", "who, time, text").arg(who, time, message.content);
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
