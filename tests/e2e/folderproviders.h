#pragma once

#include "support/localserverprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

namespace desk::test {

inline QJsonArray providerList(const QString &baseUrl)
{
    const QLatin1StringView name("kept");
    return {QJsonObject{{QStringLiteral("name"), name},
                        {QStringLiteral("base_url"), baseUrl},
                        {QStringLiteral("models"), QJsonArray{QStringLiteral("small")}},
                        {QStringLiteral("needs_key"), false}}};
}

// Whether the server made what the body says.
inline bool posted(const LocalServerProcess &server, const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(server.url(path));
    request.setRawHeader("Authorization", "Bearer " + server.token());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(20'000);
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.post(request, QJsonDocument(body).toJson());
    return QTest::qWaitFor([reply] { return reply->isFinished(); }, 30'000) && reply->error() == QNetworkReply::NoError;
}

// The language models a data folder names, as any other program on it is told. After replacing them, where there is something to put.
inline QJsonArray folderProviders(const LocalServerProcess &server, const QJsonArray &put = {})
{
    QNetworkRequest request(server.url(QStringLiteral("/settings/providers")));
    request.setRawHeader("Authorization", "Bearer " + server.token());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(20'000);
    QNetworkAccessManager manager;
    QNetworkReply *reply = put.isEmpty() ? manager.get(request) : manager.put(request, QJsonDocument(put).toJson());
    const bool ended = QTest::qWaitFor([reply] { return reply->isFinished(); }, 30'000);
    return ended && reply->error() == QNetworkReply::NoError ? QJsonDocument::fromJson(reply->readAll()).array()
                                                             : QJsonArray{QStringLiteral("no answer")};
}

} // namespace desk::test
