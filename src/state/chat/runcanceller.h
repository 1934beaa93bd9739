#pragma once

#include "domain/ids.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace desk {

class ApiClient;
struct Error;
class Workspace;

// Runs that the person has stopped: the server is asked to end each until it has answered, through cuts, sign-ins and its restarts, so that
// no tool works on in the name of a turn that is shown as stopped. A server without run_cancel is not asked. What is still here when the
// program ends is found again when its conversation is opened (ChatSession). Lives in the GUI thread.
class RunCanceller : public QObject
{
    Q_OBJECT
public:
    RunCanceller(ApiClient &api, Workspace &workspace, QObject *parent = nullptr);

    void cancel(const RunId &run);                                 // again, for one that is asked already: nothing
    [[nodiscard]] bool isDone() const { return m_runs.isEmpty(); } // nothing is left to ask

private:
    void ask();
    void onRefused(const Error &error);
    void goOn();

    ApiClient &m_api;
    Workspace &m_workspace;
    QList<RunId> m_runs; // the first is asked, or waits
    QTimer m_again;
    int m_tries = 0; // in a row
    bool m_isAsking = false;
};

} // namespace desk
