#include "localserver/tst_enginekit.h"

#include "localserver/engine/builtins.h"
#include "localserver/engine/router.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QLocale>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace enginekit;

namespace {

const QByteArray handbook =
    "# Travel policy\n\nEmployees book trains in second class.\nFlights need approval by the head of department.\n\n"
    "## Termination\n\nThe notice period is three months to the end of a quarter.\nNotice must be given in writing.\n\n"
    "## Kündigung\n\nDie Kündigungsfrist beträgt drei Monate zum Quartalsende.\n";

EngineOptions fast()
{
    EngineOptions out;
    out.pieceDelayMs = 0;
    return out;
}

} // namespace

class TestEngineTurns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void idsAreStable();
    void answersTheTableQuestion();
    void answersOnlyOnceStarted();
    void quotesWithLines();
    void CH_26_documentsAreSearchedOnlyWhileThatIsOn();
    void saysWhenNothingMatches();
    void routes_data();
    void routes();
    void asksWhenTheFilesFitEqually();
    void saysWhatItIs();
    void customAgentsNeedAModel();
    void unreadableFiles_data();
    void unreadableFiles();
    void hugeFileIsStillAnswered();
    void listsExamplesWhenNotUnderstood();
    void repeatsNoFinishedToolCall();
    void cancelsInTheMiddle();
    void cancelsASlowQuery();
    void mainThreadStaysResponsive();
    void paceIsBounded();
    void stripsControlCharacters();

private:
    Folder m_folder;
    Engine m_engine{fast()};
};

void TestEngineTurns::idsAreStable()
{
    QStringList names;
    for (const Agent &agent : m_engine.builtinAgents()) {
        names.append(agent.name);
        QCOMPARE(agent.id.value(),
                 QUuid::createUuidV5(QUuid(u"6ba7b810-9dad-11d1-80b4-00c04fd430c8"_s), "agentdesk.builtin."_L1 + agent.name)
                     .toString(QUuid::WithoutBraces));
        QVERIFY(!agent.displayName.isEmpty() && !agent.description.isEmpty() && agent.instructions.size() > 80);
    }
    QCOMPARE(names, (QStringList{u"dispatcher"_s, u"document"_s, u"table"_s, u"calculator"_s, u"workflow_builder"_s, u"agent_designer"_s}));
    for (const ToolDescription &tool : m_engine.builtinTools()) {
        QCOMPARE(tool.schema.value("input"_L1)["type"_L1].toString(), u"object"_s);
        QVERIFY(tool.schema.contains("output"_L1));
    }
    QCOMPARE(m_engine.builtinTools().size(), 5);
}

void TestEngineTurns::answersTheTableQuestion()
{
    const Heard heard = runTurn(m_engine, question(u"Which region sold most in Q3?"_s, {sales()}));
    QCOMPARE(heard.outcomes.size(), 1);
    const TurnOutcome &outcome = heard.outcomes.first();
    QVERIFY(outcome.status == RunStatus::Succeeded);
    QCOMPARE(outcome.agentName, u"table"_s);
    QCOMPARE(outcome.text, heard.streamed());
    QVERIFY2(outcome.text.contains("South"_L1) && outcome.text.contains(QLocale().toString(115293.0, 'f', 2)) &&
                 outcome.text.contains("573"_L1),
             qPrintable(outcome.text));
    QVERIFY(outcome.text.contains("SELECT region"_L1) && outcome.text.contains("sales.csv"_L1));
    QCOMPARE(outcome.citations.size(), 1);
    QCOMPARE(outcome.citations.first().fileId.value(), u"sales-id"_s);
    QCOMPARE(outcome.citations.first().filename, u"sales.csv"_s);
    const auto decisions = heard.all<RoutingDecision>();
    QCOMPARE(decisions.size(), 1);
    QCOMPARE(decisions.first().agents, QStringList{u"table"_s});
    QVERIFY(decisions.first().confidence >= 0.6 && !decisions.first().reasoning.isEmpty());
    const auto started = heard.all<ToolStarted>();
    const auto ended = heard.all<ToolFinished>();
    QCOMPARE(started.size(), 2);
    QCOMPARE(ended.size(), 2);
    QCOMPARE(started[0].title, u"Reading sales.csv"_s);
    QVERIFY(started[1].title.startsWith("Asking the table: SELECT region"_L1));
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!started[i].callId.isEmpty());
        QCOMPARE(started[i].callId, ended[i].callId);
        QVERIFY(ended[i].success && ended[i].durationMs >= 0);
    }
    QCOMPARE(ended[1].output["rows"_L1][0][0].toString(), u"South"_s);
    QVERIFY(heard.all<ContentDelta>().size() > 10);
    QVERIFY(!heard.all<Thought>().isEmpty());
    QCOMPARE(heard.all<AgentFinished>().size(), 1);
    for (const ChatEvent &event : heard.events)
        QVERIFY(!isTerminal(event));
}

void TestEngineTurns::answersOnlyOnceStarted()
{
    Heard heard;
    const auto turn = m_engine.createTurn(question(u"2+2"_s));
    listen(*turn, heard);
    QVERIFY(!QTest::qWaitFor([&heard] { return !heard.events.isEmpty(); }, 20));
    turn->start();
    turn->start();
    QTRY_COMPARE(heard.outcomes.size(), 1);
    turn->cancel();
    QVERIFY(!QTest::qWaitFor([&heard] { return heard.outcomes.size() > 1; }, 20));
    QCOMPARE(heard.all<RoutingDecision>().size(), 1);
}

void TestEngineTurns::quotesWithLines()
{
    const EngineFile file = m_folder.file(u"handbook.md"_s, handbook);
    const Heard heard = runTurn(m_engine, question(u"What is the notice period?"_s, {file}));
    const TurnOutcome &outcome = heard.outcomes.first();
    QCOMPARE(outcome.agentName, u"document"_s);
    QVERIFY2(!outcome.citations.isEmpty(), qPrintable(outcome.text));
    const Citation &best = outcome.citations.first();
    QCOMPARE(best.page, 6);
    QVERIFY(best.quote.contains("The notice period is three months"_L1));
    QVERIFY(outcome.text.contains("handbook.md, line 6"_L1));
    QVERIFY(QString::fromUtf8(handbook).contains(best.quote.section(u'\n', -1)));
    const Heard german = runTurn(m_engine, question(u"Wie lang ist die Kündigungsfrist?"_s, {file}));
    QCOMPARE(german.outcomes.first().citations.value(0).page, 11);
}

void TestEngineTurns::CH_26_documentsAreSearchedOnlyWhileThatIsOn()
{
    const EngineFile file = m_folder.file(u"handbook.md"_s, handbook);
    TurnRequest wanted = question(u"What is the notice period?"_s, {file});
    wanted.options.searchesDocuments = true;
    QVERIFY(!runTurn(m_engine, wanted).outcomes.first().citations.isEmpty());
    wanted.options.searchesDocuments = false;
    const Heard off = runTurn(m_engine, wanted);
    QVERIFY(off.outcomes.first().status == RunStatus::Succeeded);
    QVERIFY(off.all<ToolStarted>().isEmpty());
    QVERIFY(off.outcomes.first().citations.isEmpty());
    QVERIFY2(off.streamed().contains("switched off"_L1) && !off.streamed().contains("three months"_L1), qPrintable(off.streamed()));
    // A table beside it is still asked.
    TurnRequest both = question(u"Which region sold most in Q3?"_s, {sales(), file});
    both.options.searchesDocuments = false;
    QCOMPARE(runTurn(m_engine, both).outcomes.first().agentName, u"table"_s);
}

void TestEngineTurns::saysWhenNothingMatches()
{
    const Heard heard =
        runTurn(m_engine, question(u"What does it say about parking garages?"_s, {m_folder.file(u"handbook.md"_s, handbook)}));
    QVERIFY(heard.outcomes.first().status == RunStatus::Succeeded);
    QVERIFY2(heard.streamed().contains("found nothing"_L1), qPrintable(heard.streamed()));
    QVERIFY(heard.outcomes.first().citations.isEmpty());
}

void TestEngineTurns::routes_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("files"); // t: sales.csv, d: handbook.md
    QTest::addColumn<int>("target");
    const auto row = [](const char *prompt, const char *files, Route::Target target) {
        QTest::addRow("%s [%s]", prompt, files) << QString::fromUtf8(prompt) << QString::fromLatin1(files) << static_cast<int>(target);
    };
    using T = Route::Target;
    row("Hello", "", T::Introduction);
    row("Hello", "td", T::Introduction);
    row("What can you do?", "t", T::Introduction);
    row("Danke!", "d", T::Introduction);
    row("Write a poem about autumn", "", T::Introduction);
    row("Which region sold most in Q3?", "", T::Introduction);
    row("15 % of 240", "", T::Calculator);
    row("What is 3 * 4?", "td", T::Calculator);
    row("Berechne 12 mal 12", "t", T::Calculator);
    row("sqrt(2)", "", T::Calculator);
    row("1/0", "", T::Calculator);
    row("What time is it?", "", T::Clock);
    row("Wie spät ist es?", "t", T::Clock);
    row("What is today's date?", "d", T::Clock);
    row("Which region sold most in Q3?", "t", T::Table);
    row("Which region sold most in Q3?", "td", T::Table);
    row("Welche Region hat am meisten verkauft?", "td", T::Table);
    row("average revenue per product", "td", T::Table);
    row("How many rows are there in sales.csv?", "td", T::Table);
    row("SELECT region FROM sales", "td", T::Table);
    row("Durchschnitt Umsatz", "td", T::Table);
    row("total units of lamps", "td", T::Table);
    row("Which columns are in the table?", "t", T::Table);
    row("anything at all", "t", T::Table);
    row("top 3 products by revenue", "td", T::Table);
    row("What is the notice period?", "d", T::Document);
    row("What does the handbook say about flights?", "td", T::Document);
    row("Wie lang ist die Kündigungsfrist?", "td", T::Document);
    row("According to the policy, who approves flights?", "td", T::Document);
    row("quote the passage on trains", "td", T::Document);
    row("What does handbook.md say about notice?", "td", T::Document);
    row("anything at all", "d", T::Document);
}

void TestEngineTurns::routes()
{
    QFETCH(QString, prompt);
    QFETCH(QString, files);
    QFETCH(int, target);
    QList<FileSketch> sketches;
    if (files.contains(u't'))
        sketches.append(sketchFile(sales(), StopToken()));
    if (files.contains(u'd'))
        sketches.append(sketchFile(m_folder.file(u"handbook.md"_s, handbook), StopToken()));
    const Route route = routeQuestion(question(prompt), sketches);
    QVERIFY2(static_cast<int>(route.target) == target,
             qPrintable(u"%1: %2 (%3)"_s.arg(int(route.target)).arg(route.decision.confidence).arg(route.decision.reasoning)));
    QVERIFY(route.decision.confidence >= askBelow);
    QVERIFY(!route.decision.reasoning.isEmpty() && !route.decision.agents.isEmpty());
}

void TestEngineTurns::asksWhenTheFilesFitEqually()
{
    const QList<EngineFile> files{sales(), m_folder.file(u"handbook.md"_s, handbook)};
    TurnRequest first = question(u"Anything new?"_s, files);
    const Heard heard = runTurn(m_engine, first);
    QVERIFY(heard.all<RoutingDecision>().first().needsDisambiguation);
    QVERIFY(heard.all<RoutingDecision>().first().confidence < 0.6);
    QCOMPARE(heard.all<Prompt>().size(), 1);
    const Prompt prompt = heard.all<Prompt>().first();
    QCOMPARE(prompt.type, Prompt::Type::Choice);
    QCOMPARE(prompt.options.size(), 2);
    QVERIFY(heard.all<ToolStarted>().isEmpty());
    // The prompt alone brings the question, and what is stored has it.
    QVERIFY2(heard.streamed().isEmpty(), qPrintable(heard.streamed()));
    QVERIFY(!prompt.text.isEmpty());
    QCOMPARE(heard.outcomes.first().text, prompt.text);
    // The reply is the next message; the question is the one before it.
    TurnRequest second = question(prompt.options.first(), files);
    second.history = {{Role::User, u"How many rows are there?"_s}, {Role::Assistant, heard.outcomes.first().text}};
    const Heard answered = runTurn(m_engine, second);
    QVERIFY2(answered.streamed().contains("144"_L1), qPrintable(answered.streamed()));
}

void TestEngineTurns::saysWhatItIs()
{
    const Heard heard = runTurn(m_engine, question(u"Hello there"_s));
    QVERIFY(heard.streamed().contains("built-in engine"_L1) && heard.streamed().contains("without a language model"_L1) &&
            heard.streamed().contains("Ollama"_L1));
    QVERIFY(heard.outcomes.first().status == RunStatus::Succeeded);
}

void TestEngineTurns::customAgentsNeedAModel()
{
    TurnRequest custom = question(u"15 % of 240"_s);
    custom.selectedAgents = {u"pirate"_s};
    custom.instructions = u"Talk like a pirate."_s;
    QVERIFY(runTurn(m_engine, custom).streamed().contains("needs a language model"_L1));
    for (const QString &name : {u"workflow_builder"_s, builtinAgentId(u"agent_designer"_s)}) {
        TurnRequest request = question(u"Build me something"_s);
        request.selectedAgents = {name};
        const Heard heard = runTurn(m_engine, request);
        QVERIFY2(heard.streamed().contains("needs a language model"_L1), qPrintable(heard.streamed()));
    }
}

void TestEngineTurns::unreadableFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("pdf") << u"report.pdf"_s << QByteArray("%PDF-1.7\n\x00\x01", 11) << u"CSV"_s;
    QTest::newRow("zip") << u"a.zip"_s << QByteArray("PK\x03\x04\x00\x00\x00", 7) << u"text"_s;
    QTest::newRow("empty") << u"empty.csv"_s << QByteArray() << u"is empty"_s;
}

void TestEngineTurns::unreadableFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const EngineFile file = m_folder.file(name, bytes);
    const Heard heard = runTurn(m_engine, question(u"What is the total?"_s, {file}));
    QVERIFY2(heard.streamed().contains(name) && heard.streamed().contains(says), qPrintable(heard.streamed()));
    QVERIFY(heard.outcomes.first().status == RunStatus::Succeeded);
    // Beside a good file the good one is answered and the other one named.
    const Heard both = runTurn(m_engine, question(u"How many rows are there?"_s, {sales(), file}));
    QVERIFY2(both.streamed().contains("144"_L1) && both.streamed().contains(name), qPrintable(both.streamed()));
}

void TestEngineTurns::hugeFileIsStillAnswered()
{
    QByteArray text;
    for (int i = 0; i < 200000; ++i)
        text += "line " + QByteArray::number(i) + " about ordinary matters\n";
    text += "\nThe zanzibar clause applies here.\n";
    QElapsedTimer clock;
    clock.start();
    const Heard heard = runTurn(m_engine, question(u"What about the zanzibar clause?"_s, {m_folder.file(u"huge.txt"_s, text)}));
    QCOMPARE(heard.outcomes.first().citations.value(0).page, 200002);
    QVERIFY(clock.elapsed() < 10000);
}

void TestEngineTurns::listsExamplesWhenNotUnderstood()
{
    const Heard heard = runTurn(m_engine, question(u"What is the revenue in Atlantis?"_s, {sales()}));
    const QString text = heard.streamed();
    QVERIFY2(text.contains("Atlantis"_L1) && text.contains("product"_L1) && text.contains("These questions work"_L1), qPrintable(text));
    QVERIFY(heard.outcomes.first().status == RunStatus::Succeeded);
}

void TestEngineTurns::repeatsNoFinishedToolCall()
{
    TurnRequest request = question(u"15 % of 240"_s);
    request.finishedToolCalls.insert(toolCallKey(u"calculate"_s, QJsonObject{{u"expression"_s, u"15 % of 240"_s}}),
                                     QJsonObject{{u"expression"_s, u"15 % of 240"_s}, {u"value"_s, 777}});
    const Heard heard = runTurn(m_engine, request);
    QVERIFY2(heard.streamed().contains("777"_L1), qPrintable(heard.streamed()));
    QCOMPARE(heard.all<ToolStarted>().size(), 1);
    QCOMPARE(heard.all<ToolFinished>().size(), 1);
}

void TestEngineTurns::cancelsInTheMiddle()
{
    Engine paced;
    Heard heard;
    const auto turn = paced.createTurn(question(u"Hello"_s));
    listen(*turn, heard);
    turn->start();
    QTRY_VERIFY(heard.all<ContentDelta>().size() >= 3);
    QElapsedTimer clock;
    clock.start();
    turn->cancel();
    QTRY_COMPARE(heard.outcomes.size(), 1);
    QVERIFY(clock.elapsed() < 1000);
    const qsizetype said = heard.events.size();
    QVERIFY(heard.outcomes.first().status == RunStatus::Cancelled);
    QCOMPARE(heard.outcomes.first().errorType, u"cancelled"_s);
    QCOMPARE(heard.outcomes.first().text, heard.streamed());
    QVERIFY(!heard.streamed().isEmpty());
    QVERIFY(!QTest::qWaitFor([&] { return heard.events.size() > said; }, 100));
}

void TestEngineTurns::cancelsASlowQuery()
{
    Heard heard;
    QElapsedTimer clock;
    {
        Engine own(fast());
        const auto turn = own.createTurn(question(u"SELECT COUNT(*) FROM sales a, sales b, sales c, sales d, sales e"_s, {sales()}));
        listen(*turn, heard);
        turn->start();
        QTRY_COMPARE(heard.all<ToolStarted>().size(), 2);
        clock.start();
        turn->cancel();
        QTRY_COMPARE(heard.outcomes.size(), 1);
        QVERIFY(heard.outcomes.first().status == RunStatus::Cancelled);
    } // the engine waits for its workers
    QVERIFY(clock.elapsed() < 1000);
}

void TestEngineTurns::mainThreadStaysResponsive()
{
    QByteArray csv = "id,name,amount\n";
    for (int i = 0; i < 100000; ++i)
        csv += QByteArray::number(i) + ",name " + QByteArray::number(i % 5000) + ',' + QByteArray::number(i % 97) + '\n';
    const EngineFile file = m_folder.file(u"wide.csv"_s, csv);
    qint64 longest = 0;
    QElapsedTimer tick;
    tick.start();
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { longest = qMax(longest, tick.restart()); });
    timer.start(1);
    const Heard heard = runTurn(m_engine, question(u"total amount"_s, {file}));
    QVERIFY(heard.outcomes.first().status == RunStatus::Succeeded);
    QVERIFY2(longest < 200, qPrintable(QString::number(longest))); // 50 ms of work, and room for a busy machine
}

void TestEngineTurns::paceIsBounded()
{
    Engine paced;
    QElapsedTimer clock;
    clock.start();
    const Heard heard = runTurn(paced, question(u"What is the revenue in Atlantis?"_s, {sales()}));
    QVERIFY(heard.streamed().size() > 400);
    QVERIFY(clock.elapsed() > 100 && clock.elapsed() < 3000);
}

void TestEngineTurns::stripsControlCharacters()
{
    const Heard heard = runTurn(
        m_engine, question(u"What about the bell clause?"_s,
                           {m_folder.file(u"bell.txt"_s, "Some words before.\n\nThe bell\x07 clause\x1b[31m is red and this line is long "
                                                         "enough to be text for certain, is it not so, yes it is, surely it is indeed. "
                                                         "More and more words follow here so that two control characters are few.\n")}));
    QVERIFY2(heard.streamed().contains("clause"_L1), qPrintable(heard.streamed()));
    for (const QChar c : heard.streamed() + heard.outcomes.first().citations.value(0).quote)
        QVERIFY(c == u'\n' || c == u'\t' || c.unicode() >= 0x20);
}

QTEST_GUILESS_MAIN(TestEngineTurns)
#include "tst_engineturns.moc"
