#include "localserver/servermain.h"

#include "domain/log.h"
#include "domain/terminationsignals.h"
#include "localserver/server.h"
#include "localserver/serverinput.h"
#include "localserver/servertoken.h"
#include "localserver/store/values.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr int graceMs = 2000; // after SIGTERM

struct ExitCode {
    QLatin1StringView word; // Error::detail begins with it
    int code;
};
constexpr std::array<ExitCode, 12> exitCodes{{{"usage"_L1, 2},
                                              {"data_folder"_L1, 3},
                                              {"read_only"_L1, 3},
                                              {"disk_full"_L1, 3},
                                              {"busy"_L1, 3},
                                              {"corrupt"_L1, 4},
                                              {"missing"_L1, 4},
                                              {"schema_newer"_L1, 5},
                                              {"foreign_database"_L1, 5},
                                              {"port"_L1, 6},
                                              {"token"_L1, 7},
                                              {"migration_failed"_L1, 4}}};

void say(const QJsonObject &object)
{
    std::fprintf(stdout, "%s\n", compact(object).constData());
    std::fflush(stdout);
}

// One JSON line for the program that started us, one readable line for people.
int refuse(const Error &error)
{
    const QString word = error.detail.section(u':', 0, 0);
    say({{"error"_L1, QJsonObject{{"code"_L1, word}, {"message"_L1, error.userText()}}}});
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.userText()));
    for (const ExitCode &entry : exitCodes) {
        if (word == entry.word)
            return entry.code;
    }
    return 1;
}

int run(const ServerOptions &options, TurnSource &source)
{
    LineReader input(STDIN_FILENO);
    const Result<QByteArray> token = options.tokenFile.isEmpty() ? tokenFromInput(input) : tokenFromFile(options.tokenFile);
    if (!token)
        return refuse(token.error());
    registerSecret(*token);
    if (::geteuid() == 0)
        qCWarning(logServer) << "running as root; use an ordinary account outside of containers";
    const TerminationSignals termination;
    Server server(options, source);
    if (const Result<> started = server.start(*token); !started)
        return refuse(started.error());
    QObject::connect(&input, &LineReader::line, &server, &Server::takeInputLine);
    if (options.parentWatch)
        QObject::connect(&input, &LineReader::closed, &server, [&server, &options] { server.drain(options.drainMs); });
    QObject::connect(&termination, &TerminationSignals::terminationRequested, &server, [&server] { server.drain(graceMs); });
    QObject::connect(&server, &Server::stopped, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    input.start();
    say({{"port"_L1, server.port()}, {"pid"_L1, static_cast<qint64>(::getpid())}, {"nonce"_L1, server.nonce()}});
    return QCoreApplication::exec();
}

} // namespace

int serverMain(int &argc, char **argv, const ServerProgram &program)
{
    ::umask(S_IRWXG | S_IRWXO); // LOC-14
    installRedactingLog();
    QCoreApplication::setApplicationName(u"agentdesk-localserver"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DESK_VERSION));
    QCoreApplication application(argc, argv);
    const QString language = languageIn(QCoreApplication::arguments());
    if (program.installTexts) // before what is wrong with the options is put in words
        program.installTexts(application, language.isEmpty() ? QLocale::system() : QLocale(language));
    const Result<ServerOptions> options = parseServerOptions(QCoreApplication::arguments());
    if (!options)
        return refuse(options.error());
    if (options->showHelp)
        std::fputs(qUtf8Printable(serverHelp()), stdout);
    else if (options->showVersion)
        std::fprintf(stdout, "%s %s\n", qUtf8Printable(QCoreApplication::applicationName()),
                     qUtf8Printable(QCoreApplication::applicationVersion()));
    else
        return run(*options, *program.makeSource());
    return 0;
}

} // namespace desk::server
