#pragma once

#include <QByteArray>
#include <QIODevice>

namespace desk::server {

// A request body that can be read once. Qt sends a rewindable body again by itself when the server closes the connection before it answers
// (requirements M-2, M-3); a second POST to a language model would be paid twice.
class OneWayBody : public QIODevice
{
    Q_OBJECT
public:
    explicit OneWayBody(QByteArray data, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_data;
    qint64 m_at = 0;
};

} // namespace desk::server
