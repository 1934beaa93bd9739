#pragma once

#include "domain/result.h"
#include "localserver/routes/turnsource.h"
#include "localserver/store/documenttable.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace desk::server {

// The tools there are: those the engine ships and those the user made (contract 3.3). A definition is handed on as it was given, members
// of other programs included; only what the server itself says of a tool is its own.
class ToolCatalog
{
public:
    ToolCatalog(const TurnSource &source, DocumentTable &custom)
        : m_source(source)
        , m_custom(custom)
    {
    }

    [[nodiscard]] QJsonArray list() const; // built-ins first
    [[nodiscard]] std::optional<QJsonObject> find(const QString &id) const;
    [[nodiscard]] std::optional<ToolDescription> findBuiltin(const QString &id) const;
    [[nodiscard]] std::optional<QJsonObject> findCustom(const QString &id) const;
    [[nodiscard]] std::optional<QJsonObject> findCustomByName(const QString &name) const;
    // Fails with Invalid (see toolFault) or Conflict (the name is taken).
    [[nodiscard]] Result<QJsonObject> create(const QJsonObject &definition);
    // Only the members given change. Fails also with NotFound and Forbidden (built-in).
    [[nodiscard]] Result<QJsonObject> update(const QString &id, const QJsonObject &patch);
    // Whether it may be removed: fails with NotFound or Forbidden (built-in).
    [[nodiscard]] Result<> mayChange(const QString &id) const;
    void remove(const QString &id);

private:
    [[nodiscard]] Result<> check(const QJsonObject &definition, const QString &id) const;
    [[nodiscard]] QJsonObject save(QJsonObject json, const QString &id, int version, const QString &createdAt);

    const TurnSource &m_source;
    DocumentTable &m_custom;
};

} // namespace desk::server
