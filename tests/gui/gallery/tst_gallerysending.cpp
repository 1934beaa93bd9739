// Pictures of the composer and of messages on their way, each asserted before it is kept; see tst_gallerychat.cpp.
#include "gui/gallery/stage.h"

#include "gui/chat/approval/approvalcard.h"
#include "gui/chat/compose/composer.h"
#include "gui/prompts/promptdialog.h"
#include "gui/widgets/errorbanner.h"
#include "state/prompts/savedprompt.h"

#include <QBuffer>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = MessagePart::Kind;

namespace {

Scripted held()
{
    return {{}, 0, Scripted::End::Hold};
}

bool isQuestion(const Received &request)
{
    return request.method == "POST" && request.target.contains("/chat/message");
}

bool isUpload(const Received &request)
{
    return request.method == "POST" && request.target.startsWith("/files");
}

QString statusOf(const Stage &stage)
{
    return stage.find<QLabel>("chatStatus")->text();
}

} // namespace

class TestGallerySending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void offline();
    void messagesThatWait();
    void aMessageThatIsBeingSent();
    void aMessageNobodyKnowsOf();
    void aTurnThatFailed();
    void anAnswerThatWasStopped();
    void whatIsWrittenDuringAnAnswer();
    void aToolThatWaitsForAnApproval();
    void filesUploadingFailedAndRefused();
    void aMessageThatWaitsForItsFiles();
    void picturesInAMessage();
    void anAgentOfALongName();
    void theGuard();
    void theOptions();
    void thePromptLibrary();

private:
    QString m_look;
};

// Every function runs once in each.
void TestGallerySending::initTestCase_data()
{
    QTest::addColumn<QString>("look");
    for (const char *look : {"light", "dark", "rtl"})
        QTest::newRow(look) << QString::fromLatin1(look);
}

void TestGallerySending::init()
{
    QFETCH_GLOBAL(QString, look);
    m_look = look;
}

void TestGallerySending::cleanup()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

// ------------------------------------------------------------------------------------------------ the outbox

void TestGallerySending::offline()
{
    Stage stage(m_look);
    QVERIFY(stage.startOffline());
    auto *banner = stage.find<ErrorBanner>("workspaceFailure");
    QTRY_VERIFY(banner->isVisible() && !banner->text().isEmpty());
    QVERIFY(stage.isShown("statusChip") && stage.isShown("statusRetry"));
    auto *list = stage.find<QWidget>("noConversations");
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->accessibleName(), u"Not connected"_s); // and not that there are none
    QVERIFY(!stage.find<QPushButton>("tryCalculation")->isEnabled());
    QVERIFY2(statusOf(stage).contains(u"as soon as there is one"_s), qPrintable(statusOf(stage)));
    VERIFY_LOOKS(stage, *stage.window, u"offline"_s);
}

void TestGallerySending::messagesThatWait()
{
    Stage stage(m_look);
    QVERIFY(stage.startOffline());
    stage.ask(u"Which region sold most in the third quarter?"_s);
    stage.ask(u"And which sold least?"_s);
    QTRY_COMPARE(stage.rows().rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(stage.rows().messageAt(row).state, MessageState::Waiting);
        QVERIFY(stage.hasPart(row, Kind::Status));
        QVERIFY(!stage.hasPart(row, Kind::Retry)); // it goes by itself
    }
    QVERIFY(stage.edit()->toPlainText().isEmpty());
    VERIFY_LOOKS(stage, *stage.window, u"outbox-waiting"_s);
}

void TestGallerySending::aMessageThatIsBeingSent()
{
    Stage stage(m_look);
    stage.instead = [](const Received &request) { return isQuestion(request) ? held() : Scripted{}; };
    QVERIFY(stage.start());
    stage.ask(u"Which region sold most in the third quarter?"_s);
    QTRY_VERIFY(stage.rows().rowCount() > 0 && stage.rows().messageAt(0).state == MessageState::Pending);
    QVERIFY(stage.page().session()->isBusy());
    QVERIFY(stage.hasPart(0, Kind::Status));
    QVERIFY(stage.isShown("stopButton"));
    VERIFY_LOOKS(stage, *stage.window, u"outbox-sending"_s);
    QCOMPARE(stage.rows().messageAt(0).state, MessageState::Pending);
    stage.server.closeHeld();
}

// On a team server, which cannot say whether it has it but by being looked at.
void TestGallerySending::aMessageNobodyKnowsOf()
{
    bool isSent = false;
    Stage stage(m_look);
    stage.features = {};
    stage.instead = [&isSent](const Received &request) {
        if (isQuestion(request)) {
            isSent = true;
            return Scripted{{}, 0, Scripted::End::Reset};
        }
        return isSent && request.target.contains("/messages") ? held() : Scripted{};
    };
    QVERIFY(stage.start());
    QVERIFY(stage.openIdle(u"c2"_s));
    stage.ask(u"And which sold least?"_s);
    QTRY_VERIFY(stage.rows().rowCount() > 2 && stage.rows().messageAt(2).state == MessageState::Unknown);
    QVERIFY(stage.hasPart(2, Kind::Status));
    VERIFY_LOOKS(stage, *stage.window, u"outbox-unknown"_s);
    stage.server.closeHeld();
}

void TestGallerySending::aTurnThatFailed()
{
    Stage stage(m_look);
    stage.turn = {runCreated(), words(u"South sold"_s),
                  turnEvent("error", {{u"error"_s, u"The language model is gone, and nobody can say when it will be back."_s}})};
    QVERIFY(stage.start());
    stage.ask(u"Which region sold most?"_s);
    QTRY_VERIFY(stage.rows().rowCount() == 2 && !stage.page().session()->isBusy());
    QTRY_COMPARE(stage.lastRow().state, MessageState::Failed);
    QVERIFY(stage.hasPart(1, Kind::Status) && stage.hasPart(1, Kind::Retry));
    QVERIFY(stage.walkTo(1, Kind::Retry)); // reached by keys
    VERIFY_LOOKS(stage, *stage.window, u"outbox-failed"_s);
}

void TestGallerySending::anAnswerThatWasStopped()
{
    Stage stage(m_look);
    stage.turn = {runCreated(), words(u"South sold most, and North"_s)};
    stage.turnEnd = Scripted::End::Hold;
    QVERIFY(stage.start());
    stage.ask(u"Which region sold most?"_s);
    QTRY_VERIFY(stage.rows().rowCount() == 2 && stage.lastRow().content.contains(u"North"_s));
    QTest::keyClick(stage.edit(), Qt::Key_Escape);
    QTRY_COMPARE(statusOf(stage), u"Stopping…"_s);
    VERIFY_LOOKS(stage, *stage.window, u"outbox-stopping"_s);
    stage.server.closeHeld();
    QTRY_VERIFY(!stage.page().session()->isBusy());
    QVERIFY(stage.lastRow().state == MessageState::Stopped || stage.lastRow().state == MessageState::Interrupted);
    QCOMPARE(stage.lastRow().content, u"South sold most, and North"_s); // kept, and marked
    QVERIFY(stage.hasPart(1, Kind::Status) && stage.hasPart(1, Kind::Retry));
    QVERIFY(!stage.isShown("stopButton"));
    VERIFY_LOOKS(stage, *stage.window, u"outbox-stopped"_s);
}

void TestGallerySending::whatIsWrittenDuringAnAnswer()
{
    Stage stage(m_look);
    stage.turn = {runCreated(), words(u"South sold most"_s)};
    stage.turnEnd = Scripted::End::Hold;
    QVERIFY(stage.start());
    stage.ask(u"Which region sold most?"_s);
    QTRY_VERIFY(stage.rows().rowCount() == 2 && stage.lastRow().content.contains(u"South"_s));
    stage.ask(u"And by month?"_s);
    QTRY_COMPARE(stage.rows().rowCount(), 3);
    QCOMPARE(stage.lastRow().state, MessageState::Waiting);
    QVERIFY(stage.isShown("stopButton"));
    VERIFY_LOOKS(stage, *stage.window, u"outbox-behind-an-answer"_s);
    stage.server.closeHeld();
}

void TestGallerySending::aToolThatWaitsForAnApproval()
{
    const QDateTime end(QDate::currentDate().addDays(1), QTime(9, 30));
    const QJsonObject call{{u"to"_s, QJsonArray{u"ana@example.org"_s, u"invoice\u202Efdp.exe"_s}},
                           {u"subject"_s, u"Figures of the third quarter"_s},
                           {u"body"_s, u"Dear Ana,\n\nSouth sold most, and North least. "_s.repeated(12)}};
    Stage stage(m_look);
    stage.turn = {runCreated(), words(u"I shall write to her."_s),
                  step("prompt", u"mail"_s, u"May it start?"_s,
                       QJsonObject{{u"prompt_type"_s, u"choice"_s},
                                   {u"options"_s, QJsonArray{u"Start the program"_s, u"Refuse"_s}},
                                   {u"option_ids"_s, QJsonArray{u"approve"_s, u"refuse"_s}},
                                   {u"arguments_hash"_s, u"0f0f"_s},
                                   {u"tool_name"_s, u"send_mail"_s},
                                   {u"program"_s, u"/usr/local/bin/mailer"_s},
                                   {u"program_arguments"_s, QJsonArray{u"--account"_s, u"Ana's \"second\" account"_s}},
                                   {u"environment"_s, QJsonArray{u"MAIL_TOKEN"_s}},
                                   {u"arguments"_s, call},
                                   {u"expires_at"_s, end.toUTC().toString(Qt::ISODate)}})};
    stage.turnEnd = Scripted::End::Hold;
    stage.instead = [](const Received &request) {
        return request.target.endsWith("/answer") ? Scripted{{}, 0, Scripted::End::Reset} : Scripted{};
    };
    QVERIFY(stage.start());
    auto *card = stage.page().findChild<ApprovalCard *>(u"approvalCard"_s);
    card->setGuardTime(0);
    stage.ask(u"Write to Ana what we sold"_s);
    QTRY_VERIFY(card->isVisible() && !card->isGuarded());
    auto *refuse = card->findChild<QPushButton *>(u"approvalRefuse"_s);
    QVERIFY(refuse->hasFocus());
    VERIFY_LOOKS(stage, *stage.window, u"approval"_s);
    QTest::keyClick(refuse, Qt::Key_Return);
    QTRY_VERIFY(stage.isShown("approvalRemark"));
    VERIFY_LOOKS(stage, *stage.window, u"approval-not-arrived"_s);
    stage.server.closeHeld();
}

// ------------------------------------------------------------------------------------------------ files

void TestGallerySending::filesUploadingFailedAndRefused()
{
    int uploads = 0;
    Stage stage(m_look);
    stage.instead = [&uploads](const Received &request) {
        if (!isUpload(request))
            return Scripted{};
        return ++uploads == 1 ? reply(507, R"({"detail":"The disk of the file service is full until the weekend."})") : held();
    };
    QVERIFY(stage.start());
    stage.dialogs.filesToOpen = {stage.file(u"budget of all the regions.csv"_s, "region;units\nSouth;1\n")};
    QTest::mouseClick(stage.find<QToolButton>("attachButton"), Qt::LeftButton);
    QTRY_VERIFY(stage.attachments.hasFailed());
    stage.dialogs.filesToOpen = {stage.file(u"sales.csv"_s, "region;units\nSouth;1\n")};
    QTest::mouseClick(stage.find<QToolButton>("attachButton"), Qt::LeftButton);
    QTRY_VERIFY(uploads == 2 && stage.attachments.isUploading());
    stage.attachments.add({stage.file(u"empty.csv"_s, {})});
    const auto *refusal = stage.page().findChild<ErrorBanner *>();
    QTRY_VERIFY(refusal->isVisible() && !refusal->text().isEmpty());
    const auto chips = stage.window->findChildren<QWidget *>(u"attachmentChip"_s);
    QCOMPARE(chips.size(), 2);
    QVERIFY2(chips.first()->accessibleName().contains(u"until the weekend"_s), qPrintable(chips.first()->accessibleName()));
    QVERIFY(chips.first()->findChild<QToolButton *>(u"retryUpload"_s)->isVisible());
    QVERIFY2(chips.last()->accessibleName().contains(u'%'), qPrintable(chips.last()->accessibleName()));
    QVERIFY(!stage.find<QPushButton>("sendButton")->isEnabled());
    VERIFY_LOOKS(stage, *stage.window, u"attachments"_s);
    stage.server.closeHeld();
}

void TestGallerySending::aMessageThatWaitsForItsFiles()
{
    Stage stage(m_look);
    stage.instead = [](const Received &request) { return isUpload(request) ? held() : Scripted{}; };
    QVERIFY(stage.start());
    QVERIFY(stage.openIdle(u"c2"_s));
    stage.dialogs.filesToOpen = {stage.file(u"sales.csv"_s, "region;units\nSouth;1\n")};
    QTest::mouseClick(stage.find<QToolButton>("attachButton"), Qt::LeftButton);
    QTRY_VERIFY(stage.attachments.isUploading());
    stage.ask(u"How many rows does the table have?"_s);
    QTRY_VERIFY(stage.isShown("waitingSendBar"));
    QVERIFY(stage.isShown("waitingSendCancel"));
    QCOMPARE(stage.edit()->toPlainText(), u"How many rows does the table have?"_s);
    QCOMPARE(stage.asked, 0);
    VERIFY_LOOKS(stage, *stage.window, u"waiting-for-files"_s);
    stage.server.closeHeld();
}

void TestGallerySending::picturesInAMessage()
{
    QImage chart(320, 180, QImage::Format_RGB32);
    chart.fill(Qt::white);
    for (int bar = 0; bar < 5; ++bar) {
        QPainter painter(&chart);
        painter.fillRect(30 + bar * 56, 150 - bar * 26, 36, 20 + bar * 26, QColor(u"#2b62d1"_s));
    }
    QBuffer png;
    QVERIFY(png.open(QIODevice::WriteOnly) && chart.save(&png, "PNG"));
    int uploads = 0;
    Stage stage(m_look);
    stage.instead = [&uploads](const Received &request) {
        if (!isUpload(request))
            return Scripted{};
        const QByteArray number = QByteArray::number(++uploads);
        return reply(201,
                     R"({"id":"f)" + number + R"(","filename":"chart)" + number + R"(.png","mime_type":"image/png","size_bytes":900})");
    };
    stage.turn = {runCreated(), words(u"Both grow from left to right."_s), completed()};
    QVERIFY(stage.start());
    stage.attachments.add({stage.file(u"chart1.png"_s, png.data())});
    QTRY_VERIFY(uploads == 1 && !stage.attachments.isUploading());
    stage.attachments.add({stage.file(u"chart2.png"_s, png.data())});
    QTRY_VERIFY(uploads == 2 && !stage.attachments.isUploading());
    QVERIFY(stage.answered(u"What do both show?"_s));
    QTRY_VERIFY(stage.hasPart(0, Kind::Thumbnail, 0) && stage.hasPart(0, Kind::Thumbnail, 1));
    const auto isDrawn = [&stage] {
        const QImage shot = stage.view().viewport()->grab().toImage();
        const QRect box = stage.view().partRect(0, Kind::Thumbnail, 1);
        const QPoint bar = QPoint(box.center().x(), box.bottom() - box.height() / 5) * shot.devicePixelRatio();
        return shot.pixelColor(bar).blue() > 150 && shot.pixelColor(bar).red() < 100;
    };
    QTRY_VERIFY(isDrawn());
    VERIFY_LOOKS(stage, *stage.window, u"pictures"_s);
}

// ------------------------------------------------------------------------------------------------ what stands around the composer

void TestGallerySending::anAgentOfALongName()
{
    Stage stage(m_look);
    stage.instead = [](const Received &request) {
        return request.target == "/agents"
                   ? json(
                         R"([{"id":"a1","name":"long","display_name":"Reader of the contracts with the northern dealers and of their annexes"},
                           {"id":"a2","name":"table","display_name":"Table analyst"}])")
                   : Scripted{};
    };
    QVERIFY(stage.start());
    auto *agents = stage.find<QComboBox>("agentSelector");
    QTRY_COMPARE(agents->count(), 3);
    agents->setFocus();
    QTest::keyClick(agents, Qt::Key_Down);
    QVERIFY(agents->currentText().startsWith(u"Reader of the contracts"_s));
    // Shortened, so that what is beside it keeps its room.
    const QFontMetrics metrics = agents->fontMetrics();
    QVERIFY(metrics.horizontalAdvance(agents->currentText()) > agents->width());
    stage.write(u"Hello"_s);
    const auto *send = stage.find<QPushButton>("sendButton");
    QTRY_VERIFY(send->isEnabled());
    QVERIFY(send->width() >= send->sizeHint().width());
    VERIFY_LOOKS(stage, *stage.window, u"long-agent-name"_s);
}

void TestGallerySending::theGuard()
{
    Stage stage(m_look);
    QVERIFY(stage.start());
    stage.ask(u"Why does password=Tr0ub4dor fail?"_s);
    QTRY_VERIFY(stage.isShown("guardBar"));
    QCOMPARE(stage.asked, 0);
    QVERIFY(!stage.find<QLabel>("guardLines")->text().contains(u"Tr0ub4dor"_s));
    for (const char *name : {"guardTitle", "guardRemove", "guardEdit", "guardAccept"})
        QVERIFY2(stage.isShown(name), name);
    QTRY_VERIFY(stage.find<QPushButton>("guardRemove")->hasFocus());
    VERIFY_LOOKS(stage, *stage.window, u"guard"_s);
}

void TestGallerySending::theOptions()
{
    Stage stage(m_look);
    stage.features = localFeatures + R"(,"chat_model","chat_sampling","chat_tools")";
    stage.instead = [](const Received &request) {
        if (request.target == "/chat/models")
            return json(
                R"({"models":[{"id":"auto","name":"Auto"},{"id":"small","name":"Small <b>one</b>"},{"id":"large","name":"Large one"}]})");
        if (request.target.startsWith("/agents/tools"))
            return json(R"([{"id":"t1","name":"calculate","description":"Computes."},{"id":"t2","name":"table_query"}])");
        return Scripted{};
    };
    QVERIFY(stage.start());
    QTest::keyClick(stage.edit(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    auto *panel = stage.find<QWidget>("optionsPanel");
    QTRY_VERIFY(panel->isVisible() && stage.choices.hasModels() && stage.choices.hasTools());
    QCOMPARE(stage.find<QListWidget>("optionAgents")->count(), 3);
    VERIFY_LOOKS(stage, *panel, u"options"_s);
    QTest::mouseClick(stage.find<QToolButton>("optionMore"), Qt::LeftButton);
    QTRY_VERIFY(stage.find<QDoubleSpinBox>("temperatureValue")->isVisible());
    VERIFY_LOOKS(stage, *panel, u"options-advanced"_s);
    QTest::keyClick(panel, Qt::Key_Escape);
    QTRY_VERIFY(!panel->isVisible());
}

void TestGallerySending::thePromptLibrary()
{
    Stage stage(m_look);
    QVERIFY(stage.start());
    SavedPrompt report;
    report.title = u"Weekly report"_s;
    report.text = u"Sum up {{topic}} for {{audience|the board}}, in five lines."_s;
    SavedPrompt translation;
    translation.title = u"Translate a letter"_s;
    translation.text = u"Translate this into {{language|German}}: {{clipboard}}"_s;
    stage.prompts.add(report);
    stage.prompts.add(translation);
    QTest::keyClick(stage.edit(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = stage.window->findChild<PromptDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QListView *>(u"promptList"_s)->model()->rowCount(), 2);
    QVERIFY(!dialog->findChild<QPlainTextEdit *>(u"promptPreview"_s)->toPlainText().isEmpty());
    QVERIFY(dialog->findChild<QPushButton *>(u"promptUse"_s)->isEnabled());
    VERIFY_LOOKS(stage, *dialog, u"prompts"_s);
}

QTEST_MAIN(TestGallerySending)
#include "tst_gallerysending.moc"
