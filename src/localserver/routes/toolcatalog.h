#pragma once

#include "localserver/routes/turnsource.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace desk::server {

// The tools there are: those the engine ships.
class ToolCatalog
{
public:
    explicit ToolCatalog(const TurnSource &source)
        : m_source(source)
    {
    }

    [[nodiscard]] QJsonArray list() const;
    [[nodiscard]] std::optional<ToolDescription> findBuiltin(const QString &id) const;

private:
    const TurnSource &m_source;
};

} // namespace desk::server
