#pragma once

#include "support/faultserver.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace desk::test {

// The team server in its own dialect (contract 3.10, 3.11, 4.6), as far as a conversation needs it: no capabilities, no run to come back
// to, no idempotency. A turn is stored with its last event and not before; a client that leaves takes it along.
class TeamServer
{
public:
    struct Answer {
        QStringList words;
        int pieceDelayMs = 0;
        bool usesTool = false;
    };

    TeamServer();

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] FaultServer &server() { return m_server; }
    void add(const Answer &answer) { m_answers.append(answer); } // to the next question; without one it says so
    // Who may ask; empty: everybody.
    std::function<bool(const QByteArray &bearer)> isGood;

    struct Stored {
        QString role;
        QString content;
    };
    [[nodiscard]] QList<Stored> messages() const; // of every conversation, oldest conversation first
    [[nodiscard]] int asked() const { return m_asked; }

private:
    struct Conversation {
        QString id;
        QString title;
        QList<QJsonObject> messages;
    };
    Scripted answer(const Received &request);
    Scripted conversations() const;
    Scripted ask(const QJsonObject &body);
    [[nodiscard]] Scripted history(const Conversation &conversation, const Received &request) const;
    [[nodiscard]] Conversation *find(const QString &id);
    void store(const QString &conversation, const QString &title, const QString &question, const QString &text, const QString &id);

    FaultServer m_server;
    QList<Answer> m_answers;
    QList<Conversation> m_conversations;
    int m_asked = 0;
    int m_names = 0;
};

} // namespace desk::test
