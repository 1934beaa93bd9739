#pragma once

#include "domain/agent.h"
#include "domain/error.h"
#include "state/agents/agentrules.h"
#include "state/definitions/begundefinitions.h"
#include "wire/json/threeway.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

namespace desk {

class AgentSave;
class AgentStore;
class ApiClient;
class DefinitionDrafts;
class DefinitionHistory;
struct DefinitionDraft;

// One agent being written: what the person has now (mine), what they started from (base), what is wrong with it, and how it is saved.
// Every change is kept as a draft of this computer until it is saved or thrown away (AG-50), without secrets of its tool servers, which are
// as the server has them when the draft is taken up. Lives in the GUI thread.
//
//   Editing → Saving → Editing (saved() or failed())
//                    → Conflict → resolve() → Saving …   or   → giveUp() → Editing, on what the server has
class AgentEditing : public QObject
{
    Q_OBJECT
public:
    enum class State { Editing, Saving, Conflict };
    Q_ENUM(State)

    struct Services {
        ApiClient &api;
        AgentStore &store;
        DefinitionDrafts *drafts = nullptr;   // null: what is not saved ends with the editor
        DefinitionHistory *history = nullptr; // null: no versions are kept
        QString author = {};                  // of the versions; empty: not known
    };

    explicit AgentEditing(const Services &services, QObject *parent = nullptr);
    ~AgentEditing() override;

    // A draft of it that was kept comes after this call, with draftTaken(). What somebody has changed by then is over it, and undo leads to
    // the draft as it was kept.
    void open(const Agent &agent);
    void openNew(const Agent &start);                     // a copy of another, for instance
    void openBlank();                                     // what was begun last and never saved goes on: as open()
    void openEmpty();                                     // nothing goes on
    void openBegun(const QString &draftId);               // what was begun, of begun()
    void setSurroundings(const AgentSurroundings &known); // what the rules are checked against; takenNames come from the store

    [[nodiscard]] bool isNew() const { return m_isNew; }
    // The other new agents that were begun; of a new one, after begunChanged().
    [[nodiscard]] QList<BegunDefinitions::Entry> begun() const;
    [[nodiscard]] const Agent &mine() const { return m_mine; }
    [[nodiscard]] const Agent &base() const { return m_base; }
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QList<AgentRemark> &remarks() const { return m_remarks; } // the rules', then the server's
    // What stops a save: rules that are broken where something is sent. What the server refused may be tried again, and what was wrong
    // before and is not touched does not go to the server.
    [[nodiscard]] QList<AgentRemark> obstacles() const;
    [[nodiscard]] const AgentSurroundings &surroundings() const { return m_checkedAgainst; }

    // By a person. Changes of one field within a moment are undone together; `field` is any name of it.
    void edit(const Agent &mine, const QString &field);
    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.isEmpty(); }
    void undo();
    void redo();
    void discard(); // back to base, and the draft goes

    void save(); // not while there are obstacles() or saving
    [[nodiscard]] const wire::ThreeWay &conflict() const { return m_conflict; }
    void resolve(const QHash<QString, wire::Side> &choices); // saves what comes of it; a further change by others is a further conflict
    void giveUp();                                           // takes the server's whole; mine can be undone to

    // What is not saved outlives the editor: there is a place for it, and the disk takes it.
    [[nodiscard]] bool isDraftKept() const { return m_services.drafts && !m_isDraftRefused; }

    void editOn(); // later: the next save meets it again

Q_SIGNALS:
    void changed(); // mine, by whatever; also canUndo(), canRedo(), isDirty()
    void remarksChanged();
    void stateChanged(); // also isDraftKept()
    void begunChanged();
    void draftTaken(const QDateTime &at); // mine is what was kept then (UTC)
    void saved(const desk::AgentId &id, const QStringList &notKept, const QStringList &alsoChanged);
    void failed(const desk::Error &error); // what concerns one field is among the remarks as well

private:
    struct Step {
        Agent mine;
        QString field;
    };

    void start(Agent agent, bool isNew, const QString &draftId);
    void findDraft();
    void takeDraft(const std::optional<DefinitionDraft> &draft);
    [[nodiscard]] Agent writtenOver(const Agent &other) const;
    void show(const Agent &mine);
    void check();
    void keepDraft();
    void dropDraft();
    void setDraftRefused(bool isRefused);
    void startSave();
    void endSave();
    void takeSaved(const Agent &agent, const QStringList &notKept, const QStringList &alsoChanged);
    void takeConflict(const wire::ThreeWay &merge, const Agent &server);
    void moveToServer();
    void takeFailure(const Error &error);
    void setState(State state);

    Services m_services;
    Agent m_base;
    Agent m_mine;
    Agent m_server; // of the conflict
    wire::ThreeWay m_conflict;
    AgentSurroundings m_known;
    AgentSurroundings m_checkedAgainst; // that, and what is known of the other agents
    QList<AgentRemark> m_remarks;
    QList<AgentRemark> m_refusals; // of the server, until the field changes
    QList<Step> m_undo;            // what was before each step
    QList<Step> m_redo;
    QElapsedTimer m_sinceStep;
    QString m_draftId;
    QPointer<AgentSave> m_save;
    BegunDefinitions *m_begun = nullptr; // null: there are no drafts
    State m_state = State::Editing;
    bool m_isNew = false;
    bool m_isDraftRefused = false;
};

} // namespace desk
