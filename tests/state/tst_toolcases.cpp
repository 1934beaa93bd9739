// The test cases of tools, kept for each account and without secrets, and what the test of a key says (TL-07, TL-11).
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "state/tools/toolcases.h"
#include "state/tools/toolkeyanswer.h"
#include "state/tools/toolsampleinput.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

struct Disk {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    std::unique_ptr<StoreThread> thread = std::make_unique<StoreThread>(folder, userStoreKind(folder));

    void reopen() // only without anything that uses it
    {
        thread.reset();
        thread = std::make_unique<StoreThread>(folder, userStoreKind(folder));
    }
};

[[nodiscard]] bool isLoaded(const ToolCases &cases)
{
    return QTest::qWaitFor([&cases] { return cases.isLoaded(); }, 10'000);
}

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

ToolTestResult result(const char *output, const char *providers = "[]")
{
    ToolTestResult made;
    made.success = true;
    made.output = object(output);
    made.providersUsed = QJsonDocument::fromJson(providers).array();
    return made;
}

ToolSampleInput sampleOf(const char *schema)
{
    return sampleInput(wire::JsonSchema(wire::JsonNode::of(object(schema))));
}

} // namespace

class TestToolCases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void TL_11_aCaseSurvivesARestart();
    void TL_11_casesOfAnotherAccountAreItsOwn();
    void TL_11_secretsAreNotKept();
    void TL_11_theInputOfACaseIsKnownWithItsSecretsFilledIn();
    void TL_11_whatIsTooLongIsNoCase();
    void TL_07_aSampleIsMadeOfWhatTheSchemaSays();
    void TL_07_whatNobodySaysHasToBeFilledIn();
    void TL_07_theAnswerOfATestSaysWhoAnswered_data();
    void TL_07_theAnswerOfATestSaysWhoAnswered();
};

void TestToolCases::TL_11_aCaseSurvivesARestart()
{
    Disk disk;
    QString kept;
    QString gone;
    {
        ToolCases cases(*disk.thread);
        cases.open(u"account"_s);
        QVERIFY(isLoaded(cases));
        kept = cases.add(caseOf(u"query"_s, object(R"({"sql":"SELECT 1"})"), result(R"({"rows":1})")), u" One\n row "_s);
        gone = cases.add(caseOf(u"query"_s, object(R"({"sql":"SELECT 2"})"), result(R"({"rows":2})")), u"Two"_s);
        QVERIFY(cases.add(caseOf(u"query"_s, {}, {}), u"  "_s).isEmpty()); // no name
        cases.rename(kept, u"First"_s);
        cases.rename(kept, QString());
        cases.expect(kept, comparable(result(R"({"rows":7})")));
        cases.remove(gone);
    }
    disk.reopen();
    ToolCases cases(*disk.thread);
    cases.open(u"account"_s);
    QVERIFY(isLoaded(cases));
    QCOMPARE(cases.casesOf(u"query"_s).size(), 1);
    const ToolCase one = cases.casesOf(u"query"_s).constFirst();
    QCOMPARE(one.id, kept);
    QCOMPARE(one.name, u"First"_s);
    QCOMPARE(one.input, object(R"({"sql":"SELECT 1"})"));
    QCOMPARE(one.expected, object(R"({"success":true,"output":{"rows":7}})"));
    QVERIFY(cases.casesOf(u"other"_s).isEmpty());
}

void TestToolCases::TL_11_casesOfAnotherAccountAreItsOwn()
{
    Disk disk;
    TurnJournal journal(*disk.thread);
    ToolCases cases(*disk.thread);
    cases.open(u"team/"_s);
    QVERIFY(isLoaded(cases));
    const QString id = cases.add(caseOf(u"query"_s, {}, result("{}")), u"One"_s);
    journal.adopt(u"team/"_s, u"team/ann"_s); // it became known who is there
    cases.open(u"team/bob"_s);
    QVERIFY(isLoaded(cases));
    QVERIFY(cases.casesOf(u"query"_s).isEmpty());
    cases.open(u"team/ann"_s);
    QVERIFY(isLoaded(cases));
    QCOMPARE(cases.casesOf(u"query"_s).constFirst().id, id);
    bool isGone = false;
    journal.removeAccount(u"team/ann"_s, this, [&isGone](const Result<> &outcome) { isGone = outcome.has_value(); });
    QTRY_VERIFY(isGone);
    cases.open(u"team/ann"_s);
    QVERIFY(isLoaded(cases));
    QVERIFY(cases.casesOf(u"query"_s).isEmpty());
}

void TestToolCases::TL_11_secretsAreNotKept()
{
    const ToolCase made = caseOf(u"query"_s, object(R"({"api_key":"q7Zr4x9Lp2mm","text":"plain"})"),
                                 result(R"({"said":"password=hunter2secret99 was given"})"));
    QCOMPARE(made.secrets.size(), 1);
    QCOMPARE(made.input.value("text"_L1), u"plain"_s);
    const QByteArray all = QJsonDocument(made.input).toJson() + QJsonDocument(made.expected).toJson();
    QVERIFY2(!all.contains("q7Zr4x9Lp2mm") && !all.contains("hunter2secret99"), all.constData());
}

void TestToolCases::TL_11_theInputOfACaseIsKnownWithItsSecretsFilledIn()
{
    const ToolCase made = caseOf(u"query"_s, object(R"({"api_key":"q7Zr4x9Lp2mm","text":"plain","n":[1,2]})"), result("{}"));
    QVERIFY(isInputOf(made, object(R"({"api_key":"another","text":"plain","n":[1,2]})")));
    QVERIFY(!isInputOf(made, object(R"({"api_key":"another","text":"else","n":[1,2]})")));
    QVERIFY(!isInputOf(made, object(R"({"api_key":"another","text":"plain","n":[1]})")));
    QVERIFY(!isInputOf(made, object(R"({"api_key":"another","text":"plain"})")));
}

void TestToolCases::TL_11_whatIsTooLongIsNoCase()
{
    ToolTestResult large = result("{}");
    large.output = QString(ToolCase::maxBytes, u'x');
    QVERIFY(caseOf(u"query"_s, {}, large).tool.isEmpty());
}

void TestToolCases::TL_07_aSampleIsMadeOfWhatTheSchemaSays()
{
    const ToolSampleInput sample =
        sampleOf(R"({"type":"object","required":["q","how","deep"],"properties":{"q":{"type":"string","examples":["weather"]},)"
                 R"("how":{"enum":["fast","slow"]},"most":{"type":"integer","default":5},"not":{"type":"string"},)"
                 R"("deep":{"type":"object","required":["n"],"properties":{"n":{"type":"integer","examples":[3]}}}}})");
    QVERIFY(sample.isComplete);
    QCOMPARE(sample.input.toValue().toObject(), object(R"({"q":"weather","how":"fast","most":5,"deep":{"n":3}})"));
    QVERIFY(sampleOf("{}").isComplete);
}

void TestToolCases::TL_07_whatNobodySaysHasToBeFilledIn()
{
    const ToolSampleInput sample =
        sampleOf(R"({"type":"object","required":["q"],"properties":{"q":{"type":"string"},"most":{"type":"integer","default":5}}})");
    QVERIFY(!sample.isComplete);
    QCOMPARE(sample.input.toValue().toObject(), object(R"({"most":5})"));
}

void TestToolCases::TL_07_theAnswerOfATestSaysWhoAnswered_data()
{
    using Verdict = ToolKeyAnswer::Verdict;
    QTest::addColumn<QByteArray>("providers");
    QTest::addColumn<bool>("success");
    QTest::addColumn<int>("verdict");
    QTest::newRow("alone") << QByteArray(R"(["tavily"])") << true << static_cast<int>(Verdict::Works);
    QTest::newRow("as an object") << QByteArray(R"([{"name":"Tavily"}])") << true << static_cast<int>(Verdict::Works);
    QTest::newRow("with others") << QByteArray(R"(["brave","tavily"])") << true << static_cast<int>(Verdict::NotAlone);
    QTest::newRow("others") << QByteArray(R"(["duckduckgo"])") << true << static_cast<int>(Verdict::Another);
    QTest::newRow("nobody") << QByteArray("[]") << true << static_cast<int>(Verdict::Untold);
    QTest::newRow("of no name") << QByteArray("[7,{}]") << true << static_cast<int>(Verdict::Untold);
    QTest::newRow("failed") << QByteArray(R"(["tavily"])") << false << static_cast<int>(Verdict::DoesNot);
}

void TestToolCases::TL_07_theAnswerOfATestSaysWhoAnswered()
{
    QFETCH(QByteArray, providers);
    QFETCH(bool, success);
    QFETCH(int, verdict);
    ToolTestResult made = result("{}", providers.constData());
    made.success = success;
    QCOMPARE(static_cast<int>(keyAnswer(u"tavily"_s, made).verdict), verdict);
}

QTEST_MAIN(TestToolCases)
#include "tst_toolcases.moc"
