#pragma once

#include "api/answer.h"
#include "api/network/tlsrules.h"
#include "api/policy/policy.h"
#include "api/requestspec.h"
#include "domain/result.h"

#include <QHash>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QPair>
#include <QPointer>
#include <QUrl>

#include <memory>
#include <utility>

namespace desk {

class Fetch;
class StreamHub;
class TokenGate;
class TokenSource;

// Everything below the calls and streams of one client: the server's address, the connections, and what is known of the server. Every
// request is decorated here and nowhere else. Qt opens six HTTP/1.1 connections per host and manager, so open streams would starve
// everything else: they have connections of their own (hub()). Lives in the GUI thread.
class Transport : public QObject
{
    Q_OBJECT
public:
    explicit Transport(TokenSource &tokens, QObject *parent = nullptr);
    ~Transport() override;

    // Any path prefix is kept (contract 1.1); loopback hosts bypass every proxy (HTTP-25). What is under way ends as Cancelled, so that
    // nothing meant for one server reaches another (AUTH-19).
    void setBaseUrl(const QUrl &url);
    [[nodiscard]] const QUrl &baseUrl() const { return m_base; }
    void setLanguage(const QString &language) { m_language = language; } // Accept-Language
    // Which certificates are shown and wanted; none beyond the system's until this was called. Counts for connections to come.
    void setTlsRules(std::shared_ptr<const TlsRules> rules) { m_tls = std::move(rules); }
    [[nodiscard]] const std::shared_ptr<const TlsRules> &tlsRules() const { return m_tls; }
    void abortAll();
    void reconnectNow();             // after a sleep: no connection of before is trusted, and whoever waits tries at once (HTTP-35)
    void forgetSession();            // another account, or signed out: nothing under way, nothing kept of the old one
    void noteWrite() { ++m_writes; } // a stream that changes something begins or ends

    // The exchange for `spec`: a new one, or, for a GET that is already under way, that one (HTTP-28). A write in between makes the
    // next GET a new one, because the older answer may not have seen it.
    [[nodiscard]] Fetch &fetch(RequestSpec spec);

    // Bearer, User-Agent, X-Request-Id, X-Attempt, no redirects (HTTP-20), no NTLM (HTTP-22), no cookies (HTTP-23), no HTTP/2 (HTTP-34).
    [[nodiscard]] QNetworkRequest request(const RequestSpec &spec, const QByteArray &requestId, int attempt) const;
    [[nodiscard]] QList<QPair<QByteArray, QByteArray>> headers(const RequestSpec &spec, const QByteArray &requestId, int attempt) const;
    [[nodiscard]] QUrl url(const QString &path, const QUrlQuery &query = {}) const;
    [[nodiscard]] bool isOwn(const QUrl &target) const; // same scheme, host and port, below the base path
    [[nodiscard]] bool bypassesProxy() const;
    [[nodiscard]] const QString &language() const { return m_language; }

    [[nodiscard]] QNetworkAccessManager &rest() { return *m_rest; }
    [[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeManager() const;
    [[nodiscard]] bool hasFreeConnection() const;
    // Requests to come get connections of their own. Qt keeps one that does not come about, or whose answer has a header without end,
    // and lets later requests wait behind it; what is under way on the others ends there.
    void giveUpConnections(const QNetworkAccessManager *stuck);
    [[nodiscard]] StreamHub &hub() { return *m_hub; }
    [[nodiscard]] TokenSource &tokens() { return m_tokens; }
    [[nodiscard]] TokenGate &gate() { return *m_gate; }
    [[nodiscard]] Policy &policy() { return m_policy; }

    // For Fetch and LiveStream: what was lost on the way, also where the next attempt mends it. A server that was away for a second may
    // come back as another version (FI-34).
    void noteFailure(const Error &error);
    void noteStreamLost(const Error &error);

    static constexpr int connectionsPerHost = 6; // QHttpNetworkConnection's default

Q_SIGNALS:
    void baseUrlChanged();
    void unauthorized();                               // a call ended so, after whatever could be tried: before its caller hears of it
    void serverBack();                                 // it answered again after it had been out of reach: perhaps as another version
    void clockChecked(qint64 skewMs, bool suspicious); // after each answer that told the time (HTTP-31)

private:
    void noteOutcome(const Result<Answer> &outcome);
    [[nodiscard]] QByteArray shareKey(const RequestSpec &spec) const;

    TokenSource &m_tokens;
    QUrl m_base;
    QString m_language;
    std::shared_ptr<const TlsRules> m_tls = std::make_shared<TlsRules>();
    Policy m_policy;
    std::unique_ptr<QNetworkAccessManager> m_rest;
    std::unique_ptr<TokenGate> m_gate;
    std::unique_ptr<StreamHub> m_hub;
    QHash<QByteArray, QPointer<Fetch>> m_shared;
    QList<Fetch *> m_underWay;
    bool m_outOfReach = false;
    bool m_streamLost = false;
    quint64 m_writes = 0; // begun or ended so far
};

} // namespace desk
