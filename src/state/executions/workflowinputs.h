#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "state/executions/workflowinput.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace desk {

class StoreThread;
struct StoreReport;

// The presets and the last inputs of one account's workflows (WF-18), in memory and in user.db, where each change is written at once. What
// looks like a secret stays with the server: it is not kept here. Lives in the GUI thread.
class WorkflowInputs : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostLast = 10; // of a workflow: the oldest goes
    static constexpr qsizetype mostPresets = 100;

    explicit WorkflowInputs(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account);   // AuthManager::account(), after TurnJournal::adopt(); reads, changed() follows
    void forget(const QString &account); // in memory; the rows go with TurnJournal::removeAccount()
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] QList<WorkflowInput> presets(const WorkflowId &workflow) const; // by name
    [[nodiscard]] QList<WorkflowInput> last(const WorkflowId &workflow) const;    // the latest first

    void used(const WorkflowId &workflow, const QJsonObject &input); // it was run with: the same one again comes first
    // Replaces the preset of this name. False: no name, too long, or no room.
    bool keep(const WorkflowId &workflow, const QString &name, const QJsonObject &input);
    void remove(const QString &id);

Q_SIGNALS:
    void changed();                         // loaded, or changed by somebody
    void notKept(const desk::Error &error); // the disk did not take it; it counts until the program ends

private:
    void onOpened(const StoreReport &report);
    void load();
    void put(const WorkflowInput &input);
    [[nodiscard]] QList<WorkflowInput> of(const WorkflowId &workflow, bool presets) const;

    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
    QList<WorkflowInput> m_inputs;
    QSet<QString> m_removed; // before everything was read
    quint64 m_generation = 0;
    bool m_isLoaded = false;
    bool m_mustLoadAgain = false;
};

} // namespace desk
