#include "state/doctor/connectiondoctor.h"

#include "domain/log.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk {

ConnectionDoctor::ConnectionDoctor(NetworkSetup &network, const Patience &patience, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_patience(patience)
{
}

ConnectionDoctor::~ConnectionDoctor() = default;

void ConnectionDoctor::examine(const Profile &profile)
{
    cancel();
    m_profile = profile;
    m_proxy.clear();
    m_date.clear();
    m_findings = {{Hop::Address, Verdict::Waiting, tr("Address"), {}, {}},
                  {Hop::Proxy, Verdict::Waiting, tr("Proxy"), {}, {}},
                  {Hop::Name, Verdict::Waiting, tr("Name of the server"), {}, {}},
                  {Hop::Connection, Verdict::Waiting, tr("Connection"), {}, {}},
                  {Hop::Certificate, Verdict::Waiting, tr("Certificate"), {}, {}},
                  {Hop::Server, Verdict::Waiting, tr("Agent server"), {}, {}},
                  {Hop::Clock, Verdict::Waiting, tr("Clock"), {}, {}},
                  {Hop::SignIn, Verdict::Waiting, tr("Sign-in service"), {}, {}},
                  {Hop::Streaming, Verdict::Waiting, tr("Answers as they are written"), {}, {}}};
    m_current = -1;
    m_round = std::make_unique<QObject>();
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    next();
}

void ConnectionDoctor::cancel()
{
    if (!m_round)
        return;
    for (Finding &finding : m_findings) {
        if (finding.verdict == Verdict::Running || finding.verdict == Verdict::Waiting)
            finding.verdict = Verdict::Skipped;
    }
    end();
}

void ConnectionDoctor::end()
{
    m_current = -1;                   // whatever still comes is not looked at
    m_round.release()->deleteLater(); // this may be in a slot of one of its sockets
    if (m_manager)
        m_manager.release()->deleteLater();
    if (m_probe)
        m_probe.release()->deleteLater();
    Q_EMIT finished();
}

void ConnectionDoctor::next()
{
    if (++m_current >= m_findings.size())
        return end();
    m_findings[m_current].verdict = Verdict::Running;
    Q_EMIT findingChanged(m_current);
    switch (m_findings.at(m_current).hop) {
    case Hop::Address:
        return checkAddress();
    case Hop::Proxy:
        return checkProxy();
    case Hop::Name:
        return checkName();
    case Hop::Connection:
        return checkConnection();
    case Hop::Certificate:
        return conclude(Verdict::Skipped, tr("The connection is not encrypted, and does not leave this computer."));
    case Hop::Server:
        return checkServer(Hop::Server, m_profile.baseUrl);
    case Hop::Clock:
        return judgeClock(m_date);
    case Hop::SignIn:
        if (m_profile.identityUrl.isEmpty())
            return conclude(Verdict::Skipped, tr("This profile signs in without one."));
        return checkServer(Hop::SignIn, m_profile.identityUrl);
    case Hop::Streaming:
        return checkStreaming();
    }
}

void ConnectionDoctor::conclude(Verdict verdict, const QString &text, const QString &advice)
{
    Finding &finding = m_findings[m_current];
    if (finding.verdict != Verdict::Running)
        return; // an answer comes in several parts
    finding.verdict = verdict;
    finding.text = text;
    finding.advice = advice;
    Q_EMIT findingChanged(m_current);
    if (!m_round)
        return; // somebody has cancelled
    const bool goesOn = verdict != Verdict::Bad || finding.hop >= Hop::Clock;
    if (!goesOn) { // what lies behind cannot be told apart from this
        for (int i = m_current + 1; i < m_findings.size(); ++i) {
            m_findings[i].verdict = Verdict::Skipped;
            Q_EMIT findingChanged(i);
        }
        return end();
    }
    QTimer::singleShot(0, m_round.get(), [this] { next(); });
}

QString ConnectionDoctor::report() const
{
    static const QHash<Verdict, QString> words{{Verdict::Waiting, u"waiting"_s}, {Verdict::Running, u"running"_s},
                                               {Verdict::Good, u"good"_s},       {Verdict::Doubtful, u"doubtful"_s},
                                               {Verdict::Bad, u"bad"_s},         {Verdict::Skipped, u"skipped"_s}};
    QStringList lines;
    for (const Finding &finding : m_findings) {
        lines.append(u"[%1] %2: %3"_s.arg(words.value(finding.verdict), finding.title, finding.text));
        if (!finding.advice.isEmpty())
            lines.append(u"    -> "_s + finding.advice);
    }
    return redact(lines.join(u'\n'));
}

} // namespace desk
