#pragma once

#include "domain/error.h"
#include "domain/workflow.h"

#include <QObject>

namespace desk {

class ApiClient;

// The workflows of the open workspace. They are written by WorkflowSession, which has them asked for anew.
class WorkflowStore : public QObject
{
    Q_OBJECT
public:
    explicit WorkflowStore(ApiClient &api, QObject *parent = nullptr);

    void refresh();
    void clear();                      // another workspace
    void remove(const WorkflowId &id); // also one that is used somewhere: the server does not look (contract 3.4)
    [[nodiscard]] const QList<Workflow> &workflows() const { return m_workflows; }
    [[nodiscard]] const Workflow *find(const WorkflowId &id) const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void workflowsChanged();
    void cleared(); // another workspace
    void loadingChanged();
    void failed(const desk::Error &error);
    void removed(const desk::WorkflowId &id);

private:
    ApiClient &m_api;
    QList<Workflow> m_workflows;
    quint64 m_generation = 0; // of the workspace
    bool m_loading = false;
    bool m_loaded = false;
};

} // namespace desk
