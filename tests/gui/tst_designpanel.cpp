// The design assistant in a window, with keys and clicks, over a real socket (AG-49, FR-039 … FR-042).
#include "gui/accessibility.h"
#include "gui/agents/design/designpanel.h"
#include "state/agents/design/designtalk.h"
#include "state/agents/scratch/scratchcleaner.h"
#include "state/definitions/definitionrecords.h"
#include "state/store/storethread.h"
#include "state/store/userschema.h"
#include "state/teamfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QString proposed = QString::fromUtf8(R"(Here: {"display_name":"<b>Reader</b>","instructions":"Read.\nSay where.","model":"gpt-99",
 "tools":[{"name":"document_search","reason":"It has to read."},{"name":"teleport","reason":"r"}],"reasons":{"instructions":"Clear."}})");

QByteArray event(const QByteArray &name, const QJsonObject &data)
{
    return "event: " + name + "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
}

QByteArray words(const QString &text)
{
    const QJsonObject partial{{u"streaming"_s, true}, {u"partial"_s, true}};
    return event("content", {{u"type"_s, u"content"_s}, {u"source"_s, u"chat"_s}, {u"message"_s, text}, {u"data"_s, partial}});
}

QByteArray done()
{
    return event("message_complete", {{u"message_id"_s, u"a1"_s}, {u"conversation_id"_s, u"d1"_s}});
}

Scripted whole(const QString &text)
{
    return eventStream({words(text), done()}, Scripted::End::Close);
}

Agent agent()
{
    Agent out;
    out.id = AgentId(u"a1"_s);
    out.name = u"reader"_s;
    out.displayName = u"Old"_s;
    out.model = u"agent"_s;
    out.instructions = u"Old text."_s;
    out.raw = {{u"colour"_s, u"red"_s}};
    return out;
}

AgentSurroundings surroundings()
{
    AgentSurroundings out;
    out.models = QStringList{u"agent"_s};
    Tool tool;
    tool.name = u"document_search"_s;
    tool.isBuiltin = true;
    out.tools = QList<Tool>{tool};
    return out;
}

struct Scene : TeamFixture {
    QList<Scripted> answers;
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store{folder, userStoreKind(folder)};
    DefinitionRecords records{store};
    ScratchCleaner cleaner{api, workspace, store, records.trialMarks()};
    int removalStatus = 204;
    std::unique_ptr<DesignTalk> talk = std::make_unique<DesignTalk>(api, workspace, cleaner);
    std::unique_ptr<DesignPanel> panel = std::make_unique<DesignPanel>(*talk);
    QList<Agent> changes;
    QStringList fields;

    Scene()
    {
        records.open(u"ada"_s);
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target == "/chat/message/stream/agentic")
                return answers.isEmpty() ? Scripted{} : answers.takeFirst();
            if (request.method == "POST" && request.target == "/conversations")
                return reply(201, R"({"id":"d1","title":"T"})");
            return request.method == "DELETE" ? reply(removalStatus, removalStatus == 204 ? "" : R"({"detail":"Not today."})") : Scripted{};
        };
        QObject::connect(panel.get(), &DesignPanel::accepted, panel.get(), [this](const Agent &changed, const QString &field) {
            changes.append(changed);
            fields.append(field);
        });
    }
    [[nodiscard]] bool show()
    {
        panel->resize(700, 900);
        panel->setAgent(agent(), surroundings());
        panel->show();
        panel->activateWindow();
        return QTest::qWaitForWindowActive(panel.get());
    }
    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return panel->findChild<T *>(name);
    }
    void press(const QString &button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void wish(const QString &text) const
    {
        auto *field = find<QPlainTextEdit>(u"designWish"_s);
        field->setFocus();
        QTest::keySequence(field, QKeySequence::SelectAll);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    }
    [[nodiscard]] QString said(const QString &label) const
    {
        const auto *found = find<QLabel>(label);
        return found && found->isVisible() ? found->text() : QString();
    }
    [[nodiscard]] bool isShown(const QString &name) const
    {
        const auto *found = find<QWidget>(name);
        return found && found->isVisible();
    }
    [[nodiscard]] bool isProposed() const { return talk->state() == DesignTalk::State::Proposed; }
};

} // namespace

class TestDesignPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_49_aWishBecomesAProposalByKeyboard();
    void AG_49_oneFieldIsTakenAndOnlyItChanges();
    void AG_49_allThatCanBeTakenIsTakenAtOnce();
    void AG_49_theAnswerIsShownAsItComesAndCanBeStopped();
    void AG_49_whatFailsIsSaid();
    void FR_041_aProposalIsRefinedInWords();
    void AG_49_aConversationThatIsNotYetRemovedIsSaid();
    void AG_49_withoutAConnectionThereAreTemplatesAndItIsSaid();
    void AG_49_withoutALanguageModelThereAreTemplatesAndItIsSaid();
    void FR_040_aSuggestionIsApplied();
    void AG_49_anotherAgentEndsTheTalk();
    void AG_49_aChangeInTheEditorIsCompared();
    void AG_49_aWishThatIsTooLongIsNotSent();
    void AG_49_everyControlHasANameAndIsReachedByTab();
};

void TestDesignPanel::AG_49_aWishBecomesAProposalByKeyboard()
{
    Scene s;
    s.answers = {whole(proposed)};
    QVERIFY(s.open() && s.show());
    QVERIFY(!s.find<QPushButton>(u"designAsk"_s)->isEnabled()); // nothing to say
    s.wish(u"Reads contracts"_s);
    QTRY_VERIFY(s.isProposed());
    QVERIFY(s.isShown(u"designUse-instructions"_s) && s.isShown(u"designUse-tools"_s) && s.isShown(u"designUse-display_name"_s));
    QVERIFY(!s.isShown(u"designUse-model"_s)); // not on this server
    QVERIFY(s.said(u"designProblem-model"_s).contains(u"gpt-99"_s));
    QVERIFY(s.said(u"designProblem-tools"_s).contains(u"teleport"_s));
    QVERIFY(s.said(u"designWhy-tools"_s).contains(u"It has to read."_s));
    QVERIFY(s.said(u"designWhy-instructions"_s).contains(u"Clear."_s));
    QCOMPARE(s.changes.size(), 0); // nothing changes by itself
    const auto sides = s.find<QWidget>(u"designRow-instructions"_s)->findChildren<QPlainTextEdit *>();
    QCOMPARE(sides.size(), 2);
    QVERIFY(sides.at(0)->toPlainText().contains(u"Old text."_s) && sides.at(1)->toPlainText().contains(u"+ Say where."_s));
    const auto title = s.find<QWidget>(u"designRow-display_name"_s)->findChildren<QPlainTextEdit *>();
    QVERIFY(title.at(1)->toPlainText().contains(u"<b>Reader</b>"_s)); // as it is
}

void TestDesignPanel::AG_49_oneFieldIsTakenAndOnlyItChanges()
{
    Scene s;
    s.answers = {whole(proposed)};
    QVERIFY(s.open() && s.show());
    s.wish(u"x"_s);
    QTRY_VERIFY(s.isProposed());
    s.press(u"designUse-tools"_s);
    QCOMPARE(s.fields, QStringList{u"tools"_s});
    const Agent &changed = s.changes.first();
    QCOMPARE(changed.tools, QStringList{u"document_search"_s}); // and not what is unknown
    QCOMPARE(changed.instructions, u"Old text."_s);
    QCOMPARE(changed.displayName, u"Old"_s);
    QCOMPARE(changed.raw, agent().raw);
    QVERIFY(!s.isShown(u"designUse-tools"_s));
    auto *use = s.find<QPushButton>(u"designUse-instructions"_s); // the other by keyboard
    use->setFocus();
    QTest::keyClick(use, Qt::Key_Space);
    QCOMPARE(s.fields, (QStringList{u"tools"_s, u"instructions"_s}));
    QCOMPARE(s.changes.last().instructions, u"Read.\nSay where."_s);
    QCOMPARE(s.changes.last().tools, QStringList{u"document_search"_s});
}

void TestDesignPanel::AG_49_allThatCanBeTakenIsTakenAtOnce()
{
    Scene s;
    s.answers = {whole(uR"({"display_name":"New","instructions":"New text."})"_s)};
    QVERIFY(s.open() && s.show());
    s.wish(u"x"_s);
    QTRY_VERIFY(s.isProposed());
    s.press(u"designUseAll"_s);
    QCOMPARE(s.fields, QStringList{u"design"_s});
    QCOMPARE(s.changes.first().displayName, u"New"_s);
    QCOMPARE(s.changes.first().instructions, u"New text."_s);
    QCOMPARE(s.changes.first().model, u"agent"_s);
    QVERIFY(s.said(u"designSame"_s).contains(u"Nothing to change"_s));
    QVERIFY(!s.isShown(u"designUseAll"_s));
}

void TestDesignPanel::AG_49_theAnswerIsShownAsItComesAndCanBeStopped()
{
    Scene s;
    s.answers = {eventStream({words(u"<b>Thinking</b> {\"name\":"_s)}, Scripted::End::Hold)};
    QVERIFY(s.open() && s.show());
    QVERIFY(!s.isShown(u"designStop"_s));
    s.wish(u"x"_s);
    QTRY_COMPARE(s.find<QPlainTextEdit>(u"designAnswer"_s)->toPlainText(), u"<b>Thinking</b> {\"name\":"_s);
    QVERIFY(s.isShown(u"designStop"_s) && !s.find<QPushButton>(u"designAsk"_s)->isEnabled());
    s.press(u"designStop"_s);
    QTRY_VERIFY(s.said(u"designProblem"_s).contains(u"incomplete"_s));
    QVERIFY(!s.isShown(u"designFields"_s) && !s.isShown(u"designStop"_s));
    QVERIFY(s.isShown(u"designAnswer"_s)); // what came can be read
    QVERIFY(s.find<QPushButton>(u"designAsk"_s)->isEnabled());
}

void TestDesignPanel::AG_49_whatFailsIsSaid()
{
    Scene s;
    s.answers = {reply(403, R"({"detail":"Not <i>for</i> you."})"), whole(u"No."_s)};
    QVERIFY(s.open() && s.show());
    s.wish(u"x"_s);
    QTRY_VERIFY(!s.said(u"designProblem"_s).isEmpty());
    s.press(u"designAsk"_s);
    QTRY_VERIFY(s.said(u"designProblem"_s).contains(u"no proposal"_s));
    QCOMPARE(s.find<QLabel>(u"designProblem"_s)->textFormat(), Qt::PlainText);
}

void TestDesignPanel::FR_041_aProposalIsRefinedInWords()
{
    Scene s;
    s.answers = {whole(uR"({"display_name":"New"})"_s), whole(uR"({"display_name":"Newer"})"_s)};
    QVERIFY(s.open() && s.show());
    QVERIFY(!s.isShown(u"designRefine"_s));
    s.wish(u"x"_s);
    QTRY_VERIFY(s.isShown(u"designRefine"_s));
    auto *refine = s.find<QLineEdit>(u"designRefine"_s);
    refine->setFocus();
    QTest::keyClicks(refine, u"A better title"_s);
    QTest::keyClick(refine, Qt::Key_Return);
    QCOMPARE(s.talk->state(), DesignTalk::State::Asking);
    QTRY_VERIFY(s.isProposed());
    QVERIFY(refine->text().isEmpty());
    s.press(u"designUse-display_name"_s);
    QCOMPARE(s.changes.last().displayName, u"Newer"_s);
    const QJsonObject body = QJsonDocument::fromJson([&s] {
                                 QByteArray last;
                                 for (const Received &request : s.server.received())
                                     last = request.method == "POST" ? request.body : last;
                                 return last;
                             }())
                                 .object();
    QVERIFY(body[u"message"_s].toString().contains(u"A better title"_s));
}

void TestDesignPanel::AG_49_aConversationThatIsNotYetRemovedIsSaid()
{
    Scene s;
    s.removalStatus = 403;
    s.answers = {whole(uR"({"display_name":"New"})"_s)};
    QVERIFY(s.open() && s.show());
    s.wish(u"x"_s);
    QTRY_VERIFY(s.isProposed());
    QTRY_VERIFY(s.said(u"designLeft"_s).contains(u"Not today."_s));
    QVERIFY(s.said(u"designLeft"_s).contains(u"tried again"_s));
    s.press(u"designTemplate-translator"_s);
    QVERIFY(s.isProposed());
}

void TestDesignPanel::AG_49_withoutAConnectionThereAreTemplatesAndItIsSaid()
{
    Scene s;
    QVERIFY(s.show());
    s.wish(u"x"_s);
    QVERIFY(!s.find<QPushButton>(u"designAsk"_s)->isEnabled());
    QVERIFY(s.said(u"designStatus"_s).contains(u"no connection"_s));
    QCOMPARE(s.talk->state(), DesignTalk::State::Idle);
    s.press(u"designTemplate-summariser"_s);
    QVERIFY(s.isProposed());
    s.press(u"designUse-display_name"_s);
    QCOMPARE(s.changes.last().displayName, u"Summariser"_s);
    QCOMPARE(s.changes.last().name, u"reader"_s); // it exists: its name stays
    QVERIFY(!s.isShown(u"designRefine"_s));       // nobody to refine it
}

void TestDesignPanel::AG_49_withoutALanguageModelThereAreTemplatesAndItIsSaid()
{
    QTemporaryDir data;
    Scene s;
    Workspace local(s.api, s.tokens, s.accounts, {data.path(), QStringLiteral(DESK_BIN_DIR "/agentdesk-localserver"), u"en"_s});
    s.panel.reset();
    ScratchCleaner cleaner(s.api, local, s.store, s.records.trialMarks());
    s.talk = std::make_unique<DesignTalk>(s.api, local, cleaner);
    s.panel = std::make_unique<DesignPanel>(*s.talk);
    local.open({Profile::Kind::Local, u"local"_s, {}});
    QTRY_COMPARE_WITH_TIMEOUT(local.state(), Workspace::State::Ready, 20'000);
    QVERIFY(s.show());
    QVERIFY(s.said(u"designStatus"_s).contains(u"No language model"_s));
    s.wish(u"x"_s);
    QCOMPARE(s.talk->state(), DesignTalk::State::Idle);
    s.press(u"designTemplate-document-questions"_s);
    QVERIFY(s.isProposed() && s.isShown(u"designUse-tools"_s));
    s.panel.reset();
    s.talk.reset();
    local.shutdown(5000);
}

void TestDesignPanel::FR_040_aSuggestionIsApplied()
{
    Scene s;
    QVERIFY(s.show());
    QVERIFY(s.isShown(u"designApply-doubt"_s));
    s.press(u"designApply-doubt"_s);
    QCOMPARE(s.fields, QStringList{u"instructions"_s});
    QVERIFY(s.changes.last().instructions.startsWith(u"Old text.\n"_s));
    QVERIFY(!s.isShown(u"designApply-doubt"_s));
    QVERIFY(s.isShown(u"designApply-form"_s));
    s.press(u"designApply-form"_s); // on top of it
    QVERIFY(s.changes.last().instructions.startsWith(s.changes.first().instructions));
}

void TestDesignPanel::AG_49_anotherAgentEndsTheTalk()
{
    Scene s;
    QVERIFY(s.show());
    s.press(u"designTemplate-translator"_s);
    QVERIFY(s.isShown(u"designFields"_s));
    Agent other = agent();
    other.id = AgentId(u"a2"_s);
    s.panel->setAgent(other, surroundings());
    QCOMPARE(s.talk->state(), DesignTalk::State::Idle);
    QVERIFY(!s.isShown(u"designFields"_s));
}

void TestDesignPanel::AG_49_aChangeInTheEditorIsCompared()
{
    Scene s;
    QVERIFY(s.show());
    s.press(u"designTemplate-translator"_s);
    QVERIFY(s.isShown(u"designUse-display_name"_s));
    Agent typed = agent();
    typed.displayName = u"Translator"_s;
    s.panel->setAgent(typed, surroundings());
    QTRY_VERIFY(!s.isShown(u"designUse-display_name"_s));
    s.press(u"designUse-instructions"_s);
    QCOMPARE(s.changes.last().displayName, u"Translator"_s);
}

void TestDesignPanel::AG_49_aWishThatIsTooLongIsNotSent()
{
    Scene s;
    QVERIFY(s.open() && s.show());
    s.find<QPlainTextEdit>(u"designWish"_s)->setPlainText(QString(8001, u'w'));
    QVERIFY(s.said(u"designProblem"_s).contains(u"too long"_s));
    QVERIFY(!s.find<QPushButton>(u"designAsk"_s)->isEnabled());
}

void TestDesignPanel::AG_49_everyControlHasANameAndIsReachedByTab()
{
    Scene s;
    s.answers = {whole(proposed)};
    QVERIFY(s.open() && s.show());
    s.wish(u"x"_s);
    QTRY_VERIFY(s.isProposed());
    QCOMPARE(namingProblems(*s.panel), QStringList());
    QCOMPARE(tabbingProblems(*s.panel), QStringList());
}

QTEST_MAIN(TestDesignPanel)
#include "tst_designpanel.moc"
