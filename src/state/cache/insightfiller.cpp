#include "state/cache/insightfiller.h"

#include "api/apiclient.h"
#include "api/endpoints/insightsapi.h"
#include "sqlite/sqlvalues.h"
#include "state/cache/conversationcache.h"
#include "state/insights/insightstore.h"
#include "state/workspace.h"

namespace desk {

namespace {

constexpr qsizetype pageSize = 100;
constexpr qsizetype mostInsights = 100'000; // of a list that goes on for ever

} // namespace

InsightFiller::InsightFiller(ApiClient &api, Workspace &workspace, InsightStore &store, ConversationCache &cache, Pace pace,
                             QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_store(store)
    , m_cache(cache)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &InsightFiller::read);
    connect(&workspace, &Workspace::ready, this, &InsightFiller::restart);
    connect(&cache, &ConversationCache::accountChanged, this, &InsightFiller::restart);
    connect(&store, &InsightStore::availabilityChanged, this, &InsightFiller::begin);
    connect(&store, &InsightStore::added, this, &InsightFiller::begin);
    connect(&store, &InsightStore::generated, this, &InsightFiller::begin);
    connect(&store, &InsightStore::conversationForgotten, this, &InsightFiller::begin);
    connect(&store, &InsightStore::insightChanged, this, [this](const InsightId &id) {
        const InsightRow *row = m_store.find(id);
        if (row && !row->pending)
            m_cache.putInsights({row->insight}, m_since);
    });
    connect(&store, &InsightStore::removed, this, [this](const QList<Insight> &gone) {
        QList<InsightId> ids;
        for (const Insight &insight : gone)
            ids.append(insight.id);
        m_cache.removeInsights(ids);
    });
    begin(); // they may be there already
}

// Another account, or the same server once more.
void InsightFiller::restart()
{
    ++m_generation;
    m_isAsking = false;
    m_isStale = false;
    m_since = 0;
    m_timer.stop();
    begin();
}

void InsightFiller::begin()
{
    if (m_store.availability() != InsightStore::Availability::Available)
        return;
    if (m_isAsking || m_timer.isActive()) {
        m_isStale = m_since != 0;
        return;
    }
    m_since = toMs(QDateTime::currentDateTimeUtc());
    m_offset = 0;
    m_timer.start(m_pace.startMs);
}

void InsightFiller::fail()
{
    m_since = 0;
    m_isStale = false;
    if (m_workspace.state() == Workspace::State::Ready && m_store.availability() == InsightStore::Availability::Available) {
        m_since = toMs(QDateTime::currentDateTimeUtc());
        m_offset = 0;
        m_timer.start(m_pace.againMs);
    }
}

void InsightFiller::read()
{
    if (m_workspace.state() != Workspace::State::Ready || m_isAsking)
        return; // ready() begins anew
    m_isAsking = true;
    m_api.insights().list({}, m_offset, pageSize)->then(this, [this, generation = m_generation](const Result<InsightPage> &answer) {
        if (generation != m_generation)
            return;
        m_isAsking = false;
        answer ? take(answer->page) : fail();
    });
}

void InsightFiller::take(const Page<Insight> &page)
{
    m_cache.putInsights(page.items, m_since);
    m_offset += page.items.size();
    const bool hasMore =
        !page.items.isEmpty() && m_offset < mostInsights && (page.total < 0 ? page.items.size() >= pageSize : m_offset < page.total);
    if (hasMore)
        return m_timer.start(m_pace.pauseMs);
    if (!m_isStale) // else one may have moved to a page that was read already
        m_cache.removeInsightsReadBefore(m_since);
    m_since = 0;
    if (std::exchange(m_isStale, false))
        return begin();
    Q_EMIT filled();
}

} // namespace desk
