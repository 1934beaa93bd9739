// Any bytes as a file of a conversation and as one of evidence: what is taken in is bounded and at rest, writes and reads back the same,
// and what counts as unchanged still does when another program has laid it out anew.
#include "require.h"
#include "state/export/canonicaljson.h"
#include "state/export/conversationfile.h"
#include "state/export/evidencecheck.h"
#include "state/export/jsonwriter.h"
#include "wire/json/jsonparser.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace desk;

namespace {

QByteArray written(const ConversationFile &file)
{
    ExportContent content;
    content.conversation = file.conversation;
    content.messages = file.messages;
    content.options.thoughts = true;
    content.writtenAt = {};
    JsonWriter writer;
    QByteArray out = writer.head(content);
    for (qsizetype i = 0; i < content.messages.size(); ++i)
        out += writer.message(content, i);
    return out + writer.tail(content);
}

void conversation(const QByteArray &bytes)
{
    const Result<ConversationFile> file = ConversationFile::parse(bytes);
    if (!file) {
        require(!file.error().message.isEmpty());
        return;
    }
    for (const Message &message : file->messages)
        require(message.state != MessageState::Pending && message.state != MessageState::Streaming);
    const QByteArray once = written(*file);
    const Result<ConversationFile> again = ConversationFile::parse(once);
    require(again && again->messages.size() == file->messages.size());
    require(written(*again) == once);
}

void evidence(const QByteArray &bytes)
{
    const EvidenceCheck check = EvidenceCheck::of(bytes);
    require(!check.lines().isEmpty());
    for (const EvidenceCheck::Line &line : check.lines())
        require(std::none_of(line.text.begin(), line.text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }));
    if (check.outcome() != EvidenceCheck::Outcome::Whole)
        return;
    const Result<QJsonValue> json = wire::parseJson(bytes);
    require(json && EvidenceCheck::of(canonicalJson(*json)).outcome() == EvidenceCheck::Outcome::Whole);
}

void canonical(const QByteArray &bytes)
{
    const Result<QJsonValue> json = wire::parseJson(bytes);
    if (!json)
        return;
    const QByteArray once = canonicalJson(*json);
    for (const QByteArray &form : {once, canonicalJson(*json, JsonLayout::LaidOut)}) {
        const Result<QJsonValue> again = wire::parseJson(form);
        require(again && canonicalJson(*again) == once);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    conversation(bytes);
    evidence(bytes);
    canonical(bytes);
    return 0;
}
