#pragma once

#include "domain/error.h"
#include "domain/ids.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace desk {

class ChatSessions;
class ConversationMarks;
class ConversationStore;
class Workspace;

// Deleting with a way back (CH-06): what is deleted leaves the list at once, and the server hears of it ten seconds later. Until then
// undo() brings it back whole. A deletion is remembered on disk as soon as it is shown, so that one that was not sent when the program
// ended, or while there is no connection, is sent as soon as it can. One that the server refuses comes back, and failed() says why.
// Drafts, journal and marks of a conversation go when the server has confirmed it, no sooner.
class ConversationRemovals : public QObject
{
    Q_OBJECT
public:
    static constexpr int undoMs = 10'000;

    ConversationRemovals(ConversationStore &conversations, ConversationMarks &marks, ChatSessions &sessions, Workspace &workspace,
                         QObject *parent = nullptr);

    void setUndoMs(int ms) { m_undoMs = ms; } // of later ones, for tests

    void remove(const QList<ConversationId> &ids);
    QList<ConversationId> undo(); // the last one that can be: these are back
    [[nodiscard]] bool canUndo() const { return !m_batches.isEmpty(); }
    // Of the last one that can be undone: how many, and the title where it is one.
    [[nodiscard]] int count() const;
    [[nodiscard]] QString title() const;
    void clear(); // another account: what was not sent is remembered with the one before

Q_SIGNALS:
    void changed(); // what can be undone
    void failed(const QString &title, const desk::Error &error);

private:
    struct Batch {
        QList<ConversationId> ids;
        QString title; // of the first
        QPointer<QTimer> timer;
    };

    void send(const QList<ConversationId> &ids);
    void sendLeft();
    void end(QTimer *timer);
    void onFailed(const ConversationId &id, const Error &error);
    void onIdChanged(const ConversationId &id, const ConversationId &before);
    [[nodiscard]] bool waits(const ConversationId &id) const;

    ConversationStore &m_conversations;
    ConversationMarks &m_marks;
    Workspace &m_workspace;
    QList<Batch> m_batches; // the newest last
    QList<ConversationId> m_sent;
    int m_undoMs = undoMs;
};

} // namespace desk
