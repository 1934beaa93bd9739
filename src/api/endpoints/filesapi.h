#pragma once

#include "api/endpoints/chapter.h"
#include "domain/file.h"

namespace desk {

// Attachments of the local server (feature files).
class FilesApi : public Chapter
{
public:
    using Chapter::Chapter;

    ApiCall<StoredFile> *upload(const QString &path); // up to 100 MB; see uploadProgress
    ApiCall<StoredFile> *get(const FileId &id);       // what it is
    // The bytes, into downloadPath. They are what a person attached: nothing opens them unasked.
    ApiCall<void> *download(const FileId &id, const QString &downloadPath);
    // The beginning of the bytes, into memory: at most so many, and no more is waited for.
    ApiCall<Answer> *firstBytes(const FileId &id, qint64 most);
    ApiCall<void> *remove(const FileId &id);
};

} // namespace desk
