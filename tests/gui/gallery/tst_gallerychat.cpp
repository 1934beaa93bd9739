// Pictures of a conversation in every state, each asserted before it is kept: light, dark, and from right to left. With DESK_SHOTS=folder
// they stay there; QT_SCALE_FACTOR=2 makes them at 200 %. See packaging/screenshots.sh.
#include "gui/gallery/stage.h"

#include "auth/authmanager.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/turns/comparewindow.h"
#include "gui/chat/turns/editmessagedialog.h"
#include "gui/widgets/elidedlabel.h"
#include "state/chat/toolrun.h"
#include "state/linearserver.h"
#include "support/localserverprocess.h"
#include "support/teamserver.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTextEdit>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = MessagePart::Kind;

namespace {

const QString tableText = u"The regions in the third quarter:\n\n| Region | Units | Price |\n|:--|--:|--:|\n| South | 115 293 | 40 |\n"
                          u"| North | 98 410 | 52 |\n| West | 71 003 | 44 |\n\nTotals are net of returns."_s;
const QString codeText =
    u"The query and what it is called with:\n\n```sql\nSELECT region, sum(units) AS units\nFROM sales\nWHERE quarter = "
    u"'Q3'\nGROUP BY region\nORDER BY 2 DESC;\n```\n\n```python\ndef mean(values: list) -> float:\n    return "
    u"sum(values) / len(values)  # never empty\n```\n"_s;

QJsonArray twoSources()
{
    const auto source = [](const QString &id, const QString &name, int page, const QString &quote) {
        return QJsonObject{{u"file_id"_s, id}, {u"filename"_s, name}, {u"page"_s, page}, {u"quote"_s, quote}};
    };
    return {source(u"f1"_s, u"offer.pdf"_s, 3, u"The price is 40 euros. The price holds until May."_s),
            source(u"f2"_s, u"contract.txt"_s, 12, u"Notice is three months."_s)};
}

// A server that keeps one line of messages and lets versions stand beside each other.
struct Versions : Stage {
    LinearServer line;

    explicit Versions(const QString &inLook)
        : Stage(inLook)
    {
        features = treeFeatures;
        line.add(u"q1"_s, u"user"_s, u"Which region sold most in the third quarter?"_s);
        line.add(u"a1"_s, u"assistant"_s, u"**South** sold most: 115 293 units.\n\n- North: 98 410\n- West: 71 003"_s);
        line.add(u"q2"_s, u"user"_s, u"And least?"_s);
        line.add(u"a2"_s, u"assistant"_s, u"*West* sold least, by a wide margin."_s);
        instead = [this](const Received &request) { return line.handle(request); };
    }
    [[nodiscard]] bool startOpen() { return start() && openIdle(u"c1"_s) && rows().rowCount() == 4; }
    [[nodiscard]] bool regenerated() // the last answer
    {
        press(3, Qt::Key_R, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return !page().session()->isBusy() && rows().marksAt(3).version == VersionPlace{2, 2}; }, 10'000);
    }
};

} // namespace

class TestGalleryChat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void welcome();
    void aLongConversation();
    void aTurnWithEverything();
    void aTurnUnderWay();
    void aTurnOfTheTeamServer();
    void aTurnOfTheBuiltInEngine();
    void aQuestionCard();
    void theToolInspector();
    void aTableAndItsWindow();
    void codeBlocks();
    void theSourcesPanel();
    void versionsAndTheirComparison();
    void theEditDialog();
    void aDeletionWithItsUndo();
    void theFindBarWithHits();
    void theReader();

    void theCheckFindsWhatIsCut();
    void theCheckFindsWhatLiesOverAnother();
    void aLineThatDoesNotFitEndsInAnEllipsis();

private:
    QString m_look;
};

// Every function runs once in each.
void TestGalleryChat::initTestCase_data()
{
    QTest::addColumn<QString>("look");
    for (const char *look : {"light", "dark", "rtl"})
        QTest::newRow(look) << QString::fromLatin1(look);
}

void TestGalleryChat::init()
{
    QFETCH_GLOBAL(QString, look);
    m_look = look;
}

void TestGalleryChat::cleanup()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

void TestGalleryChat::welcome()
{
    Stage stage(m_look);
    QVERIFY(stage.start());
    QVERIFY(stage.isShown("welcome"));
    QVERIFY(!stage.find<QLabel>("welcomeTitle")->text().isEmpty());
    for (const char *name : {"tryTable", "tryDocument", "tryCalculation"})
        QVERIFY2(stage.isShown(name) && stage.find<QPushButton>(name)->isEnabled(), name);
    QTRY_VERIFY(stage.edit()->hasFocus());
    VERIFY_LOOKS(stage, *stage.window, u"welcome"_s);
}

void TestGalleryChat::aLongConversation()
{
    Stage stage(m_look);
    QVERIFY(stage.start());
    QVERIFY(stage.openIdle(u"c1"_s));
    QCOMPARE(stage.rows().rowCount(), 40);
    QVERIFY(stage.view().isAtEnd());
    stage.view().setFocus();
    stage.view().setCurrentIndex(stage.rows().index(12));
    QTest::keyClick(&stage.view(), Qt::Key_Up);
    stage.view().scrollTo(stage.rows().index(10), QAbstractItemView::PositionAtTop);
    QTRY_VERIFY(!stage.view().isAtEnd());
    QTRY_VERIFY(stage.isShown("jumpToNewest"));
    QVERIFY(stage.view().viewport()->rect().intersects(stage.view().visualRect(stage.rows().index(10))));
    VERIFY_LOOKS(stage, *stage.window, u"long-conversation"_s);
    QTest::mouseClick(stage.find<QPushButton>("jumpToNewest"), Qt::LeftButton);
    QTRY_VERIFY(stage.view().isAtEnd());
    QVERIFY(!stage.isShown("jumpToNewest"));
}

void TestGalleryChat::aTurnWithEverything()
{
    Stage stage(m_look);
    stage.turn = QList<QByteArray>{runCreated(), routed(), planned(), step("thought", u"table"_s, u"I read both offers first."_s)} +
                 toolUsed(u"document_search"_s) + toolUsed(u"web_search"_s) +
                 QList<QByteArray>{step("error", u"web_search"_s, u"One of three pages did not answer"_s),
                                   words(u"Offer A is **cheaper** by 12 euros.\n\n1. A costs 40 euros\n2. B costs 52 euros"_s),
                                   completed(twoSources())};
    QVERIFY(stage.start());
    QVERIFY(stage.answered(u"Which of both offers is cheaper?"_s));
    stage.view().findAt(1, u"prices of offer"_s); // what is closed opens for a search
    QTRY_VERIFY(stage.view().search().total() > 0 && !stage.view().search().isRunning());
    QTest::keyClick(stage.find<QLineEdit>("findText"), Qt::Key_Escape);
    QVERIFY(!stage.isShown("findBar"));
    for (const Kind kind : {Kind::Header, Kind::Routing, Kind::Plan, Kind::Thoughts, Kind::Tool, Kind::Body, Kind::Warning, Kind::Citation})
        QVERIFY2(stage.hasPart(1, kind), qPrintable(QString::number(static_cast<int>(kind))));
    QCOMPARE(stage.lastRow().toolCalls.size(), 2);
    QCOMPARE(stage.lastRow().citations.size(), 2);
    QVERIFY(!stage.isShown("stopButton"));
    VERIFY_LOOKS(stage, *stage.window, u"turn"_s);
    QVERIFY(stage.activatePart(1, Kind::StepsTrace));
    QTRY_VERIFY(stage.view().findChild<QDialog *>(u"traceWindow"_s)); // what was said is read from the disk
    auto *trace = stage.view().findChild<QDialog *>(u"traceWindow"_s);
    QTRY_VERIFY(trace->isVisible() && trace->findChild<QTreeView *>()->model()->rowCount() > 3);
    VERIFY_LOOKS(stage, *trace, u"trace"_s);
}

void TestGalleryChat::aTurnUnderWay()
{
    Stage stage(m_look);
    stage.turn = QList<QByteArray>{runCreated(), routed(), planned()} + toolUsed(u"document_search"_s) +
                 QList<QByteArray>{words(u"Offer A costs 40 euros"_s)};
    stage.turnEnd = Scripted::End::Hold;
    QVERIFY(stage.start());
    stage.ask(u"Which of both offers is cheaper?"_s);
    QTRY_VERIFY(stage.rows().rowCount() == 2 && stage.lastRow().content.contains(u"40 euros"_s));
    QCOMPARE(stage.lastRow().state, MessageState::Streaming);
    QVERIFY(stage.hasPart(1, Kind::Typing));
    QVERIFY(stage.isShown("stopButton"));
    QVERIFY(stage.isShown("sendButton"));
    QVERIFY(stage.isShown("chatElapsed"));
    VERIFY_LOOKS(stage, *stage.window, u"turn-under-way"_s);
    stage.server.closeHeld();
}

void TestGalleryChat::aTurnOfTheTeamServer()
{
    TeamServer team;
    team.add({{u"South sold "_s, u"most: 115 293 units."_s}, 0, true, u"Let me look."_s});
    Stage stage(m_look);
    QVERIFY(stage.startAt({Profile::Kind::Team, u"Sales"_s, QUrl(u"http://127.0.0.1:%1"_s.arg(team.port())), u"team-1"_s}));
    QVERIFY(stage.answered(u"Which region sold most?"_s));
    QCOMPARE(stage.lastRow().content, u"South sold most: 115 293 units."_s);
    QVERIFY(!stage.hasPart(1, Kind::Retry));
    QCOMPARE(team.asked(), 1);
    VERIFY_LOOKS(stage, *stage.window, u"turn-team"_s);
}

void TestGalleryChat::aTurnOfTheBuiltInEngine()
{
    Stage stage(m_look);
    LocalServerProcess engine(stage.dir.filePath(u"engine"_s));
    QVERIFY2(engine.start(), qPrintable(engine.errorMessage()));
    const Profile profile{Profile::Kind::Team, u"On this computer"_s, engine.url(), u"engine"_s};
    bool kept = false;
    stage.accounts.of(profile).adoptToken(engine.token(), &stage.workspace, [&kept](const Result<> &outcome) { kept = bool(outcome); });
    QTRY_VERIFY(kept);
    QVERIFY(stage.startAt(profile));
    QVERIFY(stage.answered(u"What is 17.5 % of 2480?"_s));
    QVERIFY2(stage.lastRow().content.contains(u"434"_s), qPrintable(stage.lastRow().content));
    VERIFY_LOOKS(stage, *stage.window, u"turn-built-in"_s);
    stage.window.reset();
    stage.workspace.close(); // before its server goes
}

void TestGalleryChat::aQuestionCard()
{
    Stage stage(m_look);
    const auto asks = [](const QString &question, const QStringList &options) {
        return step("clarify_parallel", u"table"_s, question, QJsonObject{{u"options"_s, QJsonArray::fromStringList(options)}});
    };
    stage.turn = {
        runCreated(), asks(u"Which year?"_s, {u"2025"_s, u"2026"_s}),
        asks(u"Which regions are to be counted?"_s, {u"North and South"_s, u"All of them, with those that were sold in May"_s}),
        step("prompt", u"table"_s, u"In which currency?"_s, QJsonObject{{u"prompt_type"_s, u"open"_s}, {u"options"_s, QJsonArray()}}),
        completed()};
    QVERIFY(stage.start());
    stage.ask(u"How much was sold?"_s);
    auto *card = stage.find<PromptBar>("promptBar");
    QTRY_COMPARE(card->questionCount(), 3);
    QTRY_VERIFY(!stage.page().session()->isBusy());
    QTRY_VERIFY(card->isVisible() && card->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(card->findChildren<QPushButton *>(u"promptOption"_s).size(), 4);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2); // a digit chooses
    QVERIFY(card->findChild<QLabel *>(u"promptState"_s)->text().contains(u'1'));
    QVERIFY(card->findChild<QPushButton *>(u"promptSend"_s)->isEnabled()); // what is answered can be sent, the rest later
    VERIFY_LOOKS(stage, *stage.window, u"question-card"_s);
}

void TestGalleryChat::theToolInspector()
{
    Stage stage(m_look);
    stage.newToolRun = [&stage](const QString &tool, QObject *parent) { return new ToolRun(stage.api, stage.workspace, tool, parent); };
    stage.instead = [](const Received &request) {
        if (request.target == "/agents/tools")
            return json(R"([{"id":"t7","name":"table_query","description":"Asks a table.","schema":{}}])");
        return request.target == "/agents/tools/t7/test"
                   ? json(R"({"success":true,"output":{"rows":[["South",115300]]},"execution_time_ms":1200,"tool_name":"table_query"})")
                   : Scripted{};
    };
    stage.turn = QList<QByteArray>{runCreated()} + toolUsed(u"table_query"_s) + QList<QByteArray>{words(u"South."_s), completed()};
    QVERIFY(stage.start());
    QVERIFY(stage.answered(u"Which region sold most?"_s));
    QVERIFY(stage.activatePart(1, Kind::Tool)); // opens the card
    QTRY_VERIFY(stage.hasPart(1, Kind::ToolDetails));
    VERIFY_LOOKS(stage, *stage.window, u"tool-card"_s);
    QVERIFY(stage.activatePart(1, Kind::ToolOpen));
    auto *inspector = stage.view().findChild<QDialog *>(u"toolInspector"_s);
    QVERIFY(inspector && inspector->isVisible());
    const auto *output = inspector->findChild<QWidget *>(u"toolOutput"_s);
    QVERIFY(output && output->isVisible());
    const auto *tree = output->findChild<QTreeView *>(u"jsonTree"_s);
    QVERIFY(tree->isVisible() && tree->model()->rowCount() > 0);
    VERIFY_LOOKS(stage, *inspector, u"tool-inspector"_s);
    auto *tabs = inspector->findChild<QTabWidget *>(u"toolTabs"_s);
    tabs->setCurrentIndex(tabs->count() - 1);
    auto *input = inspector->findChild<QPlainTextEdit *>(u"toolRunInput"_s);
    QTRY_VERIFY(inspector->findChild<QPushButton *>(u"toolRunStart"_s)->isEnabled()); // the server has such a tool
    inspector->activateWindow();
    input->setFocus();
    QTRY_VERIFY(input->hasFocus());
    QTest::keyClick(input, Qt::Key_Return, Qt::ControlModifier);
    const auto *state = inspector->findChild<QLabel *>(u"toolRunState"_s);
    QTRY_VERIFY2(state->text().contains(u"1.2"_s), qPrintable(state->text()));
    VERIFY_LOOKS(stage, *inspector, u"tool-run-again"_s);
}

void TestGalleryChat::aTableAndItsWindow()
{
    Stage stage(m_look);
    stage.turn = {runCreated(), words(tableText), completed()};
    QVERIFY(stage.start());
    QVERIFY(stage.answered(u"How much did the regions sell?"_s));
    QTRY_VERIFY(stage.hasPart(1, Kind::TableCopy) && stage.hasPart(1, Kind::TableOpen));
    VERIFY_LOOKS(stage, *stage.window, u"table"_s);
    QVERIFY(stage.activatePart(1, Kind::TableOpen));
    auto *window = stage.view().findChild<QDialog *>(u"tableWindow"_s);
    QVERIFY(window && window->isVisible());
    QCOMPARE(window->findChild<QTableView *>(u"tableView"_s)->model()->rowCount(), 3);
    QVERIFY(window->findChild<QLabel *>(u"tableCount"_s)->text().contains(u'3'));
    VERIFY_LOOKS(stage, *window, u"table-window"_s);
}

void TestGalleryChat::codeBlocks()
{
    Stage stage(m_look);
    stage.turn = {runCreated(), words(codeText), completed()};
    QVERIFY(stage.start());
    QVERIFY(stage.answered(u"How is that found?"_s));
    for (int block = 0; block < 2; ++block)
        QTRY_VERIFY(stage.hasPart(1, Kind::CodeCopy, block) && stage.hasPart(1, Kind::CodeSave, block));
    QVERIFY(stage.walkTo(1, Kind::CodeCopy, 0)); // what a key would do is framed
    VERIFY_LOOKS(stage, *stage.window, u"code"_s);
}

void TestGalleryChat::theSourcesPanel()
{
    Stage stage(m_look);
    stage.instead = [](const Received &request) {
        QByteArray text = "CONTRACT\n\n";
        for (int section = 1; section < 40; ++section)
            text +=
                section == 12 ? "12. Notice is three months.\n" : QByteArray::number(section) + ". The parties agree on this as well.\n";
        return request.target.startsWith("/files/f2") ? reply(200, text, "application/octet-stream") : Scripted{};
    };
    stage.turn = {runCreated(), words(u"A costs 40 euros until May, and can be ended within three months."_s), completed(twoSources())};
    QVERIFY(stage.start());
    QVERIFY(stage.answered(u"What does offer A cost?"_s));
    QVERIFY(!stage.isShown("sourcePanel"));
    QVERIFY(stage.activatePart(1, Kind::Citation, 0));
    QTRY_VERIFY(stage.isShown("sourcePanel"));
    QVERIFY(stage.view().isVisible());
    QVERIFY(stage.find<QLabel>("sourceName")->text().contains(u"offer.pdf"_s));
    QVERIFY(stage.find<QTextEdit>("sourceQuote")->toPlainText().contains(u"40 euros"_s));
    VERIFY_LOOKS(stage, *stage.window, u"sources"_s);
    QTest::keyClick(QApplication::focusWidget(), m_look == u"rtl"_s ? Qt::Key_Left : Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY(stage.find<QLabel>("sourceName")->text().contains(u"contract.txt"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(stage.isShown("sourceLines"));
    QVERIFY(!stage.find<QPlainTextEdit>("sourceLines")->extraSelections().isEmpty()); // the passage is marked in it
    VERIFY_LOOKS(stage, *stage.window, u"source-document"_s);
}

void TestGalleryChat::versionsAndTheirComparison()
{
    Versions stage(m_look);
    QVERIFY(stage.startOpen());
    QVERIFY(stage.regenerated());
    for (const Kind kind : {Kind::VersionBack, Kind::VersionText, Kind::VersionNext, Kind::VersionCompare})
        QVERIFY2(stage.hasPart(3, kind), qPrintable(QString::number(static_cast<int>(kind))));
    VERIFY_LOOKS(stage, *stage.window, u"versions"_s);
    stage.press(3, Qt::Key_D, Qt::ControlModifier);
    auto *window = stage.window->findChild<CompareWindow *>();
    QVERIFY(window && window->isVisible());
    const auto *left = window->findChild<QWidget *>(u"leftText"_s);
    const auto *right = window->findChild<QWidget *>(u"rightText"_s);
    QVERIFY(left->isVisible() && right->isVisible());
    QVERIFY(!window->findChild<QLabel *>(u"compareSummary"_s)->text().isEmpty());
    VERIFY_LOOKS(stage, *window, u"compare"_s);
}

void TestGalleryChat::theEditDialog()
{
    Versions stage(m_look);
    QVERIFY(stage.startOpen());
    stage.press(2, Qt::Key_F2);
    auto *dialog = stage.window->findChild<EditMessageDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *text = dialog->findChild<QPlainTextEdit *>(u"editMessageText"_s);
    QCOMPARE(text->toPlainText(), u"And least?"_s);
    QTest::keyClicks(text, u" In the second quarter, too."_s);
    QVERIFY(dialog->findChild<QPushButton *>(u"sendVersion"_s)->isEnabled());
    VERIFY_LOOKS(stage, *dialog, u"edit-message"_s);
}

void TestGalleryChat::aDeletionWithItsUndo()
{
    Versions stage(m_look);
    QVERIFY(stage.startOpen());
    stage.press(2, Qt::Key_Delete);
    QCOMPARE(stage.rows().rowCount(), 2);
    QVERIFY(stage.isShown("deletionBar"));
    QVERIFY(stage.find<QLabel>("deletionText")->text().contains(u'2'));
    QVERIFY(stage.isShown("undoDelete") && stage.isShown("deletionClose"));
    VERIFY_LOOKS(stage, *stage.window, u"deletion-undo"_s);
    QTest::mouseClick(stage.find<QPushButton>("undoDelete"), Qt::LeftButton);
    QCOMPARE(stage.rows().rowCount(), 4);
    QVERIFY(stage.line.deleted.isEmpty());
}

void TestGalleryChat::theFindBarWithHits()
{
    Stage stage(m_look);
    QVERIFY(stage.start());
    QVERIFY(stage.openIdle(u"c1"_s));
    stage.view().setFocus();
    QTest::keyClick(&stage.view(), Qt::Key_F, Qt::ControlModifier);
    auto *field = stage.find<QLineEdit>("findText");
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"notice period"_s);
    QTRY_VERIFY(stage.view().search().total() == 20 && !stage.view().search().isRunning());
    QVERIFY(stage.view().search().position() > 0);
    QVERIFY(stage.isShown("findBar"));
    QVERIFY(stage.find<QLabel>("findCount")->text().contains(QLocale().toString(stage.view().search().total())));
    VERIFY_LOOKS(stage, *stage.window, u"find"_s);
}

void TestGalleryChat::theReader()
{
    Stage stage(m_look);
    stage.turn = {runCreated(), words(tableText + u"\n\n"_s + codeText), completed()};
    QVERIFY(stage.start());
    QVERIFY(stage.answered(u"How much did the regions sell?"_s));
    stage.press(1, Qt::Key_Return); // the row, not one of its parts
    auto *reader = stage.page().findChild<QDialog *>(u"messageReader"_s);
    QVERIFY(reader && reader->isVisible() && !reader->isModal());
    const auto *text = reader->findChild<QTextEdit *>(u"messageText"_s);
    QVERIFY(text->isVisible() && text->toPlainText().contains(u"net of returns"_s));
    VERIFY_LOOKS(stage, *reader, u"reader"_s);
}

// ------------------------------------------------------------------------------------------------ the check itself

void TestGalleryChat::theCheckFindsWhatIsCut()
{
    QWidget window;
    auto *label = new QLabel(u"These words need more room than they get"_s, &window);
    label->setObjectName(u"seeded"_s);
    window.resize(800, 200);
    window.show();
    label->setGeometry(10, 10, 700, 60);
    QCOMPARE(layoutProblems(window), QStringList());
    label->setGeometry(10, 10, 60, 60);
    QCOMPARE(layoutProblems(window).size(), 1);
    QVERIFY2(layoutProblems(window).constFirst().endsWith(u"seeded"_s), qPrintable(layoutProblems(window).constFirst()));
    label->setWordWrap(true);
    QCOMPARE(layoutProblems(window).size(), 1); // three lines and more in the height of one or two
    label->setGeometry(10, 10, 300, 180);
    QCOMPARE(layoutProblems(window), QStringList());
    label->setGeometry(600, 10, 300, 180);
    QVERIFY2(layoutProblems(window).constFirst().startsWith(u"sticks out"_s), qPrintable(layoutProblems(window).join(u'\n')));
    label->hide();
    auto *button = new QPushButton(u"A button of many words"_s, &window);
    button->setGeometry(10, 10, 300, 40);
    button->show();
    QCOMPARE(layoutProblems(window), QStringList());
    button->setGeometry(10, 10, 50, 40);
    QCOMPARE(layoutProblems(window).size(), 1);
}

void TestGalleryChat::theCheckFindsWhatLiesOverAnother()
{
    QWidget window;
    auto *button = new QPushButton(u"One"_s, &window);
    auto *line = new QLineEdit(&window);
    line->setAccessibleName(u"Two"_s);
    window.resize(600, 200);
    window.show();
    button->setGeometry(10, 10, 200, 40);
    line->setGeometry(220, 10, 200, 40);
    QCOMPARE(lookProblems(window), QString());
    line->setGeometry(150, 10, 200, 40);
    QCOMPARE(layoutProblems(window).size(), 1);
    line->setGeometry(220, 10, 200, 40);
    line->setAccessibleName({});
    QVERIFY(!lookProblems(window).isEmpty()); // it has no name now
}

void TestGalleryChat::aLineThatDoesNotFitEndsInAnEllipsis()
{
    QWidget window;
    auto *label = new ElidedLabel(&window);
    label->setText(u"There is no connection to the server."_s);
    window.resize(700, 60);
    window.show();
    label->setGeometry(10, 10, 600, 40);
    QVERIFY(!label->isElided());
    const QImage whole = label->grab().toImage();
    label->setGeometry(10, 10, 120, 40);
    QVERIFY(label->isElided());
    QCOMPARE(label->text(), u"There is no connection to the server."_s); // what is read aloud
    const QImage part = label->grab().toImage();
    QVERIFY(part != whole.copy(part.rect())); // it does not end in the middle of a letter
    QCOMPARE(layoutProblems(window), QStringList());
}

QTEST_MAIN(TestGalleryChat)
#include "tst_gallerychat.moc"
