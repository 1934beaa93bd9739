#include "gui/chat/guard/guardpolicy.h"

#include "domain/profile.h"
#include "state/settings.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Action = GuardPolicy::Action;

QString keyOf(const Profile &profile)
{
    return profile.id.isEmpty() ? profile.name : profile.id;
}

QString word(Action action)
{
    static constexpr std::array words{"off"_L1, "warn"_L1, "block"_L1};
    return words.at(static_cast<size_t>(action));
}

Action actionOf(const QVariant &value, Action fallback)
{
    for (const Action action : {Action::Off, Action::Warn, Action::Block}) {
        if (value.toString() == word(action))
            return action;
    }
    return fallback;
}

} // namespace

GuardPolicy GuardPolicy::of(const Settings &settings, const Profile &profile)
{
    const QVariantMap kept = settings.value(Settings::Key::SendGuard).toMap().value(keyOf(profile)).toMap();
    const GuardPolicy fallback;
    return {actionOf(kept.value(u"secrets"_s), fallback.secrets), actionOf(kept.value(u"personal"_s), fallback.personal)};
}

void GuardPolicy::save(Settings &settings, const Profile &profile, const GuardPolicy &policy)
{
    QVariantMap all = settings.value(Settings::Key::SendGuard).toMap();
    if (policy == GuardPolicy())
        all.remove(keyOf(profile));
    else
        all.insert(keyOf(profile), QVariantMap{{u"secrets"_s, word(policy.secrets)}, {u"personal"_s, word(policy.personal)}});
    settings.set(Settings::Key::SendGuard, all);
}

} // namespace desk
