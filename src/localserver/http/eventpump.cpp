#include "localserver/http/eventpump.h"

#include <microhttpd.h>

#include <algorithm>
#include <utility>

namespace desk::server {

EventPump::EventPump(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EventPump::run);
}

EventPump::~EventPump() = default;

void EventPump::attach(MHD_Daemon *daemon)
{
    m_daemon = daemon;
    mirror();
}

void EventPump::detach()
{
    m_daemon = nullptr;
    m_timer.stop();
    m_readers.clear();
    m_writers.clear();
    m_idle.clear();
    m_idleCallbacks.clear();
}

void EventPump::poke()
{
    if (m_running)
        m_again = true; // an answer that is being made gave another connection something to say
    else if (m_daemon)
        m_timer.start(0);
}

void EventPump::run()
{
    if (!m_daemon || m_running)
        return;
    m_running = true;
    MHD_run(m_daemon);
    m_running = false;
    mirror();
    if (std::exchange(m_again, false))
        poke();
}

void EventPump::mirror()
{
    if (!m_daemon)
        return;
    fd_set readable;
    fd_set writable;
    fd_set exceptional;
    FD_ZERO(&readable);
    FD_ZERO(&writable);
    FD_ZERO(&exceptional);
    MHD_socket highest = -1;
    MHD_get_fdset(m_daemon, &readable, &writable, &exceptional, &highest);
    sync(m_readers, QSocketNotifier::Read, &readable, highest);
    sync(m_writers, QSocketNotifier::Write, &writable, highest);
    armTimer();
}

void EventPump::sync(Notifiers &notifiers, QSocketNotifier::Type type, const void *set, int highest)
{
    const auto *wanted = static_cast<const fd_set *>(set);
    std::erase_if(notifiers, [wanted](const auto &entry) { return !FD_ISSET(entry.first, wanted); });
    for (int descriptor = 0; descriptor <= highest; ++descriptor) {
        if (!FD_ISSET(descriptor, wanted) || notifiers.contains(descriptor))
            continue;
        auto notifier = std::make_unique<QSocketNotifier>(descriptor, type);
        connect(notifier.get(), &QSocketNotifier::activated, this, [this] { poke(); });
        notifiers.emplace(descriptor, std::move(notifier));
    }
}

void EventPump::armTimer()
{
    MHD_UNSIGNED_LONG_LONG wait = 0;
    if (MHD_get_timeout(m_daemon, &wait) == MHD_YES)
        m_timer.start(static_cast<int>(std::min<MHD_UNSIGNED_LONG_LONG>(wait, 60'000)));
    else
        m_timer.stop();
}

void EventPump::watchIdle(int descriptor, std::function<void()> onReadable)
{
    // The daemon's own notifier of this socket would warn about a second one.
    m_readers.erase(descriptor);
    m_writers.erase(descriptor);
    auto notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(notifier.get(), &QSocketNotifier::activated, this, [this, descriptor] { onIdleReadable(descriptor); });
    m_idle[descriptor] = std::move(notifier);
    m_idleCallbacks.insert(descriptor, std::move(onReadable));
}

void EventPump::unwatchIdle(int descriptor)
{
    m_idleCallbacks.remove(descriptor);
    const auto found = m_idle.find(descriptor);
    if (found == m_idle.end())
        return;
    // It may be the sender of the signal we are in.
    found->second->setEnabled(false);
    found->second.release()->deleteLater();
    m_idle.erase(found);
}

void EventPump::onIdleReadable(int descriptor)
{
    const auto callback = m_idleCallbacks.value(descriptor);
    if (callback)
        callback();
}

} // namespace desk::server
