#include "localserver/routes/problems.h"
#include "localserver/routes/router.h"
#include "localserver/routes/services.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/json/filejson.h"

#include <QFile>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

Response noFile()
{
    return notFound(LocalServer::tr("There is no such file."));
}

// A name to show: the last part of what may be a path, without control, format and reserved characters.
QString displayName(const QString &sent)
{
    constexpr qsizetype most = 200;
    const QString last = sent.section(u'/', -1).section(u'\\', -1);
    QString out;
    for (const QChar c : last) {
        const bool invisible =
            c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.category() == QChar::Other_Surrogate;
        if (c.isSurrogate() || !invisible)
            out += c;
    }
    out = out.simplified();
    while (out.startsWith(u'.'))
        out.remove(0, 1);
    return out.isEmpty() ? LocalServer::tr("file") : out.right(most);
}

// What the client says is only used where the name and the first bytes tell nothing.
QString mimeTypeOf(const Upload &upload, const QString &name)
{
    const QMimeDatabase types;
    const QMimeType byName = types.mimeTypeForFile(name, QMimeDatabase::MatchExtension);
    if (!byName.isDefault())
        return byName.name();
    const QMimeType byContent = types.mimeTypeForFile(upload.path, QMimeDatabase::MatchContent);
    return byContent.name();
}

Response tooLarge()
{
    return Response::problem(413, LocalServer::tr("The file is larger than 100 MB. Attach a smaller file, or only the part you need."),
                             "too_large"_L1);
}

Response storeUpload(const Services &services, const Upload &upload)
{
    StoredFile file;
    file.id = FileId(newId());
    file.filename = displayName(upload.filename);
    file.mimeType = mimeTypeOf(upload, file.filename);
    file.size = upload.size;
    file.createdAt = now();
    if (!QFile::rename(upload.path, services.store.folder().file(file.id.value())))
        return Response::problem(
            507, LocalServer::tr("The file could not be stored in the data folder. Check its access rights and free space."), "storage"_L1);
    services.store.files.insert(file, upload.sha256);
    return Response::json(wire::toJson(file), 201);
}

Response postFile(const Services &services, const Request &request)
{
    if (!request.upload)
        return Response::problem(415, LocalServer::tr("A file is sent as multipart/form-data."));
    const Upload &upload = *request.upload;
    if (upload.tooLarge)
        return tooLarge();
    if (upload.writeFailed)
        return Response::problem(
            507, LocalServer::tr("The file could not be stored in the data folder. Check its access rights and free space."), "storage"_L1);
    if (upload.size == 0)
        return Response::problem(422,
                                 LocalServer::tr("The file \"%1\" is empty. Choose a file with content.").arg(displayName(upload.filename)),
                                 "empty_file"_L1);
    return storeUpload(services, upload);
}

Response getFile(const Services &services, const Request &request)
{
    const auto file = services.store.files.find(FileId(request.param("id"_L1)));
    if (!file)
        return noFile();
    if (request.argument("meta"_L1) == "1"_L1 || request.header("accept").startsWith("application/json"))
        return Response::json(wire::toJson(*file));
    const QString path = services.store.folder().file(file->id.value());
    if (!QFile::exists(path))
        return Response::problem(410, LocalServer::tr("The bytes of this file are gone from the data folder."), "file_gone"_L1);
    Response response;
    response.type = "application/octet-stream"; // never shown as what it claims to be
    response.file = path;
    return response;
}

Response deleteFile(const Services &services, const Request &request)
{
    const FileId id(request.param("id"_L1));
    if (!services.store.files.remove(id))
        return noFile();
    QFile::remove(services.store.folder().file(id.value()));
    return Response::noContent();
}

// The team server's object for the same thing (contract 3.10).
Response chatAttachment(const Services &services, const Request &request)
{
    const auto file = services.store.files.find(FileId(request.param("id"_L1)));
    if (!file)
        return noFile();
    QJsonObject json = wire::toJson(*file);
    json.insert("file_url"_L1, QString(u"/files/"_s + file->id.value()));
    json.insert("added_to_library"_L1, false);
    return Response::json(json);
}

} // namespace

void addFileRoutes(Router &router, Services &services)
{
    router.add("POST", "/files"_L1, [&services](const Request &request) { return postFile(services, request); });
    router.add("GET", "/files/{id}"_L1, [&services](const Request &request) { return getFile(services, request); });
    router.add("DELETE", "/files/{id}"_L1, [&services](const Request &request) { return deleteFile(services, request); });
    router.add("GET", "/chat-attachments/{id}"_L1, [&services](const Request &request) { return chatAttachment(services, request); });
}

} // namespace desk::server
