#include "app/options.h"

#include "app/filehandover.h"
#include "app/platformoptions.h"
#include "domain/desklink.h"
#include "domain/log.h"
#include "gui/text/textlimiter.h"
#include "state/profiles/adminpolicy.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <cstring>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The context of the texts below, where the tool that collects texts sees it.
class OptionsText
{
    Q_DECLARE_TR_FUNCTIONS(desk::Options)
};

QString defaultServerProgram()
{
#ifdef Q_OS_WIN
    const QString name = u"agentdesk-localserver.exe"_s;
#else
    const QString name = u"agentdesk-localserver"_s;
#endif
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

// What can be said on the command line.
struct CommandLine {
    QCommandLineOption ask{u"ask"_s, OptionsText::tr("Ask a question without a window; the answer is streamed to standard output."),
                           OptionsText::tr("question")};
    QCommandLineOption agent{u"agent"_s, OptionsText::tr("The agent to ask; without it the server chooses."), OptionsText::tr("name")};
    QCommandLineOption attach{u"attach"_s, OptionsText::tr("Attach a file to the question; may be given several times."),
                              OptionsText::tr("file")};
    QCommandLineOption profile{u"profile"_s, OptionsText::tr("The workspace to use, by its name in the settings."),
                               OptionsText::tr("name")};
    QCommandLineOption verify{u"verify"_s,
                              OptionsText::tr("Check whether a file of evidence was changed since it was written. Ends with 0 when "
                                              "not, 1 when it was, 2 when it cannot be read."),
                              OptionsText::tr("file")};
    QCommandLineOption json{u"json"_s, OptionsText::tr("With --ask and --verify: one JSON object per line on standard output.")};
    QCommandLineOption data{u"data"_s, OptionsText::tr("Folder of the local workspace's data."), OptionsText::tr("folder")};
    QCommandLineOption settings{u"settings"_s, OptionsText::tr("The settings file."), OptionsText::tr("file")};
    QCommandLineOption modelUrl{u"model-url"_s,
                                OptionsText::tr("An OpenAI-compatible endpoint for this start only, e.g. http://127.0.0.1:11434/v1"),
                                OptionsText::tr("url")};
    QCommandLineOption model{u"model"_s, OptionsText::tr("The language model at --model-url."), OptionsText::tr("name")};
    QCommandLineOption quickAsk{u"quick-ask"_s,
                                OptionsText::tr("Show the small window for one question, also of a program that runs already.")};
    QCommandLineOption server{u"server-program"_s, QString(), u"file"_s};
    QCommandLineParser parser;

    CommandLine()
    {
        parser.setApplicationDescription(OptionsText::tr("Agent Desk: talk to agents about your files and keep the answers."));
        parser.addHelpOption();
        parser.addVersionOption();
        server.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOptions({ask, verify, agent, attach, profile, json, data, settings, modelUrl, model, quickAsk, server});
        parser.addPositionalArgument(
            u"link"_s, OptionsText::tr("Where to go: agentdesk://conversation, run, agent or workflow, and an id."), u"[agentdesk://…]"_s);
        parser.addPositionalArgument(u"files"_s, OptionsText::tr("Files to attach to a new message."), u"[files…]"_s);
    }
};

} // namespace

bool isHeadless(int argc, char **argv)
{
    for (int i = 1; i < argc && std::strcmp(argv[i], "--") != 0; ++i) { // what follows "--" is no option (IPC-03)
        for (const char *option : {"--ask", "--verify", "--help", "-h", "--help-all", "--version", "-v"}) {
            const size_t length = std::strlen(option);
            if (std::strncmp(argv[i], option, length) == 0 && (argv[i][length] == '\0' || argv[i][length] == '='))
                return true;
        }
    }
    return false;
}

QString usageProblem(const QStringList &arguments)
{
    CommandLine line;
    if (line.parser.parse(withoutPlatformOptions(arguments)))
        return {};
    //: %1: what Qt says about the command line, a sentence such as "Unknown option 'x'."
    return OptionsText::tr("agentdesk: %1 \"agentdesk --help\" lists what there is.").arg(displayLine(line.parser.errorText(), 400));
}

Options parseOptions(const QStringList &arguments)
{
    CommandLine line;
    QCommandLineParser &parser = line.parser;
    parser.process(withoutPlatformOptions(arguments));

    Options options;
    if (const QStringList links = parser.positionalArguments(); !links.isEmpty()) {
        const std::optional<DeskLink> link = links.size() == 1 ? DeskLink::parse(links.constFirst()) : std::nullopt;
        if (link)
            options.link = link->toString();
        else
            options.files = FileHandover::filesOf(links);
        if (!link && options.files.isEmpty())
            qCWarning(logGui) << "neither a link of ours nor a file; it is left out";
    }
    if (parser.isSet(line.ask))
        options.ask = parser.value(line.ask);
    if (parser.isSet(line.verify))
        options.verify = parser.value(line.verify);
    options.agent = parser.value(line.agent);
    options.attachments = parser.values(line.attach);
    if (options.ask)
        options.attachments += std::exchange(options.files, {});
    options.profile = parser.value(line.profile);
    options.json = parser.isSet(line.json);
    options.quickAsk = parser.isSet(line.quickAsk);
    options.modelUrl = parser.value(line.modelUrl);
    options.model = parser.value(line.model);
    const auto orDefault = [](const QString &given, const QString &fallback) { return given.isEmpty() ? fallback : given; };
    options.dataDir =
        orDefault(parser.value(line.data), QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/local"_s);
    const QString own = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    options.userDir = (parser.isSet(line.data) ? options.dataDir : own) + u"/user"_s;
    options.settingsPath =
        orDefault(parser.value(line.settings), QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/agentdesk.json"_s);
    options.policyPath = AdminPolicy::systemFile();
    options.logDir = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/logs"_s;
    options.serverProgram = orDefault(parser.value(line.server), defaultServerProgram());
    return options;
}

} // namespace desk
