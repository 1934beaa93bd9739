#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace desk {

class ChatSessions;
class ConversationStore;
class Notifier;
class Settings;

// Tells when an answer has ended, unless somebody watches it. What is told is the title and the first words of the answer, never what
// tools were given (REND-19).
class AnswerNotices : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxTitle = 80; // characters
    static constexpr qsizetype maxText = 200;

    struct Context {
        ChatSessions &sessions;
        ConversationStore &conversations;
        Settings &settings;
        std::function<bool(const ConversationId &)> isWatched; // in a window that is active
    };

    explicit AnswerNotices(Context context, QObject *parent = nullptr);

    void addNotifier(Notifier &notifier); // asked in their order, until one can show it
    void withdraw(const ConversationId &id);
    void withdrawAll(); // another account

Q_SIGNALS:
    void openRequested(const desk::ConversationId &id);
    void replyRequested(const desk::ConversationId &id, const QString &text); // empty: the person wants to write one

private:
    void onTurnEnded(const ConversationId &id, bool success);

    Context m_context;
    QList<Notifier *> m_notifiers;
    QSet<ConversationId> m_shown;
};

} // namespace desk
