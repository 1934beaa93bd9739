#include "gui/workflows/inspector/toolschema.h"

#include <QJsonArray>

namespace desk {

using namespace Qt::StringLiterals;

QJsonObject ToolSchema::withReferences(const QJsonObject &schema)
{
    QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto one = properties.begin(); one != properties.end(); ++one) {
        if (one.value().isObject())
            one.value() = property(one.value().toObject());
    }
    QJsonObject out = schema;
    if (!properties.isEmpty())
        out.insert("properties"_L1, properties);
    return out;
}

// A text takes a reference as it is; what has alternatives of its own gets the JSON field for what fits none of them.
QJsonObject ToolSchema::property(const QJsonObject &schema)
{
    const bool isText = schema.value("type"_L1) == "string"_L1 && !schema.contains("enum"_L1) && !schema.contains("const"_L1);
    const bool hasGroups =
        schema.contains("anyOf"_L1) || schema.contains("oneOf"_L1) || schema.contains("allOf"_L1) || schema.contains("$ref"_L1);
    if (isText || hasGroups || !schema.contains("type"_L1))
        return schema;
    QJsonObject value = schema;
    for (const QLatin1StringView name : {"title"_L1, "description"_L1, "default"_L1})
        value.remove(name);
    value.insert("title"_L1, tr("Value"));
    const QJsonObject reference{
        {u"type"_s, u"string"_s}, {u"title"_s, tr("Reference ($.step.field)")}, {u"pattern"_s, uR"(\$\.[A-Za-z0-9_])"_s}};
    QJsonObject out{{u"anyOf"_s, QJsonArray{value, reference}}};
    for (const QLatin1StringView name : {"title"_L1, "description"_L1, "default"_L1}) {
        if (schema.contains(name))
            out.insert(name, schema.value(name));
    }
    return out;
}

} // namespace desk
