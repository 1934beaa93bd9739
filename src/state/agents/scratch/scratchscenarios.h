#pragma once

#include "domain/dataset.h"
#include "domain/error.h"
#include "domain/result.h"

#include <QList>
#include <QObject>

namespace desk {

class ApiClient;
class Workspace;

// Where a question and what a good answer has to say are kept for evaluations (AG-48, contract 3.15). Not every server has that. GUI
// thread.
class ScratchScenarios : public QObject
{
    Q_OBJECT
public:
    enum class Support { Unknown, Asking, Offered, Missing, Failed };
    Q_ENUM(Support)

    ScratchScenarios(ApiClient &api, Workspace &workspace, QObject *parent = nullptr);

    void load(); // once a connection, from now on by itself with each; again after a failure
    [[nodiscard]] Support support() const { return m_support; }
    [[nodiscard]] QString whyNot() const;                                       // for people; empty: offered
    [[nodiscard]] const QList<Dataset> &datasets() const { return m_datasets; } // newest first; names are hostile
    [[nodiscard]] bool isKeeping() const { return m_isKeeping; }

    // kept() or failed() follows; nothing happens while another is being kept. A new dataset stays when only its scenario fails.
    void keep(const Dataset &dataset, const Scenario &scenario); // without an id: a new one

Q_SIGNALS:
    void changed(); // support, datasets, isKeeping
    void kept(const QString &dataset);
    void failed(const desk::Error &error);

private:
    void forget();
    void take(const Result<QList<Dataset>> &answer);
    void add(const Dataset &dataset, const Scenario &scenario);
    void fail(const Error &error);

    ApiClient &m_api;
    Workspace &m_workspace;
    QList<Dataset> m_datasets;
    Error m_error;
    Support m_support = Support::Unknown;
    quint64 m_generation = 0; // of the connection
    bool m_isKeeping = false;
    bool m_isWanted = false; // load() was called
};

} // namespace desk
