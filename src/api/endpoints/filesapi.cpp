#include "api/endpoints/filesapi.h"

#include "api/uploadhash.h"
#include "wire/json/filejson.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace desk {

ApiCall<StoredFile> *FilesApi::upload(const QString &path)
{
    const auto hash = std::make_shared<UploadHash>();
    return send<StoredFile>({.verb = "POST",
                             .path = u"/files"_s,
                             .uploadPath = path,
                             .uploadName = QFileInfo(path).fileName(),
                             .uploadHash = hash,
                             .patience = Patience::transfer()},
                            [hash](const QJsonValue &json) {
                                Result<StoredFile> file = wire::fileFromJson(json);
                                if (file)
                                    file->sha256 = hash->sha256();
                                return file;
                            });
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

ApiCall<Answer> *FilesApi::firstBytes(const FileId &id, qint64 most)
{
    return new ApiCall<Answer>(
        m_transport, {.verb = "GET", .path = path(u"/files/%1"_s, id.value()), .firstBytes = most, .patience = Patience::transfer()});
}

ApiCall<void> *FilesApi::remove(const FileId &id)
{
    return Chapter::remove(path(u"/files/%1"_s, id.value()));
}

} // namespace desk
