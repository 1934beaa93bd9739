#include "app/platformoptions.h"

#include <QFileInfo>
#include <QtGlobal>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// How many arguments Qt takes from here on; 0: none. It lets its own options begin with two dashes as well, those of X11 with one only.
qsizetype takenBy(const QString &argument)
{
    static const QStringList x11{u"-display"_s, u"-name"_s, u"-visual"_s, u"-geometry"_s, u"-title"_s, u"-icon"_s};
    static const QStringList valued{u"-platform"_s,        u"-platformpluginpath"_s, u"-platformtheme"_s, u"-plugin"_s, u"-qwindowicon"_s,
                                    u"-qwindowgeometry"_s, u"-qwindowtitle"_s,       u"-session"_s,       u"-style"_s,  u"-stylesheet"_s};
    static const QStringList single{u"-reverse"_s, u"-widgetcount"_s, u"-nograb"_s, u"-dograb"_s};
    const QString option = argument.startsWith("--"_L1) ? argument.mid(1) : argument;
    if (valued.contains(option) || x11.contains(argument))
        return 2;
    return single.contains(option) || option.startsWith("-style="_L1) || option.startsWith("-stylesheet="_L1) ? 1 : 0;
}

#ifdef Q_OS_LINUX
bool isSet(const char *variable)
{
    return !qEnvironmentVariableIsEmpty(variable);
}

// A session need not name the socket when it has the usual name.
bool hasWayland()
{
    if (isSet("WAYLAND_DISPLAY") || isSet("WAYLAND_SOCKET"))
        return true;
    return qgetenv("XDG_SESSION_TYPE") == "wayland" && QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/wayland-0"_s);
}
#endif

} // namespace

QStringList withoutPlatformOptions(const QStringList &arguments)
{
    QStringList kept = arguments.first(qMin<qsizetype>(1, arguments.size()));
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == u"--"_s) // what follows is no option
            return kept + arguments.sliced(i);
        if (const qsizetype taken = takenBy(arguments.at(i)); taken > 0)
            i += taken - 1;
        else
            kept += arguments.at(i);
    }
    return kept;
}

bool isDisplayMissing([[maybe_unused]] const QStringList &arguments)
{
#ifdef Q_OS_LINUX
    const bool isNamed = std::any_of(arguments.cbegin(), arguments.cend(), [](const QString &argument) {
        return argument == u"-platform"_s || argument == u"--platform"_s || argument == u"-display"_s;
    });
    return !isNamed && !isSet("QT_QPA_PLATFORM") && !isSet("DISPLAY") && !hasWayland();
#else
    return false;
#endif
}

} // namespace desk
