#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace desk::wire {

// One step from a value into a value inside it: a member of an object, or an item of a list by its place.
struct JsonStep {
    QString key;          // of the member; unused for an item
    qsizetype index = -1; // of the item; -1 for a member
    QString label;        // for people: the id or name by which the item was matched; may be empty

    [[nodiscard]] bool isItem() const { return index >= 0; }
    bool operator==(const JsonStep &) const = default;
};

using JsonPath = QList<JsonStep>; // empty: the value itself

// One difference. Places count in the value as the changes before this one in the same list left it.
struct JsonChange {
    enum class Kind {
        Added,   // before is undefined
        Removed, // after is undefined
        Changed, // another value in the same place
        Moved    // an item went to another place of its list: before and after are its places, as numbers
    };

    Kind kind = Kind::Changed;
    JsonPath path;
    QJsonValue before = QJsonValue(QJsonValue::Undefined);
    QJsonValue after = QJsonValue(QJsonValue::Undefined);

    bool operator==(const JsonChange &) const = default;
};

// "steps[fetch].options.limit": for people and lists, not to be read back. Hostile text, as everything a server sends.
[[nodiscard]] QString pathText(const JsonPath &path);

} // namespace desk::wire
