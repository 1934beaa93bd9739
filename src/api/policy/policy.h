#pragma once

#include "api/policy/etagcache.h"
#include "api/policy/retrybudget.h"
#include "api/policy/serverclock.h"
#include "api/policy/serverpause.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

namespace desk {

// What one client knows about the server it talks to, shared by all its requests. GUI thread.
struct Policy {
    RetryBudget budget;
    ServerClock clock;
    ServerPause pause;
    EtagCache cache;
    bool serverRemembersKeys = false; // capability "idempotency"
    QElapsedTimer monotonic;
    QRandomGenerator dice{QRandomGenerator::securelySeeded()};

    Policy() { monotonic.start(); }
    // Another server, another account, or signed out: nothing of the old one is kept (AUTH-19).
    void forget()
    {
        clock.forget();
        pause.forget();
        cache.clear();
        serverRemembersKeys = false;
    }
};

} // namespace desk
