#include "gui/accessibility.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/guard/guardpolicy.h"
#include "gui/desktop/quickaskwindow.h"
#include "gui/desktop/screentaker.h"
#include "gui/guifixture.h"
#include "gui/widgets/markdownview.h"

#include <QClipboard>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

struct TestScreen final : ScreenTaker {
    int asked = 0;
    bool isThere = true;
    bool isAsking = false;

    [[nodiscard]] bool isAvailable() const override { return isThere; }
    [[nodiscard]] bool isTaking() const override { return isAsking; }
    void take() override { ++asked; }
    void become(bool there)
    {
        isThere = there;
        Q_EMIT availableChanged();
    }
};

// The window for quick questions, a desktop that has something selected when the test says so, and a server that takes files.
struct Scene : GuiFixture {
    TestScreen screen;
    std::unique_ptr<QMimeData> selected;
    AttachmentQueue files{api};
    QuickAskWindow quick{sessions, workspace, dialogs};
    QList<QByteArray> questions; // bodies, as they came
    bool holdsUploads = false;
    bool refusesUploads = false;
    int uploads = 0;

    Scene()
    {
        theme.apply(settings.text(Settings::Key::Theme));
        script = [this](const Received &request) { return scripted(request); };
        quick.followSettings(settings);
        quick.offer({agents, files, [this] { return selected.get(); }, &screen}, dir.filePath(u"pasted"_s));
    }

    Scripted scripted(const Received &request)
    {
        if (request.method == "POST" && request.target.startsWith("/files")) {
            ++uploads;
            if (refusesUploads)
                return reply(422, R"({"detail":"not this one"})");
            return holdsUploads ? Scripted{{}, 0, Scripted::End::Hold} : stored();
        }
        if (request.target == "/chat/message/stream/agentic") {
            questions.append(request.body);
            return eventStream({frame("run_created", R"({"run_id":"r9","conversation_id":"c9","message_id":"m1"})"),
                                frame("content", R"({"type":"content","source":"chat","message":"Ninety days.",)"
                                                 R"("data":{"streaming":true,"partial":true}})"),
                                frame("message_complete", R"({"message_id":"m2","conversation_id":"c9"})")},
                               Scripted::End::Close);
        }
        return sample(request.target);
    }
    static Scripted stored() { return reply(201, R"({"id":"file-77","filename":"sales.csv","mime_type":"text/csv","size_bytes":13})"); }

    // Call them inside QVERIFY.
    [[nodiscard]] bool begin()
    {
        if (!open())
            return false;
        agents.refresh();
        return summon() && QTest::qWaitFor([this] { return agents.isLoaded(); }, 5000);
    }
    [[nodiscard]] bool summon()
    {
        quick.summon();
        return QTest::qWaitForWindowActive(&quick);
    }
    [[nodiscard]] ComposerEdit *edit() const { return quick.findChild<ComposerEdit *>(u"quickAskText"_s); }
    [[nodiscard]] QString note() const
    {
        const auto *label = quick.findChild<QLabel *>(u"quickAskNote"_s);
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QToolButton *button(const char *name) const { return quick.findChild<QToolButton *>(QLatin1StringView(name)); }
    [[nodiscard]] QPushButton *send() const { return quick.findChild<QPushButton *>(u"quickAskSend"_s); }
    void press(const char *name) const
    {
        button(name)->setFocus();
        QTest::keyClick(button(name), Qt::Key_Space);
    }
    void copyFile(const QString &name, const QByteArray &bytes) const
    {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        auto *mime = new QMimeData;
        mime->setUrls({QUrl::fromLocalFile(file.fileName())});
        QGuiApplication::clipboard()->setMimeData(mime);
    }
    [[nodiscard]] QString fileName(int row) const { return files.index(row).data(AttachmentQueue::NameRole).toString(); }
    void shot(const QString &name)
    {
        if (qEnvironmentVariableIsSet("DESK_SHOTS"))
            quick.grab().save(qEnvironmentVariable("DESK_SHOTS") + u'/' + name + u".png"_s);
    }
};

// Each rendering of a MarkdownView gives it a new document.
struct Renderings final : QObject {
    int count = 0;

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        count += event->type() == QEvent::ChildAdded ? 1 : 0;
        return false;
    }
};

} // namespace

class TestQuickAsk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }
    void D_22_theSelectionStandsInTheQuestionBeforeItIsSent();
    void D_22_theClipboardGivesTextPicturesAndFiles();
    void D_22_aPictureOfTheScreenIsOnlyTakenWhenAskedFor();
    void D_22_aDesktopThatDoesNotAnswerHidesNoWindow();
    void D_22_theQuestionWaitsForItsFilesAndGoesToTheChosenAgent();
    void D_22_anotherTextIsNotSentWhenTheFilesAreThere();
    void D_22_takingTheFileBackSendsNothing();
    void D_22_anotherAccountNeverGetsWhatWasPromised();
    void D_22_aFileThatCannotBeUploadedHoldsTheQuestion();
    void D_22_withoutAConnectionTheQuestionWaitsVisibly();
    void DATA_04_whatIsTypedIsThereAgainAfterARestartAndOnlyForItsAccount();
    void D_51_aFileWithASecretIsAskedAboutFirst();
    void D_22_aLongAnswerIsDrawnSeldomWhileItGrowsAndWholeAtItsEnd();
    void D_22_everythingIsNamedAndReachedByTab();
};

void TestQuickAsk::D_22_theSelectionStandsInTheQuestionBeforeItIsSent()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.press("quickAskSelection");
    QVERIFY2(scene.note().contains(u"Nothing is selected"_s), qPrintable(scene.note()));
    scene.selected = std::make_unique<QMimeData>();
    scene.selected->setText(u"Notice: ninety days \u05e9\u05dc\u05d5\u05dd"_s);
    scene.press("quickAskSelection");
    QCOMPARE(scene.edit()->toPlainText(), scene.selected->text());
    QTRY_VERIFY(scene.edit()->hasFocus());
    QVERIFY(scene.note().isEmpty());
    scene.press("quickAskSelection"); // behind what is there, with a line between them
    QCOMPARE(scene.edit()->toPlainText(), scene.selected->text() + u"\n\n"_s + scene.selected->text());
    QTest::keyClick(scene.edit(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(scene.edit(), Qt::Key_Delete); // it can be taken out
    QVERIFY(scene.edit()->toPlainText().isEmpty());
    QVERIFY(scene.questions.isEmpty());
    scene.press("quickAskSelection");
    QTest::keyClick(scene.edit(), Qt::Key_Return);
    QTRY_COMPARE(scene.questions.size(), 1);
    QVERIFY(scene.questions.constFirst().contains("ninety days"));
    auto *answer = scene.quick.findChild<MarkdownView *>(u"quickAskAnswer"_s);
    QTRY_COMPARE(answer->toPlainText(), u"Ninety days."_s);
}

void TestQuickAsk::D_22_theClipboardGivesTextPicturesAndFiles()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.press("quickAskClipboard");
    QVERIFY2(scene.note().contains(u"nothing in the clipboard"_s), qPrintable(scene.note()));
    QGuiApplication::clipboard()->setText(u"A short text"_s);
    scene.press("quickAskClipboard");
    QCOMPARE(scene.edit()->toPlainText(), u"A short text"_s);
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(picture);
    scene.press("quickAskClipboard");
    QCOMPARE(scene.files.rowCount(), 1);
    QCOMPARE(scene.fileName(0), u"pasted-image-1.png"_s);
    scene.copyFile(u"sales.csv"_s, "region;units\n");
    scene.press("quickAskClipboard");
    QCOMPARE(scene.fileName(1), u"sales.csv"_s);
    QGuiApplication::clipboard()->setText(QString(ComposerEdit::maxPaste + 1, u'x')); // better read as a file
    scene.press("quickAskClipboard");
    QCOMPARE(scene.fileName(2), u"pasted-text-1.txt"_s);
    QTest::keyClick(scene.edit(), Qt::Key_V, Qt::ControlModifier); // by its key as well
    QCOMPARE(scene.fileName(3), u"pasted-text-2.txt"_s);
    QCOMPARE(scene.edit()->toPlainText(), u"A short text"_s);
    QTRY_VERIFY(!scene.files.isUploading());
    QTRY_VERIFY(scene.quick.height() >= scene.quick.sizeHint().height()); // nothing is squeezed
    scene.shot(u"quick-ask-files"_s);
    auto *chips = scene.quick.findChild<QWidget *>(u"quickAskFiles"_s);
    QVERIFY(chips->isVisible());
    while (scene.files.rowCount() > 0) { // each can be removed
        const int before = scene.files.rowCount();
        QList<QAbstractButton *> buttons = chips->findChildren<QAbstractButton *>(u"removeAttachment"_s);
        buttons.removeIf([](const QAbstractButton *button) { return !button->isVisible(); });
        QVERIFY(!buttons.isEmpty());
        QTest::mouseClick(buttons.constLast(), Qt::LeftButton);
        QCOMPARE(scene.files.rowCount(), before - 1);
    }
    QTRY_VERIFY(!chips->isVisible());
    QVERIFY(scene.questions.isEmpty());
}

void TestQuickAsk::D_22_aPictureOfTheScreenIsOnlyTakenWhenAskedFor()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.screen.become(false);
    QVERIFY(!scene.button("quickAskScreen")->isVisible()); // where there is none, none is offered
    scene.screen.become(true);
    QVERIFY(scene.button("quickAskScreen")->isVisible());
    QCOMPARE(scene.screen.asked, 0);
    QTest::keyClicks(scene.edit(), u"What is this?"_s);
    scene.press("quickAskScreen");
    QCOMPARE(scene.screen.asked, 1);
    QVERIFY(scene.quick.isHidden()); // it is not on the picture
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    const QString path = scene.dir.filePath(u"Screenshot.png"_s);
    QVERIFY(picture.save(path));
    Q_EMIT scene.screen.taken(path);
    QTRY_VERIFY(scene.quick.isVisible());
    QCOMPARE(scene.fileName(0), u"Screenshot.png"_s);
    QCOMPARE(scene.edit()->toPlainText(), u"What is this?"_s);
    QVERIFY(scene.questions.isEmpty());
    scene.press("quickAskScreen");
    Q_EMIT scene.screen.refused();
    QTRY_VERIFY(scene.quick.isVisible());
    QVERIFY2(scene.note().contains(u"No picture"_s), qPrintable(scene.note()));
    QCOMPARE(scene.files.rowCount(), 1);
}

void TestQuickAsk::D_22_aDesktopThatDoesNotAnswerHidesNoWindow()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.press("quickAskScreen");
    QVERIFY(scene.quick.isHidden());
    scene.screen.isAsking = true;
    QVERIFY(scene.summon());
    scene.press("quickAskScreen");
    QVERIFY(scene.quick.isVisible());
    QCOMPARE(scene.screen.asked, 1);
    QVERIFY2(scene.note().contains(u"has not answered"_s), qPrintable(scene.note()));
}

void TestQuickAsk::D_22_theQuestionWaitsForItsFilesAndGoesToTheChosenAgent()
{
    Scene scene;
    scene.holdsUploads = true;
    QVERIFY(scene.begin());
    scene.copyFile(u"sales.csv"_s, "region;units\n");
    scene.press("quickAskClipboard");
    QTRY_COMPARE(scene.uploads, 1);
    auto *agent = scene.quick.findChild<QComboBox *>(u"quickAskAgent"_s);
    agent->setFocus();
    QTest::keyClicks(agent, u"Table"_s);
    QCOMPARE(agent->currentText(), u"Table analyst"_s);
    scene.edit()->setFocus();
    QTest::keyClicks(scene.edit(), u"Which region sold most?"_s);
    QTest::keyClick(scene.edit(), Qt::Key_Return);
    QVERIFY2(scene.note().contains(u"as soon as the files are uploaded"_s), qPrintable(scene.note()));
    QVERIFY(!scene.send()->isEnabled());
    QVERIFY(scene.questions.isEmpty());
    QTest::keyClick(scene.edit(), Qt::Key_Escape); // it goes on while the window is hidden
    QVERIFY(scene.quick.isHidden());
    QVERIFY(scene.summon());
    QVERIFY(scene.note().contains(u"as soon as the files are uploaded"_s));
    scene.server.sendToHeld(Scene::stored().pieces.join());
    scene.server.closeHeld();
    QTRY_COMPARE(scene.questions.size(), 1);
    QVERIFY(scene.questions.constFirst().contains("file-77"));
    QVERIFY(scene.questions.constFirst().contains("\"table\""));
    QVERIFY(scene.quick.findChild<QLabel *>(u"quickAskQuestion"_s)->text().contains(u"sales.csv"_s)); // what went with it
    QCOMPARE(scene.files.rowCount(), 0);
}

void TestQuickAsk::D_22_anotherTextIsNotSentWhenTheFilesAreThere()
{
    Scene scene;
    scene.holdsUploads = true;
    QVERIFY(scene.begin());
    scene.copyFile(u"sales.csv"_s, "region;units\n");
    scene.press("quickAskClipboard");
    QTRY_COMPARE(scene.uploads, 1);
    QTest::keyClicks(scene.edit(), u"Which region?"_s);
    QTest::keyClick(scene.edit(), Qt::Key_Return);
    QTest::keyClicks(scene.edit(), u" No, wait"_s);
    scene.server.sendToHeld(Scene::stored().pieces.join());
    scene.server.closeHeld();
    QTRY_VERIFY(!scene.files.isUploading());
    QTRY_VERIFY(scene.send()->isEnabled());
    QVERIFY(scene.questions.isEmpty());
    QCOMPARE(scene.edit()->toPlainText(), u"Which region? No, wait"_s);
}

void TestQuickAsk::D_22_takingTheFileBackSendsNothing()
{
    Scene scene;
    scene.holdsUploads = true;
    QVERIFY(scene.begin());
    scene.copyFile(u"sales.csv"_s, "region;units\n");
    scene.press("quickAskClipboard");
    QTRY_COMPARE(scene.uploads, 1);
    QTest::keyClicks(scene.edit(), u"Which region?"_s);
    QTest::keyClick(scene.edit(), Qt::Key_Return);
    scene.files.remove(0); // it was the wrong one
    QTRY_VERIFY(scene.send()->isEnabled());
    QCOMPARE(scene.edit()->toPlainText(), u"Which region?"_s);
    QVERIFY(scene.questions.isEmpty());
}

void TestQuickAsk::D_22_anotherAccountNeverGetsWhatWasPromised()
{
    Scene scene;
    scene.holdsUploads = true;
    QVERIFY(scene.begin());
    scene.copyFile(u"sales.csv"_s, "region;units\n");
    scene.press("quickAskClipboard");
    QTRY_COMPARE(scene.uploads, 1);
    QTest::keyClicks(scene.edit(), u"Which region?"_s);
    QTest::keyClick(scene.edit(), Qt::Key_Return);
    scene.sessions.clear();
    QTRY_VERIFY(scene.send()->isEnabled());
    QCOMPARE(scene.files.rowCount(), 0);
    QCOMPARE(scene.sessions.busyCount(), 0);
    QVERIFY(scene.questions.isEmpty());
}

void TestQuickAsk::D_22_aFileThatCannotBeUploadedHoldsTheQuestion()
{
    Scene scene;
    scene.refusesUploads = true;
    QVERIFY(scene.begin());
    scene.copyFile(u"sales.csv"_s, "region;units\n");
    scene.press("quickAskClipboard");
    QTest::keyClicks(scene.edit(), u"Which region?"_s);
    QTRY_VERIFY(scene.files.hasFailed());
    QTRY_VERIFY2(scene.note().contains(u"could not be uploaded"_s), qPrintable(scene.note()));
    QVERIFY(!scene.send()->isEnabled());
    QTest::keyClick(scene.edit(), Qt::Key_Return);
    QVERIFY(scene.questions.isEmpty());
    scene.files.remove(0);
    QTRY_VERIFY(scene.send()->isEnabled());
    QTest::keyClick(scene.edit(), Qt::Key_Return);
    QTRY_COMPARE(scene.questions.size(), 1);
}

void TestQuickAsk::D_22_withoutAConnectionTheQuestionWaitsVisibly()
{
    Scene scene;
    scene.workspace.open({Profile::Kind::Team, u"team"_s, QUrl(u"http://127.0.0.1:9"_s)}); // nobody listens there
    QTRY_COMPARE(scene.workspace.state(), Workspace::State::Failed);
    QVERIFY(scene.summon());
    QVERIFY2(scene.note().contains(u"waits for one"_s), qPrintable(scene.note()));
    QTest::keyClicks(scene.edit(), u"Which region?"_s);
    QVERIFY(scene.send()->isEnabled());
    QTest::keyClick(scene.edit(), Qt::Key_Return);
    QTRY_VERIFY2(scene.note().contains(u"is asked as soon as there is one"_s), qPrintable(scene.note()));
    QCOMPARE(scene.quick.findChild<QLabel *>(u"quickAskQuestion"_s)->text(), u"Which region?"_s);
    scene.shot(u"quick-ask-offline"_s);
    QTest::keyClick(scene.edit(), Qt::Key_Escape);
    QVERIFY(scene.summon()); // it is still the same question
    QVERIFY(scene.note().contains(u"is asked as soon as there is one"_s));
    QVERIFY(scene.open()); // the server is there
    QTRY_COMPARE(scene.questions.size(), 1);
    auto *answer = scene.quick.findChild<MarkdownView *>(u"quickAskAnswer"_s);
    QTRY_COMPARE(answer->toPlainText(), u"Ninety days."_s);
    QTRY_VERIFY(scene.note().isEmpty());
}

void TestQuickAsk::DATA_04_whatIsTypedIsThereAgainAfterARestartAndOnlyForItsAccount()
{
    Scene scene;
    scene.drafts.open(u"ana"_s);
    QTRY_VERIFY(scene.drafts.isLoaded());
    scene.quick.keepDrafts(scene.drafts);
    QVERIFY(scene.begin());
    QTest::keyClicks(scene.edit(), u"How long is the notice"_s);
    scene.copyFile(u"sales.csv"_s, "a,b\n1,2\n");
    QTest::keyClick(scene.edit(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(scene.files.rowCount(), 1);
    QTest::keyClick(scene.edit(), Qt::Key_Escape);
    QTRY_VERIFY(scene.drafts.isSaved()); // put away is not thrown away

    DraftStore later(scene.store);
    later.open(u"ana"_s); // reads them, and the window is faster
    AttachmentQueue files(scene.api);
    QuickAskWindow again(scene.sessions, scene.workspace, scene.dialogs);
    again.followSettings(scene.settings);
    again.offer({scene.agents, files, [] { return nullptr; }, nullptr}, scene.dir.filePath(u"pasted"_s));
    again.keepDrafts(later);
    auto *edit = again.findChild<ComposerEdit *>(u"quickAskText"_s);
    QTest::keyClicks(edit, u"Typed before they were read"_s);
    QVERIFY(!later.isLoaded());
    QTRY_COMPARE(edit->toPlainText(), u"How long is the notice\n\nTyped before they were read"_s);
    later.open(u"ben"_s);
    QCOMPARE(edit->toPlainText(), QString());
    QCOMPARE(files.rowCount(), 0);
    QTRY_VERIFY(later.isLoaded());
    QCOMPARE(edit->toPlainText(), QString());
    later.open(u"ana"_s);
    QTRY_COMPARE(edit->toPlainText(), u"How long is the notice\n\nTyped before they were read"_s);
    QCOMPARE(files.rowCount(), 1);

    again.summon();
    QVERIFY(QTest::qWaitForWindowActive(&again));
    QTRY_VERIFY(!files.isUploading());
    QTest::keyClicks(edit, u"?"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(scene.questions.size(), 1);
    QVERIFY(scene.questions.constFirst().contains("file-77"));
    QVERIFY(later.draft(quickAskDraftId()).isEmpty());
}

void TestQuickAsk::D_51_aFileWithASecretIsAskedAboutFirst()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.copyFile(u"notes.txt"_s, "the server\npassword=Tr0ub4dor\n");
    scene.press("quickAskClipboard");
    QVERIFY2(scene.note().contains(u"Add it again"_s), qPrintable(scene.note()));
    QVERIFY(!scene.note().contains(u"Tr0ub4dor"_s)); // not even here
    QCOMPARE(scene.files.rowCount(), 0);
    QCOMPARE(scene.uploads, 0);
    scene.press("quickAskClipboard"); // it was meant
    QCOMPARE(scene.files.rowCount(), 1);
    scene.files.remove(0);
    GuardPolicy::save(scene.settings, scene.workspace.profile(), {GuardPolicy::Action::Block, GuardPolicy::Action::Off});
    for (int i = 0; i < 2; ++i) {
        scene.press("quickAskClipboard");
        QVERIFY2(scene.note().contains(u"must not leave this computer"_s), qPrintable(scene.note()));
        QCOMPARE(scene.files.rowCount(), 0);
    }
}

void TestQuickAsk::D_22_aLongAnswerIsDrawnSeldomWhileItGrowsAndWholeAtItsEnd()
{
    constexpr int deltas = 400;
    QString whole;
    QList<QByteArray> pieces{frame("run_created", R"({"run_id":"r9","conversation_id":"c9","message_id":"m1"})")};
    for (int i = 1; i <= deltas; ++i) {
        const QByteArray line = "Line " + QByteArray::number(i) + " of the answer.";
        const bool isLast = i == deltas;
        whole += QString::fromUtf8(line) + (isLast ? QString() : u"\n\n"_s);
        pieces.append(frame("content", R"({"type":"content","source":"chat","message":")" + line + (isLast ? "" : R"(\n\n)") +
                                           R"(","data":{"streaming":true,"partial":true}})"));
    }
    pieces.append(frame("message_complete", R"({"message_id":"m2","conversation_id":"c9"})"));
    Scene scene;
    scene.script = [&scene, &pieces](const Received &request) {
        if (request.target != "/chat/message/stream/agentic")
            return scene.scripted(request);
        Scripted stream = eventStream(pieces, Scripted::End::Close);
        stream.pieceDelayMs = 2;
        return stream;
    };
    QVERIFY(scene.begin());
    auto *answer = scene.quick.findChild<MarkdownView *>(u"quickAskAnswer"_s);
    Renderings renderings;
    answer->installEventFilter(&renderings);
    QTest::keyClicks(scene.edit(), u"Tell me all"_s);
    QTest::keyClick(scene.edit(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(answer->text(), whole, 30000);
    QVERIFY(answer->toPlainText().endsWith(u"Line 400 of the answer."_s));
    QVERIFY2(renderings.count > 0 && renderings.count < deltas, qPrintable(QString::number(renderings.count)));
}

void TestQuickAsk::D_22_everythingIsNamedAndReachedByTab()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.copyFile(u"sales.csv"_s, "region;units\n");
    scene.press("quickAskClipboard");
    QTRY_VERIFY(!scene.files.isUploading());
    QTest::keyClicks(scene.edit(), u"Which region?"_s);
    QCOMPARE(namingProblems(scene.quick), QStringList());
    QCOMPARE(tabbingProblems(scene.quick), QStringList());
    scene.quick.setLayoutDirection(Qt::RightToLeft);
    scene.shot(u"quick-ask-rtl"_s);
    QCOMPARE(tabbingProblems(scene.quick), QStringList());
}

QTEST_MAIN(TestQuickAsk)
#include "tst_quickask.moc"
