#pragma once

#include "api/endpoints/chapter.h"
#include "domain/tool.h"
#include "domain/toolconfig.h"

namespace desk {

// The catalogue of tools, trying one out, and their configuration (contract 3.3).
class ToolsApi : public Chapter
{
public:
    using Chapter::Chapter;

    [[nodiscard]] ApiCall<QList<Tool>> *list();
    [[nodiscard]] ApiCall<Tool> *get(const ToolId &id);
    [[nodiscard]] ApiCall<Tool> *create(const Tool &tool); // a name that was ever used is taken (500)
    // Sends the changes only. With an ETag in `before` it is sent once: a repeat would meet its own change and be refused.
    [[nodiscard]] ApiCall<Tool> *update(const Tool &before, const Tool &after);
    [[nodiscard]] ApiCall<void> *remove(const ToolId &id); // a Conflict tells who uses it: wire::toolUsers()
    // Calls the tool for real, with everything that follows from it, and may take minutes. `providers` may be empty.
    // A local server refuses to start a program unasked: a Conflict of which wire::approvalAsked() tells what it would be. Approved is
    // what was shown, by its hash, once: a hash that was used or is too old is such a Conflict again.
    [[nodiscard]] ApiCall<ToolTestResult> *test(const ToolId &id, const QJsonObject &input, const QJsonObject &providers = {});
    [[nodiscard]] ApiCall<ToolTestResult> *testApproved(const ToolId &id, const QJsonObject &input, const QString &argumentsHash,
                                                        const QJsonObject &providers = {});

    [[nodiscard]] ApiCall<ToolConfig> *config(const ToolId &id, const ToolConfigTarget &target);
    // Replaces the whole configuration; empty objects remove it.
    [[nodiscard]] ApiCall<ToolConfig> *setConfig(const ToolId &id, const ToolConfigTarget &target, const ToolConfig &config);
    // The team server always answers 500 today, below a path with "tools" in it twice: set an empty configuration instead.
    [[nodiscard]] ApiCall<void> *removeConfig(const ToolId &id, const ToolConfigTarget &target);

private:
    [[nodiscard]] ApiCall<ToolTestResult> *postTest(const ToolId &id, const QJsonObject &body);
};

} // namespace desk
