#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace desk {

// Puts into words that the server of a running turn says nothing, not even a heartbeat (complaint 34): at once when the stream tells so,
// then again now and then with the time that has passed. Not every second: it is read out to those who cannot see it.
class TurnSilence : public QObject
{
    Q_OBJECT
public:
    static constexpr int againMs = 15'000;

    explicit TurnSilence(QObject *parent = nullptr);

    void begin(int alreadyMs); // how long nothing has come by now
    void end();                // something came, or nobody waits any more
    void setAgain(int ms) { m_again.setInterval(ms); }

Q_SIGNALS:
    void told(const QString &text);

private:
    void tell();

    QTimer m_again;
    QElapsedTimer m_since; // what begin() was told
    int m_alreadyMs = 0;
};

} // namespace desk
