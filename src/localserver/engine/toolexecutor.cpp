#include "localserver/engine/toolexecutor.h"
#include "localserver/engine/calculator.h"
#include "localserver/engine/filesketch.h"
#include "localserver/engine/tableloader.h"
#include "localserver/engine/tablequery.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QTimeZone>
#include <QUuid>

#include <algorithm>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

struct ToolText {
    Q_DECLARE_TR_FUNCTIONS(ToolText)
};

constexpr qsizetype quoteCharacters = 600;
constexpr qsizetype readCharacters = 20 * 1000;

ToolResult failed(const Error &error)
{
    ToolResult out;
    out.error = error.userText();
    out.output = QJsonObject{{u"error"_s, out.error}};
    return out;
}

ToolResult failed(const QString &message)
{
    Error error;
    error.message = message;
    return failed(error);
}

ToolResult succeeded(const QJsonObject &output)
{
    ToolResult out;
    out.output = output;
    out.success = true;
    return out;
}

QLatin1StringView typeName(ColumnType type)
{
    return type == ColumnType::Integer ? "integer"_L1
           : type == ColumnType::Real  ? "real"_L1
           : type == ColumnType::Date  ? "date"_L1
                                       : "text"_L1;
}

} // namespace

QList<Citation> citationsOf(const QString &tool, const QJsonValue &output)
{
    QList<Citation> out;
    if (tool == "document_search"_L1) {
        for (const QJsonValue &item : output["results"_L1].toArray())
            out.append({FileId(item["file_id"_L1].toString()), item["filename"_L1].toString(), item["page_number"_L1].toInt(),
                        item["quote"_L1].toString()});
    } else if ((tool == "table_query"_L1 || tool == "read_file"_L1) && output["file_id"_L1].isString()) {
        const int page = output["kind"_L1].toString() == "text"_L1 ? output["first_line"_L1].toInt() : 0;
        out.append({FileId(output["file_id"_L1].toString()), output["filename"_L1].toString(), page, {}});
    }
    return out;
}

ToolExecutor::ToolExecutor(QList<EngineFile> files, LoadedFiles loaded, QString scratchFolder, StopToken stop)
    : m_files(std::move(files))
    , m_loaded(std::move(loaded))
    , m_folder(std::move(scratchFolder))
    , m_stop(std::move(stop))
{
}

ToolResult ToolExecutor::run(const QString &tool, const QJsonObject &input)
{
    if (tool == "document_search"_L1)
        return runDocumentSearch(input);
    if (tool == "table_query"_L1)
        return runTableQuery(input);
    if (tool == "calculate"_L1)
        return runCalculate(input);
    if (tool == "current_time"_L1)
        return runCurrentTime(input);
    if (tool == "read_file"_L1)
        return runReadFile(input);
    return failed(ToolText::tr("There is no tool named “%1”.").arg(shortLine(tool, 60)));
}

QString ToolExecutor::scratchPath() const
{
    return QDir(m_folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + ".db"_L1);
}

Result<TablePointer> ToolExecutor::table(const EngineFile &file)
{
    if (const TablePointer known = m_loaded.tables.value(file.file.id))
        return known;
    Result<TablePointer> loaded = TableLoader(file, scratchPath(), m_stop).load();
    if (loaded) {
        m_loaded.tables.insert(file.file.id, *loaded);
        m_added.tables.insert(file.file.id, *loaded);
    }
    return loaded;
}

Result<DocumentPointer> ToolExecutor::document(const EngineFile &file)
{
    if (const DocumentPointer known = m_loaded.documents.value(file.file.id))
        return known;
    Result<DocumentPointer> indexed = indexDocument(file, scratchPath(), m_stop);
    if (indexed) {
        m_loaded.documents.insert(file.file.id, *indexed);
        m_added.documents.insert(file.file.id, *indexed);
    }
    return indexed;
}

Result<EngineFile> ToolExecutor::findFile(const QJsonObject &input, bool wantsTable) const
{
    const QString id = input.value("file_id"_L1).toString();
    const QString name = input.value("filename"_L1).toString();
    for (auto it = m_files.crbegin(); it != m_files.crend(); ++it) {
        const bool matches = !id.isEmpty()     ? it->file.id.value() == id
                             : !name.isEmpty() ? it->file.filename.compare(name, Qt::CaseInsensitive) == 0
                                               : false;
        const bool first = id.isEmpty() && name.isEmpty() && (!wantsTable || sketchFile(*it, m_stop).kind == FileKind::Table);
        if (matches || first)
            return *it;
    }
    Error error;
    error.kind = Error::Kind::NotFound;
    QStringList names;
    for (const EngineFile &file : m_files)
        names.append(shortLine(file.file.filename, 80));
    error.message = m_files.isEmpty() ? ToolText::tr("No file is attached to this conversation.")
                    : id.isEmpty() && name.isEmpty()
                        ? ToolText::tr("No table is attached to this conversation.")
                        : ToolText::tr("No file named “%1” is attached to this conversation.").arg(shortLine(id.isEmpty() ? name : id, 80));
    if (!names.isEmpty())
        error.nextStep = ToolText::tr("Attached: %1.").arg(names.join(", "_L1));
    return Unexpected{error};
}

ToolResult ToolExecutor::runDocumentSearch(const QJsonObject &input)
{
    const QString query = input.value("query"_L1).toString();
    const int limit = qBound(1, input.value("limit"_L1).toInt(5), 20);
    if (searchTerms(query).isEmpty())
        return failed(ToolText::tr("The search needs at least one word that carries meaning."));
    struct Hit {
        Passage passage;
        EngineFile file;
    };
    QList<Hit> hits;
    QStringList skipped;
    const QString id = input.value("file_id"_L1).toString();
    for (auto it = m_files.crbegin(); it != m_files.crend(); ++it) {
        if (m_stop.stopped())
            break;
        if (!id.isEmpty() && it->file.id.value() != id)
            continue;
        const FileKind kind = sketchFile(*it, m_stop).kind;
        if (kind != FileKind::Document && kind != FileKind::Table) {
            skipped.append(shortLine(it->file.filename, 80));
            continue;
        }
        const Result<DocumentPointer> index = document(*it);
        if (!index)
            return failed(index.error());
        const Result<QList<Passage>> found = searchDocument(**index, query, limit, m_stop);
        if (!found)
            return failed(found.error());
        for (const Passage &passage : *found)
            hits.append({passage, *it});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.passage.score > b.passage.score; });
    ToolResult out = succeeded({});
    QJsonArray results;
    for (const Hit &hit : hits.first(qMin<qsizetype>(limit, hits.size()))) {
        const QString quote = hit.passage.text.size() > quoteCharacters ? hit.passage.text.first(quoteCharacters) + u'…' : hit.passage.text;
        const StoredFile &file = hit.file.file;
        results.append(QJsonObject{{u"file_id"_s, file.id.value()},
                                   {u"filename"_s, cleanText(file.filename)},
                                   {u"page_number"_s, hit.passage.line},
                                   {u"quote"_s, cleanText(quote)},
                                   {u"score"_s, hit.passage.score}});
    }
    QJsonObject output{{u"query"_s, query}, {u"results"_s, results}, {u"result_count"_s, results.size()}};
    if (!skipped.isEmpty())
        output.insert(u"skipped_files"_s, QJsonArray::fromStringList(skipped));
    out.output = output;
    return out;
}

ToolResult ToolExecutor::runTableQuery(const QJsonObject &input)
{
    const Result<EngineFile> file = findFile(input, true);
    if (!file)
        return failed(file.error());
    const Result<TablePointer> loaded = table(*file);
    if (!loaded)
        return failed(loaded.error());
    const Result<QJsonObject> rows = queryTable(**loaded, input.value("sql"_L1).toString(), m_stop);
    if (!rows)
        return failed(rows.error());
    return succeeded(*rows);
}

ToolResult ToolExecutor::runCalculate(const QJsonObject &input) const
{
    const Result<Calculation> result = calculate(input.value("expression"_L1).toString());
    if (!result)
        return failed(result.error());
    return succeeded(
        {{u"expression"_s, result->expression}, {u"result"_s, result->plainText()}, {u"value"_s, static_cast<double>(result->value)}});
}

ToolResult ToolExecutor::runCurrentTime(const QJsonObject &input) const
{
    const QString wanted = input.value("time_zone"_L1).toString();
    const QTimeZone zone = wanted.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(wanted.toUtf8());
    if (!zone.isValid())
        return failed(ToolText::tr("There is no time zone named “%1”. Use a name such as Europe/Berlin.").arg(shortLine(wanted, 60)));
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(zone);
    return succeeded({{u"time"_s, now.toString(Qt::ISODate)},
                      {u"date"_s, now.date().toString(Qt::ISODate)},
                      {u"weekday"_s, QLocale::c().dayName(now.date().dayOfWeek())},
                      {u"time_zone"_s, QString::fromUtf8(zone.id())}});
}

ToolResult ToolExecutor::runReadFile(const QJsonObject &input)
{
    const Result<EngineFile> file = findFile(input, false);
    if (!file)
        return failed(file.error());
    const FileSketch sketch = sketchFile(*file, m_stop);
    const QString reason = unreadableReason(sketch);
    if (!reason.isEmpty())
        return failed(reason);
    ToolResult out = readText(*file, qMax(1, input.value("first_line"_L1).toInt(1)));
    if (!out.success || sketch.kind != FileKind::Table)
        return out;
    const Result<TablePointer> loaded = table(*file);
    if (!loaded)
        return failed(loaded.error());
    QJsonArray columns;
    for (const TableColumn &column : (*loaded)->columns)
        columns.append(QJsonObject{{u"name"_s, column.name}, {u"type"_s, typeName(column.type)}});
    QJsonObject output = out.output.toObject();
    output.insert(u"text"_s, output.value("text"_L1).toString().left(2000));
    output.insert(u"kind"_s, u"table"_s);
    output.insert(u"table"_s, (*loaded)->tableName);
    output.insert(u"columns"_s, columns);
    output.insert(u"row_count"_s, (*loaded)->rowCount);
    out.output = output;
    return out;
}

ToolResult ToolExecutor::readText(const EngineFile &file, int firstLine) const
{
    const Result<TextProbe> probe = TextSource::probe(file.path, false, m_stop);
    if (!probe)
        return failed(probe.error());
    TextSource source(file.path, *probe);
    QString text;
    int number = 0;
    int last = firstLine - 1;
    bool truncated = false;
    bool continued = false;
    while (const std::optional<QString> line = source.readLine(&continued)) {
        number += continued ? 0 : 1;
        if (m_stop.stopped() || text.size() > readCharacters) {
            truncated = true;
            break;
        }
        if (number < firstLine)
            continue;
        text += cleanText(*line) + u'\n';
        last = number;
    }
    return succeeded({{u"file_id"_s, file.file.id.value()},
                      {u"filename"_s, cleanText(file.file.filename)},
                      {u"kind"_s, u"text"_s},
                      {u"first_line"_s, firstLine},
                      {u"last_line"_s, last},
                      {u"text"_s, text},
                      {u"truncated"_s, truncated}});
}

} // namespace desk::server
