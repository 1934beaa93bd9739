#include "wire/json/chateventwriter.h"

#include "wire/json/answerfactsjson.h"
#include "wire/json/approvaljson.h"
#include "wire/json/chatjson.h"
#include "wire/json/filejson.h"
#include "wire/json/reader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

ServerEvent bare(QLatin1StringView name, const QJsonObject &object)
{
    return {QByteArray(name.data(), name.size()), QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

// Contract 4.6, envelope: {type, source, message, data, timestamp}; the event's name is the type.
ServerEvent enveloped(QLatin1StringView name, const QString &source, const QString &text, const QJsonValue &data)
{
    return bare(name, {{u"type"_s, QString(name)},
                       {u"source"_s, source},
                       {u"message"_s, text},
                       {u"data"_s, data},
                       {u"timestamp"_s, formatTime(QDateTime::currentDateTimeUtc())}});
}

QJsonValue contentData(ContentDelta::Kind kind)
{
    switch (kind) {
    case ContentDelta::Kind::Append:
        return QJsonObject{{u"streaming"_s, true}, {u"partial"_s, true}};
    case ContentDelta::Kind::Ack:
        return QJsonObject{{u"phase"_s, u"fast_ack"_s}, {u"partial"_s, false}};
    case ContentDelta::Kind::Interim:
        return QJsonObject{{u"phase"_s, u"interim"_s}};
    case ContentDelta::Kind::Clarify:
        return QJsonObject{{u"phase"_s, u"clarify"_s}, {u"partial"_s, false}};
    case ContentDelta::Kind::Replace:
        return QJsonObject{{u"phase"_s, u"deep_response"_s}, {u"partial"_s, false}};
    case ContentDelta::Kind::End:
        break;
    }
    return QJsonObject{{u"streaming"_s, false}, {u"partial"_s, false}, {u"complete"_s, true}};
}

QString promptType(Prompt::Type type)
{
    switch (type) {
    case Prompt::Type::Confirm:
        return u"confirm"_s;
    case Prompt::Type::Choice:
        return u"choice"_s;
    case Prompt::Type::Open:
        break;
    }
    return u"open"_s;
}

} // namespace

ServerEvent ChatEventWriter::operator()(const RunCreated &event) const
{
    return bare("run_created"_L1, {{u"run_id"_s, event.runId.value()},
                                   {u"conversation_id"_s, event.conversationId.value()},
                                   {u"message_id"_s, event.messageId.value()}});
}

ServerEvent ChatEventWriter::operator()(const ConversationCreated &event) const
{
    return bare("conversation_created"_L1, {{u"conversation_id"_s, event.id.value()}, {u"title"_s, event.title}});
}

ServerEvent ChatEventWriter::operator()(const TitleChanged &event) const
{
    return bare("title_update"_L1, {{u"conversation_id"_s, event.id.value()}, {u"title"_s, event.title}});
}

ServerEvent ChatEventWriter::operator()(const Thought &event) const
{
    return enveloped("thought"_L1, event.source, event.text, toJson(event).value("data"_L1));
}

ServerEvent ChatEventWriter::operator()(const RoutingDecision &event) const
{
    return bare("routing_decision"_L1, toJson(event));
}

ServerEvent ChatEventWriter::operator()(const Plan &event) const
{
    return enveloped("plan"_L1, u"dispatcher"_s, event.summary, toJson(event));
}

ServerEvent ChatEventWriter::operator()(const Progress &event) const
{
    QJsonObject data{{u"completed"_s, event.completed}, {u"total"_s, event.total}};
    if (!event.stepId.isEmpty())
        data.insert("step_id"_L1, event.stepId);
    return enveloped("progress"_L1, u"dispatcher"_s, event.text, data);
}

ServerEvent ChatEventWriter::operator()(const Interim &event) const
{
    const QJsonValue data = event.isFollowUp ? QJsonObject{{u"kind"_s, u"profile_follow_up"_s}} : QJsonValue();
    return enveloped("interim"_L1, event.source, event.text, data);
}

ServerEvent ChatEventWriter::operator()(const ToolStarted &event) const
{
    QJsonObject data{{u"tool_name"_s, event.tool}, {u"input"_s, event.input}};
    if (!event.callId.isEmpty())
        data.insert("call_id"_L1, event.callId);
    return enveloped("tool_start"_L1, event.source, event.title, data);
}

ServerEvent ChatEventWriter::operator()(const ToolFinished &event) const
{
    QJsonObject data{{u"tool"_s, event.tool}, {u"result"_s, event.output}, {u"success"_s, event.success}};
    if (!event.callId.isEmpty())
        data.insert("call_id"_L1, event.callId);
    if (!event.error.isEmpty())
        data.insert("error"_L1, event.error);
    if (event.durationMs >= 0)
        data.insert("duration_ms"_L1, event.durationMs);
    return enveloped("tool_result"_L1, event.source, event.title, data);
}

ServerEvent ChatEventWriter::operator()(const ContentDelta &event) const
{
    return enveloped("content"_L1, event.source, event.text, contentData(event.kind));
}

ServerEvent ChatEventWriter::operator()(const Prompt &event) const
{
    QJsonObject data{{u"prompt_type"_s, promptType(event.type)}, {u"options"_s, QJsonArray::fromStringList(event.options)}};
    if (!event.defaultOption.isEmpty())
        data.insert("default"_L1, event.defaultOption);
    if (event.isApproval())
        insertApproval(data, event);
    return enveloped("prompt"_L1, event.source, event.text, data);
}

ServerEvent ChatEventWriter::operator()(const AgentFinished &event) const
{
    return enveloped("complete"_L1, event.source, {}, QJsonObject{{u"elapsed_seconds"_s, event.elapsedSeconds}});
}

ServerEvent ChatEventWriter::operator()(const Warning &event) const
{
    return enveloped("error"_L1, event.source, event.text, QJsonValue());
}

ServerEvent ChatEventWriter::operator()(const TurnCompleted &event) const
{
    QJsonObject object{{u"message_id"_s, event.messageId.value()}, {u"conversation_id"_s, event.conversationId.value()}};
    QJsonArray citations;
    for (const Citation &citation : event.citations)
        citations.append(toJson(citation));
    if (!citations.isEmpty())
        object.insert("citations"_L1, citations);
    insertFacts(object, event.facts);
    return bare("message_complete"_L1, object);
}

ServerEvent ChatEventWriter::operator()(const TurnFailed &event) const
{
    QJsonObject object{{u"error"_s, event.text}};
    if (!event.type.isEmpty())
        object.insert("error_type"_L1, event.type);
    return bare("error"_L1, object);
}

ServerEvent ChatEventWriter::operator()(const UnknownEvent &event) const
{
    // QJsonDocument of Qt 6.4 writes no scalars: write the value inside an array and take the brackets off.
    const QByteArray boxed = QJsonDocument(QJsonArray{event.data}).toJson(QJsonDocument::Compact);
    return {event.name.toUtf8(), boxed.mid(1, boxed.size() - 2), {}};
}

} // namespace desk::wire
