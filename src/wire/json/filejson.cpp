#include "wire/json/filejson.h"

#include "wire/json/reader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::wire {

Result<StoredFile> fileFromJson(const QJsonValue &value)
{
    Reader reader(value, u"file"_s);
    StoredFile file;
    file.id = FileId(reader.requiredId("id"_L1));
    file.filename = reader.requiredString("filename"_L1);
    file.mimeType = reader.string("mime_type"_L1);
    file.size = std::max<qint64>(0, reader.bigInteger("size_bytes"_L1));
    file.createdAt = reader.time("created_at"_L1);
    file.isInLibrary = reader.boolean("added_to_library"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return file;
}

Result<DataFile> dataFileFromJson(const QJsonValue &value)
{
    static const QRegularExpression pattern(u"\\A(?!\\.)[A-Za-z0-9_.-]{1,128}\\z"_s);
    const QJsonObject object = value.toObject();
    const auto key = object.contains("file_id"_L1) ? "file_id"_L1 : object.contains("fileId"_L1) ? "fileId"_L1 : "id"_L1;
    Reader reader(value, u"file"_s);
    const QString id = reader.requiredId(key);
    if (reader.failed())
        return Unexpected{reader.error()};
    if (!pattern.match(id).hasMatch()) {
        Error error = reader.error();
        error.detail = u"file.%1: not an id"_s.arg(key);
        return Unexpected{error};
    }
    return DataFile{FileId(id)};
}

QJsonObject toJson(const StoredFile &file)
{
    QJsonObject out{
        {u"id"_s, file.id.value()}, {u"filename"_s, file.filename}, {u"mime_type"_s, file.mimeType}, {u"size_bytes"_s, file.size}};
    if (file.createdAt.isValid())
        out.insert("created_at"_L1, formatTime(file.createdAt));
    if (file.isInLibrary)
        out.insert("added_to_library"_L1, true);
    return out;
}

Result<Citation> citationFromJson(const QJsonValue &value)
{
    Reader reader(value, u"citation"_s);
    Citation citation;
    citation.fileId = FileId(reader.string("file_id"_L1));
    citation.filename = citation.fileId.isEmpty() ? reader.requiredString("filename"_L1) : reader.string("filename"_L1);
    citation.page = std::max(0, reader.integer("page"_L1, reader.integer("page_number"_L1)));
    citation.quote = reader.value("quote"_L1).isString() ? reader.string("quote"_L1) : reader.string("text"_L1);
    if (reader.value("score"_L1).isDouble())
        citation.score = reader.number("score"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    return citation;
}

QJsonObject toJson(const Citation &citation)
{
    QJsonObject out{{u"file_id"_s, citation.fileId.value()},
                    {u"filename"_s, citation.filename},
                    {u"page"_s, citation.page},
                    {u"quote"_s, citation.quote}};
    if (citation.score)
        out.insert("score"_L1, *citation.score);
    return out;
}

} // namespace desk::wire
