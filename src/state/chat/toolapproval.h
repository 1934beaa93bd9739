#pragma once

#include "domain/chatevent.h"
#include "domain/error.h"
#include "domain/ids.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <optional>

namespace desk {

class ApiClient;

// The calls of tools for which the run under way of a conversation waits for the person (APPR-01, APPR-02), one shown after the other. An
// answer is the id of an option with the hash of what was shown: the server refuses it for anything else. Nothing is answered by itself or
// sent again by itself; what nobody answers, the server refuses (APPR-04). Texts as they came, untrusted. Lives in the GUI thread.
class ToolApproval : public QObject
{
    Q_OBJECT
public:
    enum class State {
        None,      // nothing is asked
        Asked,     // waits for the person
        Answering, // their answer is on its way
        Failed,    // it did not arrive, or nobody knows: error() says why, and the same can be answered again
        Expired    // too late (DATA-06): it stays to be read until the run goes on or somebody closes it
    };
    Q_ENUM(State)

    explicit ToolApproval(ApiClient &api, QObject *parent = nullptr); // api outlives it

    void ask(const RunId &run, const Prompt &prompt); // one that is asked already: nothing
    // A call of a tool waits no longer: the one that was answered, else the first that waits. callId: empty where the server has none.
    void noteBegun(const QString &tool, const QString &callId);
    void noteEnded(const QString &tool, const QString &callId); // counts where nobody heard of its beginning
    void withdraw();                                            // all: the run has ended, or is stopped

    // Both do nothing unless Asked or Failed.
    void approve();
    void refuse();
    void close(); // of one that is Expired

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isWaiting() const { return m_state != State::None && m_state != State::Expired; }
    [[nodiscard]] const Prompt &prompt() const; // empty where nothing is asked
    [[nodiscard]] bool canApprove() const;      // false: it does not say what it is, or is another tool by now; it can be refused
    [[nodiscard]] const Error &error() const { return m_error; }

Q_SIGNALS:
    void changed();
    void lapsed(const desk::Error &error); // the answer came to nothing, for good; changed() follows

private:
    struct Asked {
        RunId run;
        Prompt prompt;
    };
    void answer(const QString &optionId);
    void onAnswered(const Error *error);
    void take(const QString &tool);
    void passOver(); // the first: answered or too late
    void showNext();
    void setState(State state);
    void watchDeadline();
    [[nodiscard]] static Error lapse(const Error &error);

    ApiClient &m_api;
    QList<Asked> m_asked; // the first is shown
    QList<Asked> m_over;  // their calls are still to begin, which says nothing about those that wait
    QStringList m_begun;  // calls: id, else tool
    State m_state = State::None;
    Error m_error;
    bool m_hasChanged = false; // the tool, since it was shown
    QTimer m_deadline;
    quint64 m_answer = 0; // counts: what comes late, for another one, is dropped
};

} // namespace desk
