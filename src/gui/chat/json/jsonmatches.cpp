#include "gui/chat/json/jsonmatches.h"

#include "gui/text/textlimiter.h"

#include <QElapsedTimer>

namespace desk {

namespace {

constexpr int sliceMs = 6;

} // namespace

JsonMatches::JsonMatches(const QJsonValue &root, QObject *parent)
    : QAbstractTableModel(parent)
    , m_root(root)
{
    m_slice.setSingleShot(true);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &JsonMatches::run);
}

void JsonMatches::search(const QString &words)
{
    if (!m_found.isEmpty()) {
        beginRemoveRows({}, 0, static_cast<int>(m_found.size()) - 1);
        m_found.clear();
        endRemoveRows();
    }
    m_matcher = TextMatcher(words);
    m_walker.emplace(m_root);
    if (words.isEmpty())
        m_slice.stop();
    else
        m_slice.start();
    Q_EMIT progressed();
}

void JsonMatches::run()
{
    QElapsedTimer clock;
    clock.start();
    QList<Found> found;
    bool more = true;
    for (int i = 0; (more = m_walker->next()) && m_found.size() + found.size() < most; ++i) {
        const QString text = jsonScalar(m_walker->value());
        if (m_matcher.contains(m_walker->key()) || m_matcher.contains(text))
            found << Found{m_walker->path(), displayLine(text, 300)};
        if (i % 32 == 0 && clock.elapsed() >= sliceMs)
            break;
    }
    if (!found.isEmpty()) {
        const auto before = static_cast<int>(m_found.size());
        beginInsertRows({}, before, before + static_cast<int>(found.size()) - 1);
        m_found += found;
        endInsertRows();
    }
    if (more && !isFull())
        m_slice.start();
    Q_EMIT progressed();
}

QList<qsizetype> JsonMatches::pathOf(const QModelIndex &index) const
{
    return index.isValid() ? m_found.at(index.row()).path : QList<qsizetype>();
}

int JsonMatches::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

int JsonMatches::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant JsonMatches::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Found &found = m_found.at(index.row());
    return index.column() == 0 ? displayLine(jsonPath(m_root, found.path), 200) : found.text;
}

QVariant JsonMatches::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Path") : tr("Value");
}

} // namespace desk
