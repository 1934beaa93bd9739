#include "domain/secretscan.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Finding = SecretScan::Finding;
using Kind = SecretScan::Kind;

// Every repetition is bounded or possessive, and begins with a fixed text or at a word's edge: no input makes them look at a character
// more than a few times.
QRegularExpression compiled(const QString &pattern)
{
    QRegularExpression expression(pattern);
    expression.optimize();
    return expression;
}

// Group 1 is the secret, where there is one.
template <typename Accept>
void collect(const QRegularExpression &expression, const QString &text, Kind kind, QList<Finding> &found, Accept accept)
{
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const int group = match.lastCapturedIndex() >= 1 ? 1 : 0;
        if (accept(match.capturedView(group)))
            found.append({kind, match.capturedStart(group), match.capturedLength(group)});
    }
}

void findKeys(const QString &text, QList<Finding> &found)
{
    constexpr qsizetype longest = 20'000;
    for (qsizetype at = text.indexOf("-----BEGIN "_L1); at >= 0; at = text.indexOf("-----BEGIN "_L1, at + 1)) {
        const QStringView head = QStringView(text).mid(at, 80);
        if (!head.left(head.indexOf(u'\n') < 0 ? head.size() : head.indexOf(u'\n')).contains("PRIVATE KEY"_L1))
            continue;
        const QStringView rest = QStringView(text).mid(at, longest);
        const qsizetype end = rest.indexOf("-----END "_L1);
        const qsizetype tail = end < 0 ? -1 : rest.indexOf("-----"_L1, end + 9);
        const qsizetype length = tail < 0 ? rest.size() : tail + 5;
        found.append({Kind::PrivateKey, at, length});
        at += length - 1;
    }
}

// Letters and digits mixed, and no word repeated: "xxxxxxxxxxxxxxxxxxxx" and "<your-token-here>" are none.
bool looksRandom(QStringView secret)
{
    QSet<QChar> kinds;
    bool hasDigit = false;
    bool hasLetter = false;
    for (const QChar c : secret) {
        kinds.insert(c);
        hasDigit = hasDigit || c.isDigit();
        hasLetter = hasLetter || c.isLetter();
    }
    return hasDigit && hasLetter && kinds.size() >= std::min<qsizetype>(8, secret.size() / 2);
}

void findTokens(const QString &text, QList<Finding> &found)
{
    static const QRegularExpression services = compiled(
        uR"((?<![A-Za-z0-9_-])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{30,255}|glpat-[A-Za-z0-9_-]{20,64}|sk-(?:ant|proj|svcacct)-[A-Za-z0-9_-]{20,200}|sk-[A-Za-z0-9]{32,200}|(?:sk|rk)_live_[A-Za-z0-9]{16,200}|xox[abeprs]-[A-Za-z0-9-]{10,200}|(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])|AIza[A-Za-z0-9_-]{35}|npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{40,400}|hf_[A-Za-z0-9]{30,60}|dop_v1_[a-f0-9]{64}|SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{30,60}))"_s);
    static const QRegularExpression webToken =
        compiled(uR"((?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}+\.eyJ[A-Za-z0-9_-]{10,8000}+\.[A-Za-z0-9_-]{10,2000}+)"_s);
    static const QRegularExpression bearer =
        compiled(uR"((?i)\bauthorization\s{0,3}:\s{0,3}(?:bearer|basic|token)\s{1,3}([A-Za-z0-9._~+/=-]{16,2000}+))"_s);
    collect(services, text, Kind::AccessToken, found, looksRandom);
    collect(webToken, text, Kind::AccessToken, found, [](QStringView) { return true; });
    collect(bearer, text, Kind::AccessToken, found, looksRandom);
}

bool isPlaceholder(QStringView value)
{
    static const QSet<QString> words{u"password"_s, u"passwort"_s, u"secret"_s, u"changeme"_s, u"change-me"_s, u"example"_s, u"none"_s,
                                     u"null"_s,     u"true"_s,     u"false"_s,  u"required"_s, u"optional"_s,  u"string"_s,  u"token"_s};
    const QChar first = value.front();
    const bool isReference = first == u'$' || first == u'<' || first == u'{' || first == u'%' || first == u'[' || first == u'*';
    const bool isOneLetter = std::all_of(value.cbegin(), value.cend(), [first](QChar c) { return c == first; });
    return isReference || isOneLetter || words.contains(value.toString().toLower());
}

// A word of a sentence is no password: "password: please reset it".
bool isPassword(QStringView value)
{
    if (value.size() < 6 || isPlaceholder(value))
        return false;
    const bool hasDigit = std::any_of(value.cbegin(), value.cend(), [](QChar c) { return c.isDigit(); });
    const bool hasSign = std::any_of(value.cbegin(), value.cend(), [](QChar c) { return !c.isLetterOrNumber(); });
    const bool isCall = value.contains(u'(') || value.contains(u'.');
    return (hasDigit || hasSign) && !(isCall && !hasDigit);
}

void findPasswords(const QString &text, QList<Finding> &found)
{
    static const QRegularExpression inUrl =
        compiled(uR"((?<![A-Za-z0-9])[a-z][a-z0-9+.-]{1,20}://[^\s/:@"'<>]{1,100}:([^\s/@"'<>]{1,200})@[A-Za-z0-9\[])"_s);
    static const QRegularExpression assigned = compiled(
        uR"((?i)(?<![A-Za-z0-9])(?:[A-Za-z0-9]{1,30}[_-]){0,3}(?:password|passwd|pwd|passwort|kennwort|secret|api[_-]?key|apikey|access[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret|accountkey|sharedaccesskey)["']?\s{0,3}(?:=>|:=|=|:)\s{0,3}["']?([^\s"',;&<>]{6,400}))"_s);
    collect(inUrl, text, Kind::UrlPassword, found, [](QStringView value) { return !isPlaceholder(value); });
    collect(assigned, text, Kind::Password, found, isPassword);
}

bool passesLuhn(QStringView digits)
{
    int sum = 0;
    bool isDoubled = false;
    for (qsizetype i = digits.size() - 1; i >= 0; --i, isDoubled = !isDoubled) {
        const int digit = digits.at(i).unicode() - u'0';
        const int value = isDoubled ? 2 * digit : digit;
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

bool isCard(QStringView shown)
{
    QString digits = shown.toString();
    digits.remove(u' ').remove(u'-');
    const qsizetype size = digits.size();
    const bool isAmex = (digits.startsWith("34"_L1) || digits.startsWith("37"_L1)) && size == 15;
    const bool isVisa = digits.startsWith(u'4') && (size == 13 || size == 16 || size == 19);
    const bool isMastercard = ((digits >= "51"_L1 && digits < "56"_L1) || (digits >= "2221"_L1 && digits < "2721"_L1)) && size == 16;
    const bool isOther = (digits.startsWith("6011"_L1) || digits.startsWith("65"_L1) || digits.startsWith("35"_L1)) && size >= 16;
    const bool isOneDigit = std::all_of(digits.cbegin(), digits.cend(), [&digits](QChar c) { return c == digits.front(); });
    return (isAmex || isVisa || isMastercard || isOther) && !isOneDigit && passesLuhn(digits);
}

bool isIban(QStringView shown)
{
    QString text = shown.toString().remove(u' ');
    if (text.size() < 15 || text.size() > 34)
        return false;
    text = text.mid(4) + text.left(4);
    int rest = 0;
    for (const QChar c : std::as_const(text)) {
        const int value = c.isDigit() ? c.unicode() - u'0' : c.unicode() - u'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

// The blocks behind a number may be words of the sentence: as many as make one are taken.
void findIbans(const QString &text, QList<Finding> &found)
{
    static const QRegularExpression iban =
        compiled(uR"((?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}+(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9]))"_s);
    auto matches = iban.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        QStringView candidate = match.capturedView();
        while (!candidate.isEmpty() && !isIban(candidate))
            candidate = candidate.left(std::max<qsizetype>(0, candidate.lastIndexOf(u' ')));
        if (!candidate.isEmpty())
            found.append({Kind::Iban, match.capturedStart(), candidate.size()});
    }
}

void findPersonal(const QString &text, QList<Finding> &found)
{
    static const QRegularExpression card = compiled(uR"((?<![0-9A-Za-z.-])[0-9](?:[ -]?[0-9]){12,18}+(?![0-9A-Za-z]))"_s);
    static const QRegularExpression address =
        compiled(uR"((?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}+@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24})"_s);
    collect(card, text, Kind::CardNumber, found, isCard);
    findIbans(text, found);
    QList<Finding> addresses;
    collect(address, text, Kind::EmailList, addresses, [](QStringView) { return true; });
    if (addresses.size() >= SecretScan::fewestAddresses)
        found += addresses;
}

} // namespace

QList<SecretScan::Finding> SecretScan::scan(const QString &text)
{
    QList<Finding> found;
    findKeys(text, found);
    findTokens(text, found);
    findPasswords(text, found);
    findPersonal(text, found);
    std::stable_sort(found.begin(), found.end(), [](const Finding &a, const Finding &b) { return a.start < b.start; });
    QList<Finding> apart;
    qsizetype end = 0;
    for (const Finding &one : std::as_const(found)) {
        if (one.start < end)
            continue;
        apart.append(one);
        end = one.start + one.length;
    }
    return apart;
}

QString SecretScan::masked(QStringView secret)
{
    constexpr qsizetype shown = 4;
    const QStringView line = secret.left(secret.indexOf(u'\n') < 0 ? secret.size() : secret.indexOf(u'\n'));
    if (line.size() < 4 * shown)
        return QString(5, u'\u2022');
    return line.left(shown).toString() + QString(5, u'\u2022') + line.right(shown / 2).toString();
}

QString SecretScan::replaced(const QString &text, const QList<Finding> &findings, const QString &mark)
{
    QString out;
    qsizetype from = 0;
    for (const Finding &one : findings) {
        out += QStringView(text).mid(from, one.start - from);
        out += mark;
        from = one.start + one.length;
    }
    out += QStringView(text).mid(from);
    return out;
}

} // namespace desk
