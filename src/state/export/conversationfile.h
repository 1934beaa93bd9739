#pragma once

#include "domain/conversation.h"
#include "domain/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QLatin1StringView>
#include <QList>

namespace desk {

// A conversation as a file that this program reads back:
//   {"format": "agentdesk.conversation", "version": 1, "written_at": time, "origin": {…}, "left_out": ["thoughts"],
//    "conversation": record, "messages": [record, …]}
// The records are those of wire/json/recordjson.h. Keys this version does not know are ignored; a higher version number says that
// ignoring them would be wrong, and is refused.
//
// Such a file may come from anybody. Reading it has no effect but memory, of which the limits are below; nothing in it is opened or
// fetched, and its ids are somebody else's: whoever takes it in gives new ones.
struct ConversationFile {
    Q_DECLARE_TR_FUNCTIONS(desk::ConversationFile)
public:
    static constexpr QLatin1StringView format{"agentdesk.conversation"};
    static constexpr int version = 1;
    static constexpr qint64 maxBytes = 256LL * 1024 * 1024;
    static constexpr qsizetype maxMessages = 200'000;

    // Kind::Storage when it cannot be read, Kind::Protocol when it is not such a file, is damaged or too large, and Kind::Conflict when
    // a newer version wrote it.
    [[nodiscard]] static Result<ConversationFile> read(const QString &path);
    [[nodiscard]] static Result<ConversationFile> parse(const QByteArray &bytes);

    Conversation conversation;
    QList<Message> messages;
};

} // namespace desk
