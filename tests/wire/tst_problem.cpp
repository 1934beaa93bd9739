#include "wire/fixture.h"
#include "wire/problem.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace desk::wire;

class TestProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void HTTP_32_everyShapeOfTheContract_data();
    void HTTP_32_everyShapeOfTheContract();
    void hugeBodiesGiveOneShortLine();
    void textIsOneCleanLine();
    void deepNestingIsSurvived();
    void ourOwnBodyIsReadByOurDecoder();
    void ourOwnBodyKeepsItsMeaningAgainstExtras();
};

void TestProblem::HTTP_32_everyShapeOfTheContract_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = fixture::json(u"contract/problems.json"_s).toArray();
    for (const QJsonValue row : rows)
        QTest::newRow(qPrintable(row.toObject().value("name"_L1).toString())) << row.toObject();
}

void TestProblem::HTTP_32_everyShapeOfTheContract()
{
    QFETCH(QJsonObject, row);
    const Problem problem = parseProblem(row.value("body"_L1).toString().toUtf8(), row.value("content_type"_L1).toString().toLatin1());
    QCOMPARE(problem.detail, row.value("detail"_L1).toString());
    QCOMPARE(problem.title, row.value("title"_L1).toString());
    QCOMPARE(problem.type, row.value("type"_L1).toString());
    QCOMPARE(problem.isJson, row.value("json"_L1).toBool());
    QCOMPARE(problem.looksLikeHtml, row.value("html"_L1).toBool());
    QJsonArray fields;
    for (const desk::FieldError &field : problem.fields)
        fields.append(QJsonArray{field.path, field.message});
    QCOMPARE(fields, row.value("fields"_L1).toArray());
}

void TestProblem::hugeBodiesGiveOneShortLine()
{
    const QByteArray text(5 * 1024 * 1024, 'x');
    for (const QByteArray &body : {text, "{\"detail\":\"" + text + "\"}", "<html><title>" + text + "</title>"}) {
        const Problem problem = parseProblem(body, {});
        QCOMPARE(problem.detail.size(), 1000);
        QVERIFY(problem.detail.endsWith(QChar(0x2026)));
    }
    QByteArray list = "{\"detail\":[";
    for (int i = 0; i < 5000; ++i)
        list += "{\"loc\":[\"body\",\"a\"],\"msg\":\"m\"},";
    list.chop(1);
    QCOMPARE(parseProblem(list + "]}", {}).fields.size(), 50);
}

void TestProblem::textIsOneCleanLine()
{
    for (const QByteArray &body :
         {QByteArray("Bad\r\n gateway\t\0\x01 \0", 19), QByteArray(R"({"detail":"\u0000 Bad\n\u0001 \u0085gateway \u0007"})")})
        QCOMPARE(parseProblem(body, {}).detail, u"Bad gateway"_s);
    const QString cut = parseProblem("x" + QByteArray("\xF0\x9F\x98\x80").repeated(600), {}).detail; // no half of a character at the end
    QCOMPARE(cut.size(), 1000);
    QCOMPARE(parseProblem(QByteArray("\xF0\x9F\x98\x80").repeated(600), {}).detail.size(), 999);
}

void TestProblem::deepNestingIsSurvived()
{
    const QByteArray nested = QByteArray("{\"detail\":").repeated(500) + "\"deep\"" + QByteArray("}").repeated(500);
    QCOMPARE(parseProblem(nested, "application/json").detail, u"deep"_s);
    const QByteArray tooDeep = QByteArray("[").repeated(100000);
    QVERIFY(parseProblem(tooDeep, "application/json").detail.isEmpty());
}

void TestProblem::ourOwnBodyIsReadByOurDecoder()
{
    const QByteArray body = problemBody(409, u"Conflict"_s, u"The run is already over."_s, u"run_over"_s, {{u"run_id"_s, u"b6c0"_s}});
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    QCOMPARE(json.value("status"_L1).toInt(), 409);
    QCOMPARE(json.value("detail"_L1).toString(), u"The run is already over."_s);
    QCOMPARE(json.value("run_id"_L1).toString(), u"b6c0"_s);
    const Problem problem = parseProblem(body, "application/problem+json");
    QCOMPARE(problem.title, u"Conflict"_s);
    QCOMPARE(problem.detail, u"The run is already over."_s);
    QCOMPARE(problem.type, u"run_over"_s);
    QVERIFY(parseProblem(problemBody(404, u"Not Found"_s, u"No such agent."_s), "application/problem+json").type.isEmpty());
}

void TestProblem::ourOwnBodyKeepsItsMeaningAgainstExtras()
{
    const QByteArray body = problemBody(400, u"Bad Request"_s, u"right"_s, {}, {{u"detail"_s, u"wrong"_s}, {u"status"_s, 200}});
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    QCOMPARE(json.value("detail"_L1).toString(), u"right"_s);
    QCOMPARE(json.value("status"_L1).toInt(), 400);
}

QTEST_APPLESS_MAIN(TestProblem)
#include "tst_problem.moc"
