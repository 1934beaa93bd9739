#include "state/settings/settingsvalue.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto bytesTag = "$bytes"_L1;

QString textOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

std::optional<QByteArray> bytesFrom(const QJsonValue &json)
{
    if (!json.isString())
        return {};
    auto decoded = QByteArray::fromBase64Encoding(json.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(std::move(decoded.decoded)) : std::nullopt;
}

std::optional<QDateTime> timeFrom(const QJsonValue &json)
{
    if (!json.isString())
        return {};
    if (json.toString().isEmpty())
        return QDateTime();
    const QDateTime time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

QJsonValue nestedToJson(const QVariant &value);

QJsonArray listToJson(const QVariantList &list)
{
    QJsonArray out;
    for (const QVariant &one : list)
        out.append(nestedToJson(one));
    return out;
}

QJsonObject mapToJson(const QVariantMap &map)
{
    QJsonObject out;
    for (auto it = map.begin(); it != map.end(); ++it)
        out.insert(it.key(), nestedToJson(it.value()));
    return out;
}

QJsonValue nestedToJson(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString();
    case QMetaType::QByteArray:
        return QJsonObject{{bytesTag, textOf(value.toByteArray())}};
    case QMetaType::QVariantList:
        return listToJson(value.toList());
    case QMetaType::QVariantMap:
        return mapToJson(value.toMap());
    default:
        return QJsonValue::fromVariant(value);
    }
}

QVariant nestedFromJson(const QJsonValue &json);

QVariantList listFrom(const QJsonArray &array)
{
    QVariantList out;
    for (const QJsonValue &one : array)
        out.append(nestedFromJson(one));
    return out;
}

QVariantMap mapFrom(const QJsonObject &object)
{
    QVariantMap out;
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), nestedFromJson(it.value()));
    return out;
}

QVariant nestedFromJson(const QJsonValue &json)
{
    if (json.isArray())
        return listFrom(json.toArray());
    if (!json.isObject())
        return json.toVariant();
    const QJsonObject object = json.toObject();
    if (object.size() == 1) {
        if (const std::optional<QByteArray> bytes = bytesFrom(object.value(bytesTag)))
            return *bytes;
    }
    return mapFrom(object);
}

std::optional<QVariant> stringsFrom(const QJsonValue &json)
{
    const QJsonArray array = json.toArray();
    if (!json.isArray() || !std::all_of(array.begin(), array.end(), [](const QJsonValue &one) { return one.isString(); }))
        return {};
    QStringList out;
    for (const QJsonValue &one : array)
        out.append(one.toString());
    return out;
}

} // namespace

QJsonValue SettingsValue::toJson(const QVariant &given, QMetaType type)
{
    QVariant value = given;
    if (!value.convert(type))
        value = QVariant(type);
    switch (type.id()) {
    case QMetaType::QString:
        return value.toString();
    case QMetaType::QByteArray:
        return textOf(value.toByteArray());
    case QMetaType::QDateTime:
        return value.toDateTime().isValid() ? value.toDateTime().toUTC().toString(Qt::ISODateWithMs) : QString();
    case QMetaType::QVariantList:
        return listToJson(value.toList());
    case QMetaType::QVariantMap:
        return mapToJson(value.toMap());
    default:
        return QJsonValue::fromVariant(value);
    }
}

std::optional<QVariant> SettingsValue::fromJson(const QJsonValue &json, QMetaType type)
{
    const auto given = [&json](bool is) { return is ? std::optional(json.toVariant()) : std::nullopt; };
    switch (type.id()) {
    case QMetaType::Bool:
        return given(json.isBool());
    case QMetaType::QString:
        return given(json.isString());
    case QMetaType::QStringList:
        return stringsFrom(json);
    case QMetaType::QByteArray:
        return bytesFrom(json);
    case QMetaType::QDateTime:
        return timeFrom(json);
    case QMetaType::QVariantList:
        return json.isArray() ? std::optional<QVariant>(listFrom(json.toArray())) : std::nullopt;
    case QMetaType::QVariantMap:
        return json.isObject() ? std::optional<QVariant>(mapFrom(json.toObject())) : std::nullopt;
    default:
        return {};
    }
}

} // namespace desk
