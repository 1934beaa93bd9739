#pragma once

#include "api/replyerror.h"
#include "auth/authservices.h"
#include "auth/identity/identityrequest.h"
#include "domain/result.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace desk {

// One request to a sign-in service and its single outcome. Sent once and never by itself again: a refresh token that goes out twice may
// end the session. An answer that was lost on its way has outcomeUnknown. Starts at once; emits finished() exactly once, never before
// the event loop runs; then deletes itself.
class IdentityExchange : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxBodyBytes = 1024 * 1024;

    IdentityExchange(QNetworkAccessManager &network, const IdentityRequest &request, const AuthServices &services, int patienceMs,
                     QObject *parent);
    ~IdentityExchange() override;

Q_SIGNALS:
    void finished(const desk::Result<desk::IdentityAnswer> &outcome, bool isStuck);

private:
    void send(QNetworkAccessManager &network, const IdentityRequest &request);
    void onReplyFinished();
    void abort(AbortReason reason);
    [[nodiscard]] Result<IdentityAnswer> read(const QNetworkReply &reply) const;

    QPointer<QNetworkReply> m_reply;
    QTimer m_patience;
    QByteArray m_body;
    std::shared_ptr<const TlsRules> m_tls;
    std::optional<Error> m_refusal; // of the service's key
    QList<QSslError> m_tlsErrors;
    AbortReason m_reason = AbortReason::None;
    bool m_sent = false;
};

} // namespace desk
