#pragma once

#include "domain/definition.h"
#include "domain/error.h"
#include "domain/workflow.h"
#include "state/definitions/exchange/definitionport.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"
#include "wire/json/threeway.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>

namespace desk {

class DefinitionDrafts;
class DefinitionHistory;

// One workflow that is written: its graph, what it was on the server when that began, and how it is saved. What is done to it, what could
// be undone and done again, and its comments are kept on this computer with every change and come back after a restart, also of one that
// was saved (D-60). Lives in the GUI thread.
//
//   Editing → Saving → Editing (saved() or failed())
//                    → Conflict → resolve() → Saving …   or   → giveUp() → Editing, on what the server has
class WorkflowSession : public QObject
{
    Q_OBJECT
public:
    static constexpr QLatin1StringView newPrefix{"new-"}; // of the drafts of new ones

    enum class State { Editing, Saving, Conflict };
    Q_ENUM(State)

    struct Services {
        DefinitionPort &port;                 // of workflows; outlives it, as all of them
        DefinitionDrafts *drafts = nullptr;   // null: what is not saved ends with the session
        DefinitionHistory *history = nullptr; // null: no versions are kept
        QString author = {};                  // of the versions; empty: not known
    };

    explicit WorkflowSession(const Services &services, QObject *parent = nullptr);
    ~WorkflowSession() override; // keeps what is not kept yet

    // What was kept of it comes after this call, with draftTaken() where it is not saved.
    void open(const Workflow &workflow);
    void openNew(const Workflow &start = {}, const QString &draftId = {}); // a copy of another, for instance; with a draftId: goes on
    void close();                                                          // keeps what is not kept yet
    void keepNow();                                                        // the same, and it stays open
    void abandon();                                                        // closes a new one, of which nothing stays

    [[nodiscard]] WorkflowGraph &graph() { return m_graph; }
    [[nodiscard]] const WorkflowGraph &graph() const { return m_graph; }
    [[nodiscard]] WorkflowEditing &editing() { return m_editing; }
    [[nodiscard]] const Workflow &base() const { return m_base; } // as the server has it; of a new one what it began with
    [[nodiscard]] Workflow mine() const;                          // of the graph; what cannot be read is as in base()
    [[nodiscard]] bool isOpen() const { return !m_key.id.isEmpty(); }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] bool isReadOnly() const { return m_base.isBuiltin; } // a copy can be written
    [[nodiscard]] bool isDirty() const;                                // known from the last time until something changes
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const wire::ThreeWay &conflict() const { return m_conflict; }

    void save(); // not while saving
    void resolve(const QHash<QString, wire::Side> &choices);
    void giveUp();  // takes the server's whole; mine can be undone to
    void editOn();  // leaves the conflict for later: the next save finds it again
    void discard(); // back to base, which can be undone too

Q_SIGNALS:
    void opened();  // another workflow, or what was kept of it
    void ready();   // once after open(): what was kept of it has come, or there is none
    void changed(); // the graph, or isDirty()
    void stateChanged();
    void draftTaken(const QDateTime &at); // what is shown is not saved, and was kept then (UTC)
    void saved(const desk::WorkflowId &id, const QStringList &notKept, const QStringList &alsoChanged);
    void failed(const desk::Error &error);
    void lateTaken(); // the answer to a save that was under way when it was closed; nothing follows it

private:
    void start(const Workflow &workflow, const DefinitionKey &key, bool isNew);
    void takeKept(const DefinitionDraft &draft);
    void takeDraft(const DefinitionDraft &draft);
    void keep();
    void setBase(const Workflow &server);
    [[nodiscard]] QJsonObject whole() const; // with what the server sets by itself
    void takeSaved(const QJsonObject &definition, const QStringList &notKept, const QStringList &alsoChanged);
    void takeLate(const DefinitionKey &left, const Result<DefinitionPort::Saved> &answer);
    void takeRefusal(const Error &error);
    void askServer(const Error &refusal);
    void rebase(const Workflow &server);
    void setState(State state);

    Services m_services;
    WorkflowGraph m_graph;
    WorkflowEditing m_editing;
    Workflow m_base;
    QJsonObject m_baseJson;
    QJsonObject m_sent; // of the save under way
    Workflow m_server;  // of the conflict
    wire::ThreeWay m_conflict;
    mutable std::optional<bool> m_dirty; // isDirty(), while it is known
    DefinitionKey m_key;                 // of the draft
    QTimer m_soon;                       // to be kept
    quint64 m_round = 0;                 // of open(): answers of an earlier one are dropped
    State m_state = State::Editing;
    bool m_isNew = false;
};

} // namespace desk
