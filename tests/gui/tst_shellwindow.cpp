#include "gui/chat/chatpage.h"
#include "gui/composeservices.h"
#include "gui/guifixture.h"
#include "gui/keycollisions.h"
#include "gui/shell/conversationwindow.h"
#include "gui/shell/conversationwindows.h"
#include "gui/shell/statusline.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/statuschip.h"
#include "i18n.h"
#include "state/chat/chatchoices.h"
#include "state/prompts/promptstore.h"
#include "state/store/chatoptionsstore.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// The catalogue of a language, as the program installs it, while this lives.
class Speaking
{
public:
    explicit Speaking(const QLocale &locale) { installTranslations(*QCoreApplication::instance(), locale); }
    ~Speaking()
    {
        const QList<QTranslator *> installed =
            QCoreApplication::instance()->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly);
        qDeleteAll(installed);
    }
    Q_DISABLE_COPY_MOVE(Speaking)
};

// With everything that has keys.
struct WholeFixture : GuiFixture {
    ChatChoices choices{api, workspace};
    ChatOptionsStore options{store};
    PromptStore prompts{store};
    ComposeServices compose{&choices, &options, &prompts, nullptr};

    WholeFixture()
    {
        script = [](const Received &request) {
            if (request.target.startsWith("/conversations?"))
                return json(R"({"conversations":[{"id":"c1","title":"Quarterly figures"}],"total":1})");
            if (request.target.startsWith("/conversations/c1/messages"))
                return json(R"({"total":2,"messages":[{"id":"m2","role":"assistant","content":"South.","created_at":"2026-05-02T09:14:05"},
                               {"id":"m1","role":"user","content":"Which region?","created_at":"2026-05-02T09:14:03"}]})");
            if (request.target.startsWith("/conversations/c1"))
                return json(R"({"id":"c1","title":"Quarterly figures"})");
            if (request.target.startsWith("/insights/list"))
                return json(R"({"results":[],"total":0,"by_category":{}})");
            return sample(request.target);
        };
        newInsights = [this](QObject *parent) { return new InsightStore(api, parent); };
    }
    // Call inside QVERIFY.
    [[nodiscard]] bool showAll()
    {
        options.open(u"account"_s);
        Services all = services();
        all.compose = &compose;
        theme.apply(settings.text(Settings::Key::Theme));
        window = std::make_unique<MainWindow>(all);
        window->resize(1500, 900);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()) || !openAndLoad())
            return false;
        insights.refresh();
        window->openConversation(ConversationId(u"c1"_s));
        return QTest::qWaitFor(
            [this] {
                ChatSession *session = window->chat().session();
                return session != nullptr && session->transcript().rowCount() == 2 && window->chat().hasInsights();
            },
            5000);
    }
};

} // namespace

class TestShellWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void controlAndNumberReachEveryPage();
    void railButtonsReachEveryPageByKeyboard();
    void menusHoldTheSameActions();
    void pageAndGeometryAreRemembered();
    void anUnknownStoredPageIsIgnored();
    void findAndRefreshWorkWhereThereIsSomething();
    void statusLineTellsStateServerAndModel();
    void aFailedWorkspaceSaysWhyAndOffersRetry();
    void contentStaysWhenTheConnectionIsLost();
    void theBannerShowsDetailsAndCopiesThem();
    void theBannerNeverShowsCancelledNorMarkup();
    void editMenuPastesIntoTheFocusedField();
    void helpListsTheShortcuts();
    void noKeyMeansTwoThings_data();
    void noKeyMeansTwoThings();
    void helpListsEveryKeyOfTheWindow();
    void theLastConversationIsReopenedInItsOwnProfileOnly();
    void focusFollowsThePage();
};

void TestShellWindow::controlAndNumberReachEveryPage()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    const QStringList pages{u"chat"_s, u"agents"_s, u"tools"_s, u"models"_s, u"workflows"_s, u"runs"_s, u"settings"_s};
    for (int i = 6; i >= 0; --i) {
        QTest::keyClick(gui.window.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(gui.window->currentPage(), pages.at(i));
    }
    QTest::keyClick(gui.window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(gui.window->currentPage(), u"settings"_s);
    QTest::keyClick(gui.window.get(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
}

void TestShellWindow::railButtonsReachEveryPageByKeyboard()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.window->showPage(u"chat"_s);
    auto *chat = gui.find<QAbstractButton>("rail:chat");
    QVERIFY(chat->isChecked());
    chat->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chat, Qt::Key_Down);
    QCOMPARE(gui.window->currentPage(), u"agents"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(gui.window->currentPage(), u"tools"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(gui.window->currentPage(), u"models"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(gui.window->currentPage(), u"workflows"_s);
    QVERIFY(!chat->isChecked());
    QTest::mouseClick(gui.find<QAbstractButton>("rail:settings"), Qt::LeftButton);
    QCOMPARE(gui.window->currentPage(), u"settings"_s);
}

void TestShellWindow::menusHoldTheSameActions()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    QStringList names;
    const QList<QAction *> menus = gui.window->menuBar()->actions();
    QCOMPARE(menus.size(), 7);
    for (const QAction *menu : menus) {
        QVERIFY(menu->text().contains(u'&')); // reachable by Alt and a letter
        for (const QAction *action : menu->menu()->actions())
            names += action->objectName();
    }
    for (const QString &name : {u"newChat"_s, u"quit"_s, u"find"_s, u"openSettings"_s, u"refresh"_s, u"shortcuts"_s, u"about"_s,
                                u"page:runs"_s, u"manageProfiles"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

void TestShellWindow::pageAndGeometryAreRemembered()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.window->resize(1111, 777);
    gui.window->showPage(u"runs"_s);
    gui.window->close();
    gui.window.reset();
    QVERIFY(gui.show());
    QCOMPARE(gui.window->currentPage(), u"runs"_s);
    QCOMPARE(gui.window->size(), QSize(1111, 777));
}

void TestShellWindow::anUnknownStoredPageIsIgnored()
{
    GuiFixture gui;
    gui.settings.set(Settings::Key::WindowPage, u"of a later version"_s);
    gui.settings.set(Settings::Key::WindowGeometry, QByteArray("garbage"));
    QVERIFY(gui.show());
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
}

void TestShellWindow::findAndRefreshWorkWhereThereIsSomething()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->showPage(u"agents"_s);
    QTest::keyClick(gui.window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QCOMPARE(field->accessibleName(), u"Search agents"_s);

    const auto before = gui.server.received().size();
    QTest::keyClick(gui.window.get(), Qt::Key_F5);
    QTRY_VERIFY(gui.server.received().size() > before);
    QCOMPARE(gui.server.received().constLast().target, "/agents");

    gui.window->showPage(u"settings"_s);
    QVERIFY(!gui.find<QAction>("refresh")->isEnabled());
    QVERIFY(!gui.find<QAction>("find")->isEnabled());
}

void TestShellWindow::statusLineTellsStateServerAndModel()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    auto *chip = gui.find<StatusChip>("statusChip");
    QCOMPARE(chip->text(), u"Not connected"_s);
    QVERIFY(gui.find<QToolButton>("statusModel")->text().contains(u"no language model"_s));
    QSignalSpy states(&gui.workspace, &Workspace::stateChanged);
    QVERIFY(gui.openAndLoad());
    QVERIFY(states.size() >= 2);
    QCOMPARE(chip->text(), u"Ready"_s);
    QCOMPARE(chip->tone(), StatusChip::Tone::Success);
    QCOMPARE(gui.find<QToolButton>("statusProfile")->text(), u"team"_s);
    QVERIFY(gui.find<StatusLine>("statusLine")->accessibleName().contains(u"Ready"_s));
    QTRY_COMPARE(gui.find<StatusChip>("statusRunning")->text(), u"1 running"_s); // run r2
    QTest::mouseClick(gui.find<QToolButton>("statusModel"), Qt::LeftButton);
    QCOMPARE(gui.window->currentPage(), u"settings"_s);
}

void TestShellWindow::aFailedWorkspaceSaysWhyAndOffersRetry()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    auto *banner = gui.find<ErrorBanner>("workspaceFailure");
    QVERIFY(!banner->isVisible());
    gui.workspace.open(Profile{Profile::Kind::Local, Profile::localName(), {}}); // no server program in these options
    QTRY_COMPARE(gui.workspace.state(), Workspace::State::Failed);
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(gui.workspace.error().message));
    QCOMPARE(gui.find<StatusChip>("statusChip")->tone(), StatusChip::Tone::Danger);
    QVERIFY(gui.find<QPushButton>("statusRetry")->isVisible());

    banner->findChild<QPushButton *>(u"errorSecondAction"_s)->click();
    QCOMPARE(gui.dialogs.opened, QList<QUrl>{QUrl::fromLocalFile(gui.dir.path())});
    QVERIFY(banner->isVisible());

    QSignalSpy states(&gui.workspace, &Workspace::stateChanged);
    banner->findChild<QPushButton *>(u"errorAction"_s)->click();
    QTRY_VERIFY(!states.isEmpty());
    QTRY_COMPARE(gui.workspace.state(), Workspace::State::Failed);
    QVERIFY(banner->isVisible());
}

void TestShellWindow::contentStaysWhenTheConnectionIsLost()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->showPage(u"agents"_s);
    auto *list = gui.find<QWidget>("agentList");
    QVERIFY(list->isVisible());
    gui.workspace.open(Profile{Profile::Kind::Local, Profile::localName(), {}});
    QTRY_COMPARE(gui.workspace.state(), Workspace::State::Failed);
    QVERIFY(list->isVisible());
}

void TestShellWindow::theBannerShowsDetailsAndCopiesThem()
{
    ErrorBanner banner;
    Error error;
    error.kind = Error::Kind::Unavailable;
    error.httpStatus = 503;
    error.message = u"The server is busy."_s;
    error.nextStep = u"Wait a minute."_s;
    error.requestId = u"req-42"_s;
    error.detail = u"queue full"_s;
    int ran = 0;
    banner.showError(error, u"Try again"_s, [&ran] { ++ran; });
    QVERIFY(banner.isVisible());
    QCOMPARE(banner.text(), u"The server is busy.\nWait a minute."_s);
    auto *copy = banner.findChild<QPushButton *>(u"errorCopy"_s);
    QVERIFY(!copy->isVisible());
    banner.findChild<QPushButton *>(u"errorDetails"_s)->click();
    QVERIFY(copy->isVisible());
    copy->click();
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString &part : {u"The server is busy."_s, u"503"_s, u"req-42"_s, u"queue full"_s})
        QVERIFY2(copied.contains(part), qPrintable(part));
    banner.findChild<QPushButton *>(u"errorAction"_s)->click();
    QCOMPARE(ran, 1);
    QVERIFY(!banner.isVisible());
}

void TestShellWindow::theBannerNeverShowsCancelledNorMarkup()
{
    ErrorBanner banner;
    Error error;
    error.kind = Error::Kind::Cancelled;
    error.message = u"x"_s;
    banner.showError(error);
    QVERIFY(!banner.isVisible());
    error.kind = Error::Kind::Server;
    error.message = u"<img src='file:///etc/passwd'>"_s;
    banner.showError(error);
    const QList<QLabel *> labels = banner.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
    QCOMPARE(banner.text(), error.message);
    banner.findChild<QToolButton *>(u"errorClose"_s)->click();
    QVERIFY(!banner.isVisible());
}

void TestShellWindow::editMenuPastesIntoTheFocusedField()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->showPage(u"agents"_s);
    QTest::keyClick(gui.window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QGuiApplication::clipboard()->setText(u"table"_s);
    const QMenu *edit = gui.window->menuBar()->actions().at(1)->menu();
    edit->actions().at(2)->trigger();
    QCOMPARE(field->text(), u"table"_s);
}

void TestShellWindow::helpListsTheShortcuts()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    QTest::keyClick(gui.window.get(), Qt::Key_F1);
    QTRY_VERIFY(gui.find<QDialog>("shortcutsDialog"));
    auto *list = gui.find<QAbstractItemView>("shortcutList");
    QVERIFY(list->model()->rowCount() >= 10);
    QTest::keyClick(list, Qt::Key_Escape);
    QTRY_VERIFY(!gui.find<QDialog>("shortcutsDialog"));
}

void TestShellWindow::noKeyMeansTwoThings_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("English") << QLocale(QLocale::English);
    QTest::newRow("German") << QLocale(QLocale::German);
}

void TestShellWindow::noKeyMeansTwoThings()
{
    QFETCH(QLocale, locale);
    const Speaking speaking(locale);
    if (locale.language() == QLocale::German)
        QCOMPARE(QCoreApplication::translate("desk::WindowMenus", "&File"), u"&Datei"_s);
    WholeFixture gui;
    QVERIFY(gui.showAll());
    gui.window->chat().toggleInsights();
    const auto check = [](QWidget &window, const QString &where) {
        const QStringList problems = keyCollisions(window);
        QVERIFY2(problems.isEmpty(), qPrintable(where + u":\n"_s + problems.join(u'\n')));
    };
    for (const QString &page : {u"chat"_s, u"agents"_s, u"tools"_s, u"models"_s, u"workflows"_s, u"runs"_s, u"settings"_s, u"insights"_s}) {
        gui.window->showPage(page);
        QCOMPARE(gui.window->currentPage(), page);
        check(*gui.window, page);
    }
    gui.window->showPage(u"settings"_s);
    auto *sections = gui.find<QListWidget>("settingsSections");
    QVERIFY(sections != nullptr);
    for (int row = 0; row < sections->count(); ++row) {
        sections->setCurrentRow(row);
        check(*gui.window, sections->item(row)->text());
    }
    ConversationWindow *own = gui.window->windows().open(ConversationId(u"c1"_s));
    QVERIFY(own && QTest::qWaitForWindowActive(own));
    check(*own, u"a conversation"_s);
    gui.window->showPage(u"chat"_s);
    check(*gui.window, u"a chat that is written elsewhere"_s);

    // What is looked for is found.
    auto *twice = new QAction(u"Twice"_s, gui.window.get());
    twice->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    gui.window->addAction(twice);
    QCOMPARE(keyCollisions(*gui.window).size(), 1);
}

void TestShellWindow::helpListsEveryKeyOfTheWindow()
{
    WholeFixture gui;
    QVERIFY(gui.showAll());
    QTest::keyClick(gui.window.get(), Qt::Key_F1);
    QTRY_VERIFY(gui.find<QDialog>("shortcutsDialog"));
    if (qEnvironmentVariableIsSet("DESK_SHOTS"))
        gui.find<QDialog>("shortcutsDialog")->grab().save(qEnvironmentVariable("DESK_SHOTS") + u"/shortcuts.png"_s);
    const QAbstractItemModel *rows = gui.find<QAbstractItemView>("shortcutList")->model();
    QStringList listed;
    QStringList lines;
    for (int row = 0; row < rows->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < rows->columnCount(); ++column)
            cells << rows->index(row, column).data().toString();
        listed << cells.at(1).split(u"; "_s);
        lines << cells.join(u" | "_s);
    }
    QStringList missing = keysInUse(*gui.window);
    QVERIFY(missing.size() > 30);
    missing.removeIf([&listed](const QString &keys) { return listed.contains(keys); });
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
    QCOMPARE(lines.removeDuplicates(), 0);
    for (const QString &keys : {u"Ctrl+Shift+O"_s, u"Ctrl+Shift+L"_s, u"F6"_s, u"Ctrl+R"_s, u"Ctrl+Alt+1"_s, u"Ctrl+Z"_s})
        QVERIFY2(listed.contains(keys), qPrintable(keys));
}

void TestShellWindow::theLastConversationIsReopenedInItsOwnProfileOnly()
{
    for (const auto &[profile, expected] : {std::pair{u"team"_s, u"c1"_s}, {u"elsewhere"_s, QString()}}) {
        GuiFixture gui;
        gui.settings.set(Settings::Key::LastConversation, QVariantMap{{profile, u"c1"_s}});
        QVERIFY(gui.show());
        QVERIFY(gui.openAndLoad());
        QCOMPARE(gui.window->chat().conversationId().value(), expected);
    }
}

void TestShellWindow::focusFollowsThePage()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    QVERIFY(gui.window->chat().isAncestorOf(gui.window->focusWidget())); // one can type at once
    QTest::keyClick(gui.window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(gui.window->focusWidget()->objectName(), u"agentList"_s);
    QTest::keyClick(gui.window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(gui.window->focusWidget()->objectName(), u"toolList"_s);
    QTest::keyClick(gui.window.get(), Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(gui.window->focusWidget()->objectName(), u"runTable"_s);
    gui.find<QAbstractButton>("rail:runs")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(gui.window->focusWidget(), Qt::Key_Up);
    QCOMPARE(gui.window->focusWidget()->objectName(), u"rail:workflows"_s); // walking the rail stays on it
}

QTEST_MAIN(TestShellWindow)
#include "tst_shellwindow.moc"
