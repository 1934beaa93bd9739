#include "localserver/engine/tableloader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

struct TableLoaderText {
    Q_DECLARE_TR_FUNCTIONS(TableLoaderText)
};

constexpr qint64 maxDistinct = 50 * 1000;
constexpr qsizetype maxNameLength = 60;
constexpr qsizetype headerRows = 50;

QString tableNameFor(const QString &filename)
{
    QString out;
    for (const QChar c : fold(QFileInfo(filename).completeBaseName())) {
        if (c.isLetterOrNumber() && c.unicode() < 0x80)
            out.append(c);
        else if (!out.isEmpty() && !out.endsWith(u'_'))
            out.append(u'_');
    }
    while (out.endsWith(u'_'))
        out.chop(1);
    out.truncate(40);
    if (out.isEmpty() || out.front().isDigit() || out.startsWith("desk_"_L1) || out.startsWith("sqlite_"_L1))
        out.prepend("t_"_L1);
    const QByteArray utf8 = out.toUtf8();
    if (sqlite3_keyword_check(utf8.constData(), static_cast<int>(utf8.size())))
        out.append("_table"_L1);
    return out;
}

Error cancelled()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    return error;
}

} // namespace

TableLoader::TableLoader(EngineFile file, QString databasePath, StopToken stop)
    : m_file(std::move(file))
    , m_stop(std::move(stop))
    , m_table(std::make_shared<TableStore>())
{
    m_table->fileId = m_file.file.id;
    m_table->filename = m_file.file.filename;
    m_table->databasePath = std::move(databasePath);
    m_table->tableName = tableNameFor(m_file.file.filename);
}

Result<TablePointer> TableLoader::load()
{
    if (Result<> done = survey(); !done)
        return Unexpected{done.error()};
    nameColumns();
    if (Result<> done = insertRows(); !done)
        return Unexpected{done.error()};
    m_table->bytes = QFileInfo(m_table->databasePath).size();
    return TablePointer(m_table);
}

bool TableLoader::forEachRecord(const DelimitedReader::Sink &sink)
{
    TextSource source(m_file.path, m_probe);
    DelimitedReader reader(m_delimiter, sink);
    bool first = true;
    for (QString block = source.read(); !block.isEmpty(); block = source.read()) {
        if (m_stop.stopped())
            return false;
        if (std::exchange(first, false) && m_skipFirstLine)
            block.remove(0, block.indexOf(u'\n') + 1);
        reader.feed(block);
    }
    reader.finish();
    m_table->droppedCharacters = reader.droppedCharacters();
    m_table->endsInQuotes = reader.endedInQuotes();
    return !m_stop.stopped();
}

Result<> TableLoader::survey()
{
    Result<TextProbe> probe = TextSource::probe(m_file.path, true, m_stop);
    if (!probe)
        return Unexpected{probe.error()};
    if (m_stop.stopped())
        return Unexpected{cancelled()};
    m_probe = *probe;
    Error error;
    error.kind = Error::Kind::Invalid;
    error.nextStep = TableLoaderText::tr("Export it as CSV or TSV text and attach it again.");
    if (!m_probe.isText || m_probe.isEmpty) {
        error.message = m_probe.isEmpty ? TableLoaderText::tr("The file %1 is empty.").arg(m_file.file.filename)
                                        : TableLoaderText::tr("The file %1 is not text.").arg(m_file.file.filename);
        return Unexpected{error};
    }
    const QString beginning = TextSource(m_file.path, m_probe).read();
    static const QRegularExpression separator(u"^\"?sep=(.)\"?\\r?\\n"_s, QRegularExpression::CaseInsensitiveOption);
    const auto declared = separator.match(beginning);
    m_skipFirstLine = declared.hasMatch();
    m_delimiter = m_skipFirstLine ? declared.captured(1).front() : DelimitedReader::detectDelimiter(beginning);
    if (!forEachRecord([this](const QStringList &record) { takeSurveyRow(record); }))
        return Unexpected{cancelled()};
    if (m_records == 0 || m_guesses.isEmpty()) {
        error.message = TableLoaderText::tr("There is no table in %1.").arg(m_file.file.filename);
        return Unexpected{error};
    }
    return {};
}

void TableLoader::takeSurveyRow(const QStringList &record)
{
    ++m_records;
    while (m_guesses.size() < record.size())
        m_guesses.append(ColumnGuess());
    if (m_firstRows.size() < headerRows)
        m_firstRows.append(record);
    if (m_records == 1)
        return; // the header, if it is one; nameColumns() adds it otherwise
    for (qsizetype i = 0; i < record.size(); ++i)
        m_guesses[i].take(record[i]);
}

bool TableLoader::looksLikeHeader(const QList<QStringList> &firstRows)
{
    if (firstRows.isEmpty())
        return false;
    const auto isValue = [](const QString &cell) {
        return parseAmount(cell, DecimalStyle::Point) || parseAmount(cell, DecimalStyle::Comma) ||
               parseDateCell(cell, DateOrder::DayFirst) || parseDateCell(cell, DateOrder::MonthFirst);
    };
    int values = 0;
    int years = 0;
    int filled = 0;
    for (const QString &cell : firstRows.first()) {
        bool isNumber = false;
        const int number = cell.toInt(&isNumber);
        filled += cell.trimmed().isEmpty() ? 0 : 1;
        values += isValue(cell) ? 1 : 0;
        years += isNumber && number >= 1900 && number <= 2100 ? 1 : 0;
    }
    // "Region,2023,2024" is a header too.
    return filled > 0 && (values == 0 || (values == years && values < filled && firstRows.first().size() > 2));
}

void TableLoader::nameColumns()
{
    m_hasHeader = looksLikeHeader(m_firstRows);
    if (!m_hasHeader) {
        for (qsizetype i = 0; i < m_firstRows.first().size(); ++i)
            m_guesses[i].take(m_firstRows.first()[i]);
    }
    QSet<QString> used;
    for (qsizetype i = 0; i < m_guesses.size(); ++i) {
        QString name = m_hasHeader ? cleanText(m_firstRows.first().value(i)).simplified().left(maxNameLength) : QString();
        if (name.isEmpty())
            name = u"column_%1"_s.arg(i + 1);
        QString unique = name;
        for (int n = 2; used.contains(unique.toLower()); ++n)
            unique = u"%1_%2"_s.arg(name).arg(n);
        used.insert(unique.toLower());
        TableColumn column;
        column.name = unique;
        column.type = m_guesses[i].type();
        column.decimals = m_guesses[i].decimals(m_delimiter == u';');
        m_table->columns.append(column);
    }
}

Result<> TableLoader::insertRows()
{
    Result<SqliteDatabase> database = SqliteDatabase::open(m_table->databasePath, SqliteDatabase::Mode::CreateScratch);
    if (!database)
        return Unexpected{database.error()};
    QStringList definitions;
    for (const TableColumn &column : std::as_const(m_table->columns)) {
        const QLatin1StringView type = column.type == ColumnType::Integer ? "INTEGER"_L1
                                       : column.type == ColumnType::Real  ? "REAL"_L1
                                                                          : "TEXT"_L1;
        definitions.append(quotedIdentifier(column.name) + u' ' + type);
    }
    const QString create = u"CREATE TABLE %1 (%2)"_s.arg(quotedIdentifier(m_table->tableName), definitions.join(", "_L1));
    if (Result<> done = database->execute(create.toUtf8().constData()); !done)
        return done;
    if (Result<> done = database->execute("BEGIN"); !done)
        return done;
    if (Result<> done = insertInto(*database); !done)
        return done;
    if (Result<> done = describeColumns(*database); !done)
        return done;
    return database->execute("COMMIT");
}

Result<> TableLoader::insertInto(SqliteDatabase &database)
{
    const QString marks = QStringList(m_table->columns.size(), u"?"_s).join(u',');
    Result<SqliteStatement> insert = database.prepare(u"INSERT INTO %1 VALUES (%2)"_s.arg(quotedIdentifier(m_table->tableName), marks));
    if (!insert)
        return Unexpected{insert.error()};
    bool skip = m_hasHeader;
    bool failed = false;
    const qsizetype width = m_hasHeader ? m_firstRows.first().size() : m_table->columns.size();
    const bool finished = forEachRecord([&](const QStringList &record) {
        if (failed || std::exchange(skip, false))
            return;
        bindRow(*insert, record);
        failed = insert->step() != SQLITE_DONE;
        insert->reset();
        ++m_table->rowCount;
        if (record.size() != width)
            ++m_table->raggedRows;
    });
    if (failed)
        return Unexpected{database.lastError()};
    if (!finished)
        return Unexpected{cancelled()};
    return {};
}

void TableLoader::bindRow(SqliteStatement &insert, const QStringList &record)
{
    for (qsizetype i = 0; i < m_table->columns.size(); ++i) {
        const int at = static_cast<int>(i) + 1;
        const QString cell = record.value(i);
        const ColumnGuess &guess = m_guesses[i];
        const bool preferComma = m_delimiter == u';';
        const ColumnType type = m_table->columns[i].type;
        if (isMissing(cell) && (type != ColumnType::Text || cell.trimmed().isEmpty())) {
            insert.bindNull(at);
        } else if (type == ColumnType::Date) {
            insert.bind(at, parseDateCell(cell, guess.dateOrder(preferComma)).value_or(cell));
        } else if (type == ColumnType::Text) {
            insert.bind(at, cleanText(cell).trimmed());
        } else if (const std::optional<double> number = parseAmount(cell, guess.decimalStyle(preferComma)); !number) {
            insert.bindNull(at);
        } else if (type == ColumnType::Integer) {
            insert.bind(at, static_cast<qint64>(*number));
        } else {
            insert.bind(at, *number);
        }
    }
}

Result<> TableLoader::describeColumns(SqliteDatabase &database)
{
    const QString create = u"CREATE TABLE %1 (col INTEGER, folded TEXT, value TEXT)"_s.arg(QLatin1StringView(valuesTable));
    if (Result<> done = database.execute(create.toUtf8().constData()); !done)
        return done;
    for (int i = 0; i < static_cast<int>(m_table->columns.size()); ++i) {
        TableColumn &column = m_table->columns[i];
        if (m_stop.stopped())
            return Unexpected{cancelled()};
        if (column.type == ColumnType::Text) {
            if (Result<> done = describeText(database, i); !done)
                return done;
        } else if (column.type == ColumnType::Date) {
            const QString name = quotedIdentifier(column.name);
            Result<SqliteStatement> range =
                database.prepare(u"SELECT date(min(%1)), date(max(%1)) FROM %2"_s.arg(name, quotedIdentifier(m_table->tableName)));
            if (!range || range->step() != SQLITE_ROW)
                return Unexpected{database.lastError()};
            column.firstDate = range->text(0);
            column.lastDate = range->text(1);
        }
    }
    return database.execute("CREATE INDEX desk_values_folded ON desk_values (folded)");
}

Result<> TableLoader::describeText(SqliteDatabase &database, int index)
{
    TableColumn &column = m_table->columns[index];
    const QString name = quotedIdentifier(column.name);
    Result<SqliteStatement> values =
        database.prepare(u"SELECT DISTINCT %1 FROM %2 WHERE %1 IS NOT NULL AND length(%1) <= 80 LIMIT %3"_s.arg(
            name, quotedIdentifier(m_table->tableName), QString::number(maxDistinct)));
    Result<SqliteStatement> insert = database.prepare(u"INSERT INTO %1 VALUES (?, ?, ?)"_s.arg(QLatin1StringView(valuesTable)));
    if (!values || !insert)
        return Unexpected{database.lastError()};
    while (values->step() == SQLITE_ROW && !m_stop.stopped()) {
        const QString value = values->text(0);
        insert->bind(1, static_cast<qint64>(index));
        insert->bind(2, foldedWords(value).join(u' '));
        insert->bind(3, value);
        if (insert->step() != SQLITE_DONE)
            return Unexpected{database.lastError()};
        insert->reset();
        if (++column.distinctValues <= 12)
            column.examples.append(value);
    }
    return {};
}

TableLoader::Glimpse TableLoader::glimpse(const QString &path, const QString &filename, const StopToken &stop)
{
    Glimpse out;
    const Result<TextProbe> probe = TextSource::probe(path, false, stop);
    if (!probe || !probe->isText || probe->isEmpty)
        return out;
    TextSource source(path, *probe);
    const QString beginning = source.read();
    const bool tabs = filename.endsWith(".tsv"_L1, Qt::CaseInsensitive) && beginning.contains(u'\t');
    DelimitedReader reader(tabs ? QChar(u'\t') : DelimitedReader::detectDelimiter(beginning), [&out](const QStringList &record) {
        if (out.rows.size() < headerRows)
            out.rows.append(record);
    });
    reader.feed(beginning);
    reader.finish();
    if (looksLikeHeader(out.rows))
        out.columns = out.rows.takeFirst();
    return out;
}

} // namespace desk::server
