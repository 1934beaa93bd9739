#include "support/teamserver.h"

#include "support/bearercheck.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

constexpr qsizetype maxQuestion = 50'000;
constexpr qsizetype titleChars = 50;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString now()
{
    return TeamStore::timestamp(QDateTime::currentDateTimeUtc());
}

// The last of the answer's text; what follows closes the turn.
bool isEndOfText(const QByteArray &frame)
{
    return Recording::typeOf(frame) == "content" && Recording::dataOf(frame).value("data"_L1).toObject().value("complete"_L1).toBool();
}

// What the server keeps of its thoughts: no pieces of them.
QJsonArray keptThoughts(const QList<QByteArray> &frames)
{
    QJsonArray out;
    for (const QByteArray &frame : frames) {
        QJsonObject thought = Recording::dataOf(frame);
        if (Recording::typeOf(frame) != "thought" || thought.value("data"_L1).toObject().value("partial"_L1).toBool())
            continue;
        thought.remove("timestamp"_L1);
        if (thought.value("data"_L1).isNull())
            thought.remove("data"_L1);
        out.append(thought);
    }
    return out;
}

Scripted tooLong(const QString &question)
{
    const QJsonObject field{{u"type"_s, question.isEmpty() ? u"string_too_short"_s : u"string_too_long"_s},
                            {u"loc"_s, QJsonArray{u"body"_s, u"message"_s}},
                            {u"msg"_s, u"String should have 1 to 50000 characters"_s},
                            {u"input"_s, question.left(titleChars)}};
    return reply(422, compact({{u"detail"_s, QJsonArray{field}}}));
}

} // namespace

TeamServer::TeamServer()
    : m_server([this](const Received &request) { return answer(request); })
{
}

QList<TeamServer::Stored> TeamServer::messages() const
{
    QList<Stored> out;
    for (const TeamStore::Entry &entry : m_store.entries()) {
        for (const QJsonObject &message : entry.messages)
            out.append({message.value("role"_L1).toString(), message.value("content"_L1).toString()});
    }
    return out;
}

Scripted TeamServer::answer(const Received &request)
{
    const QString path = QUrl(QString::fromLatin1(request.target)).path();
    if (path == "/agents"_L1 || path.startsWith("/agents/"_L1) || path.startsWith("/conversations"_L1) || path.startsWith("/chat/"_L1) ||
        path.startsWith("/chat-attachments"_L1)) {
        if (const std::optional<Scripted> refusal = isGood ? refusalOf(request, isGood) : std::nullopt)
            return *refusal;
    }
    if (path == "/agents"_L1 || path.startsWith("/agents/"_L1)) {
        if (const std::optional<Scripted> known = m_agents.answer(request))
            return *known;
    }
    if (path == "/conversations"_L1 || path.startsWith("/conversations/"_L1))
        return m_store.answer(request);
    if (request.method == "POST" && path == "/chat/message/stream/agentic"_L1)
        return ask(QJsonDocument::fromJson(request.body).object());
    if (path == "/chat-attachments"_L1 || path.startsWith("/chat-attachments/"_L1))
        return attach(request, path.mid(18));
    return reply(404, R"({"detail":"Not Found"})"); // before anybody looks at a token
}

// There is no list of them (3.10).
Scripted TeamServer::attach(const Received &request, const QString &id)
{
    if (id.isEmpty()) {
        if (request.method != "POST")
            return reply(405, R"({"detail":"Method Not Allowed"})");
        const QJsonObject given = QJsonDocument::fromJson(request.body).object();
        if (!given.value("filename"_L1).isString() || !given.value("file_url"_L1).isString())
            return reply(422, R"({"detail":"filename and file_url are required"})");
        QJsonObject attachment = Recording::object(u"attachment.json"_s);
        for (auto member = given.constBegin(); member != given.constEnd(); ++member)
            attachment.insert(member.key(), member.value());
        attachment.insert("id"_L1, newId(u"a77a"_s));
        attachment.insert("created_at"_L1, now());
        m_attachments.append(attachment);
        return reply(201, compact(attachment));
    }
    const auto found = std::find_if(m_attachments.cbegin(), m_attachments.cend(),
                                    [&id](const QJsonObject &attachment) { return attachment.value("id"_L1).toString() == id; });
    if (found == m_attachments.cend())
        return reply(404, R"({"detail":"Attachment not found"})");
    if (request.method == "GET")
        return json(compact(*found));
    if (request.method != "DELETE")
        return reply(405, R"({"detail":"Method Not Allowed"})");
    m_attachments.erase(found);
    return reply(204, {});
}

QString TeamServer::newId(const QString &prefix)
{
    return prefix + u"0000-0000-4000-8000-%1"_s.arg(++m_names, 12, 10, QChar(u'0'));
}

// Where the turn belongs, with the event that says so. What the server does not let it into is an error in the stream (1.8): its text.
QString TeamServer::open(const QJsonObject &body, Turn &turn)
{
    turn.conversation = body.value("conversation_id"_L1).toString();
    const QString given = turn.question.left(titleChars) + (turn.question.size() > titleChars ? u"..."_s : QString());
    if (turn.conversation.isEmpty()) {
        turn.conversation = newId(u"c2d0"_s);
        turn.title = given;
        turn.opening = "conversation_created";
        return {};
    }
    const TeamStore::Entry *entry = m_store.find(turn.conversation);
    if (entry == nullptr || entry->access != TeamStore::Access::Owner)
        return u"Conversation not found"_s;
    turn.title = entry->title;
    if (turn.title == "New Conversation"_L1) {
        turn.title = given;
        turn.opening = "title_update";
    }
    return {};
}

Scripted TeamServer::failure(const QString &text) const
{
    QList<QByteArray> pieces;
    for (const QByteArray &frame : m_error.frames())
        pieces.append(Recording::filled(frame, {{"error", text}}));
    return eventStream(pieces, Scripted::End::Close);
}

// The recording with what belongs to this turn, and without what does not.
QList<QByteArray> TeamServer::play(const Answer &answer, const Turn &turn) const
{
    static const QList<QByteArray> openings{"conversation_created", "title_update"};
    Recording::Values values{
        {"conversation", turn.conversation}, {"title", turn.title}, {"answer", turn.answerId}, {"acknowledgement", answer.acknowledgement}};
    QList<QByteArray> pieces;
    for (const QByteArray &frame : m_answer.frames()) {
        const QByteArray type = Recording::typeOf(frame);
        values.insert("time", now());
        if ((openings.contains(type) && type != turn.opening) || (type.startsWith("tool_") && !answer.usesTool) ||
            (frame.contains("{{acknowledgement}}") && answer.acknowledgement.isEmpty()))
            continue;
        if (frame.contains("{{word}}")) {
            for (const QString &word : answer.words) {
                values.insert("word", word);
                pieces.append(Recording::filled(frame, values));
            }
            continue;
        }
        const bool endsText = isEndOfText(frame);
        if (!endsText || !answer.words.isEmpty())
            pieces.append(Recording::filled(frame, values));
        if (endsText && !answer.failure.isEmpty())
            return pieces + failure(answer.failure).pieces.sliced(1); // 0 is the header
    }
    return pieces;
}

Scripted TeamServer::ask(const QJsonObject &body)
{
    ++m_asked;
    m_attachmentIds.append(body.value("attachment_ids"_L1).toVariant().toStringList());
    Turn turn;
    turn.question = body.value("message"_L1).toString();
    if (turn.question.isEmpty() || turn.question.size() > maxQuestion)
        return tooLong(turn.question);
    if (const QString error = open(body, turn); !error.isEmpty())
        return failure(error);
    const Answer answer = m_answers.isEmpty() ? Answer{{u"Nobody told me what to say."_s}} : m_answers.takeFirst();
    turn.text = answer.words.isEmpty() ? u"No response generated."_s : answer.words.join(QString());
    turn.answerId = newId(u"91aa"_s);
    const QList<QByteArray> pieces = play(answer, turn);
    turn.routing = {{u"thoughts"_s, keptThoughts(pieces)}, {u"selected_agents"_s, body.value("selected_agents"_L1).toArray()}};
    Scripted out = eventStream(pieces, Scripted::End::Close);
    out.pieceDelayMs = answer.pieceDelayMs;
    if (answer.failure.isEmpty())
        out.onPiece = [this, turn, last = pieces.size()](qsizetype piece) {
            if (piece == last) // 0 is the header
                keep(turn);
        };
    return spoil ? spoil(out) : out;
}

// Both messages at once, at the end.
void TeamServer::keep(const Turn &turn)
{
    const QString time = now();
    if (m_store.find(turn.conversation) == nullptr)
        m_store.add({turn.conversation, turn.title, time, time, {}});
    TeamStore::Entry &entry = *m_store.find(turn.conversation);
    entry.title = turn.title;
    entry.updatedAt = time;
    QJsonObject answer = TeamStore::message(turn.answerId, turn.conversation, u"assistant"_s, turn.text, time);
    answer.insert("routing_decision"_L1, turn.routing);
    entry.messages += {TeamStore::message(newId(u"41aa"_s), turn.conversation, u"user"_s, turn.question, time), answer};
}

} // namespace desk::test
