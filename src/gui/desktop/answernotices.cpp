#include "gui/desktop/answernotices.h"

#include "gui/desktop/notifier.h"
#include "gui/text/textlimiter.h"
#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"
#include "state/settings.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The words of the last answer; empty where it has none.
QString lastWords(const TranscriptModel &transcript)
{
    for (int row = transcript.rowCount() - 1; row >= 0; --row) {
        const Message &message = transcript.messageAt(row);
        if (message.role == Role::Assistant) {
            QString text = message.content.left(4 * AnswerNotices::maxText);
            return displayLine(text.remove("**"_L1).remove(u'`'), AnswerNotices::maxText);
        }
    }
    return {};
}

} // namespace

AnswerNotices::AnswerNotices(Context context, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
{
    connect(&m_context.sessions, &ChatSessions::turnEnded, this, &AnswerNotices::onTurnEnded);
    connect(&m_context.sessions, &ChatSessions::cleared, this, &AnswerNotices::withdrawAll);
    connect(&m_context.conversations, &ConversationStore::removed, this, &AnswerNotices::withdraw);
}

void AnswerNotices::addNotifier(Notifier &notifier)
{
    const qsizetype place = m_notifiers.size();
    m_notifiers.append(&notifier);
    connect(&notifier, &Notifier::openRequested, this, [this](const QString &key) {
        if (m_shown.contains(ConversationId(key)))
            Q_EMIT openRequested(ConversationId(key));
    });
    connect(&notifier, &Notifier::replyRequested, this, [this](const QString &key, const QString &text) {
        if (m_shown.contains(ConversationId(key)))
            Q_EMIT replyRequested(ConversationId(key), text);
    });
    connect(&notifier, &Notifier::failed, this, [this, place](const Notice &notice) {
        if (place + 1 < m_notifiers.size() && m_shown.contains(ConversationId(notice.key)))
            m_notifiers.at(place + 1)->show(notice);
    });
}

void AnswerNotices::onTurnEnded(const ConversationId &id, bool success)
{
    if (id.isEmpty() || m_notifiers.isEmpty() || !m_context.settings.value(Settings::Key::NotifyAnswers).toBool() ||
        m_context.isWatched(id))
        return;
    ChatSession *session = m_context.sessions.find(id);
    if (!session)
        return;
    const QString title = displayLine(session->title(), maxTitle);
    const QString words = lastWords(session->transcript());
    const QString text = success && !words.isEmpty() ? words : success ? tr("The answer is there.") : tr("The answer was not finished.");
    m_shown.insert(id);
    m_notifiers.constFirst()->show({id.value(), title.isEmpty() ? tr("New chat") : title, text});
}

void AnswerNotices::withdraw(const ConversationId &id)
{
    if (!m_shown.remove(id))
        return;
    for (Notifier *notifier : std::as_const(m_notifiers))
        notifier->withdraw(id.value());
}

void AnswerNotices::withdrawAll()
{
    const QSet<ConversationId> shown = m_shown;
    for (const ConversationId &id : shown)
        withdraw(id);
}

} // namespace desk
