#include "support/teamserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-ddTHH:mm:ss.zzz000"_s); // no zone: the server says none
}

QByteArray bare(const QByteArray &type, const QJsonObject &object)
{
    return "event: " + type + "\ndata: " + compact(object) + "\n\n";
}

QByteArray event(const QByteArray &type, const QString &source, const QString &message, const QJsonValue &data)
{
    return bare(type, {{u"type"_s, QString::fromLatin1(type)},
                       {u"source"_s, source},
                       {u"message"_s, message},
                       {u"data"_s, data},
                       {u"timestamp"_s, now() + u"+00:00"_s}});
}

QList<QByteArray> toolEvents()
{
    return {event("tool_start", u"calculate"_s, u"Using calculate…"_s,
                  QJsonObject{{u"tool_name"_s, u"calculate"_s}, {u"input"_s, QJsonObject{{u"expression"_s, u"6*7"_s}}}}),
            event("tool_result", u"calculate"_s, u"Calculated **42**"_s, QJsonObject{{u"success"_s, true}, {u"result"_s, 42}})};
}

QString pathOf(const Received &request)
{
    return QUrl(QString::fromLatin1(request.target)).path();
}

} // namespace

TeamServer::TeamServer()
    : m_server([this](const Received &request) { return answer(request); })
{
}

QList<TeamServer::Stored> TeamServer::messages() const
{
    QList<Stored> out;
    for (const Conversation &conversation : m_conversations) {
        for (const QJsonObject &message : conversation.messages)
            out.append({message.value("role"_L1).toString(), message.value("content"_L1).toString()});
    }
    return out;
}

Scripted TeamServer::answer(const Received &request)
{
    const QByteArray bearer = request.headers.value("authorization").mid(7); // behind "Bearer "
    if (isGood && !isGood(bearer))
        return reply(401, R"({"detail":"Could not validate credentials"})");
    const QString path = pathOf(request);
    if (path == "/agents"_L1)
        return json(R"([{"id":"34f0bba5-0000-4000-8000-000000000001","name":"chat","display_name":"Chat"}])");
    if (path == "/conversations"_L1 && request.method == "GET")
        return conversations();
    if (request.method == "POST" && path == "/chat/message/stream/agentic"_L1)
        return ask(QJsonDocument::fromJson(request.body).object());
    if (path.startsWith("/conversations/"_L1)) {
        Conversation *conversation = find(path.section(u'/', 2, 2));
        if (conversation == nullptr)
            return reply(404, R"({"detail":"Conversation not found"})");
        if (path.endsWith("/messages"_L1))
            return history(*conversation, request);
        return json(compact({{u"id"_s, conversation->id}, {u"title"_s, conversation->title}}));
    }
    return reply(404, R"({"detail":"Not Found"})");
}

Scripted TeamServer::conversations() const
{
    QJsonArray list;
    for (auto at = m_conversations.crbegin(); at != m_conversations.crend(); ++at)
        list.append(QJsonObject{{u"id"_s, at->id},
                                {u"title"_s, at->title},
                                {u"message_count"_s, at->messages.size()},
                                {u"created_at"_s, at->messages.constFirst().value("created_at"_L1)},
                                {u"updated_at"_s, at->messages.constLast().value("created_at"_L1)}});
    return json(compact({{u"conversations"_s, list}, {u"total"_s, list.size()}}));
}

Scripted TeamServer::history(const Conversation &conversation, const Received &request) const
{
    const QUrlQuery query(QUrl(QString::fromLatin1(request.target)));
    QList<QJsonObject> messages = conversation.messages;
    if (query.queryItemValue(u"order"_s) == "desc"_L1)
        std::reverse(messages.begin(), messages.end());
    QJsonArray list;
    for (const QJsonObject &message : messages.mid(query.queryItemValue(u"offset"_s).toInt(), query.queryItemValue(u"limit"_s).toInt()))
        list.append(message);
    return json(compact({{u"messages"_s, list}, {u"total"_s, messages.size()}}));
}

Scripted TeamServer::ask(const QJsonObject &body)
{
    ++m_asked;
    const QString question = body.value("message"_L1).toString();
    const Answer answer = m_answers.isEmpty() ? Answer{{u"Nobody told me what to say."_s}} : m_answers.takeFirst();
    QString id = body.value("conversation_id"_L1).toString();
    QString title;
    QList<QByteArray> pieces;
    if (id.isEmpty()) {
        id = u"c2d00000-0000-4000-8000-%1"_s.arg(++m_names, 12, 10, QChar(u'0'));
        title = question.left(50);
        pieces.append(bare("conversation_created", {{u"conversation_id"_s, id}, {u"title"_s, title}}));
    }
    pieces.append(event("thought", u"dispatcher"_s, u"Using **Chat Assistant**…"_s, QJsonValue::Null));
    if (answer.usesTool)
        pieces += toolEvents();
    for (const QString &word : answer.words)
        pieces.append(event("content", u"chat-agent"_s, word, QJsonObject{{u"streaming"_s, true}, {u"partial"_s, true}}));
    pieces.append(event("complete", u"dispatcher"_s, u"Done!"_s, QJsonObject{{u"elapsed_seconds"_s, 1.5}}));
    const QString messageId = u"91aa0000-0000-4000-8000-%1"_s.arg(++m_names, 12, 10, QChar(u'0'));
    pieces.append(bare("message_complete", {{u"message_id"_s, messageId}, {u"conversation_id"_s, id}}));
    Scripted out = eventStream(pieces, Scripted::End::Close);
    out.pieceDelayMs = answer.pieceDelayMs;
    out.onPiece = [this, id, title, question, text = answer.words.join(QString()), messageId, last = pieces.size()](qsizetype piece) {
        if (piece == last)
            store(id, title, question, text, messageId);
    };
    return out;
}

TeamServer::Conversation *TeamServer::find(const QString &id)
{
    const auto found = std::find_if(m_conversations.begin(), m_conversations.end(), [&id](const Conversation &c) { return c.id == id; });
    return found == m_conversations.end() ? nullptr : &*found;
}

void TeamServer::store(const QString &conversation, const QString &title, const QString &question, const QString &text, const QString &id)
{
    if (find(conversation) == nullptr)
        m_conversations.append({conversation, title, {}});
    const auto message = [&conversation](const QString &messageId, const QString &role, const QString &content) {
        return QJsonObject{{u"id"_s, messageId},
                           {u"conversation_id"_s, conversation},
                           {u"role"_s, role},
                           {u"content"_s, content},
                           {u"created_at"_s, now()}};
    };
    find(conversation)->messages += {message(u"41aa0000-0000-4000-8000-%1"_s.arg(++m_names, 12, 10, QChar(u'0')), u"user"_s, question),
                                     message(id, u"assistant"_s, text)};
}

} // namespace desk::test
