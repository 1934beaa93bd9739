#pragma once

#include "api/endpoints/chapter.h"
#include "domain/capabilities.h"
#include "domain/provider.h"
#include "domain/providerreport.h"
#include "domain/serverinfo.h"

#include <QSet>

namespace desk {

// What a server is and can do (contract 1.11, 3.19, 6.5 and the local server's additions).
class SystemApi : public Chapter
{
public:
    using Chapter::Chapter;

    ApiCall<ServerHealth> *health();
    ApiCall<ServerIdentity> *identity();
    ApiCall<Capabilities> *capabilities(); // Kind::NotFound means: the team server, every workaround on
    ApiCall<QSet<QString>> *operations();  // "GET /agents/{agent_id}", …: large, so ask once per server

    // Local server only. Stored: kept in its data folder, for every program on it. Process: in the memory of the one server that is
    // asked, which then works with these and with no stored ones.
    enum class ProviderScope { Stored, Process };
    ApiCall<QList<ModelProvider>> *providers(ProviderScope scope = ProviderScope::Stored);
    ApiCall<void> *setProviders(const QList<ModelProvider> &providers, ProviderScope scope);
    // Where the capabilities have provider_test: asks the endpoint for its models; what it could not do is part of the report. Nothing is
    // stored. The key is what the server was given for this name and the origin of the address; with needsKey it waits for it.
    ApiCall<ProviderReport> *testProvider(const ModelProvider &provider);

    // Groups tags that mean the same; a language model does it.
    ApiCall<QList<TagGroup>> *classifyTags(const QStringList &tags, int maxGroups = 10, const QString &context = {}); // 1 … 30 groups
};

} // namespace desk
