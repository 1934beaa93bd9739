#include "state/conversations/conversationstore.h"

#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"
#include "state/agents/scratch/scratchthing.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr int pageSize = 50;

} // namespace

ConversationStore::ConversationStore(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_titles([](const QString &, const QString &title) { return title; }, [](const QString &, const QString &later) { return later; })
{
}

void ConversationStore::refresh()
{
    load(0);
}

void ConversationStore::loadMore()
{
    if (canLoadMore())
        load(static_cast<int>(m_conversations.size()));
}

void ConversationStore::load(int offset)
{
    if (std::exchange(m_loading, true)) {
        m_loadAgain = m_loadAgain || offset == 0; // the answer under way may be older than what made us ask
        return;
    }
    Q_EMIT loadingChanged();
    const quint64 generation = m_generation;
    m_api.conversations().list({}, offset, pageSize)->then(this, [this, offset, generation](Result<Page<Conversation>> answer) {
        if (generation != m_generation)
            return; // of a workspace that was left
        m_loading = false;
        if (answer)
            takePage(*std::move(answer), offset);
        Q_EMIT loadingChanged();
        if (!answer)
            Q_EMIT failed(answer.error());
        if (std::exchange(m_loadAgain, false))
            load(0);
    });
}

void ConversationStore::leaveOutTrials(Page<Conversation> &page, int offset)
{
    if (offset == 0)
        m_trials.clear();
    for (const Conversation &conversation : std::as_const(page.items)) {
        if (conversation.source == scratchSource)
            m_trials.insert(conversation.id);
    }
    page.items.removeIf([](const Conversation &conversation) { return conversation.source == scratchSource; });
    if (page.total > 0)
        page.total = std::max<qsizetype>(0, page.total - m_trials.size());
}

void ConversationStore::takePage(Page<Conversation> page, int offset)
{
    leaveOutTrials(page, offset);
    Q_EMIT listed(page.items);
    if (std::exchange(m_isSavedCopy, false))
        m_conversations.removeIf([](const Conversation &c) { return !isProvisional(c.id); });
    for (Conversation &conversation : page.items)
        conversation.title = titleToShow(conversation.id, conversation.title);
    m_total = page.total;
    m_loaded = true;
    QList<Conversation> next;
    if (offset == 0) // what no server has yet comes first
        std::copy_if(m_conversations.cbegin(), m_conversations.cend(), std::back_inserter(next),
                     [](const Conversation &c) { return isProvisional(c.id); });
    next += offset == 0 ? page.items : m_conversations;
    const auto appendNew = [&next](const QList<Conversation> &more) {
        for (const Conversation &conversation : more) {
            const bool known = std::any_of(next.cbegin(), next.cend(), [&](const Conversation &c) { return c.id == conversation.id; });
            if (!known) // offset paging over a live list repeats rows (contract 1.6)
                next.append(conversation);
        }
    };
    // A refresh keeps the later pages that are already here.
    appendNew(offset == 0 ? (m_total > pageSize ? m_conversations.mid(pageSize) : QList<Conversation>()) : page.items);
    m_total += std::count_if(next.cbegin(), next.cend(), [](const Conversation &c) { return isProvisional(c.id); });
    m_conversations = std::move(next);
    Q_EMIT conversationsChanged();
}

void ConversationStore::showSaved(const QList<Conversation> &saved)
{
    if (m_loaded || saved.isEmpty())
        return;
    m_isSavedCopy = true;
    for (const Conversation &conversation : saved) {
        if (!find(conversation.id))
            m_conversations.append(conversation);
    }
    m_total = m_conversations.size();
    Q_EMIT conversationsChanged();
}

void ConversationStore::rename(const ConversationId &id, const QString &title)
{
    Conversation *row = findMutable(id);
    if (!row || isProvisional(id) || title.trimmed().isEmpty() || row->title == title)
        return;
    const std::optional<Titles::Request> request = m_titles.edit(id, row->title, title);
    row->title = title;
    Q_EMIT conversationsChanged();
    if (request)
        sendTitle(id, *request);
}

void ConversationStore::sendTitle(const ConversationId &id, const Titles::Request &request)
{
    m_api.conversations().rename(id, request.after)->then(this, [this, id, request](const Result<Conversation> &answer) {
        if (m_titles.isAwaited(id, request.ticket))
            takeTitle(id, answer ? Result<QString>(answer->title.isEmpty() ? request.after : answer->title) : Unexpected{answer.error()});
    });
}

void ConversationStore::takeTitle(const ConversationId &id, const Result<QString> &answer)
{
    const QString title = answer ? *answer : *m_titles.base(id);
    const std::optional<Titles::Request> next = m_titles.settle(id, title);
    if (Conversation *row = findMutable(id))
        row->title = m_titles.shown(id, title);
    Q_EMIT conversationsChanged();
    if (!answer)
        Q_EMIT failed(answer.error());
    if (next)
        sendTitle(id, *next);
}

// A title that comes from the server while a rename is under way is what a failure goes back to.
QString ConversationStore::titleToShow(const ConversationId &id, const QString &fromServer)
{
    m_titles.rebase(id, fromServer);
    return m_titles.shown(id, fromServer);
}

void ConversationStore::forget(const ConversationId &id)
{
    if (m_conversations.removeIf([&id](const Conversation &c) { return c.id == id; }) == 0)
        return;
    m_total = std::max<qsizetype>(0, m_total - 1);
    Q_EMIT conversationsChanged();
}

void ConversationStore::remove(const ConversationId &id)
{
    if (isProvisional(id)) {
        forget(id);
        Q_EMIT removed(id);
        return;
    }
    m_api.conversations().remove(id)->then(this, [this, id](const Result<> &answer) {
        if (!answer && answer.error().kind != Error::Kind::NotFound) {
            Q_EMIT failed(answer.error());
            Q_EMIT removeFailed(id, answer.error());
            return;
        }
        m_conversations.removeIf([&id](const Conversation &c) { return c.id == id; });
        m_total = std::max<qsizetype>(0, m_total - 1);
        Q_EMIT conversationsChanged();
        m_titles.forget(id);
        Q_EMIT removed(id);
    });
}

void ConversationStore::setPrivate(const ConversationId &id, bool isPrivate, QObject *context,
                                   const std::function<void(const Result<> &)> &done)
{
    const Conversation *row = find(id);
    if (!row)
        return;
    Conversation after = *row;
    after.isPrivate = isPrivate;
    Conversation before = *row;
    before.isPrivate.reset(); // what the list says may be old
    m_api.conversations().update(before, after)->then(this, [this, id, isPrivate, context = QPointer(context), done](const auto &answer) {
        if (Conversation *changed = answer ? findMutable(id) : nullptr) {
            changed->isPrivate = isPrivate;
            Q_EMIT conversationsChanged();
        }
        if (context)
            done(answer ? Result<>() : Result<>(Unexpected{answer.error()}));
    });
}

void ConversationStore::upsert(const Conversation &conversation)
{
    const auto isSame = [&conversation](const Conversation &c) { return c.id == conversation.id; };
    const auto known = std::find_if(m_conversations.begin(), m_conversations.end(), isSame);
    if (known == m_conversations.end()) {
        m_conversations.prepend(conversation);
        ++m_total;
    } else {
        Conversation merged = *known;
        if (!conversation.title.isEmpty())
            merged.title = titleToShow(conversation.id, conversation.title);
        if (!conversation.lastMessage.isEmpty())
            merged.lastMessage = conversation.lastMessage;
        merged.activeRun = conversation.activeRun;
        if (conversation.updatedAt.isValid())
            merged.updatedAt = conversation.updatedAt;
        m_conversations.erase(known);
        m_conversations.prepend(merged);
    }
    Q_EMIT conversationsChanged();
}

const Conversation *ConversationStore::find(const ConversationId &id) const
{
    const auto found = std::find_if(m_conversations.cbegin(), m_conversations.cend(), [&id](const Conversation &c) { return c.id == id; });
    return found == m_conversations.cend() ? nullptr : &*found;
}

Conversation *ConversationStore::findMutable(const ConversationId &id)
{
    const auto found = std::find_if(m_conversations.begin(), m_conversations.end(), [&id](const Conversation &c) { return c.id == id; });
    return found == m_conversations.end() ? nullptr : &*found;
}

void ConversationStore::clear()
{
    m_titles.clear();
    m_conversations.clear();
    m_total = 0;
    ++m_generation;
    m_loading = false;
    m_loadAgain = false;
    m_loaded = false;
    m_isSavedCopy = false;
    Q_EMIT conversationsChanged();
}

} // namespace desk
