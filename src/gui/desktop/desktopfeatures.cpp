#include "gui/desktop/desktopfeatures.h"

#include "gui/desktop/globalshortcut.h"
#include "gui/desktop/notifier.h"
#include "gui/desktop/screentaker.h"
#ifdef Q_OS_LINUX
#include "gui/desktop/freedesktopnotifier.h"
#include "gui/desktop/portalscreenshot.h"
#include "gui/desktop/portalshortcut.h"

#include <QDBusConnection>
#include <QUuid>
#endif

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace desk {

#ifdef Q_OS_LINUX
namespace {

// Of its own: the one that everybody shares is never made anew when the bus was.
QDBusConnection ownConnection()
{
    const QString name = u"agentdesk-desktop-"_s + QUuid::createUuid().toString(QUuid::Id128);
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    return address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)
                             : QDBusConnection::connectToBus(address, name);
}

} // namespace
#endif

DesktopFeatures::DesktopFeatures() = default;
DesktopFeatures::DesktopFeatures(DesktopFeatures &&) noexcept = default;
DesktopFeatures &DesktopFeatures::operator=(DesktopFeatures &&) noexcept = default;
DesktopFeatures::~DesktopFeatures() = default;

DesktopFeatures desktopFeatures()
{
    DesktopFeatures features;
    features.hasTray = [] { return QSystemTrayIcon::isSystemTrayAvailable(); };
    if (QGuiApplication::clipboard()->supportsSelection())
        features.selection = [] { return QGuiApplication::clipboard()->mimeData(QClipboard::Selection); };
#ifdef Q_OS_LINUX
    const QDBusConnection bus = ownConnection();
    features.bus = std::shared_ptr<void>(nullptr, [name = bus.name()](void *) { QDBusConnection::disconnectFromBus(name); });
    features.notifier = std::make_unique<FreedesktopNotifier>(bus);
    features.quickAsk = std::make_unique<PortalShortcut>(bus, u"quick-ask"_s,
                                                         QCoreApplication::translate("desk::DesktopFeatures", "Ask Agent Desk a question"));
    features.screen = std::make_unique<PortalScreenshot>(bus);
#endif
    return features;
}

} // namespace desk
