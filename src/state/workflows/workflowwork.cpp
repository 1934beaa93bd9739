#include "state/workflows/workflowwork.h"

#include "auth/authmanager.h"
#include "state/definitions/definitionrecords.h"
#include "state/workflows/workflowport.h"
#include "state/workflows/workflowsession.h"
#include "state/workspace.h"

namespace desk {

WorkflowWork::WorkflowWork(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_records(services.cache)
    , m_inputs(services.user)
    , m_executions(services.api, services.workspace, m_records, m_inputs)
    , m_begun(services.definitions.drafts(), DefinitionKind::Workflow, WorkflowSession::newPrefix)
{
    connect(&m_inputs, &WorkflowInputs::notKept, this, &WorkflowWork::notKept);
}

void WorkflowWork::open(const QString &account)
{
    m_records.open(account);
    m_inputs.open(account);
    m_begun.load();
}

void WorkflowWork::forget(const QString &account)
{
    m_inputs.forget(account);
    m_begun.clear();
    m_executions.clear();
}

void WorkflowWork::clear()
{
    m_executions.clear();
}

void WorkflowWork::keepNow()
{
    m_sessions.removeIf([](const auto &session) { return session.isNull(); });
    for (const QPointer<WorkflowSession> &session : std::as_const(m_sessions))
        session->keepNow();
}

WorkflowSession *WorkflowWork::newSession(QObject *parent)
{
    auto *port = new WorkflowPort(m_services.api, &m_services.store);
    const AuthManager *manager = m_services.workspace.session();
    auto *session = new WorkflowSession({*port, &m_services.definitions.drafts(), &m_services.definitions.history(),
                                         manager != nullptr ? manager->person().label() : QString()},
                                        parent);
    m_sessions.append(session);
    port->setParent(session); // which uses it until its end
    return session;
}

} // namespace desk
