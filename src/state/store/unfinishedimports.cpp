#include "state/store/unfinishedimports.h"

#include "domain/conversation.h"
#include "sqlite/statement.h"
#include "state/store/storethread.h"

#include <QDateTime>

namespace desk {

namespace {

using Parts = QList<UnfinishedImports::Part>;

Parts read(Database &database, const QString &account)
{
    Parts parts;
    Statement rows(database, "SELECT conversation, title FROM unfinished_imports WHERE account = ? ORDER BY begun_ms, conversation");
    rows.bind(account);
    while (rows.next())
        parts.append({ConversationId(rows.text(0)), rows.text(1)});
    return parts;
}

} // namespace

UnfinishedImports::UnfinishedImports(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void UnfinishedImports::open(const QString &account)
{
    m_account = account.isNull() ? QLatin1String("") : account;
    m_parts.clear();
    Q_EMIT changed();
    m_store.run(
        this, [account = m_account](Database &database) { return read(database, account); },
        [this, account = m_account](const Result<Parts> &parts) {
            if (account != m_account || !parts)
                return;
            m_parts = *parts;
            m_parts.removeIf([this](const Part &part) { return m_running.contains(part.conversation); });
            Q_EMIT changed();
        });
}

void UnfinishedImports::begin(const Conversation &made)
{
    m_running.insert(made.id);
    const QString title = made.title.isNull() ? QString(QLatin1String("")) : made.title;
    m_store.run(
        this,
        [account = m_account, id = made.id.value(), title](Database &database) {
            Statement(database, "INSERT OR REPLACE INTO unfinished_imports(account, conversation, title, begun_ms) VALUES(?,?,?,?)")
                .bind(account, id, title, QDateTime::currentMSecsSinceEpoch())
                .run();
        },
        [](const Result<> &) {}); // not kept: the next start says nothing, as before
}

void UnfinishedImports::end(const ConversationId &conversation)
{
    m_running.remove(conversation);
    m_store.run(
        this,
        [account = m_account, id = conversation.value()](Database &database) {
            Statement(database, "DELETE FROM unfinished_imports WHERE account = ? AND conversation = ?").bind(account, id).run();
        },
        [](const Result<> &) {});
    if (m_parts.removeIf([&conversation](const Part &part) { return part.conversation == conversation; }) > 0)
        Q_EMIT changed();
}

} // namespace desk
