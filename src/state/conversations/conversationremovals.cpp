#include "state/conversations/conversationremovals.h"

#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"
#include "state/store/conversationmarks.h"
#include "state/workspace.h"

#include <algorithm>

namespace desk {

ConversationRemovals::ConversationRemovals(ConversationStore &conversations, ConversationMarks &marks, ChatSessions &sessions,
                                           Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_marks(marks)
    , m_workspace(workspace)
{
    connect(&conversations, &ConversationStore::removed, this, [this](const ConversationId &id) {
        m_sent.removeAll(id);
        m_marks.remove(id);
    });
    connect(&conversations, &ConversationStore::removeFailed, this, &ConversationRemovals::onFailed);
    connect(&marks, &ConversationMarks::loaded, this, &ConversationRemovals::sendLeft);
    connect(&workspace, &Workspace::ready, this, &ConversationRemovals::sendLeft);
    connect(&sessions, &ChatSessions::conversationIdChanged, this, &ConversationRemovals::onIdChanged);
}

void ConversationRemovals::remove(const QList<ConversationId> &ids)
{
    Batch batch;
    for (const ConversationId &id : ids) {
        if (m_conversations.find(id) && !m_marks.isDeleted(id))
            batch.ids.append(id);
    }
    if (batch.ids.isEmpty())
        return;
    batch.title = m_conversations.find(batch.ids.constFirst())->title;
    batch.timer = new QTimer(this);
    batch.timer->setSingleShot(true);
    connect(batch.timer, &QTimer::timeout, this, [this, timer = batch.timer.data()] { end(timer); });
    batch.timer->start(m_undoMs);
    m_batches.append(batch);
    m_marks.setDeleted(batch.ids, true);
    Q_EMIT changed();
}

QList<ConversationId> ConversationRemovals::undo()
{
    if (m_batches.isEmpty())
        return {};
    const Batch batch = m_batches.takeLast();
    delete batch.timer;
    m_marks.setDeleted(batch.ids, false);
    Q_EMIT changed();
    return batch.ids;
}

int ConversationRemovals::count() const
{
    return m_batches.isEmpty() ? 0 : static_cast<int>(m_batches.constLast().ids.size());
}

QString ConversationRemovals::title() const
{
    return m_batches.isEmpty() ? QString() : m_batches.constLast().title;
}

void ConversationRemovals::clear()
{
    for (const Batch &batch : std::as_const(m_batches))
        delete batch.timer;
    m_batches.clear();
    m_sent.clear();
    Q_EMIT changed();
}

void ConversationRemovals::end(QTimer *timer)
{
    const auto batch = std::find_if(m_batches.begin(), m_batches.end(), [timer](const Batch &b) { return b.timer == timer; });
    timer->deleteLater();
    if (batch == m_batches.end())
        return;
    const QList<ConversationId> ids = batch->ids;
    m_batches.erase(batch);
    Q_EMIT changed();
    send(ids);
}

void ConversationRemovals::send(const QList<ConversationId> &ids)
{
    for (const ConversationId &id : ids) {
        const bool canBeSent = isProvisional(id) || m_workspace.state() == Workspace::State::Ready;
        if (!canBeSent || m_sent.contains(id))
            continue; // later, when there is a connection
        m_sent.append(id);
        m_conversations.remove(id);
    }
}

bool ConversationRemovals::waits(const ConversationId &id) const
{
    return std::any_of(m_batches.cbegin(), m_batches.cend(), [&id](const Batch &batch) { return batch.ids.contains(id); });
}

// Of before the program ended, or before the connection went.
void ConversationRemovals::sendLeft()
{
    if (!m_marks.isLoaded() || m_workspace.state() != Workspace::State::Ready)
        return;
    QList<ConversationId> left = m_marks.deleted();
    left.removeIf([this](const ConversationId &id) { return waits(id); });
    send(left);
}

void ConversationRemovals::onFailed(const ConversationId &id, const Error &error)
{
    if (m_sent.removeAll(id) == 0 || error.kind == Error::Kind::Cancelled)
        return; // cut off: it is sent again
    m_marks.setDeleted({id}, false);
    const Conversation *conversation = m_conversations.find(id);
    Q_EMIT failed(conversation ? conversation->title : QString(), error);
}

void ConversationRemovals::onIdChanged(const ConversationId &id, const ConversationId &before)
{
    m_marks.move(before, id);
    for (Batch &batch : m_batches)
        std::replace(batch.ids.begin(), batch.ids.end(), before, id);
    if (m_sent.removeAll(before) > 0 || (m_marks.isDeleted(id) && !waits(id)))
        send({id});
}

} // namespace desk
