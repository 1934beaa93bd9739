#include "state/definitions/exchange/definitionimport.h"

#include "state/definitions/definitionhistory.h"
#include "state/definitions/exchange/definitionimportplan.h"
#include "state/definitions/exchange/definitionshape.h"
#include "state/inpool.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Error changedSince()
{
    Error changed;
    changed.kind = Error::Kind::Conflict;
    changed.message = DefinitionImport::tr("Somebody has changed it since. It stays as it is.");
    return changed;
}

} // namespace

DefinitionImport::DefinitionImport(std::unique_ptr<DefinitionPort> port, Notes notes, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_notes(std::move(notes))
{
    connect(m_port.get(), &DefinitionPort::left, this, &DefinitionImport::abandon);
}

DefinitionImport::~DefinitionImport() = default;

void DefinitionImport::abandon()
{
    if (m_state == State::Abandoned || (!isRunning() && m_items.isEmpty()))
        return;
    ++m_round;
    m_port->stop();
    setState(State::Abandoned);
}

void DefinitionImport::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

void DefinitionImport::fail(const Error &error)
{
    m_error = error;
    setState(State::Failed);
}

void DefinitionImport::readFiles(const QStringList &paths)
{
    if (isRunning() || paths.isEmpty())
        return;
    setState(State::Reading);
    runInPool([paths] { return DefinitionImportPlan::read(paths); }, this,
              [this, round = ++m_round](const ImportSource &source) {
                  if (round == m_round)
                      plan(source);
              });
}

void DefinitionImport::plan(const ImportSource &source)
{
    if (isRunning())
        return;
    m_source = source;
    m_steps.clear();
    m_state = State::Reading;
    replan();
}

void DefinitionImport::replan()
{
    if (m_state != State::Reading && m_state != State::Planned && m_state != State::Failed)
        return;
    setState(State::Reading);
    m_port->list([this, round = ++m_round](const Result<QList<QJsonObject>> &answer) {
        if (round == m_round)
            takeServer(answer);
    });
}

void DefinitionImport::takeServer(const Result<QList<QJsonObject>> &answer)
{
    if (!answer) {
        fail(answer.error());
        return;
    }
    runInPool([source = m_source, server = *answer, rules = m_port->rules()] { return DefinitionImportPlan::make(source, server, rules); },
              this,
              [this, round = m_round](const QList<ImportItem> &items) {
                  if (round != m_round)
                      return;
                  m_items = items;
                  m_reports = QList<Report>(items.size());
                  Q_EMIT planned();
                  setState(State::Planned);
              });
}

void DefinitionImport::apply(const QList<int> &items)
{
    if (m_state != State::Planned)
        return;
    m_queue.clear();
    for (const int item : items) {
        if (item >= 0 && item < m_items.size() && m_items.at(item).canApply() && !m_queue.contains(item))
            m_queue.append(item);
    }
    if (m_queue.isEmpty())
        return;
    m_done = 0;
    m_total = static_cast<int>(m_queue.size());
    m_isCancelled = false;
    ++m_round;
    setState(State::Applying);
    next();
}

void DefinitionImport::next()
{
    if (m_isCancelled) {
        for (const int item : std::exchange(m_queue, {}))
            report(item, Outcome::NotReached);
    }
    if (!m_queue.isEmpty()) {
        saveItem(m_queue.takeFirst());
        return;
    }
    finish(State::Applied);
}

void DefinitionImport::finish(State state)
{
    m_port->settle();
    setState(state);
    Q_EMIT finished();
}

void DefinitionImport::saveItem(int item)
{
    const auto take = [this, item, round = m_round](const Result<DefinitionPort::Saved> &answer) {
        if (round != m_round)
            return;
        if (answer)
            takeSaved(item, *answer);
        else
            takeRefusal(item, answer.error());
    };
    const ImportItem &planned = m_items.at(item);
    if (planned.state == ImportItem::State::New)
        m_port->create(planned.definition, take);
    else
        m_port->update(planned.before, planned.definition, take);
}

void DefinitionImport::takeSaved(int item, const DefinitionPort::Saved &saved)
{
    const bool isCreation = m_items.at(item).state == ImportItem::State::New;
    const DefinitionShape &shape = definitionShape(kind());
    QJsonObject before = m_items.at(item).before;
    if (!isCreation && !saved.alsoChanged.isEmpty()) // what somebody else did meanwhile stays when this is taken back
        before = shape.with(saved.definition, shape.changes(m_items.at(item).definition, before));
    m_steps.append({item, isCreation, before, saved.definition});
    noteVersion(saved.definition);
    QStringList words;
    if (!saved.notKept.isEmpty())
        words.append(tr("The server did not keep: %1.").arg(saved.notKept.join(u", "_s)));
    if (!saved.alsoChanged.isEmpty())
        words.append(tr("Somebody else changed meanwhile, which was kept: %1.").arg(saved.alsoChanged.join(u", "_s)));
    report(item, isCreation ? Outcome::Created : Outcome::Changed, words.join(u' '));
    next();
}

void DefinitionImport::takeRefusal(int item, const Error &error)
{
    const ImportItem &planned = m_items.at(item);
    // The answer was lost: whoever takes everything back looks what came of it.
    if (error.outcomeUnknown)
        m_steps.append({item, planned.state == ImportItem::State::New, planned.before, planned.definition});
    report(item, error.outcomeUnknown ? Outcome::Unknown : Outcome::Refused, error.userText());
    next();
}

void DefinitionImport::report(int item, Outcome outcome, const QString &text)
{
    m_reports[item] = {outcome, text};
    m_done = std::min(m_done + 1, m_total);
    Q_EMIT progressed(item);
}

void DefinitionImport::noteVersion(const QJsonObject &definition)
{
    if (!m_notes.history)
        return;
    DefinitionVersion version;
    version.key = {kind(), definition.value("id"_L1).toString()};
    version.name = definition.value("name"_L1).toString();
    version.json = definition;
    version.author = m_notes.person;
    version.origin = m_notes.origin;
    version.serverVersion = definition.value("version"_L1).toInt();
    m_notes.history->add(version);
}

void DefinitionImport::cancel()
{
    m_isCancelled = true;
}

bool DefinitionImport::canRollBack() const
{
    return (m_state == State::Applied || m_state == State::RolledBack) && !m_steps.isEmpty();
}

int DefinitionImport::count(Outcome outcome) const
{
    return static_cast<int>(
        std::count_if(m_reports.cbegin(), m_reports.cend(), [outcome](const Report &report) { return report.outcome == outcome; }));
}

void DefinitionImport::rollBack()
{
    if (!canRollBack())
        return;
    m_undoing = std::exchange(m_steps, {});
    m_done = 0;
    m_total = static_cast<int>(m_undoing.size());
    m_isCancelled = false;
    ++m_round;
    setState(State::RollingBack);
    undoNext();
}

void DefinitionImport::undoNext()
{
    if (m_isCancelled)
        m_steps = std::exchange(m_undoing, {}) + m_steps;
    if (m_undoing.isEmpty()) {
        finish(State::RolledBack);
        return;
    }
    const Step step = m_undoing.takeLast();
    const QString id = step.after.value("id"_L1).toString();
    if (id == "new"_L1) { // a creation whose answer was lost: by its name
        findLost(step);
        return;
    }
    m_port->get(id, [this, step, round = m_round](const Result<QJsonObject> &answer) {
        if (round == m_round)
            undo(step, answer);
    });
}

void DefinitionImport::findLost(const Step &step)
{
    m_port->list([this, step, round = m_round](const Result<QList<QJsonObject>> &answer) {
        if (round != m_round)
            return;
        Error gone;
        gone.kind = Error::Kind::NotFound;
        Result<QJsonObject> found{Unexpected{answer ? gone : answer.error()}};
        for (const QJsonObject &definition : answer ? *answer : QList<QJsonObject>()) {
            if (definition.value("name"_L1) == step.after.value("name"_L1))
                found = definition;
        }
        undo(step, found);
    });
}

void DefinitionImport::undo(const Step &step, const Result<QJsonObject> &answer)
{
    const DefinitionShape &shape = definitionShape(kind());
    const bool isGone = !answer && answer.error().kind == Error::Kind::NotFound;
    if (isGone && step.isCreation)
        return undone(step, {});
    if (!answer)
        return undone(step, Unexpected{answer.error()});
    if (!step.isCreation && shape.isSame(*answer, step.before))
        return undone(step, {}); // it never was done, or somebody else took it back
    if (!shape.isSame(*answer, step.after))
        return undone(step, Unexpected{changedSince()});
    Step found = step;
    found.after = *answer;
    if (step.isCreation)
        removeAgain(found);
    else
        saveAsBefore(found);
}

void DefinitionImport::removeAgain(const Step &step)
{
    m_port->remove(step.after, [this, step, round = m_round](const Result<> &outcome) {
        if (round == m_round)
            undone(step, outcome);
    });
}

void DefinitionImport::saveAsBefore(const Step &step)
{
    const DefinitionShape &shape = definitionShape(kind());
    const QJsonObject wanted = shape.with(step.after, shape.changes(step.after, step.before));
    m_port->update(step.after, wanted, [this, step, round = m_round](const Result<DefinitionPort::Saved> &answer) {
        if (round != m_round)
            return;
        if (answer)
            noteVersion(answer->definition);
        const bool isOther = !answer && answer.error().kind == Error::Kind::Conflict;
        undone(step, answer ? Result<>() : Result<>(Unexpected{isOther ? changedSince() : answer.error()}));
    });
}

void DefinitionImport::undone(const Step &step, const Result<> &outcome)
{
    if (!outcome && outcome.error().kind != Error::Kind::Conflict)
        m_steps.prepend(step); // it can be tried again
    report(step.item, outcome ? Outcome::TakenBack : Outcome::Stays, outcome ? QString() : outcome.error().userText());
    undoNext();
}

} // namespace desk
