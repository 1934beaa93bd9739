#pragma once

#include <QAbstractTextDocumentLayout>
#include <QList>
#include <QString>
#include <QStringMatcher>
#include <QStringView>

class QTextDocument;

namespace desk {

// Finds words whatever their case, in every script, and whether an accent is part of its letter or a character of its own. Matches do
// not overlap and never cross a line end. GUI thread for documents, else pure.
class TextMatcher
{
public:
    TextMatcher() = default;
    explicit TextMatcher(const QString &needle);

    [[nodiscard]] bool isEmpty() const { return m_needles.isEmpty(); }
    [[nodiscard]] QString needle() const { return m_needle; }
    [[nodiscard]] int count(QStringView text) const;
    [[nodiscard]] bool contains(QStringView text) const;

    using Found = std::pair<int, int>; // position, length
    [[nodiscard]] QList<Found> inDocument(const QTextDocument &document) const;
    [[nodiscard]] QList<QAbstractTextDocumentLayout::Selection> selections(QTextDocument &document, const QPalette &palette) const;

private:
    [[nodiscard]] std::pair<qsizetype, qsizetype> next(QStringView text, qsizetype from) const; // position or -1, length

    QString m_needle;
    QList<QStringMatcher> m_needles; // composed and decomposed, where that differs
};

} // namespace desk
