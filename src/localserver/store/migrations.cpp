#include "localserver/store/migrations.h"

#include "localserver/errors.h"
#include "localserver/store/statement.h"
#include "localserver/store/transaction.h"
#include "localserver/texts.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <array>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr int keptBackups = 3;

// Append only: a released step never changes.
constexpr std::array<const char *, 1> ownSteps{
    R"sql(
CREATE TABLE conversations(
  id TEXT PRIMARY KEY, title TEXT NOT NULL, json TEXT NOT NULL, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX conversations_updated ON conversations(updated_ms);
CREATE TABLE messages(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  role TEXT NOT NULL, run_id TEXT, created_ms INTEGER NOT NULL, json TEXT NOT NULL);
CREATE INDEX messages_conversation ON messages(conversation_id, seq);
CREATE INDEX messages_run ON messages(run_id) WHERE run_id IS NOT NULL;
CREATE TABLE files(
  id TEXT PRIMARY KEY, filename TEXT NOT NULL, mime_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
  created_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE message_files(
  message_id TEXT NOT NULL REFERENCES messages(id) ON DELETE CASCADE ON UPDATE CASCADE,
  file_id TEXT NOT NULL REFERENCES files(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  PRIMARY KEY(message_id, file_id)) WITHOUT ROWID;
CREATE INDEX message_files_file ON message_files(file_id);
CREATE TABLE runs(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  conversation_id TEXT REFERENCES conversations(id) ON DELETE CASCADE,
  message_id TEXT, retry_of TEXT, agent_id TEXT NOT NULL, agent_name TEXT NOT NULL, status TEXT NOT NULL, prompt TEXT NOT NULL,
  input TEXT NOT NULL, output TEXT, error TEXT, error_type TEXT, instance TEXT NOT NULL, cancel_requested INTEGER NOT NULL DEFAULT 0,
  created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL);
CREATE INDEX runs_conversation ON runs(conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX runs_open ON runs(instance) WHERE status IN ('pending', 'running');
CREATE TABLE run_events(
  run_id TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, seq INTEGER NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL,
  timeline TEXT, PRIMARY KEY(run_id, seq)) WITHOUT ROWID;
CREATE TABLE documents(
  kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL,
  PRIMARY KEY(kind, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX documents_name ON documents(kind, name);
CREATE TABLE idempotency(
  key TEXT NOT NULL, scope TEXT NOT NULL, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL,
  run_id TEXT, created_ms INTEGER NOT NULL, PRIMARY KEY(key, scope)) WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency(created_ms);
)sql",
};

Result<> checkOrigin(Database &database, const QString &path, qint64 newest)
{
    const qint64 version = database.pragma("user_version");
    const qint64 application = database.pragma("application_id");
    if (auto error = database.takeError())
        return Unexpected{*error};
    const QString name = QDir::toNativeSeparators(path);
    if (version > newest)
        return Unexpected{failure(Error::Kind::Storage, u"schema_newer"_s,
                                  LocalServer::tr("The database %1 was written by a newer Agent Desk. Nothing was changed.").arg(name),
                                  LocalServer::tr("Update Agent Desk on this computer, then start again."))};
    if (application != 0 && application != applicationId)
        return Unexpected{failure(Error::Kind::Storage, u"foreign_database"_s,
                                  LocalServer::tr("The file %1 belongs to another program. Nothing was changed.").arg(name),
                                  LocalServer::tr("Choose another data folder."))};
    return {};
}

Result<> backUp(Database &database, const QString &folder, qint64 version)
{
    QDir().mkpath(folder);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString target = QDir(folder).filePath(u"desk-v%1-%2.db"_s.arg(version).arg(stamp));
    Statement copy(database, "VACUUM INTO ?");
    copy.bind(target).run();
    if (auto error = database.takeError())
        return Unexpected{*error};
    const QStringList all = QDir(folder).entryList({u"desk-v*.db"_s}, QDir::Files, QDir::Time);
    for (qsizetype i = keptBackups; i < all.size(); ++i)
        QFile::remove(QDir(folder).filePath(all.at(i)));
    return {};
}

bool applyStep(Database &database, const char *step, int version)
{
    Transaction transaction(database);
    database.exec(step);
    database.exec(QByteArray("PRAGMA user_version=").append(QByteArray::number(version + 1)).constData());
    database.exec(QByteArray("PRAGMA application_id=").append(QByteArray::number(applicationId)).constData());
    return transaction.commit();
}

} // namespace

MigrationSteps ownMigrations()
{
    return ownSteps;
}

int newestSchema()
{
    return static_cast<int>(ownSteps.size());
}

Result<> migrate(Database &database, const QString &path, const QString &backupFolder, MigrationSteps steps)
{
    const auto newest = static_cast<int>(steps.size());
    if (const Result<> origin = checkOrigin(database, path, newest); !origin)
        return origin;
    const auto version = static_cast<int>(database.pragma("user_version"));
    if (version == newest)
        return {};
    if (version > 0) {
        if (const Result<> saved = backUp(database, backupFolder, version); !saved)
            return saved;
    }
    for (int next = version; next < newest; ++next) {
        if (applyStep(database, steps[static_cast<size_t>(next)], next))
            continue;
        Error error = database.takeError().value_or(failure(Error::Kind::Storage, {}, {}, {}));
        error.detail.prepend(u"migration_failed: to %1: "_s.arg(next + 1));
        return Unexpected{error};
    }
    return {};
}

} // namespace desk::server
