#include "gui/desktop/desktopfeatures.h"

#include "gui/desktop/globalshortcut.h"
#include "gui/desktop/notifier.h"
#ifdef Q_OS_LINUX
#include "gui/desktop/freedesktopnotifier.h"
#include "gui/desktop/portalshortcut.h"

#include <QDBusConnection>
#endif

#include <QCoreApplication>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace desk {

DesktopFeatures::DesktopFeatures() = default;
DesktopFeatures::DesktopFeatures(DesktopFeatures &&) noexcept = default;
DesktopFeatures &DesktopFeatures::operator=(DesktopFeatures &&) noexcept = default;
DesktopFeatures::~DesktopFeatures() = default;

DesktopFeatures desktopFeatures()
{
    DesktopFeatures features;
    features.hasTray = [] { return QSystemTrayIcon::isSystemTrayAvailable(); };
#ifdef Q_OS_LINUX
    const QDBusConnection bus = QDBusConnection::sessionBus();
    features.notifier = std::make_unique<FreedesktopNotifier>(bus);
    features.quickAsk = std::make_unique<PortalShortcut>(bus, u"quick-ask"_s,
                                                         QCoreApplication::translate("desk::DesktopFeatures", "Ask Agent Desk a question"));
#endif
    return features;
}

} // namespace desk
