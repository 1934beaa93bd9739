#include "state/chat/toolrun.h"

#include "api/apiclient.h"
#include "api/endpoints/toolsapi.h"
#include "state/workspace.h"
#include "wire/json/approvaljson.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

void drop(QPointer<ApiCallBase> &slot, QObject *listener)
{
    if (ApiCallBase *call = std::exchange(slot, nullptr)) {
        call->disconnect(listener);
        call->abort();
    }
}

Error inWords(const Error &error)
{
    if (error.kind != Error::Kind::NotFound)
        return error;
    Error missing = error;
    missing.message = ToolRun::tr("The server does not have this tool any more, or does not run tools by themselves.");
    missing.nextStep.clear();
    return missing;
}

} // namespace

ToolRun::ToolRun(ApiClient &api, const Workspace &workspace, const QString &tool, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
    , m_tool(tool)
{
    connect(&workspace, &Workspace::stateChanged, this, &ToolRun::changed);
    connect(&workspace, &Workspace::accountChanged, this, &ToolRun::forget);
}

ToolRun::~ToolRun()
{
    cancel();
    drop(m_look, this);
}

QString ToolRun::whyNot() const
{
    if (m_tool.isEmpty())
        return tr("The server did not say which tool it was.");
    if (m_workspace.state() != Workspace::State::Ready)
        return tr("There is no connection to the server.");
    if (m_missing)
        return tr("This server has no tool of this name that can be run by itself.");
    return {};
}

void ToolRun::lookUp()
{
    if (m_look || !m_id.isEmpty() || !whyNot().isEmpty())
        return;
    ApiCall<QList<Tool>> *call = m_api.tools().list();
    m_look = call;
    call->then(this, [this](const Result<QList<Tool>> &tools) { takeTools(tools); });
}

void ToolRun::takeTools(const Result<QList<Tool>> &tools)
{
    m_look = nullptr;
    if (!tools && tools.error().kind != Error::Kind::NotFound) {
        if (isRunning())
            finish(Unexpected{tools.error()}); // else run() asks again
        return;
    }
    if (tools) {
        const auto found = std::find_if(tools->begin(), tools->end(), [this](const Tool &tool) { return tool.name == m_tool; });
        if (found != tools->end()) {
            m_id = found->id;
            m_schema = found->inputSchema();
        }
    }
    m_missing = m_id.isEmpty();
    Q_EMIT changed();
    if (isRunning() && !m_missing) {
        test();
    } else if (isRunning()) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.message = whyNot();
        finish(Unexpected{error});
    }
}

void ToolRun::run(const QJsonObject &input)
{
    if (isRunning() || !whyNot().isEmpty())
        return;
    m_input = input;
    if (m_id.isEmpty())
        lookUp();
    else
        test();
}

void ToolRun::approve()
{
    if (!m_asked || !m_input)
        return;
    const QString hash = std::exchange(m_asked, std::nullopt)->argumentsHash;
    test(hash);
    Q_EMIT changed();
}

void ToolRun::ask(const Prompt &prompt)
{
    m_call = nullptr;
    m_asked = prompt;
    m_asked->toolName = m_tool;
    m_asked->arguments = *m_input;
    Q_EMIT changed();
}

void ToolRun::test(const std::optional<QString> &approvedHash)
{
    QElapsedTimer clock;
    clock.start();
    ApiCall<ToolTestResult> *call = approvedHash ? m_api.tools().testApproved(m_id, *m_input, *approvedHash, m_providers)
                                                 : m_api.tools().test(m_id, *m_input, m_providers);
    m_call = call;
    call->then(this, [this, clock](Result<ToolTestResult> outcome) {
        if (const auto prompt = outcome ? std::nullopt : wire::approvalAsked(outcome.error()))
            return ask(*prompt);
        if (!outcome)
            return finish(Unexpected{inWords(outcome.error())});
        if (outcome->executionMs < 0)
            outcome->executionMs = clock.elapsed();
        finish(outcome);
    });
}

void ToolRun::cancel()
{
    m_asked.reset();
    m_input.reset(); // a look at the tools may go on: it does nothing
    drop(m_call, this);
}

void ToolRun::finish(const Result<ToolTestResult> &outcome)
{
    m_call = nullptr;
    m_asked.reset();
    m_input.reset();
    Q_EMIT done(outcome);
}

void ToolRun::forget()
{
    const bool wasRunning = isRunning();
    cancel();
    drop(m_look, this);
    m_id = {};
    m_schema = {};
    m_missing = false;
    Q_EMIT changed();
    if (wasRunning) {
        Error error;
        error.kind = Error::Kind::Interrupted;
        error.message = tr("Another account was opened.");
        finish(Unexpected{error});
    }
}

} // namespace desk
