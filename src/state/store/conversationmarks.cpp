#include "state/store/conversationmarks.h"

#include "sqlite/transaction.h"
#include "state/store/conversationmarktable.h"
#include "state/store/storethread.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr int againMs = 5000; // after the disk refused

// Of the row that says since when marks are kept.
ConversationId sinceKey()
{
    return {};
}

} // namespace

ConversationMarks::ConversationMarks(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ConversationMarks::write);
    connect(&store, &StoreThread::opened, this, &ConversationMarks::onOpened);
}

void ConversationMarks::onOpened(const StoreReport &report)
{
    using Outcome = StoreReport::Outcome;
    if (std::exchange(m_mustLoadAgain, report.outcome == Outcome::ReadOnly))
        load();
    const bool isAgain = std::exchange(m_wasOpened, true);
    const bool hasLost = report.outcome == Outcome::Lost || report.outcome == Outcome::Restored || report.outcome == Outcome::Salvaged ||
                         (isAgain && report.outcome == Outcome::Made);
    if (!m_isLoaded || !hasLost)
        return;
    // It broke under our hands: what is in memory is newer than what came back.
    for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it)
        m_dirty.insert(it.key());
    write();
}

void ConversationMarks::open(const QString &account)
{
    if (account == m_account && m_isLoaded)
        return;
    m_account = account.isNull() ? QLatin1String("") : account;
    m_marks.clear();
    m_later.clear();
    m_dirty.clear();
    m_since = {};
    m_isLoaded = false;
    Q_EMIT changed({});
    load();
}

void ConversationMarks::rename(const QString &account)
{
    m_account = account;
    m_isLoaded = false;
    load();
}

void ConversationMarks::forget(const QString &account)
{
    if (account != m_account)
        return;
    m_marks.clear();
    m_later.clear();
    m_dirty.clear();
    m_again.stop();
    Q_EMIT changed({});
}

void ConversationMarks::load()
{
    m_store.run(
        this, [account = m_account](Database &database) { return ConversationMarkTable(database, account).all(); },
        [this, account = m_account](const Result<QHash<ConversationId, ConversationMark>> &marks) {
            if (account != m_account)
                return;
            m_mustLoadAgain = !marks;
            if (marks) // else what is set meanwhile waits: an empty mark would overwrite a full one
                take(*marks);
        });
}

void ConversationMarks::take(const QHash<ConversationId, ConversationMark> &marks)
{
    const QHash<ConversationId, ConversationMark> before = std::exchange(m_marks, marks);
    for (const ConversationId &id : std::as_const(m_dirty)) // newer than what is on disk
        m_marks.insert(id, before.value(id));
    const ConversationMark since = m_marks.take(sinceKey());
    m_since = since.seenAt.isValid() ? since.seenAt : QDateTime::currentDateTimeUtc();
    m_isLoaded = true;
    for (const std::function<void()> &change : std::exchange(m_later, {}))
        change();
    if (!since.seenAt.isValid() && !m_mustLoadAgain) {
        m_dirty.insert(sinceKey());
        write();
    }
    Q_EMIT changed({});
    Q_EMIT loaded();
}

bool ConversationMarks::isUnread(const Conversation &conversation) const
{
    const auto known = m_marks.constFind(conversation.id);
    if (known != m_marks.cend() && known->unread)
        return true;
    if (!m_isLoaded || !conversation.updatedAt.isValid() || isProvisional(conversation.id))
        return false;
    if (known == m_marks.cend() || !known->seenAt.isValid())
        return conversation.updatedAt > m_since;
    // A new title or another setting also moves the time.
    return conversation.updatedAt > known->seenAt && conversation.lastMessage != known->seenPreview;
}

QList<ConversationId> ConversationMarks::pinned() const
{
    QList<ConversationId> ids;
    for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it) {
        if (it->pinned)
            ids.append(it.key());
    }
    return ids;
}

QList<ConversationId> ConversationMarks::deleted() const
{
    QList<ConversationId> ids;
    for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it) {
        if (it->deletedAt.isValid())
            ids.append(it.key());
    }
    return ids;
}

QStringList ConversationMarks::agents() const
{
    QStringList agents;
    for (const ConversationMark &mark : m_marks)
        agents += mark.agents;
    agents.removeDuplicates();
    agents.sort();
    return agents;
}

QStringList ConversationMarks::tags() const
{
    QStringList tags;
    for (const ConversationMark &mark : m_marks)
        tags += mark.tags;
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    return tags;
}

void ConversationMarks::setPinned(const QList<ConversationId> &ids, bool pinned)
{
    change(ids, [pinned](ConversationMark &mark) { mark.pinned = pinned; });
}

void ConversationMarks::setArchived(const QList<ConversationId> &ids, bool archived)
{
    change(ids, [archived](ConversationMark &mark) { mark.archived = archived; });
}

void ConversationMarks::changeTags(const QList<ConversationId> &ids, const QStringList &added, const QStringList &removed)
{
    change(ids, [added, removed](ConversationMark &mark) {
        mark.tags.removeIf([&removed](const QString &tag) { return removed.contains(tag); });
        for (const QString &text : added) {
            const QString tag = tidyTag(text);
            if (!tag.isEmpty() && !mark.tags.contains(tag, Qt::CaseInsensitive))
                mark.tags.append(tag);
        }
        mark.tags.sort(Qt::CaseInsensitive);
    });
}

void ConversationMarks::noteAgents(const ConversationId &id, const QStringList &agents)
{
    change({id}, [agents](ConversationMark &mark) {
        for (const QString &agent : agents) {
            if (!agent.isEmpty() && !mark.agents.contains(agent))
                mark.agents.append(agent);
        }
    });
}

void ConversationMarks::setDeleted(const QList<ConversationId> &ids, bool deleted)
{
    const QDateTime when = deleted ? QDateTime::currentDateTimeUtc() : QDateTime();
    change(ids, [when](ConversationMark &mark) { mark.deletedAt = when; });
}

void ConversationMarks::markUnread(const QList<ConversationId> &ids)
{
    change(ids, [](ConversationMark &mark) { mark.unread = true; });
}

void ConversationMarks::markRead(const Conversation &conversation)
{
    setSeen(conversation, true);
}

void ConversationMarks::see(const Conversation &conversation)
{
    setSeen(conversation, false);
}

void ConversationMarks::setSeen(const Conversation &conversation, bool alsoMarked)
{
    const ConversationMark known = mark(conversation.id);
    const bool isSeen = known.seenAt.isValid() && known.seenAt >= conversation.updatedAt && known.seenPreview == conversation.lastMessage;
    if (conversation.id.isEmpty() || (isSeen && !(alsoMarked && known.unread)))
        return;
    change({conversation.id}, [conversation, alsoMarked](ConversationMark &mark) {
        mark.unread = mark.unread && !alsoMarked;
        mark.seenAt = std::max(conversation.updatedAt.toUTC(), QDateTime::currentDateTimeUtc());
        mark.seenPreview = conversation.lastMessage;
    });
}

void ConversationMarks::move(const ConversationId &from, const ConversationId &to)
{
    if (!m_isLoaded)
        return m_later.append([this, from, to] { move(from, to); });
    const ConversationMark moved = mark(from);
    if (from.isEmpty() || to.isEmpty() || moved.isEmpty())
        return;
    put(from, {});
    put(to, moved);
    write();
    Q_EMIT changed({from, to});
}

void ConversationMarks::remove(const ConversationId &id)
{
    change({id}, [](ConversationMark &mark) { mark = {}; });
}

void ConversationMarks::change(const QList<ConversationId> &ids, const Change &change)
{
    if (!m_isLoaded)
        return m_later.append([this, ids, change] { this->change(ids, change); });
    QList<ConversationId> touched;
    for (const ConversationId &id : ids) {
        const ConversationMark before = mark(id);
        ConversationMark after = before;
        change(after);
        if (id.isEmpty() || after == before)
            continue;
        put(id, after);
        touched.append(id);
    }
    if (touched.isEmpty())
        return;
    write();
    Q_EMIT changed(touched);
}

void ConversationMarks::put(const ConversationId &id, const ConversationMark &mark)
{
    if (mark.isEmpty())
        m_marks.remove(id);
    else
        m_marks.insert(id, mark);
    m_dirty.insert(id);
}

void ConversationMarks::write()
{
    m_again.stop();
    if (m_dirty.isEmpty())
        return;
    const QSet<ConversationId> ids = std::exchange(m_dirty, {});
    QHash<ConversationId, ConversationMark> written;
    for (const ConversationId &id : ids)
        written.insert(id, mark(id));
    if (ids.contains(sinceKey()))
        written[sinceKey()].seenAt = m_since;
    m_store.run(
        this,
        [account = m_account, written](Database &database) {
            Transaction transaction(database);
            ConversationMarkTable table(database, account);
            for (auto it = written.cbegin(); it != written.cend(); ++it)
                table.set(it.key(), *it);
            transaction.commit();
        },
        [this, account = m_account, ids](const Result<> &outcome) {
            onWritten(account == m_account ? ids : QSet<ConversationId>(), outcome ? std::nullopt : std::optional(outcome.error()));
        });
}

void ConversationMarks::onWritten(const QSet<ConversationId> &ids, const std::optional<Error> &error)
{
    if (!error) {
        m_hasFailed = false;
        return;
    }
    m_dirty += ids;
    if (!m_dirty.isEmpty() && !m_again.isActive())
        m_again.start(againMs);
    if (!std::exchange(m_hasFailed, true))
        Q_EMIT notKept(*error);
}

QString ConversationMarks::tidyTag(const QString &text)
{
    return text.simplified().left(maxTagLength).trimmed();
}

} // namespace desk
