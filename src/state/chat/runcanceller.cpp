#include "state/chat/runcanceller.h"

#include "api/apiclient.h"
#include "api/endpoints/runsapi.h"
#include "domain/log.h"
#include "state/workspace.h"

#include <algorithm>

namespace desk {

namespace {

constexpr int firstWaitMs = 1000;
constexpr int longestWaitMs = 60'000;

} // namespace

RunCanceller::RunCanceller(ApiClient &api, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &RunCanceller::ask);
    connect(&workspace, &Workspace::ready, this, &RunCanceller::goOn);
}

void RunCanceller::cancel(const RunId &run)
{
    if (run.isEmpty() || m_runs.contains(run))
        return;
    m_runs.append(run);
    ask();
}

void RunCanceller::goOn()
{
    m_tries = 0;
    ask();
}

void RunCanceller::ask()
{
    if (m_isAsking || m_runs.isEmpty() || m_workspace.state() != Workspace::State::Ready)
        return; // ready() goes on
    if (!m_workspace.capabilities().has(feature::runCancel))
        return m_runs.clear();
    m_again.stop();
    m_isAsking = true;
    m_api.runs().cancel(m_runs.constFirst())->then(this, [this](const Result<> &answer) {
        m_isAsking = false;
        if (!answer && !answer.error().isFinal())
            return onRefused(answer.error());
        m_tries = 0;
        m_runs.removeFirst();
        ask();
    });
}

void RunCanceller::onRefused(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return; // the connection was taken away
    qCWarning(logState) << "a run is not yet cancelled:" << error.message << error.detail;
    m_again.start(std::min(longestWaitMs, firstWaitMs << std::min(m_tries++, 6)));
}

} // namespace desk
