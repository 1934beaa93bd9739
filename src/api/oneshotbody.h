#pragma once

#include <QByteArray>
#include <QIODevice>

namespace desk {

// A request body that cannot be rewound, so that QNetworkAccessManager cannot send a POST twice by itself when the server closes the
// connection before answering (measured: M-2, M-3; HTTP-07).
class OneShotBody : public QIODevice
{
    Q_OBJECT
public:
    explicit OneShotBody(QByteArray body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; } // QIODevice's own would warn

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_position = 0;
};

} // namespace desk
