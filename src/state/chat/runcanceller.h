#pragma once

#include "domain/ids.h"
#include "domain/result.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

namespace desk {

class ApiClient;
class Workspace;

// Runs that the person has stopped: the server is asked to end each until it has answered, through cuts, sign-ins and its restarts, so that
// no tool works on in the name of a turn that is shown as stopped. A server without run_cancel is not asked, and only the one that has the
// run is: while another is open, it waits. What is still here when the program ends is found again when its conversation is opened
// (ChatSession). Lives in the GUI thread.
class RunCanceller : public QObject
{
    Q_OBJECT
public:
    RunCanceller(ApiClient &api, Workspace &workspace, QObject *parent = nullptr);

    void cancel(const RunId &run);                                 // of the open server; again, for one that is asked already: nothing
    void cancel(const RunId &run, const QString &server);          // the same, of a server()
    void forget();                                                 // somebody else is signed in: not to be asked for in that name
    [[nodiscard]] QString server() const;                          // the open one
    [[nodiscard]] bool isDone() const { return m_runs.isEmpty(); } // nothing is left to ask

private:
    struct Stopped {
        RunId run;
        QString server;

        bool operator==(const Stopped &) const = default;
    };

    void ask();
    void onAnswered(const Stopped &one, const Result<> &answer);
    void onRefused(const Error &error);
    void goOn();

    ApiClient &m_api;
    Workspace &m_workspace;
    QList<Stopped> m_runs; // the first of the open server is asked, or waits
    QTimer m_again;
    int m_tries = 0; // in a row
    bool m_isAsking = false;
};

} // namespace desk
