#pragma once

#include "support/faultserver.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace desk::test {

// A sign-in service with a script, on a real socket: the team server's own (contract 2.2, 2.3), or an OIDC one with browser, device and
// refresh grants. What it gives out it remembers, so that a test can ask what is good and make it bad.
class IdentityServer
{
public:
    enum class Kind { Team, Oidc };
    enum class Fault {
        None,
        Refused,     // 500
        Unavailable, // 503
        LostReply,   // it does what it was asked for, but the answer never comes
        HangUp,      // it closes without having read anything into it
        Silence      // it never answers, and does nothing
    };

    explicit IdentityServer(Kind kind);

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] FaultServer &server() { return m_server; }
    [[nodiscard]] int count(const QByteArray &path) const; // requests for it so far, without their query
    [[nodiscard]] QList<Received> requests(const QByteArray &path) const;
    [[nodiscard]] static QHash<QByteArray, QByteArray> formOf(const Received &request);
    // A token of three parts that anybody could have written.
    [[nodiscard]] static QByteArray jwt(const QJsonObject &claims);

    // The next requests to this path, one each.
    void failNext(const QByteArray &path, Fault fault, int times = 1);
    void failAll(Fault fault) { m_everything = fault; } // None: as ever again

    // What is good now.
    [[nodiscard]] bool isGoodAccess(const QByteArray &bearer) const { return m_access.contains(bearer); }
    [[nodiscard]] QByteArray refreshToken() const { return m_refresh; }
    [[nodiscard]] QByteArray sessionToken() const { return m_session; }
    // As to a person who signed in before the test began: in the browser, or by a code from a mail.
    [[nodiscard]] QByteArray grantRefreshToken();
    [[nodiscard]] QByteArray grantSession();
    void expireAccess() { m_access.clear(); }
    void endSession(const QByteArray &code = {}); // renewals are refused from now on, with this code or the usual one
    [[nodiscard]] int accessTokens() const { return m_accessCount; }

    // Script.
    QJsonObject metadata; // what discovery says; change it to lie
    QJsonObject person{{QStringLiteral("sub"), QStringLiteral("u-ana")},
                       {QStringLiteral("email"), QStringLiteral("ana@example.org")},
                       {QStringLiteral("name"), QStringLiteral("Ana")}};
    QStringList roles{QStringLiteral("User")};
    QByteArray mailCode = "123456";                       // of the mail
    QByteArray linkToken = "magic-link-token-0123456789"; // of the mail, works once
    int accessSeconds = 900;                              // -1: not said
    bool opaqueAccess = false;                            // access tokens that say nothing of themselves
    bool givesRefreshTokens = true;
    bool rotates = true;     // another refresh token with each renewal
    bool allowsReuse = true; // of the one before the last renewal: the window of AUTH-15
    QJsonArray people;       // whom a search finds, by any part of their JSON
    QStringList devicePolls; // codes of the refusals before the device grant succeeds
    int deviceInterval = 1;
    QByteArray userCode = "WDJB-MJHT";
    QString verificationUri; // empty: at this server

    // What a browser would do with an authorization address when the person agrees, or with `error` when not: the address it is sent
    // back to. Empty where the service would refuse: no PKCE, unknown client, a redirect elsewhere than to loopback.
    [[nodiscard]] QUrl browse(const QUrl &authorization, const QByteArray &error = {});
    static constexpr const char *clientId = "agent-desk";

private:
    Scripted answer(const Received &request);
    Scripted route(const Received &request, const QByteArray &path);
    Scripted login(const Received &request, const QByteArray &path);
    Scripted token(const QHash<QByteArray, QByteArray> &form);
    Scripted search(const Received &request);
    Scripted exchange(const QHash<QByteArray, QByteArray> &form);
    Scripted authorizationCode(const QHash<QByteArray, QByteArray> &form);
    Scripted deviceCode(const QHash<QByteArray, QByteArray> &form);
    Scripted refresh(const QHash<QByteArray, QByteArray> &form);
    Scripted revoke(const QHash<QByteArray, QByteArray> &form);
    Scripted tokens(bool withRefresh);
    QByteArray newAccess();

    struct Code {
        QByteArray challenge;
        QByteArray redirect;
    };

    Kind m_kind;
    FaultServer m_server;
    QHash<QByteArray, QList<Fault>> m_faults;
    QHash<QByteArray, Code> m_codes;
    QSet<QByteArray> m_access;
    QByteArray m_refresh;
    QByteArray m_refreshBefore;
    QByteArray m_session;
    QByteArray m_endCode;
    QByteArray m_deviceCode;
    Fault m_everything = Fault::None;
    int m_accessCount = 0;
    int m_count = 0;
};

} // namespace desk::test
