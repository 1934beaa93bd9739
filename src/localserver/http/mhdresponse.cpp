#include "localserver/http/mhdresponse.h"

#include "localserver/http/eventchannel.h"

#include <QFile>

#include <fcntl.h>
#include <microhttpd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace desk::server {

namespace {

constexpr size_t streamBlock = 16 * 1024;

MHD_Response *fileResponse(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return nullptr;
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return nullptr;
    }
    return MHD_create_response_from_fd64(static_cast<uint64_t>(status.st_size), descriptor); // owns the descriptor
}

} // namespace

MHD_Response *mhdBody(const Response &response)
{
    if (!response.file.isEmpty())
        return fileResponse(response.file);
    return MHD_create_response_from_buffer(static_cast<size_t>(response.body.size()), const_cast<char *>(response.body.constData()),
                                           MHD_RESPMEM_MUST_COPY);
}

MHD_Response *mhdStream(EventChannel *channel)
{
    const auto read = [](void *self, uint64_t, char *buffer, size_t room) -> ssize_t {
        return static_cast<EventChannel *>(self)->read(buffer, room);
    };
    const auto release = [](void *self) { delete static_cast<EventChannel *>(self); };
    MHD_Response *raw = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, streamBlock, read, channel, release);
    if (!raw)
        delete channel;
    return raw;
}

void addHeaders(MHD_Response *raw, const Response &response, const QByteArray &requestId)
{
    const auto add = [raw](const char *name, const QByteArray &value) { MHD_add_response_header(raw, name, value.constData()); };
    if (!response.type.isEmpty())
        add("Content-Type", response.type);
    add("X-Content-Type-Options", "nosniff");
    const bool hasTag =
        std::any_of(response.headers.cbegin(), response.headers.cend(), [](const auto &header) { return header.first == "ETag"; });
    // A tag is of use only to a client that keeps the answer; ours keeps it in memory until sign-out (HTTP-27, LOC-07).
    add("Cache-Control", hasTag ? "private, no-cache" : "no-store");
    add("X-Request-Id", requestId);
    for (const auto &[name, value] : response.headers)
        add(name.constData(), value);
}

} // namespace desk::server
