#include "state/cache/cachefiller.h"

#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"
#include "sqlite/sqlvalues.h"
#include "state/cache/conversationcache.h"
#include "state/chat/chatsessions.h"
#include "state/workspace.h"

namespace desk {

namespace {

constexpr qsizetype listPage = 100;
constexpr qsizetype messagePage = 100;

} // namespace

CacheFiller::CacheFiller(ApiClient &api, Workspace &workspace, ChatSessions &sessions, ConversationCache &cache, Pace pace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_sessions(sessions)
    , m_cache(cache)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CacheFiller::step);
    connect(&workspace, &Workspace::ready, this, &CacheFiller::begin);
    connect(&cache, &ConversationCache::accountChanged, this, &CacheFiller::restart);
    connect(&sessions, &ChatSessions::busyCountChanged, this, [this](int busy) {
        if (busy == 0)
            later(m_pace.pauseMs);
    });
    connect(&sessions, &ChatSessions::turnEnded, this, [this] {
        if (m_listedSince == 0) { // what has changed is first in the list
            m_wholeList = false;
            m_listOffset = 0;
            m_listedSince = 1;
            later(m_pace.startMs);
        }
    });
}

void CacheFiller::restart()
{
    m_progress = {};
    Q_EMIT progressChanged();
    updateProgress();
    begin();
}

void CacheFiller::begin()
{
    ++m_generation;
    m_isAsking = false;
    m_task = {};
    m_refused.clear();
    m_gone.clear();
    m_listOffset = 0;
    m_wholeList = true;
    m_listedSince = toMs(QDateTime::currentDateTimeUtc());
    later(m_pace.startMs);
}

void CacheFiller::later(int ms)
{
    if (!m_isAsking && !m_timer.isActive())
        m_timer.start(ms);
}

bool CacheFiller::mayAsk() const
{
    return m_workspace.state() == Workspace::State::Ready && m_sessions.busyCount() == 0 && !m_isAsking;
}

void CacheFiller::step()
{
    if (!mayAsk())
        return; // ready() or an answer's end wakes it
    if (m_listedSince != 0)
        list();
    else if (!m_gone.isEmpty())
        checkGone();
    else if (m_task.conversation.isEmpty())
        pick();
    else
        read();
}

void CacheFiller::fail()
{
    later(m_pace.againMs);
}

void CacheFiller::list()
{
    m_isAsking = true;
    m_api.conversations()
        .list({}, m_listOffset, listPage)
        ->then(this, [this, generation = m_generation](const Result<Page<Conversation>> &page) {
            if (generation != m_generation)
                return;
            m_isAsking = false;
            page ? onListed(*page) : fail();
        });
}

void CacheFiller::onListed(const Page<Conversation> &page)
{
    m_cache.putConversations(page.items);
    m_listOffset += page.items.size();
    const bool hasMore =
        m_wholeList && !page.items.isEmpty() && (page.total < 0 ? page.items.size() >= listPage : m_listOffset < page.total);
    if (!hasMore) {
        if (m_wholeList)
            lookForGone();
        m_listedSince = 0;
    }
    updateProgress();
    later(m_pace.pauseMs);
}

// A conversation may only have moved to a page that was read already: each is asked for before it is forgotten.
void CacheFiller::lookForGone()
{
    m_cache.run(
        this, [since = m_listedSince](CacheTable &table) { return table.listedBefore(since); },
        [this](const QList<ConversationId> &missing) {
            m_gone = missing;
            later(m_pace.pauseMs);
        });
}

void CacheFiller::checkGone()
{
    const ConversationId id = m_gone.takeFirst();
    m_isAsking = true;
    m_api.conversations().get(id)->then(this, [this, id, generation = m_generation](const Result<Conversation> &answer) {
        if (generation != m_generation)
            return;
        m_isAsking = false;
        if (!answer && answer.error().kind == Error::Kind::NotFound)
            m_cache.remove(id);
        updateProgress();
        later(m_pace.pauseMs);
    });
}

void CacheFiller::pick()
{
    m_isAsking = true;
    m_cache.run(
        this, [refused = m_refused](CacheTable &table) { return table.nextToFill(refused); },
        [this, generation = m_generation](const FillTask &task) {
            if (generation != m_generation)
                return;
            m_isAsking = false;
            m_task = task;
            if (!task.conversation.isEmpty() && mayAsk())
                read();
            else if (task.conversation.isEmpty() && std::exchange(m_hasRead, false))
                m_cache.tidy();
        });
}

void CacheFiller::read()
{
    m_isAsking = true;
    m_api.conversations()
        .messages(m_task.conversation, m_task.offset, messagePage)
        ->then(this, [this, generation = m_generation](const Result<Page<Message>> &page) {
            if (generation != m_generation)
                return;
            m_isAsking = false;
            if (page)
                return onRead(*page);
            const bool isOfThisOne = page.error().kind == Error::Kind::NotFound || page.error().kind == Error::Kind::Forbidden ||
                                     page.error().kind == Error::Kind::Protocol || page.error().kind == Error::Kind::Server ||
                                     page.error().kind == Error::Kind::Invalid;
            if (page.error().kind == Error::Kind::NotFound)
                m_cache.remove(m_task.conversation);
            if (isOfThisOne)
                m_refused.append(m_task.conversation);
            m_task = {};
            updateProgress();
            isOfThisOne ? later(m_pace.pauseMs) : fail();
        });
}

void CacheFiller::onRead(const Page<Message> &page)
{
    m_hasRead = m_hasRead || !page.items.isEmpty();
    FillTask next = m_task;
    next.offset += page.items.size();
    const bool isLast = page.items.isEmpty() || (page.total < 0 ? page.items.size() < messagePage : next.offset >= page.total);
    Conversation conversation;
    conversation.id = m_task.conversation;
    const MessagePlaces places{m_task.offset, page.total, true};
    m_isAsking = true;
    // Written before it goes on: after a restart it is known what was read, and a slow disk is not overrun.
    m_cache.run(
        this,
        [conversation, items = page.items, places, next, isLast](CacheTable &table) {
            const int added = table.putMessages(conversation, items, places);
            const bool isDone = isLast || (next.wasWhole && added == 0); // the older ones were read before
            isDone ? table.noteFilled(next) : table.noteFilling(next);
            return isDone;
        },
        [this, next, generation = m_generation](bool isDone) {
            if (generation != m_generation)
                return;
            m_isAsking = false;
            m_task = isDone ? FillTask() : next;
            if (isDone)
                updateProgress();
            later(m_pace.pauseMs);
        });
}

void CacheFiller::updateProgress()
{
    m_cache.run(
        this, [](CacheTable &table) { return table.progress(); },
        [this](const FillProgress &progress) {
            if (std::exchange(m_progress, progress) != progress)
                Q_EMIT progressChanged();
        });
}

} // namespace desk
