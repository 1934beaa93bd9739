#pragma once

#include "domain/file.h"
#include "domain/result.h"

#include <QJsonValue>

namespace desk::wire {

// {id, filename, mime_type, size_bytes, created_at}
[[nodiscard]] Result<StoredFile> fileFromJson(const QJsonValue &value);
// The answer to an upload: the id as "file_id", "fileId" or "id". Kind::Protocol where it could not stand in an address as it is.
[[nodiscard]] Result<DataFile> dataFileFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const StoredFile &file);

// {file_id, filename, page, quote}; also reads the team server's document_search results (page_number, text).
[[nodiscard]] Result<Citation> citationFromJson(const QJsonValue &value);
[[nodiscard]] QJsonObject toJson(const Citation &citation);

} // namespace desk::wire
