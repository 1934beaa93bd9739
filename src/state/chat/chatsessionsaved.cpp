// A conversation's copies on this computer: shown until the server answers, kept when it has. The rest is in chatsession.cpp.
#include "domain/page.h"
#include "state/cache/conversationcache.h"
#include "state/chat/chatsession.h"
#include "state/chat/transcriptmerge.h"
#include "state/conversations/conversationstore.h"

#include <QPointer>

#include <algorithm>
#include <limits>
#include <utility>

namespace desk {

void ChatSession::loadSaved(qsizetype count)
{
    if (!m_cache || isProvisional(m_conversationId))
        return;
    m_cache->load(m_conversationId, count, this, [this, generation = m_generation](const SavedMessages &saved) {
        if (generation == m_generation && !m_hasPage)
            onSaved(saved);
    });
}

void ChatSession::onSaved(const SavedMessages &saved)
{
    if (saved.messages.isEmpty())
        return;
    m_saved = saved.messages;
    m_savedAt = saved.savedAt;
    m_savedOlder = saved.older;
    m_isSavedCopy = true;
    showRows();
    Q_EMIT savedCopyChanged();
    if (m_needsOlder && canLoadOlder())
        loadOlder();
    goOnReaching();
}

void ChatSession::leaveSaved()
{
    m_saved.clear();
    m_savedOlder = 0;
    if (std::exchange(m_isSavedCopy, false))
        Q_EMIT savedCopyChanged();
}

void ChatSession::keepCopy(const Page<Message> &page, qsizetype offset)
{
    if (m_cache)
        m_cache->putMessages(record(), page.items, {offset, page.total, true});
}

// With what the server does not keep of it.
void ChatSession::keepCopy(const TurnRecord &turn)
{
    if (!m_cache || turn.conversation.isEmpty() || isProvisional(turn.conversation))
        return;
    QList<Message> messages;
    if (!turn.question.isEmpty())
        messages.append(questionOf(turn));
    if (turn.answer && !turn.answerId.isEmpty()) {
        messages.append(*turn.answer);
        messages.last().id = turn.answerId;
    }
    if (!messages.isEmpty())
        m_cache->putMessages(record(), messages, {0, -1, false});
}

Conversation ChatSession::record() const
{
    if (const Conversation *known = m_conversations.find(m_conversationId))
        return *known;
    Conversation conversation;
    conversation.id = m_conversationId;
    conversation.title = m_title;
    return conversation;
}

void ChatSession::reach(const MessageId &id, QObject *context, std::function<void(const Result<int> &row)> done)
{
    m_reaches.append({id, [context = QPointer<QObject>(context), done = std::move(done)](const Result<int> &row) {
                          if (context)
                              done(row);
                      }});
    goOnReaching();
}

// Those that are there, or all: why the missing ones are not. False: whoever was told opened another conversation, or ended this session.
bool ChatSession::tellReaches(bool all, const std::optional<Error> &error)
{
    const QPointer<ChatSession> self(this);
    const quint64 generation = m_generation;
    for (qsizetype i = 0; i < m_reaches.size();) {
        Result<int> row = rowToReach(m_reaches.at(i).message);
        const bool isMissing = !row && row.error().kind == Error::Kind::NotFound;
        if (isMissing && !all) {
            ++i;
            continue;
        }
        if (isMissing && error)
            row = Unexpected{*error};
        const Reach reach = m_reaches.takeAt(i);
        reach.done(row);
        if (!self || generation != m_generation)
            return false;
    }
    return true;
}

// What is shown already; else all copies, when they make the conversation whole; else every page of the server.
void ChatSession::goOnReaching()
{
    if (!tellReaches(false, {}) || m_reaches.isEmpty() || m_isReaching || m_state == State::Loading || m_loadingPage)
        return; // its end comes back here
    m_isReaching = true;
    const auto giveUp = [this, generation = m_generation](const std::optional<Error> &error) {
        if (generation != m_generation)
            return; // another conversation's
        m_isReaching = false;
        tellReaches(true, error);
    };
    const auto askServer = [this, giveUp] {
        if (m_isSavedCopy || !m_hasPage)
            return giveUp({});
        loadWhole(this, [giveUp](const Result<> &outcome) { giveUp(outcome ? std::nullopt : std::optional(outcome.error())); });
    };
    if (!m_cache)
        return askServer();
    m_cache->load(m_conversationId, std::numeric_limits<int>::max(), this,
                  [this, askServer, generation = m_generation](const SavedMessages &saved) {
                      if (generation != m_generation)
                          return;
                      takeWholeCopy(saved);
                      const auto isHere = [this](const Reach &reach) {
                          const Result<int> row = rowToReach(reach.message);
                          return row || row.error().kind != Error::Kind::NotFound;
                      };
                      if (!std::all_of(m_reaches.cbegin(), m_reaches.cend(), isHere))
                          return askServer();
                      m_isReaching = false;
                      goOnReaching();
                  });
}

void ChatSession::takeWholeCopy(const SavedMessages &saved)
{
    if (!m_hasPage) {
        m_saved = saved.messages;
        m_savedAt = saved.savedAt;
        m_savedOlder = 0;
        m_isSavedCopy = !m_saved.isEmpty();
        showRows();
        Q_EMIT savedCopyChanged();
        return;
    }
    if (m_server.isEmpty())
        return;
    const auto first = std::find_if(saved.messages.cbegin(), saved.messages.cend(),
                                    [this](const Message &message) { return message.id == m_server.constFirst().id; });
    const auto older = std::distance(saved.messages.cbegin(), first);
    if (first == saved.messages.cend() || older + m_server.size() != m_totalMessages)
        return; // some are missing: a gap must not look like a conversation
    m_server = saved.messages.first(older) + m_server;
    showRows();
}

void ChatSession::onFollowUp(const QString &question)
{
    if (question.trimmed().isEmpty() || question == m_closedFollowUp || question == m_followUp)
        return;
    m_followUp = question;
    Q_EMIT followUpChanged();
}

// Written into the answer: the doubt is a part of it.
void ChatSession::closeDoubt()
{
    const int row = m_question.isDoubt ? m_transcript.rowOfKey(m_question.key) : -1;
    if (row < 0)
        return;
    if (const auto turn =
            std::find_if(m_ended.begin(), m_ended.end(), [this](const TurnRecord &ended) { return answerKeyOf(ended) == m_question.key; });
        turn != m_ended.end() && turn->answer) {
        if (!turn->answer->routing)
            turn->answer->routing = m_transcript.messageAt(row).routing;
        turn->answer->routing->needsDisambiguation = false;
        turn->answer->routing->isTaken = true;
        keep(*turn);
    }
    RoutingDecision settled = *m_transcript.messageAt(row).routing;
    settled.needsDisambiguation = false;
    m_transcript.setRouting(row, settled);
    updateQuestion();
}

void ChatSession::closeFollowUp()
{
    if (m_followUp.isEmpty())
        return;
    m_closedFollowUp = std::exchange(m_followUp, QString());
    Q_EMIT followUpChanged();
}

} // namespace desk
