#include "state/store/turnjournal.h"

#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "state/definitions/definitiontable.h"
#include "state/store/branchtable.h"
#include "state/store/conversationmarktable.h"
#include "state/store/originaltable.h"
#include "state/store/tracetable.h"
#include "state/store/turntable.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

TurnJournal::TurnJournal(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &StoreThread::opened, this, &TurnJournal::opened);
}

void TurnJournal::open(const QString &account)
{
    const QString before = std::exchange(m_account, account.isNull() ? u""_s : account);
    if (before != m_account)
        m_taken.clear(); // another server may call its conversations the same
}

bool TurnJournal::isTaken(const ConversationId &conversation, const ConversationId &by) const
{
    const auto taken = m_taken.constFind(conversation);
    return taken != m_taken.constEnd() && *taken != by;
}

void TurnJournal::begin(const TurnRecord &turn, const ConversationId &draftOf, const QString &replaces, QObject *context, Done done,
                        const QList<BranchRecord> &branches, const QStringList &behind)
{
    m_store.run(
        context,
        [turn, draftOf, replaces, branches, behind, account = m_account](Database &database) {
            Transaction transaction(database);
            TurnTable table(database, account);
            if (!replaces.isEmpty())
                table.remove(replaces);
            table.insertIfMissing(turn);
            for (const QString &waiting : behind)
                table.moveToEnd(waiting);
            BranchTable places(database, account);
            if (!replaces.isEmpty())
                places.rename(turn.conversation, u"t:"_s + replaces, u"t:"_s + turn.id);
            places.put(turn.conversation, branches);
            OriginalTable(database, account).link(turn.request.files, turn.conversation);
            const QString conversation = draftOf.isEmpty() ? u""_s : draftOf.value();
            Statement draft(database, "SELECT text FROM drafts WHERE account = ? AND conversation = ?");
            draft.bind(account, conversation);
            if (draft.next() && draft.text(0).trimmed() == turn.request.text.trimmed())
                Statement(database, "DELETE FROM drafts WHERE account = ? AND conversation = ?").bind(account, conversation).run();
            transaction.commit();
        },
        std::move(done));
}

void TurnJournal::append(const TurnRecord &turn, const QList<wire::ServerEvent> &events, QObject *context, Done done)
{
    m_store.run(
        context, [turn, events, account = m_account](Database &database) { TurnTable(database, account).append(turn, events); },
        std::move(done));
}

void TurnJournal::update(const TurnRecord &turn, QObject *context, Done done)
{
    m_store.run(
        context, [turn, account = m_account](Database &database) { TurnTable(database, account).update(turn); }, std::move(done));
}

void TurnJournal::startOver(const QString &turn)
{
    m_store.run(
        this, [turn, account = m_account](Database &database) { TurnTable(database, account).removeEvents(turn); },
        [](const Result<> &) {});
}

void TurnJournal::forget(const QString &turn)
{
    m_store.run(
        this, [turn, account = m_account](Database &database) { TurnTable(database, account).remove(turn); }, [](const Result<> &) {});
}

void TurnJournal::settle(QObject *context, std::function<void()> done)
{
    m_store.run(
        context, [](Database &) {}, [done = std::move(done)](const Result<> &) { done(); });
}

void TurnJournal::load(const ConversationId &conversation, QObject *context, Turns turns)
{
    m_store.run(
        context,
        [conversation, account = m_account](Database &database) { return TurnTable(database, account).ofConversation(conversation); },
        std::move(turns));
}

void TurnJournal::loadTrace(const QString &turn, QObject *context, std::function<void(const Result<QByteArray> &stream)> done)
{
    m_store.run(
        context, [turn](Database &database) { return TraceTable(database).stream(turn); }, std::move(done));
}

void TurnJournal::loadOpen(QObject *context, Turns turns)
{
    m_store.run(
        context, [account = m_account](Database &database) { return TurnTable(database, account).open(); }, std::move(turns));
}

void TurnJournal::loadConversations(QObject *context, std::function<void(const Result<QList<ConversationId>> &)> conversations)
{
    m_store.run(
        context, [account = m_account](Database &database) { return TurnTable(database, account).conversations(); },
        std::move(conversations));
}

void TurnJournal::loadShape(const ConversationId &conversation, QObject *context,
                            std::function<void(const Result<ConversationShape> &)> shape)
{
    m_store.run(
        context, [conversation, account = m_account](Database &database) { return BranchTable(database, account).shapeOf(conversation); },
        std::move(shape));
}

void TurnJournal::putBranches(const ConversationId &conversation, const QList<BranchRecord> &branches, QObject *context, Done done)
{
    m_store.run(
        context,
        [conversation, branches, account = m_account](Database &database) {
            Transaction transaction(database);
            BranchTable(database, account).put(conversation, branches);
            transaction.commit();
        },
        std::move(done));
}

void TurnJournal::putRemoval(const ConversationId &conversation, const RemovalRecord &removal, QObject *context, Done done)
{
    m_store.run(
        context,
        [conversation, removal, account = m_account](Database &database) {
            BranchTable(database, account).putRemoval(conversation, removal);
        },
        std::move(done));
}

void TurnJournal::dropRemoval(const QString &removal)
{
    m_store.run(
        this, [removal, account = m_account](Database &database) { BranchTable(database, account).dropRemoval(removal); },
        [](const Result<> &) {});
}

void TurnJournal::finishRemoval(const ConversationId &conversation, const RemovalRecord &removal, const QList<Removed> &turns)
{
    m_store.run(
        this,
        [conversation, removal, turns, account = m_account](Database &database) {
            Transaction transaction(database);
            BranchTable table(database, account);
            for (const Removed &turn : turns) {
                if (!turn.turn.isEmpty())
                    TurnTable(database, account).remove(turn.turn);
                table.remove(conversation, turn.node, turn.parent);
            }
            for (const RemovalRecord::Row &row : removal.rows)
                Statement(database, "DELETE FROM ratings WHERE account = ? AND message IN (?, ?)")
                    .bind(account, row.key, row.message.isEmpty() ? row.key : row.message.value())
                    .run();
            table.dropRemoval(removal.id);
            transaction.commit();
        },
        [](const Result<> &) {});
}

void TurnJournal::loadRemovals(QObject *context, std::function<void(const Result<QList<ConversationId>> &)> conversations)
{
    m_store.run(
        context, [account = m_account](Database &database) { return BranchTable(database, account).conversationsWithRemovals(); },
        std::move(conversations));
}

void TurnJournal::move(const ConversationId &from, const ConversationId &to)
{
    take(to, from);
    m_store.run(
        this, [from, to, account = m_account](Database &database) { TurnTable(database, account).move(from, to); },
        [](const Result<> &) {});
}

void TurnJournal::removeConversation(const ConversationId &conversation)
{
    m_store.run(
        this, [conversation, account = m_account](Database &database) { TurnTable(database, account).removeConversation(conversation); },
        [](const Result<> &) {});
}

void TurnJournal::adopt(const QString &from, const QString &to)
{
    m_store.run(
        this,
        [from, to](Database &database) {
            Transaction transaction(database);
            Statement(database, "UPDATE turns SET account = ? WHERE account = ?").bind(to, from).run();
            for (const char *sql :
                 {"UPDATE OR IGNORE branches SET account = ? WHERE account = ?", "UPDATE removals SET account = ? WHERE account = ?",
                  "UPDATE OR IGNORE ratings SET account = ? WHERE account = ?"})
                Statement(database, sql).bind(to, from).run();
            for (const char *sql : {"DELETE FROM branches WHERE account = ?", "DELETE FROM ratings WHERE account = ?"})
                Statement(database, sql).bind(from).run(); // or the next person would get them
            // Written before it was known who is there: behind what that person had written already.
            Statement(database, "UPDATE drafts SET text = text || char(10, 10) || (SELECT n.text FROM drafts n WHERE n.account = ? AND "
                                "n.conversation = drafts.conversation) WHERE account = ? AND EXISTS (SELECT 1 FROM drafts n WHERE "
                                "n.account = ? AND n.conversation = drafts.conversation AND n.text != drafts.text)")
                .bind(from, to, from)
                .run();
            Statement(database, "UPDATE OR IGNORE drafts SET account = ? WHERE account = ?").bind(to, from).run();
            Statement(database, "DELETE FROM drafts WHERE account = ?").bind(from).run();
            ConversationMarkTable::adopt(database, from, to);
            OriginalTable::adopt(database, from, to);
            DefinitionTable::adopt(database, from, to);
            Statement(database, "UPDATE OR IGNORE chat_options SET account = ? WHERE account = ?").bind(to, from).run();
            Statement(database, "DELETE FROM chat_options WHERE account = ?").bind(from).run();
            for (const char *sql :
                 {"UPDATE tool_cases SET account = ? WHERE account = ?", "UPDATE workflow_inputs SET account = ? WHERE account = ?"})
                Statement(database, sql).bind(to, from).run();
            transaction.commit();
        },
        [](const Result<> &) {});
}

void TurnJournal::removeAccount(const QString &account, QObject *context, Done done)
{
    m_store.run(
        context,
        [account](Database &database) {
            Transaction transaction(database);
            for (const char *sql : {"DELETE FROM turns WHERE account = ?", "DELETE FROM branches WHERE account = ?",
                                    "DELETE FROM removals WHERE account = ?", "DELETE FROM ratings WHERE account = ?"})
                Statement(database, sql).bind(account).run();
            Statement(database, "DELETE FROM drafts WHERE account = ?").bind(account).run();
            ConversationMarkTable::removeAccount(database, account);
            OriginalTable::removeAccount(database, account);
            DefinitionTable::removeAccount(database, account);
            for (const char *sql : {"DELETE FROM chat_options WHERE account = ?", "DELETE FROM tool_cases WHERE account = ?",
                                    "DELETE FROM workflow_inputs WHERE account = ?"})
                Statement(database, sql).bind(account).run();
            transaction.commit();
        },
        std::move(done));
}

} // namespace desk
