#include "wire/json/completionchunks.h"

#include "wire/json/completionjson.h"
#include "wire/json/eventjson.h"
#include "wire/json/reader.h"
#include "wire/utf8.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// {"error": "…"} is glued together by the server without escaping, so a quote or a line break in the text makes it no JSON.
std::optional<QString> unescapedFailure(const QByteArray &data)
{
    QString text = textFromUtf8(data).trimmed();
    if (!text.startsWith(u'{'))
        return std::nullopt;
    text = text.mid(1).trimmed();
    if (!text.startsWith("\"error\""_L1))
        return std::nullopt;
    text = text.mid(7).trimmed();
    if (text.startsWith(u':'))
        text = text.mid(1).trimmed();
    if (text.startsWith(u'"'))
        text.remove(0, 1);
    if (text.endsWith(u'}'))
        text = text.chopped(1).trimmed();
    if (text.endsWith(u'"'))
        text.chop(1);
    return text;
}

std::optional<QString> failureOf(const QJsonValue &error)
{
    if (error.isUndefined() || error.isNull())
        return std::nullopt;
    return error.isObject() ? Reader(error).string("message"_L1) : error.toString();
}

CompletionChunk chunkFrom(const Reader &reader)
{
    CompletionChunk chunk;
    chunk.failure = failureOf(reader.value("error"_L1));
    chunk.usage = tokenUsageFrom(reader.value("usage"_L1));
    const Reader choice(reader.array("choices"_L1).at(0));
    chunk.text = Reader(choice.value("delta"_L1)).string("content"_L1);
    chunk.finishReason = choice.string("finish_reason"_L1);
    return chunk;
}

} // namespace

CompletionChunk CompletionChunks::take(const ServerEvent &event)
{
    CompletionChunk chunk;
    if (m_over)
        return chunk;
    if (event.data.trimmed() == "[DONE]") {
        m_over = true;
        chunk.isEnd = true;
        return chunk;
    }
    const Result<QJsonValue> json = jsonOf(event);
    if (json)
        return chunkFrom(Reader(*json));
    chunk.failure = unescapedFailure(event.data);
    return chunk;
}

} // namespace desk::wire
