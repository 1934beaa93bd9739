#include "gui/chat/json/jsontext.h"

#include "gui/text/textpage.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString literal(const QJsonValue &value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(inArray.mid(1, inArray.size() - 2));
}

} // namespace

QString jsonText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson());
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson());
    return jsonScalar(value);
}

JsonPrinter::JsonPrinter(const QJsonValue &value)
    : m_value(value)
    , m_string(value.toString())
{
}

QString JsonPrinter::next(qsizetype characters)
{
    if (m_value.isString()) {
        m_started = true;
        const qsizetype start = m_stringAt;
        m_stringAt = pageEnd(m_string, start, characters);
        return m_string.sliced(start, m_stringAt - start);
    }
    QString out;
    if (!std::exchange(m_started, true))
        print(m_value, &out);
    while (!m_levels.isEmpty() && out.size() < characters)
        printNext(&out);
    return out;
}

void JsonPrinter::print(const QJsonValue &value, QString *out)
{
    if (value.isArray() && !value.toArray().isEmpty()) {
        m_levels << Level{value.toArray(), {}, true, 0};
        *out += u'[';
    } else if (value.isObject() && !value.toObject().isEmpty()) {
        m_levels << Level{{}, value.toObject(), false, 0};
        *out += u'{';
    } else {
        *out += literal(value);
    }
}

void JsonPrinter::printNext(QString *out)
{
    Level &level = m_levels.last();
    const qsizetype size = level.isArray ? level.array.size() : level.object.size();
    if (level.index == size) {
        const QChar close = level.isArray ? u']' : u'}';
        m_levels.removeLast();
        *out += u'\n' + QString(m_levels.size() * 4, u' ') + close;
        return;
    }
    *out += (level.index > 0 ? u",\n"_s : u"\n"_s) + QString(m_levels.size() * 4, u' ');
    const qsizetype index = level.index++;
    if (level.isArray) {
        print(level.array.at(index), out);
        return;
    }
    const auto entry = level.object.constBegin() + index;
    const QJsonValue value = entry.value();
    *out += literal(entry.key()) + u": "_s;
    print(value, out);
}

} // namespace desk
