#pragma once

#include <QString>
#include <QUrl>

namespace desk {

// Where a workspace lives: our own child process, or a team's agent server.
struct Profile {
    enum class Kind { Local, Team };
    Kind kind = Kind::Local;
    QString name;
    QUrl baseUrl; // Team only; any path prefix is kept

    static QString localName() { return QStringLiteral("Local workspace"); } // stored name; shown translated
};

} // namespace desk
