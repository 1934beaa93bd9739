#include "state/conversations/previewtext.h"

#include <QList>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRead = 400;

bool isOneOf(QChar c, QLatin1StringView set)
{
    return set.contains(c);
}

bool consistsOf(QStringView line, QLatin1StringView set)
{
    return std::all_of(line.cbegin(), line.cend(), [set](QChar c) { return isOneOf(c, set); });
}

qsizetype runOf(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && line.at(end) == line.at(at))
        ++end;
    return end - at;
}

// Of the bracket that closes the one at `at`; -1: none.
qsizetype closing(QStringView line, qsizetype at, QChar open, QChar close)
{
    int depth = 0;
    for (qsizetype i = at; i < line.size(); ++i) {
        if (line.at(i) == u'\\')
            ++i;
        else if (line.at(i) == open)
            ++depth;
        else if (line.at(i) == close && --depth == 0)
            return i;
    }
    return -1;
}

// Behind the address of a link whose words end at `close`; -1: it is no link. A cut address goes on to the end.
qsizetype behindAddress(QStringView line, qsizetype close)
{
    if (close < 0 || close + 1 >= line.size() || !isOneOf(line.at(close + 1), "(["_L1))
        return -1;
    const bool isInline = line.at(close + 1) == u'(';
    const qsizetype end = closing(line, close + 1, isInline ? u'(' : u'[', isInline ? u')' : u']');
    return end < 0 ? line.size() : end + 1;
}

// Whether a run of * or _ is emphasis and no sign.
bool isEmphasis(QStringView line, qsizetype at, qsizetype length)
{
    const QChar before = at > 0 ? line.at(at - 1) : QChar(u' ');
    const QChar after = at + length < line.size() ? line.at(at + length) : QChar(u' ');
    if (before.isSpace() && after.isSpace())
        return false;
    const bool isInWord = before.isLetterOrNumber() && after.isLetterOrNumber();
    return !isInWord || (line.at(at) == u'*' && length > 1);
}

// Without the marks of headings, quotes, lists and tasks in front of it.
QStringView withoutLead(QStringView line)
{
    line = line.trimmed();
    while (line.startsWith(u'>'))
        line = line.sliced(1).trimmed();
    const qsizetype hashes = line.startsWith(u'#') ? runOf(line, 0) : 0;
    if (hashes > 0 && hashes <= 6 && (hashes == line.size() || line.at(hashes).isSpace()))
        return line.sliced(hashes).trimmed();
    if (line.size() < 2 || !isOneOf(line.at(0), "-*+"_L1) || !line.at(1).isSpace()) // a number is part of what is said
        return line;
    line = line.sliced(1).trimmed();
    const bool isTask = line.size() > 3 && line.at(0) == u'[' && isOneOf(line.at(1), " xX"_L1) && line.at(2) == u']' && line.at(3) == u' ';
    return isTask ? line.sliced(4) : line;
}

void addInline(QStringView line, QString &out)
{
    for (qsizetype i = 0; i < line.size();) {
        const QChar c = line.at(i);
        if (c == u'\\' && i + 1 < line.size() && line.at(i + 1).unicode() < 0x80 && !line.at(i + 1).isLetterOrNumber()) {
            out += line.at(i + 1);
            i += 2;
        } else if (c == u'`') {
            const qsizetype run = runOf(line, i);
            const qsizetype end = line.indexOf(line.sliced(i, run), i + run);
            if (end >= 0)
                out += line.sliced(i + run, end - i - run);
            i = end < 0 ? i + run : end + run;
        } else if (c == u'!' && i + 1 < line.size() && line.at(i + 1) == u'[' &&
                   behindAddress(line, closing(line, i + 1, u'[', u']')) >= 0) {
            ++i;
        } else if (c == u'[') {
            const qsizetype close = closing(line, i, u'[', u']');
            const qsizetype behind = behindAddress(line, close);
            if (behind >= 0)
                addInline(line.sliced(i + 1, close - i - 1), out);
            else
                out += c;
            i = behind >= 0 ? behind : i + 1;
        } else if (isOneOf(c, "*_~"_L1)) {
            const qsizetype run = runOf(line, i);
            const bool goes = c == u'~' ? run > 1 : isEmphasis(line, i, run);
            if (!goes)
                out += line.sliced(i, run);
            i += run;
        } else {
            out += c;
            ++i;
        }
    }
}

bool isRule(QStringView line)
{
    return line.size() > 2 &&
           (consistsOf(line, "|:- "_L1) || consistsOf(line, "= "_L1) || consistsOf(line, "* "_L1) || consistsOf(line, "_ "_L1));
}

} // namespace

QString previewText(QStringView markdown)
{
    const QStringView source = markdown.left(mostRead);
    QString out;
    bool isCode = false;
    for (const QStringView raw : source.split(u'\n')) {
        const QStringView line = raw.trimmed();
        const bool isFence = (line.startsWith("```"_L1) && !line.sliced(runOf(line, 0)).contains(u'`')) || line.startsWith("~~~"_L1);
        if (isFence) {
            isCode = !isCode;
        } else if (isCode) {
            out += line;
        } else if (!isRule(line)) {
            const QStringView words = withoutLead(line);
            if (words.startsWith(u'|'))
                addInline(words.toString().replace(u'|', u' '), out);
            else
                addInline(words, out);
        }
        out += u' ';
    }
    out = std::move(out).simplified();
    return out.isEmpty() ? source.toString().remove(u'`').simplified() : out;
}

} // namespace desk
