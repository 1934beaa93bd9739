#pragma once

#include <QString>
#include <QVariantMap>

namespace desk {

struct Profile;
class Settings;

// What happens when a message seems to hold what had better not leave this computer (D-51); of each profile its own, kept in the settings.
struct GuardPolicy {
    enum class Action { Off, Warn, Block };

    Action secrets = Action::Warn; // keys, tokens, passwords
    Action personal = Action::Off; // card and account numbers, lists of addresses

    [[nodiscard]] static GuardPolicy of(const Settings &settings, const Profile &profile);
    static void save(Settings &settings, const Profile &profile, const GuardPolicy &policy);
    [[nodiscard]] bool isOff() const { return secrets == Action::Off && personal == Action::Off; }
    friend bool operator==(const GuardPolicy &, const GuardPolicy &) = default;
};

} // namespace desk
