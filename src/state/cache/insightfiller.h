#pragma once

#include <QObject>
#include <QTimer>

namespace desk {

class ApiClient;
class ConversationCache;
struct Insight;
class InsightStore;
template <typename T>
struct Page;
class Workspace;

// Reads all that the server remembers into the cache, so that a search finds it (D-40): one page after another, once there is a server that
// keeps insights, and again after something was learned. What is changed or removed here changes there at once. Lives in the GUI thread.
class InsightFiller : public QObject
{
    Q_OBJECT
public:
    struct Pace {
        int startMs = 4000;   // after the server was heard, or something was learned: others come first
        int pauseMs = 150;    // between requests
        int againMs = 60'000; // after a failure
    };

    // All outlive this. store: the one that says whether the server keeps any.
    InsightFiller(ApiClient &api, Workspace &workspace, InsightStore &store, ConversationCache &cache, Pace pace,
                  QObject *parent = nullptr);

Q_SIGNALS:
    void filled(); // everything has been read

private:
    void begin();
    void restart();
    void read();
    void take(const Page<Insight> &page);
    void fail();

    ApiClient &m_api;
    Workspace &m_workspace;
    InsightStore &m_store;
    ConversationCache &m_cache;
    Pace m_pace;
    QTimer m_timer;
    qsizetype m_offset = 0;
    qint64 m_since = 0; // when this round began; 0: nothing is to be read
    bool m_isAsking = false;
    bool m_isStale = false; // something changed while it was read
    quint64 m_generation = 0;
};

} // namespace desk
