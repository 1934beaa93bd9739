// A platform plugin that says so when it is loaded, and is good for nothing else.
#include <QObject>

#include <cstdio>
#include <cstdlib>

namespace {

const struct Marker {
    Marker()
    {
        const char *path = std::getenv("DESK_TEST_MARKER");
        if (std::FILE *file = path ? std::fopen(path, "w") : nullptr)
            std::fclose(file);
    }
} marker;

} // namespace

class MarkerPlugin : public QObject
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.qt-project.Qt.QPA.QPlatformIntegrationFactoryInterface.5.3" FILE "marker.json")
};

#include "marker.moc"
