#pragma once

#include "api/network/tlsrules.h"
#include "auth/clock.h"

#include <QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace desk {

// What sign-in needs of the rest of the program. Copied freely; what it points to outlives every copy.
struct AuthServices {
    // A new access manager for requests to a sign-in service, prepared for this network. The default has no cookies, no cache, no
    // redirects and bypasses proxies for loopback only.
    using NetworkFactory = std::function<std::unique_ptr<QNetworkAccessManager>(const QUrl &service)>;
    // Shows an address in the person's own browser, without a shell; false: there is none. Only ever called with https, or http of a
    // loopback address (AUTH-07).
    using BrowserOpener = std::function<bool(const QUrl &url)>;
    // How long things take; tests are less patient.
    struct Patience {
        int answerMs = 15'000;       // one answer of the sign-in service
        int revokeMs = 5'000;        // AUTH-17
        int storeMs = 10'000;        // the secret store, before a session goes on in memory only
        int firstRetryMs = 1'000;    // after a failure; doubled each time
        int longestRetryMs = 60'000; //
        int lostReplyMs = 500;       // before the same refresh token is sent once more (AUTH-15)
        int browserMs = 5 * 60'000;  // a browser sign-in (AUTH-03)
        int pollUnitMs = 1'000;      // a second, in the intervals of a device sign-in
        int wrongCodeWaitMs = 5'000; // after the third wrong code; doubled each time
    };

    NetworkFactory network = {};
    BrowserOpener openBrowser = {};
    std::shared_ptr<const TlsRules> tls = std::make_shared<TlsRules>();
    std::shared_ptr<const Clock> clock = std::make_shared<Clock>();
    Patience patience = {};
};

} // namespace desk
