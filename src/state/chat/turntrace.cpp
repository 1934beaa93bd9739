#include "state/chat/turntrace.h"

#include "domain/log.h"
#include "state/store/tracetable.h"
#include "wire/json/eventjson.h"
#include "wire/json/recordjson.h"
#include "wire/utf8.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString mark = u"[redacted]"_s;
constexpr qsizetype longestName = 100;
constexpr qsizetype longestText = 256 * 1024;    // characters: as they are looked through, no log line is written
constexpr qsizetype longestSecret = 8 * 1024;    // one that the cut divides would not be known as one: its beginning goes, too
constexpr qsizetype mostTexts = 8 * 1024 * 1024; // of a trace

// redact() reads lines. A value by itself does not tell what it is called, so the name decides too.
class Redactor
{
public:
    [[nodiscard]] bool isCut() const { return m_isCut; }

    [[nodiscard]] QJsonValue of(const QJsonValue &value, bool isSecret = false)
    {
        m_room -= 8;
        if (value.isString())
            return isSecret ? mark : text(value.toString());
        if (value.isArray())
            return array(value.toArray(), isSecret);
        return value.isObject() ? QJsonValue(object(value.toObject(), isSecret)) : value;
    }

private:
    [[nodiscard]] QString text(const QString &whole)
    {
        m_room -= qMin(whole.size(), longestText);
        if (whole.size() <= longestText)
            return redact(whole);
        m_isCut = true;
        QString begin = redact(whole.left(longestText + longestSecret));
        if (whole.size() > longestText + longestSecret)
            begin.chop(longestSecret);
        return begin.left(longestText) + u'…';
    }

    [[nodiscard]] bool hasRoom()
    {
        m_isCut = m_isCut || m_room < 0;
        return m_room >= 0;
    }

    [[nodiscard]] QJsonArray array(const QJsonArray &whole, bool isSecret)
    {
        QJsonArray out;
        for (auto item = whole.begin(); item != whole.end() && hasRoom(); ++item)
            out.append(of(*item, isSecret));
        return out;
    }

    [[nodiscard]] QJsonObject object(const QJsonObject &whole, bool isSecret)
    {
        QJsonObject out;
        const bool isPair = hasSecretName(whole);
        for (auto member = whole.begin(); member != whole.end() && hasRoom(); ++member) {
            const bool isHidden = isSecret || isSecretName(member.key()) || (isPair && member.key() == "value"_L1);
            out.insert(redact(member.key()), of(member.value(), isHidden));
        }
        return out;
    }

    // A header, or a variable, as {"name", "value"}.
    [[nodiscard]] bool hasSecretName(const QJsonObject &pair)
    {
        if (!pair.contains("value"_L1))
            return false;
        return isSecretName(pair.value("name"_L1).toString()) || isSecretName(pair.value("key"_L1).toString());
    }

    // In a body, or in a list of headers.
    [[nodiscard]] bool isSecretName(const QString &whole)
    {
        const QString name = whole.right(longestName); // its noun stands at its end
        const auto known = m_names.constFind(name);
        if (known != m_names.cend())
            return *known;
        static const QString probe = u"some.words.of.it"_s;
        const bool isSecret =
            !redact(u"\"%1\": \"%2\""_s.arg(name, probe)).contains(probe) || !redact(name + u": "_s + probe).contains(probe);
        m_names.insert(name, isSecret);
        return isSecret;
    }

    QHash<QString, bool> m_names;
    qsizetype m_room = mostTexts;
    bool m_isCut = false;
};

} // namespace

TurnTrace TurnTrace::of(const QByteArray &stream)
{
    TurnTrace trace;
    trace.source = Source::Events;
    wire::SseParser parser;
    Redactor redactor;
    QJsonArray events;
    const QList<wire::ServerEvent> parsed = parser.feed(stream);
    for (const wire::ServerEvent &event : parsed) {
        const Result<QJsonValue> data = wire::jsonOf(event);
        trace.isCut = trace.isCut || event.type == traceCut || (data && data->toObject().contains("left_out_bytes"_L1));
        QJsonObject out{{u"event"_s, wire::textFromUtf8(event.type)}};
        if (!event.id.isEmpty())
            out.insert("id"_L1, wire::textFromUtf8(event.id));
        out.insert("data"_L1, redactor.of(data ? *data : QJsonValue(wire::textFromUtf8(event.data))));
        events.append(out);
        trace.events += event.type == traceCut ? 0 : 1;
    }
    trace.json = events;
    trace.isCut = trace.isCut || redactor.isCut();
    return trace;
}

TurnTrace TurnTrace::of(const Message &message)
{
    TurnTrace trace;
    Redactor redactor;
    trace.json = redactor.of(wire::recordFrom(message));
    trace.isCut = redactor.isCut();
    return trace;
}

} // namespace desk
