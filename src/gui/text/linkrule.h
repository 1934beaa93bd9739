#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace desk {

// A link that may be offered for opening. `shown` is both what the user reads and, byte for byte, what is opened (REND-07).
struct LinkTarget {
    enum class Warning { LabelDiffers, UserInfo, IpAddress, Port, International, Insecure };

    QUrl url;
    QString shown; // fully encoded
    QString host;  // ASCII, empty for mailto
    QList<Warning> warnings;
};

// The one rule for every link of the program: https, http with a host, and mailto with to, subject and body only (REND-05, 07, 08).
// Everything else (file, smb, javascript, data, UNC and drive paths, relative paths) is nothing: shown as text. Pure.
[[nodiscard]] std::optional<LinkTarget> linkTarget(const QString &href, const QString &label = {});

} // namespace desk
