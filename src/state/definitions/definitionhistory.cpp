#include "state/definitions/definitionhistory.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/transaction.h"
#include "state/definitions/definitioncontent.h"
#include "state/definitions/definitiontable.h"
#include "state/definitions/keptsecrets.h"
#include "state/store/storethread.h"

#include <QHash>
#include <QMap>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Outcome {
    QList<DefinitionKey> added;
    QList<std::pair<DefinitionKey, QString>> tooLarge; // with their names
};

using Known = QHash<QString, DefinitionTable::Newest>;

// One look-up for a single definition, one for all of a kind.
Known knownOf(DefinitionTable &table, const QList<DefinitionVersion> &versions, DefinitionKind kind)
{
    if (versions.size() > 1)
        return table.newestOf(kind);
    const std::optional<DefinitionTable::Newest> newest = table.newest(versions.constFirst().key);
    return newest ? Known{{versions.constFirst().key.id, *newest}} : Known();
}

Outcome writeAll(Database &database, const QString &account, const QList<DefinitionVersion> &versions)
{
    Outcome outcome;
    Transaction transaction(database);
    DefinitionTable table(database, account);
    QMap<DefinitionKind, Known> known;
    for (const DefinitionVersion &version : versions) {
        const DefinitionKey &key = version.key;
        if (!known.contains(key.kind))
            known.insert(key.kind, knownOf(table, versions, key.kind));
        const DefinitionTable::Newest now{definitionDigest(version.json), version.origin == VersionOrigin::Deleted};
        const auto before = known[key.kind].constFind(key.id);
        if (before != known[key.kind].cend() && before->digest == now.digest && before->isDeleted == now.isDeleted)
            continue;
        const QByteArray json = compact(withoutServerSecrets(version.json));
        if (json.size() > DefinitionTable::maxVersionBytes) {
            outcome.tooLarge.append({key, version.name.isEmpty() ? key.id : version.name});
            continue;
        }
        table.insert(version, json, now.digest);
        table.thin(key);
        known[key.kind].insert(key.id, now);
        outcome.added.append(key);
    }
    transaction.commit();
    return outcome;
}

} // namespace

DefinitionHistory::DefinitionHistory(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void DefinitionHistory::add(const DefinitionVersion &version)
{
    write({version});
}

void DefinitionHistory::addSeen(const QList<DefinitionVersion> &versions)
{
    write(versions);
}

void DefinitionHistory::write(const QList<DefinitionVersion> &versions)
{
    if (versions.isEmpty())
        return;
    m_store.run(
        this, [versions, account = m_account](Database &database) { return writeAll(database, account, versions); },
        [this, account = m_account](const Result<Outcome> &outcome) {
            if (!outcome) {
                Q_EMIT notKept(outcome.error());
                return;
            }
            for (const DefinitionKey &key : outcome->added)
                Q_EMIT added(key);
            for (const auto &[key, name] : outcome->tooLarge)
                sayTooLarge({account, key}, name);
        });
}

// Once, not with every list that the server sends.
void DefinitionHistory::sayTooLarge(const DefinitionPlace &place, const QString &name)
{
    if (m_toldTooLarge.contains(place))
        return;
    m_toldTooLarge.insert(place);
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = tr("No version of \"%1\" was kept, because it is larger than %2 MB.")
                        .arg(name, QString::number(DefinitionTable::maxVersionBytes / (1024 * 1024)));
    error.detail = u"definition_too_large"_s;
    Q_EMIT notKept(error);
}

void DefinitionHistory::list(const DefinitionKey &key, QObject *context, Versions done)
{
    m_store.run(
        context, [key, account = m_account](Database &database) { return DefinitionTable(database, account).list(key); }, std::move(done));
}

void DefinitionHistory::version(qint64 seq, QObject *context, Version done)
{
    m_store.run(
        context, [seq, account = m_account](Database &database) { return DefinitionTable(database, account).version(seq); },
        std::move(done));
}

void DefinitionHistory::setLabel(qint64 seq, const QString &label)
{
    m_store.run(
        this, [seq, label, account = m_account](Database &database) { DefinitionTable(database, account).setLabel(seq, label); },
        [this](const Result<> &outcome) {
            if (!outcome)
                Q_EMIT notKept(outcome.error());
        });
}

void DefinitionHistory::namesOfDeleted(DefinitionKind kind, QObject *context, Versions done)
{
    m_store.run(
        context, [kind, account = m_account](Database &database) { return DefinitionTable(database, account).deleted(kind); },
        std::move(done));
}

} // namespace desk
