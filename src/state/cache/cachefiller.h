#pragma once

#include "state/cache/cachetable.h"

#include <QObject>
#include <QTimer>

namespace desk {

class ApiClient;
class ChatSessions;
class ConversationCache;
template <typename T>
struct Page;
class Workspace;

// Reads every conversation of the account into the cache, so that a search finds what was never opened here: one request after another,
// only while there is a connection and no answer is being written, the ones changed last first. It goes on after a restart where it was,
// reads again what has changed since, and forgets what the server no longer has. Lives in the GUI thread.
class CacheFiller : public QObject
{
    Q_OBJECT
public:
    struct Pace {
        int startMs = 3000;   // after the connection: others come first
        int pauseMs = 150;    // between requests
        int againMs = 60'000; // after a failure
    };

    CacheFiller(ApiClient &api, Workspace &workspace, ChatSessions &sessions, ConversationCache &cache, Pace pace,
                QObject *parent = nullptr);

    [[nodiscard]] const FillProgress &progress() const { return m_progress; }
    [[nodiscard]] bool isFilling() const { return m_progress.filled < m_progress.known; }

Q_SIGNALS:
    void progressChanged();

private:
    void begin();
    void restart();
    void later(int ms);
    void step();
    [[nodiscard]] bool mayAsk() const;
    void list();
    void onListed(const Page<Conversation> &page);
    void lookForGone();
    void checkGone();
    void pick();
    void read();
    void onRead(const Page<Message> &page);
    void updateProgress();
    void fail();

    ApiClient &m_api;
    Workspace &m_workspace;
    ChatSessions &m_sessions;
    ConversationCache &m_cache;
    Pace m_pace;
    QTimer m_timer;
    FillProgress m_progress;
    FillTask m_task;                 // being read
    QList<ConversationId> m_refused; // the server does not give them now
    QList<ConversationId> m_gone;    // to be asked for, one by one
    qsizetype m_listOffset = 0;
    qint64 m_listedSince = 0; // when this round of listing began; 0: all are listed
    bool m_wholeList = true;  // false: only what changed last
    bool m_hasRead = false;   // something, since the index was tidied
    bool m_isAsking = false;
    quint64 m_generation = 0;
};

} // namespace desk
