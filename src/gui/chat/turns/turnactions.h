#pragma once

#include "gui/chat/guard/sendguard.h"
#include "gui/chat/table/tabledata.h"
#include "gui/chat/turns/messagecommand.h"
#include "state/models/messagemarks.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

class QAction;
class QMenu;

namespace desk {

struct Message;

class AgentStore;
class ChatChoices;
class ChatSession;
class Composer;
class RatingStore;
class TranscriptView;
class DeletionBar;

// What can be done with a message of the conversation that is shown: by key, by its menu, by its buttons. Every command can be asked for
// at any time; where it cannot be done, statusMessage() says why. The parts are the page's and outlive this object; a null store: nothing
// can be rated.
class TurnActions : public QObject
{
    Q_OBJECT
public:
    TurnActions(TranscriptView &view, Composer &composer, DeletionBar &undo, RatingStore *ratings, QObject *parent);

    void setSession(ChatSession *session);                                                                     // null: none
    void setGuard(std::function<SendGuard::Findings(const QString &text)> find) { m_guard = std::move(find); } // of edited questions
    // Who else may be asked the same question (D-42); both outlive this object. Without models, null, agents alone.
    void setOthers(const AgentStore &agents, ChatChoices *choices);
    [[nodiscard]] QList<QAction *> actions() const;                      // with their keys, for the list of shortcuts
    [[nodiscard]] QString whyNot(MessageCommand command, int row) const; // for people; empty: it can be done
    void run(MessageCommand command, int row);

Q_SIGNALS:
    void statusMessage(const QString &text);
    void tableRequested(const desk::TableData &table); // in a window
    void saveRequested(const QString &name, const QByteArray &bytes);
    void ratingsExportRequested(); // of all answers that were rated

private:
    void addCommand(MessageCommand command);
    void fillMenu(QMenu *menu, int row);
    void addRatingsExport(QMenu &menu);
    void addTo(QMenu &menu, MessageCommand command, int row);
    void addOthers(QMenu &menu, int row);
    void addOtherModels(QMenu &menu, const QString &key, const QString &used);
    void askAgain(const QString &key, const QStringList &agents, const QString &model);
    [[nodiscard]] const Message *answerOf(int row) const; // of the turn; null: it has none
    void showUndo();
    void showRatings();
    void regenerate(int row);
    void edit(int row);
    void quote(int row);
    void copy(MessageCommand how, int row);
    void step(int row, int by);
    void compare(int row);
    void rate(int row, Rating rating, const QString &note);
    void rateWithNote(int row);
    void trace(int row);
    void focusRow(int row);
    [[nodiscard]] QString whyNotRate(int row) const;
    [[nodiscard]] int questionRow(int row) const;  // of the turn, -1: none
    [[nodiscard]] int versionedRow(int row) const; // of the turn: the row itself if it has versions, else the other; -1: neither has
    [[nodiscard]] QString ratedName(int row) const;
    [[nodiscard]] QString versionNotice() const; // what the server makes of versions

    TranscriptView &m_view;
    Composer &m_composer;
    DeletionBar &m_undo;
    RatingStore *m_ratings;
    const AgentStore *m_agents = nullptr;
    ChatChoices *m_choices = nullptr;
    std::function<SendGuard::Findings(const QString &text)> m_guard;
    QPointer<ChatSession> m_session;
    QList<QMetaObject::Connection> m_connections;
    QHash<MessageCommand, QAction *> m_actions;
};

} // namespace desk
