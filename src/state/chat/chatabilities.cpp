#include "state/chat/chatabilities.h"

#include "domain/capabilities.h"

namespace desk {

namespace {

// What a question may say about its answer; a server without these ignores it.
constexpr QLatin1StringView modelFeature("chat_model");
constexpr QLatin1StringView samplingFeature("chat_sampling");
constexpr QLatin1StringView toolsFeature("chat_tools");
constexpr QLatin1StringView webFeature("chat_web_search");
constexpr QLatin1StringView documentFeature("chat_document_search");

} // namespace

ChatAbilities ChatAbilities::of(const Capabilities &capabilities)
{
    return {.model = capabilities.has(modelFeature),
            .sampling = capabilities.has(samplingFeature),
            .tools = capabilities.has(toolsFeature),
            .webSearch = capabilities.has(webFeature),
            .documentSearch = capabilities.has(documentFeature)};
}

ChatOptions ChatAbilities::limited(const ChatOptions &options) const
{
    ChatOptions out = options;
    if (!model)
        out.model.clear();
    if (!sampling) {
        out.temperature.reset();
        out.maxTokens.reset();
    }
    if (!tools)
        out.tools.reset();
    out.searchesWeb = options.searchesWeb && webSearch;
    out.searchesDocuments.reset();
    if (documentSearch) // said either way: what a server does unasked is not the same everywhere
        out.searchesDocuments = options.searchesDocuments.value_or(true);
    return out;
}

} // namespace desk
