#include "app/application.h"
#include "app/core.h"
#include "app/coredumps.h"
#include "app/headlessask.h"
#include "app/options.h"
#include "app/platformoptions.h"
#include "app/pluginpaths.h"
#include "app/singleinstance.h"
#include "app/verifyfile.h"
#include "auth/keychainstore.h"
#include "auth/memorystore.h"
#include "domain/log.h"
#include "domain/terminationsignals.h"
#include "gui/mainwindow.h"
#include "i18n.h"
#include "state/settings/settingsini.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>

#include <cstdio>

namespace {

constexpr int endWaitMs = 1500;

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("agentdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESK_VERSION));
}

// Before there is an application object.
QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

// Says in the person's language why there will be no window: 2 for what was asked, 1 for where.
int refuse(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    nameApplication();
    desk::installTranslations(*QCoreApplication::instance(), QLocale());
    const QString usage = desk::usageProblem(QCoreApplication::arguments());
    const QString display = QCoreApplication::translate(
        "desk::Options", "agentdesk: There is no display to show a window on. Start it on a desktop, or ask without a window: agentdesk "
                         "--ask \"your question\"");
    std::fputs(qPrintable((usage.isEmpty() ? display : usage) + u'\n'), stderr);
    return usage.isEmpty() ? 1 : 2;
}

int runHeadless(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    nameApplication();
    desk::installTranslations(app, QLocale());
    const desk::Options options = desk::parseOptions(app.arguments());
    if (options.verify)
        return desk::verifyFile(*options.verify, options.json);
    // The local workspace needs no keychain and must not wait for one; only a team server's token is kept there.
    desk::MemoryStore memory;
    desk::KeychainStore keychain;
    const bool isTeam = !options.profile.isEmpty() && options.profile != desk::Profile::localName();
    desk::SecretStore &secrets = isTeam ? static_cast<desk::SecretStore &>(keychain) : memory;
    desk::Core core(options, secrets);
    desk::HeadlessAsk ask(core, options);
    QObject::connect(&ask, &desk::HeadlessAsk::finished, &app, &QCoreApplication::exit, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&ask, &desk::HeadlessAsk::start, Qt::QueuedConnection);
    const int code = QCoreApplication::exec();
    core.workspace.shutdown(endWaitMs);
    return code;
}

// The same folder from wherever it was named.
QString absolute(const QString &path)
{
    return QFileInfo(path).absoluteFilePath();
}

int showStuck()
{
    const QString text = QCoreApplication::translate("desk::SingleInstance",
                                                     "Agent Desk is already running and does not answer. End it, then start it again.");
    std::fputs(qPrintable(text + u'\n'), stderr); // whoever started it in a terminal
    QMessageBox box(QMessageBox::Warning, QApplication::applicationDisplayName(), text, QMessageBox::Close);
    box.show();
    QApplication::exec(); // until it is closed, the only window
    return 1;
}

int runWindow(int argc, char **argv)
{
    QApplication app(argc, argv);
    nameApplication();
    QApplication::setApplicationDisplayName(QStringLiteral("Agent Desk"));
    QApplication::setDesktopFileName(QStringLiteral("agentdesk"));
    desk::installTranslations(app, QLocale());
    const desk::Options options = desk::parseOptions(app.arguments());
    // By the name of the INI file of before: a program of then may still run while this one is installed, on the same folders.
    desk::SingleInstance instance(desk::SingleInstance::defaultRuntimeDir(),
                                  desk::SettingsIni::fileFor(absolute(options.settingsPath)) + u'\n' + absolute(options.dataDir));
    instance.setQuickAsk(options.quickAsk);
    instance.setFiles(options.files);
    switch (instance.start(options.link)) {
    case desk::SingleInstance::Role::HandedOver:
        return 0;
    case desk::SingleInstance::Role::Stuck:
        return showStuck();
    case desk::SingleInstance::Role::First:
        break;
    }
    if (const QString problem = desk::openLogFiles(options.logDir); !problem.isEmpty())
        qCWarning(desk::logGui) << "there will be no log files:" << problem;
    desk::Application desk(app, options);
    QObject::connect(&instance, &desk::SingleInstance::activated, &desk.window(), &desk::MainWindow::comeForward);
    QObject::connect(&instance, &desk::SingleInstance::linkReceived, &desk, &desk::Application::openLink);
    QObject::connect(&instance, &desk::SingleInstance::filesReceived, &desk.window(), &desk::MainWindow::openFiles);
    const desk::TerminationSignals endings; // as when the window is closed (DATA-07, FI-40)
    QObject::connect(&endings, &desk::TerminationSignals::terminationRequested, &desk.window(), &desk::MainWindow::quit);
    QObject::connect(&instance, &desk::SingleInstance::quickAskRequested, &desk, &desk::Application::quickAsk);
    desk.start();
    if (options.quickAsk)
        desk.quickAsk();
    desk.openLink(options.link);
    if (!options.files.isEmpty())
        desk.window().openFiles(options.files);
    const int code = QApplication::exec();
    desk.shutdown(endWaitMs);
    return code;
}

} // namespace

int main(int argc, char **argv)
{
#ifdef NDEBUG // whoever looks for a fault wants them
    desk::forbidCoreDumps();
#endif
    desk::forgetForeignPlugins();
    desk::installRedactingLog();
    const QStringList arguments = argumentsOf(argc, argv);
    const bool headless = desk::isHeadless(argc, argv);
    if (!desk::usageProblem(arguments).isEmpty() || (!headless && desk::isDisplayMissing(arguments)))
        return refuse(argc, argv);
    return headless ? runHeadless(argc, argv) : runWindow(argc, argv);
}
