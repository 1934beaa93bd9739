#pragma once

#include <QString>

#include <optional>

namespace desk {

// The settings file and its last good copy beside it (DATA-09). A damaged file is set aside as `….bad-DATE`, never deleted, and the copy
// takes its place. Called before the file is opened and after it was closed; any thread.
struct SettingsRepair {
    QString badFile;      // where the damaged one is now
    bool hasCopy = false; // false: there was none, everything has its default

    [[nodiscard]] static std::optional<SettingsRepair> repair(const QString &path); // nothing: it is whole, or there is none yet
    static void keepCopy(const QString &path);                                      // of a whole one that differs from the copy
    [[nodiscard]] static bool isWhole(const QString &path);
    [[nodiscard]] static QString copyOf(const QString &path) { return path + QStringLiteral(".good"); }
};

} // namespace desk
