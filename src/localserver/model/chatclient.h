#pragma once

#include "domain/error.h"
#include "localserver/engine/turn.h"
#include "localserver/model/modelreply.h"
#include "localserver/model/modeltimeouts.h"
#include "wire/sseparser.h"
#include "wire/thinkfilter.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace desk::server {

// What went wrong with a model, as TurnOutcome::errorType wants it: model_unreachable, timeout, model_refused, model_unknown, model_busy,
// model_error, model_protocol.
struct ModelFailure {
    QString type;
    Error error;
    bool mayLackTools = false; // the endpoint says that this model cannot call tools
    bool mayLackUsage = false; // the endpoint does not know how to be asked for the tokens of a stream
};

// One POST to base_url + /chat/completions and its streamed answer. Main thread. send() once per object; then any number of text() and
// reasoning(), then exactly one of finished() and failed(), unless abort() came first. The request is never sent twice (M-2). Redirects are
// refused: they would carry the key elsewhere.
class ChatClient : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 maxAnswerBytes = 64 * 1024 * 1024;
    static constexpr qint64 maxNoiseBytes = 1024 * 1024; // without a single event

    ChatClient(QNetworkAccessManager &network, ModelEndpoint endpoint, ModelTimeouts timeouts, QObject *parent = nullptr);
    ~ChatClient() override;

    // model and stream are added to body.
    void send(QJsonObject body);
    void abort();

    // Plain http is fine for this computer only.
    [[nodiscard]] static bool isLoopback(const QUrl &url);

Q_SIGNALS:
    void text(const QString &piece);
    void reasoning(const QString &piece);
    void finished(const desk::server::ModelReply &reply);
    void failed(const desk::server::ModelFailure &failure);

private:
    enum class Mode { Undecided, Events, Json, ErrorBody };

    void onReadable();
    void onEnded();
    void onTimeout();
    void chooseMode();
    void takeEvent(const wire::ServerEvent &event);
    [[nodiscard]] bool takeChoice(const QJsonObject &object, QLatin1StringView key);
    void takeWholeAnswer();
    void endStream();
    void succeed();
    void fail(const QString &type, Error::Kind kind, const QString &message, const QString &next, const QString &detail = {});
    void failStatus(int status);
    void failNetwork();
    void failProtocol(const QString &detail);
    void release();
    [[nodiscard]] QString where() const;

    QNetworkAccessManager &m_network;
    ModelEndpoint m_endpoint;
    ModelTimeouts m_timeouts;
    QNetworkReply *m_http = nullptr;
    QTimer m_deadline;
    enum class Phase { Connecting, Waiting, Reading } m_phase = Phase::Connecting;
    Mode m_mode = Mode::Undecided;
    wire::SseParser m_parser;
    wire::ThinkFilter m_filter;
    QByteArray m_body; // Json and ErrorBody
    ModelReply m_answer;
    QElapsedTimer m_writing; // since its first piece
    qint64 m_bytes = 0;
    qint64 m_events = 0;
    bool m_done = false;
};

} // namespace desk::server
