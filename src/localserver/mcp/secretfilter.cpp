#include "localserver/mcp/secretfilter.h"

#include "domain/secretscan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype shortestNamed = 4;
constexpr qsizetype shortestUnnamed = 8;

// Asked of the one who knows such names: with a value that would be a secret under them.
bool namesASecret(const QString &name)
{
    static const QRegularExpression ending(u"(?:KEY|TOKEN|PASS|PASSPHRASE|CREDENTIALS?)$"_s, QRegularExpression::CaseInsensitiveOption);
    const QList<SecretScan::Finding> found = SecretScan::scan(name + u"=q7-Zr4x9-Lp2"_s);
    return ending.match(name).hasMatch() ||
           std::any_of(found.begin(), found.end(), [&name](const SecretScan::Finding &one) { return one.start > name.size(); });
}

bool isSwitch(const QString &value)
{
    static const QSet<QString> words{u"true"_s, u"false"_s, u"null"_s, u"none"_s};
    return words.contains(value.toLower());
}

// Of letters in the order of a word: what was drawn at random mixes their cases and digits.
bool isPlain(const QString &value)
{
    static const QString word = uR"(\p{L}|\p{Lu}{2,20}|\p{Lu}?[\p{Ll}\p{Lo}]{1,20}(?:\p{Lu}\p{Ll}{2,20}){0,3})"_s;
    static const QRegularExpression between(uR"([\s/\\.:,;=?&@~_+-]+)"_s);
    static const QRegularExpression piece(u"^(?:%1|[0-9]{1,10})$"_s.arg(word));
    static const QRegularExpression pieceOfPath(u"^(?:(?:%1)[0-9]{0,3}|[0-9]{1,10})$"_s.arg(word));
    const QRegularExpression &allowed = value.contains(u'/') ? pieceOfPath : piece;
    const QStringList pieces = value.split(between, Qt::SkipEmptyParts);
    return std::all_of(pieces.begin(), pieces.end(), [&allowed](const QString &one) { return allowed.match(one).hasMatch(); });
}

QStringList secretsIn(const QString &name, const QString &value)
{
    if (value.size() < shortestNamed)
        return {};
    QStringList out;
    const QList<SecretScan::Finding> findings = SecretScan::scan(value);
    for (const SecretScan::Finding &one : findings) {
        if (!SecretScan::isPersonal(one.kind) && one.length >= shortestNamed)
            out.append(value.mid(one.start, one.length));
    }
    const bool isNamed = namesASecret(name) && !isSwitch(value);
    if (isNamed || !out.isEmpty() || (value.size() >= shortestUnnamed && !isPlain(value)))
        out.append(value);
    return out;
}

QString asInJson(const QString &text)
{
    const QString array = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return array.sliced(2, array.size() - 4);
}

QStringList formsOf(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    return {secret, asInJson(secret), QString::fromLatin1(bytes.toPercentEncoding()),
            QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)),
            QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))};
}

} // namespace

SecretFilter::SecretFilter(const QMap<QString, QString> &environment)
{
    QStringList secrets;
    for (auto one = environment.begin(); one != environment.end(); ++one)
        secrets += secretsIn(one.key(), one.value());
    for (const QString &secret : std::as_const(secrets))
        m_forms += formsOf(secret);
    m_forms.removeDuplicates();
    std::stable_sort(m_forms.begin(), m_forms.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString SecretFilter::filtered(QString text) const
{
    for (const QString &form : m_forms)
        text.replace(form, u"[redacted]"_s);
    return text;
}

QJsonValue SecretFilter::filtered(const QJsonValue &value) const
{
    if (m_forms.isEmpty())
        return value;
    if (value.isString())
        return filtered(value.toString());
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            out.append(filtered(item));
        return out;
    }
    return value.isObject() ? filteredObject(value.toObject()) : value;
}

QJsonObject SecretFilter::filteredObject(const QJsonObject &object) const
{
    QJsonObject out;
    QStringList renamed;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (filtered(it.key()) == it.key())
            out.insert(it.key(), filtered(it.value()));
        else
            renamed.append(it.key());
    }
    for (const QString &key : std::as_const(renamed)) {
        const QString wanted = filtered(key);
        QString name = wanted;
        for (int number = 2; out.contains(name); ++number)
            name = u"%1 %2"_s.arg(wanted).arg(number);
        out.insert(name, filtered(object.value(key)));
    }
    return out;
}

} // namespace desk::server
