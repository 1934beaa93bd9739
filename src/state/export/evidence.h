#pragma once

#include "state/export/exportcontent.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QLatin1StringView>

namespace desk {

// One question and its answer as a file that shows whether it was changed since:
//   {"format": "agentdesk.evidence", "version": 1, "notice": what it proves and what not,
//    "parts": {"question": record, "answer": record, "tool_calls": [...], "sources": [...], "thoughts": [...] or not there,
//              "attachments": [{"id", "filename", "mime_type", "size", "sha256" where known}], "conversation": record,
//              "origin": {program, program_version, server, server_version, server_address, agent, model, asked_at, answered_at,
//                         written_at}},
//    "checksums": {"algorithm": "SHA-256", "form": "agentdesk-canonical-1", "parts": {name: hex of each part}, "whole": hex}}
// The records are those of wire/json/recordjson.h. A checksum is that of the canonical form (canonicaljson.h) of a part; "whole" is that
// of the whole file without its own member, so that nothing in the file, known or not, stands outside.
//
// It is no signature: whoever changes the file can compute new checksums. It shows that a copy is the same as the one whose "whole" was
// written down elsewhere, and that nothing was changed by accident or in a hurry; the notice says so.
class Evidence
{
    Q_DECLARE_TR_FUNCTIONS(desk::Evidence)
public:
    static constexpr QLatin1StringView format{"agentdesk.evidence"};
    static constexpr int version = 1;
    static constexpr QLatin1StringView algorithm{"SHA-256"};
    static constexpr QLatin1StringView form{"agentdesk-canonical-1"};
    static constexpr qint64 maxBytes = 256LL * 1024 * 1024;

    // The last question in content.messages, and the answer to it; of the options only the thoughts count.
    [[nodiscard]] static QByteArray write(const ExportContent &content);

    // What "whole" must be: of the top of a file as it was read.
    [[nodiscard]] static QString wholeOf(QJsonObject top);
    [[nodiscard]] static QString notice();
    [[nodiscard]] static QString notKnownHere(); // in place of the SHA-256 of a file whose bytes this computer has not seen
};

} // namespace desk
