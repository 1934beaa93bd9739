#include "state/models/transcriptmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

Message message(Role role, const QString &text, MessageState state = MessageState::Complete)
{
    Message m;
    m.role = role;
    m.content = text;
    m.state = state;
    m.createdAt = QDateTime(QDate(2026, 5, 2), QTime(9, 14), Qt::UTC);
    return m;
}

QList<int> roles(const QSignalSpy &spy, qsizetype signal)
{
    return spy.at(signal).at(2).value<QList<int>>();
}

} // namespace

class TestTranscriptModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeltaIsOneDataChangedOfTheText();
    void keysStayWhenOlderRowsComeAndIdsArrive();
    void toolResultsPairByCallIdElseByTheOldestOpenCallOfTheSource();
    void aPartialThoughtReplacesItsPredecessor();
    void aProgressTicksOffOnlyWhatIsDone();
    void theAccessibleTextTellsWhatElseIsInTheRow();
    void theAccessibleTextKeepsAPercentSign();
    void theAccessibleTextTellsTheState();
    void everyOperationKeepsTheModelContract();
    void aRowThatMovesLeavesTheOthersWhereTheyAre_data();
    void aRowThatMovesLeavesTheOthersWhereTheyAre();
};

void TestTranscriptModel::aDeltaIsOneDataChangedOfTheText()
{
    TranscriptModel model;
    const int row = model.append(message(Role::Assistant, {}, MessageState::Streaming));
    QCOMPARE(model.streamingRow(), row);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.appendText(row, u"Hello"_s);
    model.appendText(row, {});
    QCOMPARE(changes.size(), 1);
    QVERIFY(roles(changes, 0).contains(int(TranscriptModel::TextRole)));
    QVERIFY(!roles(changes, 0).contains(int(TranscriptModel::StateRole)));
    model.setState(row, MessageState::Complete);
    QCOMPARE(model.streamingRow(), -1);
    QVERIFY(roles(changes, 1).contains(int(TranscriptModel::StateRole)));
}

void TestTranscriptModel::keysStayWhenOlderRowsComeAndIdsArrive()
{
    TranscriptModel model;
    model.append(message(Role::User, u"q"_s));
    const QString key = model.index(0).data(TranscriptModel::IdRole).toString();
    model.setServerId(0, MessageId(u"server-7"_s));
    model.prepend({message(Role::User, u"older"_s), message(Role::Assistant, u"old answer"_s)});
    QCOMPARE(model.rowOfKey(key), 2);
    QCOMPARE(model.rowOf(MessageId(u"server-7"_s)), 2);
    model.removeRow(0);
    QCOMPARE(model.rowOfKey(key), 1);
    model.clear();
    QCOMPARE(model.rowOfKey(key), -1);
}

void TestTranscriptModel::toolResultsPairByCallIdElseByTheOldestOpenCallOfTheSource()
{
    TranscriptModel model;
    const int row = model.append(message(Role::Assistant, {}, MessageState::Streaming));
    const auto call = [](const QString &id, const QString &source) {
        ToolCall c;
        c.callId = id;
        c.tool = u"search"_s;
        c.source = source;
        return c;
    };
    model.startTool(row, call(u"1"_s, u"a"_s));
    model.startTool(row, call(u"2"_s, u"a"_s));
    model.startTool(row, call({}, u"b"_s));
    model.startTool(row, call({}, u"b"_s));

    ToolFinished second{u"2"_s, u"search"_s, u"a"_s, {}, 42, true, {}, 5};
    model.finishTool(row, second);
    QVERIFY(!model.messageAt(row).toolCalls.at(0).finished);
    QVERIFY(model.messageAt(row).toolCalls.at(1).finished);
    QCOMPARE(model.messageAt(row).toolCalls.at(1).output.toInt(), 42);

    model.finishTool(row, {{}, u"search"_s, u"b"_s, {}, 1, false, u"broken"_s, -1});
    QVERIFY(model.messageAt(row).toolCalls.at(2).finished);
    QCOMPARE(model.messageAt(row).toolCalls.at(2).error, u"broken"_s);
    QVERIFY(!model.messageAt(row).toolCalls.at(3).finished);

    model.finishTool(row, {u"9"_s, u"late"_s, u"z"_s, {}, 1, true, {}, -1}); // its start was never seen
    QCOMPARE(model.messageAt(row).toolCalls.size(), 5);
}

void TestTranscriptModel::aPartialThoughtReplacesItsPredecessor()
{
    TranscriptModel model;
    const int row = model.append(message(Role::Assistant, {}));
    model.addThought(row, {u"agent"_s, u"I th"_s, u"model_reasoning"_s, true});
    model.addThought(row, {u"agent"_s, u"I think"_s, u"model_reasoning"_s, true});
    model.addThought(row, {u"other"_s, u"Hm"_s, u"model_reasoning"_s, true});
    QCOMPARE(model.messageAt(row).thoughts.size(), 2);
    QCOMPARE(model.messageAt(row).thoughts.at(0).text, u"I think"_s);
}

void TestTranscriptModel::aProgressTicksOffOnlyWhatIsDone()
{
    TranscriptModel model;
    const int row = model.append(message(Role::Assistant, {}, MessageState::Streaming));
    model.setPlan(row, Plan{u"p"_s, {{u"s1"_s, u"a"_s, {}}, {u"s2"_s, u"b"_s, {}}}});
    model.setProgress(row, {1, 2, {}, u"s2"_s}); // it may be about to begin
    QVERIFY(!model.messageAt(row).plan->steps.at(1).reported);
    model.setProgress(row, {1, 2, {}, u"s1"_s});
    QVERIFY(model.messageAt(row).plan->steps.at(0).reported);
    model.setProgress(row, {90, 2, {}, u"s2"_s});
    QVERIFY(model.messageAt(row).plan->steps.at(1).reported);
    model.setState(row, MessageState::Complete);
    QVERIFY(!model.messageAt(row).progress);
    model.addThought(row, {u"web"_s, u"timed out"_s, warningPhase, false});
    QVERIFY(model.index(row).data(Qt::AccessibleTextRole).toString().contains(u"timed out"_s));
}

void TestTranscriptModel::theAccessibleTextTellsWhatElseIsInTheRow()
{
    TranscriptModel model;
    const auto spoken = [&model](int row) { return model.index(row).data(Qt::AccessibleTextRole).toString(); };
    Message question = message(Role::User, u"Price?"_s, MessageState::Complete);
    StoredFile file;
    file.filename = u"offer.pdf"_s;
    question.attachments = {file, file};
    Message answer = message(Role::Assistant, u"40 euros."_s, MessageState::Complete);
    answer.toolCalls = {ToolCall(), ToolCall(), ToolCall()};
    answer.citations = {{FileId(u"f1"_s), u"offer.pdf"_s, 1, u"One."_s},
                        {FileId(u"f1"_s), u"offer.pdf"_s, 7, u"Seven."_s},
                        {FileId(u"f2"_s), u"notes.txt"_s, 4, u"Four."_s}};
    const int asked = model.append(question);
    const int answered = model.append(answer);
    QVERIFY2(spoken(asked).contains(u"2 files"_s), qPrintable(spoken(asked)));
    QVERIFY2(spoken(answered).contains(u"3 tools used"_s) && spoken(answered).contains(u"2 sources"_s), qPrintable(spoken(answered)));
    const int plain = model.append(message(Role::Assistant, u"Hello."_s, MessageState::Complete));
    QVERIFY2(spoken(plain).endsWith(u"Hello."_s), qPrintable(spoken(plain)));
}

void TestTranscriptModel::theAccessibleTextKeepsAPercentSign()
{
    TranscriptModel model;
    const int row = model.append(message(Role::Assistant, u"From %2 to %3."_s, MessageState::Complete));
    VersionPlace second;
    second.number = 2;
    second.count = 5;
    model.setVersions({{model.keyAt(row), second}});
    const QString spoken = model.index(row).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"From %2 to %3."_s) && spoken.contains(u"version 2 of 5"_s), qPrintable(spoken));
}

void TestTranscriptModel::theAccessibleTextTellsTheState()
{
    TranscriptModel model;
    const int row = model.append(message(Role::Assistant, u"text"_s, MessageState::Streaming));
    const QString writing = model.index(row).data(Qt::AccessibleTextRole).toString();
    model.setState(row, MessageState::Interrupted, u"reason"_s);
    const QString interrupted = model.index(row).data(Qt::AccessibleTextRole).toString();
    QVERIFY(writing.contains(u"still writing"_s));
    QVERIFY(interrupted.contains(u"interrupted"_s));
    QVERIFY(interrupted.contains(u"text"_s));
}

void TestTranscriptModel::everyOperationKeepsTheModelContract()
{
    TranscriptModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int row = model.append(message(Role::Assistant, {}, MessageState::Streaming));
    model.appendText(row, u"a"_s);
    model.prepend({message(Role::User, u"b"_s)});
    model.setText(1, u"c"_s);
    model.setRouting(1, {{u"table"_s}, {}, 0.9, {}, {}, false});
    model.setCitations(1, {{FileId(u"f"_s), u"a.csv"_s, 1, u"q"_s}});
    model.replace(1, message(Role::Assistant, u"d"_s));
    model.removeRow(0);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestTranscriptModel::aRowThatMovesLeavesTheOthersWhereTheyAre_data()
{
    QTest::addColumn<QStringList>("after");
    QTest::newRow("the first to the end") << QStringList{u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"a"_s};
    QTest::newRow("the last to the front") << QStringList{u"e"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    QTest::newRow("one in the middle") << QStringList{u"a"_s, u"c"_s, u"d"_s, u"b"_s, u"e"_s};
}

void TestTranscriptModel::aRowThatMovesLeavesTheOthersWhereTheyAre()
{
    QFETCH(QStringList, after);
    TranscriptModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto entries = [](const QStringList &keys) {
        QList<TranscriptModel::Entry> list;
        for (const QString &key : keys)
            list.append({key, message(Role::User, key)});
        return list;
    };
    model.setRows(entries({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
    int removed = 0;
    int inserted = 0;
    QStringList between;
    connect(&model, &QAbstractItemModel::rowsRemoved, &model, [&](const QModelIndex &, int first, int last) {
        removed += last - first + 1;
        between.clear();
        for (int row = 0; row < model.rowCount(); ++row)
            between.append(model.keyAt(row));
    });
    connect(&model, &QAbstractItemModel::rowsInserted, &model,
            [&](const QModelIndex &, int first, int last) { inserted += last - first + 1; });
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRows(entries(after));
    QCOMPARE(removed, 1);
    QCOMPARE(inserted, 1);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 0);
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.keyAt(row));
    QCOMPARE(rows, after);
    QStringList rest = after;
    rest.removeIf([&between](const QString &key) { return !between.contains(key); });
    QCOMPARE(between, rest); // what is seen meanwhile is in the order of the end
}

QTEST_GUILESS_MAIN(TestTranscriptModel)
#include "tst_transcriptmodel.moc"
