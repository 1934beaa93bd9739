#include "localserver/store/store.h"

#include "localserver/errors.h"
#include "localserver/store/serverschema.h"
#include "localserver/texts.h"
#include "sqlite/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr int startupLockMs = 10'000;

// An empty or missing file where there was a database is a loss, not a first start (DATA-14).
Result<> checkPresence(const DataFolder &folder)
{
    const QFileInfo file(folder.database());
    if (!QFile::exists(folder.sentinel()) || (file.exists() && file.size() > 0))
        return {};
    const QString name = QDir::toNativeSeparators(folder.database());
    const QString sentinel = QDir::toNativeSeparators(folder.sentinel());
    return Unexpected{
        failure(Error::Kind::Storage, u"missing"_s,
                LocalServer::tr("The database %1 is missing or empty, although there was one. Nothing was changed.").arg(name),
                LocalServer::tr("Put the newest file of the folder \"backups\" in its place, or remove %1 to begin with an empty one.")
                    .arg(sentinel))};
}

// Damage inside pages shows only here: queries may succeed with wrong answers (DATA-14).
Result<> checkPages(Database &database, const QString &path)
{
    Statement check(database, "PRAGMA quick_check(1)");
    const QString verdict = check.next() ? check.text(0) : QString();
    if (auto error = database.takeError())
        return Unexpected{*error};
    if (verdict == u"ok"_s)
        return {};
    return Unexpected{storageError(SQLITE_CORRUPT, path, verdict)};
}

// Removes the traces of processes that died; true when there were any.
bool buryDead(const DataFolder &folder, const Instances &instances)
{
    bool died = false;
    const QStringList known = instances.known();
    for (const QString &instance : known) {
        const auto lock = instances.claim(instance);
        if (!lock)
            continue;
        died = true;
        QDir(folder.uploads(instance)).removeRecursively();
    }
    return died;
}

// After an unclean exit and before a migration. The mark makes the next start check again when this one found damage.
Result<> checkWhenDoubtful(Database &database, const DataFolder &folder, const Instances &instances)
{
    QFile mark(folder.checkMark());
    const bool unclean = buryDead(folder, instances) || mark.exists();
    if (!unclean && database.pragma("user_version") >= serverSchema().newest())
        return {};
    if (unclean && mark.open(QIODevice::WriteOnly))
        mark.close();
    Result<> sound = checkPages(database, folder.database());
    if (sound)
        mark.remove();
    return sound;
}

Result<std::unique_ptr<Database>> openDatabase(const DataFolder &folder, const Instances &instances)
{
    if (const Result<> present = checkPresence(folder); !present)
        return Unexpected{present.error()};
    Result<std::unique_ptr<Database>> database = Database::open(folder.database());
    if (!database)
        return database;
    if (const Result<> sound = checkWhenDoubtful(**database, folder, instances); !sound)
        return Unexpected{sound.error()};
    if (const Result<> migrated = migrate(**database, folder.database(), folder.backups(), serverSchema()); !migrated)
        return Unexpected{migrated.error()};
    QFile sentinel(folder.sentinel());
    if (!sentinel.exists() && !sentinel.open(QIODevice::WriteOnly))
        return Unexpected{storageError(SQLITE_READONLY, folder.sentinel(), sentinel.errorString())};
    return database;
}

} // namespace

Store::Store(Parts parts)
    : conversations(*parts.database)
    , messages(*parts.database)
    , runs(*parts.database)
    , events(*parts.database)
    , files(*parts.database)
    , agents(*parts.database, u"agent"_s)
    , agentVersions(*parts.database)
    , workflows(*parts.database, u"workflow"_s)
    , settings(*parts.database, u"setting"_s)
    , tools(*parts.database, u"tool"_s)
    , toolConfigs(*parts.database, u"tool_config"_s)
    , answers(*parts.database)
    , executions(*parts.database)
    , m_folder(std::move(parts.folder))
    , m_instances(std::move(parts.instances))
    , m_database(std::move(parts.database))
{
}

Store::~Store()
{
    QDir(m_folder.uploads(m_instances.self())).removeRecursively();
}

Result<std::unique_ptr<Store>> Store::open(const QString &path)
{
    Parts parts{DataFolder{path}, Instances(DataFolder{path}.instances()), nullptr};
    if (const Result<> prepared = parts.folder.prepare(); !prepared)
        return Unexpected{prepared.error()};
    QLockFile startup(parts.folder.startupLock());
    startup.setStaleLockTime(0);
    if (!startup.tryLock(startupLockMs)) {
        const bool busy = startup.error() == QLockFile::LockFailedError;
        return Unexpected{storageError(busy ? SQLITE_BUSY : SQLITE_READONLY, path, {})};
    }
    Result<std::unique_ptr<Database>> database = openDatabase(parts.folder, parts.instances);
    if (!database)
        return Unexpected{database.error()};
    parts.database = *std::move(database);
    if (!parts.instances.join() || !QDir().mkpath(parts.folder.uploads(parts.instances.self())))
        return Unexpected{storageError(SQLITE_READONLY, path, {})};
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

} // namespace desk::server
