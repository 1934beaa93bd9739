#include "state/export/jsonwriter.h"

#include "state/export/conversationfile.h"
#include "wire/json/reader.h"
#include "wire/json/recordjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray leftOut(const ExportOptions &options)
{
    QJsonArray out;
    if (!options.thoughts)
        out.append(u"thoughts"_s);
    if (!options.toolDetails)
        out.append(u"tool_details"_s);
    return out;
}

} // namespace

QJsonObject exportedRecord(const Conversation &conversation)
{
    Conversation kept = conversation;
    kept.raw = {};
    kept.activeRun = RunId();
    kept.lastMessage.clear();
    kept.messageCount = -1;
    return wire::recordFrom(kept);
}

QJsonObject exportedRecord(const Message &message, const ExportOptions &options)
{
    Message kept = message;
    if (!options.thoughts) {
        kept.thoughts.clear();
        kept.plan.reset();
    }
    if (!options.toolDetails) {
        for (ToolCall &call : kept.toolCalls)
            call.input = call.output = QJsonValue(QJsonValue::Undefined);
    }
    return wire::recordFrom(kept);
}

QJsonObject exportedFacts(const ProgramFacts &facts)
{
    QJsonObject out;
    const auto add = [&out](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            out.insert(key, value);
    };
    add("program"_L1, facts.program);
    add("program_version"_L1, facts.version);
    add("server"_L1, facts.server);
    add("server_version"_L1, facts.serverVersion);
    add("server_address"_L1, facts.serverAddress);
    add("agent"_L1, facts.agent);
    add("model"_L1, facts.model);
    return out;
}

QByteArray JsonWriter::head(const ExportContent &content)
{
    const QJsonObject top{{u"format"_s, QString(ConversationFile::format)},
                          {u"version"_s, ConversationFile::version},
                          {u"written_at"_s, wire::formatTime(content.writtenAt)},
                          {u"origin"_s, exportedFacts(content.facts)},
                          {u"left_out"_s, leftOut(content.options)},
                          {u"conversation"_s, exportedRecord(content.conversation)}};
    QByteArray out = compact(top);
    out.chop(1); // the messages follow inside the object
    return out + ",\"messages\":[";
}

QByteArray JsonWriter::message(const ExportContent &content, qsizetype index)
{
    return (index == 0 ? "\n" : ",\n") + compact(exportedRecord(content.messages.at(index), content.options));
}

QByteArray JsonWriter::tail(const ExportContent &)
{
    return "\n]}\n";
}

} // namespace desk
