#include "state/cache/searchquery.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestQuery = 500;
constexpr qsizetype mostTerms = 32;

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(desk::SearchQuery)
};

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E';
}

struct Piece {
    bool isExcluded = false;
    QString filter; // "agent", …; empty: words
    QString value;
    bool isQuoted = false;
    bool isOpen = false; // the text ends with it
};

class Cutter
{
public:
    explicit Cutter(const QString &text)
        : m_text(text)
    {
    }

    bool next(Piece &piece)
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        if (m_at >= m_text.size())
            return false;
        piece = {};
        if (m_text.at(m_at) == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace()) {
            piece.isExcluded = true;
            ++m_at;
        }
        for (const QString &filter : searchFilters()) {
            if (QStringView(m_text).mid(m_at).startsWith(filter, Qt::CaseInsensitive)) {
                piece.filter = filter.chopped(1);
                m_at += filter.size();
                break;
            }
        }
        takeValue(piece);
        return true;
    }

private:
    void takeValue(Piece &piece)
    {
        const qsizetype from = m_at;
        if (m_at < m_text.size() && isQuote(m_text.at(m_at))) {
            piece.isQuoted = true;
            ++m_at;
            while (m_at < m_text.size() && !isQuote(m_text.at(m_at)))
                ++m_at;
            piece.value = m_text.mid(from + 1, m_at - from - 1);
            ++m_at; // the mark, or the end
            return;
        }
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace() && !isQuote(m_text.at(m_at)))
            ++m_at;
        piece.value = m_text.mid(from, m_at - from);
        piece.isOpen = m_at >= m_text.size();
    }

    QString m_text;
    qsizetype m_at = 0;
};

// A day, a month or a year: its first day.
std::optional<QDate> dateOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int n) { return match.captured(n).isEmpty() ? 1 : match.captured(n).toInt(); };
    const QDate date(match.captured(1).toInt(), part(2), part(3));
    return date.isValid() ? std::optional(date) : std::nullopt;
}

void takeDate(SearchQuery &query, std::optional<QDate> &date, const Piece &piece)
{
    if (const std::optional<QDate> day = dateOf(piece.value))
        date = day;
    else if (!piece.value.isEmpty())
        query.problems += Texts::tr("\u201C%1\u201D is not a date. Write the year, the month and the day: 2026-05-02.").arg(piece.value);
}

void takeFilter(SearchQuery &query, const Piece &piece)
{
    if (piece.filter == "before"_L1) {
        takeDate(query, query.before, piece);
    } else if (piece.filter == "after"_L1) {
        takeDate(query, query.after, piece);
    } else if (piece.value.isEmpty()) {
        return; // being typed
    } else if (piece.filter == "agent"_L1) {
        (piece.isExcluded ? query.notAgents : query.agents) += piece.value;
    } else if (piece.filter == "tool"_L1) {
        (piece.isExcluded ? query.notTools : query.tools) += piece.value;
    } else if (piece.filter == "in"_L1) {
        if (piece.value.compare("title"_L1, Qt::CaseInsensitive) == 0)
            query.titlesOnly = true;
        else if (!piece.isOpen)
            query.problems += Texts::tr("There is in:title, and nothing else after in:.");
    } else if (piece.filter == "kind"_L1) {
        if (searchKinds().contains(piece.value, Qt::CaseInsensitive))
            (piece.isExcluded ? query.notKinds : query.kinds) += piece.value.toLower();
        else if (!piece.isOpen)
            query.problems += Texts::tr("kind: knows %1.").arg(searchKinds().join(u", "_s));
    } else if (searchHasWords().contains(piece.value, Qt::CaseInsensitive)) {
        (piece.isExcluded ? query.notHas : query.has) += piece.value.toLower();
    } else if (!piece.isOpen) {
        query.problems += Texts::tr("has: knows %1.").arg(searchHasWords().join(u", "_s));
    }
}

} // namespace

const QStringList &searchFilters()
{
    static const QStringList filters{u"agent:"_s, u"tool:"_s, u"before:"_s, u"after:"_s, u"has:"_s, u"kind:"_s, u"in:"_s};
    return filters;
}

const QStringList &searchHasWords()
{
    static const QStringList words{u"file"_s, u"table"_s, u"code"_s, u"tool"_s, u"source"_s};
    return words;
}

const QStringList &searchKinds()
{
    static const QStringList words{u"answer"_s, u"question"_s, u"tool"_s, u"file"_s, u"source"_s, u"insight"_s, u"title"_s};
    return words;
}

SearchQuery SearchQuery::parse(const QString &text)
{
    SearchQuery query;
    Cutter cutter(text.left(longestQuery));
    Piece piece;
    while (cutter.next(piece) && query.terms.size() + query.excluded.size() < mostTerms) {
        if (!piece.filter.isEmpty())
            takeFilter(query, piece);
        else if (piece.value.trimmed().isEmpty())
            continue;
        else if (piece.isExcluded)
            query.excluded += piece.value;
        else
            query.terms += {piece.value, piece.isOpen && !piece.isQuoted};
    }
    return query;
}

bool SearchQuery::isEmpty() const
{
    return terms.isEmpty() && excluded.isEmpty() && !hasMessageFilters() && !before && !after && kinds.isEmpty();
}

bool SearchQuery::takes(QLatin1StringView kind) const
{
    if (titlesOnly)
        return kind == "title"_L1;
    return (kinds.isEmpty() || kinds.contains(kind)) && !notKinds.contains(kind);
}

bool SearchQuery::takesMessages() const
{
    return takes("answer"_L1) || takes("question"_L1) || takes("tool"_L1) || takes("file"_L1) || takes("source"_L1);
}

} // namespace desk
