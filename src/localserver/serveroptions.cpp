#include "localserver/serveroptions.h"

#include "localserver/errors.h"
#include "localserver/texts.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

Error usage(const QString &message)
{
    return failure(Error::Kind::Invalid, u"usage"_s, message, LocalServer::tr("See --help."));
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        LocalServer::tr("The agent server of one computer: agents, tools, conversations and runs behind 127.0.0.1."));
    parser.addOptions({
        {u"data"_s, LocalServer::tr("Folder that holds everything. It is made when it does not exist."), u"folder"_s},
        {u"token-file"_s,
         LocalServer::tr(
             "File with the access token, readable by its owner only. Without it the token is the first line of standard input."),
         u"file"_s},
        {u"parent-watch"_s, LocalServer::tr("End when standard input closes, after running answers are complete.")},
        {u"port"_s, LocalServer::tr("Port on 127.0.0.1; 0 takes any free one."), u"number"_s, u"0"_s},
        {u"language"_s, LocalServer::tr("Language of messages, such as \"de\"."), u"code"_s},
        {QStringList{u"h"_s, u"help"_s}, LocalServer::tr("Show this help.")},
        {QStringList{u"v"_s, u"version"_s}, LocalServer::tr("Show the version.")},
    });
    for (const QString &name : {u"heartbeat-ms"_s, u"drain-ms"_s, u"approval-ms"_s}) {
        QCommandLineOption option(name, {}, u"ms"_s);
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

// False when the option is given and is no number in the range.
bool readNumber(const QCommandLineParser &parser, const QString &name, int most, int *target)
{
    if (!parser.isSet(name))
        return true;
    bool ok = false;
    const int value = parser.value(name).toInt(&ok);
    if (!ok || value < 0 || value > most)
        return false;
    *target = value;
    return true;
}

} // namespace

Result<ServerOptions> parseServerOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Unexpected{usage(parser.errorText())};
    ServerOptions options;
    options.showHelp = parser.isSet(u"help"_s);
    options.showVersion = parser.isSet(u"version"_s);
    if (options.showHelp || options.showVersion)
        return options;
    if (!parser.positionalArguments().isEmpty())
        return Unexpected{usage(LocalServer::tr("Unexpected argument \"%1\".").arg(parser.positionalArguments().constFirst()))};
    int port = 0;
    constexpr int aDay = 24 * 60 * 60 * 1000;
    for (const auto &[name, most, target] :
         {std::tuple{u"port"_s, 65535, &port}, std::tuple{u"heartbeat-ms"_s, aDay, &options.heartbeatMs},
          std::tuple{u"drain-ms"_s, aDay, &options.drainMs}, std::tuple{u"approval-ms"_s, aDay, &options.approvalMs}}) {
        if (!readNumber(parser, name, most, target))
            return Unexpected{usage(LocalServer::tr("\"%1\" is not a valid number for --%2.").arg(parser.value(name), name))};
    }
    options.port = static_cast<quint16>(port);
    options.dataFolder = parser.value(u"data"_s);
    options.tokenFile = parser.value(u"token-file"_s);
    options.parentWatch = parser.isSet(u"parent-watch"_s);
    options.language = parser.value(u"language"_s);
    if (options.dataFolder.isEmpty())
        return Unexpected{usage(LocalServer::tr("The option --data is missing."))};
    return options;
}

QString languageIn(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    (void)parser.parse(arguments);
    return parser.value(u"language"_s);
}

QString serverHelp()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace desk::server
