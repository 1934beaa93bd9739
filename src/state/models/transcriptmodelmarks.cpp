// What stands beside the messages of a TranscriptModel: which version a row shows, and what the person thinks of it.
#include "state/models/transcriptmodel.h"

namespace desk {

MessageMarks TranscriptModel::marksOf(const Row &row) const
{
    auto rating = m_ratings.constEnd();
    if (!row.message.id.isEmpty())
        rating = m_ratings.constFind(row.message.id.value());
    if (rating == m_ratings.constEnd())
        rating = m_ratings.constFind(row.key);
    MessageMarks marks = rating == m_ratings.constEnd() ? MessageMarks() : *rating;
    marks.version = m_versions.value(row.key);
    return marks;
}

MessageMarks TranscriptModel::marksAt(int row) const
{
    return marksOf(m_rows.at(row));
}

QList<MessageMarks> TranscriptModel::allMarks() const
{
    QList<MessageMarks> all;
    all.reserve(m_rows.size());
    for (const Row &row : m_rows)
        all.append(marksOf(row));
    return all;
}

void TranscriptModel::marksChanged(const QList<MessageMarks> &before)
{
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        if (marksAt(row) == before.at(row))
            continue;
        ++m_rows[row].partsRevision;
        Q_EMIT dataChanged(index(row), index(row), {PartsRevisionRole, Qt::AccessibleTextRole});
    }
}

void TranscriptModel::setVersions(const QHash<QString, VersionPlace> &versions)
{
    if (versions == m_versions)
        return;
    const QList<MessageMarks> before = allMarks();
    m_versions = versions;
    marksChanged(before);
}

void TranscriptModel::setRatings(const QHash<QString, MessageMarks> &ratings)
{
    if (ratings == m_ratings)
        return;
    const QList<MessageMarks> before = allMarks();
    m_ratings = ratings;
    marksChanged(before);
}

QString TranscriptModel::accessibleMarks(const Row &row) const
{
    const MessageMarks marks = marksOf(row);
    QString text = withWarnings(accessibleText(row), row.message);
    if (marks.version.isOneOfSeveral())
        //: A message as a screen reader says it, then which of its versions it is
        text = tr("%1 (version %2 of %3)").arg(text, QString::number(marks.version.number), QString::number(marks.version.count));
    if (marks.rating == Rating::Up)
        text = tr("%1 (rated good)", "a message as a screen reader says it").arg(text);
    else if (marks.rating == Rating::Down)
        text = tr("%1 (rated bad)", "a message as a screen reader says it").arg(text);
    return text;
}

} // namespace desk
