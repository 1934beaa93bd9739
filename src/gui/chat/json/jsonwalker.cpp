#include "gui/chat/json/jsonwalker.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

JsonWalker::JsonWalker(const QJsonValue &root)
{
    enter(root);
    m_value = root;
}

void JsonWalker::enter(const QJsonValue &value)
{
    if (value.isArray())
        m_levels << Level{value.toArray(), {}, true, -1};
    else if (value.isObject())
        m_levels << Level{{}, value.toObject(), false, -1};
}

bool JsonWalker::next()
{
    while (!m_levels.isEmpty()) {
        Level &level = m_levels.last();
        const qsizetype size = level.isArray ? level.array.size() : level.object.size();
        if (++level.index >= size) {
            m_levels.removeLast();
            continue;
        }
        if (level.isArray) {
            m_key.clear();
            m_value = level.array.at(level.index);
        } else {
            const auto entry = level.object.constBegin() + level.index;
            m_key = entry.key();
            m_value = entry.value();
        }
        enter(m_value);
        return true;
    }
    return false;
}

QList<qsizetype> JsonWalker::path() const
{
    QList<qsizetype> path;
    for (const Level &level : m_levels) {
        if (level.index >= 0)
            path << level.index;
    }
    return path;
}

QString jsonScalar(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Null:
        return u"null"_s;
    default:
        return {};
    }
}

QString jsonPath(const QJsonValue &root, const QList<qsizetype> &path)
{
    QString out = u"$"_s;
    QJsonValue at = root;
    for (const qsizetype index : path) {
        if (at.isArray()) {
            out += u'[' + QString::number(index) + u']';
            at = at.toArray().at(index);
            continue;
        }
        const QJsonObject object = at.toObject();
        if (index >= object.size())
            return out;
        const auto entry = object.constBegin() + index;
        QString key = entry.key();
        const bool word = !key.isEmpty() && !key.front().isDigit() &&
                          std::all_of(key.cbegin(), key.cend(), [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
        out += word ? u'.' + key : u"['"_s + key.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u"']"_s;
        at = entry.value();
    }
    return out;
}

} // namespace desk
