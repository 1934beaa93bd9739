#include "state/models/conversationtotals.h"

#include "state/models/transcriptmodel.h"

namespace desk {

ConversationTotals::ConversationTotals(const TranscriptModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&model, &QAbstractItemModel::modelReset, this, &ConversationTotals::reset);
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                if (roles.isEmpty() || roles.contains(TranscriptModel::StateRole) || roles.contains(TranscriptModel::PartsRevisionRole))
                    changeRows(from.row(), to.row());
            });
    reset();
}

// An answer that is being written has not said anything yet, and one that failed without a word took nothing that is known.
ConversationTotals::Row ConversationTotals::look(int row)
{
    ++m_looks;
    const Message &message = m_model.messageAt(row);
    const bool isOpen = message.state == MessageState::Streaming || message.state == MessageState::Pending;
    return {message.role == Role::Assistant && !isOpen, message.facts.tokens(), message.facts.costDollars};
}

void ConversationTotals::add(const Row &row, int sign)
{
    m_answers += row.isAnswer ? sign : 0;
    if (row.isAnswer && row.tokens) {
        m_withTokens += sign;
        m_tokens += sign * *row.tokens;
    }
    if (row.isAnswer && row.costDollars) {
        m_withCost += sign;
        m_cost = m_withCost == 0 ? 0 : m_cost + sign * *row.costDollars;
    }
}

void ConversationTotals::insertRows(int first, int last)
{
    m_rows.insert(first, last - first + 1, Row());
    for (int row = first; row <= last; ++row) {
        m_rows[row] = look(row);
        add(m_rows.at(row), 1);
    }
    Q_EMIT changed();
}

void ConversationTotals::removeRows(int first, int last)
{
    for (int row = first; row <= last; ++row)
        add(m_rows.at(row), -1);
    m_rows.remove(first, last - first + 1);
    Q_EMIT changed();
}

void ConversationTotals::changeRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const Row now = look(row);
        if (now == m_rows.at(row))
            continue;
        add(m_rows.at(row), -1);
        m_rows[row] = now;
        add(now, 1);
    }
    Q_EMIT changed(); // who answers is among the parts
}

void ConversationTotals::reset()
{
    m_rows.clear();
    m_tokens = 0;
    m_cost = 0;
    m_answers = m_withTokens = m_withCost = 0;
    if (m_model.rowCount() > 0)
        insertRows(0, m_model.rowCount() - 1);
    else
        Q_EMIT changed();
}

} // namespace desk
