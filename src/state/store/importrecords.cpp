#include "state/store/importrecords.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "state/store/storethread.h"

#include <utility>

namespace desk {

ImportRecords::ImportRecords(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void ImportRecords::find(const QString &content, QObject *context, Found done)
{
    m_store.run(
        context,
        [account = m_account, content](Database &database) -> std::optional<Record> {
            Statement row(database, "SELECT conversation, imported_ms FROM imports WHERE account = ? AND content = ?");
            row.bind(account, content);
            if (!row.next())
                return {};
            return Record{ConversationId(row.text(0)), fromMs(row.integer(1))};
        },
        [done = std::move(done)](const Result<std::optional<Record>> &record) { done(record ? *record : std::nullopt); });
}

void ImportRecords::add(const QString &content, const ConversationId &conversation)
{
    m_store.run(
        this,
        [account = m_account, content, conversation](Database &database) {
            Statement(database, "INSERT OR REPLACE INTO imports(account, content, conversation, imported_ms) VALUES(?,?,?,?)")
                .bind(account, content, conversation.value(), QDateTime::currentMSecsSinceEpoch())
                .run();
        },
        [](const Result<> &) {}); // not kept: the next time nobody asks
}

} // namespace desk
