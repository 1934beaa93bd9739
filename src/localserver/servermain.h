#pragma once

#include "localserver/routes/turnsource.h"

#include <functional>
#include <memory>

class QCoreApplication;
class QLocale;

namespace desk::server {

// What differs between the real program and the one of the tests.
struct ServerProgram {
    std::function<std::unique_ptr<TurnSource>()> makeSource;               // called once, when the application object exists
    std::function<void(QCoreApplication &, const QLocale &)> installTexts; // may be empty
};

// The program around a Server: options, token, start line, signals, end. Returns the exit code:
// 0 ended as asked, 1 other, 2 wrong usage, 3 data folder, 4 damaged or missing database, 5 newer or foreign database, 6 port, 7 token.
int serverMain(int &argc, char **argv, const ServerProgram &program);

} // namespace desk::server
