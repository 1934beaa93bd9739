#include "localserver/store/documenttable.h"

#include "localserver/store/values.h"
#include "sqlite/statement.h"

namespace desk::server {

namespace {

DocumentTable::Document fromRow(const Statement &row)
{
    return {row.text(0), row.text(1), row.json(2)};
}

} // namespace

void DocumentTable::put(const Document &document)
{
    Statement(m_database,
              "INSERT INTO documents(kind, id, name, json, created_ms, updated_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?5)"
              " ON CONFLICT(kind, id) DO UPDATE SET name = excluded.name, json = excluded.json, updated_ms = excluded.updated_ms")
        .bind(m_kind, document.id, document.name, compact(document.json), nowMs())
        .run();
}

bool DocumentTable::remove(const QString &id)
{
    Statement(m_database, "DELETE FROM documents WHERE kind = ? AND id = ?").bind(m_kind, id).run();
    return m_database.changes() > 0;
}

std::optional<DocumentTable::Document> DocumentTable::find(const QString &id) const
{
    Statement row(m_database, "SELECT id, name, json FROM documents WHERE kind = ? AND id = ?");
    if (!row.bind(m_kind, id).next())
        return std::nullopt;
    return fromRow(row);
}

std::optional<DocumentTable::Document> DocumentTable::findByName(const QString &name) const
{
    Statement row(m_database, "SELECT id, name, json FROM documents WHERE kind = ? AND name = ?");
    if (!row.bind(m_kind, name).next())
        return std::nullopt;
    return fromRow(row);
}

QList<DocumentTable::Document> DocumentTable::list() const
{
    Statement row(m_database, "SELECT id, name, json FROM documents WHERE kind = ? ORDER BY created_ms, id");
    row.bind(m_kind);
    QList<Document> out;
    while (row.next())
        out.append(fromRow(row));
    return out;
}

} // namespace desk::server
