#include "state/conversationstore.h"

#include "api/apiclient.h"
#include "api/endpoints/conversationsapi.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr int pageSize = 50;

} // namespace

ConversationStore::ConversationStore(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
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

void ConversationStore::takePage(const Page<Conversation> &page, int offset)
{
    m_total = page.total;
    m_loaded = true;
    QList<Conversation> next = offset == 0 ? page.items : m_conversations;
    const auto appendNew = [&next](const QList<Conversation> &more) {
        for (const Conversation &conversation : more) {
            const bool known = std::any_of(next.cbegin(), next.cend(), [&](const Conversation &c) { return c.id == conversation.id; });
            if (!known) // offset paging over a live list repeats rows (contract 1.6)
                next.append(conversation);
        }
    };
    // A refresh keeps the later pages that are already here.
    appendNew(offset == 0 ? (m_total > pageSize ? m_conversations.mid(pageSize) : QList<Conversation>()) : page.items);
    m_conversations = std::move(next);
    Q_EMIT conversationsChanged();
}

void ConversationStore::rename(const ConversationId &id, const QString &title)
{
    Conversation *row = findMutable(id);
    if (!row || title.trimmed().isEmpty() || row->title == title)
        return;
    const QString before = row->title; // the way back is known before the change shows
    row->title = title;
    Q_EMIT conversationsChanged();
    m_api.conversations().rename(id, title)->then(this, [this, id, before](const Result<Conversation> &answer) {
        if (answer)
            return;
        if (Conversation *changed = findMutable(id))
            changed->title = before;
        Q_EMIT conversationsChanged();
        Q_EMIT failed(answer.error());
    });
}

void ConversationStore::remove(const ConversationId &id)
{
    m_api.conversations().remove(id)->then(this, [this, id](const Result<> &answer) {
        if (!answer && answer.error().kind != Error::Kind::NotFound) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_conversations.removeIf([&id](const Conversation &c) { return c.id == id; });
        m_total = std::max<qsizetype>(0, m_total - 1);
        Q_EMIT conversationsChanged();
        Q_EMIT removed(id);
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
            merged.title = conversation.title;
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
    m_conversations.clear();
    m_total = 0;
    ++m_generation;
    m_loading = false;
    m_loadAgain = false;
    m_loaded = false;
    Q_EMIT conversationsChanged();
}

} // namespace desk
