// What a person does with a transcript beyond reading: finding, selecting, copying, looking into tables and tool calls.
#include "gui/chat/find/findbar.h"
#include "gui/chat/json/jsonmatches.h"
#include "gui/chat/json/jsonpanel.h"
#include "gui/chat/json/jsontext.h"
#include "gui/chat/json/jsontreemodel.h"
#include "gui/chat/transcript/messagereader.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/transcript/transcriptwindows.h"
#include "gui/text/safetextbrowser.h"
#include "gui/theme.h"
#include "state/models/transcriptmodel.h"
#include "testdialogs.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = MessagePart::Kind;

namespace {

Message message(Role role, const QString &text, const QDate &day = QDate(2026, 3, 1))
{
    Message m;
    m.role = role;
    m.content = text;
    m.createdAt = QDateTime(day, QTime(10, 2));
    return m;
}

ToolCall call(const QJsonValue &output)
{
    ToolCall made;
    made.tool = u"table_query"_s;
    made.title = u"Asking the table"_s;
    made.input = QJsonObject{{u"sql"_s, u"SELECT needle FROM t"_s}};
    made.output = output;
    made.finished = true;
    made.durationMs = 420;
    return made;
}

struct Window {
    TranscriptModel model;
    QWidget window;
    TranscriptView *view = new TranscriptView(&window);
    QLineEdit *other = new QLineEdit(&window);
    TestDialogs dialogs;
    TranscriptWindows windows{*view, dialogs, &window};

    Window()
    {
        view->setModel(&model);
        window.resize(760, 620);
        view->setGeometry(0, 0, 760, 580);
        other->setGeometry(0, 585, 760, 30);
        window.show();
        window.activateWindow();
    }
    FindBar *bar() { return view->findChild<FindBar *>(u"findBar"_s); }
    QLineEdit *edit() { return bar()->findChild<QLineEdit *>(u"findText"_s); }
    QString count() { return bar()->findChild<QLabel *>(u"findCount"_s)->text(); }
    void click(int row, Kind kind, int index = 0)
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->partRect(row, kind, index).center());
    }
    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view->viewport(), &move);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, to);
    }
};

const QString tableText = u"| city | sold |\n|:--|--:|\n| Rome | 1,200 |\n| Oslo | 90 |\n| Bern | 300 |\n"_s;

} // namespace

class TestTranscriptWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initGuiResources(); }
    void cleanup();

    void findCountsAndWalksByKeyboard();
    void findOpensWhatIsClosed();
    void findFollowsAnAnswerThatGrows();
    void findNeverHoldsTheWindowUp();
    void findInDetailsThatAreNotShown();

    void daysStandAboveTheirMessages();
    void newMessagesAreCounted();

    void selectionGoesAcrossMessages();
    void wholeMessagesAreSelectedByKeyboard();
    void copiesHaveTheirFlavours();

    void codeIsSavedWhereThePersonSays();
    void tableIsCopiedAndOpened();
    void tableWindowIsWorkedByKeyboard();
    void aNumberReadsTheSameInAWindowFromRightToLeft();

    void toolInspectorShowsEverything();
    void jsonTreeIsLazy();
    void jsonPrinterWritesJson();
    void megabytesOfOutputAreLookedInto();

    void readerZoomsAndFinds();
    void pictures();
};

void TestTranscriptWork::cleanup()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

void TestTranscriptWork::findCountsAndWalksByKeyboard()
{
    Window w;
    for (int i = 0; i < 60; ++i)
        w.model.append(message(i % 2 == 0 ? Role::User : Role::Assistant, u"Message %1 has a **nee**dle and Needle.\n\nEnd."_s.arg(i)));
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
    w.other->setFocus();
    w.view->openFind();
    QTRY_VERIFY(w.edit()->hasFocus());
    QTest::keyClicks(w.edit(), u"needle"_s);
    QTRY_VERIFY(!w.view->search().isRunning());
    QCOMPARE(w.view->search().total(), 60 + 30);
    const int first = w.view->search().position();
    QVERIFY(first > 0);
    QTest::keyClick(w.edit(), Qt::Key_Return);
    QCOMPARE(w.view->search().position(), first % 90 + 1);
    QVERIFY2(w.count().contains(QLocale().toString(first % 90 + 1)) && w.count().contains(u"90"_s), qPrintable(w.count()));
    QTest::keyClick(w.edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(w.edit(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(w.view->search().position(), (first + 90 - 2) % 90 + 1);
    QTest::keyClick(w.edit(), Qt::Key_F3);
    QCOMPARE(w.view->search().position(), first);
    for (int i = 0; i < 90; ++i) { // every one is on screen when it is the current one
        QTest::keyClick(w.edit(), Qt::Key_F3);
        const QRect row = w.view->visualRect(w.model.index(w.view->search().currentRow()));
        QVERIFY(row.intersects(w.view->viewport()->rect()));
    }
    QCOMPARE(w.view->search().position(), first);
    QTest::keyClick(w.edit(), Qt::Key_Escape);
    QVERIFY(w.bar()->isHidden());
    QTRY_VERIFY(w.other->hasFocus());
    QVERIFY(!w.view->search().isActive());
}

void TestTranscriptWork::findOpensWhatIsClosed()
{
    Window w;
    Message answer = message(Role::Assistant, u"Nothing here."_s);
    answer.thoughts = {{u"a"_s, u"I think of a unicorn"_s, {}, false}};
    answer.toolCalls = {call(QJsonObject{{u"animal"_s, u"zebra"_s}})};
    answer.citations = {{FileId(u"f"_s), u"notes.txt"_s, 3, u"a walrus in the source"_s}};
    const int row = w.model.append(answer);
    w.view->openFind();
    w.edit()->setText(u"ZEBRA"_s);
    QTRY_COMPARE(w.view->search().position(), 1);
    QVERIFY(w.view->partRect(row, Kind::ToolDetails).isValid());
    QCOMPARE(w.view->search().currentHit().field, FindHit::Field::Tool);
    w.edit()->setText(u"unicorn"_s);
    QTRY_COMPARE(w.view->search().currentHit().field, FindHit::Field::Thoughts);
    QVERIFY(w.view->partRect(row, Kind::ThoughtsText).isValid());
    w.edit()->setText(u"walrus"_s);
    QTRY_COMPARE(w.view->search().currentHit().field, FindHit::Field::Citation);
    const QImage marked = w.view->viewport()->grab().toImage();
    w.edit()->setText(u"xyzzy"_s);
    QTRY_VERIFY(!w.view->search().isRunning());
    QCOMPARE(w.view->search().position(), 0);
    QVERIFY(!w.count().isEmpty());
    QVERIFY(marked != w.view->viewport()->grab().toImage());
}

void TestTranscriptWork::findFollowsAnAnswerThatGrows()
{
    Window w;
    w.model.append(message(Role::User, u"needle?"_s));
    w.view->openFind();
    w.edit()->setText(u"needle"_s);
    QTRY_COMPARE(w.view->search().total(), 1);
    Message answer = message(Role::Assistant, u"A nee"_s);
    answer.state = MessageState::Streaming;
    const int row = w.model.append(answer);
    w.model.appendText(row, u"dle"_s);
    QTRY_COMPARE(w.view->search().total(), 2);
    for (int i = 0; i < 50; ++i)
        w.model.appendText(row, u" and a needle"_s);
    QTRY_COMPARE(w.view->search().total(), 52);
    const int before = w.view->search().position();
    w.model.prepend({message(Role::User, u"older needle"_s)});
    QTRY_COMPARE(w.view->search().total(), 53);
    QCOMPARE(w.view->search().position(), before + 1);
    w.model.removeRow(0);
    QTRY_COMPARE(w.view->search().total(), 52);
}

// The window answers while a hundred thousand messages are gone through: no slice is long, and all are counted.
void TestTranscriptWork::findNeverHoldsTheWindowUp()
{
    Window w;
    QList<Message> many;
    for (int i = 0; i < 100'000; ++i)
        many << message(i % 2 == 0 ? Role::User : Role::Assistant,
                        u"Message **%1** with `code` and [a link](https://example.org/%1)"_s.arg(i));
    w.model.prepend(many);
    QVERIFY(QTest::qWaitForWindowExposed(&w.window));
    w.view->viewport()->repaint();
    w.view->openFind();
    QElapsedTimer clock;
    qint64 worst = 0;
    int slices = 0;
    w.edit()->setText(u"9999"_s);
    clock.start();
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&] {
        worst = qMax(worst, clock.restart());
        ++slices;
    });
    tick.start(0);
    QTRY_VERIFY_WITH_TIMEOUT(!w.view->search().isRunning(), 60'000);
    QCOMPARE(w.view->search().total(), 24); // 10 end in 9999, 9 more begin so, and of those 5 have it twice
    QVERIFY2(slices > 10, qPrintable(QString::number(slices)));
    qInfo("longest pause %lld ms in %d slices", worst, slices);
}

void TestTranscriptWork::findInDetailsThatAreNotShown()
{
    Window w;
    QJsonArray rows;
    for (int i = 0; i < 400; ++i)
        rows << QJsonObject{{u"name"_s, i == 390 ? u"needle"_s : u"hay %1"_s.arg(i)}};
    Message answer = message(Role::Assistant, u"See the tool."_s);
    answer.toolCalls = {call(rows)};
    answer.toolCalls[0].input = QJsonValue::Undefined;
    const int row = w.model.append(answer);
    w.view->openFind();
    w.edit()->setText(u"needle"_s);
    QTRY_COMPARE(w.view->search().total(), 1);
    QVERIFY(!w.view->search().currentHit().inText);
    QVERIFY(w.view->partRect(row, Kind::ToolOpen).isValid());
}

void TestTranscriptWork::daysStandAboveTheirMessages()
{
    Window w;
    const QDate today = QDate::currentDate();
    w.model.append(message(Role::User, u"a"_s, today.addDays(-1)));
    w.model.append(message(Role::Assistant, u"b"_s, today.addDays(-1)));
    w.model.append(message(Role::User, u"c"_s, today));
    QVERIFY(w.view->partRect(0, Kind::Day).isValid());
    QVERIFY(!w.view->partRect(1, Kind::Day).isValid());
    QVERIFY(w.view->partRect(2, Kind::Day).isValid());
    QVERIFY(w.view->partRect(2, Kind::Day).bottom() < w.view->partRect(2, Kind::Header).top());
    w.model.prepend({message(Role::User, u"older"_s, today.addDays(-1))});
    w.view->viewport()->repaint();
    QVERIFY(w.view->partRect(0, Kind::Day).isValid());
    QVERIFY(!w.view->partRect(1, Kind::Day).isValid()); // it is not the first of its day any more
    w.model.removeRow(0);
    QVERIFY(w.view->partRect(0, Kind::Day).isValid());
}

void TestTranscriptWork::newMessagesAreCounted()
{
    Window w;
    for (int i = 0; i < 40; ++i)
        w.model.append(message(Role::Assistant, u"Some words in %1\n\nand more."_s.arg(i)));
    auto *jump = w.view->findChild<QPushButton *>(u"jumpToNewest"_s);
    w.view->verticalScrollBar()->setValue(0);
    QVERIFY(jump->isVisible());
    const QString without = jump->text();
    w.model.append(message(Role::Assistant, u"new"_s));
    w.model.append(message(Role::Assistant, u"newer"_s));
    QVERIFY2(jump->text() != without && jump->text().contains(u'2'), qPrintable(jump->text()));
    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(w.view->isAtEnd());
    w.view->verticalScrollBar()->setValue(0);
    QCOMPARE(jump->text(), without);
}

void TestTranscriptWork::selectionGoesAcrossMessages()
{
    Window w;
    w.model.append(message(Role::User, u"first words"_s));
    w.model.append(message(Role::Assistant, u"middle **bold** words"_s));
    w.model.append(message(Role::User, u"last words"_s));
    const QRect from = w.view->partRect(0, Kind::Body);
    const QRect to = w.view->partRect(2, Kind::Body);
    w.drag(from.topLeft() + QPoint(0, 5), to.bottomRight() + QPoint(40, 10));
    QCOMPARE(w.view->selectedText(), u"first words\n\nmiddle bold words\n\nlast words"_s);
    const QString forward = w.view->selectedText();
    w.drag(to.bottomRight() + QPoint(-1, -2), from.topLeft() + QPoint(0, 5));
    QCOMPARE(w.view->selectedText(), forward);
    w.view->setFocus();
    QTest::keyClick(w.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), forward);
    QVERIFY(QApplication::clipboard()->mimeData()->html().contains(u"<strong>bold</strong>"_s));
    QTest::keyClick(w.view, Qt::Key_Escape);
    QVERIFY(w.view->selectedText().isEmpty());
}

void TestTranscriptWork::wholeMessagesAreSelectedByKeyboard()
{
    Window w;
    for (const QString &text : {u"**one**"_s, u"**two**"_s, u"**three**"_s})
        w.model.append(message(Role::Assistant, text));
    w.view->setFocus();
    w.view->setCurrentIndex(w.model.index(0));
    QTest::keyClick(w.view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(w.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"**one**\n\n**two**"_s);
    QTest::keyClick(w.view, Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(w.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"**one**"_s);
    QTest::keyClick(w.view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(w.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"**one**\n\n**two**\n\n**three**"_s);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(QString::fromUtf8(data->data(u"text/markdown"_s)), data->text());
    QCOMPARE(data->html().count(u"<strong>"_s), 3);
}

void TestTranscriptWork::copiesHaveTheirFlavours()
{
    Window w;
    w.model.append(message(Role::Assistant, u"# Head\n\n- *x*\x1B[31m\n"_s));
    w.view->setFocus();
    w.view->setCurrentIndex(w.model.index(0));
    QTest::keyClick(w.view, Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), u"# Head\n\n- *x*[31m\n"_s);
    QVERIFY(data->html().contains(u"<h1>Head</h1>"_s) && data->html().contains(u"<em>x</em>"_s));
    QVERIFY(!data->html().contains(u'\x1B'));
}

void TestTranscriptWork::codeIsSavedWhereThePersonSays()
{
    Window w;
    const QTemporaryDir dir;
    w.dialogs.fileToSave = dir.filePath(u"x.py"_s);
    const int row = w.model.append(message(Role::Assistant, u"```py\nprint('\u00E4')\x07\n```"_s));
    QSignalSpy saved(w.view, &TranscriptView::saveRequested);
    w.click(row, Kind::CodeSave);
    QCOMPARE(saved.first().first().toString(), u"code.py"_s);
    QFile file(w.dialogs.fileToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), u"print('\u00E4')\n"_s);
    w.dialogs.fileToSave = dir.filePath(u"no/such/folder.py"_s);
    w.click(row, Kind::CodeSave);
    QCOMPARE(w.dialogs.informed.size(), 1);
}

void TestTranscriptWork::tableIsCopiedAndOpened()
{
    Window w;
    const int row = w.model.append(message(Role::Assistant, u"Sales:\n\n"_s + tableText));
    w.click(row, Kind::TableCopy);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), u"city\tsold\nRome\t1,200\nOslo\t90\nBern\t300\n"_s);
    QVERIFY(data->html().contains(u"<th>city</th>"_s));
    QVERIFY(data->data(u"text/csv"_s).contains("Rome,\"1,200\""));
    QSignalSpy opened(w.view, &TranscriptView::tableRequested);
    w.view->setFocus(); // and by keyboard
    w.view->setCurrentIndex(w.model.index(row));
    for (int i = 0; i < 10 && (w.view->focusedPart() == nullptr || w.view->focusedPart()->kind != Kind::TableOpen); ++i)
        QTest::keyClick(w.view, Qt::Key_Right);
    QTest::keyClick(w.view, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    auto *window = w.view->findChild<QDialog *>(u"tableWindow"_s);
    QVERIFY(window != nullptr && window->isVisible() && !window->isModal());
}

void TestTranscriptWork::tableWindowIsWorkedByKeyboard()
{
    Window w;
    const QTemporaryDir dir;
    w.dialogs.fileToSave = dir.filePath(u"t.csv"_s);
    w.windows.showTable({{u"city"_s, u"sold"_s}, {}, {{u"Rome"_s, u"1,200"_s}, {u"Oslo"_s, u"90"_s}, {u"Bern"_s, u"300"_s}}});
    auto *window = w.view->findChild<QDialog *>(u"tableWindow"_s);
    QVERIFY(QTest::qWaitForWindowActive(window));
    auto *view = window->findChild<QTableView *>(u"tableView"_s);
    QTRY_VERIFY(view->hasFocus());
    QHeaderView *head = view->horizontalHeader();
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, QPoint(head->sectionViewportPosition(1) + 10, head->height() / 2));
    QCOMPARE(view->model()->index(0, 0).data().toString(), u"Oslo"_s);
    QCOMPARE(view->model()->index(2, 0).data().toString(), u"Rome"_s);
    auto *filter = window->findChild<QLineEdit *>(u"tableFilter"_s);
    QTest::keyClicks(filter, u"r"_s);
    QCOMPARE(view->model()->rowCount(), 2);
    filter->clear();
    view->setCurrentIndex(view->model()->index(0, 0));
    view->selectionModel()->select(QItemSelection(view->model()->index(0, 0), view->model()->index(1, 1)),
                                   QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Oslo\t90\nBern\t300\n"_s);
    QTest::mouseClick(window->findChild<QPushButton *>(u"saveTable"_s), Qt::LeftButton);
    QFile file(w.dialogs.fileToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("city,sold\r\nOslo,90\r\nBern,300\r\nRome,\"1,200\"\r\n"));
}

void TestTranscriptWork::aNumberReadsTheSameInAWindowFromRightToLeft()
{
    const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    Window w;
    w.windows.showTable({{u"sold"_s}, {}, {{u"115 293"_s}}});
    const auto *view = w.view->findChild<QDialog *>(u"tableWindow"_s)->findChild<QTableView *>(u"tableView"_s);
    const auto *delegate = qobject_cast<QStyledItemDelegate *>(view->itemDelegate());
    const QString shown = delegate->displayText(view->model()->index(0, 0).data(), QLocale());
    QTextLayout layout(shown);
    QTextOption option;
    option.setTextDirection(Qt::RightToLeft); // as the cell is
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    QVERIFY(line.cursorToX(static_cast<int>(shown.indexOf(u'5'))) < line.cursorToX(static_cast<int>(shown.indexOf(u'9'))));
    QCOMPARE(view->model()->index(0, 0).data().toString(), u"115 293"_s); // what is copied
}

void TestTranscriptWork::toolInspectorShowsEverything()
{
    Window w;
    Message answer = message(Role::Assistant, u"x"_s);
    const QJsonObject output{
        {u"columns"_s, QJsonArray{u"a"_s, u"b"_s}}, {u"rows"_s, QJsonArray{QJsonArray{u"North"_s, 12.5}}}, {u"a b"_s, u"deep\u202E"_s}};
    answer.toolCalls = {call(output)};
    const int row = w.model.append(answer);
    w.click(row, Kind::Tool);
    w.click(row, Kind::ToolCopyOutput);
    QCOMPARE(QJsonDocument::fromJson(QApplication::clipboard()->text().toUtf8()).object(), output);
    w.click(row, Kind::ToolOpen);
    auto *inspector = w.view->findChild<QDialog *>(u"toolInspector"_s);
    QVERIFY(inspector != nullptr && !inspector->isModal());
    auto *panel = inspector->findChild<QWidget *>(u"toolOutput"_s);
    auto *tree = panel->findChild<QTreeView *>(u"jsonTree"_s);
    auto *filter = panel->findChild<QLineEdit *>(u"jsonFilter"_s);
    QTest::keyClicks(filter, u"north"_s);
    auto *list = panel->findChild<QTableView *>(u"jsonMatches"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"$.rows[0][0]"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::mouseClick(panel->findChild<QPushButton *>(u"jsonCopyPath"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"$.rows[0][0]"_s);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(tree->isVisible());
    QCOMPARE(tree->currentIndex().siblingAtColumn(1).data().toString(), u"North"_s);
    QTest::mouseClick(panel->findChild<QPushButton *>(u"jsonCopyValue"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"North"_s);
    tree->setCurrentIndex(tree->model()->index(0, 0)); // "a b" sorts first
    QVERIFY(tree->currentIndex().siblingAtColumn(1).data().toString().contains(u"U+202E"_s));
    QTest::mouseClick(panel->findChild<QPushButton *>(u"jsonRaw"_s), Qt::LeftButton);
    auto *raw = panel->findChild<QPlainTextEdit *>(u"jsonText"_s);
    QVERIFY(raw->toPlainText().contains(u"12.5"_s));
    QVERIFY(!raw->toPlainText().contains(QChar(0x202E)));
}

void TestTranscriptWork::jsonTreeIsLazy()
{
    QJsonArray many;
    for (int i = 0; i < 5000; ++i)
        many << QJsonObject{{u"n"_s, i}};
    JsonTreeModel model(QJsonObject{{u"many"_s, many}, {u"one"_s, 1}});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would, from inside the signal that rows come
    const QModelIndex place = model.indexOf({0, 1234, 0});
    QCOMPARE(place.siblingAtColumn(1).data().toString(), u"1234"_s);
    QCOMPARE(model.pathOf(place), (QList<qsizetype>{0, 1234, 0}));
    QCOMPARE(jsonPath(model.root(), model.pathOf(place)), u"$.many[1234].n"_s);
    QVERIFY(model.rowCount(model.indexOf({0})) < 5000);
}

void TestTranscriptWork::jsonPrinterWritesJson()
{
    const QJsonObject value{{u"a"_s, QJsonArray{1, u"x\"\n"_s, QJsonArray(), QJsonObject{{u"b c"_s, QJsonValue::Null}}}}, {u"t"_s, true}};
    JsonPrinter printer(value);
    QString text;
    int pages = 0;
    while (!printer.atEnd()) {
        text += printer.next(10);
        ++pages;
    }
    QVERIFY(pages > 3);
    QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).object(), value);
    JsonPrinter words(u"some words in a row"_s);
    QCOMPARE(words.next(1000), u"some words in a row"_s);
    QVERIFY(words.atEnd());
}

// Fifty megabytes: opening costs what is seen, finding goes in slices, and the text comes page by page.
void TestTranscriptWork::megabytesOfOutputAreLookedInto()
{
    QJsonArray rows;
    const QString cell(1000, u'x');
    for (int i = 0; i < 25'000; ++i)
        rows << QJsonObject{{u"id"_s, i}, {u"text"_s, i == 24'000 ? u"needle"_s : cell}};
    Window w;
    Message answer = message(Role::Assistant, u"x"_s);
    answer.toolCalls = {call(rows)};
    const int row = w.model.append(answer);
    QElapsedTimer clock;
    clock.start();
    w.click(row, Kind::Tool);
    w.click(row, Kind::ToolOpen);
    qInfo("card and window opened in %lld ms", clock.elapsed());
    auto *inspector = w.view->findChild<QDialog *>(u"toolInspector"_s);
    QVERIFY(inspector != nullptr);
    auto *panel = inspector->findChild<JsonPanel *>(u"toolOutput"_s);
    auto *tree = panel->findChild<QTreeView *>(u"jsonTree"_s);
    QVERIFY2(tree->model()->rowCount() <= 4 * JsonTreeModel::batch, qPrintable(QString::number(tree->model()->rowCount())));
    panel->findChild<QLineEdit *>(u"jsonFilter"_s)->setText(u"needle"_s);
    auto *list = panel->findChild<QTableView *>(u"jsonMatches"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, 60'000);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"$[24000].text"_s);
    panel->findChild<QLineEdit *>(u"jsonFilter"_s)->clear();
    QTest::mouseClick(panel->findChild<QPushButton *>(u"jsonRaw"_s), Qt::LeftButton);
    auto *raw = panel->findChild<QPlainTextEdit *>(u"jsonText"_s);
    const qsizetype page = raw->toPlainText().size();
    QVERIFY(page > 10'000 && page < 1'000'000);
    QTest::mouseClick(panel->findChild<QPushButton *>(u"jsonMore"_s), Qt::LeftButton);
    QVERIFY(raw->toPlainText().size() > page);
}

void TestTranscriptWork::readerZoomsAndFinds()
{
    auto *reader = new MessageReader(message(Role::Assistant, u"# Head\n\nneedle `needle` text\n\n```cpp\nint needle;\n```"_s));
    reader->show();
    QVERIFY(QTest::qWaitForWindowActive(reader));
    const QString text = reader->browser()->toPlainText();
    const qreal height = reader->browser()->document()->size().height();
    QTest::keyClick(reader, Qt::Key_Equal, Qt::ControlModifier);
    QTest::keyClick(reader, Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(reader->zoom(), 120);
    QCOMPARE(reader->browser()->toPlainText(), text);
    QVERIFY(reader->browser()->document()->size().height() > height);
    QTest::keyClick(reader, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(reader->zoom(), 100);
    QTest::keyClick(reader, Qt::Key_F, Qt::ControlModifier);
    auto *edit = reader->findChild<QLineEdit *>(u"findText"_s);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"NEEDLE"_s);
    QCOMPARE(reader->browser()->extraSelections().size(), 3);
    QCOMPARE(reader->browser()->textCursor().selectedText(), u"needle"_s);
    const int first = reader->browser()->textCursor().position();
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(reader->browser()->textCursor().position() > first);
    QTest::keyClick(edit, Qt::Key_Escape);
    QTRY_VERIFY(reader->browser()->hasFocus());
    QVERIFY(reader->isVisible());
    reader->close();
}

// DESK_SHOTS=folder keeps pictures; DESK_SHOTS_THEME=dark in the other theme.
void TestTranscriptWork::pictures()
{
    const bool dark = qEnvironmentVariable("DESK_SHOTS_THEME") == "dark"_L1;
    const QPalette before = QApplication::palette();
    QApplication::setPalette(dark ? Theme::darkPalette() : Theme::lightPalette());
    Window w;
    w.model.append(message(Role::User, u"How did the regions sell, and how is the mean computed?"_s, QDate::currentDate().addDays(-1)));
    Message answer = message(
        Role::Assistant,
        u"The mean is $\\bar{x} = \\frac{1}{n}\\sum_{i=1}^{n} x_i$, of $5 each:\n\n$$\\sigma^2 = \\frac{1}{n}\\sum_{i=1}^{n}(x_i - \\mu)^2$$\n\n"_s +
            tableText +
            u"\n```python\n@cached\ndef mean(values: list) -> float:\n    \"\"\"The mean of some values.\"\"\"\n    return sum(values) / "
            u"len(values)  # never empty\n```\n\n"
            u"```diff\n-old line\n+new line\n```\n"_s,
        QDate::currentDate());
    answer.toolCalls = {
        call(QJsonObject{{u"columns"_s, QJsonArray{u"city"_s, u"sold"_s}}, {u"rows"_s, QJsonArray{QJsonArray{u"Rome"_s, 1200}}}})};
    const int row = w.model.append(answer);
    w.click(row, Kind::Tool);
    w.window.resize(900, 1100);
    w.view->setGeometry(0, 0, 900, 1060);
    w.other->setGeometry(0, 1065, 900, 30);
    if (qEnvironmentVariableIsSet("DESK_SHOTS_RTL"))
        w.window.setLayoutDirection(Qt::RightToLeft);
    QTest::mouseMove(w.view->viewport(), w.view->partRect(row, Kind::Body).center());
    w.view->setCurrentIndex(w.model.index(row));
    w.view->setFocus();
    w.view->openFind();
    w.edit()->setText(u"mean"_s);
    QTRY_VERIFY(w.view->search().total() >= 4);
    w.windows.showTool(row, 0);
    w.windows.showTable({{u"city"_s, u"sold"_s}, {}, {{u"Rome"_s, u"1,200"_s}, {u"Oslo"_s, u"90"_s}, {u"Bern"_s, u"300"_s}}});
    const QImage picture = w.window.grab().toImage();
    QVERIFY(!picture.isNull());
    if (const QString shots = qEnvironmentVariable("DESK_SHOTS"); !shots.isEmpty()) {
        picture.save(shots + u"/transcript.png"_s);
        w.view->findChild<QDialog *>(u"toolInspector"_s)->grab().save(shots + u"/inspector.png"_s);
        w.view->findChild<QDialog *>(u"tableWindow"_s)->grab().save(shots + u"/table.png"_s);
    }
    QApplication::setPalette(before);
}

QTEST_MAIN(TestTranscriptWork)
#include "tst_transcriptwork.moc"
