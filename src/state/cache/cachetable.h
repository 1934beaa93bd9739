#pragma once

#include "domain/conversation.h"
#include "sqlite/database.h"
#include "sqlite/statement.h"

#include <QList>
#include <QString>

namespace desk {

// The messages of one conversation as they were kept, oldest first.
struct SavedMessages {
    QList<Message> messages;
    qsizetype older = 0; // how many are kept before them
    QDateTime savedAt;   // when the server was last heard about them
};

// Where a page of messages stands: as the server pages, from the newest.
struct MessagePlaces {
    qsizetype offset = 0;
    qsizetype total = -1; // -1: not told
    bool isPage = true;   // of the server, without gaps: what is kept between its messages and not in it is gone; false: single ones
};

// What is left to be read of the conversations of an account.
struct FillProgress {
    int known = 0;
    int filled = 0; // every message of them is here, as far as is known
    friend bool operator==(const FillProgress &, const FillProgress &) = default;
};

// The conversation to be read next.
struct FillTask {
    ConversationId conversation; // empty: nothing is left
    qint64 target = 0;           // its state as it was listed
    qsizetype offset = 0;        // where a reading that was cut short goes on
    bool wasWhole = false;       // only what is newer is missing
};

// The SQL of cache.db, of one account. Runs in its store's thread; failures are latched in the database.
class CacheTable
{
public:
    CacheTable(Database &database, QString account);

    void putConversations(const QList<Conversation> &conversations); // as the server lists them
    [[nodiscard]] QList<Conversation> conversations(int limit);      // the one changed last first
    // What the server does not tell of a message (its tools, thoughts, sources) stays as it was kept before. Returns how many were new.
    int putMessages(const Conversation &conversation, const QList<Message> &messages, const MessagePlaces &places);
    [[nodiscard]] SavedMessages newest(const ConversationId &conversation, qsizetype count);

    void putFileText(const FileId &file, const QString &text); // the first one that comes counts

    void remove(const ConversationId &conversation);
    void removeMessages(const ConversationId &conversation, const QList<MessageId> &messages);
    void removeAccount();
    // Takes what was removed out of the index's own pages, a piece at a time, so that nothing of it is on the disk.
    enum class Purge { Part, Whole, LogIsRead }; // a search holds old pages in the log: to be called again
    [[nodiscard]] Purge purge(bool isFirst);

    [[nodiscard]] FillProgress progress();
    [[nodiscard]] FillTask nextToFill(const QList<ConversationId> &skip);
    void noteFilling(const FillTask &task);
    void noteFilled(const FillTask &task);
    [[nodiscard]] QList<ConversationId> listedBefore(qint64 listedMs); // not seen since: perhaps they are gone

    // Also for a search, which reads beside this.
    [[nodiscard]] static Message messageOf(const Statement &row, int firstColumn, const ConversationId &conversation);
    static constexpr const char *messageColumns = "m.id, m.created_ms, m.role, m.body, m.rest";

private:
    [[nodiscard]] qint64 keyOf(const ConversationId &conversation);
    [[nodiscard]] qint64 keyFor(const Conversation &conversation);
    void setTitle(qint64 key, const QString &before, const QString &title);
    void indexTitle(qint64 key, const QString &title, bool add);
    bool putMessage(qint64 key, const ConversationId &conversation, const Message &message, qint64 place);
    void dropMissing(qint64 key, const QList<Message> &page, bool isNewest);
    void index(qint64 seq, const Message &message, bool add);
    void keepNames(const Message &message);
    [[nodiscard]] qint64 freeSeq(const QDateTime &time);
    void removeKey(qint64 key, const ConversationId &conversation);

    Database &m_database;
    QString m_account;
};

// The first number of a message of that minute.
[[nodiscard]] qint64 firstSeqOf(const QDateTime &time);

} // namespace desk
