#pragma once

#include <QString>

namespace desk {

class SecretKeeper;
class Settings;
class Workspace;

// What somebody who helps needs to know, as text to read and to send: versions, how the connection and the keychain stand, the settings
// without their values where those name people or places, and the last lines of the log. Redacted as a whole once more (LOG-05).
[[nodiscard]] QString diagnosticsText(const Settings &settings, const Workspace &workspace, const SecretKeeper *secrets,
                                      const QString &logFolder);

} // namespace desk
