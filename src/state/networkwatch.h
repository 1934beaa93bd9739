#pragma once

#include <QNetworkInformation>
#include <QObject>
#include <QTimer>

namespace desk {

// Notices that there may be a way to the server again (D-03): the desktop says that more can be reached than before, or that the network is
// another one. What it says is only a reason to try earlier: that it calls the computer offline stops nothing, for it knows nothing of
// private networks and of servers on this computer. Where the desktop says nothing, nothing happens. GUI thread.
class NetworkWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr int usualSettleMs = 500; // a network that comes up is told in several steps

    struct Reading {
        QNetworkInformation::Reachability reach = QNetworkInformation::Reachability::Unknown;
        QNetworkInformation::TransportMedium medium = QNetworkInformation::TransportMedium::Unknown;
    };

    explicit NetworkWatch(int settleMs = usualSettleMs, QObject *parent = nullptr);

    void listen();                  // to the desktop, once for the program
    void take(const Reading &next); // what the desktop says now

    [[nodiscard]] static bool isWorthATry(const Reading &before, const Reading &now);

Q_SIGNALS:
    void changed(); // whoever waits for the server should try at once

private:
    void read();

    QTimer m_settle;
    Reading m_known; // the last of each that was not Unknown
};

} // namespace desk
