#include "state/networkwatch.h"

#include "domain/log.h"

namespace desk {

using Reach = QNetworkInformation::Reachability;
using Medium = QNetworkInformation::TransportMedium;

NetworkWatch::NetworkWatch(int settleMs, QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        qCInfo(logState) << "the network changed";
        Q_EMIT changed();
    });
}

void NetworkWatch::listen()
{
    if (!QNetworkInformation::loadDefaultBackend() &&
        !QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const QNetworkInformation *desktop = QNetworkInformation::instance();
    if (!desktop)
        return;
    connect(desktop, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::read);
    connect(desktop, &QNetworkInformation::transportMediumChanged, this, &NetworkWatch::read);
    read();
}

void NetworkWatch::read()
{
    if (const QNetworkInformation *desktop = QNetworkInformation::instance())
        take({desktop->reachability(), desktop->transportMedium()});
}

void NetworkWatch::take(const Reading &next)
{
    if (isWorthATry(m_known, next))
        m_settle.start();
    if (next.reach != Reach::Unknown)
        m_known.reach = next.reach;
    if (next.medium != Medium::Unknown)
        m_known.medium = next.medium;
}

// What was not known before is no change: the first reading comes when nothing waits yet.
bool NetworkWatch::isWorthATry(const Reading &before, const Reading &now)
{
    const bool reachesMore = before.reach != Reach::Unknown && now.reach > before.reach;
    const bool isOther = before.medium != Medium::Unknown && now.medium != Medium::Unknown && before.medium != now.medium;
    return reachesMore || isOther;
}

} // namespace desk
