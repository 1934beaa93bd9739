#include "localserver/http/uploadreader.h"

#include <cstring>
#include <microhttpd.h>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {
constexpr size_t processorBytes = 16 * 1024;
}

UploadReader::UploadReader(MHD_Connection *connection, const QString &path)
    : m_file(path)
{
    const auto iterator = [](void *self, MHD_ValueKind, const char *key, const char *filename, const char *type, const char *,
                             const char *data, uint64_t offset, size_t size) -> MHD_Result {
        return static_cast<UploadReader *>(self)->take(key, filename, type, data, offset, size) ? MHD_YES : MHD_NO;
    };
    m_processor = MHD_create_post_processor(connection, processorBytes, iterator, this);
    m_upload.path = path;
}

UploadReader::~UploadReader()
{
    if (m_processor)
        MHD_destroy_post_processor(m_processor);
}

void UploadReader::feed(const char *data, size_t size)
{
    if (m_processor && !m_broken)
        m_broken = MHD_post_process(m_processor, data, size) != MHD_YES;
}

std::optional<Upload> UploadReader::finish()
{
    if (!m_processor)
        return std::nullopt;
    const bool complete = MHD_destroy_post_processor(m_processor) == MHD_YES && !m_broken;
    m_processor = nullptr;
    if (m_file.isOpen() && !m_file.flush())
        m_upload.writeFailed = true;
    m_file.close();
    if (!complete || !m_seen || m_upload.tooLarge || m_upload.writeFailed)
        m_file.remove();
    if (!m_seen || (!complete && !m_upload.tooLarge && !m_upload.writeFailed))
        return std::nullopt;
    m_upload.sha256 = m_hash.result().toHex();
    return m_upload;
}

int UploadReader::take(const char *key, const char *filename, const char *type, const char *data, uint64_t offset, size_t size)
{
    if (!key || std::strcmp(key, "file") != 0)
        return 1;
    if (!m_seen) {
        m_seen = true;
        m_upload.filename = QString::fromUtf8(filename ? filename : "");
        m_upload.mimeType = QString::fromLatin1(type ? type : "");
        m_upload.writeFailed = !m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    } else if (offset == 0) {
        return 0; // a second file in the same request
    }
    write(data, size);
    return 1;
}

void UploadReader::write(const char *data, size_t size)
{
    m_upload.size += static_cast<qint64>(size);
    if (m_upload.size > maxBytes)
        m_upload.tooLarge = true;
    if (m_upload.tooLarge || m_upload.writeFailed)
        return;
    m_hash.addData(QByteArrayView(data, static_cast<qsizetype>(size)));
    m_upload.writeFailed = m_file.write(data, static_cast<qint64>(size)) != static_cast<qint64>(size);
}

} // namespace desk::server
