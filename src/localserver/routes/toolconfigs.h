#pragma once

#include "domain/toolconfig.h"
#include "localserver/store/documenttable.h"

#include <QJsonObject>

#include <optional>

namespace desk::server {

// What is configured for a tool: for this user, for one agent, and for everyone (contract 3.3).
class ToolConfigs
{
public:
    struct Stored {
        ToolConfigScope scope;
        QJsonObject json; // providers, settings, updated_at
    };

    explicit ToolConfigs(DocumentTable &table)
        : m_table(table)
    {
    }

    // The nearest from the target on: user, then agent (when one is named), then system.
    [[nodiscard]] std::optional<Stored> find(const QString &tool, const ToolConfigTarget &target) const;
    // Replaces the whole configuration; two empty objects remove it.
    void put(const QString &tool, const ToolConfigTarget &target, const QJsonObject &providers, const QJsonObject &settings);
    void remove(const QString &tool, const ToolConfigTarget &target);
    void removeAll(const QString &tool);

private:
    DocumentTable &m_table;
};

} // namespace desk::server
