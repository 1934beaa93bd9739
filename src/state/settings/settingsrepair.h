#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace desk {

// The settings file and its last good copy beside it (DATA-09). A damaged file is set aside as `….bad-DATE`, never deleted, and the copy
// takes its place. Called before the file is read and after it was written; any thread.
struct SettingsRepair {
    QString badFile;      // where the damaged one is now
    bool hasCopy = false; // of which the values are now, in memory where it could not be written; false: everything has its default

    // Nothing: it is whole, or there is none yet, or it cannot be renamed. One that was emptied counts as damaged where there is a copy.
    [[nodiscard]] static std::optional<SettingsRepair> repair(const QString &path);
    [[nodiscard]] static QString setAside(const QString &path);   // the new name; empty: it cannot be renamed
    static void keepCopy(const QString &path);                    // of a whole one that differs from the copy
    [[nodiscard]] static QByteArray bytesOf(const QString &path); // not more than is enough to know that it is too large
    [[nodiscard]] static QString freeName(const QString &wanted); // the same, or with a number behind it
    [[nodiscard]] static QString copyOf(const QString &path) { return path + QStringLiteral(".good"); }
};

} // namespace desk
