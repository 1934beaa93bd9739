#include "localserver/engine/router.h"
#include "localserver/engine/builtins.h"
#include "localserver/engine/calculator.h"
#include "localserver/engine/columnmatcher.h"
#include "localserver/engine/documentindex.h"
#include "localserver/engine/questionplanner.h"
#include "localserver/engine/questiontokens.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace desk::server {

using namespace Qt::StringLiterals;
using Target = Route::Target;

namespace {

struct RouterText {
    Q_DECLARE_TR_FUNCTIONS(RouterText)
};

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption)
        .match(text)
        .hasMatch();
}

bool isSmallTalk(const QString &text)
{
    return matches(
        text,
        uR"(^\s*(hi|hello|hey|hallo|guten (tag|morgen|abend)|good (morning|afternoon|evening)|servus|moin|thanks?|thank you|danke( schön| sehr)?|bye|tschüss|ok(ay)?|test|who are you|what can you do|was kannst du|wer bist du|how are you|wie geht.*|help|hilfe)[\s!.?,]*(there|everyone|zusammen|so much|very much|can you help me)?[\s!.?]*$)"_s);
}

bool asksForTime(const QString &text)
{
    return matches(
        text,
        uR"(^\W*(what('s| is)? (the )?(current )?(time|date|day)( is it| today| now)*|what time is it.*|what day is (it|today).*|(what('s| is) )?today['’]?s date|which day is (it|today).*|wie sp[aä]t ist es.*|wie ?viel uhr.*|welche[rns]? (tag|datum|uhrzeit) .*(heute|jetzt).*|welches datum.*heute.*|was ist heute f.r ein tag.*|current (time|date).*)\W*$)"_s);
}

int hits(const QStringList &terms, const QStringList &words)
{
    int found = 0;
    for (const QString &term : terms) {
        for (const QString &word : words) {
            if (sameWord(term, word) || (term.size() > 5 && word.startsWith(term))) {
                ++found;
                break;
            }
        }
    }
    return found;
}

double tableScore(const QString &question, const FileSketch &file)
{
    QStringList columnWords;
    for (const QString &column : file.columns)
        columnWords += foldedWords(QString(column).replace(u'_', u' '));
    bool aggregates = false;
    int synonyms = 0;
    const QStringList words = foldedWords(question);
    for (const QString &word : words) {
        for (const Vocabulary vocabulary :
             {Vocabulary::Sum, Vocabulary::Average, Vocabulary::Maximum, Vocabulary::Minimum, Vocabulary::Most, Vocabulary::Least,
              Vocabulary::Count, Vocabulary::Many, Vocabulary::Much, Vocabulary::Rows, Vocabulary::Columns, Vocabulary::Sold})
            aggregates = aggregates || isIn(vocabulary, word);
        const Concept about = ColumnMatcher::conceptOf(word);
        for (const QString &column : std::as_const(columnWords))
            synonyms += about != Concept::None && ColumnMatcher::conceptOf(column) == about ? 1 : 0;
    }
    const QStringList terms = searchTerms(question);
    const double named = qMin(2, hits(terms, columnWords) + qMin(1, synonyms));
    const double valued = qMin(2, hits(terms, file.words));
    const bool fileNamed = question.contains(file.file.file.filename, Qt::CaseInsensitive);
    return qMin(1.0, 0.2 + (aggregates ? 0.25 : 0) + 0.2 * named + 0.1 * valued + (fileNamed ? 0.4 : 0));
}

double documentScore(const QString &question, const FileSketch &file)
{
    const bool reading = matches(
        question,
        uR"(\b(say|says|said|state[sd]?|mention(s|ed)?|according|document|text|contract|policy|handbook|manual|agreement|paragraph|section|clause|quote|passage|note|notes|email|letter|explain|describe[sd]?|summar\w+|steht|sagt|laut|dokument|vertrag|richtlinie|handbuch|abschnitt|absatz|zitat|erwähnt|beschreib\w*|zusammenfass\w*|kündigungsfrist|termination|deadline)\b)"_s);
    const QStringList terms = searchTerms(question);
    const double share = terms.isEmpty() ? 0 : static_cast<double>(hits(terms, file.words)) / static_cast<double>(terms.size());
    const bool fileNamed = question.contains(file.file.file.filename, Qt::CaseInsensitive);
    return qMin(1.0, 0.25 + (reading ? 0.3 : 0) + 0.4 * share + (fileNamed ? 0.4 : 0));
}

// Certain when one leads by far; below the asking limit when two are level.
double confidenceOf(double best, double second)
{
    const double lead = best - second;
    const double base = 0.7 + 0.28 * qMin(1.0, best);
    const double confidence = second <= 0 ? base : qMin(base, 0.45 + 1.2 * lead);
    return std::round(qBound(0.3, confidence, 0.99) * 100) / 100;
}

QString tableOption(const FileSketch &file)
{
    return RouterText::tr("Table: %1").arg(shortLine(file.file.file.filename, 80));
}

QString documentOption(const FileSketch &file)
{
    return RouterText::tr("Text: %1").arg(shortLine(file.file.file.filename, 80));
}

void decide(Route &route, Target target, const QString &agent, const QStringList &tools, double confidence, const QString &reason)
{
    route.target = target;
    route.decision.agents = {agent};
    route.decision.tools = tools;
    route.decision.confidence = confidence;
    route.decision.reasoning = reason;
}

const FileSketch *newest(const QList<FileSketch> &files, FileKind kind)
{
    for (auto it = files.crbegin(); it != files.crend(); ++it) {
        if (it->kind == kind)
            return &*it;
    }
    return nullptr;
}

const FileSketch *bestTable(const QString &question, const QList<FileSketch> &files, double *score)
{
    const FileSketch *best = nullptr;
    for (const FileSketch &file : files) {
        if (file.kind != FileKind::Table)
            continue;
        const double value = tableScore(question, file);
        if (!best || value >= *score) { // the newest wins a draw
            best = &file;
            *score = value;
        }
    }
    return best;
}

const FileSketch *bestDocument(const QString &question, const QList<FileSketch> &files, double *score)
{
    const FileSketch *best = nullptr;
    for (const FileSketch &file : files) {
        if (file.kind != FileKind::Document)
            continue;
        const double value = documentScore(question, file);
        if (!best || value >= *score) {
            best = &file;
            *score = value;
        }
    }
    return best;
}

void toTable(Route &route, const FileSketch &file, double confidence, const QString &reason)
{
    decide(route, Target::Table, u"table"_s, {u"read_file"_s, u"table_query"_s}, confidence, reason);
    route.file = file.file;
}

void toDocument(Route &route, double confidence, const QString &reason)
{
    decide(route, Target::Document, u"document"_s, {u"document_search"_s}, confidence, reason);
}

// The agent the user picked is not argued with.
bool routeSelected(Route &route, const TurnRequest &request, const QList<FileSketch> &files)
{
    const QString wanted = request.selectedAgents.value(0);
    const QString name = builtinAgentName(wanted);
    const QString chosen = RouterText::tr("You chose this agent.");
    if (wanted.isEmpty() || name == "dispatcher"_L1)
        return false;
    if (name.isEmpty() || name == "workflow_builder"_L1 || name == "agent_designer"_L1) {
        decide(route, Target::NeedsModel, name.isEmpty() ? wanted : name, {}, 1, chosen);
        return true;
    }
    if (name == "calculator"_L1) {
        decide(route, Target::Calculator, name, {u"calculate"_s}, 1, chosen);
        route.expression = findExpression(request.prompt).value_or(QString());
        return true;
    }
    double score = 0;
    if (const FileSketch *table = bestTable(request.prompt, files, &score); table && name == "table"_L1)
        toTable(route, *table, 1, chosen);
    else if (name == "document"_L1 && (newest(files, FileKind::Document) || newest(files, FileKind::Table)))
        toDocument(route, 1, chosen);
    else
        decide(route, files.isEmpty() ? Target::Introduction : Target::Unreadable, name, {}, 1, chosen);
    return true;
}

bool isOption(const QString &prompt, const QString &option)
{
    QString said = prompt.simplified();
    while (said.endsWith(u'.'))
        said.chop(1);
    return said.compare(option.simplified(), Qt::CaseInsensitive) == 0;
}

// The prompt is one of the options we offered: the question is the message before it.
bool routeAnsweredOption(Route &route, const TurnRequest &request, const QList<FileSketch> &files)
{
    for (const FileSketch &file : files) {
        const bool table = file.kind == FileKind::Table && isOption(request.prompt, tableOption(file));
        const bool document = file.kind == FileKind::Document && isOption(request.prompt, documentOption(file));
        if (!table && !document)
            continue;
        for (auto it = request.history.crbegin(); it != request.history.crend(); ++it) {
            if (it->role == Role::User) {
                route.question = it->content;
                break;
            }
        }
        if (table)
            toTable(route, file, 1, RouterText::tr("You chose this file."));
        else
            toDocument(route, 1, RouterText::tr("You chose this file."));
        return true;
    }
    return false;
}

void routeByFit(Route &route, const QList<FileSketch> &files)
{
    double tableFit = 0;
    double textFit = 0;
    const FileSketch *table = bestTable(route.question, files, &tableFit);
    const FileSketch *document = bestDocument(route.question, files, &textFit);
    if (!table && !document) {
        decide(route, Target::Unreadable, u"dispatcher"_s, {}, 0.95,
               RouterText::tr("None of the attached files can be read as text or table."));
        return;
    }
    const bool toTheTable = table && (!document || tableFit >= textFit);
    const double confidence = confidenceOf(toTheTable ? tableFit : textFit, toTheTable ? textFit : tableFit);
    if (toTheTable)
        toTable(route, *table, confidence,
                RouterText::tr("%1 is a table and the question asks for figures.").arg(shortLine(table->file.file.filename, 80)));
    else
        toDocument(route, confidence,
                   RouterText::tr("%1 is a text that may hold the answer.").arg(shortLine(document->file.file.filename, 80)));
    if (table && document)
        route.decision.alternatives = {toTheTable ? u"document"_s : u"table"_s};
    if (confidence >= askBelow)
        return;
    route.target = Target::Ask;
    route.decision.needsDisambiguation = true;
    route.decision.reasoning = RouterText::tr("The question fits the table and the text about equally well.");
    route.options = {tableOption(*table), documentOption(*document)};
}

} // namespace

Route routeQuestion(const TurnRequest &request, const QList<FileSketch> &files)
{
    Route route;
    route.question = request.prompt;
    if (routeSelected(route, request, files) || routeAnsweredOption(route, request, files))
        return route;
    if (const FileSketch *table = newest(files, FileKind::Table); table && QuestionPlanner::looksLikeSql(request.prompt)) {
        toTable(route, *table, 0.99, RouterText::tr("The question is written in SQL."));
        return route;
    }
    if (const std::optional<QString> expression = findExpression(request.prompt)) {
        decide(route, Target::Calculator, u"calculator"_s, {u"calculate"_s}, 0.97,
               RouterText::tr("The question is an expression to compute."));
        route.expression = *expression;
    } else if (asksForTime(request.prompt)) {
        decide(route, Target::Clock, u"dispatcher"_s, {u"current_time"_s}, 0.95, RouterText::tr("The question asks for the date or time."));
    } else if (isSmallTalk(request.prompt)) {
        decide(route, Target::Introduction, u"dispatcher"_s, {}, 0.95, RouterText::tr("There is nothing to look up or compute."));
    } else if (files.isEmpty()) {
        decide(route, Target::Introduction, u"dispatcher"_s, {}, 0.9,
               RouterText::tr("No file is attached and there is nothing to compute."));
    } else {
        routeByFit(route, files);
    }
    return route;
}

} // namespace desk::server
