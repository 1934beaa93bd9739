#include "gui/text/textlimiter.h"

#include <QChar>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isHidden(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C || c == 0x200B ||
           c == 0x2060 || c == 0xFEFF || c == 0x00AD || (c >= 0xE0000 && c <= 0xE007F);
}

bool isControl(char32_t c)
{
    return (c < 0x20 && c != u'\t' && c != u'\n') || (c >= 0x7F && c < 0xA0);
}

// Object replacement, frame marks and the paragraph separator steer QTextDocument itself.
bool steersDocument(char32_t c)
{
    return c == 0xFFFC || c == 0xFDD0 || c == 0xFDD1 || c == 0x2029 || c == 0;
}

bool isMark(char32_t c)
{
    if (c < 0x300)
        return false;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

QString visibleName(char32_t c)
{
    return u"\u27E8U+"_s + QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(4, u'0') + u'\u27E9';
}

char32_t codePointAt(QStringView text, qsizetype &i)
{
    const QChar c = text.at(i);
    if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(c, text.at(++i));
    return c.isSurrogate() ? 0xFFFD : c.unicode();
}

} // namespace

QString TextLimiter::pass(QStringView text, TextUse use)
{
    QString out;
    out.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t c = codePointAt(text, i);
        if (c == u'\n' || c == 0x2028) {
            newLine();
            out += QChar(static_cast<char16_t>(c));
            continue;
        }
        m_marks = isMark(c) ? m_marks + 1 : 0;
        if (m_marks > maxMarks)
            continue;
        if (++m_line > maxLine) {
            out += QChar(QChar::LineSeparator);
            m_line = 1;
        }
        if (c == 0x1B)
            out += u'\u241B';
        else if (steersDocument(c))
            out += QChar(QChar::ReplacementCharacter);
        else if (isControl(c))
            continue;
        else if (use == TextUse::Code && isHidden(c))
            out += visibleName(c);
        else
            out += QStringView(QChar::fromUcs4(c));
    }
    return out;
}

QString displayText(QStringView text, TextUse use)
{
    return TextLimiter().pass(text, use);
}

QString displayLine(QStringView text, qsizetype maxLength)
{
    QString line = TextLimiter().pass(text.left(maxLength + 1), TextUse::Code).simplified();
    if (line.size() > maxLength)
        line = line.left(maxLength - 1) + u'\u2026';
    return line;
}

QString clipboardText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (!isControl(c.unicode()))
            out += c;
    }
    return out;
}

} // namespace desk
