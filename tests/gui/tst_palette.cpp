#include "gui/accessibility.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/guifixture.h"
#include "gui/palette/fuzzymatch.h"
#include "gui/palette/palettemodel.h"
#include "gui/palette/palettewindow.h"
#include "gui/shell/conversationwindow.h"
#include "gui/shell/conversationwindows.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct PaletteFixture : GuiFixture {
    int many = 0;

    [[nodiscard]] QByteArray manyConversations() const
    {
        QByteArray list;
        for (int i = 0; i < many; ++i) {
            const QByteArray number = QByteArray::number(i);
            list += (i > 0 ? "," : "") + (R"({"id":"n)" + number + R"(","title":"Report )" + number + R"( on the quarter"})");
        }
        return R"({"conversations":[)" + list + R"(],"total":)" + QByteArray::number(many) + '}';
    }

    PaletteFixture()
    {
        script = [this](const Received &request) {
            if (request.target.startsWith("/conversations?") && many > 0)
                return json(manyConversations());
            if (request.target.startsWith("/conversations?"))
                return json(
                    R"({"conversations":[{"id":"c1","title":"Quarterly figures"},{"id":"c2","title":"<b>Shops</b> in Kiel"}],"total":2})");
            if (request.target.startsWith("/conversations/c2"))
                return request.target.contains("messages") ? json(R"({"messages":[],"total":0})") : json(R"({"id":"c2","title":"Shops"})");
            return sample(request.target);
        };
    }
    // Call inside QVERIFY.
    [[nodiscard]] bool start() { return show() && openAndLoad(); }
    [[nodiscard]] bool press(QWidget *on = nullptr)
    {
        QWidget *target = on != nullptr ? on : window->focusWidget() != nullptr ? window->focusWidget() : window.get();
        target->window()->activateWindow(); // the keys are for the window that is active
        if (!QTest::qWaitForWindowActive(target->window()))
            return false;
        QTest::keyClick(target, Qt::Key_K, Qt::ControlModifier);
        if (!QTest::qWaitFor([] { return palette() != nullptr; }, 5000))
            return false;
        palette()->activateWindow(); // the offscreen platform does not do it by itself
        return QTest::qWaitFor([] { return palette()->isActiveWindow(); }, 5000);
    }
    [[nodiscard]] static PaletteWindow *palette()
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (auto *palette = qobject_cast<PaletteWindow *>(widget); palette != nullptr && palette->isVisible())
                return palette;
        }
        return nullptr;
    }
    [[nodiscard]] static QLineEdit *field() { return palette()->findChild<QLineEdit *>(u"paletteField"_s); }
    [[nodiscard]] static QListView *list() { return palette()->findChild<QListView *>(u"paletteList"_s); }
    [[nodiscard]] static QStringList titles()
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all << list()->model()->index(row, 0).data().toString();
        return all;
    }
    [[nodiscard]] static QModelIndex find(const QString &title)
    {
        const qsizetype row = titles().indexOf(title);
        return row < 0 ? QModelIndex() : list()->model()->index(static_cast<int>(row), 0);
    }
    static void choose(const QString &text)
    {
        QTest::keyClicks(field(), text);
        QTest::keyClick(field(), Qt::Key_Return);
    }
    static void shoot(QWidget &widget, const char *name)
    {
        if (qEnvironmentVariableIsSet("DESK_SHOTS"))
            widget.grab().save(qEnvironmentVariable("DESK_SHOTS") + u'/' + QLatin1StringView(name) + u".png"_s);
    }
};

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_41_wordsAndLettersFitInTheirOrderOfWorth();
    void D_41_aPatternOfWordsNeedsEachOfThem();
    void D_41_theKeysOpenItAndEscapeGivesTheFocusBack();
    void D_41_everyActionIsOfferedWithItsKeysOrWhyNot();
    void D_41_pagesConversationsAgentsAndCommandsAreReachedByTyping();
    void D_41_whatCannotBeDoneNowIsNotDone();
    void D_41_whatWasChosenLastComesFirst();
    void D_41_whatIsChosenIsToldToAssistiveTechnology();
    void D_41_tenThousandConversationsAreSearched();
    void D_41_aWindowOfOneConversationHasItsOwn();
};

void TestPalette::D_41_wordsAndLettersFitInTheirOrderOfWorth()
{
    const auto score = [](const QString &pattern, const QString &text) { return FuzzyMatch::of(pattern, text).score; };
    QVERIFY(score(u"set"_s, u"Settings"_s) > score(u"set"_s, u"Reset"_s));
    QVERIFY(score(u"set"_s, u"Set theme"_s) > score(u"set"_s, u"Settings"_s));
    QVERIFY(score(u"fig"_s, u"Quarterly figures"_s) > score(u"fig"_s, u"Configure"_s));
    QVERIFY(score(u"fig"_s, u"Configure"_s) > score(u"qfg"_s, u"Quarterly figures"_s));
    QVERIFY(score(u"qfg"_s, u"Quarterly figures"_s) >= 0);
    QVERIFY(score(u"xyz"_s, u"Quarterly figures"_s) < 0);
    QCOMPARE(score({}, u"Anything"_s), 0);
    QVERIFY(score(u"ÜBER"_s, u"Bericht über Kiel"_s) > 0);
    QVERIFY(score(u"a"_s, QString()) < 0);
    QCOMPARE(FuzzyMatch::of(u"fig"_s, u"Quarterly figures"_s).places, QList<qsizetype>({10, 11, 12}));
}

void TestPalette::D_41_aPatternOfWordsNeedsEachOfThem()
{
    QVERIFY(FuzzyMatch::of(u"fig quart"_s, u"Quarterly figures"_s).fits());
    QVERIFY(!FuzzyMatch::of(u"fig kiel"_s, u"Quarterly figures"_s).fits());
}

void TestPalette::D_41_theKeysOpenItAndEscapeGivesTheFocusBack()
{
    PaletteFixture gui;
    QVERIFY(gui.start());
    const QPointer<QWidget> before = gui.window->focusWidget();
    QVERIFY(qobject_cast<ComposerEdit *>(before)); // the keys work while somebody writes
    QVERIFY(gui.press());
    QCOMPARE(QApplication::focusWidget(), PaletteFixture::field());
    const QStringList problems = namingProblems(*PaletteFixture::palette());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QTest::keyClicks(PaletteFixture::field(), u"figures"_s);
    PaletteFixture::shoot(*PaletteFixture::palette(), "palette-search");
    QTest::keyClick(PaletteFixture::field(), Qt::Key_Escape);
    QTRY_VERIFY(!PaletteFixture::palette());
    gui.window->activateWindow();
    QTRY_COMPARE(QApplication::focusWidget(), before);
}

void TestPalette::D_41_everyActionIsOfferedWithItsKeysOrWhyNot()
{
    PaletteFixture gui;
    QVERIFY(gui.start());
    QVERIFY(gui.press());
    PaletteFixture::shoot(*PaletteFixture::palette(), "palette-all");
    const QStringList titles = PaletteFixture::titles();
    for (const QString &title : {u"New chat"_s, u"Export or print…"_s, u"Keyboard shortcuts"_s, u"Agents"_s, u"Quarterly figures"_s})
        QVERIFY2(titles.contains(title), qPrintable(title));
    QCOMPARE(PaletteFixture::find(u"New chat"_s).data(PaletteModel::KeysRole).toString(), u"Ctrl+N"_s);
    QCOMPARE(PaletteFixture::find(u"Agents"_s).data(PaletteModel::KindTextRole).toString(), u"Page"_s);
    QCOMPARE(PaletteFixture::find(u"Export or print…"_s).data(PaletteModel::WhyNotRole).toString(),
             u"This conversation has no messages yet."_s);
    for (int row = 0; row < PaletteFixture::list()->model()->rowCount(); ++row)
        QVERIFY(!PaletteFixture::list()->model()->index(row, 0).data().toString().contains(u'&'));
}

void TestPalette::D_41_pagesConversationsAgentsAndCommandsAreReachedByTyping()
{
    PaletteFixture gui;
    QVERIFY(gui.start());
    QVERIFY(gui.press());
    PaletteFixture::choose(u"runs"_s);
    QTRY_COMPARE(gui.window->currentPage(), u"runs"_s);
    QTRY_VERIFY(!PaletteFixture::palette());

    gui.window->activateWindow();
    QVERIFY(gui.press());
    PaletteFixture::choose(u"shops"_s);
    QTRY_COMPARE(gui.window->chat().conversationId().value(), u"c2"_s);
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QTRY_VERIFY(!PaletteFixture::palette());

    gui.window->activateWindow();
    QVERIFY(gui.press());
    QTest::keyClicks(PaletteFixture::field(), u"table an"_s);
    QCOMPARE(PaletteFixture::titles(), QStringList{u"Table analyst"_s});
    QTest::keyClick(PaletteFixture::field(), Qt::Key_Return);
    QTRY_VERIFY(gui.window->chat().conversationId().isEmpty()); // a new chat with it

    gui.window->activateWindow();
    QTRY_VERIFY(!PaletteFixture::palette());
    QVERIFY(gui.press());
    QTest::keyClicks(PaletteFixture::field(), u"nothing is called like this"_s);
    QCOMPARE(PaletteFixture::list()->model()->rowCount(), 0);
    QTest::keyClick(PaletteFixture::field(), Qt::Key_Return);
    QVERIFY(PaletteFixture::palette());
}

void TestPalette::D_41_whatCannotBeDoneNowIsNotDone()
{
    PaletteFixture gui;
    QVERIFY(gui.start());
    QVERIFY(gui.press());
    QTest::keyClicks(PaletteFixture::field(), u"export or"_s);
    QCOMPARE(PaletteFixture::titles().constFirst(), u"Export or print…"_s);
    QTest::keyClick(PaletteFixture::field(), Qt::Key_Return);
    QVERIFY(PaletteFixture::palette()); // it says why
    QVERIFY(PaletteFixture::field()->accessibleDescription().contains(u"no messages yet"_s));
}

void TestPalette::D_41_whatWasChosenLastComesFirst()
{
    PaletteFixture gui;
    QVERIFY(gui.start());
    QVERIFY(gui.press());
    PaletteFixture::choose(u"workflows"_s);
    QTRY_VERIFY(!PaletteFixture::palette());
    gui.window->activateWindow();
    QVERIFY(gui.press());
    PaletteFixture::choose(u"quarterly"_s);
    QTRY_VERIFY(!PaletteFixture::palette());
    gui.window->activateWindow();
    QVERIFY(gui.press());
    QCOMPARE(PaletteFixture::titles().mid(0, 2), QStringList({u"Quarterly figures"_s, u"Workflows"_s}));
    QTest::keyClick(PaletteFixture::field(), Qt::Key_Down);
    QTest::keyClick(PaletteFixture::field(), Qt::Key_Return);
    QTRY_COMPARE(gui.window->currentPage(), u"workflows"_s);
}

void TestPalette::D_41_whatIsChosenIsToldToAssistiveTechnology()
{
    PaletteFixture gui;
    QVERIFY(gui.start());
    QVERIFY(gui.press());
    QTest::keyClicks(PaletteFixture::field(), u"new chat"_s);
    QCOMPARE(PaletteFixture::field()->accessibleDescription(), u"New chat, Command, Ctrl+N"_s);
    QTest::keyClicks(PaletteFixture::field(), u" zzz"_s);
    QCOMPARE(PaletteFixture::field()->accessibleDescription(), u"Nothing fits."_s);
}

void TestPalette::D_41_tenThousandConversationsAreSearched()
{
    PaletteFixture gui;
    gui.many = 10'000;
    QVERIFY(gui.start());
    QCOMPARE(gui.conversations.conversations().size(), 10'000);
    QVERIFY(gui.press());
    QVERIFY(PaletteFixture::list()->model()->rowCount() <= PaletteModel::mostRows);
    QTest::keyClicks(PaletteFixture::field(), u"report 7321"_s);
    QCOMPARE(PaletteFixture::titles().constFirst(), u"Report 7321 on the quarter"_s);

    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<PaletteEntry> entries;
    for (int i = 0; i < 10'000; ++i)
        entries.append({PaletteEntry::Kind::Conversation, QString::number(i), u"Report %1 on the quarter"_s.arg(i), {}});
    QBENCHMARK
    {
        model.setEntries(entries, {});
    }
    QBENCHMARK
    {
        model.setPattern(u"rep 732"_s);
    }
}

void TestPalette::D_41_aWindowOfOneConversationHasItsOwn()
{
    PaletteFixture gui;
    QVERIFY(gui.start());
    ConversationWindow *own = gui.window->windows().open(ConversationId(u"c2"_s));
    QVERIFY(QTest::qWaitForWindowActive(own));
    QVERIFY(gui.press(own));
    QCOMPARE(PaletteFixture::palette()->parentWidget(), own);
    QVERIFY(!PaletteFixture::titles().contains(u"Open in new window"_s));
    PaletteFixture::choose(u"quarterly"_s);
    QTRY_COMPARE(gui.window->chat().conversationId().value(), u"c1"_s);
    QCOMPARE(own->conversationId().value(), u"c2"_s);
    own->comeForward();
    QVERIFY(gui.press(own));
    PaletteFixture::choose(u"runs"_s); // a page of the main window
    QTRY_VERIFY(gui.window->isActiveWindow());
    QCOMPARE(gui.window->currentPage(), u"runs"_s);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
