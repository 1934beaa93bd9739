#include "state/export/conversationfile.h"

#include "wire/json/jsonparser.h"
#include "wire/json/reader.h"
#include "wire/json/recordjson.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

Unexpected<Error> failure(Error::Kind kind, const QString &message, const QString &nextStep, const QString &detail = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.nextStep = nextStep;
    error.detail = detail;
    return {error};
}

Unexpected<Error> damaged(const QString &detail)
{
    return failure(Error::Kind::Protocol, ConversationFile::tr("This file is no conversation of Agent Desk, or it is damaged."),
                   ConversationFile::tr("Take a file that was exported as JSON."), detail);
}

Unexpected<Error> tooLarge()
{
    return failure(Error::Kind::Protocol, ConversationFile::tr("This file is too large for a conversation."),
                   ConversationFile::tr("Export fewer messages at a time."));
}

} // namespace

Result<ConversationFile> ConversationFile::read(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    // A pipe or a device may never end.
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, tr("The file could not be read."), tr("Choose another file."), file.errorString());
    const QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(Error::Kind::Storage, tr("The file could not be read."), tr("Choose another file."), file.errorString());
    return parse(bytes);
}

Result<ConversationFile> ConversationFile::parse(const QByteArray &bytes)
{
    if (bytes.size() > maxBytes)
        return tooLarge();
    const Result<QJsonValue> json = wire::parseJson(bytes, {wire::JsonRules().maxDepth, true});
    if (!json)
        return damaged(json.error().detail);
    const wire::Reader reader(*json);
    if (reader.string("format"_L1) != format)
        return damaged(u"format"_s);
    const int written = reader.integer("version"_L1, 0);
    if (written > version)
        return failure(Error::Kind::Conflict, tr("This file was written by a newer version of Agent Desk."),
                       tr("Update Agent Desk, then open it again."));
    if (written < 1 || !reader.value("messages"_L1).isArray())
        return damaged(u"version or messages"_s);
    const QJsonArray records = reader.array("messages"_L1);
    if (records.size() > maxMessages)
        return tooLarge();

    ConversationFile out;
    const Result<Conversation> conversation = wire::conversationFromRecord(reader.object("conversation"_L1));
    if (!conversation)
        return damaged(conversation.error().detail);
    out.conversation = *conversation;
    out.conversation.raw = {}; // a server's own words; a file has none to say
    out.messages.reserve(records.size());
    for (const QJsonValue record : records) {
        Result<Message> message = wire::messageFromRecord(record.toObject());
        if (!message)
            return damaged(message.error().detail);
        if (message->state == MessageState::Pending || message->state == MessageState::Streaming ||
            message->state == MessageState::Waiting || message->state == MessageState::Unknown)
            message->state = MessageState::Interrupted; // nobody writes at it any more
        out.messages.append(*std::move(message));
    }
    return out;
}

} // namespace desk
