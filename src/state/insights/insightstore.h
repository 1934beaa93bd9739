#pragma once

#include "domain/chatmessage.h"
#include "domain/error.h"
#include "domain/insight.h"
#include "domain/result.h"
#include "state/optimistic.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace desk {

class ApiClient;
class Batch;

// An insight as it is shown.
struct InsightRow {
    Insight insight;
    int match = 100;      // percent; less only in the answer to a search
    bool pending = false; // shows what the server has not confirmed
    bool isNew = false;   // came with the generation that was asked for last

    friend bool operator==(const InsightRow &a, const InsightRow &b)
    {
        return a.insight.id == b.insight.id && a.insight.content == b.insight.content && a.insight.category == b.insight.category &&
               a.insight.conversationId == b.insight.conversationId && a.insight.createdOn == b.insight.createdOn && a.match == b.match &&
               a.pending == b.pending && a.isNew == b.isNew;
    }
};

// What the server remembers of its user (contract 3.16): a list that is loaded page by page, or the answer to one search. The whole
// chapter is optional: a server without it is no failure, it is Missing or SwitchedOff. Changes show at once and are taken back when the
// server refuses them. GUI thread.
class InsightStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int pageSize = 20;
    static constexpr int searchLimit = 20;
    static constexpr int maxQuery = 500; // characters

    enum class Availability {
        Unknown,    // not asked, or not answered yet
        Available,  // it has answered once
        Missing,    // this server keeps none
        SwitchedOff // by an administrator, or for this account
    };
    Q_ENUM(Availability)

    explicit InsightStore(ApiClient &api, QObject *parent = nullptr);
    ~InsightStore() override;

    void refresh();  // from the start; also the search, when there is one
    void loadMore(); // the next page, if there is one
    void clear();    // another workspace: also ends deletions under way, for they would reach another server

    // Each shows what is known of it at once and asks for the rest. An answer to an earlier question is dropped.
    void setCategory(const OpenEnum<InsightCategory> &category); // Unknown without a word: all
    void setConversation(const ConversationId &id);              // empty: of all
    void search(const QString &text);                            // by meaning; empty ends it

    void add(const QList<Insight> &insights); // content, category and conversation count; the server gives the rest
    void update(const Insight &edited);
    void remove(const QList<InsightId> &ids);
    void removeOf(const ConversationId &conversation); // also those that are not loaded
    void generate(const ConversationId &conversation);
    void collect(); // all of the chosen category and conversation, for a file; ends in collected() or failed()

    [[nodiscard]] const QList<InsightRow> &rows() const { return m_rows; }
    [[nodiscard]] const InsightRow *find(const InsightId &id) const; // valid until the next change
    [[nodiscard]] bool canChange(const InsightId &id) const;         // not one that is being added
    [[nodiscard]] const QMap<QString, int> &counts() const
    {
        return m_counts;
    }                                // by the words of the wire, of the whole conversation filter
    [[nodiscard]] int total() const; // of all categories
    [[nodiscard]] OpenEnum<InsightCategory> category() const { return m_category; }
    [[nodiscard]] const ConversationId &conversation() const { return m_conversation; }
    [[nodiscard]] const QString &query() const { return m_query; }
    [[nodiscard]] Availability availability() const { return m_availability; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; } // an administrator forbids new ones
    [[nodiscard]] bool canLoadMore() const { return m_mayHaveMore && m_query.isEmpty(); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isGenerating() const { return m_generating; }

Q_SIGNALS:
    void insightsChanged();                         // rows came, went or moved; models diff them by id
    void insightChanged(const desk::InsightId &id); // this one alone
    void countsChanged();
    void loadingChanged();
    void availabilityChanged(); // also isReadOnly()
    void generatingChanged();
    void added(int count); // how many the server took: it keeps no doubles
    void addFailed(const QList<desk::Insight> &lost, const desk::Error &error);
    void updateFailed(const desk::Insight &edited, const desk::Error &error); // update() tries again
    void removed(const QList<desk::Insight> &gone);                           // confirmed; add() brings their texts back
    void removeFailed(const QList<desk::Insight> &kept, const desk::Error &error);
    void conversationForgotten(const desk::ConversationId &id);
    void generated(const desk::InsightGeneration &generation);
    void collected(const QList<desk::Insight> &all);
    void failed(const desk::Error &error);

private:
    struct Edit {
        std::optional<QString> content;
        std::optional<OpenEnum<InsightCategory>> category;
    };
    struct Taken { // a row that is being removed, and where it was
        InsightRow row;
        qsizetype position = 0;
    };
    enum class Beyond { Drop, Keep }; // what was loaded behind the page that comes
    using Edits = Optimistic<InsightId, Insight, Edit>;

    [[nodiscard]] static Insight edited(Insight insight, const Edit &edit);
    [[nodiscard]] static Edit merged(const Edit &earlier, const Edit &later);

    void ask(); // a new question: list or search
    void load(qsizetype offset, qsizetype limit, Beyond beyond);
    void reload(); // after a change, without losing what was loaded
    void takePage(const InsightPage &page, qsizetype offset, Beyond beyond);
    void takeCounts(const QMap<QString, int> &counts);
    void sendSearch();
    void showHits();
    void collectFrom(const QList<Insight> &before, int pages);
    void takeReadError(const Error &error);
    void setLoading(bool loading);
    void setAvailability(Availability availability);
    [[nodiscard]] Error withoutAlarm(Error error); // notes what a refusal tells of the server
    [[nodiscard]] bool isShown(const Insight &insight) const;
    [[nodiscard]] InsightRow rowOf(const Insight &fromServer) const;
    void markNews(const QList<Insight> &insights);
    [[nodiscard]] InsightRow *findMutable(const InsightId &id);
    void show(const InsightRow &row);

    void takeAdded(const QList<Insight> &insights, const Result<int> &answer);
    void sendEdit(const InsightId &id, const Edits::Request &request);
    void settle(const InsightId &id, const Insight &base);
    [[nodiscard]] QList<Taken> takeOut(const std::function<bool(const Insight &)> &goes);
    void putBack(const QList<Taken> &taken);
    void takeRemoved(Batch *batch, const QList<Taken> &taken);
    void count(const Insight &insight, int by);

    ApiClient &m_api;
    QList<InsightRow> m_rows;
    QList<InsightHit> m_hits; // of the search, before the filters
    QMap<QString, int> m_counts;
    Edits m_edits;
    QSet<InsightId> m_adding;
    QSet<InsightId> m_removing; // not to be shown again by a list that was asked for earlier
    QSet<InsightId> m_news;
    std::optional<QSet<InsightId>> m_knownBefore; // a generation has just ended: what is not in here is new
    QList<Batch *> m_batches;
    OpenEnum<InsightCategory> m_category;
    ConversationId m_conversation;
    QString m_query;
    Availability m_availability = Availability::Unknown;
    quint64 m_question = 0;   // of list and search
    quint64 m_generation = 0; // of the workspace
    qsizetype m_nextOffset = 0;
    bool m_mayHaveMore = false;
    bool m_shifted = false; // rows went away on the server while a page was under way
    bool m_loading = false;
    bool m_loaded = false;
    bool m_generating = false;
    bool m_readOnly = false;
};

} // namespace desk
