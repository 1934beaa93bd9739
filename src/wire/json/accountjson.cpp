#include "wire/json/accountjson.h"

#include "wire/json/reader.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr qsizetype maxTokenLength = 64 * 1024; // more than any header carries
constexpr qsizetype maxNames = 500;
constexpr qsizetype maxNameLength = 200;
constexpr double latestSecond = 253402300799.0; // the end of the year 9999

// One line for a label or a tooltip, whoever wrote it.
QString oneLine(QString text)
{
    text.removeIf([](QChar c) { return !c.isPrint(); });
    return text.left(maxNameLength).trimmed();
}

QString firstString(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    for (const QLatin1StringView key : keys) {
        if (QString text = oneLine(object.value(key).toString()); !text.isEmpty())
            return text;
    }
    return {};
}

QStringList names(const QJsonValue &value)
{
    QStringList out;
    const auto add = [&out](const QString &name) {
        if (const QString line = oneLine(name); !line.isEmpty() && out.size() < maxNames && !out.contains(line))
            out.append(line);
    };
    if (value.isString()) {
        const QStringList parts = value.toString().split(u' ', Qt::SkipEmptyParts);
        std::for_each(parts.cbegin(), parts.cend(), add);
    }
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        add(item.isObject() ? item.toObject().value("name"_L1).toString() : item.toString());
    return out;
}

// The first of these that is there, even if it is empty.
QStringList firstNames(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    for (const QLatin1StringView key : keys) {
        if (object.contains(key))
            return names(object.value(key));
    }
    return {};
}

Account accountIn(const QJsonObject &claims)
{
    Account account;
    account.id = firstString(claims, {"sub"_L1, "user_id"_L1, "userId"_L1, "id"_L1});
    account.email = firstString(claims, {"email"_L1});
    account.displayName = firstString(claims, {"display_name"_L1, "name"_L1, "preferred_username"_L1});
    account.roles = firstNames(claims, {"roles"_L1, "role"_L1});
    account.scopes = firstNames(claims, {"scope"_L1, "scopes"_L1, "permissions"_L1});
    return account;
}

qint64 seconds(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    return std::isfinite(number) && number >= 0 && number <= latestSecond ? static_cast<qint64>(number) : -1;
}

} // namespace

Result<Account> accountFromJson(const QJsonValue &value)
{
    Account account = accountIn(value.toObject());
    if (account.isKnown())
        return account;
    Reader reader(value);
    static_cast<void>(reader.requiredId("user_id"_L1));
    return Unexpected{reader.error()};
}

TokenLabel tokenLabel(const QByteArray &token)
{
    TokenLabel label;
    if (token.size() > maxTokenLength || token.count('.') != 2)
        return label;
    const qsizetype first = token.indexOf('.');
    const QByteArray payload = token.mid(first + 1, token.lastIndexOf('.') - first - 1);
    const auto bytes = QByteArray::fromBase64Encoding(payload, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return label;
    const Result<QJsonValue> claims = parseJson(*bytes);
    if (!claims)
        return label;
    const QJsonObject object = claims->toObject();
    label.account = accountIn(object);
    label.issuedAt = seconds(object.value("iat"_L1));
    label.expiresAt = seconds(object.value("exp"_L1));
    label.id = oneLine(object.value("jti"_L1).toString());
    return label;
}

} // namespace desk::wire
