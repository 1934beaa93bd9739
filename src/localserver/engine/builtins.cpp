#include "localserver/engine/builtins.h"
#include "localserver/engine/textutil.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

struct BuiltinsText {
    Q_DECLARE_TR_FUNCTIONS(BuiltinsText)
};

const QUuid dnsNamespace(u"6ba7b810-9dad-11d1-80b4-00c04fd430c8"_s);

// Instructions are read by language models and by people who copy them; they stay English like every prompt.
Agent agent(const QString &name, const QString &displayName, const QString &description, const QString &instructions,
            const QStringList &tools)
{
    Agent out;
    out.id = AgentId(builtinAgentId(name));
    out.name = name;
    out.displayName = displayName;
    out.description = description;
    out.model = u"chat"_s;
    out.instructions = instructions;
    out.tools = tools;
    out.visibility = AgentVisibility::Builtin;
    out.isBuiltin = true;
    out.version = 1;
    return out;
}

QJsonObject property(const char *type, const char *description)
{
    return {{u"type"_s, QString::fromLatin1(type)}, {u"description"_s, QString::fromLatin1(description)}};
}

QJsonObject objectSchema(const QJsonObject &properties, const QStringList &required)
{
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"required"_s, QJsonArray::fromStringList(required)}};
}

QJsonObject listOf(const QJsonObject &items)
{
    return {{u"type"_s, u"array"_s}, {u"items"_s, items}};
}

ToolDescription tool(const QString &name, const QString &description, const QJsonObject &input, const QJsonObject &output)
{
    return {name, description, {{u"input"_s, input}, {u"output"_s, output}}};
}

ToolDescription documentSearch()
{
    const QJsonObject hit = objectSchema({{u"file_id"_s, property("string", "id of the file")},
                                          {u"filename"_s, property("string", "name of the file")},
                                          {u"page_number"_s, property("integer", "line of the passage in the file, counted from 1")},
                                          {u"quote"_s, property("string", "the passage")},
                                          {u"score"_s, property("number", "0 to 1")}},
                                         {});
    return tool(u"document_search"_s,
                BuiltinsText::tr("Searches the attached files for words and returns the best passages with file and line."),
                objectSchema({{u"query"_s, property("string", "the words to look for")},
                              {u"limit"_s, property("integer", "how many passages, 1 to 20; 5 if omitted")},
                              {u"file_id"_s, property("string", "only this file")}},
                             {u"query"_s}),
                objectSchema({{u"results"_s, listOf(hit)}}, {}));
}

ToolDescription tableQuery()
{
    return tool(u"table_query"_s,
                BuiltinsText::tr(
                    "Runs one read-only SQL SELECT (SQLite) on an attached CSV or TSV file. The columns are in the result of read_file."),
                objectSchema({{u"sql"_s, property("string", "one SELECT statement; dates are text as yyyy-MM-dd")},
                              {u"filename"_s, property("string", "the table's file; the newest table if omitted")},
                              {u"file_id"_s, property("string", "the same by id")}},
                             {u"sql"_s}),
                objectSchema({{u"sql"_s, property("string", "the statement that ran")},
                              {u"columns"_s, listOf(property("string", "column heading"))},
                              {u"rows"_s, listOf(QJsonObject{{u"type"_s, u"array"_s}})},
                              {u"row_count"_s, property("integer", "rows in this result")},
                              {u"truncated"_s, property("boolean", "there are more rows")},
                              {u"file_id"_s, property("string", "id of the file")},
                              {u"filename"_s, property("string", "name of the file")}},
                             {}));
}

} // namespace

QString builtinAgentId(const QString &name)
{
    return QUuid::createUuidV5(dnsNamespace, "agentdesk.builtin."_L1 + name).toString(QUuid::WithoutBraces);
}

QString builtinToolId(const QString &name)
{
    return QUuid::createUuidV5(dnsNamespace, "agentdesk.builtin.tool."_L1 + name).toString(QUuid::WithoutBraces);
}

QString builtinAgentName(const QString &nameOrId)
{
    for (const QLatin1StringView name :
         {"dispatcher"_L1, "document"_L1, "table"_L1, "calculator"_L1, "workflow_builder"_L1, "agent_designer"_L1}) {
        if (nameOrId.compare(name, Qt::CaseInsensitive) == 0 || nameOrId.compare(builtinAgentId(name), Qt::CaseInsensitive) == 0)
            return name;
    }
    return {};
}

QList<Agent> shippedAgents()
{
    static const QString common =
        u" Use the tools instead of guessing. Never invent figures, quotes or sources. If the files do not hold the answer, say so. Answer in the language of the question."_s;
    return {
        agent(
            u"dispatcher"_s, BuiltinsText::tr("Dispatcher"),
            BuiltinsText::tr("Chooses the right agent and tools for each question and says why."),
            u"You help a person with questions on the files they attached and with calculations. Read text files with document_search and read_file, ask tables with table_query, compute with calculate."_s +
                common,
            {u"document_search"_s, u"table_query"_s, u"calculate"_s, u"current_time"_s, u"read_file"_s}),
        agent(
            u"document"_s, BuiltinsText::tr("Document reader"),
            BuiltinsText::tr("Answers from attached texts and quotes the passage with file and line."),
            u"You answer questions from the attached text files. Search with document_search, read more with read_file, and support every statement with a short quotation followed by the file name and line."_s +
                common,
            {u"document_search"_s, u"read_file"_s}),
        agent(
            u"table"_s, BuiltinsText::tr("Table analyst"),
            BuiltinsText::tr("Answers questions on CSV and TSV files with SQL and shows the query."),
            u"You answer questions on attached CSV and TSV tables. Look at the columns with read_file first, then write one SQLite SELECT per question for table_query. State the figure first, then a short table, and name the file."_s +
                common,
            {u"table_query"_s, u"read_file"_s, u"calculate"_s}),
        agent(
            u"calculator"_s, BuiltinsText::tr("Calculator"), BuiltinsText::tr("Computes expressions and percentages exactly."),
            u"You compute. Turn the question into one expression, run it with calculate, and answer with the expression and its result."_s +
                common,
            {u"calculate"_s}),
        agent(
            u"workflow_builder"_s, BuiltinsText::tr("Workflow builder"),
            BuiltinsText::tr("Designs workflows from a description. Needs a language model."),
            u"You design workflows. Ask for the goal, the inputs and who approves, then propose numbered steps with the agent or tool of each, its inputs and outputs, conditions and limits. Prefer few steps. Mark every step that changes something outside as needing approval."_s +
                common,
            {u"read_file"_s}),
        agent(
            u"agent_designer"_s, BuiltinsText::tr("Agent designer"),
            BuiltinsText::tr("Writes instructions for new agents. Needs a language model."),
            u"You design agents. Ask what the agent is for, who uses it and what it must never do, then propose a name, a one-line description, precise instructions and the smallest set of tools."_s +
                common,
            {u"read_file"_s}),
    };
}

QList<ToolDescription> shippedTools()
{
    return {
        documentSearch(),
        tableQuery(),
        tool(u"calculate"_s, BuiltinsText::tr("Computes an arithmetic expression: + - * / ^ % ( ), sqrt, min, max, round, percentages."),
             objectSchema({{u"expression"_s, property("string", "such as (3 + 4) * 2 or 15% of 240")}}, {u"expression"_s}),
             objectSchema({{u"expression"_s, property("string", "as understood")},
                           {u"result"_s, property("string", "the result")},
                           {u"value"_s, property("number", "the result as a number")}},
                          {})),
        tool(u"current_time"_s, BuiltinsText::tr("Tells the current date and time."),
             objectSchema({{u"time_zone"_s, property("string", "IANA name such as Europe/Berlin; the computer's zone if omitted")}}, {}),
             objectSchema({{u"time"_s, property("string", "ISO 8601")},
                           {u"date"_s, property("string", "yyyy-MM-dd")},
                           {u"weekday"_s, property("string", "in English")}},
                          {})),
        tool(u"read_file"_s, BuiltinsText::tr("Reads an attached file: the text from a line on, or a table's columns and first rows."),
             objectSchema({{u"filename"_s, property("string", "name of an attached file; the newest if omitted")},
                           {u"file_id"_s, property("string", "the same by id")},
                           {u"first_line"_s, property("integer", "where to start, 1 if omitted")}},
                          {}),
             objectSchema({{u"text"_s, property("string", "the text read")},
                           {u"truncated"_s, property("boolean", "there is more")},
                           {u"columns"_s, listOf(QJsonObject{{u"type"_s, u"object"_s}})},
                           {u"row_count"_s, property("integer", "rows of a table")}},
                          {})),
    };
}

QString toolTitle(const QString &tool, const QJsonObject &input, const QList<EngineFile> &files)
{
    if (tool == "document_search"_L1)
        return BuiltinsText::tr("Searching %n file(s)", nullptr, static_cast<int>(files.size()));
    if (tool == "table_query"_L1)
        return BuiltinsText::tr("Asking the table: %1").arg(shortLine(input.value("sql"_L1).toString(), 200));
    if (tool == "calculate"_L1)
        return BuiltinsText::tr("Computing %1").arg(shortLine(input.value("expression"_L1).toString(), 100));
    if (tool == "current_time"_L1)
        return BuiltinsText::tr("Looking at the clock");
    if (tool != "read_file"_L1)
        return BuiltinsText::tr("Calling %1").arg(shortLine(tool, 60));
    const QString id = input.value("file_id"_L1).toString();
    QString name = input.value("filename"_L1).toString();
    for (const EngineFile &file : files) {
        if (name.isEmpty() && (id.isEmpty() || file.file.id.value() == id))
            name = file.file.filename;
    }
    return name.isEmpty() ? BuiltinsText::tr("Reading the attached file") : BuiltinsText::tr("Reading %1").arg(shortLine(name, 80));
}

} // namespace desk::server
