#include "state/executions/workflowinputs.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "state/definitions/files/definitionsecrets.h"
#include "state/store/storethread.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QList<WorkflowInput> readInputs(Database &database, const QString &account)
{
    QList<WorkflowInput> all;
    Statement rows(database, "SELECT id, workflow, name, input, used_ms FROM workflow_inputs WHERE account = ?");
    rows.bind(account);
    while (rows.next())
        all.append({rows.text(0), rows.text(1), rows.text(2), rows.json(3).toObject(), fromMs(rows.integer(4))});
    return all;
}

void writeInput(Database &database, const QString &account, const WorkflowInput &one)
{
    Statement(database, "INSERT INTO workflow_inputs(id, account, workflow, name, input, used_ms) VALUES(?,?,?,?,?,?) "
                        "ON CONFLICT DO UPDATE SET input = excluded.input, used_ms = excluded.used_ms")
        .bind(one.id, account, one.workflow, one.name.isNull() ? u""_s : one.name, compact(one.input), toMs(one.usedAt))
        .run();
}

QJsonObject keepable(const QJsonObject &input)
{
    QList<OmittedSecret> omitted;
    return withoutSecrets(input, omitted);
}

} // namespace

WorkflowInputs::WorkflowInputs(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &StoreThread::opened, this, &WorkflowInputs::onOpened);
}

void WorkflowInputs::onOpened(const StoreReport &report)
{
    if (std::exchange(m_mustLoadAgain, report.outcome == StoreReport::Outcome::ReadOnly))
        load();
}

void WorkflowInputs::open(const QString &account)
{
    m_account = account.isNull() ? u""_s : account;
    m_inputs.clear();
    m_removed.clear();
    m_isLoaded = false;
    Q_EMIT changed();
    load();
}

void WorkflowInputs::forget(const QString &account)
{
    if (account != m_account)
        return;
    m_inputs.clear();
    Q_EMIT changed();
}

void WorkflowInputs::load()
{
    m_store.run(
        this, [account = m_account](Database &database) { return readInputs(database, account); },
        [this, generation = ++m_generation](const Result<QList<WorkflowInput>> &rows) {
            if (generation != m_generation)
                return; // of another account
            const auto isKnown = [this](const WorkflowInput &row) {
                return m_removed.contains(row.id) ||
                       std::any_of(m_inputs.cbegin(), m_inputs.cend(), [&row](const WorkflowInput &one) { return one.id == row.id; });
            };
            for (const WorkflowInput &row : rows ? *rows : QList<WorkflowInput>()) {
                if (!isKnown(row)) // what was written meanwhile is newer
                    m_inputs.append(row);
            }
            m_mustLoadAgain = !rows;
            m_isLoaded = true;
            Q_EMIT changed();
        });
}

QList<WorkflowInput> WorkflowInputs::of(const WorkflowId &workflow, bool presets) const
{
    QList<WorkflowInput> out;
    std::copy_if(m_inputs.cbegin(), m_inputs.cend(), std::back_inserter(out), [&workflow, presets](const WorkflowInput &one) {
        return one.workflow == workflow.value() && one.name.isEmpty() != presets;
    });
    return out;
}

QList<WorkflowInput> WorkflowInputs::presets(const WorkflowId &workflow) const
{
    QList<WorkflowInput> out = of(workflow, true);
    std::sort(out.begin(), out.end(), [](const WorkflowInput &a, const WorkflowInput &b) {
        const int byName = QString::localeAwareCompare(a.name, b.name);
        return byName != 0 ? byName < 0 : a.id < b.id;
    });
    return out;
}

QList<WorkflowInput> WorkflowInputs::last(const WorkflowId &workflow) const
{
    QList<WorkflowInput> out = of(workflow, false);
    std::sort(out.begin(), out.end(),
              [](const WorkflowInput &a, const WorkflowInput &b) { return a.usedAt != b.usedAt ? a.usedAt > b.usedAt : a.id < b.id; });
    return out;
}

void WorkflowInputs::used(const WorkflowId &workflow, const QJsonObject &input)
{
    const QList<WorkflowInput> known = last(workflow);
    WorkflowInput one{{}, workflow.value(), {}, keepable(input), {}};
    const auto same = std::find_if(known.cbegin(), known.cend(), [&one](const WorkflowInput &row) { return row.input == one.input; });
    if (same != known.cend())
        one.id = same->id;
    else if (known.size() >= mostLast)
        remove(known.constLast().id);
    put(one);
}

bool WorkflowInputs::keep(const WorkflowId &workflow, const QString &name, const QJsonObject &input)
{
    WorkflowInput one{{}, workflow.value(), name.simplified(), keepable(input), {}};
    if (one.name.isEmpty() || one.name.size() > WorkflowInput::maxName || compact(one.input).size() > WorkflowInput::maxBytes)
        return false;
    const QList<WorkflowInput> known = presets(workflow);
    const auto same = std::find_if(known.cbegin(), known.cend(), [&one](const WorkflowInput &row) { return row.name == one.name; });
    if (same == known.cend() && known.size() >= mostPresets)
        return false;
    one.id = same == known.cend() ? QString() : same->id;
    put(one);
    return true;
}

void WorkflowInputs::put(const WorkflowInput &input)
{
    if (compact(input.input).size() > WorkflowInput::maxBytes)
        return;
    WorkflowInput one = input;
    if (one.id.isEmpty())
        one.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    qint64 usedMs = QDateTime::currentMSecsSinceEpoch();
    for (const WorkflowInput &row : std::as_const(m_inputs))
        usedMs = std::max(usedMs, toMs(row.usedAt) + 1); // never at the same time as another: their order is kept by it
    one.usedAt = fromMs(usedMs);
    m_inputs.removeIf([&one](const WorkflowInput &row) { return row.id == one.id; });
    m_inputs.append(one);
    m_store.run(
        this, [one, account = m_account](Database &database) { writeInput(database, account, one); },
        [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
    Q_EMIT changed();
}

void WorkflowInputs::remove(const QString &id)
{
    const QString key = id; // it may be the one that goes
    if (m_inputs.removeIf([&key](const WorkflowInput &one) { return one.id == key; }) == 0)
        return;
    if (!m_isLoaded)
        m_removed.insert(key);
    m_store.run(
        this,
        [key, account = m_account](Database &database) {
            Statement(database, "DELETE FROM workflow_inputs WHERE account = ? AND id = ?").bind(account, key).run();
        },
        [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
    Q_EMIT changed();
}

} // namespace desk
