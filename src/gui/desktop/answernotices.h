#pragma once

#include "domain/chatevent.h"
#include "domain/ids.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace desk {

class ChatSessions;
class ConversationStore;
class Notifier;
class Settings;

// Tells when an answer has ended and when an agent asks something, unless somebody watches it (complaint 22), and counts what was not
// seen yet, told or not. A question is told once; the end of the turn that asked it is no news as long as the question was not seen. What
// is told is the title and the first words of answer or question, never what tools were given (REND-19).
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
    struct Unseen { // conversations
        int answers = 0;
        int questions = 0;
    };

    explicit AnswerNotices(Context context, QObject *parent = nullptr);

    void addNotifier(Notifier &notifier); // asked in their order, until one can show it
    void withdraw(const ConversationId &id);
    void withdrawAll(); // another account
    [[nodiscard]] Unseen unseen() const;

Q_SIGNALS:
    void openRequested(const desk::ConversationId &id);
    void replyRequested(const desk::ConversationId &id, const QString &text); // empty: the person wants to write one
    void unseenChanged();

private:
    struct Entry {
        bool isQuestion = false;
        bool isApproval = false; // which is over when its turn is
        QString key;             // of the notice; empty: none was shown
    };

    void onTurnEnded(const ConversationId &id, bool success);
    void onPrompted(const ConversationId &id, const QString &question);
    void onApproval(const ConversationId &id, const Prompt &prompt);
    void onRenamed(const ConversationId &id, const ConversationId &before);
    void tell(const ConversationId &id, bool isQuestion, const QString &text);
    [[nodiscard]] ConversationId shownAs(const QString &key) const; // empty: no notice of that key is there

    Context m_context;
    QList<Notifier *> m_notifiers;
    QHash<ConversationId, Entry> m_unseen;
    QHash<ConversationId, QString> m_asked; // in the turn under way: a stream that is read again asks once more
};

} // namespace desk
