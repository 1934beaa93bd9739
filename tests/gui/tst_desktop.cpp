#include "gui/accessibility.h"
#include "gui/chat/chatpage.h"
#include "gui/desktop/answerkeeper.h"
#include "gui/desktop/desktopfeatures.h"
#include "gui/desktop/desktopintegration.h"
#include "gui/desktop/globalshortcut.h"
#include "gui/desktop/notifier.h"
#include "gui/desktop/quickaskwindow.h"
#include "gui/desktop/trayicon.h"
#include "gui/guifixture.h"
#include "gui/settings/settingspage.h"
#include "gui/shell/conversationwindow.h"
#include "gui/shell/conversationwindows.h"
#include "gui/widgets/markdownview.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

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

QList<QByteArray> begun(const QByteArray &conversation)
{
    return {
        frame("run_created", R"({"run_id":"r9","conversation_id":")" + conversation + R"(","message_id":"m1"})"),
        frame(
            "tool_start",
            R"({"type":"tool_start","source":"table","message":"Querying","data":{"tool_name":"q","input":{"password":"hunter2"},"call_id":"k"}})"),
        frame("content",
              R"({"type":"content","source":"chat","message":"**South** sold <b>most</b>.","data":{"streaming":true,"partial":true}})")};
}

QByteArray asked(const QByteArray &question)
{
    return frame("prompt", R"({"type":"prompt","source":"chat","message":")" + question +
                               R"(","data":{"prompt_type":"choice","options":["2025","2026"]}})");
}

QByteArray ended(const QByteArray &conversation)
{
    return frame("message_complete", R"({"message_id":"m2","conversation_id":")" + conversation + R"("})");
}

struct RecordingNotifier final : Notifier {
    QList<Notice> shown;
    QStringList withdrawn;
    bool refuses = false;

    void show(const Notice &notice) override
    {
        if (refuses)
            Q_EMIT failed(notice);
        else
            shown.append(notice);
    }
    void withdraw(const QString &key) override { withdrawn.append(key); }
};

struct TestShortcut final : GlobalShortcut {
    int asked = 0;

    void become(State state, const QString &trigger = {}) { setState(state, trigger); }
    void bind() override
    {
        ++asked;
        setState(State::Asking);
    }
};

// The window with the desktop around it, and a desktop that does what the test says.
struct DesktopFixture : GuiFixture {
    DesktopFeatures desktop;
    RecordingNotifier *notifier = nullptr;
    TestShortcut *shortcut = nullptr;
    bool hasTray = true;
    QList<QByteArray> turn;
    Scripted::End turnEnd = Scripted::End::Close;
    std::unique_ptr<DesktopIntegration> integration;

    DesktopFixture()
    {
        auto recording = std::make_unique<RecordingNotifier>();
        auto keys = std::make_unique<TestShortcut>();
        notifier = recording.get();
        shortcut = keys.get();
        desktop.notifier = std::move(recording);
        desktop.quickAsk = std::move(keys);
        desktop.hasTray = [this] { return hasTray; };
        turn = begun("c9") + QList<QByteArray>{ended("c9")};
        script = [this](const Received &request) {
            if (request.target == "/chat/message/stream/agentic")
                return eventStream(turn, turnEnd);
            return sample(request.target);
        };
    }
    ~DesktopFixture()
    {
        integration.reset();
        window.reset();
    }

    // Call inside QVERIFY.
    [[nodiscard]] bool start()
    {
        if (!openAndLoad())
            return false;
        Services all = services();
        all.desktop = &desktop;
        theme.apply(settings.text(Settings::Key::Theme));
        window = std::make_unique<MainWindow>(all);
        integration = std::make_unique<DesktopIntegration>(all, *window);
        window->show();
        window->activateWindow();
        integration->start();
        return QTest::qWaitForWindowActive(window.get());
    }
    void ask(const QString &text) const
    {
        auto *field = find<QPlainTextEdit>("composerText");
        field->setFocus();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    // Nothing runs any more; the connection was closed.
    [[nodiscard]] bool turnOver()
    {
        return QTest::qWaitFor([this] { return sessions.busyCount() == 0; }, 5000);
    }
    [[nodiscard]] QuickAskWindow &quick() const { return integration->quickAskWindow(); }
    template <typename T>
    [[nodiscard]] T *inQuick(const char *name) const
    {
        return quick().findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] int questions() const
    {
        const QList<Received> &all = server.received();
        return static_cast<int>(
            std::count_if(all.cbegin(), all.cend(), [](const Received &r) { return r.target == "/chat/message/stream/agentic"; }));
    }
    [[nodiscard]] QAction *tray(const char *name) const { return integration->tray().menu().findChild<QAction *>(QLatin1StringView(name)); }
};

// The desktop of the tests has no tray: here the test says whether there is one.
struct Keeper {
    bool hasTray = true;
    AnswerKeeper keeper;

    explicit Keeper(DesktopFixture &gui)
        : keeper({gui.sessions, gui.settings, gui.workspace, gui.dialogs, [this] { return hasTray; }}, *gui.window)
    {
        keeper.addNotifier(*gui.notifier);
    }
};

} // namespace

// D-20, D-21, D-22.
class TestDesktop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerThatIsWatchedIsNoNews();
    void REND_19_anAnswerElsewhereIsToldInPlainWords();
    void aNoticeOpensItsConversation();
    void aReplyGoesWhereItBelongs();
    void CH_51_aQuestionElsewhereIsToldOnceWhileTheTurnGoesOn();
    void CH_51_aQuestionThatIsWatchedIsNoNews();
    void REND_19_anApprovalElsewhereIsToldWithoutWhatTheToolIsTold();
    void CH_51_aQuestionIsAnsweredFromItsNotice();
    void CH_65_theChoiceOfAnAgentIsToldLikeAQuestion();
    void theTrayCountsWhatWasNotSeen();
    void whatIsNotSeenIsCountedAlsoWithoutNotices();
    void aNoticeThatFailsIsTriedElsewhere();
    void noticesCanBeSwitchedOff();
    void aNoticeGoesWhenItsConversationIsOpened();
    void theTrayTellsWhatRuns();
    void closingHidesOnlyWhereItWasChosen();
    void D_08_closingKeepsAnAnswerThatIsWritten();
    void D_08_withoutATrayClosingAsks_data();
    void D_08_withoutATrayClosingAsks();
    void D_08_quittingIsNoClosing();
    void D_08_theLastOfSeveralWindowsCounts();
    void aQuickQuestionIsAskedAndAnsweredByKeyboard();
    void escapeHidesAndTheAnswerGoesOn();
    void aQuickQuestionLeavesTheChatAlone();
    void aQuickQuestionThatFailsSaysSo();
    void withoutAConnectionAQuestionWaits();
    void theQuickWindowIsNamedAndReachedByTab();
    void theSettingsOfferWhatTheDesktopCan();
    void theSettingsExplainWhatItCannot();
    void picturesOfThem();
};

void TestDesktop::anAnswerThatIsWatchedIsNoNews()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    QTRY_COMPARE(gui.questions(), 1);
    QVERIFY(gui.turnOver());
    QVERIFY(gui.notifier->shown.isEmpty());
}

void TestDesktop::REND_19_anAnswerElsewhereIsToldInPlainWords()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(gui.notifier->shown.size(), 1);
    const Notice &notice = gui.notifier->shown.constFirst();
    QCOMPARE(notice.key, u"c9"_s);
    QCOMPARE(notice.text, u"South sold <b>most</b>."_s); // words, not markup, and nothing of the tool
    QVERIFY(!notice.title.isEmpty());
}

void TestDesktop::aNoticeOpensItsConversation()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(gui.notifier->shown.size(), 1);
    Q_EMIT gui.notifier->openRequested(u"c77"_s); // nobody told that
    QCOMPARE(gui.window->currentPage(), u"agents"_s);
    Q_EMIT gui.notifier->openRequested(u"c9"_s);
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QCOMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
    QCOMPARE(gui.notifier->withdrawn, QStringList{u"c9"_s});
}

void TestDesktop::aReplyGoesWhereItBelongs()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(gui.notifier->shown.size(), 1);
    QVERIFY(gui.turnOver());
    Q_EMIT gui.notifier->replyRequested(u"c9"_s, u" And in Q4? "_s);
    QTRY_COMPARE(gui.questions(), 2);
    QVERIFY(gui.server.received().constLast().body.contains("\"And in Q4?\"") ||
            std::any_of(gui.server.received().cbegin(), gui.server.received().cend(),
                        [](const Received &r) { return r.body.contains("\"And in Q4?\"") && r.body.contains("\"c9\""); }));
    QCOMPARE(gui.window->currentPage(), u"agents"_s); // it was answered from where the person is
    QTRY_COMPARE(gui.notifier->shown.size(), 2);
    Q_EMIT gui.notifier->replyRequested(u"c9"_s, {});
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"composerText"_s);
}

void TestDesktop::CH_51_aQuestionElsewhereIsToldOnceWhileTheTurnGoesOn()
{
    DesktopFixture gui;
    gui.turn = begun("c9");
    gui.turnEnd = Scripted::End::Hold;
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    QTRY_COMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
    gui.window->showPage(u"agents"_s);
    gui.server.sendToHeld(asked("Which <b>year</b>?"));
    QTRY_COMPARE(gui.notifier->shown.size(), 1);
    QCOMPARE(gui.sessions.busyCount(), 1); // the turn goes on
    QCOMPARE(gui.notifier->shown.constFirst().key, u"c9"_s);
    QCOMPARE(gui.notifier->shown.constFirst().text, u"Asks you: Which <b>year</b>?"_s); // words, not markup
    gui.server.sendToHeld(asked("Which <b>year</b>?"));                                 // a stream that was read again
    gui.server.sendToHeld(asked("Which month?"));
    QTRY_COMPARE(gui.notifier->shown.size(), 2);
    QCOMPARE(gui.notifier->shown.constLast().text, u"Asks you: Which month?"_s);
    gui.server.sendToHeld(ended("c9"));
    QVERIFY(gui.turnOver());
    QCOMPARE(gui.notifier->shown.size(), 2); // the question is what matters
    Q_EMIT gui.notifier->openRequested(u"c9"_s);
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QCOMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
    QCOMPARE(gui.notifier->withdrawn, QStringList{u"c9"_s});
    gui.server.closeHeld();
}

void TestDesktop::REND_19_anApprovalElsewhereIsToldWithoutWhatTheToolIsTold()
{
    DesktopFixture gui;
    gui.turn = begun("c9");
    gui.turnEnd = Scripted::End::Hold;
    QVERIFY(gui.start());
    gui.ask(u"Write to Ana"_s);
    QTRY_COMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
    gui.window->showPage(u"agents"_s);
    gui.server.sendToHeld(
        frame("prompt", R"({"type":"prompt","source":"mail","message":"It would be told: a secret","data":{"prompt_type":"choice",)"
                        R"("options":["Start","Refuse"],"option_ids":["approve","refuse"],"arguments_hash":"h1","tool_name":"send_mail",)"
                        R"("program":"/usr/bin/mailer","arguments":{"body":"a secret"}}})"));
    QTRY_COMPARE(gui.notifier->shown.size(), 1);
    QCOMPARE(gui.notifier->shown.constFirst().text, u"The tool send_mail waits for an approval."_s);
    gui.server.sendToHeld(ended("c9"));
    QVERIFY(gui.turnOver());
    QCOMPARE(gui.notifier->shown.size(), 2); // nothing waits any more: that the answer is there is news
    gui.server.closeHeld();
}

void TestDesktop::CH_51_aQuestionThatIsWatchedIsNoNews()
{
    DesktopFixture gui;
    gui.turn = begun("c9") + QList<QByteArray>{asked("Which year?"), ended("c9")};
    QVERIFY(gui.start());
    QSignalSpy prompted(&gui.sessions, &ChatSessions::prompted);
    gui.ask(u"Which region?"_s);
    QTRY_COMPARE(prompted.size(), 1);
    QVERIFY(gui.turnOver());
    QVERIFY(gui.notifier->shown.isEmpty());
    QCOMPARE(gui.integration->tray().icon().toolTip(), u"Agent Desk"_s);
}

void TestDesktop::CH_51_aQuestionIsAnsweredFromItsNotice()
{
    DesktopFixture gui;
    gui.turn = begun("c9") + QList<QByteArray>{asked("Which year?"), ended("c9")};
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(gui.notifier->shown.size(), 1);
    QVERIFY(gui.turnOver());
    gui.turn = begun("c9") + QList<QByteArray>{ended("c9")};
    Q_EMIT gui.notifier->replyRequested(u"c9"_s, u"2026"_s);
    QTRY_COMPARE(gui.questions(), 2);
    QVERIFY(std::any_of(gui.server.received().cbegin(), gui.server.received().cend(),
                        [](const Received &r) { return r.body.contains("\"2026\"") && r.body.contains("\"c9\""); }));
    QCOMPARE(gui.window->currentPage(), u"agents"_s);
    QTRY_COMPARE(gui.notifier->shown.size(), 2);
    QVERIFY(!gui.notifier->shown.constLast().text.contains(u"Which year?"_s)); // an answer like any other
}

void TestDesktop::CH_65_theChoiceOfAnAgentIsToldLikeAQuestion()
{
    DesktopFixture gui;
    gui.turn = begun("c9");
    gui.turnEnd = Scripted::End::Hold;
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    QTRY_COMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
    gui.window->showPage(u"agents"_s);
    gui.server.sendToHeld(
        frame("routing_decision", R"({"reasoning":"Both fit.","alternatives":["sales"],"requires_disambiguation":true})"));
    QTRY_COMPARE(gui.notifier->shown.size(), 1);
    QCOMPARE(gui.notifier->shown.constFirst().text, u"Asks you: Which agent is to answer?"_s);
    gui.server.closeHeld();
}

void TestDesktop::theTrayCountsWhatWasNotSeen()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    QVERIFY(!gui.tray("trayUnseen")->isVisible());
    gui.ask(u"Which region?"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(gui.notifier->shown.size(), 1);
    QVERIFY(gui.turnOver());
    QCOMPARE(gui.integration->tray().icon().toolTip(), u"Agent Desk: 1 answer(s) not seen yet"_s);
    QVERIFY(gui.tray("trayUnseen")->isVisible());
    QCOMPARE(gui.tray("trayUnseen")->text(), u"1 answer(s) not seen yet"_s);
    gui.turn = begun("c9") + QList<QByteArray>{asked("Which year?"), ended("c9")};
    gui.sessions.session(ConversationId(u"c9"_s))->send(u"And in Q4?"_s, {}, {});
    QTRY_COMPARE(gui.notifier->shown.size(), 2);
    QVERIFY(gui.turnOver());
    QCOMPARE(gui.integration->tray().icon().toolTip(), u"Agent Desk: 1 question(s) for you"_s); // of one conversation the newest
    QVERIFY(TrayIcon::iconFor(0, 1).pixmap(32).toImage() != TrayIcon::iconFor(1).pixmap(32).toImage());
    QTest::keyClick(gui.window.get(), Qt::Key_1, Qt::ControlModifier); // back to the chat that shows it
    QTRY_COMPARE(gui.integration->tray().icon().toolTip(), u"Agent Desk"_s);
    QVERIFY(!gui.tray("trayUnseen")->isVisible());
}

void TestDesktop::whatIsNotSeenIsCountedAlsoWithoutNotices()
{
    DesktopFixture gui;
    gui.settings.set(Settings::Key::NotifyAnswers, false);
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(gui.integration->tray().icon().toolTip(), u"Agent Desk: 1 answer(s) not seen yet"_s);
    QVERIFY(gui.notifier->shown.isEmpty());
    QTest::keyClick(gui.window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(gui.integration->tray().icon().toolTip(), u"Agent Desk"_s);
}

void TestDesktop::aNoticeThatFailsIsTriedElsewhere()
{
    DesktopFixture gui;
    gui.notifier->refuses = true;
    QVERIFY(gui.start());
    QSignalSpy failed(gui.integration->findChild<Notifier *>(), &Notifier::failed); // the tray's: there is none here
    gui.ask(u"Which region?"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Notice>().key, u"c9"_s);
}

void TestDesktop::noticesCanBeSwitchedOff()
{
    DesktopFixture gui;
    gui.settings.set(Settings::Key::NotifyAnswers, false);
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(gui.questions(), 1);
    QVERIFY(gui.turnOver());
    QVERIFY(gui.notifier->shown.isEmpty());
}

void TestDesktop::aNoticeGoesWhenItsConversationIsOpened()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    gui.ask(u"Which region?"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(gui.notifier->shown.size(), 1);
    QVERIFY(gui.notifier->withdrawn.isEmpty());
    QTest::keyClick(gui.window.get(), Qt::Key_1, Qt::ControlModifier); // back to the chat that shows it
    QTRY_COMPARE(gui.notifier->withdrawn, QStringList{u"c9"_s});
}

void TestDesktop::theTrayTellsWhatRuns()
{
    DesktopFixture gui;
    gui.turn = begun("c9");
    gui.turnEnd = Scripted::End::Hold;
    QVERIFY(gui.start());
    QMenu &menu = gui.integration->tray().menu();
    QCOMPARE(gui.tray("trayRunning")->text(), u"No answer is being written"_s);
    gui.ask(u"Which region?"_s);
    QTRY_COMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
    Q_EMIT menu.aboutToShow();
    QCOMPARE(gui.tray("trayRunning")->text(), u"1 answer(s) being written"_s);
    QVERIFY(gui.integration->tray().icon().toolTip().startsWith(u"Agent Desk: 1 answer(s)"_s));
    QVERIFY(TrayIcon::iconFor(1).pixmap(32).toImage() != TrayIcon::iconFor(0).pixmap(32).toImage());
    gui.window->showPage(u"agents"_s);
    const QList<QAction *> actions = menu.actions();
    QAction *running = actions.at(actions.indexOf(gui.tray("trayRunning")) + 1);
    QVERIFY(running->isEnabled());
    running->trigger();
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    gui.tray("trayNewChat")->trigger();
    QVERIFY(gui.window->chat().conversationId().isEmpty());
    gui.tray("trayQuickAsk")->trigger();
    QVERIFY(gui.quick().isVisible());
    for (const QAction *action : menu.actions())
        QVERIFY2(action->isSeparator() || !action->text().isEmpty(), qPrintable(action->objectName()));
    gui.server.closeHeld();
}

void TestDesktop::closingHidesOnlyWhereItWasChosen()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    bool hides = false;
    gui.window->setHidesOnClose([&hides] { return hides; });
    hides = true;
    QVERIFY(!gui.window->close());
    QVERIFY(gui.window->isHidden());
    gui.tray("trayOpen")->trigger();
    QVERIFY(gui.window->isVisible());
    hides = false;
    QVERIFY(gui.window->close());
    QVERIFY(gui.window->isHidden());
}

void TestDesktop::D_08_closingKeepsAnAnswerThatIsWritten()
{
    DesktopFixture gui;
    gui.turn = begun("c9");
    gui.turnEnd = Scripted::End::Hold;
    QVERIFY(gui.start());
    Keeper kept(gui);
    gui.ask(u"Which region?"_s);
    QTRY_COMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
    QVERIFY(!gui.window->close());
    QVERIFY(gui.window->isHidden());
    QCOMPARE(gui.sessions.busyCount(), 1);
    QVERIFY(gui.dialogs.questions.isEmpty());
    QCOMPARE(gui.notifier->shown.size(), 1);
    const Notice stays = gui.notifier->shown.constFirst();
    QCOMPARE(stays.title, u"Agent Desk keeps running"_s);
    QVERIFY2(stays.text.startsWith(u"1 answer(s) are still being written."_s), qPrintable(stays.text));
    QCOMPARE(stays.actions, Notice::Actions::OpenAndQuit);

    Q_EMIT gui.notifier->openRequested(stays.key);
    QVERIFY(gui.window->isVisible());
    QVERIFY(!gui.window->close());
    QCOMPARE(gui.notifier->shown.size(), 1); // said once
    gui.server.sendToHeld(ended("c9"));
    QTRY_COMPARE(gui.notifier->shown.size(), 2); // what it was kept for
    QCOMPARE(gui.notifier->shown.constLast().key, u"c9"_s);
    QVERIFY(gui.turnOver());
    gui.tray("trayOpen")->trigger();
    QVERIFY(gui.window->isVisible());
    QVERIFY(gui.window->close()); // nothing to keep
    gui.server.closeHeld();
}

void TestDesktop::D_08_withoutATrayClosingAsks_data()
{
    QTest::addColumn<QByteArray>("features");
    QTest::addColumn<QString>("said");
    QTest::newRow("it goes on") << localFeatures << u"The server goes on without this computer"_s;
    QTest::newRow("it does not") << QByteArray(R"("files")") << u"what is not finished is lost"_s;
}

void TestDesktop::D_08_withoutATrayClosingAsks()
{
    QFETCH(QByteArray, features);
    QFETCH(QString, said);
    DesktopFixture gui;
    gui.features = features;
    gui.turn = begun("c9");
    gui.turnEnd = Scripted::End::Hold;
    QVERIFY(gui.start());
    Keeper kept(gui);
    kept.hasTray = false;
    gui.ask(u"Which region?"_s);
    QTRY_VERIFY(gui.questions() == 1 && gui.sessions.busyCount() == 1);
    QVERIFY(!gui.window->close());
    QVERIFY(gui.window->isVisible()); // and stays, whoever answers nothing
    QCOMPARE(gui.sessions.busyCount(), 1);
    QVERIFY(gui.notifier->shown.isEmpty());
    QCOMPARE(gui.dialogs.questions.size(), 1);
    const TestDialogs::Question question = gui.dialogs.questions.constFirst();
    QVERIFY2(question.text.startsWith(u"1 answer(s) are still being written."_s) && question.text.contains(said),
             qPrintable(question.text));
    QCOMPARE(question.action, u"Quit"_s);
    question.yes();
    QVERIFY(gui.window->isHidden());
    QCOMPARE(gui.dialogs.questions.size(), 1);
    gui.server.closeHeld();
}

void TestDesktop::D_08_quittingIsNoClosing()
{
    for (const bool hasTray : {true, false}) {
        DesktopFixture gui;
        gui.turn = begun("c9");
        gui.turnEnd = Scripted::End::Hold;
        QVERIFY(gui.start());
        Keeper kept(gui);
        kept.hasTray = hasTray;
        gui.ask(u"Which region?"_s);
        QTRY_COMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
        gui.tray("trayQuit")->trigger();
        QVERIFY(gui.window->isHidden());
        QVERIFY(gui.window->close()); // not kept
        QVERIFY(gui.dialogs.questions.isEmpty());
        QVERIFY(gui.notifier->shown.isEmpty());
        gui.server.closeHeld();
    }
}

void TestDesktop::D_08_theLastOfSeveralWindowsCounts()
{
    DesktopFixture gui;
    gui.turn = begun("c9");
    gui.turnEnd = Scripted::End::Hold;
    QVERIFY(gui.start());
    Keeper kept(gui);
    kept.hasTray = false;
    gui.ask(u"Which region?"_s);
    QTRY_COMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
    ConversationWindow *own = gui.window->windows().open(ConversationId(u"c9"_s));
    QVERIFY(own && own->isVisible());
    QVERIFY(gui.window->close()); // there is another one
    QVERIFY(gui.dialogs.questions.isEmpty());
    QVERIFY(!own->close());
    QVERIFY(own->isVisible());
    QCOMPARE(gui.dialogs.questions.size(), 1);
    kept.hasTray = true;
    QPointer<ConversationWindow> gone(own);
    QVERIFY(own->close());
    QTRY_VERIFY(!gone);
    QCOMPARE(gui.sessions.busyCount(), 1); // goes on in the tray
    QCOMPARE(gui.notifier->shown.size(), 1);
    QCOMPARE(gui.notifier->shown.constFirst().actions, Notice::Actions::OpenAndQuit);
    gui.server.closeHeld();
}

void TestDesktop::aQuickQuestionIsAskedAndAnsweredByKeyboard()
{
    DesktopFixture gui;
    gui.turn = begun("c9");
    gui.turnEnd = Scripted::End::Hold;
    QVERIFY(gui.start());
    Q_EMIT gui.shortcut->activated();
    QVERIFY(QTest::qWaitForWindowActive(&gui.quick()));
    auto *field = gui.inQuick<QPlainTextEdit>("quickAskText");
    QCOMPARE(QApplication::focusWidget(), field);
    const int oneLine = field->height();
    QTest::keyClicks(field, u"Which region"_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(field, u"sold most?"_s);
    QVERIFY(field->height() > oneLine); // it grows
    QTest::keyClick(field, Qt::Key_Return);
    auto *answer = gui.inQuick<MarkdownView>("quickAskAnswer");
    QTRY_COMPARE(answer->toPlainText(), u"South sold <b>most</b>."_s); // while it is written
    QVERIFY(answer->isVisible());
    QCOMPARE(gui.inQuick<QLabel>("quickAskQuestion")->text(), u"Which region sold most?"_s);
    QVERIFY(gui.inQuick<QPushButton>("quickAskStop")->isVisible());
    QVERIFY(gui.notifier->shown.isEmpty());
    auto *open = gui.inQuick<QPushButton>("quickAskOpen");
    QTRY_VERIFY(open->isVisible());
    open->setFocus();
    QTest::keyClick(open, Qt::Key_Space);
    QCOMPARE(gui.window->chat().conversationId().value(), u"c9"_s);
    QVERIFY(gui.quick().isHidden());
    gui.server.closeHeld();
}

void TestDesktop::escapeHidesAndTheAnswerGoesOn()
{
    DesktopFixture gui;
    gui.turn = begun("c9");
    gui.turnEnd = Scripted::End::Hold;
    QVERIFY(gui.start());
    gui.integration->quickAsk();
    QVERIFY(QTest::qWaitForWindowActive(&gui.quick()));
    auto *field = gui.inQuick<QPlainTextEdit>("quickAskText");
    QTest::keyClicks(field, u"Which region?"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(gui.quick().conversationId().value(), u"c9"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(gui.quick().isHidden());
    QCOMPARE(gui.sessions.busyCount(), 1);
    gui.integration->quickAsk(); // the answer is still there
    QCOMPARE(gui.quick().conversationId().value(), u"c9"_s);
    QTest::keyClick(&gui.quick(), Qt::Key_Escape);
    gui.server.sendToHeld(ended("c9"));
    QTRY_COMPARE(gui.notifier->shown.size(), 1); // nobody watched
    gui.integration->quickAsk();
    QVERIFY(gui.quick().conversationId().isEmpty()); // a new question
    QVERIFY(!gui.inQuick<MarkdownView>("quickAskAnswer")->isVisible());
    gui.server.closeHeld();
}

void TestDesktop::aQuickQuestionLeavesTheChatAlone()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    auto *draft = gui.find<QPlainTextEdit>("composerText");
    QTest::keyClicks(draft, u"half a question"_s);
    gui.integration->quickAsk();
    QVERIFY(QTest::qWaitForWindowActive(&gui.quick()));
    auto *field = gui.inQuick<QPlainTextEdit>("quickAskText");
    QTest::keyClicks(field, u"Which region?"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(gui.quick().conversationId().value(), u"c9"_s);
    QVERIFY(gui.turnOver());
    QVERIFY(gui.window->chat().conversationId().isEmpty());
    QCOMPARE(draft->toPlainText(), u"half a question"_s);
    QTest::keyClicks(field, u"And in Q4?"_s); // follows in the same conversation
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(gui.questions(), 2);
    QVERIFY(gui.turnOver());
    gui.inQuick<QPushButton>("quickAskAgain")->click();
    QVERIFY(gui.quick().conversationId().isEmpty());
}

void TestDesktop::aQuickQuestionThatFailsSaysSo()
{
    DesktopFixture gui;
    gui.turn = {frame("run_created", R"({"run_id":"r9","conversation_id":"c9","message_id":"m1"})"),
                frame("error", R"({"error":"The model is away."})")};
    QVERIFY(gui.start());
    gui.integration->quickAsk();
    QVERIFY(QTest::qWaitForWindowActive(&gui.quick()));
    auto *field = gui.inQuick<QPlainTextEdit>("quickAskText");
    QTest::keyClicks(field, u"Which region?"_s);
    QTest::keyClick(field, Qt::Key_Return);
    auto *note = gui.inQuick<QLabel>("quickAskNote");
    QTRY_VERIFY(note->isVisible() && note->text().contains(u"The model is away."_s));
    QVERIFY(gui.turnOver());
    QVERIFY(!gui.inQuick<QPushButton>("quickAskStop")->isVisible());
}

void TestDesktop::withoutAConnectionAQuestionWaits()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    gui.integration->quickAsk();
    auto *field = gui.inQuick<QPlainTextEdit>("quickAskText");
    gui.workspace.close();
    QTest::keyClicks(field, u"Which region?"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(gui.questions(), 0);
    QCOMPARE(field->toPlainText(), u"Which region?"_s); // kept
    QCOMPARE(gui.inQuick<QLabel>("quickAskNote")->text(), u"Not connected. Agent Desk says why."_s);
    QVERIFY(!gui.inQuick<QPushButton>("quickAskSend")->isEnabled());
}

void TestDesktop::theQuickWindowIsNamedAndReachedByTab()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    gui.integration->quickAsk();
    QVERIFY(QTest::qWaitForWindowActive(&gui.quick()));
    auto *field = gui.inQuick<QPlainTextEdit>("quickAskText");
    QTest::keyClicks(field, u"Which region?"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(gui.inQuick<QPushButton>("quickAskAgain")->isVisible());
    QTest::keyClicks(field, u"More"_s);
    QCOMPARE(namingProblems(gui.quick()), QStringList());
    QCOMPARE(tabbingProblems(gui.quick()), QStringList());
}

void TestDesktop::theSettingsOfferWhatTheDesktopCan()
{
    DesktopFixture gui;
    gui.shortcut->become(GlobalShortcut::State::Unbound);
    QVERIFY(gui.start());
    gui.window->showPage(u"settings"_s);
    gui.find<SettingsPage>("settingsPage")->showSection(SettingsPage::Section::Desktop);
    auto *tray = gui.find<QCheckBox>("trayCheck");
    auto *close = gui.find<QCheckBox>("closeCheck");
    QVERIFY(tray->isVisible() && tray->isChecked());
    QVERIFY(close->isVisible() && !close->isChecked());
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Space);
    QVERIFY(gui.settings.value(Settings::Key::CloseToTray).toBool());
    tray->setFocus();
    QTest::keyClick(tray, Qt::Key_Space);
    QVERIFY(!close->isEnabled()); // without an icon there would be no way back
    auto *notify = gui.find<QCheckBox>("notifyCheck");
    notify->setFocus();
    QTest::keyClick(notify, Qt::Key_Space);
    QVERIFY(!gui.settings.value(Settings::Key::NotifyAnswers).toBool());
    auto *bind = gui.find<QPushButton>("bindButton");
    QVERIFY(bind->isVisible());
    bind->setFocus();
    QTest::keyClick(bind, Qt::Key_Space);
    QCOMPARE(gui.shortcut->asked, 1);
    QVERIFY(!bind->isEnabled());
    gui.shortcut->become(GlobalShortcut::State::Bound, u"Ctrl+Super+A"_s);
    QCOMPARE(gui.find<QLabel>("shortcutLabel")->text(), u"Ctrl+Super+A opens it."_s);
    QVERIFY(gui.settings.value(Settings::Key::QuickAskBound).toBool());
    QVERIFY(!gui.find<QLineEdit>("commandEdit")->isVisible());
}

void TestDesktop::theSettingsExplainWhatItCannot()
{
    DesktopFixture gui;
    gui.hasTray = false;
    QVERIFY(gui.start());
    gui.window->showPage(u"settings"_s);
    gui.find<SettingsPage>("settingsPage")->showSection(SettingsPage::Section::Desktop);
    QVERIFY(!gui.find<QCheckBox>("trayCheck")->isVisible());
    QVERIFY(!gui.find<QCheckBox>("closeCheck")->isVisible());
    QVERIFY(gui.find<QLabel>("noTrayLabel")->isVisible());
    QVERIFY(!gui.find<QPushButton>("bindButton")->isVisible());
    QCOMPARE(gui.find<QLineEdit>("commandEdit")->text(), u"agentdesk --quick-ask"_s);
    auto *copy = gui.find<QPushButton>("copyCommandButton");
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(), u"agentdesk --quick-ask"_s);
    QCOMPARE(namingProblems(*gui.window), QStringList());
    QCOMPARE(tabbingProblems(*gui.window), QStringList());
}

void TestDesktop::picturesOfThem()
{
    DesktopFixture gui;
    QVERIFY(gui.start());
    gui.window->showPage(u"settings"_s);
    gui.find<SettingsPage>("settingsPage")->showSection(SettingsPage::Section::Desktop);
    gui.integration->quickAsk();
    QVERIFY(QTest::qWaitForWindowActive(&gui.quick()));
    auto *field = gui.inQuick<QPlainTextEdit>("quickAskText");
    QTest::keyClicks(field, u"Which region sold most in the third quarter?"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(gui.inQuick<QPushButton>("quickAskAgain")->isVisible());
    QVERIFY(gui.quick().height() >= gui.quick().sizeHint().height()); // nothing is squeezed
    if (!qEnvironmentVariableIsSet("DESK_SHOTS"))
        return;
    const QString folder = qEnvironmentVariable("DESK_SHOTS");
    gui.window->grab().save(folder + u"/desktop-settings.png"_s);
    gui.quick().grab().save(folder + u"/quick-ask.png"_s);
    TrayIcon::iconFor(3).pixmap(64).save(folder + u"/tray.png"_s);
    gui.integration->tray().menu().ensurePolished();
    gui.integration->tray().menu().grab().save(folder + u"/tray-menu.png"_s);
}

QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
