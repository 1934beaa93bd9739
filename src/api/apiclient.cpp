#include "api/apiclient.h"

#include "api/endpoints/adminapi.h"
#include "api/endpoints/agentsapi.h"
#include "api/endpoints/chatapi.h"
#include "api/endpoints/conversationsapi.h"
#include "api/endpoints/datasetsapi.h"
#include "api/endpoints/dispatcherapi.h"
#include "api/endpoints/evalrunsapi.h"
#include "api/endpoints/evaluatorsapi.h"
#include "api/endpoints/executionsapi.h"
#include "api/endpoints/filesapi.h"
#include "api/endpoints/insightsapi.h"
#include "api/endpoints/modelsapi.h"
#include "api/endpoints/observabilityapi.h"
#include "api/endpoints/runsapi.h"
#include "api/endpoints/schedulesapi.h"
#include "api/endpoints/sharesapi.h"
#include "api/endpoints/streamsapi.h"
#include "api/endpoints/systemapi.h"
#include "api/endpoints/tasksapi.h"
#include "api/endpoints/toolsapi.h"
#include "api/endpoints/workflowsapi.h"
#include "api/transport.h"

namespace desk {

struct ApiClient::Chapters {
    Transport &transport;
    AdminApi admin{transport};
    AgentsApi agents{transport};
    ChatApi chat{transport};
    ConversationsApi conversations{transport};
    DatasetsApi datasets{transport};
    DispatcherApi dispatcher{transport};
    EvalRunsApi evalRuns{transport};
    EvaluatorsApi evaluators{transport};
    ExecutionsApi executions{transport};
    FilesApi files{transport};
    InsightsApi insights{transport};
    ModelsApi models{transport};
    ObservabilityApi observability{transport};
    RunsApi runs{transport};
    SchedulesApi schedules{transport};
    SharesApi shares{transport};
    StreamsApi streams{transport};
    SystemApi system{transport};
    TasksApi tasks{transport};
    ToolsApi tools{transport};
    WorkflowsApi workflows{transport};
};

ApiClient::ApiClient(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_chapters(new Chapters{transport})
{
}

ApiClient::~ApiClient() = default;

void ApiClient::setBaseUrl(const QUrl &url)
{
    m_transport.setBaseUrl(url);
}

AdminApi &ApiClient::admin()
{
    return m_chapters->admin;
}

AgentsApi &ApiClient::agents()
{
    return m_chapters->agents;
}

ChatApi &ApiClient::chat()
{
    return m_chapters->chat;
}

ConversationsApi &ApiClient::conversations()
{
    return m_chapters->conversations;
}

DatasetsApi &ApiClient::datasets()
{
    return m_chapters->datasets;
}

DispatcherApi &ApiClient::dispatcher()
{
    return m_chapters->dispatcher;
}

EvalRunsApi &ApiClient::evalRuns()
{
    return m_chapters->evalRuns;
}

EvaluatorsApi &ApiClient::evaluators()
{
    return m_chapters->evaluators;
}

ExecutionsApi &ApiClient::executions()
{
    return m_chapters->executions;
}

FilesApi &ApiClient::files()
{
    return m_chapters->files;
}

InsightsApi &ApiClient::insights()
{
    return m_chapters->insights;
}

ModelsApi &ApiClient::models()
{
    return m_chapters->models;
}

ObservabilityApi &ApiClient::observability()
{
    return m_chapters->observability;
}

RunsApi &ApiClient::runs()
{
    return m_chapters->runs;
}

SchedulesApi &ApiClient::schedules()
{
    return m_chapters->schedules;
}

SharesApi &ApiClient::shares()
{
    return m_chapters->shares;
}

StreamsApi &ApiClient::streams()
{
    return m_chapters->streams;
}

SystemApi &ApiClient::system()
{
    return m_chapters->system;
}

TasksApi &ApiClient::tasks()
{
    return m_chapters->tasks;
}

ToolsApi &ApiClient::tools()
{
    return m_chapters->tools;
}

WorkflowsApi &ApiClient::workflows()
{
    return m_chapters->workflows;
}

} // namespace desk
