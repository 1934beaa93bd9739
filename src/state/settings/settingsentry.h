#pragma once

#include "state/settings.h"

#include <QLatin1StringView>
#include <QList>
#include <QMetaType>
#include <QVariant>

namespace desk {

// Where each setting stands in the file, and what it is while nobody has set it.
struct SettingsEntry {
    Settings::Key key;
    QLatin1StringView name; // section/name, here and in the INI file of before
    QVariant fallback;      // has the type of the setting

    [[nodiscard]] QMetaType type() const { return fallback.metaType(); }

    [[nodiscard]] static const QList<SettingsEntry> &all(); // one for each key
    [[nodiscard]] static const SettingsEntry &of(Settings::Key key);
};

} // namespace desk
