#pragma once

#include "domain/definition.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/definitions/exchange/definitionport.h"
#include "state/definitions/exchange/importitem.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>

namespace desk {

class DefinitionHistory;

// Brings definitions of one kind onto a server: what would become of each is planned first, then the chosen ones are saved, one after the
// other, each over what the server has just then; and all that was done can be taken back (AG-06, D-62). Ends without another request
// when the server is left. Lives in the GUI thread.
//
//   Idle → Reading → Planned → Applying → Applied → RollingBack → RolledBack;  Reading → Failed with error();  anything → Abandoned
class DefinitionImport : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Reading, Failed, Planned, Applying, Applied, RollingBack, RolledBack, Abandoned };
    Q_ENUM(State)
    enum class Outcome { None, Created, Changed, Refused, Unknown, NotReached, TakenBack, Stays };

    struct Notes {
        DefinitionHistory *history = nullptr; // null: versions of this server are not kept here
        QString person = {};                  // whose changes they are
        VersionOrigin origin = VersionOrigin::Imported;
    };
    // What became of one item.
    struct Report {
        Outcome outcome = Outcome::None;
        QString text = {}; // for people: why it was refused or stays, or what is to be known of it; hostile
    };

    DefinitionImport(std::unique_ptr<DefinitionPort> port, Notes notes, QObject *parent = nullptr);
    ~DefinitionImport() override;

    void readFiles(const QStringList &paths); // files and folders
    void plan(const ImportSource &source);    // of definitions that are here already
    void replan();                            // more is known of the server, or it could not be asked before
    void apply(const QList<int> &items);      // those that can be; in Planned
    void abandon();                           // the server is another one: nothing more is sent
    void cancel();                            // after the one under way; Applied or RolledBack follows
    void rollBack();                          // in Applied: everything that was done here, the last first
    [[nodiscard]] bool canRollBack() const;

    [[nodiscard]] DefinitionKind kind() const { return m_port->kind(); }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state == State::Applying || m_state == State::RollingBack; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const QList<ImportItem> &items() const { return m_items; }
    [[nodiscard]] const Report &report(int item) const { return m_reports.at(item); }
    [[nodiscard]] int count(Outcome outcome) const;
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; }

Q_SIGNALS:
    void stateChanged(desk::DefinitionImport::State state);
    void planned();            // items() is new
    void progressed(int item); // report() of it
    void finished();           // Applied or RolledBack

private:
    // What a server is known to have been made to say.
    struct Step {
        int item = 0;
        bool isCreation = false;
        QJsonObject before;
        QJsonObject after;
    };

    void setState(State state);
    void fail(const Error &error);
    void takeServer(const Result<QList<QJsonObject>> &answer);
    void next();
    void saveItem(int item);
    void takeSaved(int item, const DefinitionPort::Saved &saved);
    void takeRefusal(int item, const Error &error);
    void report(int item, Outcome outcome, const QString &text = {});
    void noteVersion(const QJsonObject &definition);
    void undoNext();
    void findLost(const Step &step);
    void undo(const Step &step, const Result<QJsonObject> &answer);
    void removeAgain(const Step &step);
    void saveAsBefore(const Step &step);
    void undone(const Step &step, const Result<> &outcome);
    void finish(State state);

    std::unique_ptr<DefinitionPort> m_port;
    Notes m_notes;
    State m_state = State::Idle;
    Error m_error;
    ImportSource m_source;
    QList<ImportItem> m_items;
    QList<Report> m_reports;
    QList<int> m_queue;
    QList<Step> m_steps; // in the order they were done, and not taken back
    QList<Step> m_undoing;
    quint64 m_round = 0; // answers of an earlier one are dropped
    int m_done = 0;
    int m_total = 0;
    bool m_isCancelled = false;
};

} // namespace desk
