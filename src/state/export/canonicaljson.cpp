#include "state/export/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <vector>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QByteArray escape(char16_t c)
{
    return "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
}

QByteArray quoted(const QString &text)
{
    QByteArray out("\"");
    qsizetype plain = 0; // start of what needs no escape
    const auto flush = [&](qsizetype end) { out += QStringView(text).sliced(plain, end - plain).toUtf8(); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            ++i;
        } else if (c == u'"' || c == u'\\' || c.unicode() < 0x20 || c.isSurrogate()) {
            flush(i);
            plain = i + 1;
            if (c == u'"' || c == u'\\')
                out += '\\' + QByteArray(1, c.toLatin1());
            else
                out += escape(c.unicode());
        }
    }
    flush(text.size());
    return out + '"';
}

QByteArray number(const QJsonValue &value)
{
    const qint64 whole = value.toInteger(0);
    if (whole != 0 || value.toInteger(1) == 0)
        return QByteArray::number(whole);
    return QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

struct Member {
    std::vector<char32_t> order;
    QString key;
    QJsonValue value;
};

// Lone surrogates count as what they are.
std::vector<char32_t> codePoints(const QString &text)
{
    std::vector<char32_t> out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        out.push_back(isPair ? QChar::surrogateToUcs4(c, text.at(++i)) : c.unicode());
    }
    return out;
}

class Writer
{
public:
    explicit Writer(JsonLayout layout)
        : m_isLaidOut(layout == JsonLayout::LaidOut)
    {
    }

    void write(const QJsonValue &value)
    {
        switch (value.type()) {
        case QJsonValue::Object:
            return object(value.toObject());
        case QJsonValue::Array:
            return array(value.toArray());
        case QJsonValue::String:
            m_out += quoted(value.toString());
            return;
        case QJsonValue::Double:
            m_out += number(value);
            return;
        case QJsonValue::Bool:
            m_out += value.toBool() ? "true" : "false";
            return;
        default:
            m_out += "null";
        }
    }

    [[nodiscard]] QByteArray result() const { return m_out; }

private:
    // Qt's own order is that of UTF-16 for objects it built and that of UTF-8 for those it read, and only fits its own search.
    void object(const QJsonObject &object)
    {
        QList<Member> members;
        members.reserve(object.size());
        for (auto member = object.begin(); member != object.end(); ++member)
            members.append({codePoints(member.key()), member.key(), member.value()});
        std::sort(members.begin(), members.end(), [](const Member &a, const Member &b) { return a.order < b.order; });
        open('{');
        for (qsizetype i = 0; i < members.size(); ++i) {
            next(i);
            m_out += quoted(members.at(i).key) + (m_isLaidOut ? ": " : ":");
            write(members.at(i).value);
        }
        close('}', members.isEmpty());
    }

    void array(const QJsonArray &array)
    {
        open('[');
        for (qsizetype i = 0; i < array.size(); ++i) {
            next(i);
            write(array.at(i));
        }
        close(']', array.isEmpty());
    }

    void open(char bracket)
    {
        m_out += bracket;
        ++m_depth;
    }
    void next(qsizetype index)
    {
        if (index > 0)
            m_out += ',';
        newLine();
    }
    void close(char bracket, bool isEmpty)
    {
        --m_depth;
        if (!isEmpty)
            newLine();
        m_out += bracket;
    }
    void newLine()
    {
        if (m_isLaidOut)
            m_out += '\n' + QByteArray(m_depth * 2, ' ');
    }

    bool m_isLaidOut;
    int m_depth = 0;
    QByteArray m_out;
};

} // namespace

QByteArray canonicalJson(const QJsonValue &value, JsonLayout layout)
{
    Writer writer(layout);
    writer.write(value);
    return writer.result();
}

QString canonicalHash(const QJsonValue &value)
{
    return QString::fromLatin1(QCryptographicHash::hash(canonicalJson(value), QCryptographicHash::Sha256).toHex());
}

} // namespace desk
