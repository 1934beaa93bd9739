#include "state/store/turntable.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "sqlite/transaction.h"
#include "state/store/branchtable.h"
#include "state/store/originaltable.h"
#include "state/store/tracetable.h"
#include "wire/json/chatoptionsjson.h"
#include "wire/json/reader.h"
#include "wire/json/recordjson.h"
#include "wire/json/wordtable.h"
#include "wire/ssewriter.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr std::array<std::pair<TurnState, QLatin1StringView>, 8> stateWords{{{TurnState::Waiting, "waiting"_L1},
                                                                             {TurnState::Sending, "sending"_L1},
                                                                             {TurnState::Unknown, "unknown"_L1},
                                                                             {TurnState::Streaming, "streaming"_L1},
                                                                             {TurnState::Complete, "complete"_L1},
                                                                             {TurnState::Stopped, "stopped"_L1},
                                                                             {TurnState::Interrupted, "interrupted"_L1},
                                                                             {TurnState::Failed, "failed"_L1}}};

QString word(TurnState state)
{
    return wire::nameOf(stateWords, state);
}

// One of a newer version counts as interrupted: nothing is claimed and nothing is sent.
TurnState stateOf(const QString &text)
{
    return wire::valueOf(stateWords, text, TurnState::Interrupted);
}

// What a power cut may take of a stream that comes in; thirty waits for the disk a second cost more than all the rest (P10).
constexpr int syncEveryMs = 200;

// A null string would bind NULL, which equals nothing.
template <typename Tag>
QString key(const Id<Tag> &id)
{
    return id.isEmpty() ? u""_s : id.value();
}

QByteArray requestJson(const TurnRecord &turn)
{
    Message question;
    question.role = Role::User;
    question.content = turn.request.text;
    question.attachments = turn.request.files;
    QJsonObject json{{u"question"_s, wire::recordFrom(question)},
                     {u"agents"_s, QJsonArray::fromStringList(turn.request.agents)},
                     {u"options"_s, wire::toJson(turn.request.options)}};
    if (!turn.request.hidden.isEmpty())
        json.insert("hidden"_L1, QJsonArray::fromStringList(turn.request.hidden));
    return compact(json);
}

TurnRequest requestFrom(const QJsonObject &json)
{
    TurnRequest request;
    if (const Result<Message> question = wire::messageFromRecord(json.value("question"_L1).toObject())) {
        request.text = question->content;
        request.files = question->attachments;
    }
    const QJsonArray agents = json.value("agents"_L1).toArray();
    for (const QJsonValue &agent : agents)
        request.agents.append(agent.toString());
    const QJsonArray hidden = json.value("hidden"_L1).toArray();
    for (const QJsonValue &message : hidden)
        request.hidden.append(message.toString());
    if (const Result<ChatOptions> options = wire::chatOptionsFromJson(json.value("options"_L1).toObject()))
        request.options = *options;
    return request;
}

// Written as the stream had them: read again by the same parser, and readable by people.
QByteArray asStream(const QList<wire::ServerEvent> &events)
{
    QByteArray stream;
    for (const wire::ServerEvent &event : events)
        stream += wire::sseEvent(event.type, event.data, event.id);
    return stream;
}

constexpr const char *columns =
    "SELECT seq, id, conversation, state, request, after_message, run_id, question_id, answer_id, answer, error, "
    "created_ms FROM turns ";

TurnRecord recordOf(const Statement &row)
{
    TurnRecord turn;
    turn.seq = row.integer(0);
    turn.id = row.text(1);
    turn.conversation = ConversationId(row.text(2));
    turn.state = stateOf(row.text(3));
    turn.request = requestFrom(row.json(4).toObject());
    turn.after = MessageId(row.text(5));
    turn.run = RunId(row.text(6));
    turn.question = MessageId(row.text(7));
    turn.answerId = MessageId(row.text(8));
    if (!row.isNull(9)) {
        if (Result<Message> answer = wire::messageFromRecord(row.json(9).toObject()))
            turn.answer = *std::move(answer);
    }
    turn.error = row.text(10);
    turn.createdAt = fromMs(row.integer(11));
    turn.isOnDisk = true;
    return turn;
}

} // namespace

TurnTable::TurnTable(Database &database, QString account)
    : m_database(database)
    , m_account(std::move(account))
{
}

void TurnTable::insert(const TurnRecord &turn)
{
    Statement(m_database, "INSERT INTO turns(id, account, conversation, state, request, after_message, created_ms) VALUES(?,?,?,?,?,?,?)")
        .bind(turn.id, m_account, key(turn.conversation), word(turn.state), requestJson(turn), turn.after.value(), toMs(turn.createdAt))
        .run();
}

void TurnTable::update(const TurnRecord &turn)
{
    Transaction transaction(m_database);
    insertIfMissing(turn);
    Statement(m_database, "UPDATE turns SET conversation = ?, state = ?, after_message = ?, run_id = ?, question_id = ?, answer_id = ?, "
                          "answer = ?, error = ? "
                          "WHERE id = ?")
        .bind(key(turn.conversation), word(turn.state), turn.after.value(), turn.run.value(), turn.question.value(), turn.answerId.value(),
              turn.answer ? compact(wire::recordFrom(*turn.answer)) : QByteArray(), turn.error, turn.id)
        .run();
    if (turn.answer)
        TraceTable(m_database).keep(turn.id);
    else
        TraceTable(m_database).remove(turn.id); // given up too early: it is watched once more, from its first event
    transaction.commit();
}

// The disk may not have taken the beginning, or the database may be another one since: what is known is written whole.
void TurnTable::insertIfMissing(const TurnRecord &turn)
{
    Statement there(m_database, "SELECT 1 FROM turns WHERE id = ?");
    there.bind(turn.id);
    if (!there.next())
        insert(turn);
}

void TurnTable::append(const TurnRecord &turn, const QList<wire::ServerEvent> &events)
{
    const Database::Relaxed relaxed(m_database, syncEveryMs);
    Transaction transaction(m_database);
    insertIfMissing(turn);
    Statement(m_database, "INSERT INTO turn_events(turn, seq, events) "
                          "SELECT t.seq, (SELECT coalesce(max(e.seq), 0) + 1 FROM turn_events e WHERE e.turn = t.seq), ? "
                          "FROM turns t WHERE t.id = ?")
        .bind(asStream(events), turn.id)
        .run();
    transaction.commit();
}

void TurnTable::removeEvents(const QString &turn)
{
    Statement(m_database, "DELETE FROM turn_events WHERE turn = (SELECT seq FROM turns WHERE id = ?)").bind(turn).run();
}

void TurnTable::remove(const QString &turn)
{
    Statement(m_database, "DELETE FROM turns WHERE id = ?").bind(turn).run();
}

void TurnTable::moveToEnd(const QString &turn)
{
    Statement(m_database, "UPDATE turns SET seq = (SELECT max(seq) + 1 FROM turns) WHERE id = ? AND state = 'waiting' AND NOT EXISTS "
                          "(SELECT 1 FROM turn_events e WHERE e.turn = turns.seq)")
        .bind(turn)
        .run();
}

void TurnTable::removeConversation(const ConversationId &conversation)
{
    Transaction transaction(m_database);
    // Whoever is taken for signed in at the moment: an id of a conversation is there once.
    Statement(m_database, "DELETE FROM turns WHERE conversation = ? AND conversation != ''").bind(key(conversation)).run();
    Statement(m_database, "DELETE FROM drafts WHERE conversation = ? AND conversation != ''").bind(key(conversation)).run();
    BranchTable::removeConversation(m_database, conversation);
    Statement(m_database, "DELETE FROM chat_options WHERE conversation = ? AND conversation != ''").bind(key(conversation)).run();
    transaction.commit();
}

void TurnTable::move(const ConversationId &from, const ConversationId &to)
{
    Transaction transaction(m_database);
    Statement(m_database, "UPDATE turns SET conversation = ? WHERE account = ? AND conversation = ?")
        .bind(key(to), m_account, key(from))
        .run();
    BranchTable(m_database, m_account).move(from, to);
    OriginalTable(m_database, m_account).move(from, to);
    transaction.commit();
}

QList<TurnRecord> TurnTable::ofConversation(const ConversationId &conversation)
{
    QList<TurnRecord> turns;
    Statement rows(m_database, QByteArray(columns).append("WHERE account = ? AND conversation = ? ORDER BY seq").constData());
    rows.bind(m_account, key(conversation));
    while (rows.next())
        turns.append(recordOf(rows));
    for (TurnRecord &turn : turns) {
        if (!turn.answer)
            readEvents(turn);
    }
    return turns;
}

QList<TurnRecord> TurnTable::open()
{
    QList<TurnRecord> turns;
    Statement rows(m_database, QByteArray(columns)
                                   .append("WHERE account = ? AND (state IN ('waiting', 'sending', 'unknown', 'streaming') OR conversation "
                                           "LIKE 'local:%') ORDER BY seq")
                                   .constData());
    rows.bind(m_account);
    while (rows.next())
        turns.append(recordOf(rows));
    return turns;
}

QList<ConversationId> TurnTable::conversations()
{
    QList<ConversationId> ids;
    Statement rows(m_database, "SELECT DISTINCT conversation FROM turns WHERE account = ?");
    rows.bind(m_account);
    while (rows.next())
        ids.append(ConversationId(rows.text(0)));
    return ids;
}

void TurnTable::readEvents(TurnRecord &turn)
{
    Statement rows(m_database, "SELECT events FROM turn_events WHERE turn = ? AND seq > 0 ORDER BY seq");
    rows.bind(turn.seq);
    QByteArray lastId;
    while (rows.next()) {
        wire::SseParser parser;
        parser.resumeAfter(lastId);
        turn.events += parser.feed(rows.bytes(0));
        lastId = parser.lastEventId();
    }
}

} // namespace desk
