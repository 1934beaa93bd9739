#pragma once

#include "api/endpoints/toolsapi.h"
#include "state/definitions/exchange/apiport.h"
#include "wire/json/tooljson.h"

namespace desk {

class ToolStore;

struct ToolCalls {
    using Value = Tool;
    using Id = ToolId;
    [[nodiscard]] static ToolsApi &chapter(ApiClient &api) { return api.tools(); }
    [[nodiscard]] static Result<Tool> read(const QJsonObject &json) { return wire::toolFromJson(json); }
    [[nodiscard]] static QJsonObject json(const Tool &tool) { return wire::toJson(tool); }
};

// The tools of a server (TL-01). A store of the same server is asked anew after a row of writes, and the server is left when it is.
class ToolPort : public ApiPort<ToolCalls>
{
    Q_OBJECT
public:
    explicit ToolPort(ApiClient &api, ToolStore *store = nullptr, QObject *parent = nullptr); // both outlive it

    [[nodiscard]] DefinitionKind kind() const override { return DefinitionKind::Tool; }
    [[nodiscard]] DefinitionImportPlan::Rules rules() const override;
    void remove(const QJsonObject &definition, const TakeDone &take) override; // of one in use it says by whom
    void settle() override;

private:
    [[nodiscard]] static Error withUsers(const Error &refusal);
    [[nodiscard]] static QStringList problemsOf(const QJsonObject &tool);

    ToolStore *m_store;
};

} // namespace desk
