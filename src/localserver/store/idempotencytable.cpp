#include "localserver/store/idempotencytable.h"

#include "localserver/store/values.h"
#include "sqlite/statement.h"

namespace desk::server {

namespace {
constexpr qint64 lifetimeMs = 24LL * 60 * 60 * 1000;
}

std::optional<IdempotencyTable::Entry> IdempotencyTable::find(const QString &key, const QString &scope)
{
    Statement row(
        m_database,
        "SELECT key, scope, fingerprint, status, type, body, run_id FROM idempotency WHERE key = ? AND scope = ? AND created_ms > ?");
    if (!row.bind(key, scope, nowMs() - lifetimeMs).next())
        return std::nullopt;
    return Entry{row.text(0), row.text(1), row.bytes(2), static_cast<int>(row.integer(3)), row.bytes(4), row.bytes(5), RunId(row.text(6))};
}

void IdempotencyTable::insert(const Entry &entry)
{
    const auto orEmpty = [](const QByteArray &bytes) { return bytes.isNull() ? QByteArray("") : bytes; };
    Statement(m_database, "INSERT OR REPLACE INTO idempotency(key, scope, fingerprint, status, type, body, run_id, created_ms) VALUES(?, "
                          "?, ?, ?, ?, ?, ?, ?)")
        .bind(entry.key, entry.scope, orEmpty(entry.fingerprint), entry.status, orEmpty(entry.type), orEmpty(entry.body),
              entry.run.isEmpty() ? QString() : entry.run.value(), nowMs())
        .run();
}

void IdempotencyTable::forgetExpired()
{
    Statement(m_database, "DELETE FROM idempotency WHERE created_ms <= ?").bind(nowMs() - lifetimeMs).run();
}

} // namespace desk::server
