#include "wire/json/chatoptionsjson.h"

#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

Result<ChatOptions> chatOptionsFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"chat options"_s);
    ChatOptions options;
    options.model = reader.string("model"_L1);
    options.agents = reader.strings("agents"_L1);
    if (reader.value("tools"_L1).isArray())
        options.tools = reader.strings("tools"_L1);
    options.searchesWeb = reader.boolean("web"_L1);
    if (reader.value("documents"_L1).isBool())
        options.searchesDocuments = reader.boolean("documents"_L1);
    if (const double temperature = reader.number("temperature"_L1, -1); temperature >= 0 && temperature <= ChatOptions::maxTemperature)
        options.temperature = temperature;
    if (const int tokens = reader.integer("max_tokens"_L1); tokens >= 1 && tokens <= ChatOptions::maxTokensLimit)
        options.maxTokens = tokens;
    if (reader.failed())
        return Unexpected{reader.error()};
    return options;
}

QJsonObject toJson(const ChatOptions &options)
{
    QJsonObject out;
    if (!options.model.isEmpty())
        out.insert("model"_L1, options.model);
    if (!options.agents.isEmpty())
        out.insert("agents"_L1, QJsonArray::fromStringList(options.agents));
    if (options.tools)
        out.insert("tools"_L1, QJsonArray::fromStringList(*options.tools));
    if (options.searchesWeb)
        out.insert("web"_L1, true);
    if (options.searchesDocuments)
        out.insert("documents"_L1, *options.searchesDocuments);
    if (options.temperature)
        out.insert("temperature"_L1, *options.temperature);
    if (options.maxTokens)
        out.insert("max_tokens"_L1, *options.maxTokens);
    return out;
}

void insertOptions(QJsonObject &body, const ChatOptions &options)
{
    if (!options.model.isEmpty())
        body.insert("model"_L1, options.model);
    if (options.tools)
        body.insert("enabled_tools"_L1, QJsonArray::fromStringList(*options.tools));
    if (options.searchesWeb)
        body.insert("enable_web_search"_L1, true);
    if (options.searchesDocuments)
        body.insert("enable_doc_search"_L1, *options.searchesDocuments);
    if (options.temperature)
        body.insert("temperature"_L1, *options.temperature);
    if (options.maxTokens)
        body.insert("max_tokens"_L1, *options.maxTokens);
}

} // namespace desk::wire
