#pragma once

#include "domain/conversation.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/models/messagemarks.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>

namespace desk {

class StoreThread;
class TurnJournal;

// An answer the person rated, with everything a row of an evaluation data set needs: it stays readable when the server has lost the
// conversation.
struct RatedAnswer {
    QString message; // the server's id, or the row's key where the server does not have it
    ConversationId conversation;
    Rating rating = Rating::None;
    QString note;
    QString question;
    QString answer;
    QString agent;     // empty: the server did not say
    QStringList tools; // by name, in the order of their calls
    RunId run;
    QDateTime ratedAt;
    QString model{}; // empty: the server did not say
};

// Thumbs and notes of one account (CH-67), in memory and in user.db. They never leave this computer by themselves: no server the program
// knows takes feedback on a message (contract 3.10; the scores of 3.15 are those of runs, and an answer of the team server has none).
// They go when their conversation or message is deleted. The journal's account is whose ratings these are: open() after it changed.
// Lives in the GUI thread.
class RatingStore : public QObject
{
    Q_OBJECT
public:
    using Rows = std::function<void(const Result<QList<RatedAnswer>> &rows)>;

    RatingStore(StoreThread &store, TurnJournal &journal, QObject *parent = nullptr);

    void open(); // reads the ratings of the journal's account; changed() follows
    [[nodiscard]] const QHash<QString, MessageMarks> &marks() const { return m_marks; } // by message
    [[nodiscard]] Rating rating(const QString &message) const { return m_marks.value(message).rating; }
    [[nodiscard]] QString note(const QString &message) const { return m_notes.value(message); }

    void rate(const RatedAnswer &answer); // a rating of None removes it; shown at once, taken back when the disk refuses
    void forget(const QStringList &messages);
    // Everything there is, oldest first: for a data set. done runs in the GUI thread, never after context is gone.
    void all(QObject *context, Rows done);

Q_SIGNALS:
    void changed();
    void notKept(const desk::Error &error); // what was rated is not on disk, and not shown any more

private:
    void show(const QString &message, Rating rating, const QString &note);

    StoreThread &m_store;
    TurnJournal &m_journal;
    QHash<QString, MessageMarks> m_marks;
    QHash<QString, QString> m_notes;
    quint64 m_generation = 0;
};

} // namespace desk
