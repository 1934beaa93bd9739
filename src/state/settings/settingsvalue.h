#pragma once

#include <QJsonValue>
#include <QMetaType>
#include <QVariant>

#include <optional>

namespace desk {

// One setting as it stands in the JSON file. The types are those of the table of settings: bool, QString, QStringList, QVariantList,
// QVariantMap, QByteArray (base64 text) and QDateTime (ISO text in UTC with milliseconds; an invalid one is an empty text).
//
// Within lists and maps there is no table to say what a text stands for: bytes are an object {"$bytes": base64} there. What comes back is
// bool, QString, QByteArray, QVariantList, QVariantMap, and a number as qlonglong or double; times and addresses come back as text.
class SettingsValue
{
public:
    // What cannot be made into the type is written as its empty value.
    [[nodiscard]] static QJsonValue toJson(const QVariant &value, QMetaType type);
    [[nodiscard]] static std::optional<QVariant> fromJson(const QJsonValue &json, QMetaType type); // nothing: of another type
};

} // namespace desk
