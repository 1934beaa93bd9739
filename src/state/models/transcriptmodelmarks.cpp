// What stands beside the messages of a TranscriptModel: which version a row shows, and what the person thinks of it.
#include "domain/citations.h"
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

namespace {

// What is to be found in a row besides its text: its parts are walked through by the arrow keys, once somebody knows of them.
QString withParts(const QString &text, const Message &message)
{
    QString all = text;
    const auto add = [&all](const QString &words) {
        //: A message as a screen reader says it, then something that is in it
        all = TranscriptModel::tr("%1 (%2)", "a message, what is in it").arg(all, words);
    };
    if (!message.attachments.isEmpty())
        add(TranscriptModel::tr("%n files", "of a message", static_cast<int>(message.attachments.size())));
    if (!message.toolCalls.isEmpty())
        add(TranscriptModel::tr("%n tools used", "for an answer", static_cast<int>(message.toolCalls.size())));
    if (const QList<CitedDocument> documents = citedDocuments(message.citations); !documents.isEmpty())
        add(TranscriptModel::tr("%n sources", "of an answer", static_cast<int>(documents.size())));
    return all;
}

} // namespace

QString TranscriptModel::accessibleMarks(const Row &row) const
{
    const MessageMarks marks = marksOf(row);
    QString text = withParts(withWarnings(accessibleText(row), row.message), row.message);
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
