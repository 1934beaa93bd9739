// A tool run by hand (CH-50): found by its name, run once and only when asked, and its end told once, in words.
#include "state/chat/toolinput.h"
#include "state/chat/toolrun.h"
#include "teamfixture.h"

#include <QJsonArray>
#include <QSignalSpy>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct Tools : TeamFixture {
    Scripted tools =
        json(R"([{"id":"t0","name":"other","description":"","schema":{}},{"id":"t7","name":"calculate","description":"","schema":{}}])");
    Scripted outcome = json(R"({"success":true,"output":{"result":"42"},"error":null,"execution_time_ms":1200,"tool_name":"calculate"})");
    ToolRun run{api, workspace, u"calculate"_s};
    QList<Result<ToolTestResult>> ends;
    QByteArray lastBody; // of a test

    Tools()
    {
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target == "/agents/tools/t7/test") {
                lastBody = request.body;
                return outcome;
            }
            return request.target == "/agents/tools" ? tools : Scripted{};
        };
        QObject::connect(&run, &ToolRun::done, &run, [this](const Result<ToolTestResult> &end) { ends.append(end); });
    }
    [[nodiscard]] qsizetype requests(const QByteArray &target) const
    {
        const QList<Received> &all = server.received();
        return std::count_if(all.begin(), all.end(), [&target](const Received &request) { return request.target == target; });
    }
    [[nodiscard]] qsizetype tests() const { return requests("/agents/tools/t7/test"); }
};

// As a local server asks before it starts a program.
QByteArray asksToStart(const QByteArray &hash)
{
    return R"({"type":"approval_required","title":"Conflict","status":409,"detail":"This would start a program.","code":"approval_required",)"
           R"("program":"/usr/bin/calc","arguments":["-x","a  b"],"environment":["API_KEY"],"arguments_hash":")" +
           hash + "\"}";
}

} // namespace

class TestToolRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_50_aToolIsFoundByItsNameAndRun();
    void CH_50_aFailureOfTheToolIsAResult();
    void CH_50_aServerWithoutTheToolSaysSo_data();
    void CH_50_aServerWithoutTheToolSaysSo();
    void CH_50_aToolThatIsGoneIsSaid();
    void CH_50_aCutAnswerIsNoSecondRun();
    void CH_50_aCancelledRunSaysNothing();
    void CH_50_nothingRunsWithoutAConnection();
    void CH_50_inputIsReadWithLineAndColumn_data();
    void CH_50_inputIsReadWithLineAndColumn();
    void CH_50_whatCannotBeSeenIsWrittenAsAnEscape();
    void TL_11_theSchemaOfTheInputIsKept();
    void APPR_02_aProgramIsApprovedWithTheHashOfWhatWasShown();
    void APPR_02_whatHasChangedIsAskedAgain();
    void APPR_02_anApprovalAlwaysNamesWhatWasShown();
    void APPR_04_whatIsNotApprovedIsNotSent();
    void TL_12_jsonOfEveryKindIsLookedAt();
};

void TestToolRun::CH_50_aToolIsFoundByItsNameAndRun()
{
    Tools t;
    QVERIFY(t.open());
    t.run.lookUp();
    t.run.lookUp();
    QTRY_COMPARE(t.requests("/agents/tools"), 1);
    QCOMPARE(t.tests(), 0); // never unasked
    t.run.run({{u"expression"_s, u"6*7"_s}});
    QVERIFY(t.run.isRunning());
    t.run.run({{u"expression"_s, u"1"_s}}); // it runs already
    QTRY_COMPARE(t.ends.size(), 1);
    QVERIFY(!t.run.isRunning());
    const Result<ToolTestResult> &end = t.ends.first();
    QVERIFY(end.has_value() && end->success);
    QCOMPARE(end->executionMs, 1200);
    QCOMPARE(end->output["result"_L1].toString(), u"42"_s);
    QCOMPARE(t.tests(), 1);
    QCOMPARE(t.lastBody, QByteArray(R"({"input":{"expression":"6*7"}})"));
    t.run.run({});
    QTRY_COMPARE(t.ends.size(), 2);
    QCOMPARE(t.requests("/agents/tools"), 1); // its id is known
    QCOMPARE(t.tests(), 2);
}

void TestToolRun::CH_50_aFailureOfTheToolIsAResult()
{
    Tools t;
    t.outcome = json(R"({"success":false,"output":null,"error":"Division by zero.","tool_name":"calculate"})");
    QVERIFY(t.open());
    t.run.run({});
    QTRY_COMPARE(t.ends.size(), 1);
    QVERIFY(t.ends.first().has_value() && !t.ends.first()->success);
    QCOMPARE(t.ends.first()->error, u"Division by zero."_s);
    QVERIFY(t.ends.first()->executionMs >= 0); // measured, as the server does not say
}

void TestToolRun::CH_50_aServerWithoutTheToolSaysSo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("not in the list") << 200 << QByteArray(R"([{"id":"t0","name":"other","description":"","schema":{}}])");
    QTest::newRow("no list") << 404 << QByteArray(R"({"detail":"Not Found"})");
}

void TestToolRun::CH_50_aServerWithoutTheToolSaysSo()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Tools t;
    t.tools = reply(status, body);
    QVERIFY(t.open());
    QCOMPARE(t.run.whyNot(), QString());
    t.run.run({}); // before anybody knows
    QTRY_COMPARE(t.ends.size(), 1);
    QVERIFY(!t.ends.first().has_value());
    QCOMPARE(t.ends.first().error().kind, Error::Kind::NotFound);
    QVERIFY(t.run.whyNot().contains(u"no tool of this name"_s));
    t.run.run({});
    QVERIFY(!t.run.isRunning());
    QCOMPARE(t.tests(), 0);
}

void TestToolRun::CH_50_aToolThatIsGoneIsSaid()
{
    Tools t;
    t.outcome = reply(404, R"({"detail":"Not Found"})");
    QVERIFY(t.open());
    t.run.run({});
    QTRY_COMPARE(t.ends.size(), 1);
    QVERIFY(!t.ends.first().has_value());
    QVERIFY(t.ends.first().error().userText().contains(u"does not have this tool any more"_s));
}

void TestToolRun::CH_50_aCutAnswerIsNoSecondRun()
{
    Tools t;
    t.outcome = cut(t.outcome, 40, Scripted::End::Reset);
    QVERIFY(t.open());
    t.run.run({});
    QTRY_COMPARE(t.ends.size(), 1);
    QVERIFY(!t.ends.first().has_value());
    QVERIFY(t.ends.first().error().kind != Error::Kind::Cancelled);
    QVERIFY(!t.ends.first().error().userText().isEmpty());
    QVERIFY(!t.run.isRunning());
    QCOMPARE(t.tests(), 1);
}

void TestToolRun::CH_50_aCancelledRunSaysNothing()
{
    Tools t;
    const Scripted good = t.outcome;
    t.outcome.pieces.clear();
    t.outcome.end = Scripted::End::Hold;
    QVERIFY(t.open());
    t.run.run({});
    QTRY_COMPARE(t.tests(), 1);
    t.run.cancel();
    QVERIFY(!t.run.isRunning());
    auto *gone = new ToolRun(t.api, t.workspace, u"calculate"_s);
    gone->run({});
    QTRY_COMPARE(t.tests(), 2);
    delete gone; // the same
    t.outcome = good;
    t.run.run({});
    QTRY_COMPARE(t.ends.size(), 1); // of the last one alone
    QVERIFY(t.ends.first().has_value() && t.ends.first()->success);
}

void TestToolRun::CH_50_nothingRunsWithoutAConnection()
{
    Tools t;
    QVERIFY(t.run.whyNot().contains(u"no connection"_s));
    t.run.lookUp();
    t.run.run({});
    QVERIFY(!t.run.isRunning());
    QSignalSpy changed(&t.run, &ToolRun::changed);
    QVERIFY(t.open());
    QVERIFY(!changed.isEmpty());
    QCOMPARE(t.run.whyNot(), QString());
    QCOMPARE(t.requests("/agents/tools"), 0);
}

void TestToolRun::CH_50_inputIsReadWithLineAndColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words"); // empty: it is good
    QTest::newRow("empty object") << u"{}"_s << QString();
    QTest::newRow("space around") << u"\n {\"a\": [1, null]} \n"_s << QString();
    QTest::newRow("nothing") << u" \n"_s << u"empty"_s;
    QTest::newRow("a list") << u"[1]"_s << u"object"_s;
    QTest::newRow("a word") << u"{\n  \"\u00e4\": nul\n}"_s << u"Line 2, column "_s;
    QTest::newRow("behind white space") << u"\n\n  x"_s << u"Line 3, column 3: this is no valid JSON"_s;
    QTest::newRow("unfinished") << u"{\"a\": 1"_s << u"missing at the end"_s;
    QTest::newRow("twice") << u"{\"a\": 1, \"a\": 2}"_s << u"given twice"_s;
    QTest::newRow("deep") << QString(u"{\"a\":"_s + QString(200, u'[') + QString(200, u']') + u'}') << u"nested too deep"_s;
    QTest::newRow("long") << QString(u'"' + QString(ToolInput::maxCharacters, u'x') + u'"') << u"longer than"_s;
}

void TestToolRun::CH_50_inputIsReadWithLineAndColumn()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const ToolInput input(text);
    QCOMPARE(input.problem().isEmpty(), words.isEmpty());
    QVERIFY2(input.problem().contains(words), qPrintable(input.problem()));
}

void TestToolRun::CH_50_whatCannotBeSeenIsWrittenAsAnEscape()
{
    const QJsonObject hostile{{u"a"_s, QString(u"x\u202Ey\u00A0z\u2028\uFFFC"_s)},
                              {u"marks"_s, QString(u'e' + QString(100, QChar(0x0301)))},
                              {u"tag"_s, QString(u"\U000E0041!"_s)},
                              {u"plain"_s, u"Zürich 東京"_s}};
    const QString text = ToolInput::editable(hostile);
    for (const char16_t unseen : {u'\u202E', u'\u00A0', u'\u2028', u'\uFFFC', u'\xDB40'})
        QVERIFY(!text.contains(QChar(unseen)));
    QVERIFY(!text.contains(QString(17, QChar(0x0301))));
    QVERIFY(text.contains(u"Zürich 東京"_s));
    const ToolInput read(text);
    QCOMPARE(read.problem(), QString());
    QCOMPARE(read.object(), hostile); // and means the same
    QCOMPARE(ToolInput(ToolInput::editable(QJsonValue::Undefined)).object(), QJsonObject());
}

void TestToolRun::TL_11_theSchemaOfTheInputIsKept()
{
    Tools t;
    t.tools = json(R"([{"id":"t7","name":"calculate","description":"","schema":{"input":{"type":"object"},"output":{"type":"string"}}}])");
    QVERIFY(t.open());
    QVERIFY(t.run.inputSchema().isEmpty()); // nobody asked yet
    const QSignalSpy changed(&t.run, &ToolRun::changed);
    t.run.lookUp();
    QTRY_COMPARE(t.run.inputSchema(), (QJsonObject{{u"type"_s, u"object"_s}}));
    QVERIFY(!changed.isEmpty());
    t.run.run({}); // what the schema says is for people: it stops nothing here
    QTRY_COMPARE(t.ends.size(), 1);
    QVERIFY(!t.run.inputSchema().isEmpty());
}

void TestToolRun::TL_12_jsonOfEveryKindIsLookedAt()
{
    for (const QString &good : {u"1"_s, u" [1, {}] "_s, u"null"_s, u"\"x\""_s})
        QVERIFY2(ToolInput::jsonProblem(good).isEmpty(), qPrintable(good));
    QVERIFY(ToolInput::jsonProblem(u"[1,\n 2"_s).startsWith(u"Line 2"_s));
    QVERIFY(!ToolInput::jsonProblem(QString()).isEmpty());
    const QString plain = u"{\"a\": \"Zürich\"}"_s;
    QCOMPARE(ToolInput::visible(plain), plain);
    QVERIFY(ToolInput::visible(u"\"\u202e\""_s) != u"\"\u202e\""_s);
}

void TestToolRun::APPR_02_aProgramIsApprovedWithTheHashOfWhatWasShown()
{
    Tools t;
    const Scripted outcome = t.outcome;
    t.outcome = reply(409, asksToStart("0f0f"));
    QVERIFY(t.open());
    const QJsonObject input{{u"expression"_s, u"6*7"_s}};
    t.run.run(input);
    QTRY_VERIFY(t.run.asked().has_value());
    QVERIFY(t.run.isRunning() && t.ends.isEmpty());
    QCOMPARE(t.run.asked()->program, u"/usr/bin/calc"_s);
    QCOMPARE(t.run.asked()->programArguments, (QStringList{u"-x"_s, u"a  b"_s}));
    QCOMPARE(t.run.asked()->environment, QStringList{u"API_KEY"_s});
    QCOMPARE(t.run.asked()->toolName, u"calculate"_s);
    QCOMPARE(t.run.asked()->arguments, input);
    t.outcome = outcome;
    t.run.approve();
    QVERIFY(!t.run.asked());
    t.run.approve(); // once
    QTRY_COMPARE(t.ends.size(), 1);
    QVERIFY(t.ends.first().has_value() && t.ends.first()->success);
    QCOMPARE(t.tests(), 2);
    QCOMPARE(t.lastBody, QByteArray(R"({"approved":true,"arguments_hash":"0f0f","input":{"expression":"6*7"}})"));
}

void TestToolRun::APPR_02_whatHasChangedIsAskedAgain()
{
    Tools t;
    t.outcome = reply(409, asksToStart("0f0f"));
    QVERIFY(t.open());
    t.run.run({});
    QTRY_VERIFY(t.run.asked().has_value());
    t.outcome = reply(409, asksToStart("1111"));
    t.run.approve();
    QTRY_VERIFY(t.run.asked().has_value());
    QCOMPARE(t.run.asked()->argumentsHash, u"1111"_s);
    QVERIFY(t.ends.isEmpty());
    QCOMPARE(t.tests(), 2);
}

void TestToolRun::APPR_02_anApprovalAlwaysNamesWhatWasShown()
{
    Tools t;
    t.outcome = reply(409, asksToStart({})); // a server that gives no hash is told so
    QVERIFY(t.open());
    t.run.run({});
    QTRY_VERIFY(t.run.asked().has_value());
    t.outcome = reply(409, asksToStart("1111"));
    t.run.approve();
    QTRY_VERIFY(t.run.asked().has_value());
    QCOMPARE(t.lastBody, QByteArray(R"({"approved":true,"arguments_hash":"","input":{}})"));
    t.run.approve();
    QTRY_COMPARE(t.tests(), 3);
    QCOMPARE(t.lastBody, QByteArray(R"({"approved":true,"arguments_hash":"1111","input":{}})"));
}

void TestToolRun::APPR_04_whatIsNotApprovedIsNotSent()
{
    Tools t;
    t.outcome = reply(409, asksToStart("0f0f"));
    QVERIFY(t.open());
    t.run.run({});
    QTRY_VERIFY(t.run.asked().has_value());
    t.run.cancel();
    QVERIFY(!t.run.isRunning() && !t.run.asked());
    t.run.approve();
    QVERIFY(!t.run.isRunning());
    QCOMPARE(t.tests(), 1);
    t.outcome = reply(409, R"({"detail":"In use","type":"resource_in_use"})"); // another refusal is an error
    t.run.run({});
    QTRY_COMPARE(t.ends.size(), 1);
    QVERIFY(!t.ends.first().has_value());
}

QTEST_GUILESS_MAIN(TestToolRun)
#include "tst_toolrun.moc"
