#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace desk::server {

using HeaderList = QList<QPair<QByteArray, QByteArray>>; // names in lower case, in the order received

// The multipart field `file` of an upload, already on disk. The file at path is removed when nobody moved it away.
struct Upload {
    QString path;
    QString filename; // as the client sent it: hostile
    QString mimeType;
    qint64 size = 0;
    QByteArray sha256;
    bool tooLarge = false;
    bool writeFailed = false;
};

// One complete request that has passed the trust rules.
struct Request {
    QByteArray method;
    QString path;                         // percent-decoded, starts with '/'
    QList<QPair<QString, QString>> query; // decoded
    HeaderList headers;
    QByteArray body; // empty for uploads
    QJsonValue json = QJsonValue::Undefined;
    std::optional<Upload> upload;
    QByteArray id;                  // X-Request-Id, the client's or ours
    QHash<QString, QString> params; // of the route, such as {id}

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] int headerCount(QByteArrayView name) const;
    [[nodiscard]] bool hasHeader(QByteArrayView name) const { return headerCount(name) > 0; }
    [[nodiscard]] QString argument(QLatin1StringView name) const;
    [[nodiscard]] int intArgument(QLatin1StringView name, int fallback, int least, int most) const; // clamped
    [[nodiscard]] QString param(QLatin1StringView name) const { return params.value(QString(name)); }
    [[nodiscard]] QJsonObject object() const { return json.toObject(); }
};

} // namespace desk::server
