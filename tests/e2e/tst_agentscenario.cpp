// Scenario 5 of inventory 5.7, in the whole program against both servers, with the mouse and with keys alone: an agent is made, put right,
// tried before it is saved, saved, made inactive, found again, brought back and asked.
#include "deskdriver.h"
#include "gui/agents/agentspage.h"
#include "signedin.h"
#include "state/agents/agentstore.h"
#include "team.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int patienceMs = 30'000;
constexpr int mostTabs = 120;

const QString instructions = u"Find the rent in leases."_s;

// Names of the agents that the server has and somebody could ask.
QStringList activeOn(Team &team, Kind kind)
{
    if (kind == Kind::Team)
        return team.team().agents().activeNames();
    QNetworkRequest request(team.local().url(u"/agents"_s));
    request.setRawHeader("Authorization", "Bearer " + team.local().token());
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.get(request);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000))
        return {u"no answer"_s};
    QStringList names;
    const QJsonArray agents = QJsonDocument::fromJson(reply->readAll()).array();
    for (const QJsonValue &agent : agents) {
        if (agent["is_active"_L1].toBool())
            names.append(agent["name"_L1].toString());
    }
    return names;
}

bool hasTrial(const QStringList &names)
{
    return std::any_of(names.begin(), names.end(), [](const QString &name) { return name.contains(u"trial"_s); });
}

// Does everything by one means alone.
class Hand
{
public:
    explicit Hand(bool byKeys)
        : m_byKeys(byKeys)
    {
    }

    // By Tab alone, or by a click.
    [[nodiscard]] bool reach(QWidget *widget) const
    {
        if (!widget || !QTest::qWaitFor([widget] { return widget->isVisible() && widget->isEnabled(); }, patienceMs))
            return false;
        if (!m_byKeys) {
            widget->setFocus(Qt::MouseFocusReason);
            return true;
        }
        for (int i = 0; i < mostTabs && !widget->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : widget->window(), Qt::Key_Tab);
        return widget->hasFocus();
    }
    [[nodiscard]] bool press(QWidget *button) const
    {
        if (!reach(button))
            return false;
        if (m_byKeys)
            QTest::keyClick(button, Qt::Key_Space);
        else
            QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    [[nodiscard]] bool write(QWidget *field, const QString &text) const
    {
        if (!reach(field))
            return false;
        QTest::keySequence(field, QKeySequence::SelectAll);
        QTest::keyClicks(field, text);
        return true;
    }
    // From the menu of the list, what is called so.
    [[nodiscard]] bool choose(QListView *list, const QString &action) const
    {
        if (!reach(list))
            return false;
        const QRect row = list->visualRect(list->currentIndex());
        const auto reason = m_byKeys ? QContextMenuEvent::Keyboard : QContextMenuEvent::Mouse;
        QContextMenuEvent event(reason, row.center(), list->viewport()->mapToGlobal(row.center()));
        QApplication::sendEvent(list->viewport(), &event);
        QMenu *menu = nullptr;
        const auto isOpen = [&] { return (menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr; };
        if (!QTest::qWaitFor(isOpen, 5000))
            return false;
        for (QAction *one : menu->actions()) {
            if (one->objectName() != action || !one->isEnabled())
                continue;
            if (m_byKeys) {
                for (int i = 0; i < menu->actions().size() + 1 && menu->activeAction() != one; ++i)
                    QTest::keyClick(menu, Qt::Key_Down);
                QTest::keyClick(menu, Qt::Key_Return);
            } else {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(one).center());
            }
            list->window()->activateWindow(); // this platform does not by itself
            return QTest::qWaitFor([list] { return QApplication::activeWindow() == list->window(); }, 5000);
        }
        return false;
    }

private:
    bool m_byKeys;
};

} // namespace

class TestAgentScenario : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void scenario_5_anAgentIsMadeTriedSavedAndBroughtBack_data();
    void scenario_5_anAgentIsMadeTriedSavedAndBroughtBack();

private:
    void write(Desk &desk, const Hand &hand);
    void tryIt(Desk &desk, const Hand &hand, Team &team, Kind kind);
    void putAway(Desk &desk, const Hand &hand, Team &team, Kind kind);
    void bringBack(Desk &desk, const Hand &hand, Team &team, Kind kind);
    [[nodiscard]] static QString fault(Desk &desk, const QString &field);

    KeychainStore m_keychain;
    Profile m_profile;
};

void TestAgentScenario::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("DESK_TEST_KEYRING"), "run it within packaging/with-keyring.sh, as make test does");
}

void TestAgentScenario::cleanup()
{
    bool removed = false;
    m_keychain.remove(sessionKey(m_profile), this, [&removed](const Result<> &) { removed = true; });
    QTRY_VERIFY(removed);
}

QString TestAgentScenario::fault(Desk &desk, const QString &field)
{
    const auto *label = desk.find<QLabel>(field + u"Fault"_s);
    return label && label->isVisible() ? label->text() : QString();
}

void TestAgentScenario::scenario_5_anAgentIsMadeTriedSavedAndBroughtBack_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("byKeys");
    QTest::newRow("local server, mouse") << Kind::Local << false;
    QTest::newRow("local server, keys alone") << Kind::Local << true;
    QTest::newRow("team server's dialect, mouse") << Kind::Team << false;
    QTest::newRow("team server's dialect, keys alone") << Kind::Team << true;
}

void TestAgentScenario::scenario_5_anAgentIsMadeTriedSavedAndBroughtBack()
{
    QFETCH(const Kind, kind);
    QFETCH(const bool, byKeys);
    QTemporaryDir home;
    Team team(kind, home);
    QVERIFY(team.start());
    m_profile = {Profile::Kind::Team, u"Team"_s, team.cable().url()};
    QVERIFY(signedIn(home, m_keychain, m_profile, tokenSession(team.token())));
    Options options = optionsFor(home);
    options.userDir = home.filePath(u"user"_s);
    options.model.clear();
    Desk desk(options);
    QVERIFY(desk.isReady());
    desk.app.window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &desk.app.window());
    const Hand hand(byKeys);
    QTest::keyClick(&desk.app.window(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(desk.app.window().currentPage(), u"agents"_s);
    QTRY_VERIFY(desk.find<QListView>(u"agentList"_s)->model()->rowCount() > 0);

    write(desk, hand);
    if (!QTest::currentTestFailed())
        tryIt(desk, hand, team, kind);
    if (!QTest::currentTestFailed())
        putAway(desk, hand, team, kind);
    if (!QTest::currentTestFailed())
        bringBack(desk, hand, team, kind);
}

// Made, and what is wrong stands beside its field.
void TestAgentScenario::write(Desk &desk, const Hand &hand)
{
    QVERIFY(hand.press(desk.find<QPushButton>(u"newAgent"_s)));
    QTRY_VERIFY(desk.find<QLineEdit>(u"agentName"_s));
    QVERIFY(hand.write(desk.find<QLineEdit>(u"agentName"_s), u"lease reader!"_s));
    QVERIFY(hand.write(desk.find<QLineEdit>(u"agentTitle"_s), u"Lease reader"_s));
    QTRY_VERIFY(!fault(desk, u"agentName"_s).isEmpty());
    QVERIFY(hand.write(desk.find<QPlainTextEdit>(u"agentInstructionsEdit"_s), instructions));
    QVERIFY(hand.press(desk.find<QPushButton>(u"agentSave"_s)));
    QTRY_VERIFY(desk.find<QLineEdit>(u"agentName"_s)->hasFocus()); // which is led to
    QVERIFY(hand.write(desk.find<QLineEdit>(u"agentName"_s), u"lease-reader"_s));
    QTRY_VERIFY(fault(desk, u"agentName"_s).isEmpty());
    QVERIFY(hand.write(desk.find<QComboBox>(u"agentModel"_s), u"agent"_s));
    QTRY_VERIFY(fault(desk, u"agentModel"_s).isEmpty());
}

// Asked as it is written, and nothing of that stays.
void TestAgentScenario::tryIt(Desk &desk, const Hand &hand, Team &team, Kind kind)
{
    team.answer({u"The rent "_s, u"is **1200**."_s});
    QVERIFY(hand.press(desk.find<QPushButton>(u"agentTry"_s)));
    QDialog *trial = nullptr;
    QTRY_VERIFY((trial = desk.find<QDialog>(u"agentTrial"_s)) && trial->isVisible());
    trial->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), trial); // qWaitForWindowActive() is content with its parent
    QVERIFY(hand.write(desk.find<QPlainTextEdit>(u"scratchQuestion"_s), u"What is the rent?"_s));
    QVERIFY(hand.press(desk.find<QPushButton>(u"scratchRun"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(desk.find<QWidget>(u"scratchMineState"_s)->accessibleName(), u"Done"_s, patienceMs);
    QVERIFY(desk.find<QPlainTextEdit>(u"scratchMineAnswer"_s) || desk.find<QTextEdit>(u"scratchMineAnswer"_s));
    if (kind == Kind::Local) // it was the agent as it stands in the form
        QVERIFY(QJsonDocument(team.model().requests().constLast().body).toJson().contains(instructions.toUtf8()));
    QTRY_VERIFY(!hasTrial(activeOn(team, kind)));
    QVERIFY(!activeOn(team, kind).contains(u"lease-reader"_s));
    QCOMPARE(desk.app.conversations().conversations().size(), 0);
    QTest::keyClick(trial, Qt::Key_Escape);
    QTRY_VERIFY(!trial->isVisible());
    desk.app.window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &desk.app.window());
}

// Saved, and made inactive.
void TestAgentScenario::putAway(Desk &desk, const Hand &hand, Team &team, Kind kind)
{
    auto *list = desk.find<QListView>(u"agentList"_s);
    const int before = list->model()->rowCount();
    QVERIFY(hand.press(desk.find<QPushButton>(u"agentSave"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), before + 1, patienceMs);
    QTRY_VERIFY(activeOn(team, kind).contains(u"lease-reader"_s));
    QTRY_VERIFY(!desk.find<QPushButton>(u"agentSave"_s)->isEnabled());
    QVERIFY(hand.press(desk.find<QPushButton>(u"agentClose"_s)));
    QTRY_VERIFY(!desk.find<QLineEdit>(u"agentName"_s));
    QTRY_VERIFY(list->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"Lease reader"_s));
    QVERIFY(hand.choose(list, u"agentDeactivate"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!activeOn(team, kind).contains(u"lease-reader"_s), patienceMs);
}

// Found among the inactive ones, brought back, and asked.
void TestAgentScenario::bringBack(Desk &desk, const Hand &hand, Team &team, Kind kind)
{
    auto *list = desk.find<QListView>(u"agentList"_s);
    auto *kinds = desk.find<QComboBox>(u"agentKind"_s);
    QVERIFY(hand.reach(kinds));
    QTest::keyClicks(kinds, u"Ina"_s);
    QCOMPARE(kinds->currentText(), u"Inactive"_s);
    QVERIFY(hand.write(desk.find<AgentsPage>(u"agentsPage"_s)->searchField(), u"leases"_s)); // of its instructions
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QVERIFY(hand.choose(list, u"agentReactivate"_s));
    if (kind == Kind::Team) { // this server brings nothing back; the copy of this computer does
        QPushButton *anew = nullptr;
        QTRY_VERIFY((anew = desk.find<AgentsPage>(u"agentsPage"_s)->findChild<QPushButton *>(u"errorAction"_s)) && anew->isVisible());
        QVERIFY(hand.press(anew));
        QMessageBox *question = nullptr;
        QTRY_VERIFY((question = desk.app.window().findChild<QMessageBox *>()) && question->isVisible());
        question->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), question);
        const QList<QAbstractButton *> buttons = question->buttons();
        const auto yes = std::find_if(buttons.begin(), buttons.end(), [question](QAbstractButton *button) {
            return question->buttonRole(button) == QMessageBox::AcceptRole;
        });
        QVERIFY(yes != buttons.end());
        QVERIFY(hand.press(*yes));
        QTRY_VERIFY(!desk.app.window().findChild<QMessageBox *>());
        desk.app.window().activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &desk.app.window());
    }
    const auto isBack = [&] {
        const QStringList names = activeOn(team, kind);
        return std::any_of(names.begin(), names.end(), [](const QString &name) { return name.startsWith(u"lease-reader"_s); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBack(), patienceMs);
    QVERIFY(hand.reach(kinds));
    QTest::keyClick(kinds, Qt::Key_Home); // all
    QTRY_COMPARE(list->model()->rowCount(), 1);
    team.answer({u"It is 1200."_s});
    QVERIFY(hand.press(desk.find<QPushButton>(u"chatWithAgent"_s)));
    QTRY_COMPARE(desk.app.window().currentPage(), u"chat"_s);
    desk.type(u"What is the rent?"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().state == MessageState::Complete && desk.last().role == Role::Assistant, patienceMs);
    QCOMPARE(desk.last().content, u"It is 1200."_s);
}

QTEST_MAIN(TestAgentScenario)
#include "tst_agentscenario.moc"
