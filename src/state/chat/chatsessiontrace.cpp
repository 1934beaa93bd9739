// What a server said in a turn, read back. The rest is in chatsession.cpp.
#include "state/chat/chatsession.h"
#include "state/chat/transcriptmerge.h"
#include "state/inpool.h"
#include "state/store/turnjournal.h"

#include <algorithm>
#include <utility>

namespace desk {

QString ChatSession::turnOfAnswer(int row) const
{
    const QString key = m_transcript.keyAt(row);
    if (m_turn && answerKeyOf(*m_turn) == key)
        return m_turn->id;
    const auto turn = std::find_if(m_ended.cbegin(), m_ended.cend(), [&key](const TurnRecord &ended) { return answerKeyOf(ended) == key; });
    return turn == m_ended.cend() ? QString() : turn->id;
}

void ChatSession::loadTrace(int row, QObject *context, std::function<void(const TurnTrace &trace)> done)
{
    const Message message = m_transcript.messageAt(row);
    const QString turn = turnOfAnswer(row);
    const auto ofMessage = [message, context, done] { runInPool([message] { return TurnTrace::of(message); }, context, done); };
    if (!m_journal || turn.isEmpty())
        return ofMessage();
    m_journal->loadTrace(turn, context, [context, done, ofMessage](const Result<QByteArray> &stream) {
        if (!stream || stream->isEmpty())
            return ofMessage();
        runInPool([bytes = *stream] { return TurnTrace::of(bytes); }, context, done);
    });
}

} // namespace desk
