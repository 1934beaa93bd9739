#pragma once

#include "domain/conversation.h"
#include "domain/error.h"
#include "state/store/conversationmark.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace desk {

class StoreThread;
struct StoreReport;

// The marks of one account's conversations, kept in memory and on disk: pinned, archived, tags, read or not, and which were deleted here
// while the server has not confirmed it (CH-06 … CH-08). A change shows at once and is written at once; what the disk does not take stays
// here and is tried again. Lives in the GUI thread.
class ConversationMarks : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxTagLength = 40;

    explicit ConversationMarks(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account);   // AuthManager::account(); what belonged to another is let go
    void rename(const QString &account); // it has got its name: what is in memory stays, TurnJournal::adopt() moves the rows first
    void forget(const QString &account); // in memory; the rows go with TurnJournal::removeAccount
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    [[nodiscard]] ConversationMark mark(const ConversationId &id) const { return m_marks.value(id); }
    [[nodiscard]] bool isDeleted(const ConversationId &id) const { return mark(id).deletedAt.isValid(); }
    [[nodiscard]] bool isUnread(const Conversation &conversation) const;
    [[nodiscard]] QList<ConversationId> pinned() const;
    [[nodiscard]] QList<ConversationId> deleted() const; // and not confirmed
    [[nodiscard]] QStringList agents() const;            // every one noted, of conversations that are here
    [[nodiscard]] QStringList tags() const;              // every one in use, in the order of the alphabet

    void setPinned(const QList<ConversationId> &ids, bool pinned);
    void setArchived(const QList<ConversationId> &ids, bool archived);
    void changeTags(const QList<ConversationId> &ids, const QStringList &added, const QStringList &removed);
    void noteAgents(const ConversationId &id, const QStringList &agents); // as it is asked for one that has them, nothing happens
    void setDeleted(const QList<ConversationId> &ids, bool deleted);
    void markUnread(const QList<ConversationId> &ids);
    void markRead(const Conversation &conversation);
    void see(const Conversation &conversation); // it is in front of the person: read, unless they marked it unread themselves
    void move(const ConversationId &from, const ConversationId &to); // a new conversation got its id
    void remove(const ConversationId &id);                           // the server has it no more

    // As it is kept: one line, no empty ones, not too long.
    [[nodiscard]] static QString tidyTag(const QString &text);

Q_SIGNALS:
    void changed(const QList<desk::ConversationId> &ids); // empty: perhaps all of them
    void loaded();
    void notKept(const desk::Error &error); // the disk did not take it: once, until it does again

private:
    using Change = std::function<void(ConversationMark &mark)>;

    void onOpened(const StoreReport &report);
    void load();
    void take(const QHash<ConversationId, ConversationMark> &marks);
    void change(const QList<ConversationId> &ids, const Change &change);
    void put(const ConversationId &id, const ConversationMark &mark);
    void write();
    void onWritten(const QSet<ConversationId> &ids, const std::optional<Error> &error);
    void setSeen(const Conversation &conversation, bool alsoMarked);

    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
    QHash<ConversationId, ConversationMark> m_marks;
    QSet<ConversationId> m_dirty;         // not on disk
    QDateTime m_since;                    // what was changed before marks were kept is not unread
    QList<std::function<void()>> m_later; // changes from before it was loaded what they change
    QTimer m_again;
    bool m_isLoaded = false;
    bool m_mustLoadAgain = false;
    bool m_wasOpened = false;
    bool m_hasFailed = false;
};

} // namespace desk
