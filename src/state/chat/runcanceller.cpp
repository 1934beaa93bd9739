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

QString RunCanceller::server() const
{
    const Profile &profile = m_workspace.profile();
    return profile.id.isEmpty() ? profile.name : profile.id;
}

void RunCanceller::cancel(const RunId &run)
{
    cancel(run, server());
}

void RunCanceller::cancel(const RunId &run, const QString &server)
{
    const Stopped one{run, server};
    if (run.isEmpty() || m_runs.contains(one))
        return;
    m_runs.append(one);
    ask();
}

void RunCanceller::forget()
{
    m_again.stop();
    m_runs.clear();
}

void RunCanceller::goOn()
{
    m_tries = 0;
    ask();
}

void RunCanceller::ask()
{
    if (m_isAsking || m_workspace.state() != Workspace::State::Ready)
        return; // ready() goes on
    const auto isHere = [here = server()](const Stopped &one) { return one.server == here; };
    if (!m_workspace.capabilities().has(feature::runCancel))
        m_runs.removeIf(isHere);
    const auto next = std::find_if(m_runs.cbegin(), m_runs.cend(), isHere);
    if (next == m_runs.cend())
        return;
    m_again.stop();
    m_isAsking = true;
    m_api.runs().cancel(next->run)->then(this, [this, one = *next](const Result<> &answer) { onAnswered(one, answer); });
}

void RunCanceller::onAnswered(const Stopped &one, const Result<> &answer)
{
    m_isAsking = false;
    if (!answer && !answer.error().isFinal())
        return onRefused(answer.error());
    m_tries = 0;
    m_runs.removeOne(one);
    ask();
}

void RunCanceller::onRefused(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return; // the connection was taken away
    qCWarning(logState) << "a run is not yet cancelled:" << error.message << error.detail;
    m_again.start(std::min(longestWaitMs, firstWaitMs << std::min(m_tries++, 6)));
}

} // namespace desk
