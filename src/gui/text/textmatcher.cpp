#include "gui/text/textmatcher.h"

#include "gui/theme.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace desk {

TextMatcher::TextMatcher(const QString &needle)
    : m_needle(needle)
{
    if (needle.isEmpty())
        return;
    QStringList forms{needle};
    for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
        if (const QString other = needle.normalized(form); !forms.contains(other))
            forms << other;
    }
    for (const QString &form : std::as_const(forms))
        m_needles << QStringMatcher(form, Qt::CaseInsensitive);
}

std::pair<qsizetype, qsizetype> TextMatcher::next(QStringView text, qsizetype from) const
{
    std::pair<qsizetype, qsizetype> best{-1, 0};
    for (const QStringMatcher &matcher : m_needles) {
        const qsizetype at = matcher.indexIn(text, from);
        if (at >= 0 && (best.first < 0 || at < best.first))
            best = {at, matcher.pattern().size()};
    }
    return best;
}

bool TextMatcher::contains(QStringView text) const
{
    return next(text, 0).first >= 0;
}

int TextMatcher::count(QStringView text) const
{
    int found = 0;
    for (auto match = next(text, 0); match.first >= 0; match = next(text, match.first + match.second))
        ++found;
    return found;
}

QList<TextMatcher::Found> TextMatcher::inDocument(const QTextDocument &document) const
{
    QList<Found> all;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        for (auto match = next(text, 0); match.first >= 0; match = next(text, match.first + match.second))
            all << Found{block.position() + static_cast<int>(match.first), static_cast<int>(match.second)};
    }
    return all;
}

QList<QAbstractTextDocumentLayout::Selection> TextMatcher::selections(QTextDocument &document, const QPalette &palette) const
{
    QList<QAbstractTextDocumentLayout::Selection> all;
    const auto found = inDocument(document);
    for (const auto &[position, length] : found) {
        QAbstractTextDocumentLayout::Selection selection;
        selection.cursor = QTextCursor(&document);
        selection.cursor.setPosition(position);
        selection.cursor.setPosition(position + length, QTextCursor::KeepAnchor);
        selection.format.setBackground(Theme::searchMark(palette));
        selection.format.setForeground(palette.color(QPalette::Text));
        all << selection;
    }
    return all;
}

} // namespace desk
