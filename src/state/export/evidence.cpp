#include "state/export/evidence.h"

#include "state/export/canonicaljson.h"
#include "state/export/jsonwriter.h"
#include "wire/json/reader.h"

#include <QJsonArray>
#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// Each in a part of its own, where a person looks for it.
QJsonValue takeOut(QJsonObject &record, QLatin1StringView key)
{
    const QJsonValue taken = record.take(key);
    return taken.isUndefined() ? QJsonValue(QJsonArray()) : taken;
}

QJsonArray attachments(const QList<Message> &messages, const QHash<QString, QByteArray> &hashes)
{
    QJsonArray out;
    for (const Message &message : messages) {
        for (const StoredFile &file : message.attachments) {
            QJsonObject entry{
                {u"id"_s, file.id.value()}, {u"filename"_s, file.filename}, {u"mime_type"_s, file.mimeType}, {u"size"_s, file.size}};
            if (const QByteArray hash = hashes.value(file.id.value()); !hash.isEmpty())
                entry.insert("sha256"_L1, QString::fromLatin1(hash.toHex()));
            else
                entry.insert("sha256_missing"_L1, Evidence::notKnownHere());
            out.append(entry);
        }
    }
    return out;
}

QJsonObject origin(const ExportContent &content, const Message &question, const Message &answer)
{
    QJsonObject out = exportedFacts(content.facts);
    const auto add = [&out](QLatin1StringView key, const QDateTime &time) {
        if (time.isValid())
            out.insert(key, wire::formatTime(time));
    };
    add("asked_at"_L1, question.createdAt);
    add("answered_at"_L1, answer.createdAt);
    add("written_at"_L1, content.writtenAt);
    return out;
}

} // namespace

QByteArray Evidence::write(const ExportContent &content)
{
    const Message none;
    const Message *question = &none;
    const Message *answer = &none;
    for (const Message &message : content.messages) {
        if (message.role == Role::User) {
            question = &message;
            answer = &none;
        } else if (message.role == Role::Assistant) {
            answer = &message;
        }
    }
    ExportOptions all = content.options;
    all.toolDetails = true;
    QJsonObject answered = exportedRecord(*answer, all);
    QJsonObject parts{{u"question"_s, exportedRecord(*question, all)},
                      {u"tool_calls"_s, takeOut(answered, "tool_calls"_L1)},
                      {u"sources"_s, takeOut(answered, "citations"_L1)},
                      {u"attachments"_s, attachments({*question, *answer}, content.fileHashes)},
                      {u"conversation"_s, exportedRecord(content.conversation)},
                      {u"origin"_s, origin(content, *question, *answer)}};
    if (content.options.thoughts)
        parts.insert("thoughts"_L1, takeOut(answered, "thoughts"_L1));
    parts.insert("answer"_L1, answered);
    QJsonObject partHashes;
    for (auto part = parts.begin(); part != parts.end(); ++part)
        partHashes.insert(part.key(), canonicalHash(part.value()));
    QJsonObject checksums{{u"algorithm"_s, QString(algorithm)}, {u"form"_s, QString(form)}, {u"parts"_s, partHashes}};
    QJsonObject top{
        {u"format"_s, QString(format)}, {u"version"_s, version}, {u"notice"_s, notice()}, {u"parts"_s, parts}, {u"checksums"_s, checksums}};
    checksums.insert("whole"_L1, wholeOf(top));
    top.insert("checksums"_L1, checksums);
    return canonicalJson(top, JsonLayout::LaidOut) + '\n';
}

QString Evidence::wholeOf(QJsonObject top)
{
    QJsonObject checksums = top.value("checksums"_L1).toObject();
    checksums.remove("whole"_L1);
    top.insert("checksums"_L1, checksums);
    return canonicalHash(top);
}

QString Evidence::notKnownHere()
{
    return tr("not known here: the file was not uploaded from this computer");
}

QString Evidence::notice()
{
    return tr("The checksums show whether this file was changed after Agent Desk wrote it. They do not show who wrote it: the file is "
              "not signed, and whoever changes it can compute new ones. Keep the checksum of the whole in another place to compare it "
              "with. Check with: agentdesk --verify FILE");
}

} // namespace desk
