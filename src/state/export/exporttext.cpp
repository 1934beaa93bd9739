#include "state/export/exporttext.h"

namespace desk {

using namespace Qt::StringLiterals;

namespace {

bool turnsDirection(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

// The picture of a control character: U+2400 and following.
QChar pictureOf(char16_t c)
{
    if (c == 0x7F)
        return u'\u2421';
    return c < 0x20 ? QChar(char16_t(0x2400 + c)) : QChar(QChar::ReplacementCharacter);
}

bool isReservedByWindows(const QString &name)
{
    static const QStringList devices{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s, u"conin$"_s, u"conout$"_s};
    const QString base = name.section(u'.', 0, 0).trimmed().toLower();
    const bool isPort = base.size() == 4 && (base.startsWith("com"_L1) || base.startsWith("lpt"_L1)) &&
                        (base.back().isDigit() || u"\u00B9\u00B2\u00B3"_s.contains(base.back()));
    return devices.contains(base) || isPort;
}

} // namespace

QString harmlessText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c == u'\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            if (c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
                continue;
            out += u'\n';
        } else if ((c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7F && c < 0xA0)) {
            out += pictureOf(c);
        } else if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            out += text.sliced(i++, 2);
        } else {
            out += QChar::isSurrogate(c) ? QChar(QChar::ReplacementCharacter) : QChar(c);
        }
    }
    return out;
}

QString visibleText(QStringView text)
{
    QString out;
    const QString clean = harmlessText(text);
    for (const QChar c : clean) {
        const char16_t code = c.unicode();
        const bool isHidden = turnsDirection(code) || code == 0x200B || code == 0x2060 || code == 0xFEFF || code == 0x00AD;
        if (isHidden)
            out += u"\u27E8U+"_s + QString::number(code, 16).toUpper().rightJustified(4, u'0') + u'\u27E9';
        else
            out += c;
    }
    return out;
}

QStringList harmlessLines(QStringView text)
{
    return harmlessText(text).split(u'\n');
}

QString harmlessLine(QStringView text, qsizetype most)
{
    QString out;
    const QString clean = harmlessText(text.left(most * 4)).simplified();
    for (const QChar c : clean) {
        if (!turnsDirection(c.unicode()) && c != QChar(QChar::ByteOrderMark))
            out += c;
    }
    if (out.size() <= most)
        return out;
    out.truncate(out.at(most - 2).isHighSurrogate() ? most - 2 : most - 1);
    return out + u'\u2026';
}

QString safeFileName(QStringView title, const QString &fallback, const QString &suffix)
{
    constexpr qsizetype most = 100;
    QString out;
    for (const QChar c : title.left(most * 4)) {
        const bool isControl = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        if (isControl)
            out += u' ';
        else if (u"<>:\"/\\|?*\u2215\u2044\u29F8\uFF0F"_s.contains(c))
            out += u'-';
        else
            out += c;
    }
    out = out.simplified().left(most);
    const auto isEdge = [](QChar c) { return c == u'.' || c == u' ' || c == u'-' || c == u'~' || c.isHighSurrogate(); };
    while (!out.isEmpty() && isEdge(out.back()))
        out.chop(1);
    while (!out.isEmpty() && isEdge(out.front()))
        out.remove(0, 1);
    if (isReservedByWindows(out))
        out.prepend(u'_');
    return (out.isEmpty() ? fallback : out) + suffix;
}

} // namespace desk
