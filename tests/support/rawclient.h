#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace desk::test {

// A TCP client below Qt's: it shows how a connection ended, which QTcpSocket does not tell. POSIX only.
class RawClient : public QObject
{
    Q_OBJECT
public:
    enum class Ending { Open, Fin, Reset, Other };
    struct Arrival {
        qint64 ms = 0; // monotonicMs()
        qsizetype size = 0;
    };

    // Connected to 127.0.0.1 when it returns.
    explicit RawClient(quint16 port);
    ~RawClient() override;
    Q_DISABLE_COPY_MOVE(RawClient)

    void send(const QByteArray &bytes); // as fast as the other side takes it
    void shutdown();                    // FIN of our side
    void setReading(bool on) { m_readable->setEnabled(on); }
    void setKeeping(bool on) { m_keeping = on; } // false: bytes are counted and thrown away

    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] qint64 receivedBytes() const { return m_receivedBytes; }
    [[nodiscard]] const QList<Arrival> &arrivals() const { return m_arrivals; }
    [[nodiscard]] qsizetype unsentBytes() const { return m_unsent.size(); }
    [[nodiscard]] Ending ending() const { return m_ending; }

private:
    void read();
    void write();

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    QByteArray m_unsent;
    QByteArray m_received;
    QList<Arrival> m_arrivals;
    qint64 m_receivedBytes = 0;
    Ending m_ending = Ending::Open;
    bool m_keeping = true;
};

} // namespace desk::test
