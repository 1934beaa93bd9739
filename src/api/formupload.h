#pragma once

#include <QByteArray>
#include <QFile>
#include <QIODevice>
#include <QString>

#include <memory>

namespace desk {

class UploadHash;

// multipart/form-data with one file, as a request body that cannot be rewound: QHttpMultiPart can be, and then Qt sends an upload twice by
// itself when the connection breaks (M-2, M-3; HTTP-07). Reads the file while it is sent.
class FormUpload : public QIODevice
{
    Q_OBJECT
public:
    // hash: gets the bytes of the file as they are read, for SHA-256 over what really went out; null: nobody asks.
    FormUpload(const QString &path, const QString &nameForServer, std::shared_ptr<UploadHash> hash = {}, QObject *parent = nullptr);

    [[nodiscard]] bool start(); // false: the file cannot be read, see fileError()
    [[nodiscard]] QString fileError() const { return m_file.errorString(); }
    [[nodiscard]] qint64 length() const { return m_head.size() + m_fileSize + m_tail.size(); }
    [[nodiscard]] QByteArray contentType() const { return "multipart/form-data; boundary=" + m_boundary; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return length() - m_position + QIODevice::bytesAvailable(); }
    bool reset() override { return false; } // QIODevice's own would warn

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QFile m_file;
    std::shared_ptr<UploadHash> m_hash;
    QByteArray m_boundary;
    QByteArray m_head;
    QByteArray m_tail;
    qint64 m_fileSize = 0;
    qint64 m_position = 0;
};

} // namespace desk
