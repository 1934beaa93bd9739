#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace desk {

// How a person proves to a server who they are (inventory AC-01 … AC-04).
enum class SignInWay {
    None,      // the local workspace: its own child hands the token over
    EmailCode, // a code or a link by mail, then token exchange: the team server's way (contract 2)
    Browser,   // authorization code and PKCE in the system's browser (RFC 8252)
    Device,    // a code typed on another device (RFC 8628)
    Token      // pasted
};

// Where a workspace lives, and as whom: our own child process, or one account on a team's agent server.
struct Profile {
    enum class Kind { Local, Team };
    Kind kind = Kind::Local;
    QString name;          // shown, and changeable
    QUrl baseUrl = {};     // Team only: the agent server; any path prefix is kept
    QString id = {};       // stable for life: what secrets and caches are filed under (AUTH-19); "local", or random
    QUrl identityUrl = {}; // the sign-in service, another server than the agents' in general; any path prefix is kept
    // Where a team's files are kept, a third server in general (contract 3.10, data-api); any path prefix is kept. Empty: nobody said, and
    // files go with messages only where the agent server takes them itself.
    QUrl dataUrl = {};
    SignInWay signIn = SignInWay::Token;
    QString clientId = {}; // Browser and Device: as what the program is known there
    QString colour = {};   // "#rrggbb", the mark that tells workspaces apart; empty: none
    // Whether what is done there counts for everybody, as somebody said; nothing: nobody did, see isProduction().
    std::optional<bool> production = {};
    QString certificateFile = {}; // of the person, for servers that ask for one (TLS-04); its password is in the secret store
    QList<QByteArray> pins = {};  // of both servers, only by policy (TLS-03); see TlsRules
    bool isManaged = false;       // by an administrator's policy: it cannot be changed or removed

    // Whether both are one way to one server, whatever they are called.
    [[nodiscard]] bool leadsTo(const Profile &other) const
    {
        return kind == other.kind && baseUrl == other.baseUrl && identityUrl == other.identityUrl && dataUrl == other.dataUrl &&
               signIn == other.signIn && clientId == other.clientId && certificateFile == other.certificateFile;
    }

    static QString localName() { return QStringLiteral("Local workspace"); } // stored name; shown translated
};

} // namespace desk
