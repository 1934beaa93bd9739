// Reading. What changes something is in insightstorechanges.cpp.
#include "state/insights/insightstore.h"

#include "api/apiclient.h"
#include "api/endpoints/insightsapi.h"
#include "state/batch.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace desk {

namespace {

constexpr qsizetype largestPage = 100;
constexpr int mostPages = 1000;  // of a list that goes on for ever
constexpr double farthest = 1.0; // what is as near as anything else is no match

// Not every server repeats what it was asked for.
InsightPage placed(InsightPage page, qsizetype offset, qsizetype limit)
{
    page.page.offset = offset;
    page.page.limit = limit;
    return page;
}

int percentOf(const InsightHit &hit)
{
    return std::clamp(static_cast<int>(hit.score * 100 + 0.5), 0, 100);
}

} // namespace

InsightStore::InsightStore(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_edits(edited, merged)
{
}

InsightStore::~InsightStore() = default;

void InsightStore::refresh()
{
    if (m_loading)
        return;
    if (!m_query.isEmpty())
        sendSearch();
    else
        load(0, std::clamp<qsizetype>(m_rows.size(), pageSize, largestPage), Beyond::Drop);
}

void InsightStore::reload()
{
    if (!m_query.isEmpty())
        return; // what was changed is shown, and the answer is about what was asked
    ++m_question;
    load(0, std::clamp<qsizetype>(m_rows.size(), pageSize, largestPage), Beyond::Keep);
}

void InsightStore::loadMore()
{
    if (canLoadMore() && !m_loading)
        load(m_nextOffset, pageSize, Beyond::Drop);
}

void InsightStore::setCategory(const OpenEnum<InsightCategory> &category)
{
    if (m_category == category)
        return;
    m_category = category;
    ask();
}

void InsightStore::setConversation(const ConversationId &id)
{
    if (m_conversation == id)
        return;
    m_conversation = id;
    m_counts.clear();
    Q_EMIT countsChanged();
    ask();
}

void InsightStore::search(const QString &text)
{
    const QString query = text.trimmed().left(maxQuery);
    if (m_query == query)
        return;
    m_query = query;
    m_hits.clear();
    ask();
}

void InsightStore::ask()
{
    ++m_question;
    m_shifted = false;
    m_mayHaveMore = false;
    if (!m_query.isEmpty()) {
        if (m_hits.isEmpty()) {
            sendSearch();
        } else {
            showHits(); // one answer for all categories
            setLoading(false);
        }
        return;
    }
    m_rows.removeIf([this](const InsightRow &row) { return !isShown(row.insight); });
    for (InsightRow &row : m_rows)
        row.match = 100;
    Q_EMIT insightsChanged();
    load(0, pageSize, Beyond::Drop);
}

void InsightStore::load(qsizetype offset, qsizetype limit, Beyond beyond)
{
    setLoading(true);
    m_api.insights()
        .list({m_category, m_conversation}, offset, limit)
        ->then(this, [this, offset, limit, beyond, question = m_question](Result<InsightPage> answer) {
            if (question != m_question)
                return;
            if (!answer)
                takeReadError(answer.error());
            else if (std::exchange(m_shifted, false) && offset > 0)
                load(m_nextOffset, pageSize, beyond); // this page begins too late
            else
                takePage(placed(*std::move(answer), offset, limit), offset, beyond);
        });
}

void InsightStore::takePage(const InsightPage &page, qsizetype offset, Beyond beyond)
{
    if (offset == 0)
        markNews(page.page.items);
    QList<InsightRow> next;
    QSet<InsightId> ids;
    const auto append = [&next, &ids](const InsightRow &row) {
        if (!ids.contains(row.insight.id)) {
            ids.insert(row.insight.id);
            next.append(row);
        }
    };
    QSet<InsightId> fromServer;
    for (const Insight &insight : page.page.items)
        fromServer.insert(insight.id);
    for (const InsightRow &row : std::as_const(m_rows)) {
        if (offset > 0 || (m_adding.contains(row.insight.id) && !fromServer.contains(row.insight.id)))
            append(row);
    }
    for (const Insight &insight : page.page.items) {
        if (!m_removing.contains(insight.id))
            append(rowOf(insight));
    }
    if (offset == 0 && beyond == Beyond::Keep) {
        for (const InsightRow &row : m_rows.sliced(std::min(m_rows.size(), page.page.items.size())))
            append(row);
    }
    m_rows = std::move(next);
    const qsizetype end = offset + page.page.items.size();
    const bool kept = beyond == Beyond::Keep && m_rows.size() > end;
    const bool more = kept ? page.page.total < 0 || page.page.total > m_rows.size() : page.page.mayHaveMore();
    m_mayHaveMore = more && !page.page.items.isEmpty();
    m_nextOffset = kept ? m_rows.size() : end;
    m_loaded = true;
    takeCounts(page.byCategory);
    Q_EMIT insightsChanged();
    setAvailability(Availability::Available);
    setLoading(false);
}

// Some servers count the chosen category alone.
void InsightStore::takeCounts(const QMap<QString, int> &counts)
{
    const QString chosen = m_category.wire();
    if (!chosen.isEmpty() && counts.size() <= (counts.contains(chosen) ? 1 : 0)) {
        if (counts.contains(chosen))
            m_counts.insert(chosen, counts.value(chosen));
    } else {
        m_counts = counts;
    }
    Q_EMIT countsChanged();
}

void InsightStore::sendSearch()
{
    setLoading(true);
    m_api.insights()
        .search({m_query, searchLimit, farthest})
        ->then(this, [this, question = m_question](const Result<QList<InsightHit>> &answer) {
            if (question != m_question)
                return;
            if (!answer) {
                takeReadError(answer.error());
                return;
            }
            m_hits = *answer;
            m_loaded = true;
            showHits();
            setAvailability(Availability::Available);
            setLoading(false);
        });
}

void InsightStore::showHits()
{
    m_rows.clear();
    QSet<InsightId> ids;
    for (const InsightHit &hit : std::as_const(m_hits)) {
        if (!isShown(hit.insight) || m_removing.contains(hit.insight.id) || ids.contains(hit.insight.id))
            continue;
        ids.insert(hit.insight.id);
        InsightRow row = rowOf(hit.insight);
        row.match = percentOf(hit);
        m_rows.append(row);
    }
    Q_EMIT insightsChanged();
}

void InsightStore::collect()
{
    collectFrom({}, 0);
}

void InsightStore::collectFrom(const QList<Insight> &before, int pages)
{
    m_api.insights()
        .list({m_category, m_conversation}, before.size(), largestPage)
        ->then(this, [this, before, pages, question = m_question](Result<InsightPage> answer) {
            if (question != m_question)
                return; // of other rows than are shown now
            if (!answer) {
                Q_EMIT failed(withoutAlarm(answer.error()));
                return;
            }
            const InsightPage page = placed(*std::move(answer), before.size(), largestPage);
            const QList<Insight> all = before + page.page.items;
            if (page.page.mayHaveMore() && !page.page.items.isEmpty() && pages < mostPages)
                collectFrom(all, pages + 1);
            else
                Q_EMIT collected(all);
        });
}

void InsightStore::takeReadError(const Error &error)
{
    m_knownBefore.reset();
    const bool wasAvailable = m_availability == Availability::Available;
    const Error calm = withoutAlarm(error);
    const bool isMissing = !wasAvailable && (error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Server);
    if (error.kind == Error::Kind::Forbidden || isMissing) {
        m_rows.clear();
        m_mayHaveMore = false;
        Q_EMIT insightsChanged();
        setAvailability(isMissing ? Availability::Missing : Availability::SwitchedOff);
        setLoading(false);
        return;
    }
    setLoading(false);
    Q_EMIT failed(calm);
}

// A vector store that is away says 500 with its own words; to people it is a memory that does not answer.
Error InsightStore::withoutAlarm(Error error)
{
    if (error.kind == Error::Kind::Forbidden) {
        error.message = tr("Insights are switched off by the administrator of the server.");
        error.nextStep.clear();
    } else if (error.kind == Error::Kind::Server) {
        error.message = tr("The server could not reach its memory of insights.");
        error.nextStep = tr("Everything else works without it. Try again later.");
    }
    return error;
}

void InsightStore::markNews(const QList<Insight> &insights)
{
    const std::optional<QSet<InsightId>> known = std::exchange(m_knownBefore, std::nullopt);
    if (!known)
        return;
    m_news.clear();
    for (const Insight &insight : insights) {
        if (!known->contains(insight.id))
            m_news.insert(insight.id);
    }
}

bool InsightStore::isShown(const Insight &insight) const
{
    return (m_category.wire().isEmpty() || insight.category == m_category) &&
           (m_conversation.isEmpty() || insight.conversationId == m_conversation);
}

InsightRow InsightStore::rowOf(const Insight &fromServer) const
{
    return {m_edits.shown(fromServer.id, fromServer), 100, m_edits.isPending(fromServer.id), m_news.contains(fromServer.id)};
}

const InsightRow *InsightStore::find(const InsightId &id) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [&id](const InsightRow &r) { return r.insight.id == id; });
    return row == m_rows.cend() ? nullptr : &*row;
}

InsightRow *InsightStore::findMutable(const InsightId &id)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&id](const InsightRow &r) { return r.insight.id == id; });
    return row == m_rows.end() ? nullptr : &*row;
}

int InsightStore::total() const
{
    return std::accumulate(m_counts.cbegin(), m_counts.cend(), 0);
}

void InsightStore::setLoading(bool loading)
{
    m_loading = loading;
    Q_EMIT loadingChanged();
}

void InsightStore::setAvailability(Availability availability)
{
    if (std::exchange(m_availability, availability) != availability)
        Q_EMIT availabilityChanged();
}

void InsightStore::clear()
{
    ++m_question;
    ++m_generation;
    qDeleteAll(std::exchange(m_batches, {}));
    m_edits.clear();
    m_adding.clear();
    m_removing.clear();
    m_news.clear();
    m_knownBefore.reset();
    m_hits.clear();
    m_rows.clear();
    m_counts.clear();
    m_query.clear();
    m_category = {};
    m_conversation = {};
    m_mayHaveMore = m_shifted = m_loaded = m_readOnly = false;
    m_nextOffset = 0;
    Q_EMIT insightsChanged();
    Q_EMIT countsChanged();
    if (std::exchange(m_generating, false))
        Q_EMIT generatingChanged();
    m_availability = Availability::Unknown;
    Q_EMIT availabilityChanged();
    setLoading(false);
}

} // namespace desk
