#include "state/cache/cachetable.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/transaction.h"
#include "state/cache/filetexts.h"
#include "state/cache/searchtext.h"
#include "state/chat/messagemerge.h"
#include "wire/json/recordjson.h"

#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Two numbers a minute: small steps, on which the size of the index depends, and the newest first without sorting.
constexpr qint64 minuteMs = 60'000;
constexpr qint64 perMinute = 2;
constexpr qint64 epochMs = 1'420'070'400'000; // 2015; what is older counts as that

const QStringList ownColumns{u"id"_s, u"conversation_id"_s, u"role"_s, u"content"_s, u"created_at"_s};

bool isKept(const Message &message)
{
    switch (message.state) {
    case MessageState::Pending:
    case MessageState::Streaming:
    case MessageState::Waiting:
    case MessageState::Unknown:
        return false;
    default:
        return !message.id.isEmpty();
    }
}

// Null for a plain one, which is most of them and read without JSON.
QByteArray restOf(const Message &message)
{
    QJsonObject record = wire::recordFrom(message);
    for (const QString &column : ownColumns)
        record.remove(column);
    if (message.state == MessageState::Complete)
        record.remove("state"_L1);
    return record.isEmpty() ? QByteArray() : compact(record);
}

QString roleWord(Role role)
{
    switch (role) {
    case Role::User:
        return u"user"_s;
    case Role::Assistant:
        return u"assistant"_s;
    case Role::System:
        return u"system"_s;
    default:
        return u"unknown"_s;
    }
}

Role roleOf(const QString &word)
{
    for (const Role role : {Role::User, Role::Assistant, Role::System}) {
        if (roleWord(role) == word)
            return role;
    }
    return Role::Unknown;
}

} // namespace

qint64 firstSeqOf(const QDateTime &time)
{
    return std::max<qint64>(0, toMs(time) - epochMs) / minuteMs * perMinute + 1;
}

CacheTable::CacheTable(Database &database, QString account)
    : m_database(database)
    , m_account(std::move(account))
{
}

qint64 CacheTable::keyOf(const ConversationId &conversation)
{
    Statement row(m_database, "SELECT key FROM conversations WHERE account = ? AND id = ?");
    row.bind(m_account, conversation.value());
    return row.next() ? row.integer(0) : 0;
}

qint64 CacheTable::keyFor(const Conversation &conversation)
{
    if (const qint64 key = keyOf(conversation.id))
        return key;
    Statement(m_database, "INSERT INTO conversations(account, id, title, record, updated_ms, listed_ms) VALUES(?, ?, '', ?, 0, 0)")
        .bind(m_account, conversation.id.value(), compact(wire::recordFrom(conversation)))
        .run();
    const qint64 key = m_database.lastRowId();
    setTitle(key, {}, conversation.title);
    return key;
}

void CacheTable::setTitle(qint64 key, const QString &before, const QString &title)
{
    if (before == title)
        return;
    if (!before.isEmpty())
        indexTitle(key, before, false);
    if (!title.isEmpty())
        indexTitle(key, title, true);
    Statement(m_database, "UPDATE conversations SET title = ? WHERE key = ?").bind(title.isEmpty() ? u""_s : title, key).run();
}

void CacheTable::indexTitle(qint64 key, const QString &title, bool add)
{
    const QByteArray text = searchable(title) + ' ' + SearchMarks::ofAccount(m_account);
    Statement(m_database, add ? "INSERT INTO title_words(rowid, text) VALUES(?, ?)"
                              : "INSERT INTO title_words(title_words, rowid, text) VALUES('delete', ?, ?)")
        .bind(key, text)
        .run();
}

void CacheTable::putConversations(const QList<Conversation> &conversations)
{
    Transaction transaction(m_database);
    const qint64 now = toMs(QDateTime::currentDateTimeUtc());
    for (const Conversation &conversation : conversations) {
        if (conversation.id.isEmpty() || isProvisional(conversation.id))
            continue;
        const qint64 key = keyFor(conversation);
        Statement known(m_database, "SELECT title FROM conversations WHERE key = ?");
        known.bind(key);
        if (known.next())
            setTitle(key, known.text(0), conversation.title);
        const qint64 updated = conversation.updatedAt.isValid() ? toMs(conversation.updatedAt) : 1;
        Statement(m_database, "UPDATE conversations SET record = ?, updated_ms = ?, listed_ms = ? WHERE key = ?")
            .bind(compact(wire::recordFrom(conversation)), updated, now, key)
            .run();
    }
    transaction.commit();
}

QList<Conversation> CacheTable::conversations(int limit)
{
    QList<Conversation> conversations;
    Statement rows(m_database,
                   "SELECT record, title FROM conversations WHERE account = ? AND listed_ms > 0 ORDER BY updated_ms DESC LIMIT ?");
    rows.bind(m_account, limit);
    while (rows.next()) {
        Result<Conversation> conversation = wire::conversationFromRecord(rows.json(0).toObject());
        if (!conversation)
            continue;
        conversation->activeRun = {}; // that was then
        conversations.append(*conversation);
    }
    return conversations;
}

Message CacheTable::messageOf(const Statement &row, int firstColumn, const ConversationId &conversation)
{
    Message message;
    if (!row.isNull(firstColumn + 4)) {
        QJsonObject record = row.json(firstColumn + 4).toObject();
        record.insert("role"_L1, u""_s);
        record.insert("content"_L1, u""_s);
        if (!record.contains("state"_L1))
            record.insert("state"_L1, u"complete"_s);
        if (const Result<Message> read = wire::messageFromRecord(record))
            message = *read;
    }
    message.id = MessageId(row.text(firstColumn));
    message.conversationId = conversation;
    message.createdAt = fromMs(row.integer(firstColumn + 1));
    message.role = roleOf(row.text(firstColumn + 2));
    message.content = row.text(firstColumn + 3);
    return message;
}

SavedMessages CacheTable::newest(const ConversationId &conversation, qsizetype count)
{
    SavedMessages saved;
    const qint64 key = keyOf(conversation);
    if (key == 0)
        return saved;
    Statement rows(m_database, "SELECT m.id, m.created_ms, m.role, m.body, m.rest FROM messages m WHERE m.conversation = ? "
                               "ORDER BY m.created_ms DESC, m.place DESC LIMIT ?");
    rows.bind(key, static_cast<qint64>(count));
    while (rows.next())
        saved.messages.append(messageOf(rows, 0, conversation));
    std::reverse(saved.messages.begin(), saved.messages.end());
    Statement all(m_database, "SELECT (SELECT count(*) FROM messages WHERE conversation = ?1), saved_ms FROM conversations WHERE key = ?1");
    all.bind(key);
    if (all.next()) {
        saved.older = all.integer(0) - saved.messages.size();
        saved.savedAt = all.integer(1) > 0 ? fromMs(all.integer(1)) : QDateTime();
    }
    return saved;
}

int CacheTable::putMessages(const Conversation &conversation, const QList<Message> &messages, const MessagePlaces &places)
{
    if (conversation.id.isEmpty() || isProvisional(conversation.id))
        return 0;
    Transaction transaction(m_database);
    const qint64 key = keyFor(conversation);
    qint64 place = places.total - places.offset - messages.size();
    if (!places.isPage || places.total < 0) {
        Statement last(m_database, "SELECT coalesce(max(place), 0) + 1 FROM messages WHERE conversation = ?");
        last.bind(key);
        place = last.next() ? last.integer(0) : 0;
    }
    int added = 0;
    for (const Message &message : messages)
        added += isKept(message) && putMessage(key, conversation.id, message, place++) ? 1 : 0;
    if (places.isPage && places.total >= 0)
        dropMissing(key, messages, places.offset == 0);
    if (places.isPage)
        Statement(m_database, "UPDATE conversations SET saved_ms = ? WHERE key = ?").bind(toMs(QDateTime::currentDateTimeUtc()), key).run();
    return transaction.commit() ? added : 0;
}

bool CacheTable::putMessage(qint64 key, const ConversationId &conversation, const Message &message, qint64 place)
{
    Statement found(m_database,
                    "SELECT m.id, m.created_ms, m.role, m.body, m.rest, m.seq FROM messages m WHERE m.conversation = ? AND m.id = ?");
    found.bind(key, message.id.value());
    if (!found.next()) {
        const qint64 seq = freeSeq(message.createdAt);
        Statement(m_database,
                  "INSERT INTO messages(seq, conversation, id, created_ms, place, role, body, rest) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(seq, key, message.id.value(), toMs(message.createdAt), place, roleWord(message.role),
                  message.content.isNull() ? u""_s : message.content, restOf(message))
            .run();
        index(seq, message, true);
        keepNames(message);
        return true;
    }
    const Message known = messageOf(found, 0, conversation);
    const qint64 seq = found.integer(5);
    const QByteArray restKnown = found.bytes(4);
    const Message merged = withWhatIsKnown(message, known);
    const QByteArray rest = restOf(merged);
    const bool hasNewWords = FileTexts(m_database, m_account).isNews(seq, merged);
    if (merged.content == known.content && rest == restKnown && merged.role == known.role && !hasNewWords)
        return false;
    index(seq, known, false);
    Statement(m_database, "UPDATE messages SET role = ?, body = ?, rest = ? WHERE seq = ?")
        .bind(roleWord(merged.role), merged.content.isNull() ? u""_s : merged.content, rest, seq)
        .run();
    index(seq, merged, true);
    keepNames(merged);
    return false;
}

// Messages that the server has no longer: between the first and the last of a page, and behind the newest.
void CacheTable::dropMissing(qint64 key, const QList<Message> &page, bool isNewest)
{
    if (page.isEmpty())
        return;
    QSet<QString> there;
    for (const Message &message : page)
        there.insert(message.id.value());
    const qint64 from = toMs(page.constFirst().createdAt);
    const qint64 to = isNewest ? std::numeric_limits<qint64>::max() : toMs(page.constLast().createdAt);
    QList<std::pair<qint64, Message>> gone;
    {
        Statement rows(m_database, "SELECT m.id, m.created_ms, m.role, m.body, m.rest, m.seq FROM messages m WHERE m.conversation = ? AND "
                                   "m.created_ms > ? AND m.created_ms < ?");
        rows.bind(key, from, to);
        while (rows.next()) {
            if (!there.contains(rows.text(0)))
                gone.append({rows.integer(5), messageOf(rows, 0, {})});
        }
    }
    for (const auto &[seq, message] : std::as_const(gone)) {
        index(seq, message, false);
        Statement(m_database, "DELETE FROM messages WHERE seq = ?").bind(seq).run();
    }
}

void CacheTable::index(qint64 seq, const Message &message, bool add)
{
    FileTexts files(m_database, m_account);
    const FileTextsById texts = add ? files.enter(seq, message) : files.leave(seq);
    Statement(m_database,
              add ? "INSERT INTO words(rowid, text) VALUES(?, ?)" : "INSERT INTO words(words, rowid, text) VALUES('delete', ?, ?)")
        .bind(seq, searchTextOf(message, m_account, texts).indexed())
        .run();
}

// Its words are searched from now on, also in the messages that were kept before they were known.
void CacheTable::putFileText(const FileId &file, const QString &text)
{
    Transaction transaction(m_database);
    const QList<qint64> waiting = FileTexts(m_database, m_account).put(file, text);
    for (const qint64 seq : waiting) {
        Statement row(m_database, "SELECT m.id, m.created_ms, m.role, m.body, m.rest FROM messages m WHERE m.seq = ?");
        row.bind(seq);
        if (!row.next())
            continue;
        const Message message = messageOf(row, 0, {});
        index(seq, message, false);
        index(seq, message, true);
    }
    transaction.commit();
}

void CacheTable::keepNames(const Message &message)
{
    const auto keep = [this](const QString &kind, const QStringList &names) {
        for (const QString &name : names)
            Statement(m_database, "INSERT OR IGNORE INTO names(kind, key, name) VALUES(?, ?, ?)")
                .bind(kind, SearchMarks::keyOf(name) + u""_s, name)
                .run();
    };
    keep(u"agent"_s, agentsOf(message));
    keep(u"tool"_s, toolsOf(message));
}

// The next number that nobody has, from the message's minute on. Where thousands share a minute, the place to go on is remembered.
qint64 CacheTable::freeSeq(const QDateTime &time)
{
    const qint64 first = firstSeqOf(time);
    Statement remembered(m_database, "SELECT next FROM crowded WHERE minute = ?");
    remembered.bind(first);
    const bool isCrowded = remembered.next();
    qint64 free = isCrowded ? remembered.integer(0) : first;
    Statement taken(m_database, "SELECT seq FROM messages WHERE seq >= ? ORDER BY seq");
    taken.bind(free);
    while (taken.next() && taken.integer(0) == free)
        ++free;
    if (free - first >= perMinute)
        Statement(m_database, "INSERT OR REPLACE INTO crowded(minute, next) VALUES(?, ?)").bind(first, free + 1).run();
    return free;
}

} // namespace desk
