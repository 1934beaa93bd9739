#pragma once

#include <QByteArray>
#include <QString>

namespace desk {

// How the program reaches servers. No password is in it: those are in the secret store.
struct NetworkSettings {
    enum class ProxyMode {
        System, // what the desktop says
        Manual, // the one named here
        None
    };
    ProxyMode mode = ProxyMode::System;
    QString proxyHost = {};
    int proxyPort = 8080;
    bool socks = false; // SOCKS 5 instead of HTTP
    // A file of certificates of the company besides those of the system (TLS-02). Used only as long as it is the file that was looked at.
    QString caFile = {};
    QByteArray caFingerprint = {}; // SHA-256 of the file's bytes, hexadecimal, as a person confirmed it

    bool operator==(const NetworkSettings &) const = default;
};

} // namespace desk
