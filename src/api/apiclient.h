#pragma once

#include <QObject>
#include <QUrl>

#include <memory>

namespace desk {

class AdminApi;
class AgentsApi;
class ChatApi;
class ConversationsApi;
class DatasetsApi;
class DispatcherApi;
class EvalRunsApi;
class EvaluatorsApi;
class ExecutionsApi;
class FilesApi;
class InsightsApi;
class ModelsApi;
class ObservabilityApi;
class RunsApi;
class SchedulesApi;
class SharesApi;
class StreamsApi;
class SystemApi;
class TasksApi;
class ToolsApi;
class Transport;
class WorkflowsApi;

// Every operation of the server that a desktop uses, one typed function each, by the chapters of the contract: include the chapter's
// header from api/endpoints where you use it. Knows HTTP; knows no model, no widget, no keychain. The returned call or stream belongs
// to the transport and deletes itself. GUI thread.
class ApiClient : public QObject
{
    Q_OBJECT
public:
    explicit ApiClient(Transport &transport, QObject *parent = nullptr);
    ~ApiClient() override;

    void setBaseUrl(const QUrl &url);
    [[nodiscard]] Transport &transport() { return m_transport; }

    [[nodiscard]] AdminApi &admin();
    [[nodiscard]] AgentsApi &agents();
    [[nodiscard]] ChatApi &chat();
    [[nodiscard]] ConversationsApi &conversations();
    [[nodiscard]] DatasetsApi &datasets();
    [[nodiscard]] DispatcherApi &dispatcher();
    [[nodiscard]] EvalRunsApi &evalRuns();
    [[nodiscard]] EvaluatorsApi &evaluators();
    [[nodiscard]] ExecutionsApi &executions();
    [[nodiscard]] FilesApi &files();
    [[nodiscard]] InsightsApi &insights();
    [[nodiscard]] ModelsApi &models();
    [[nodiscard]] ObservabilityApi &observability();
    [[nodiscard]] RunsApi &runs();
    [[nodiscard]] SchedulesApi &schedules();
    [[nodiscard]] SharesApi &shares();
    [[nodiscard]] StreamsApi &streams();
    [[nodiscard]] SystemApi &system();
    [[nodiscard]] TasksApi &tasks();
    [[nodiscard]] ToolsApi &tools();
    [[nodiscard]] WorkflowsApi &workflows();

private:
    struct Chapters;
    Transport &m_transport;
    std::unique_ptr<Chapters> m_chapters;
};

} // namespace desk
