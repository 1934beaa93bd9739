#include "state/tools/toolcases.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "state/store/storethread.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QList<ToolCase> readAll(Database &database, const QString &account)
{
    QList<ToolCase> all;
    Statement rows(database, "SELECT id, tool, name, input, expected, secrets, created_ms FROM tool_cases WHERE account = ?");
    rows.bind(account);
    while (rows.next()) {
        ToolCase one{rows.text(0), rows.text(1),           rows.text(2), rows.json(3).toObject(), rows.json(4).toObject(),
                     {},           fromMs(rows.integer(6))};
        const QJsonArray secrets = rows.json(5).toArray();
        for (const QJsonValue &name : secrets)
            one.secrets.append(name.toString());
        all.append(one);
    }
    return all;
}

void writeOne(Database &database, const QString &account, const ToolCase &one)
{
    Statement(database, "INSERT INTO tool_cases(id, account, tool, name, input, expected, secrets, created_ms) VALUES(?,?,?,?,?,?,?,?) "
                        "ON CONFLICT DO UPDATE SET name = excluded.name, expected = excluded.expected")
        .bind(one.id, account, one.tool, one.name, compact(one.input), compact(one.expected),
              compact(QJsonValue(QJsonArray::fromStringList(one.secrets))), toMs(one.createdAt))
        .run();
}

QString nameOf(const QString &typed)
{
    return typed.simplified().left(ToolCase::maxName);
}

} // namespace

ToolCases::ToolCases(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &StoreThread::opened, this, &ToolCases::onOpened);
}

void ToolCases::onOpened(const StoreReport &report)
{
    if (std::exchange(m_mustLoadAgain, report.outcome == StoreReport::Outcome::ReadOnly))
        load();
}

void ToolCases::open(const QString &account)
{
    m_account = account.isNull() ? u""_s : account;
    m_cases.clear();
    m_removed.clear();
    m_isLoaded = false;
    Q_EMIT changed();
    load();
}

void ToolCases::forget(const QString &account)
{
    if (account != m_account)
        return;
    m_cases.clear();
    Q_EMIT changed();
}

void ToolCases::load()
{
    m_store.run(
        this, [account = m_account](Database &database) { return readAll(database, account); },
        [this, generation = ++m_generation](const Result<QList<ToolCase>> &rows) {
            if (generation != m_generation)
                return; // of another account
            for (const ToolCase &row : rows ? *rows : QList<ToolCase>()) {
                if (find(row.id) == nullptr && !m_removed.contains(row.id)) // what was written meanwhile is newer
                    m_cases.append(row);
            }
            m_mustLoadAgain = !rows;
            m_isLoaded = true;
            Q_EMIT changed();
        });
}

QList<ToolCase> ToolCases::casesOf(const QString &tool) const
{
    QList<ToolCase> out;
    std::copy_if(m_cases.begin(), m_cases.end(), std::back_inserter(out), [&tool](const ToolCase &one) { return one.tool == tool; });
    std::sort(out.begin(), out.end(), [](const ToolCase &a, const ToolCase &b) {
        const int byName = QString::localeAwareCompare(a.name, b.name);
        return byName != 0 ? byName < 0 : a.id < b.id;
    });
    return out;
}

const ToolCase *ToolCases::find(const QString &id) const
{
    const auto found = std::find_if(m_cases.cbegin(), m_cases.cend(), [&id](const ToolCase &one) { return one.id == id; });
    return found == m_cases.cend() ? nullptr : &*found;
}

QString ToolCases::add(const ToolCase &made, const QString &name)
{
    ToolCase one = made;
    one.name = nameOf(name);
    if (one.name.isEmpty() || one.tool.isEmpty() || !hasRoom(one.tool))
        return {};
    one.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    one.createdAt = fromMs(QDateTime::currentMSecsSinceEpoch()); // to the millisecond, as it is kept
    put(one);
    return one.id;
}

void ToolCases::rename(const QString &id, const QString &name)
{
    const ToolCase *known = find(id);
    const QString kept = nameOf(name);
    if (known == nullptr || kept.isEmpty() || known->name == kept)
        return;
    ToolCase renamed = *known;
    renamed.name = kept;
    put(renamed);
}

void ToolCases::expect(const QString &id, const QJsonObject &outcome)
{
    const ToolCase *known = find(id);
    if (known == nullptr || known->expected == outcome)
        return;
    ToolCase changed = *known;
    changed.expected = outcome;
    put(changed);
}

void ToolCases::remove(const QString &id)
{
    if (find(id) == nullptr)
        return;
    const QString key = id; // it may be the one that goes
    m_cases.removeIf([&key](const ToolCase &one) { return one.id == key; });
    if (!m_isLoaded)
        m_removed.insert(key);
    m_store.run(
        this,
        [key, account = m_account](Database &database) {
            Statement(database, "DELETE FROM tool_cases WHERE account = ? AND id = ?").bind(account, key).run();
        },
        [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
    Q_EMIT changed();
}

void ToolCases::put(const ToolCase &changed)
{
    m_cases.removeIf([&changed](const ToolCase &one) { return one.id == changed.id; });
    m_cases.append(changed);
    m_store.run(
        this, [changed, account = m_account](Database &database) { writeOne(database, account, changed); },
        [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
    Q_EMIT this->changed();
}

} // namespace desk
