#include "localserver/engine/textutil.h"

#include <QSet>

#include <array>

namespace desk::server {

using namespace Qt::StringLiterals;

QString fold(const QString &text)
{
    QString lowered = text.toCaseFolded();
    lowered.replace(u'ß', "ss"_L1);
    const QString decomposed = lowered.normalized(QString::NormalizationForm_KD);
    QString out;
    out.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            out.append(c);
    }
    return out;
}

QStringList foldedWords(const QString &text)
{
    const QString folded = fold(text);
    QStringList out;
    QString word;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c == u'_') {
            word.append(c);
        } else if (!word.isEmpty()) {
            out.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        out.append(word);
    return out;
}

QStringList wordForms(const QString &word)
{
    QStringList out{word};
    if (word.size() > 4 && word.endsWith("ies"_L1))
        out.append(word.chopped(3) + u'y');
    for (const QLatin1StringView ending : {"es"_L1, "s"_L1, "en"_L1, "n"_L1, "er"_L1, "e"_L1}) {
        if (word.size() - ending.size() >= 3 && word.endsWith(ending))
            out.append(word.chopped(ending.size()));
    }
    return out;
}

static qsizetype editDistance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype above = row[j];
            row[j] = qMin(qMin(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
            diagonal = above;
        }
    }
    return row[b.size()];
}

bool sameWord(const QString &a, const QString &b)
{
    if (a == b)
        return true;
    if (a.isEmpty() || b.isEmpty() || a.front() != b.front() || qAbs(a.size() - b.size()) > 3)
        return false;
    const QStringList formsA = wordForms(a);
    const QStringList formsB = wordForms(b);
    for (const QString &form : formsA) {
        if (formsB.contains(form))
            return true;
    }
    if (a.size() > 40 || b.size() > 40 || qMin(a.size(), b.size()) < 6)
        return false;
    return editDistance(a, b) <= 1;
}

bool isStopWord(const QString &word)
{
    static const QSet<QString> words = [] {
        static const char list[] =
            "a an and any are as at be been by can could did do does for from had has have how i if in into is it its me my no not of on "
            "or our "
            "please s so some tell than that the their them then there these they this those to us was we were what when where which who "
            "whom whose why will with would you your about also all am but give each every find show list say says said let "
            "ab aber alle als am an auch auf aus bei bin bis bitte da das dass dem den der des die dies diese dieser dieses doch du ein "
            "eine "
            "einem einen einer eines er es fur gibt hat hatte hatten haben ich ihr im ist ja kann kein keine mein mir mit nach nicht noch "
            "nur ob oder "
            "sein sich sie sind so uber um und uns unser unsere vom von vor war waren was welche welchem welchen welcher welches wenn wer "
            "wie wird wo wurde wurden zu zum zur zeige";
        const QStringList parts = QString::fromLatin1(list).split(u' ');
        return QSet<QString>(parts.cbegin(), parts.cend());
    }();
    return words.contains(word);
}

QString cleanText(const QString &text)
{
    bool suspicious = false;
    for (const QChar c : text)
        suspicious = suspicious || c.isSurrogate() || c.unicode() < 0x20 || c.unicode() == 0x7f;
    if (!suspicious)
        return text; // nearly always, and big tables have millions of cells
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out.append(c);
            out.append(text[++i]);
        } else if (c.isSurrogate()) {
            out.append(QChar::ReplacementCharacter);
        } else if (c == u'\n' || c == u'\t' || (c.unicode() >= 0x20 && c.unicode() != 0x7f)) {
            out.append(c);
        }
    }
    return out;
}

QString shortLine(const QString &text, qsizetype length)
{
    const QString line = cleanText(text).simplified();
    if (line.size() <= length)
        return line;
    qsizetype cut = length - 1;
    if (line[cut - 1].isHighSurrogate())
        --cut;
    return line.first(cut) + u'…';
}

QString escapeMarkdown(const QString &text)
{
    static constexpr auto specials = std::to_array<char16_t>({u'\\', u'`', u'*', u'_', u'[', u']', u'<', u'>', u'|', u'#', u'~', u'&'});
    QString out;
    const QString cleaned = cleanText(text);
    out.reserve(cleaned.size() + 8);
    for (const QChar c : cleaned) {
        bool special = false;
        for (const char16_t candidate : specials)
            special = special || c == QChar(candidate);
        if (special)
            out.append(u'\\');
        out.append(c == u'\n' || c == u'\t' ? QChar(u' ') : c);
    }
    return out;
}

} // namespace desk::server
