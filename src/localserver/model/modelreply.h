#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace desk::server {

struct ModelToolCall {
    QString id;
    QString name;
    QString arguments; // JSON text as the model wrote it
};

// One whole reply of a chat-completions endpoint, put together from its pieces.
class ModelReply
{
public:
    static constexpr qsizetype maxArguments = 1024 * 1024; // characters, of all calls together
    static constexpr qsizetype maxText = 4 * 1024 * 1024;
    static constexpr int maxCalls = 64;

    // A `delta` or a whole `message`. Calls are told apart by index, else by id, else by position. False when a cap is exceeded.
    [[nodiscard]] bool take(const QJsonObject &delta);
    void setFinishReason(const QString &reason) { m_finishReason = reason; }
    // The `usage` of a chunk or of the whole answer; those that repeat it count on, so the last one holds. Nonsense is ignored.
    void takeUsage(const QJsonObject &usage);
    void setWritingMs(qint64 milliseconds) { m_writingMs = milliseconds; }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QString &finishReason() const { return m_finishReason; }
    [[nodiscard]] qint64 promptTokens() const { return m_promptTokens; } // -1: the endpoint did not say
    [[nodiscard]] qint64 completionTokens() const { return m_completionTokens; }
    [[nodiscard]] qint64 writingMs() const { return m_writingMs; } // from its first piece to its last, -1: it came at once
    [[nodiscard]] QList<ModelToolCall> toolCalls() const;          // without holes, each with an id
    // As the assistant message of the next request.
    [[nodiscard]] QJsonObject toMessage() const;

    // The new text and reasoning of one delta.
    [[nodiscard]] static QString textOf(const QJsonObject &delta);
    [[nodiscard]] static QString reasoningOf(const QJsonObject &delta);

private:
    [[nodiscard]] qsizetype slotFor(const QJsonObject &call, qsizetype position);

    QString m_text;
    QString m_finishReason;
    QList<ModelToolCall> m_calls;
    qsizetype m_argumentCharacters = 0;
    qint64 m_promptTokens = -1;
    qint64 m_completionTokens = -1;
    qint64 m_writingMs = -1;
};

} // namespace desk::server
