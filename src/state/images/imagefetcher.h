#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

class QNetworkReply;

namespace desk {

// Fetches a picture of an answer because a person asked for this one, never because something was rendered (REND-03). Without sign-in,
// cookies, referrer or cache, over https only, to the host that was shown and to no other: a redirection is an error. At most 10 MiB, which
// nobody vouches for: decodeImage() is for them. Lives in the GUI thread.
class ImageFetcher : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<QByteArray> &bytes)>;

    explicit ImageFetcher(QObject *parent = nullptr);
    ~ImageFetcher() override;

    // done runs once, in the GUI thread, never before this returns, and not at all when context is gone.
    void fetch(const QString &source, QObject *context, Done done);

    static constexpr qint64 maxBytes = 10 * 1024 * 1024;

private:
    void request(const QUrl &url, QObject *context, const Done &done);
    void onFinished(QNetworkReply *reply, QObject *context, const Done &done);

    QNetworkAccessManager m_manager;
};

} // namespace desk
