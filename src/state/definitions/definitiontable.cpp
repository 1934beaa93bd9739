#include "state/definitions/definitiontable.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Never null: the columns do not take it.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString word(DefinitionKind kind)
{
    return notNull(OpenEnum<DefinitionKind>(kind).wire());
}

QString deletedWord()
{
    return OpenEnum<VersionOrigin>(VersionOrigin::Deleted).wire();
}

// Of columns seq, kind, definition, name, author, origin, label, server_version, created_ms, digest.
DefinitionVersion versionOf(const Statement &row)
{
    DefinitionVersion version;
    version.seq = row.integer(0);
    version.key = {OpenEnum<DefinitionKind>::fromWire(row.text(1)).value(), row.text(2)};
    version.name = row.text(3);
    version.author = row.text(4);
    version.origin = OpenEnum<VersionOrigin>::fromWire(row.text(5));
    version.label = row.text(6);
    version.serverVersion = static_cast<int>(row.integer(7));
    version.at = fromMs(row.integer(8));
    version.digest = row.bytes(9);
    return version;
}

} // namespace

DefinitionTable::DefinitionTable(Database &database, QString account)
    : m_database(database)
    , m_account(std::move(account))
{
}

std::optional<DefinitionTable::Newest> DefinitionTable::newest(const DefinitionKey &key)
{
    Statement row(m_database, "SELECT digest, origin FROM definition_versions WHERE account = ? AND kind = ? AND definition = ? "
                              "ORDER BY seq DESC LIMIT 1");
    row.bind(m_account, word(key.kind), notNull(key.id));
    if (!row.next())
        return {};
    return Newest{row.bytes(0), row.text(1) == deletedWord()};
}

QHash<QString, DefinitionTable::Newest> DefinitionTable::newestOf(DefinitionKind kind)
{
    QHash<QString, Newest> all;
    // The inner part is answered by the index alone.
    Statement rows(m_database, "SELECT definition, digest, origin FROM definition_versions WHERE seq IN "
                               "(SELECT max(seq) FROM definition_versions WHERE account = ? AND kind = ? GROUP BY definition)");
    rows.bind(m_account, word(kind));
    while (rows.next())
        all.insert(rows.text(0), {rows.bytes(1), rows.text(2) == deletedWord()});
    return all;
}

void DefinitionTable::insert(const DefinitionVersion &version, const QByteArray &json, const QByteArray &digest)
{
    Statement(m_database, "INSERT INTO definition_versions(account, kind, definition, name, json, digest, author, origin, label, "
                          "server_version, created_ms) VALUES(?,?,?,?,?,?,?,?,?,?,?)")
        .bind(m_account, word(version.key.kind), notNull(version.key.id), notNull(version.name), json, digest, notNull(version.author),
              notNull(version.origin.wire()), notNull(version.label), version.serverVersion,
              version.at.isValid() ? toMs(version.at) : QDateTime::currentMSecsSinceEpoch())
        .run();
}

void DefinitionTable::thin(const DefinitionKey &key)
{
    const QString kind = word(key.kind);
    Statement counted(m_database, "SELECT count(*) FROM definition_versions WHERE account = ? AND kind = ? AND definition = ?");
    counted.bind(m_account, kind, notNull(key.id));
    if (!counted.next() || counted.integer(0) <= maxBytes / maxVersionBytes)
        return; // so few cannot be too much: nothing need be weighed
    struct Row {
        qint64 seq;
        qint64 bytes;
        bool isLabelled;
        bool mayGo;
    };
    QList<Row> rows;
    Statement select(m_database, "SELECT seq, length(CAST(json AS BLOB)), label != '', origin FROM definition_versions "
                                 "WHERE account = ? AND kind = ? AND definition = ? ORDER BY seq");
    select.bind(m_account, kind, notNull(key.id));
    qint64 bytes = 0;
    int unlabelled = 0;
    while (select.next()) {
        const bool isLabelled = select.integer(2) != 0;
        rows.append({select.integer(0), select.integer(1), isLabelled, !isLabelled && select.text(3) != deletedWord()});
        bytes += rows.constLast().bytes;
        unlabelled += isLabelled ? 0 : 1;
    }
    for (qsizetype i = 1; i + 1 < rows.size() && (unlabelled > maxUnlabelled || bytes > maxBytes); ++i) { // not the first, nor the newest
        if (!rows.at(i).mayGo)
            continue;
        Statement(m_database, "DELETE FROM definition_versions WHERE seq = ?").bind(rows.at(i).seq).run();
        bytes -= rows.at(i).bytes;
        --unlabelled;
    }
}

QList<DefinitionVersion> DefinitionTable::list(const DefinitionKey &key)
{
    QList<DefinitionVersion> versions;
    Statement rows(m_database, "SELECT seq, kind, definition, name, author, origin, label, server_version, created_ms, digest "
                               "FROM definition_versions WHERE account = ? AND kind = ? AND definition = ? ORDER BY seq DESC");
    rows.bind(m_account, word(key.kind), notNull(key.id));
    while (rows.next())
        versions.append(versionOf(rows));
    return versions;
}

QList<DefinitionVersion> DefinitionTable::deleted(DefinitionKind kind)
{
    QList<DefinitionVersion> versions;
    Statement rows(m_database, "SELECT seq, kind, definition, name, author, origin, label, server_version, created_ms, digest "
                               "FROM definition_versions WHERE origin = ? AND seq IN "
                               "(SELECT max(seq) FROM definition_versions WHERE account = ? AND kind = ? GROUP BY definition) "
                               "ORDER BY seq DESC");
    rows.bind(deletedWord(), m_account, word(kind));
    while (rows.next())
        versions.append(versionOf(rows));
    return versions;
}

std::optional<DefinitionVersion> DefinitionTable::version(qint64 seq)
{
    Statement row(m_database, "SELECT seq, kind, definition, name, author, origin, label, server_version, created_ms, digest, json "
                              "FROM definition_versions WHERE account = ? AND seq = ?");
    row.bind(m_account, seq);
    if (!row.next())
        return {};
    DefinitionVersion version = versionOf(row);
    version.json = row.json(10).toObject();
    return version;
}

void DefinitionTable::setLabel(qint64 seq, const QString &label)
{
    Statement(m_database, "UPDATE definition_versions SET label = ? WHERE account = ? AND seq = ?")
        .bind(notNull(label), m_account, seq)
        .run();
}

void DefinitionTable::adopt(Database &database, const QString &from, const QString &to)
{
    for (const char *sql : {"UPDATE OR IGNORE definition_versions SET account = ? WHERE account = ?",
                            "UPDATE OR IGNORE definition_drafts SET account = ? WHERE account = ?",
                            "UPDATE OR IGNORE definition_marks SET account = ? WHERE account = ?"})
        Statement(database, sql).bind(to, from).run();
    removeAccount(database, from); // or the next person would get what stayed
}

void DefinitionTable::removeAccount(Database &database, const QString &account)
{
    for (const char *sql : {"DELETE FROM definition_versions WHERE account = ?", "DELETE FROM definition_drafts WHERE account = ?",
                            "DELETE FROM definition_marks WHERE account = ?"})
        Statement(database, sql).bind(account).run();
}

} // namespace desk
