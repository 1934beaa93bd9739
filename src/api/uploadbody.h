#pragma once

#include <QByteArray>
#include <QFile>
#include <QIODevice>
#include <QString>

namespace desk {

// A file as the one part of a multipart/form-data body (RFC 7578), named "file". Like OneShotBody it cannot be rewound, so that a broken
// connection does not make Qt upload it a second time (M-2; HTTP-07).
class UploadBody : public QIODevice
{
    Q_OBJECT
public:
    // `name`: for the server, not a path; what would break the header is replaced.
    UploadBody(const QString &path, const QString &name, QObject *parent = nullptr);

    // False: errorString() says why the file cannot be read.
    [[nodiscard]] bool start();
    [[nodiscard]] QByteArray contentType() const;
    [[nodiscard]] qint64 contentLength() const;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QFile m_file;
    QByteArray m_boundary;
    QByteArray m_head;
    QByteArray m_tail;
    qint64 m_fileSize = 0;
    qint64 m_position = 0; // in head, file and tail together
};

} // namespace desk
