#pragma once

#include <functional>
#include <memory>

class QMimeData;

namespace desk {

class GlobalShortcut;
class Notifier;
class ScreenTaker;

// What this desktop offers, found out before there is a window, so that the settings can say it.
struct DesktopFeatures {
    DesktopFeatures();
    DesktopFeatures(DesktopFeatures &&) noexcept;
    DesktopFeatures &operator=(DesktopFeatures &&) noexcept;
    ~DesktopFeatures();

    std::function<bool()> hasTray;
    std::shared_ptr<void> bus;                    // the connection those below use, until it goes
    std::unique_ptr<Notifier> notifier;           // null: the tray has to do
    std::unique_ptr<GlobalShortcut> quickAsk;     // null: there is no way to ask the desktop for keys
    std::unique_ptr<ScreenTaker> screen;          // null: there is no way to ask the desktop for a picture of the screen
    std::function<const QMimeData *()> selection; // what is selected anywhere; empty: this desktop does not tell
};

[[nodiscard]] DesktopFeatures desktopFeatures();

} // namespace desk
