#include "state/agents/scratch/scratchscenarios.h"

#include "api/apiclient.h"
#include "api/endpoints/datasetsapi.h"
#include "state/workspace.h"

namespace desk {

ScratchScenarios::ScratchScenarios(ApiClient &api, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::stateChanged, this, &ScratchScenarios::forget);
    connect(&workspace, &Workspace::accountChanged, this, &ScratchScenarios::forget);
    connect(&workspace, &Workspace::ready, this, [this] {
        if (m_isWanted)
            load();
    });
}

void ScratchScenarios::forget()
{
    ++m_generation;
    m_datasets.clear();
    m_support = Support::Unknown;
    if (m_isKeeping) {
        Error error;
        error.kind = Error::Kind::Interrupted;
        error.message = tr("The connection was lost while the scenario was being kept. It may be there all the same.");
        fail(error);
    } else {
        Q_EMIT changed();
    }
}

QString ScratchScenarios::whyNot() const
{
    if (m_workspace.state() != Workspace::State::Ready)
        return tr("There is no connection to the server.");
    switch (m_support) {
    case Support::Offered:
        return {};
    case Support::Missing:
        return tr("This server keeps no scenarios for evaluations.");
    case Support::Failed:
        return m_error.userText();
    case Support::Unknown:
    case Support::Asking:
        break;
    }
    return tr("Whether this server keeps scenarios for evaluations is not known yet.");
}

void ScratchScenarios::load()
{
    m_isWanted = true;
    const bool isKnown = m_support != Support::Unknown && m_support != Support::Failed;
    if (isKnown || m_workspace.state() != Workspace::State::Ready)
        return;
    m_support = Support::Asking;
    m_api.datasets().list()->then(this, [this, generation = m_generation](const Result<QList<Dataset>> &answer) {
        if (generation == m_generation)
            take(answer);
    });
    Q_EMIT changed();
}

void ScratchScenarios::take(const Result<QList<Dataset>> &answer)
{
    if (answer) {
        m_datasets = *answer;
        m_datasets.removeIf([](const Dataset &dataset) { return !dataset.isActive; });
        m_support = Support::Offered;
    } else {
        m_error = answer.error();
        m_support = m_error.kind == Error::Kind::NotFound ? Support::Missing : Support::Failed;
    }
    Q_EMIT changed();
}

void ScratchScenarios::keep(const Dataset &dataset, const Scenario &scenario)
{
    if (m_isKeeping || m_support != Support::Offered)
        return;
    m_isKeeping = true;
    Q_EMIT changed();
    if (!dataset.id.isEmpty())
        return add(dataset, scenario);
    m_api.datasets().create(dataset)->then(this, [this, scenario, generation = m_generation](const Result<Dataset> &answer) {
        if (generation != m_generation)
            return;
        if (!answer)
            return fail(answer.error());
        m_datasets.prepend(*answer);
        add(*answer, scenario);
    });
}

void ScratchScenarios::add(const Dataset &dataset, const Scenario &scenario)
{
    m_api.datasets()
        .createScenario(dataset.id, scenario)
        ->then(this, [this, name = dataset.name, generation = m_generation](const Result<Scenario> &answer) {
            if (generation != m_generation)
                return;
            if (!answer)
                return fail(answer.error());
            m_isKeeping = false;
            Q_EMIT changed();
            Q_EMIT kept(name);
        });
}

void ScratchScenarios::fail(const Error &error)
{
    m_isKeeping = false;
    Q_EMIT changed();
    if (error.kind != Error::Kind::Cancelled)
        Q_EMIT failed(error);
}

} // namespace desk
