#pragma once

#include "domain/error.h"
#include "domain/person.h"
#include "domain/result.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace desk {

class Workspace;

using KnownPeople = QHash<UserId, Person>;

// People of the team while somebody types, asked of the sign-in service (CH-24, contract 2.2): only where the open workspace has a session
// by e-mail, since no other service has such a list. Asks when the typing rests, and one thing at a time: another text ends the request
// before it. Lives in the GUI thread.
class PeopleLookup : public QObject
{
    Q_OBJECT
public:
    static constexpr int restMs = 250;
    static constexpr int maxText = 100;         // characters of what is asked
    static constexpr qsizetype maxKnown = 1000; // people whose names are kept

    enum class State {
        Idle,    // nothing to look for: too little text, or not offered
        Looking, // from the first key on
        Found,   // people(), at least one
        None,    // the service knows nobody by this text
        Failed   // see error(); everything else works without it
    };

    // Both outlive it. known: whoever was found is kept there.
    PeopleLookup(Workspace &workspace, KnownPeople &known, QObject *parent = nullptr);
    ~PeopleLookup() override;

    [[nodiscard]] bool isOffered() const;
    void look(const QString &text); // what is typed now
    void stop();                    // Idle; nothing comes any more

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QList<Person> &people() const { return m_people; } // empty but in Found
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] QString nameOf(const UserId &user) const; // or the e-mail address; empty: not known here. Hostile text

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const Result<QList<Person>> &people);
    void setState(State state);

    Workspace &m_workspace;
    KnownPeople &m_known;
    QTimer m_rest;
    std::unique_ptr<QObject> m_request; // its end is the end of the request
    QString m_text;
    QList<Person> m_people;
    Error m_error;
    State m_state = State::Idle;
};

} // namespace desk
