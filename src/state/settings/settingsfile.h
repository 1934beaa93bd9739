#pragma once

#include "state/settings/settingsdocument.h"
#include "state/settings/settingsrepair.h"

#include <QByteArray>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QSet>
#include <QString>

#include <optional>

namespace desk {

// The settings file on the disk (DATA-09): reads it, sets a damaged one aside (see SettingsRepair), takes over the INI file of before, and
// writes what was set. One thread; files of a few KiB, read and written in place.
//
// The INI file beside it (agentdesk.ini for agentdesk.json) is taken over while there was never a JSON file: neither one nor its last good
// copy. It stays as it is, damaged or whole, so that a program of before finds its settings; what that one changes later is not taken over
// again. Of a damaged one its own last good copy is taken. A file of this very name that is an INI file, as a --settings of before may have
// named it, is taken over and renamed to ….old.
//
// Two windows never share a file: SingleInstance. A program on the command line may run beside a window; so before it is written, the file
// is looked at again, and what another process wrote is kept and read from then on, but for what was set here; nobody is told of it. Two
// writes within the same millisecond may still lose one.
class SettingsFile
{
public:
    explicit SettingsFile(const QString &path);
    ~SettingsFile(); // writes what could not be written before, and keeps a copy
    SettingsFile(const SettingsFile &) = delete;
    SettingsFile &operator=(const SettingsFile &) = delete;

    [[nodiscard]] QJsonValue value(QLatin1StringView name) const { return m_document.value(name); } // undefined: not set
    void set(QLatin1StringView name, const QJsonValue &value);                                      // in memory
    // All that was set and is not on the disk yet. Atomic and flushed: a kill or a power cut leaves the old file or the new one. After a
    // failure, which goes to the log once, it is tried again with the next call.
    void write();
    [[nodiscard]] bool isWritable() const; // also when its folder is not there and can be made
    [[nodiscard]] const std::optional<SettingsRepair> &repair() const { return m_repair; } // what was damaged at the start

private:
    void takeOver(const QString &ini);
    void takeChangesOfOthers();
    [[nodiscard]] QString problemOfWriting(const QByteArray &bytes) const; // empty: it is written

    QString m_path;
    QByteArray m_onDisk; // as last read or written here
    SettingsDocument m_document;
    QSet<QLatin1StringView> m_unwritten; // names of the table, which lasts
    std::optional<SettingsRepair> m_repair;
    bool m_isFailureTold = false;
};

} // namespace desk
