#include "gui/workflows/inspector/stepmembers.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace desk::stepmembers {

using namespace Qt::StringLiterals;

namespace {

QString json(const QJsonValue &value, QJsonDocument::JsonFormat format)
{
    if (value.isUndefined())
        return {};
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(format)).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(format)).trimmed();
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return list.sliced(1, list.size() - 2);
}

} // namespace

QJsonValue at(const QJsonObject &object, const QStringList &path)
{
    QJsonValue out(object);
    for (const QString &name : path)
        out = out.isObject() ? out.toObject().value(name) : QJsonValue(QJsonValue::Undefined);
    return out;
}

QJsonObject with(QJsonObject object, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value.isObject() ? value.toObject() : object;
    const QString &name = path.constFirst();
    if (path.size() == 1) {
        object.insert(name, value);
        return object;
    }
    const bool isNothing = value.isUndefined() && !object.value(name).isObject();
    if (!isNothing)
        object.insert(name, with(object.value(name).toObject(), path.sliced(1), value));
    return object;
}

QString compactJson(const QJsonValue &value)
{
    return json(value, QJsonDocument::Compact);
}

QString indentedJson(const QJsonValue &value)
{
    return json(value, QJsonDocument::Indented);
}

} // namespace desk::stepmembers
