#include "wire/vectors.h"

#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

// The real program, as other tools use it: JSON lines in, JSON lines out.
class TestSseDump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVector();
    void answersEachLineBeforeTheNext();
    void malformedLineIsAnError_data();
    void malformedLineIsAnError();
    void aBadLineDoesNotSpoilTheNext();

private:
    static QList<QByteArray> run(const QByteArray &input, int *exitCode);
};

QList<QByteArray> TestSseDump::run(const QByteArray &input, int *exitCode)
{
    QProcess process;
    process.start(QStringLiteral(DESK_BIN_DIR "/ssedump"), QStringList());
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(15000))
        return {};
    *exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

void TestSseDump::everyVector()
{
    const QList<vectors::Vector> all = vectors::all();
    QByteArray input;
    for (const vectors::Vector &vector : all)
        input += QJsonDocument(vector.json).toJson(QJsonDocument::Compact) + '\n';
    int exitCode = -1;
    const QList<QByteArray> lines = run(input, &exitCode);
    QCOMPARE(exitCode, 0);
    QCOMPARE(lines.size(), all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QJsonObject answer = QJsonDocument::fromJson(lines.at(i)).object();
        const QByteArray &name = all.at(i).name;
        QVERIFY2(answer.value("events"_L1) == all.at(i).json.value("expected"_L1), name.constData());
        QVERIFY2(answer.value("retry"_L1) == all.at(i).json.value("expected_retry"_L1), name.constData());
        QVERIFY2(answer.value("last_event_id"_L1) == all.at(i).json.value("expected_last_event_id"_L1), name.constData());
    }
}

void TestSseDump::answersEachLineBeforeTheNext()
{
    QProcess process;
    process.start(QStringLiteral(DESK_BIN_DIR "/ssedump"), QStringList());
    for (int i = 0; i < 3; ++i) {
        process.write("{\"chunks_base64\":[\"ZGF0YTogeAoK\"]}\n");
        QTRY_VERIFY(process.waitForReadyRead(100) || process.canReadLine());
        QCOMPARE(process.readLine(), QByteArray(R"({"events":[{"data":"x","event":"message","id":""}],"last_event_id":"","retry":null})"
                                                "\n"));
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitCode(), 0);
}

void TestSseDump::malformedLineIsAnError_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("no chunks") << QByteArray("{\"chunks\":[]}");
    QTest::newRow("chunk is a number") << QByteArray("{\"chunks_base64\":[1]}");
    QTest::newRow("chunk is no base64") << QByteArray("{\"chunks_base64\":[\"***\"]}");
}

void TestSseDump::malformedLineIsAnError()
{
    QFETCH(QByteArray, line);
    int exitCode = -1;
    const QList<QByteArray> lines = run(line + '\n', &exitCode);
    QCOMPARE(exitCode, 1);
    QCOMPARE(lines.size(), 1);
    QVERIFY(!QJsonDocument::fromJson(lines.first()).object().value("error"_L1).toString().isEmpty());
}

void TestSseDump::aBadLineDoesNotSpoilTheNext()
{
    int exitCode = -1;
    const QList<QByteArray> lines = run("{\n\n{\"chunks_base64\":[\"ZGF0YTogeAoK\"]}", &exitCode);
    QCOMPARE(exitCode, 1);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(QJsonDocument::fromJson(lines.last()).object().value("events"_L1).toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestSseDump)
#include "tst_ssedump.moc"
