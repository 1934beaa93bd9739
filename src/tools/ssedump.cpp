// ssedump: what our parser makes of a stream. Reads JSON lines {"chunks_base64":[…]} from standard input and writes, for each,
// {"events":[{"event","data","id"}],"retry":…|null,"last_event_id":…}. A line that is none of that gives {"error":…} and exit code 1.

#include "wire/json/reader.h"
#include "wire/sseparser.h"
#include "wire/utf8.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using desk::wire::textFromUtf8;

namespace {

QJsonObject eventJson(const desk::wire::ServerEvent &event)
{
    return {{u"event"_s, textFromUtf8(event.type)}, {u"data"_s, textFromUtf8(event.data)}, {u"id"_s, textFromUtf8(event.id)}};
}

QJsonObject errorJson(const QString &reason)
{
    return {{u"error"_s, reason}};
}

QJsonObject parsed(const QJsonArray &chunks)
{
    desk::wire::SseParser parser;
    QJsonArray events;
    for (const QJsonValue chunk : chunks) {
        const auto bytes = QByteArray::fromBase64Encoding(chunk.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!chunk.isString() || !bytes)
            return errorJson(u"a chunk is not base64"_s);
        const QList<desk::wire::ServerEvent> completed = parser.feed(*bytes);
        for (const desk::wire::ServerEvent &event : completed)
            events.append(eventJson(event));
    }
    if (parser.failed())
        return errorJson(u"a line or an event is too long"_s);
    return {{u"events"_s, events},
            {u"retry"_s, parser.retryMs() < 0 ? QJsonValue() : QJsonValue(parser.retryMs())},
            {u"last_event_id"_s, textFromUtf8(parser.lastEventId())}};
}

// Everything above ASCII as \uXXXX: U+2028 or U+0085 inside a text would end the line for many a line reader.
QByteArray asciiLine(const QJsonObject &object)
{
    const QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QByteArray out;
    out.reserve(json.size() + 1);
    for (const QChar c : json) {
        if (c.unicode() < 0x7f)
            out.append(static_cast<char>(c.unicode()));
        else
            out.append("\\u").append(QByteArray::number(c.unicode(), 16).rightJustified(4, '0'));
    }
    return out.append('\n');
}

QJsonObject answerTo(const QByteArray &line)
{
    const desk::Result<QJsonValue> json = desk::wire::parseJson(line);
    if (!json)
        return errorJson(json.error().detail);
    const QJsonValue chunks = json->toObject().value("chunks_base64"_L1);
    return chunks.isArray() ? parsed(chunks.toArray()) : errorJson(u"no list chunks_base64"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return 2;
    bool allGood = true;
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject answer = answerTo(line);
        allGood = allGood && !answer.contains("error"_L1);
        output.write(asciiLine(answer));
        output.flush();
    }
    return allGood ? 0 : 1;
}
