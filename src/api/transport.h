#pragma once

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>

#include <list>
#include <memory>

namespace desk {

class TokenSource;

// The sockets below every request. Qt opens six HTTP/1.1 connections per host and manager, so that open streams on the same manager
// starve everything else (measured, architecture 3.3): REST has one manager, streams have as many as they need, five each.
// Every request is decorated here and nowhere else. Lives in the GUI thread.
class Transport : public QObject
{
    Q_OBJECT
public:
    static constexpr int streamsPerManager = 5;

    explicit Transport(TokenSource &tokens, QObject *parent = nullptr);
    ~Transport() override;

    // Any path prefix is kept; loopback hosts bypass every proxy (HTTP-25).
    void setBaseUrl(const QUrl &url);
    [[nodiscard]] const QUrl &baseUrl() const { return m_base; }
    void setLanguage(const QString &language) { m_language = language; } // Accept-Language

    // Bearer, User-Agent, X-Request-Id, no redirects (HTTP-20), no NTLM (HTTP-22), no cookies (HTTP-23), no HTTP/2 (M-31).
    [[nodiscard]] QNetworkRequest request(const QString &path, const QUrlQuery &query = {}) const;

    [[nodiscard]] QNetworkAccessManager &rest() { return *m_rest; }
    [[nodiscard]] QNetworkAccessManager &acquireStream(); // give it back with releaseStream
    void releaseStream(QNetworkAccessManager &manager);
    [[nodiscard]] int openStreams() const;

private:
    struct Slot {
        std::unique_ptr<QNetworkAccessManager> manager;
        int open = 0;
    };
    [[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeManager() const;

    TokenSource &m_tokens;
    QUrl m_base;
    QString m_language;
    std::unique_ptr<QNetworkAccessManager> m_rest;
    std::list<Slot> m_streams;
};

} // namespace desk
