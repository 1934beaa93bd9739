#include "app/pluginpaths.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace desk {

void forgetForeignPlugins()
{
    for (const char *variable :
         {"QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS", "QML2_IMPORT_PATH", "QML_IMPORT_PATH"})
        qunsetenv(variable);
    QStringList paths{QLibraryInfo::path(QLibraryInfo::PluginsPath)};
#ifndef Q_OS_LINUX // elsewhere Qt is delivered beside the program
    paths += QCoreApplication::libraryPaths();
    paths.removeDuplicates();
#endif
    QCoreApplication::setLibraryPaths(paths);
}

} // namespace desk
