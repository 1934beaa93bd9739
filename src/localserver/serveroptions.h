#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringList>

namespace desk::server {

// What the command line asks for. Secrets are never part of it (LOC-02).
struct ServerOptions {
    QString dataFolder;
    QString tokenFile; // empty: the token is the first line on standard input
    QString language;  // empty: the system's
    quint16 port = 0;
    bool parentWatch = false;
    bool showHelp = false;
    bool showVersion = false;
    int heartbeatMs = 15'000; // hidden, for tests
    int drainMs = 600'000;    // hidden, for tests: how long running answers may go on after the parent left
    int approvalMs = 600'000; // hidden, for tests: how long a call of a program of the user's waits for its approval
};

// Fails with Invalid; detail is "usage".
[[nodiscard]] Result<ServerOptions> parseServerOptions(const QStringList &arguments);
// The language they ask for, whatever else is wrong with them; empty: the system's. Parsing says its errors in the installed one.
[[nodiscard]] QString languageIn(const QStringList &arguments);
[[nodiscard]] QString serverHelp();

} // namespace desk::server
