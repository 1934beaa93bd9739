#include "state/chat/transcriptmerge.h"

#include "state/chat/messagemerge.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Entry = TranscriptModel::Entry;

// Where a turn's messages are among the server's; -1: not there.
struct Place {
    qsizetype question = -1;
    qsizetype answer = -1;
};

class Index
{
public:
    explicit Index(const QList<Message> &server)
        : m_server(server)
    {
        for (qsizetype i = 0; i < server.size(); ++i) {
            m_byId.insert(server.at(i).id, i);
            if (!server.at(i).runId.isEmpty() && server.at(i).role == Role::Assistant)
                m_byRun.insert(server.at(i).runId, i);
        }
    }

    [[nodiscard]] qsizetype of(const MessageId &id) const { return id.isEmpty() ? -1 : m_byId.value(id, -1); }

    [[nodiscard]] Place find(const TurnRecord &turn) const
    {
        Place place{of(turn.question), of(turn.answerId)};
        if (place.answer < 0 && !turn.run.isEmpty())
            place.answer = m_byRun.value(turn.run, -1);
        // The team server never says what it calls the question: it is the one before its answer.
        if (place.question < 0 && place.answer > 0 && isQuestionOf(place.answer - 1, turn))
            place.question = place.answer - 1;
        return place;
    }

private:
    [[nodiscard]] bool isQuestionOf(qsizetype at, const TurnRecord &turn) const
    {
        return m_server.at(at).role == Role::User && m_server.at(at).content == turn.request.text;
    }

    const QList<Message> &m_server;
    QHash<MessageId, qsizetype> m_byId;
    QHash<RunId, qsizetype> m_byRun;
};

// What the person stopped stays as they left it. Else whoever has more of the answer has the last word: a server may have stored all of one
// that broke off here, or have lost what was seen (contract 4.6).
Message merged(Message stored, const std::optional<Message> &ours)
{
    if (!ours)
        return stored;
    const bool isLost = isLostText(stored.content) && !ours->content.isEmpty();
    const bool isCutHere = ours->state != MessageState::Complete && ours->content.size() >= stored.content.size();
    const bool isOurs = isLost || isCutHere || ours->state == MessageState::Stopped;
    if (isOurs) {
        stored.content = ours->content;
        stored.state = ours->state;
        stored.errorText = ours->errorText;
    }
    return withWhatIsKnown(std::move(stored), *ours);
}

// What of a turn the server does not have.
QList<Entry> missing(const TurnRecord &turn, const Place &place)
{
    QList<Entry> entries;
    if (place.question < 0)
        entries.append({questionKeyOf(turn), questionOf(turn)});
    if (place.answer < 0 && turn.answer)
        entries.append({answerKeyOf(turn), *turn.answer});
    return entries;
}

// Each behind the one it was asked after: a question that is asked again may have got its number behind those that waited for it.
QList<qsizetype> inOrder(const QList<TurnRecord> &turns)
{
    QList<qsizetype> left;
    QHash<MessageId, int> coming; // ids of those that are left
    for (qsizetype i = 0; i < turns.size(); ++i) {
        left.append(i);
        ++coming[turns.at(i).question];
        ++coming[turns.at(i).answerId];
    }
    QList<qsizetype> order;
    while (!left.isEmpty()) {
        const auto isNext = [&](qsizetype i) {
            const MessageId &after = turns.at(i).after;
            return after.isEmpty() || coming.value(after) == 0;
        };
        const auto next = std::find_if(left.cbegin(), left.cend(), isNext);
        const qsizetype turn = left.takeAt(next == left.cend() ? 0 : next - left.cbegin());
        --coming[turns.at(turn).question];
        --coming[turns.at(turn).answerId];
        order.append(turn);
    }
    return order;
}

// The last place in front of a turn that comes behind: no earlier one stands further down. size - 1 where none says.
qsizetype lastPlaceBefore(const QList<TurnRecord> &turns, const QList<qsizetype> &later, const Index &index, qsizetype size)
{
    for (const qsizetype i : later) {
        const Place place = index.find(turns.at(i));
        if (place.question >= 0)
            return place.question - 1;
        if (const qsizetype after = index.of(turns.at(i).after); after >= 0 && turns.at(i).state != TurnState::Waiting)
            return after;
    }
    return size - 1;
}

} // namespace

QString questionKeyOf(const TurnRecord &turn)
{
    return u"q:"_s + turn.id;
}

QString answerKeyOf(const TurnRecord &turn)
{
    return u"a:"_s + turn.id;
}

Message questionOf(const TurnRecord &turn)
{
    Message question;
    question.id = turn.question;
    question.conversationId = turn.conversation;
    question.role = Role::User;
    question.content = turn.request.text;
    question.attachments = turn.request.files;
    question.createdAt = turn.createdAt;
    switch (turn.state) {
    case TurnState::Waiting:
        question.state = MessageState::Waiting;
        break;
    case TurnState::Sending:
        question.state = MessageState::Pending;
        break;
    case TurnState::Unknown:
        question.state = MessageState::Unknown;
        break;
    case TurnState::Failed: // with an answer it is the answer that failed
        question.state = turn.answer ? MessageState::Complete : MessageState::Failed;
        break;
    default:
        break;
    }
    if (question.state == MessageState::Failed || question.state == MessageState::Waiting)
        question.errorText = turn.error;
    return question;
}

QList<Entry> mergeTranscript(const QList<Message> &server, const QList<TurnRecord> &turns, bool hasOlder)
{
    const Index index(server);
    QHash<qsizetype, Entry> known;            // by place: of the server's messages that are ours too
    QHash<qsizetype, QList<Entry>> following; // by place: what stands behind it; -1 before everything
    QHash<MessageId, qsizetype> ours;         // where those stand that only we have: another may have been asked after them
    const QList<qsizetype> order = inOrder(turns);
    qsizetype reached = -1; // by the turns before
    const auto anchorOf = [&](qsizetype at, const TurnRecord &turn, const Place &place) -> std::optional<qsizetype> {
        if (place.question >= 0)
            return place.question;
        if (turn.state == TurnState::Waiting) // it will be asked behind everything that is there by then
            return server.size() - 1;
        if (const qsizetype after = index.of(turn.after); after >= 0)
            return after;
        if (ours.contains(turn.after))
            return ours.value(turn.after);
        if (isOpen(turn.state) || server.isEmpty())
            return server.size() - 1;
        if (hasOlder && reached < 0)
            return std::nullopt;
        // What it was asked after is gone: between the turns beside it (DATA-19), and there by its time, which is all that is left.
        qsizetype last = lastPlaceBefore(turns, order.sliced(at + 1), index, server.size());
        while (last > reached && server.at(last).createdAt > turn.createdAt)
            --last;
        return std::max(last, reached);
    };
    for (qsizetype at = 0; at < order.size(); ++at) {
        const TurnRecord &turn = turns.at(order.at(at));
        const Place place = index.find(turn);
        if (place.question >= 0)
            known.insert(place.question, {questionKeyOf(turn), server.at(place.question)});
        if (place.answer >= 0)
            known.insert(place.answer, {answerKeyOf(turn), merged(server.at(place.answer), turn.answer)});
        const std::optional<qsizetype> anchor = anchorOf(at, turn, place);
        if (!anchor)
            continue;
        reached = std::max({reached, *anchor, place.answer});
        following[*anchor] += missing(turn, place);
        for (const MessageId &id : {turn.question, turn.answerId}) {
            if (!id.isEmpty() && index.of(id) < 0)
                ours.insert(id, *anchor);
        }
    }
    QList<Entry> entries = following.value(-1);
    entries.reserve(server.size() + 2 * turns.size());
    for (qsizetype i = 0; i < server.size(); ++i) {
        const Message &message = server.at(i);
        entries.append(known.contains(i) ? known.value(i) : Entry{u"m:"_s + message.id.value(), message});
        entries += following.value(i);
    }
    return entries;
}

} // namespace desk
