#include "gui/desktop/answernotices.h"

#include "gui/desktop/notifier.h"
#include "gui/text/textlimiter.h"
#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"
#include "state/settings.h"

#include <algorithm>
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
    connect(&m_context.sessions, &ChatSessions::prompted, this, [this](const ConversationId &id, const Prompt &prompt) {
        prompt.isApproval() ? onApproval(id, prompt) : onPrompted(id, prompt.text);
    });
    connect(&m_context.sessions, &ChatSessions::agentAsked, this,
            [this](const ConversationId &id) { onPrompted(id, tr("Which agent is to answer?")); });
    connect(&m_context.sessions, &ChatSessions::conversationIdChanged, this, &AnswerNotices::onRenamed);
    connect(&m_context.sessions, &ChatSessions::cleared, this, &AnswerNotices::withdrawAll);
    connect(&m_context.conversations, &ConversationStore::removed, this, &AnswerNotices::withdraw);
}

void AnswerNotices::addNotifier(Notifier &notifier)
{
    const qsizetype place = m_notifiers.size();
    m_notifiers.append(&notifier);
    connect(&notifier, &Notifier::openRequested, this, [this](const QString &key) {
        if (const ConversationId id = shownAs(key); !id.isEmpty())
            Q_EMIT openRequested(id);
    });
    connect(&notifier, &Notifier::replyRequested, this, [this](const QString &key, const QString &text) {
        if (const ConversationId id = shownAs(key); !id.isEmpty())
            Q_EMIT replyRequested(id, text);
    });
    connect(&notifier, &Notifier::failed, this, [this, place](const Notice &notice) {
        if (place + 1 < m_notifiers.size() && !shownAs(notice.key).isEmpty())
            m_notifiers.at(place + 1)->show(notice);
    });
}

AnswerNotices::Unseen AnswerNotices::unseen() const
{
    const auto questions = static_cast<int>(std::count_if(m_unseen.cbegin(), m_unseen.cend(), [](const Entry &e) { return e.isQuestion; }));
    return {static_cast<int>(m_unseen.size()) - questions, questions};
}

void AnswerNotices::onTurnEnded(const ConversationId &id, bool success)
{
    const bool hasAsked = m_asked.remove(id) > 0;
    ChatSession *session = m_context.sessions.find(id);
    if (id.isEmpty() || !session || m_context.isWatched(id) ||
        (success && hasAsked && m_unseen.value(id).isQuestion && !m_unseen.value(id).isApproval))
        return;
    const QString words = success ? lastWords(session->transcript()) : tr("The answer was not finished.");
    tell(id, false, words.isEmpty() ? tr("The answer is there.") : words);
}

void AnswerNotices::onPrompted(const ConversationId &id, const QString &question)
{
    if (id.isEmpty() || (m_asked.contains(id) && m_asked.value(id) == question))
        return;
    m_asked.insert(id, question);
    if (m_context.isWatched(id))
        return;
    const QString words = displayLine(question, maxText);
    //: An agent asks the person: %1 is the question
    tell(id, true, words.isEmpty() ? tr("The agent waits for your answer.") : tr("Asks you: %1").arg(words));
}

// Its own text says what the tool is told.
void AnswerNotices::onApproval(const ConversationId &id, const Prompt &prompt)
{
    if (id.isEmpty() || (m_asked.contains(id) && m_asked.value(id) == prompt.argumentsHash))
        return;
    m_asked.insert(id, prompt.argumentsHash);
    //: The name of a tool
    if (m_context.isWatched(id))
        return;
    tell(id, true, tr("The tool %1 waits for an approval.").arg(displayLine(prompt.toolName, maxTitle)));
    m_unseen[id].isApproval = true;
}

void AnswerNotices::tell(const ConversationId &id, bool isQuestion, const QString &text)
{
    Entry &entry = m_unseen[id];
    entry.isQuestion = isQuestion;
    entry.isApproval = false;
    if (!m_notifiers.isEmpty() && m_context.settings.value(Settings::Key::NotifyAnswers).toBool()) {
        const ChatSession *session = m_context.sessions.find(id);
        const QString title = session ? displayLine(session->title(), maxTitle) : QString();
        if (entry.key.isEmpty())
            entry.key = id.value();
        m_notifiers.constFirst()->show({entry.key, title.isEmpty() ? tr("New chat") : title, text});
    }
    Q_EMIT unseenChanged();
}

// The notice on the screen keeps the key it was shown with.
void AnswerNotices::onRenamed(const ConversationId &id, const ConversationId &before)
{
    if (before.isEmpty() || id == before)
        return;
    if (m_asked.contains(before))
        m_asked.insert(id, m_asked.take(before));
    if (m_unseen.contains(before))
        m_unseen.insert(id, m_unseen.take(before));
}

ConversationId AnswerNotices::shownAs(const QString &key) const
{
    const auto entry = std::find_if(m_unseen.cbegin(), m_unseen.cend(), [&key](const Entry &e) { return e.key == key; });
    return key.isEmpty() || entry == m_unseen.cend() ? ConversationId() : entry.key();
}

void AnswerNotices::withdraw(const ConversationId &id)
{
    const auto entry = m_unseen.constFind(id);
    if (entry == m_unseen.cend())
        return;
    const QString key = entry->key;
    m_unseen.erase(entry);
    if (!key.isEmpty()) {
        for (Notifier *notifier : std::as_const(m_notifiers))
            notifier->withdraw(key);
    }
    Q_EMIT unseenChanged();
}

void AnswerNotices::withdrawAll()
{
    m_asked.clear();
    const QList<ConversationId> ids = m_unseen.keys();
    for (const ConversationId &id : ids)
        withdraw(id);
}

} // namespace desk
