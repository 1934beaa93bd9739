#pragma once

#include <QHash>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

struct MHD_Daemon;

namespace desk::server {

// Runs libmicrohttpd inside Qt's event loop: its sockets become socket notifiers, its timeout a timer, so that every
// callback comes in the main thread and nothing needs a lock.
class EventPump : public QObject
{
    Q_OBJECT
public:
    explicit EventPump(QObject *parent = nullptr);
    ~EventPump() override;

    void attach(MHD_Daemon *daemon); // not owned
    void detach();
    // Lets the daemon work soon: after a connection was resumed.
    void poke();

    // While a connection is suspended libmicrohttpd does not look at its socket: call back when it becomes readable,
    // which for a waiting event stream means that the client has gone.
    void watchIdle(int descriptor, std::function<void()> onReadable);
    void unwatchIdle(int descriptor);

private:
    using Notifiers = std::map<int, std::unique_ptr<QSocketNotifier>>;

    void run();
    void mirror();
    void sync(Notifiers &notifiers, QSocketNotifier::Type type, const void *set, int highest);
    void armTimer();
    void onIdleReadable(int descriptor);

    MHD_Daemon *m_daemon = nullptr;
    bool m_running = false;
    bool m_again = false; // poked meanwhile
    Notifiers m_readers;
    Notifiers m_writers;
    Notifiers m_idle;
    QHash<int, std::function<void()>> m_idleCallbacks;
    QTimer m_timer;
};

} // namespace desk::server
