#pragma once

#include "localserver/http/request.h"

#include <QCryptographicHash>
#include <QFile>

#include <cstdint>

struct MHD_Connection;
struct MHD_PostProcessor;

namespace desk::server {

// Writes the multipart field `file` of a request to disk while it arrives; never holds more than one piece in memory.
// Other fields are skipped. The library does the multipart parsing.
class UploadReader
{
public:
    static constexpr qint64 maxBytes = 100 * 1024 * 1024;

    // path: where the bytes go; created on the first byte of the field.
    UploadReader(MHD_Connection *connection, const QString &path);
    ~UploadReader();
    Q_DISABLE_COPY_MOVE(UploadReader)

    [[nodiscard]] bool isUsable() const { return m_processor != nullptr; } // false: no multipart body
    void feed(const char *data, size_t size);
    // Once, after the last byte. Nothing: the body was no well-formed multipart with a field `file`.
    [[nodiscard]] std::optional<Upload> finish();

private:
    int take(const char *key, const char *filename, const char *type, const char *data, uint64_t offset, size_t size);
    void write(const char *data, size_t size);

    MHD_PostProcessor *m_processor = nullptr;
    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    Upload m_upload;
    bool m_seen = false;
    bool m_broken = false;
};

} // namespace desk::server
