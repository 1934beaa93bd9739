#include "domain/evalrun.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

EvalRun row(const QString &id, EvalRunStatus status, int ms, const QString &name = {}, const QString &dataset = u"d1"_s)
{
    EvalRun run;
    run.id = EvalRunId(id);
    run.datasetId = DatasetId(dataset);
    run.name = name;
    run.status = status;
    run.createdAt = QDateTime(QDate(2026, 5, 8), QTime(16, 0), Qt::UTC).addMSecs(ms);
    return run;
}

QString twinOf(const EvalRun &ghost, const QList<EvalRun> &listed)
{
    const std::optional<EvalRun> twin = findWorkingTwin(ghost, listed);
    return twin ? twin->id.value() : u"none"_s;
}

} // namespace

class TestEvalRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusKeepsUnknownWords();
    void onlyTheEndIsFinished();
    void theRowCreatedJustAfterTheGhostIsItsTwin();
    void orderOfTheListDoesNotMatter();
    void otherRowsAreNoTwins_data();
    void otherRowsAreNoTwins();
    void aServerWithoutGhostsIsItsOwnTwin();
    void aGhostWithoutADateHasNoTwin();
};

void TestEvalRun::statusKeepsUnknownWords()
{
    QCOMPARE(EvalRunStatus::fromWire(u"running"_s).value(), EvalRunState::Running);
    QCOMPARE(EvalRunStatus::fromWire(u"paused"_s).value(), EvalRunState::Unknown);
    QCOMPARE(EvalRunStatus::fromWire(u"paused"_s).wire(), u"paused"_s);
}

void TestEvalRun::onlyTheEndIsFinished()
{
    QVERIFY(row(u"a"_s, EvalRunState::Completed, 0).isFinished());
    QVERIFY(row(u"a"_s, EvalRunState::Failed, 0).isFinished());
    QVERIFY(!row(u"a"_s, EvalRunState::Running, 0).isFinished());
    QVERIFY(!row(u"a"_s, EvalRunState::Pending, 0).isFinished());
    QVERIFY(!row(u"a"_s, EvalRunState::Unknown, 0).isFinished());
}

// Contract 3.15: two starts of the same dataset in the same minute. Each finds its own.
void TestEvalRun::theRowCreatedJustAfterTheGhostIsItsTwin()
{
    const EvalRun firstGhost = row(u"ghost1"_s, EvalRunState::Pending, 0);
    const EvalRun secondGhost = row(u"ghost2"_s, EvalRunState::Pending, 40'000);
    const QList<EvalRun> listed{row(u"twin2"_s, EvalRunState::Running, 40'100), secondGhost,
                                row(u"twin1"_s, EvalRunState::Completed, 0), // the very same millisecond
                                firstGhost, row(u"old"_s, EvalRunState::Completed, -60'000)};
    QCOMPARE(twinOf(firstGhost, listed), u"twin1"_s);
    QCOMPARE(twinOf(secondGhost, listed), u"twin2"_s);
}

void TestEvalRun::orderOfTheListDoesNotMatter()
{
    const EvalRun ghost = row(u"ghost"_s, EvalRunState::Pending, 0);
    QList<EvalRun> listed{row(u"later"_s, EvalRunState::Running, 500), row(u"twin"_s, EvalRunState::Failed, 20), ghost};
    QCOMPARE(twinOf(ghost, listed), u"twin"_s);
    std::reverse(listed.begin(), listed.end());
    QCOMPARE(twinOf(ghost, listed), u"twin"_s);
}

void TestEvalRun::otherRowsAreNoTwins_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("otherName");
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("ms");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *title, const QString &name, const QString &otherName, const QString &dataset, EvalRunState state,
                        int ms,
                        bool found) { QTest::newRow(title) << name << otherName << dataset << static_cast<int>(state) << ms << found; };
    row("same name", u"friday"_s, u"friday"_s, u"d1"_s, EvalRunState::Running, 5, true);
    row("ours has no name", {}, u"made by the server"_s, u"d1"_s, EvalRunState::Running, 5, true);
    row("a state of a later server", {}, {}, u"d1"_s, EvalRunState::Unknown, 5, true);
    row("another name", u"friday"_s, u"monday"_s, u"d1"_s, EvalRunState::Running, 5, false);
    row("another dataset", {}, {}, u"d2"_s, EvalRunState::Running, 5, false);
    row("created before", {}, {}, u"d1"_s, EvalRunState::Running, -1, false);
    row("still pending, perhaps a ghost too", {}, {}, u"d1"_s, EvalRunState::Pending, 5, false);
}

void TestEvalRun::otherRowsAreNoTwins()
{
    QFETCH(QString, name);
    QFETCH(QString, otherName);
    QFETCH(QString, dataset);
    QFETCH(int, state);
    QFETCH(int, ms);
    QFETCH(bool, found);
    const EvalRun ghost = row(u"ghost"_s, EvalRunState::Pending, 0, name);
    const EvalRun other = row(u"other"_s, static_cast<EvalRunState>(state), ms, otherName, dataset);
    QCOMPARE(twinOf(ghost, {other, ghost}), found ? u"other"_s : u"none"_s);
}

void TestEvalRun::aServerWithoutGhostsIsItsOwnTwin()
{
    const EvalRun answered = row(u"mine"_s, EvalRunState::Pending, 0);
    const QList<EvalRun> listed{row(u"another"_s, EvalRunState::Running, 0), row(u"mine"_s, EvalRunState::Running, 0)};
    QCOMPARE(twinOf(answered, {answered}), u"none"_s);
    QCOMPARE(twinOf(answered, listed), u"mine"_s);
}

void TestEvalRun::aGhostWithoutADateHasNoTwin()
{
    EvalRun ghost = row(u"ghost"_s, EvalRunState::Pending, 0);
    ghost.createdAt = {};
    QCOMPARE(twinOf(ghost, {row(u"other"_s, EvalRunState::Running, 0)}), u"none"_s);
}

QTEST_APPLESS_MAIN(TestEvalRun)
#include "tst_evalrun.moc"
