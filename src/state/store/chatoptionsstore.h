#pragma once

#include "domain/chatoptions.h"
#include "domain/error.h"
#include "domain/ids.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace desk {

class StoreThread;
struct StoreReport;

// The chat options of one account's conversations, and those that a new one begins with, in memory and in user.db. A conversation without
// options of its own follows the default. Written at once: each change is one decision. Lives in the GUI thread.
class ChatOptionsStore : public QObject
{
    Q_OBJECT
public:
    explicit ChatOptionsStore(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account);   // AuthManager::account()
    void rename(const QString &account); // it has got its name; TurnJournal::adopt() moves the rows first
    void forget(const QString &account); // in memory; the rows go with TurnJournal::removeAccount()
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    [[nodiscard]] ChatOptions options(const ConversationId &conversation) const; // an empty id: of the one that does not exist yet
    [[nodiscard]] bool hasOwn(const ConversationId &conversation) const;
    void set(const ConversationId &conversation, const ChatOptions &options);
    void reset(const ConversationId &conversation);                  // back to the default; nothing is kept of it
    void move(const ConversationId &from, const ConversationId &to); // a new conversation got its id
    [[nodiscard]] ChatOptions defaults() const;
    void setDefaults(const ChatOptions &options);

Q_SIGNALS:
    void changed();                         // loaded, or set by somebody
    void notKept(const desk::Error &error); // the disk did not take it; it counts until the program ends

private:
    void onOpened(const StoreReport &report);
    void load();
    void write(const QString &key);

    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
    QHash<QString, ChatOptions> m_options; // by key
    QSet<QString> m_changed;               // keys that were set before everything was read: they are newer
    bool m_isLoaded = false;
    bool m_mustLoadAgain = false;
};

} // namespace desk
