#include "domain/citations.h"

#include <QHash>

#include <algorithm>

namespace desk {

namespace {

constexpr qsizetype mostLookedAt = 4 * maxCitations; // of one list that a server sent

QString keyOf(const Citation &citation)
{
    return citation.fileId.isEmpty() ? u'n' + citation.filename : u'i' + citation.fileId.value();
}

bool isSamePassage(const Citation &a, const Citation &b)
{
    if (a.page != b.page || !isSameDocument(a, b))
        return false;
    return a.quote.isEmpty() || b.quote.isEmpty() || a.quote == b.quote || a.quote.simplified() == b.quote.simplified();
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

} // namespace

bool isSameDocument(const Citation &a, const Citation &b)
{
    return a.fileId == b.fileId && (!a.fileId.isEmpty() || a.filename == b.filename);
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
    for (const Citation &citation : more.first(std::min(more.size(), mostLookedAt))) {
        const auto same =
            std::find_if(known.begin(), known.end(), [&citation](const Citation &other) { return isSamePassage(other, citation); });
        if (same != known.end())
            complete(*same, citation);
        else if (known.size() < maxCitations)
            known.append(citation);
    }
    return known;
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
