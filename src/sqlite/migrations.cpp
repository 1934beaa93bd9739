#include "sqlite/migrations.h"

#include "sqlite/statement.h"
#include "sqlite/texts.h"
#include "sqlite/transaction.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int keptBackups = 3;

Error refused(const QString &word, const QString &message, const QString &next)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.detail = word;
    error.message = message;
    error.nextStep = next;
    return error;
}

Result<> checkOrigin(Database &database, const QString &path, const Schema &schema)
{
    const qint64 version = database.pragma("user_version");
    const qint64 application = database.pragma("application_id");
    if (auto error = database.takeError())
        return Unexpected{*error};
    const QString name = QDir::toNativeSeparators(path);
    if (version > schema.newest())
        return Unexpected{refused(u"schema_newer"_s,
                                  SqliteTexts::tr("The database %1 was written by a newer Agent Desk. Nothing was changed.").arg(name),
                                  SqliteTexts::tr("Update Agent Desk on this computer, then start again."))};
    if (application != 0 && application != schema.applicationId)
        return Unexpected{refused(u"foreign_database"_s,
                                  SqliteTexts::tr("The file %1 belongs to another program. Nothing was changed.").arg(name),
                                  SqliteTexts::tr("Choose another data folder."))};
    return {};
}

// A name of its own also for the second copy of one millisecond: SQLite refuses to write over the first.
QString backupName(const QDir &folder, const QString &prefix, qint64 version)
{
    QString name;
    for (QDateTime now = QDateTime::currentDateTimeUtc(); name.isEmpty() || QFile::exists(name); now = now.addMSecs(1))
        name = folder.filePath(u"%1-v%2-%3.db"_s.arg(prefix).arg(version).arg(now.toString(u"yyyyMMdd-HHmmss-zzz"_s)));
    return name;
}

Result<> backUp(Database &database, const QString &folder, const QString &prefix, qint64 version)
{
    QDir().mkpath(folder);
    const QString target = backupName(QDir(folder), prefix, version);
    Statement copy(database, "VACUUM INTO ?");
    copy.bind(target).run();
    if (auto error = database.takeError()) {
        QFile::remove(target); // half of it, on a full disk
        return Unexpected{*error};
    }
    const QStringList all = QDir(folder).entryList({prefix + u"-v*.db"_s}, QDir::Files, QDir::Time);
    for (qsizetype i = keptBackups; i < all.size(); ++i)
        QFile::remove(QDir(folder).filePath(all.at(i)));
    return {};
}

bool applyStep(Database &database, const Schema &schema, int version)
{
    Transaction transaction(database);
    database.exec(schema.steps[static_cast<size_t>(version)]);
    database.exec(QByteArray("PRAGMA user_version=").append(QByteArray::number(version + 1)).constData());
    database.exec(QByteArray("PRAGMA application_id=").append(QByteArray::number(schema.applicationId)).constData());
    return transaction.commit();
}

} // namespace

Result<> migrate(Database &database, const QString &path, const QString &backupFolder, const Schema &schema)
{
    const int newest = schema.newest();
    if (const Result<> origin = checkOrigin(database, path, schema); !origin)
        return origin;
    const auto version = static_cast<int>(database.pragma("user_version"));
    if (version == newest)
        return {};
    if (version > 0 && !backupFolder.isEmpty()) {
        if (const Result<> saved = backUp(database, backupFolder, schema.backupPrefix, version); !saved)
            return saved;
    }
    for (int next = version; next < newest; ++next) {
        if (applyStep(database, schema, next))
            continue;
        Error error = database.takeError().value_or(storageError(SQLITE_ERROR, path, {}));
        error.detail.prepend(u"migration_failed: to %1: "_s.arg(next + 1));
        return Unexpected{error};
    }
    return {};
}

} // namespace desk
