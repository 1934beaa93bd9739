#include "wire/json/completionjson.h"

#include "wire/json/optionals.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

void insertFilled(QJsonObject &out, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        out.insert(key, text);
}

Result<GeneratedImage> imageFromJson(const QJsonValue &value)
{
    Reader reader(value, u"image"_s);
    GeneratedImage image;
    image.bytes = QByteArray::fromBase64(reader.string("b64_json"_L1).toLatin1());
    if (image.bytes.isEmpty())
        image.url = QUrl(reader.requiredId("url"_L1), QUrl::StrictMode);
    if (reader.failed())
        return Unexpected{reader.error()};
    return image;
}

} // namespace

QJsonObject toJson(const CompletionRequest &request)
{
    QJsonArray messages;
    for (const CompletionMessage &message : request.messages)
        messages.append(QJsonObject{{u"role"_s, message.role}, {u"content"_s, message.content}});
    QJsonObject out{{u"messages"_s, messages}};
    insertFilled(out, "model"_L1, request.model);
    if (request.temperature)
        out.insert("temperature"_L1, *request.temperature);
    if (request.maxTokens)
        out.insert("max_tokens"_L1, *request.maxTokens);
    return out;
}

Result<Completion> completionFromJson(const QJsonValue &value)
{
    Reader reader(value, u"completion"_s);
    Completion completion;
    completion.model = reader.string("model"_L1);
    completion.content = reader.requiredString("content"_L1);
    completion.finishReason = reader.string("finish_reason"_L1);
    completion.usage = tokenUsageFrom(reader.value("usage"_L1));
    if (reader.failed())
        return Unexpected{reader.error()};
    return completion;
}

std::optional<TokenUsage> tokenUsageFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const Reader reader(value);
    return TokenUsage{optionalBigInteger(reader, "prompt_tokens"_L1), optionalBigInteger(reader, "completion_tokens"_L1),
                      optionalBigInteger(reader, "total_tokens"_L1)};
}

QJsonObject toJson(const ImageRequest &request)
{
    QJsonObject out{{u"prompt"_s, request.prompt}, {u"n"_s, request.count}};
    insertFilled(out, "model"_L1, request.model);
    insertFilled(out, "size"_L1, request.size);
    return out;
}

Result<QList<GeneratedImage>> imagesFromJson(const QJsonValue &value)
{
    return listFromJson<GeneratedImage>(Reader(value).value("data"_L1), imageFromJson);
}

QJsonObject toJson(const SpeechRequest &request)
{
    QJsonObject out{{u"input"_s, request.input}};
    insertFilled(out, "model"_L1, request.model);
    insertFilled(out, "voice"_L1, request.voice);
    insertFilled(out, "response_format"_L1, request.format);
    if (request.speed)
        out.insert("speed"_L1, *request.speed);
    return out;
}

Result<QString> transcriptFromJson(const QJsonValue &value)
{
    Reader reader(value, u"transcript"_s);
    QString text = reader.requiredString("text"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return text;
}

} // namespace desk::wire
