#pragma once

#include "support/faultserver.h"
#include "support/recording.h"
#include "support/teamagents.h"
#include "support/teamstore.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace desk::test {

// The team server in its own dialect, played from the recordings of tests/data/team, as far as agents and a conversation need it: refusals
// (contract 1.7), who may see what (1.8), conversations and messages in pages (1.6, 3.10), limits of a question (3.11) and the agentic
// stream (4.1, 4.6). No capabilities, no run to come back to, no idempotency. A turn is stored with its last event and not before; a client
// that leaves takes it along. Files lie elsewhere and are attached by their address (3.10). What it does not play: sharing, settings, and
// the other two chat streams (4.5, 4.7), which the program does not use: it answers 404 there.
class TeamServer
{
public:
    struct Answer {
        QStringList words; // pieces of the text; none, and no question back: the server stores "No response generated."
        int pieceDelayMs = 0;
        bool usesTool = false;
        QString acknowledgement = {}; // said at once, replaced by the words, and never stored
        QString failure = {};         // ends in the bare error instead, and nothing is stored
    };

    TeamServer();

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] FaultServer &server() { return m_server; }
    [[nodiscard]] TeamStore &store() { return m_store; }
    [[nodiscard]] const TeamAgents &agents() const { return m_agents; }
    void add(const Answer &answer) { m_answers.append(answer); } // to the next question; without one it says so
    // Spoils the streams of answers: cut() and the others of scripted.h. A turn whose last frame is not begun is not stored. Empty:
    // nothing.
    std::function<Scripted(const Scripted &stream)> spoil;
    // Who may ask; empty: everybody.
    std::function<bool(const QByteArray &bearer)> isGood;

    struct Stored {
        QString role;
        QString content;
    };
    [[nodiscard]] QList<Stored> messages() const; // of every conversation, oldest conversation first
    [[nodiscard]] int asked() const { return m_asked; }
    [[nodiscard]] const QList<QJsonObject> &attachments() const { return m_attachments; }     // those there are
    [[nodiscard]] const QList<QStringList> &attachmentIds() const { return m_attachmentIds; } // of each turn, in order

private:
    struct Turn {
        QString conversation;
        QString title;
        QString question;
        QString text;
        QString answerId;
        QByteArray opening; // the first event, if there is one besides the usual
        QJsonObject routing;
    };
    Scripted answer(const Received &request);
    Scripted ask(const QJsonObject &body);
    Scripted attach(const Received &request, const QString &id);
    [[nodiscard]] QString open(const QJsonObject &body, Turn &turn);
    [[nodiscard]] QList<QByteArray> play(const Answer &answer, const Turn &turn) const;
    [[nodiscard]] Scripted failure(const QString &text) const;
    [[nodiscard]] QString newId(const QString &prefix);
    void keep(const Turn &turn);

    Recording m_answer{QStringLiteral("agentic_answer.sse")};
    Recording m_error{QStringLiteral("agentic_error.sse")};
    FaultServer m_server;
    TeamStore m_store;
    TeamAgents m_agents;
    QList<Answer> m_answers;
    QList<QJsonObject> m_attachments;
    QList<QStringList> m_attachmentIds;
    int m_asked = 0;
    int m_names = 0;
};

} // namespace desk::test
