#include "api/endpoints/filesapi.h"

#include "wire/json/filejson.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<StoredFile> *FilesApi::upload(const QString &path)
{
    return send<StoredFile>({.verb = "POST",
                             .path = u"/files"_s,
                             .uploadPath = path,
                             .uploadName = QFileInfo(path).fileName(),
                             .patience = Patience::transfer()},
                            wire::fileFromJson);
}

ApiCall<StoredFile> *FilesApi::get(const FileId &id)
{
    return Chapter::get<StoredFile>(path(u"/files/%1"_s, id.value()), wire::fileFromJson, Query().number("meta"_L1, 1));
}

ApiCall<void> *FilesApi::download(const FileId &id, const QString &downloadPath)
{
    return new ApiCall<void>(
        m_transport,
        {.verb = "GET", .path = path(u"/files/%1"_s, id.value()), .downloadPath = downloadPath, .patience = Patience::transfer()});
}

ApiCall<void> *FilesApi::remove(const FileId &id)
{
    return Chapter::remove(path(u"/files/%1"_s, id.value()));
}

} // namespace desk
