#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace desk::test {

// What the endpoint does with one request; the scripts are used in order, the last one again and again.
struct ModelScript {
    enum class End {
        Close, // a complete answer
        Cut,   // closes without the last chunk or [DONE]
        Stall, // says nothing more and keeps the connection
    };
    int status = 200;
    QByteArray contentType = "text/event-stream";
    QList<QByteArray> pieces; // of the body, each written on its own
    QByteArray extraHeaders;  // "Location: …\r\n"
    End end = End::Close;
    bool noResponse = false; // with Close or Cut: closes the connection before any response; with Stall: never answers
    int pieceDelayMs = 0;
};

// An OpenAI-compatible endpoint that says what the test wants. Listens on 127.0.0.1; main thread; records every request.
class ScriptedModel : public QObject
{
    Q_OBJECT
public:
    explicit ScriptedModel(QObject *parent = nullptr);
    ~ScriptedModel() override;

    [[nodiscard]] QUrl baseUrl() const; // …/v1
    void add(const ModelScript &script) { m_scripts.append(script); }

    // The usual answers.
    void addText(const QStringList &deltas, const QString &finishReason = QStringLiteral("stop"));
    // One call, its arguments split over chunks of a few characters.
    void addToolCall(const QString &name, const QJsonObject &arguments, const QString &id = QStringLiteral("call_1"));
    void addError(int status, const QString &message);

    [[nodiscard]] static QByteArray delta(const QJsonObject &delta, const QString &finishReason = {});
    [[nodiscard]] static QByteArray done();

    struct Request {
        QByteArray path;
        QHash<QByteArray, QByteArray> headers; // lower-case names
        QJsonObject body;
    };
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    // Stops listening: later connections are refused.
    void close();

private:
    void onConnection();
    void onReadable(QTcpSocket *socket);
    void answer(QTcpSocket *socket);
    void writePiece(QTcpSocket *socket, const ModelScript &script, qsizetype index);

    QTcpServer m_server;
    QUrl m_url;
    QList<ModelScript> m_scripts;
    qsizetype m_used = 0;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Request> m_requests;
};

} // namespace desk::test
