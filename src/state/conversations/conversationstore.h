#pragma once

#include "domain/conversation.h"
#include "domain/error.h"
#include "domain/page.h"
#include "domain/result.h"
#include "state/optimistic.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace desk {

class ApiClient;

// The conversations of the open workspace, most recently changed first; without those of trials of agents (AG-48).
class ConversationStore : public QObject
{
    Q_OBJECT
public:
    explicit ConversationStore(ApiClient &api, QObject *parent = nullptr);

    void refresh();                                              // first page again, keeps the order of the server
    void loadMore();                                             // the next page, if there is one
    void rename(const ConversationId &id, const QString &title); // shows at once, goes back when it fails
    void remove(const ConversationId &id);
    // Shows when the server has taken it. done: never after context is gone.
    void setPrivate(const ConversationId &id, bool isPrivate, QObject *context, const std::function<void(const Result<> &)> &done);
    void forget(const ConversationId &id);         // without the server: a provisional one that became real, or was given up
    void upsert(const Conversation &conversation); // from a stream: created, renamed, touched; moves it to the top
    [[nodiscard]] const QList<Conversation> &conversations() const { return m_conversations; }
    [[nodiscard]] const Conversation *find(const ConversationId &id) const;
    [[nodiscard]] bool canLoadMore() const { return m_total > m_conversations.size(); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    void clear();
    // What was kept of an earlier time (D-05): shown until the server's first page takes its place; ignored once that is here.
    void showSaved(const QList<Conversation> &saved);
    [[nodiscard]] bool isSavedCopy() const { return m_isSavedCopy; }

Q_SIGNALS:
    void listed(const QList<desk::Conversation> &page); // as the server gave them
    void conversationsChanged();
    void removed(const desk::ConversationId &id);
    void removeFailed(const desk::ConversationId &id, const desk::Error &error); // beside failed()
    void loadingChanged();
    void failed(const desk::Error &error);

private:
    using Titles = Optimistic<ConversationId, QString, QString>;

    void load(int offset);
    void sendTitle(const ConversationId &id, const Titles::Request &request);
    void takeTitle(const ConversationId &id, const Result<QString> &answer);
    [[nodiscard]] QString titleToShow(const ConversationId &id, const QString &fromServer);
    void takePage(Page<Conversation> page, int offset);
    void leaveOutTrials(Page<Conversation> &page, int offset);
    Conversation *findMutable(const ConversationId &id);

    ApiClient &m_api;
    QList<Conversation> m_conversations;
    Titles m_titles;
    qsizetype m_total = 0;
    QSet<ConversationId> m_trials; // of the pages that are here: not listed, not counted
    quint64 m_generation = 0;      // of the workspace
    bool m_loading = false;
    bool m_loadAgain = false;
    bool m_loaded = false;
    bool m_isSavedCopy = false;
};

} // namespace desk
