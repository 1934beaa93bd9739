#include "domain/citations.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr qsizetype mostLookedAt = 4 * maxCitations; // of one list that a server sent

QString keyOf(const Citation &citation)
{
    return citation.fileId.isEmpty() ? u'n' + citation.filename : u'i' + citation.fileId.value();
}

void complete(Citation &known, const Citation &other)
{
    if (known.filename.isEmpty())
        known.filename = other.filename;
    if (known.quote.isEmpty())
        known.quote = other.quote;
    if (!known.score)
        known.score = other.score;
}

// A list in which each passage stands once. Words are compared as they are read, which is worked out once for each: in a list of hundreds
// of one page every pair is looked at.
class Passages
{
public:
    explicit Passages(QList<Citation> citations)
        : m_all(std::move(citations))
    {
        for (const Citation &citation : std::as_const(m_all))
            m_words.append(citation.quote.simplified());
    }

    void add(const Citation &citation)
    {
        const QString words = citation.quote.simplified();
        const qsizetype same = find(citation, words);
        if (same < m_all.size()) {
            complete(m_all[same], citation);
            m_words[same] = m_words.at(same).isEmpty() ? words : m_words.at(same);
        } else if (m_all.size() < maxCitations) {
            m_all.append(citation);
            m_words.append(words);
        }
    }
    [[nodiscard]] const QList<Citation> &all() const { return m_all; }

private:
    [[nodiscard]] qsizetype find(const Citation &citation, const QString &words) const
    {
        qsizetype i = 0;
        while (i < m_all.size() && !isSame(i, citation, words))
            ++i;
        return i;
    }
    [[nodiscard]] bool isSame(qsizetype i, const Citation &citation, const QString &words) const
    {
        if (m_all.at(i).page != citation.page || !isSameDocument(m_all.at(i), citation))
            return false;
        return words.isEmpty() || m_words.at(i).isEmpty() || m_words.at(i) == words;
    }

    QList<Citation> m_all;
    QStringList m_words; // of each
};

} // namespace

bool isSameDocument(const Citation &a, const Citation &b)
{
    return a.fileId == b.fileId && (!a.fileId.isEmpty() || a.filename == b.filename);
}

bool hasPages(const QString &filename)
{
    return filename.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) || filename.endsWith(QLatin1String(".docx"), Qt::CaseInsensitive);
}

QList<CitedDocument> citedDocuments(const QList<Citation> &citations)
{
    QList<CitedDocument> documents;
    QHash<QString, qsizetype> places; // in documents
    for (qsizetype i = 0; i < citations.size(); ++i) {
        const QString key = keyOf(citations.at(i));
        const auto place = places.constFind(key);
        if (place == places.constEnd()) {
            places.insert(key, documents.size());
            documents.append({i, i, {i}});
            continue;
        }
        CitedDocument &document = documents[*place];
        document.all.append(i);
        if (citations.at(i).score > citations.at(document.best).score)
            document.best = i;
    }
    return documents;
}

QList<Citation> withMoreCitations(QList<Citation> known, const QList<Citation> &more)
{
    Passages passages(std::move(known));
    for (const Citation &citation : more.first(std::min(more.size(), mostLookedAt)))
        passages.add(citation);
    return passages.all();
}

QList<Citation> mergedCitations(const QList<Citation> &stored, const QList<Citation> &ours)
{
    if (stored.isEmpty())
        return ours;
    if (ours.isEmpty())
        return stored;
    QHash<QString, QList<Citation>> byDocument; // of the server's
    for (const Citation &citation : stored)
        byDocument[keyOf(citation)].append(citation);
    QList<Citation> merged;
    for (const CitedDocument &document : citedDocuments(ours)) {
        QList<Citation> passages = byDocument.take(keyOf(ours.at(document.first)));
        if (passages.isEmpty())
            continue;
        QList<Citation> seen;
        for (const qsizetype i : document.all)
            seen.append(ours.at(i));
        merged += withMoreCitations(std::move(passages), seen);
    }
    for (const Citation &citation : stored) {
        if (byDocument.contains(keyOf(citation)))
            merged.append(citation);
    }
    return merged;
}

} // namespace desk
