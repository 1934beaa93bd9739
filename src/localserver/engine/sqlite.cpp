#include "localserver/engine/sqlite.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {
struct SqliteText {
    Q_DECLARE_TR_FUNCTIONS(SqliteText)
};
} // namespace

void SqliteStatement::bind(int index, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_statement.get(), index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

QString SqliteStatement::columnName(int index) const
{
    return QString::fromUtf8(sqlite3_column_name(m_statement.get(), index));
}

QString SqliteStatement::text(int index) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), index));
    return QString::fromUtf8(bytes, bytes ? sqlite3_column_bytes(m_statement.get(), index) : 0);
}

QJsonValue SqliteStatement::json(int index) const
{
    switch (sqlite3_column_type(m_statement.get(), index)) {
    case SQLITE_INTEGER:
        return integer(index);
    case SQLITE_FLOAT:
        return real(index);
    case SQLITE_TEXT:
        return text(index);
    case SQLITE_BLOB:
        return u"(%1 bytes)"_s.arg(sqlite3_column_bytes(m_statement.get(), index));
    default:
        return QJsonValue::Null;
    }
}

Result<SqliteDatabase> SqliteDatabase::open(const QString &path, Mode mode)
{
    sqlite3 *raw = nullptr;
    const int flags = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, nullptr);
    SqliteDatabase database(raw);
    if (code != SQLITE_OK)
        return Unexpected{database.lastError()};
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    if (mode == Mode::CreateScratch) {
        // A scratch file is made again from the attachment when it is lost: durability would only cost time.
        Result<> done = database.execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16000;");
        if (!done)
            return Unexpected{done.error()};
    }
    return database;
}

Result<> SqliteDatabase::execute(const char *sql)
{
    if (sqlite3_exec(m_db.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return Unexpected{lastError()};
    return {};
}

Result<SqliteStatement> SqliteDatabase::prepare(const QString &sql)
{
    sqlite3_stmt *raw = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v2(m_db.get(), utf8.constData(), static_cast<int>(utf8.size()) + 1, &raw, nullptr);
    SqliteStatement statement(raw);
    if (code != SQLITE_OK)
        return Unexpected{lastError()};
    return statement;
}

Error SqliteDatabase::lastError() const
{
    Error error;
    error.kind = Error::Kind::Storage;
    const int code = sqlite3_errcode(m_db.get());
    error.detail = QString::fromUtf8(sqlite3_errmsg(m_db.get()));
    error.message = code == SQLITE_FULL ? SqliteText::tr("The disk is full.")
                                        : SqliteText::tr("The working copy of the file could not be used: %1.").arg(error.detail);
    if (code == SQLITE_FULL)
        error.nextStep = SqliteText::tr("Free some space and ask again.");
    return error;
}

QString quotedIdentifier(const QString &name)
{
    static const QRegularExpression plain(u"^[a-z_][a-z0-9_]*$"_s);
    const QByteArray utf8 = name.toUtf8();
    if (plain.match(name).hasMatch() && !sqlite3_keyword_check(utf8.constData(), static_cast<int>(utf8.size())))
        return name;
    return u'"' + QString(name).replace(u'"', "\"\""_L1) + u'"';
}

QString quotedLiteral(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', "''"_L1) + u'\'';
}

} // namespace desk::server
