#include "gui/text/math/mathspans.h"

#include "gui/text/math/mathtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QChar markOpen(0xFDD2); // noncharacters: no text that means anything has them
constexpr QChar markClose(0xFDD3);

struct Found {
    qsizetype end = -1; // behind the closing mark
    qsizetype bodyStart = 0;
    qsizetype bodyEnd = 0;
    bool display = false;
};

bool isAmount(QStringView body)
{
    return std::all_of(body.cbegin(), body.cend(), [](QChar c) { return c.isDigit() || u" .,-\u2013%kKmMbB"_s.contains(c); });
}

// A word that is not a command: "paid", "and". Formulas have none.
bool hasProse(QStringView body)
{
    qsizetype letters = 0;
    bool command = false;
    int words = 0;
    for (qsizetype i = 0; i <= body.size(); ++i) {
        const QChar c = i < body.size() ? body.at(i) : QChar(u' ');
        if (c.isLetter()) {
            command = command || (letters == 0 && i > 0 && (body.at(i - 1) == u'\\' || body.at(i - 1) == u'{'));
            ++letters;
        } else {
            words += letters >= 3 && !command ? 1 : 0;
            letters = 0;
            command = false;
        }
    }
    return words >= 2;
}

bool looksLikeMath(QStringView body)
{
    const bool sign = std::any_of(body.cbegin(), body.cend(), [](QChar c) { return u"\\^_=+*/<>-{|"_s.contains(c); });
    const bool word = body.size() <= 3 && std::none_of(body.cbegin(), body.cend(), [](QChar c) { return c.isSpace(); });
    return !isAmount(body) && (sign || word) && (body.contains(u'\\') || !hasProse(body));
}

bool blankLineIn(QStringView body)
{
    for (qsizetype at = body.indexOf(u'\n'); at >= 0; at = body.indexOf(u'\n', at + 1)) {
        qsizetype next = at + 1;
        while (next < body.size() && (body.at(next) == u' ' || body.at(next) == u'\t'))
            ++next;
        if (next < body.size() && body.at(next) == u'\n')
            return true;
    }
    return false;
}

QStringView near(QStringView text, qsizetype from, qsizetype length)
{
    return text.sliced(from, qMin(length, text.size() - from));
}

bool startsLine(QStringView text, qsizetype at)
{
    while (at > 0 && (text.at(at - 1) == u' ' || text.at(at - 1) == u'\t' || text.at(at - 1) == u'>'))
        --at;
    return at == 0 || text.at(at - 1) == u'\n';
}

bool endsLine(QStringView text, qsizetype at)
{
    while (at < text.size() && u" \t.,;"_s.contains(text.at(at)))
        ++at;
    return at == text.size() || text.at(at) == u'\n';
}

Found between(QStringView text, qsizetype at, QStringView open, QStringView close, qsizetype longest)
{
    const qsizetype body = at + open.size();
    const QStringView rest = near(text, body, longest + close.size());
    const qsizetype length = rest.indexOf(close);
    if (length <= 0 || rest.first(length).trimmed().isEmpty() || blankLineIn(rest.first(length)))
        return {};
    return {body + length + close.size(), body, body + length, longest == MathSpans::maxDisplay};
}

// $x$: nothing blank inside the dollars, no letter, digit or dollar outside them, all on one line.
Found inlineDollars(QStringView text, qsizetype at)
{
    const QChar before = at > 0 ? text.at(at - 1) : QChar(u' ');
    if (before.isLetterOrNumber() || before == u'$' || at + 2 >= text.size() || text.at(at + 1).isSpace())
        return {};
    const QStringView rest = near(text, at + 1, MathSpans::maxInline);
    qsizetype length = 0;
    while (length < rest.size() && rest.at(length) != u'$' && rest.at(length) != u'\n' && rest.at(length) != u'`')
        length += rest.at(length) == u'\\' ? 2 : 1;
    if (length >= rest.size() || length == 0 || rest.at(length) != u'$' || rest.at(length - 1).isSpace())
        return {};
    const qsizetype end = at + 1 + length + 1;
    const QChar after = end < text.size() ? text.at(end) : QChar(u' ');
    const QStringView body = rest.first(length);
    const qsizetype line = text.first(at).lastIndexOf(u'\n') + 1;
    const bool inTable = near(text, line, 200).trimmed().startsWith(u'|');
    if (after.isLetterOrNumber() || after == u'$' || (inTable && body.contains(u'|')) || !looksLikeMath(body))
        return {};
    return {end, at + 1, at + 1 + length, false};
}

Found formulaAt(QStringView text, qsizetype at)
{
    const QStringView rest = near(text, at, 2);
    if (rest == u"$$"_s) {
        const Found found = between(text, at, u"$$", u"$$", MathSpans::maxDisplay);
        const QStringView body = found.end < 0 ? QStringView() : text.sliced(found.bodyStart, found.bodyEnd - found.bodyStart).trimmed();
        return found.end >= 0 && !body.contains(u'`') && looksLikeMath(body) ? found : Found();
    }
    if (rest == u"\\["_s && startsLine(text, at)) {
        const Found found = between(text, at, u"\\[", u"\\]", MathSpans::maxDisplay);
        const bool whole = found.end >= 0 && endsLine(text, found.end);
        return whole && looksLikeMath(text.sliced(found.bodyStart, found.bodyEnd - found.bodyStart).trimmed()) ? found : Found();
    }
    if (rest == u"\\("_s) {
        const Found found = between(text, at, u"\\(", u"\\)", MathSpans::maxInline);
        return found.end >= 0 && looksLikeMath(text.sliced(found.bodyStart, found.bodyEnd - found.bodyStart).trimmed()) ? found : Found();
    }
    return rest.startsWith(u'$') ? inlineDollars(text, at) : Found();
}

// Behind a code span or fence that starts here. An opening run that nothing closes is text.
qsizetype behindCode(QStringView text, qsizetype at, qsizetype *unclosed)
{
    qsizetype run = 0;
    while (at + run < text.size() && text.at(at + run) == text.at(at))
        ++run;
    if (run >= *unclosed) // a shorter search for a run as long as this already failed
        return at + run;
    for (qsizetype i = at + run; i < text.size();) {
        if (text.at(i) != text.at(at)) {
            ++i;
            continue;
        }
        qsizetype length = 0;
        while (i + length < text.size() && text.at(i + length) == text.at(at))
            ++length;
        if (length == run || (run >= 3 && length > run))
            return i + length;
        i += length;
    }
    *unclosed = qMin(*unclosed, run);
    return at + run;
}

} // namespace

bool MathSpans::mayContain(QStringView markdown)
{
    return markdown.contains(u'$') || markdown.contains(u"\\("_s) || markdown.contains(u"\\["_s);
}

QString MathSpans::take(QStringView markdown)
{
    QString out;
    out.reserve(markdown.size());
    qsizetype unclosed = markdown.size() + 1;
    for (qsizetype i = 0; i < markdown.size();) {
        const QChar c = markdown.at(i);
        if (c == u'`') {
            const qsizetype end = behindCode(markdown, i, &unclosed);
            out += markdown.sliced(i, end - i);
            i = end;
            continue;
        }
        const Found found = (c == u'$' || c == u'\\') && m_spans.size() < maxSpans ? formulaAt(markdown, i) : Found();
        if (found.end >= 0) {
            const QStringView body = markdown.sliced(found.bodyStart, found.bodyEnd - found.bodyStart);
            m_spans << MathSpan{markdown.sliced(i, found.end - i).toString(), mathText(body), found.display};
            out += markOpen + QString::number(m_spans.size() - 1) + markClose;
            i = found.end;
        } else if (c == u'\\' && i + 1 < markdown.size()) {
            out += markdown.sliced(i, 2);
            i += 2;
        } else {
            out += c == markOpen || c == markClose ? QChar(QChar::ReplacementCharacter) : c;
            ++i;
        }
    }
    return out;
}

bool MathSpans::next(QStringView text, qsizetype from, Mark *mark) const
{
    if (m_spans.isEmpty())
        return false;
    const qsizetype start = text.indexOf(markOpen, from);
    const qsizetype close = start < 0 ? -1 : text.indexOf(markClose, start);
    if (close < 0)
        return false;
    bool ok = false;
    const int span = text.sliced(start + 1, close - start - 1).toInt(&ok);
    if (!ok || span < 0 || span >= m_spans.size())
        return false;
    *mark = {start, close + 1 - start, span};
    return true;
}

QString MathSpans::restore(const QString &text) const
{
    Mark mark;
    if (!next(text, 0, &mark))
        return text;
    QString out;
    qsizetype from = 0;
    while (next(text, from, &mark)) {
        out += QStringView(text).sliced(from, mark.start - from);
        out += m_spans.at(mark.span).source;
        from = mark.start + mark.length;
    }
    return out.append(QStringView(text).sliced(from));
}

} // namespace desk
