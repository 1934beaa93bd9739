#include "agentscene.h"
#include "gui/agents/editor/picklist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using Scene = AgentScene;

} // namespace

// AG-40 … AG-52: an agent is written in the window, with keys and clicks.
class TestAgentEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_41_oneFieldIsChangedAndNothingElse();
    void AG_40_aNewAgentIsMadeByKeyboard();
    void AG_52_aFaultStandsBesideItsFieldAndStopsTheSave();
    void AG_52_whatTheServerRefusesStandsBesideItsField();
    void AG_42_aToolThatIsNoLongerThereStopsNoOtherChange();
    void AG_43_theLastToolCanBeTakenAway();
    void AG_46_aBuiltInIsCopiedAndNotChanged();
    void AG_47_anUnknownModelStaysAndIsMarked();
    void AG_50_whatIsNotSavedIsThereAgain();
    void AG_50_whoTypesBeforeTheDraftIsReadLosesNeither();
    void AG_50_whatIsWrittenGoesToNoOtherServer();
    void AG_50_undoGoesOverAllFields();
    void HTTP_29_twoWhoChangedTheSameChooseSideBySide();
    void HTTP_29_undoingAfterAConflictTakesBackNothingOfOthers();
    void AG_51_aToolServerIsAddedAndItsSecretsAreHidden();
    void AG_51_aNumberIsSavedAsItWasTyped();
    void AG_41_theWheelChangesNoField();
};

void TestAgentEditor::AG_41_oneFieldIsChangedAndNothingElse()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    QVERIFY(!scene.find<QPushButton>("agentSave")->isEnabled());
    scene.type("agentTitle", u"Leases"_s);
    QTest::keySequence(scene.find<QLineEdit>("agentTitle"), QKeySequence::Save);
    QTRY_COMPARE(scene.server.puts.size(), 1);
    QCOMPARE(scene.server.puts.constFirst(), (QJsonObject{{"display_name"_L1, u"Leases"_s}}));
    QTRY_VERIFY(!scene.find<QPushButton>("agentSave")->isEnabled());
    QCOMPARE(scene.held("colour"_L1).toString(), u"red"_s);
    QCOMPARE(scene.agents.find(AgentId(u"a1"_s))->displayName, u"Leases"_s);
}

void TestAgentEditor::AG_40_aNewAgentIsMadeByKeyboard()
{
    Scene scene;
    QVERIFY(scene.start());
    auto *create = scene.find<QPushButton>("newAgent");
    create->setFocus();
    QTest::keyClick(create, Qt::Key_Space);
    QTRY_VERIFY(scene.find<QLineEdit>("agentName"));
    QTRY_VERIFY(scene.find<QLineEdit>("agentName")->hasFocus());
    QTest::keyClicks(qApp->focusWidget(), u"leases"_s);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(qApp->focusWidget(), u"Leases"_s);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(qApp->focusWidget(), u"Reads leases."_s);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(qApp->focusWidget(), u"agent"_s);
    auto *instructions = scene.find<QPlainTextEdit>("agentInstructionsEdit");
    for (int i = 0; i < 8 && !instructions->hasFocus(); ++i)
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    QVERIFY(instructions->hasFocus());
    QTest::keyClicks(instructions, u"Find the rent."_s);
    QTest::keySequence(instructions, QKeySequence::Save);
    QTRY_COMPARE(scene.server.posts.size(), 1);
    const QJsonObject sent = scene.server.posts.constFirst();
    QCOMPARE(sent.value("name"_L1).toString(), u"leases"_s);
    QCOMPARE(sent.value("display_name"_L1).toString(), u"Leases"_s);
    QCOMPARE(sent.value("description"_L1).toString(), u"Reads leases."_s);
    QCOMPARE(sent.value("model"_L1).toString(), u"agent"_s);
    QCOMPARE(sent.value("instructions"_L1).toString(), u"Find the rent."_s);
    QCOMPARE(sent.value("visibility"_L1).toString(), u"personal"_s);
    QTRY_COMPARE(scene.find<QListView>("agentList")->model()->rowCount(), 3);
}

void TestAgentEditor::AG_52_aFaultStandsBesideItsFieldAndStopsTheSave()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QPlainTextEdit>("agentInstructionsEdit"));
    scene.type("agentInstructionsEdit", {});
    QTRY_VERIFY(!scene.words("agentInstructionsEditFault").isEmpty());
    QCOMPARE(scene.find<QPlainTextEdit>("agentInstructionsEdit")->accessibleDescription(), scene.words("agentInstructionsEditFault"));
    scene.find<QLineEdit>("agentTitle")->setFocus();
    scene.press("agentSave");
    QVERIFY(scene.find<QPlainTextEdit>("agentInstructionsEdit")->hasFocus()); // there it is
    QVERIFY(!scene.words("agentProblem").isEmpty());
    QVERIFY(scene.server.puts.isEmpty());
    QTest::keyClicks(scene.find<QPlainTextEdit>("agentInstructionsEdit"), u"Be kind."_s);
    QTRY_VERIFY(scene.words("agentInstructionsEditFault").isEmpty());
    scene.press("agentSave");
    QTRY_COMPARE(scene.server.puts.size(), 1);
}

void TestAgentEditor::AG_52_whatTheServerRefusesStandsBesideItsField()
{
    Scene scene;
    QVERIFY(scene.start());
    const auto before = scene.script;
    scene.script = [before](const Received &request) {
        return request.method == "PUT"
                   ? reply(422, R"({"detail":[{"loc":["body","description"],"msg":"Too plain for this server","type":"x"}]})")
                   : before(request);
    };
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentDescription"));
    scene.type("agentDescription", u"Plain"_s);
    scene.press("agentSave");
    QTRY_COMPARE(scene.words("agentDescriptionFault"), u"Too plain for this server"_s);
    QCOMPARE(scene.find<QLineEdit>("agentDescription")->text(), u"Plain"_s); // what was typed stays
    scene.type("agentDescription", u"Rich"_s);
    QTRY_COMPARE(scene.words("agentDescriptionFault"), QString());
}

void TestAgentEditor::AG_42_aToolThatIsNoLongerThereStopsNoOtherChange()
{
    Scene scene;
    QVERIFY(scene.start());
    scene.server.put(u"a1"_s, {{"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"old_search"_s}}}}});
    scene.agents.refresh();
    QTRY_COMPARE(scene.agents.find(AgentId(u"a1"_s))->tools, QStringList{u"old_search"_s});
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QListView>("agentToolsList"));
    QTRY_COMPARE(scene.find<QListView>("agentToolsList")->model()->rowCount(), 3);
    QTRY_VERIFY(!scene.words("agentToolsFault").isEmpty());
    scene.type("agentTitle", u"Leases"_s);
    scene.press("agentSave");
    QTRY_COMPARE(scene.server.puts.size(), 1);
    QCOMPARE(scene.server.puts.constFirst().keys(), QStringList{u"display_name"_s});
    QTRY_COMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Leases"_s);
    // Once it is touched, what is wrong with it counts.
    auto *tools = scene.find<QListView>("agentToolsList");
    tools->setFocus();
    tools->setCurrentIndex(tools->model()->index(1, 0));
    QTest::keyClick(tools, Qt::Key_Space);
    scene.press("agentSave");
    QTRY_VERIFY(!scene.words("agentProblem").isEmpty());
    QCOMPARE(scene.server.puts.size(), 1);
}

void TestAgentEditor::AG_43_theLastToolCanBeTakenAway()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QListView>("agentToolsList"));
    auto *tools = scene.find<QListView>("agentToolsList");
    QTRY_COMPARE(tools->model()->rowCount(), 2);
    QVERIFY(tools->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Finds places in files"_s));
    tools->setFocus();
    tools->setCurrentIndex(tools->model()->index(0, 0));
    QTest::keyClick(tools, Qt::Key_Space);
    QTRY_VERIFY(scene.find<QPushButton>("agentSave")->isEnabled());
    scene.press("agentSave");
    QTRY_COMPARE(scene.server.puts.size(), 1);
    QCOMPARE(scene.held("tools"_L1).toObject().value("names"_L1), QJsonValue(QJsonArray()));
}

void TestAgentEditor::AG_46_aBuiltInIsCopiedAndNotChanged()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"b1"_s));
    QVERIFY(!scene.find<QPushButton>("editAgent")->isEnabled());
    QVERIFY(!scene.find<QPushButton>("editAgent")->toolTip().isEmpty());
    scene.press("cloneAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentName"));
    QCOMPARE(scene.find<QLineEdit>("agentName")->text(), u"dispatcher-copy"_s);
    scene.press("agentSave");
    QTRY_COMPARE(scene.server.posts.size(), 1);
    QCOMPARE(scene.server.posts.constFirst().value("visibility"_L1).toString(), u"personal"_s);
    QCOMPARE(scene.server.posts.constFirst().value("instructions"_L1).toString(), u"Be exact."_s);
    QVERIFY(scene.server.puts.isEmpty());
}

void TestAgentEditor::AG_47_anUnknownModelStaysAndIsMarked()
{
    Scene scene;
    QVERIFY(scene.start());
    scene.server.put(u"a1"_s, {{"model"_L1, u"house-model"_s}});
    scene.agents.refresh();
    QTRY_COMPARE(scene.agents.find(AgentId(u"a1"_s))->model, u"house-model"_s);
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QComboBox>("agentModel"));
    QTRY_COMPARE(scene.find<QComboBox>("agentModel")->count(), 2);
    QCOMPARE(scene.find<QComboBox>("agentModel")->currentText(), u"house-model"_s);
    QVERIFY(!scene.words("agentModelAdvice").isEmpty());
    scene.type("agentTitle", u"Leases"_s);
    scene.press("agentSave");
    QTRY_COMPARE(scene.server.puts.size(), 1);
    QCOMPARE(scene.held("model"_L1).toString(), u"house-model"_s);
}

void TestAgentEditor::AG_50_whatIsNotSavedIsThereAgain()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    scene.type("agentTitle", u"Leases"_s);
    scene.press("agentClose");
    QTRY_VERIFY(!scene.find<QLineEdit>("agentTitle"));
    QVERIFY(scene.server.puts.isEmpty());
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    QTRY_COMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Leases"_s);
    QVERIFY(!scene.words("agentNotice").isEmpty());
    scene.press("agentDiscard");
    QTRY_COMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Title of contracts"_s);
    scene.press("agentClose");
    QTRY_VERIFY(!scene.find<QLineEdit>("agentTitle"));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    QCOMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Title of contracts"_s);
}

void TestAgentEditor::AG_50_whoTypesBeforeTheDraftIsReadLosesNeither()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    scene.type("agentTitle", u"Leases"_s);
    scene.type("agentInstructionsEdit", u"Be kind."_s);
    scene.press("agentClose");
    QTRY_VERIFY(!scene.find<QLineEdit>("agentTitle"));
    scene.definitions.flush();
    QTRY_VERIFY(scene.definitions.drafts().isSaved());
    QSemaphore gate; // a disk that is busy
    scene.store.run(
        &scene.agents, [&gate](Database &) { gate.acquire(); }, [](const Result<> &) {});
    scene.press("editAgent");
    scene.type("agentDescription", u"Reads leases"_s);
    scene.type("agentInstructionsEdit", u"Be brief."_s);
    gate.release();
    QTRY_COMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Leases"_s);
    auto *instructions = scene.find<QPlainTextEdit>("agentInstructionsEdit");
    QCOMPARE(instructions->toPlainText(), u"Be brief."_s);
    QCOMPARE(scene.find<QLineEdit>("agentDescription")->text(), u"Reads leases"_s);
    QTest::keySequence(instructions, QKeySequence::Undo);
    QTRY_COMPARE(instructions->toPlainText(), u"Be kind."_s);
}

void TestAgentEditor::AG_50_whatIsWrittenGoesToNoOtherServer()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    scene.type("agentTitle", u"Leases"_s);
    scene.agents.clear(); // as when another profile is opened
    scene.definitions.open(u"eve"_s);
    QTRY_VERIFY(!scene.find<QLineEdit>("agentTitle"));
    scene.definitions.open(u"ada"_s);
    scene.agents.refresh();
    QTRY_VERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    QTRY_COMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Leases"_s);
}

void TestAgentEditor::AG_50_undoGoesOverAllFields()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    scene.type("agentTitle", u"Leases"_s);
    scene.type("agentInstructionsEdit", u"Be kind."_s);
    auto *instructions = scene.find<QPlainTextEdit>("agentInstructionsEdit");
    QTest::keySequence(instructions, QKeySequence::Undo);
    QTRY_COMPARE(instructions->toPlainText(), u"Be exact."_s);
    QCOMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Leases"_s);
    for (int i = 0; i < 10 && scene.find<QLineEdit>("agentTitle")->text() != "Title of contracts"_L1; ++i)
        QTest::keySequence(instructions, QKeySequence::Undo);
    QCOMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Title of contracts"_s);
    QVERIFY(!scene.find<QPushButton>("agentSave")->isEnabled());
    for (int i = 0; i < 10 && instructions->toPlainText() != "Be kind."_L1; ++i)
        QTest::keySequence(instructions, QKeySequence::Redo);
    QCOMPARE(instructions->toPlainText(), u"Be kind."_s);
    QCOMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Leases"_s);
}

void TestAgentEditor::HTTP_29_twoWhoChangedTheSameChooseSideBySide()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    scene.type("agentTitle", u"Mine"_s);
    scene.type("agentInstructionsEdit", u"Be brief."_s);
    scene.server.put(u"a1"_s, {{"display_name"_L1, u"Theirs"_s}, {"instructions"_L1, u"Be kind."_s}, {"description"_L1, u"New"_s}});
    scene.press("agentSave");
    QTRY_VERIFY(scene.find<QRadioButton>("conflictServer-instructions"));
    QTRY_VERIFY(scene.find<QRadioButton>("conflictServer-instructions")->isVisible());
    QVERIFY(scene.server.puts.isEmpty());
    QVERIFY(scene.words("conflictKept").contains(u"Description"_s));
    QTest::mouseClick(scene.find<QRadioButton>("conflictServer-instructions"), Qt::LeftButton);
    scene.press("conflictSave");
    QTRY_COMPARE(scene.server.puts.size(), 1);
    QCOMPARE(scene.server.puts.constFirst(), (QJsonObject{{"display_name"_L1, u"Mine"_s}}));
    QCOMPARE(scene.held("instructions"_L1).toString(), u"Be kind."_s);
    QCOMPARE(scene.held("description"_L1).toString(), u"New"_s);
    QTRY_COMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Mine"_s);
}

void TestAgentEditor::HTTP_29_undoingAfterAConflictTakesBackNothingOfOthers()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    scene.type("agentTitle", u"Mine"_s);
    scene.server.put(u"a1"_s, {{"display_name"_L1, u"Theirs"_s}, {"instructions"_L1, u"Be kind."_s}});
    scene.press("agentSave");
    QTRY_VERIFY(scene.find<QPushButton>("conflictGiveUp")->isVisible());
    scene.press("conflictGiveUp");
    auto *title = scene.find<QLineEdit>("agentTitle");
    QTRY_COMPARE(title->text(), u"Theirs"_s);
    title->setFocus();
    QTest::keySequence(title, QKeySequence::Undo);
    QTRY_COMPARE(title->text(), u"Mine"_s);
    QCOMPARE(scene.find<QPlainTextEdit>("agentInstructionsEdit")->toPlainText(), u"Be kind."_s);
    scene.press("agentSave");
    QTRY_COMPARE(scene.server.puts.size(), 1);
    QCOMPARE(scene.server.puts.constFirst(), (QJsonObject{{"display_name"_L1, u"Mine"_s}}));
    QCOMPARE(scene.held("instructions"_L1).toString(), u"Be kind."_s);
}

void TestAgentEditor::AG_51_aToolServerIsAddedAndItsSecretsAreHidden()
{
    Scene scene;
    QVERIFY(scene.start());
    scene.server.put(u"a1"_s, {{"mcp_servers"_L1, QJsonArray{QJsonObject{{"name"_L1, u"files"_s},
                                                                         {"transport"_L1, u"stdio"_s},
                                                                         {"command"_L1, u"serve"_s},
                                                                         {"env"_L1, QJsonObject{{"API_KEY"_L1, u"hush-hush"_s}}},
                                                                         {"x_more"_L1, 1}}}}});
    scene.agents.refresh();
    QTRY_COMPARE(scene.agents.find(AgentId(u"a1"_s))->mcpServers.size(), 1);
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QPlainTextEdit>("mcpEnvironment"));
    QVERIFY(!scene.find<QPlainTextEdit>("mcpEnvironment")->toPlainText().contains(u"hush"_s));
    scene.press("mcpAdd");
    QTRY_VERIFY(!scene.words("mcpNameFault").isEmpty());
    QVERIFY(scene.find<QLineEdit>("mcpName")->hasFocus());
    QTest::keyClicks(scene.find<QLineEdit>("mcpName"), u"news"_s);
    scene.type("mcpCommand", u"fetch-news"_s);
    scene.type("mcpArguments", u"--all"_s);
    QTRY_VERIFY(scene.words("mcpNameFault").isEmpty() && scene.words("mcpCommandFault").isEmpty());
    scene.press("agentSave");
    QTRY_COMPARE(scene.server.puts.size(), 1);
    const QJsonArray servers = scene.held("mcp_servers"_L1).toArray();
    QCOMPARE(servers.size(), 2);
    QCOMPARE(servers.at(0).toObject().value("env"_L1).toObject().value("API_KEY"_L1).toString(), u"hush-hush"_s);
    QCOMPARE(servers.at(0).toObject().value("x_more"_L1).toInt(), 1);
    QCOMPARE(servers.at(1).toObject().value("args"_L1), QJsonValue(QJsonArray{u"--all"_s}));
}

void TestAgentEditor::AG_51_aNumberIsSavedAsItWasTyped()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QCheckBox>("compressionOwn"));
    scene.find<QCheckBox>("compressionOwn")->click();
    scene.find<QSpinBox>("compressionThreshold")->setLocale(QLocale(QLocale::English, QLocale::UnitedStates)); // which writes 16,384
    scene.type("compressionThreshold", u"16384"_s);
    QCOMPARE(scene.find<QSpinBox>("compressionThreshold")->value(), 16384);
    scene.press("agentSave");
    QTRY_COMPARE(scene.server.puts.size(), 1);
    QCOMPARE(scene.held("context_compression"_L1).toObject().value("compression_threshold_chars"_L1).toInt(), 16384);
}

void TestAgentEditor::AG_41_theWheelChangesNoField()
{
    Scene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QComboBox>("agentVisibility"));
    for (const char *name : {"agentVisibility", "agentModel"}) {
        auto *field = scene.find<QWidget>(name);
        const QPointF middle = field->rect().center();
        for (int angle : {-120, 120}) {
            QWheelEvent turn(middle, field->mapToGlobal(middle), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(field, &turn);
            QVERIFY2(!scene.find<QPushButton>("agentSave")->isEnabled(), name);
        }
    }
}

QTEST_MAIN(TestAgentEditor)
#include "tst_agenteditor.moc"
