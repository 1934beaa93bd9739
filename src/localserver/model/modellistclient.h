#pragma once

#include "domain/providerreport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace desk::server {

// One GET of base_url + /models: what an endpoint offers, or why it cannot be used. Main thread. start() once per object, then exactly one
// finished(). As ChatClient does, it follows no redirect, which would carry the key elsewhere, and takes no proxy to this computer.
class ModelListClient : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxAnswerBytes = 4 * 1024 * 1024;

    ModelListClient(QNetworkAccessManager &network, const QUrl &baseUrl, QByteArray key, int timeoutMs, QObject *parent = nullptr);
    ~ModelListClient() override;

    void start();

Q_SIGNALS:
    void finished(const desk::ProviderReport &report);

private:
    void onReadable();
    void onEnded();
    void takeList();
    void failStatus(int status);
    void failNetwork();
    void failNoList(const QString &detail);
    void fail(const QString &problem, const QString &message, const QString &nextStep, const QString &detail = {});
    void end(ProviderReport report);
    [[nodiscard]] QString where() const;

    QNetworkAccessManager &m_network;
    QUrl m_baseUrl;
    QByteArray m_key;
    int m_timeoutMs;
    QPointer<QNetworkReply> m_http;
    QTimer m_deadline; // for all of it
    QElapsedTimer m_clock;
    QByteArray m_body;
    bool m_done = false;
};

} // namespace desk::server
