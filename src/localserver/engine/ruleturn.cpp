#include "localserver/engine/ruleturn.h"
#include "localserver/engine/answerstream.h"
#include "localserver/engine/builtins.h"
#include "localserver/engine/calculator.h"
#include "localserver/engine/tableanswer.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownPassages = 3;

// A quotation block; every line of the source starts with the sign, and nothing in it is markup.
QString quoteBlock(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines.append(u"> "_s + escapeMarkdown(line));
    return lines.join("  \n"_L1);
}

} // namespace

RuleTurn::RuleTurn(TurnRequest request, std::shared_ptr<Toolbox> toolbox, int pieceDelayMs, QObject *parent)
    : EngineTurn(std::move(request), std::move(toolbox), parent)
    , m_pieceDelayMs(pieceDelayMs)
{
}

void RuleTurn::run()
{
    if (request().files.isEmpty())
        follow({});
    else
        toolbox().sketchFiles(request().files, stopToken(), this, [this](const QList<FileSketch> &files) { follow(files); });
}

void RuleTurn::abandon()
{
    if (m_stream)
        m_stream->stop();
}

void RuleTurn::follow(const QList<FileSketch> &files)
{
    if (ended())
        return;
    for (const FileSketch &file : files) {
        const QString reason = unreadableReason(file);
        if (!reason.isEmpty())
            m_unreadable.append(reason);
    }
    if (!request().instructions.isEmpty() && builtinAgentName(request().selectedAgents.value(0)).isEmpty()) {
        m_route.target = Route::Target::NeedsModel;
        m_route.decision = {request().selectedAgents.mid(0, 1), {}, 1, tr("You chose this agent."), {}, false};
    } else {
        m_route = routeQuestion(request(), searchable(files));
    }
    think(m_route.decision.reasoning, u"intent_routing"_s);
    decide(m_route.decision);
    if (ended())
        return;
    setAgent(m_route.decision.agents.value(0, u"dispatcher"_s));
    switch (m_route.target) {
    case Route::Target::Introduction:
        return introduce();
    case Route::Target::NeedsModel:
        return sayModelNeeded();
    case Route::Target::Unreadable:
        return sayUnreadable();
    case Route::Target::Ask:
        return ask();
    case Route::Target::Calculator:
        return compute();
    case Route::Target::Clock:
        return tellTime();
    case Route::Target::Document:
        return searchDocuments();
    case Route::Target::Table:
        return readTable();
    }
}

// Without the search a text answers nothing: a table beside it may.
QList<FileSketch> RuleTurn::searchable(QList<FileSketch> files) const
{
    const auto isTable = [](const FileSketch &file) { return file.kind == FileKind::Table; };
    if (!mayUse(u"document_search"_s) && std::any_of(files.cbegin(), files.cend(), isTable))
        files.removeIf([](const FileSketch &file) { return file.kind == FileKind::Document; });
    return files;
}

void RuleTurn::introduce()
{
    const QString text = tr("I am the built-in engine of Agent Desk. I work without a language model.");
    const QString can = tr("I can search attached texts and quote the passage, answer questions on attached CSV or TSV tables with SQL, "
                           "and compute, for example “15 % of 240”.");
    const QString connectModel =
        tr("For free conversation connect a language model under Settings → Language model, for example Ollama on this computer.");
    answer(QStringList{text, can, connectModel}.join("\n\n"_L1));
}

void RuleTurn::sayModelNeeded()
{
    const QString name = escapeMarkdown(shortLine(m_route.decision.agents.value(0), 80));
    answer(tr("The agent **%1** needs a language model, and none is connected.").arg(name) + "\n\n"_L1 +
           tr("Connect one under Settings → Language model, for example Ollama on this computer, and ask again. Without one, the document, "
              "table and calculator agents work."));
}

void RuleTurn::sayUnreadable()
{
    if (!m_unreadable.isEmpty())
        answer(m_unreadable.join("\n\n"_L1));
    else
        answer(tr("This agent found no attached file it can work on. Attach a CSV or TSV table, or a text, and ask again."));
}

void RuleTurn::ask()
{
    const QString question = tr("Should I look in the table or in the text?");
    EngineTurn::ask(Prompt{Prompt::Type::Choice, outcome().agentName, question, m_route.options, m_route.options.value(0)});
    if (!ended())
        succeed();
}

void RuleTurn::compute()
{
    if (m_route.expression.isEmpty())
        m_route.expression = m_route.question.simplified();
    callTool(u"calculate"_s, {{u"expression"_s, m_route.expression}}, [this](const ToolResult &result) {
        if (!result.success)
            return answer(tr("I could not compute that: %1").arg(escapeMarkdown(result.error)) + u' ' +
                          tr("An expression looks like “(3 + 4) * 2” or “15 % of 240”."));
        Calculation shown;
        shown.value = static_cast<long double>(result.output["value"_L1].toDouble());
        answer(u"%1 = **%2**"_s.arg(escapeMarkdown(result.output["expression"_L1].toString()), shown.humanText()));
    });
}

void RuleTurn::tellTime()
{
    callTool(u"current_time"_s, {}, [this](const ToolResult &result) {
        const QDateTime now = QDateTime::fromString(result.output["time"_L1].toString(), Qt::ISODate);
        if (!result.success || !now.isValid())
            return answer(tr("The clock could not be read: %1").arg(escapeMarkdown(result.error)));
        const QLocale locale;
        answer(tr("It is **%1** on %2.", "time, date")
                   .arg(locale.toString(now.time(), QLocale::ShortFormat), locale.toString(now.date(), QLocale::LongFormat)));
    });
}

void RuleTurn::searchDocuments()
{
    if (!mayUse(u"document_search"_s)) {
        answer(withUnreadable(
            tr("Searching documents is switched off for this chat. Switch it on in the options of the chat and ask again.")));
        return;
    }
    if (searchTerms(m_route.question).isEmpty()) {
        answer(withUnreadable(tr("Without a language model I cannot summarise a text. Ask for words that stand in it, and I will quote the "
                                 "passages with their lines.")));
        return;
    }
    callTool(u"document_search"_s, {{u"query"_s, m_route.question}, {u"limit"_s, 5}},
             [this](const ToolResult &result) { answerFromPassages(result); });
}

void RuleTurn::answerFromPassages(const ToolResult &result)
{
    if (!result.success)
        return answer(withUnreadable(tr("The search failed: %1").arg(escapeMarkdown(result.error))));
    const QJsonArray results = result.output["results"_L1].toArray();
    if (results.isEmpty())
        return answer(withUnreadable(tr(
            "I found nothing about this in the attached files. I look for the words of the question: try words that stand in the text.")));
    // Weak hits beside a strong one would only blur the answer.
    const double best = results.first()["score"_L1].toDouble();
    QStringList parts;
    QJsonArray shown;
    for (const QJsonValue &item : results) {
        if (parts.size() >= shownPassages || item["score"_L1].toDouble() < best * 0.7)
            break;
        shown.append(item);
        const QString place = tr("— %1, line %2", "file name, line number")
                                  .arg(escapeMarkdown(item["filename"_L1].toString()))
                                  .arg(item["page_number"_L1].toInt());
        parts.append(quoteBlock(item["quote"_L1].toString()) + "\n\n"_L1 + place);
    }
    cite(citationsOf(u"document_search"_s, QJsonObject{{u"results"_s, shown}}));
    think(tr("The search found %n passage(s); the best ones are quoted.", nullptr, static_cast<int>(results.size())));
    const QString lead = tr("%n passage(s) in the attached files fit the question best:", nullptr, static_cast<int>(parts.size()));
    answer(withUnreadable(lead + "\n\n"_L1 + parts.join("\n\n"_L1)));
}

void RuleTurn::readTable()
{
    const StoredFile &file = m_route.file.file;
    callTool(u"read_file"_s, {{u"file_id"_s, file.id.value()}, {u"filename"_s, file.filename}}, [this](const ToolResult &result) {
        if (!result.success)
            return answer(withUnreadable(escapeMarkdown(result.error)));
        planTable();
    });
}

void RuleTurn::planTable()
{
    toolbox().planQuestion(m_route.question, m_route.file, stopToken(), this, [this](const PlannedQuestion &planned) {
        if (!ended())
            queryTable(planned);
    });
}

void RuleTurn::queryTable(const PlannedQuestion &planned)
{
    if (!planned.table)
        return answer(withUnreadable(escapeMarkdown(planned.error)));
    if (planned.plan.shape == TablePlan::Shape::NotUnderstood) {
        think(tr("The rules do not cover this question."));
        return answer(withUnreadable(notUnderstoodAnswer(planned.plan, *planned.table)));
    }
    think(tr("The question reads as one query on the table %1.").arg(planned.table->tableName));
    const QJsonObject input{{u"sql"_s, planned.plan.sql}, {u"file_id"_s, planned.table->fileId.value()}};
    callTool(u"table_query"_s, input, [this, planned](const ToolResult &result) {
        if (!result.success)
            return answer(withUnreadable(tr("The query failed: %1").arg(escapeMarkdown(result.error))));
        cite(citationsOf(u"table_query"_s, result.output));
        answer(withUnreadable(tableAnswer(planned.plan, result.output.toObject(), *planned.table)));
    });
}

QString RuleTurn::withUnreadable(const QString &text) const
{
    return m_unreadable.isEmpty() ? text : text + "\n\n"_L1 + m_unreadable.join("\n\n"_L1);
}

void RuleTurn::answer(const QString &text)
{
    if (ended())
        return;
    m_stream = new AnswerStream(text, m_pieceDelayMs, this);
    connect(m_stream, &AnswerStream::piece, this, [this](const QString &piece) { append(piece); });
    connect(m_stream, &AnswerStream::done, this, [this] { succeed(); });
    m_stream->start();
}

} // namespace desk::server
