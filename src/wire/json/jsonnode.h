#pragma once

#include "domain/result.h"
#include "wire/json/jsonchecker.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace desk::wire {

// A JSON value that keeps what QJsonValue loses: the order of the members and every digit of a number. For texts that people edit and get
// back as they wrote them (TL-11). A value type that shares its memory; cheap to copy, any thread.
class JsonNode
{
public:
    enum class Kind { Null, Boolean, Number, String, Array, Object };

    JsonNode() = default; // null
    [[nodiscard]] static JsonNode boolean(bool value);
    [[nodiscard]] static JsonNode number(const QString &literal); // by the grammar of JSON: JsonNumber::of() takes it
    [[nodiscard]] static JsonNode string(const QString &text);
    [[nodiscard]] static JsonNode array(const QList<JsonNode> &items = {});
    [[nodiscard]] static JsonNode object();
    [[nodiscard]] static JsonNode of(const QJsonValue &value); // undefined, or nested too deep: null

    // Kind::Protocol for what is no JSON or breaks the rules. Of two members of one name, where the rules let them be, the last counts.
    [[nodiscard]] static Result<JsonNode> parse(const QByteArray &json, const JsonRules &rules = toolPayloadRules);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isNull() const { return m_kind == Kind::Null; }
    [[nodiscard]] bool isString() const { return m_kind == Kind::String; }
    [[nodiscard]] bool isArray() const { return m_kind == Kind::Array; }
    [[nodiscard]] bool isObject() const { return m_kind == Kind::Object; }
    [[nodiscard]] bool isTrue() const { return m_kind == Kind::Boolean && m_true; }
    [[nodiscard]] const QString &text() const { return m_text; }           // of a string; of a number its digits as they were written
    [[nodiscard]] const QList<JsonNode> &items() const { return m_items; } // of an array; of an object the values of its keys()
    [[nodiscard]] const QStringList &keys() const { return m_keys; }       // of an object, in their order
    [[nodiscard]] const JsonNode *member(const QString &key) const;        // null: it has none; until the next change
    void setMember(const QString &key, const JsonNode &value);             // of an object: in its place, or behind all others
    void removeMember(const QString &key);

    // The same to JSON: members in any order, numbers by their value.
    [[nodiscard]] bool isSame(const JsonNode &other) const;

    [[nodiscard]] QString toJson(bool isIndented) const; // by four spaces; ends without a line break
    // What a request carries: integers of 64 bits and what a double holds. Undefined where a number is too large even for that.
    [[nodiscard]] QJsonValue toValue() const;

private:
    class Builder;
    void write(QString &out, bool isIndented, int level) const;
    void writeContainer(QString &out, bool isIndented, int level) const;

    Kind m_kind = Kind::Null;
    bool m_true = false;
    QString m_text;
    QStringList m_keys;
    QList<JsonNode> m_items;
};

} // namespace desk::wire
