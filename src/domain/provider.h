#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace desk {

// An OpenAI-compatible endpoint the user named. The key is never part of it (LOC-02): it travels over the
// server's standard input and stays in memory.
struct ModelProvider {
    QString name;       // unique, e.g. "ollama"
    QUrl baseUrl;       // up to and including "/v1"
    QStringList models; // first one is the default
    bool needsKey = false;

    // "https://llm.example.org:443": whom its key is for. Another port is another server.
    [[nodiscard]] QString origin() const
    {
        const bool isHttps = baseUrl.scheme() == QLatin1StringView("https");
        return QStringLiteral("%1://%2:%3").arg(baseUrl.scheme(), baseUrl.host(QUrl::FullyEncoded)).arg(baseUrl.port(isHttps ? 443 : 80));
    }
};

} // namespace desk
