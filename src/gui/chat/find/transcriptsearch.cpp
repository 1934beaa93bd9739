#include "gui/chat/find/transcriptsearch.h"

#include "state/models/transcriptmodel.h"

namespace desk {

namespace {

constexpr int staleMs = 150;

QString keyOf(const TranscriptModel &model, int row)
{
    return model.index(row, 0).data(TranscriptModel::IdRole).toString();
}

} // namespace

TranscriptSearch::TranscriptSearch(QObject *parent)
    : QObject(parent)
{
    m_slice.setSingleShot(true);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &TranscriptSearch::run);
    m_later.setSingleShot(true);
    m_later.setInterval(staleMs);
    connect(&m_later, &QTimer::timeout, &m_slice, qOverload<>(&QTimer::start));
}

void TranscriptSearch::setModel(TranscriptModel *model)
{
    for (const QMetaObject::Connection &connection : std::as_const(m_connections))
        disconnect(connection);
    m_connections.clear();
    m_model = model;
    stop();
    if (model != nullptr)
        m_connections = {connect(model, &QAbstractItemModel::rowsInserted, this, &TranscriptSearch::onInserted),
                         connect(model, &QAbstractItemModel::rowsRemoved, this, &TranscriptSearch::onRemoved),
                         connect(model, &QAbstractItemModel::modelReset, this, &TranscriptSearch::restart),
                         connect(model, &QAbstractItemModel::dataChanged, this, &TranscriptSearch::onChanged)};
}

void TranscriptSearch::stop()
{
    m_matcher = {};
    restart();
}

void TranscriptSearch::start(const QString &needle, int fromRow)
{
    m_matcher = TextMatcher(needle);
    m_from = fromRow;
    restart();
}

void TranscriptSearch::restart()
{
    m_slice.stop();
    m_later.stop();
    m_words.reset();
    m_stale.clear();
    m_counts.clear();
    m_known.clear();
    const bool had = m_row >= 0;
    m_row = -1;
    const int rows = m_model == nullptr || !isActive() ? 0 : m_model->rowCount();
    if (rows > 0) {
        m_counts.insert(0, std::vector<int>(static_cast<size_t>(rows), 0));
        m_known.assign(static_cast<size_t>(rows), false);
        m_from = qBound(0, m_from, rows - 1);
        m_forward = m_from;
        m_backward = m_from - 1;
        m_slice.start();
    }
    Q_EMIT changed();
    if (had)
        Q_EMIT currentChanged();
}

void TranscriptSearch::onInserted(const QModelIndex &parent, int first, int last)
{
    Q_UNUSED(parent)
    if (!isActive())
        return;
    const int added = last - first + 1;
    const bool atEnd = first == m_counts.count();
    if (m_counts.count() + added != m_model->rowCount() || (first > 0 && !atEnd)) {
        restart();
        return;
    }
    m_counts.insert(first, std::vector<int>(static_cast<size_t>(added), 0));
    m_known.insert(m_known.begin() + first, static_cast<size_t>(added), false);
    if (!atEnd) {
        m_from += added;
        m_forward += added;
        m_backward += added;
        m_row += m_row >= 0 ? added : 0;
    }
    m_slice.start();
    Q_EMIT changed();
}

void TranscriptSearch::onRemoved(const QModelIndex &parent, int first, int last)
{
    Q_UNUSED(parent)
    if (!isActive())
        return;
    m_from = qMax(0, m_from - (first < m_from ? qMin(last, m_from) - first + 1 : 0));
    restart();
}

void TranscriptSearch::onChanged(const QModelIndex &from, const QModelIndex &to)
{
    if (!isActive())
        return;
    for (int row = from.row(); row <= to.row() && row < m_counts.count(); ++row) {
        const QString key = keyOf(*m_model, row);
        if ((m_known.at(static_cast<size_t>(row)) || key == m_wordsKey) && !m_stale.contains(key))
            m_stale << key;
    }
    if (!m_stale.isEmpty() && !m_later.isActive())
        m_later.start();
}

bool TranscriptSearch::pickRow()
{
    m_found = 0;
    int row = -1;
    if (!m_later.isActive() && !m_stale.isEmpty()) {
        row = m_model->rowOfKey(m_stale.takeFirst());
    } else {
        while (m_forward < m_counts.count() && m_known.at(static_cast<size_t>(m_forward)))
            ++m_forward;
        while (m_backward >= 0 && m_known.at(static_cast<size_t>(m_backward)))
            --m_backward;
        row = m_forward < m_counts.count() ? m_forward : m_backward;
        if (row < 0)
            return false;
    }
    if (row < 0)
        return true; // the row is gone; there may be others
    m_wordsKey = keyOf(*m_model, row);
    m_words.emplace(m_model->messageAt(row));
    return true;
}

bool TranscriptSearch::searchBite()
{
    if (!m_words)
        return pickRow();
    if (m_words->next())
        m_found += m_words->count(m_matcher);
    else
        rowDone();
    return true;
}

void TranscriptSearch::rowDone()
{
    m_words.reset();
    // The row under way is nearly always where it was.
    const int guess = m_forward < m_counts.count() ? m_forward : m_backward;
    const int row = guess >= 0 && keyOf(*m_model, guess) == m_wordsKey ? guess : m_model->rowOfKey(m_wordsKey);
    m_wordsKey.clear();
    if (row < 0 || row >= m_counts.count())
        return;
    if (m_counts.height(row) != m_found)
        m_counts.setHeight(row, m_found);
    m_known.at(static_cast<size_t>(row)) = true;
    if (row == m_row && m_number >= m_found)
        setCurrent(m_found > 0 ? row : -1, qMax(0, m_found - 1));
    else if (m_row < 0 && m_found > 0)
        setCurrent(row, row >= m_from ? 0 : m_found - 1);
}

void TranscriptSearch::run()
{
    if (m_model == nullptr || !isActive())
        return;
    QElapsedTimer clock;
    clock.start();
    bool more = true;
    while (more && clock.elapsed() < sliceMs)
        more = searchBite();
    if (more)
        m_slice.start();
    Q_EMIT changed();
}

int TranscriptSearch::position() const
{
    return m_row < 0 ? 0 : static_cast<int>(m_counts.top(m_row)) + m_number + 1;
}

void TranscriptSearch::setCurrent(int row, int number)
{
    m_row = row;
    m_number = number;
    Q_EMIT currentChanged();
}

bool TranscriptSearch::step(int by)
{
    const int all = total();
    if (all == 0)
        return false;
    const int now = m_row < 0 ? (by > 0 ? -1 : 0) : position() - 1;
    const int target = ((now + by) % all + all) % all;
    const int row = m_counts.rowAt(target);
    setCurrent(row, target - static_cast<int>(m_counts.top(row)));
    return true;
}

FindHit TranscriptSearch::currentHit() const
{
    if (m_row < 0 || m_model == nullptr || m_row >= m_model->rowCount())
        return {};
    return MessageWords::find(m_model->messageAt(m_row), m_matcher, m_number);
}

} // namespace desk
