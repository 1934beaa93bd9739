// A talk about the design of an agent over real sockets (AG-49, FR-039, FR-041): only a whole answer makes a proposal, and its conversation
// does not stay.
#include "scratchserver.h"
#include "state/agents/design/designtalk.h"
#include "state/agents/scratch/scratchcleaner.h"
#include "state/definitions/definitionrecords.h"
#include "state/store/storethread.h"
#include "state/store/userschema.h"
#include "teamfixture.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using State = DesignTalk::State;

const QString proposed = uR"({"description":"Reads contracts","tools":[{"name":"search","reason":"To find"}]})"_s;

QByteArray event(const QByteArray &name, const QJsonObject &data, int id = 0)
{
    const QByteArray lead = id > 0 ? "id: " + QByteArray::number(id) + '\n' : QByteArray();
    return lead + "event: " + name + "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
}

QByteArray words(const QString &text, int id = 0)
{
    const QJsonObject partial{{u"streaming"_s, true}, {u"partial"_s, true}};
    return event("content", {{u"type"_s, u"content"_s}, {u"source"_s, u"chat"_s}, {u"message"_s, text}, {u"data"_s, partial}}, id);
}

QByteArray named(int id = 0)
{
    return event("run_created", {{u"run_id"_s, u"r1"_s}, {u"conversation_id"_s, u"d1"_s}, {u"message_id"_s, u"q1"_s}}, id);
}

QByteArray done(int id = 0)
{
    return event("message_complete", {{u"message_id"_s, u"a1"_s}, {u"conversation_id"_s, u"d1"_s}}, id);
}

Scripted whole(const QString &text)
{
    return eventStream({named(), words(text), done()}, Scripted::End::Close);
}

struct Talk : TeamFixture {
    QList<Scripted> answers; // to the questions, in order
    QList<Scripted> again;   // to those who come back to the run
    int removalStatus = 204;
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store{folder, userStoreKind(folder)};
    DefinitionRecords records{store};
    ScratchCleaner cleaner{api, workspace, store, records.trialMarks()};
    std::unique_ptr<DesignTalk> talk = std::make_unique<DesignTalk>(api, workspace, cleaner);

    Talk()
    {
        records.open(u"ada"_s);
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target == "/chat/message/stream/agentic")
                return answers.isEmpty() ? Scripted{} : answers.takeFirst();
            if (request.method == "POST" && request.target == "/conversations")
                return reply(201, R"({"id":"d1","title":"T"})");
            if (request.target == "/streams/runs/r1")
                return again.isEmpty() ? Scripted{} : again.takeFirst();
            if (request.method == "DELETE")
                return reply(removalStatus, removalStatus == 204 ? QByteArray() : QByteArray(R"({"detail":"No."})"));
            return Scripted{};
        };
    }
    [[nodiscard]] QList<QJsonObject> asked() const
    {
        QList<QJsonObject> out;
        for (const Received &request : server.received()) {
            if (request.method == "POST" && request.target == "/chat/message/stream/agentic")
                out.append(QJsonDocument::fromJson(request.body).object());
        }
        return out;
    }
    [[nodiscard]] int removals(const QByteArray &conversation = "d1") const
    {
        int count = 0;
        for (const Received &request : server.received())
            count += request.method == "DELETE" && request.target == "/conversations/" + conversation ? 1 : 0;
        return count;
    }
};

// A program's life on the disk of the one before, with a server that outlives both.
struct Life {
    StoreFolder folder;
    StoreThread store;
    DefinitionRecords records{store};
    TeamFixture team;
    ScratchCleaner cleaner{team.api, team.workspace, store, records.trialMarks()};
    DesignTalk talk{team.api, team.workspace, cleaner};

    explicit Life(const QString &path)
        : folder{path}
        , store(folder, userStoreKind(folder))
    {
        records.open(u"ada"_s);
    }
};

struct Lives {
    QTemporaryDir dir;
    ScratchServer server;
    std::unique_ptr<Life> life;

    Lives()
    {
        server.stream = [](const QJsonObject &) { return eventStream({words(u"We"_s)}, Scripted::End::Hold); };
    }
    [[nodiscard]] bool open()
    {
        life.reset();
        life = std::make_unique<Life>(dir.filePath(u"user"_s));
        life->team.script = [this](const Received &request) { return server.answer(request); };
        return life->team.open() && QTest::qWaitFor([this] { return life->records.trialMarks().isLoaded(); }, 5000);
    }
    [[nodiscard]] bool isClean() const { return server.conversations.isEmpty() && life->cleaner.isClear(); }
};

// The program that is killed while it asks.
int runChild(QCoreApplication &app)
{
    MemoryStore secrets;
    AuthManagers accounts(secrets);
    ProfileTokenSource tokens;
    Transport transport(tokens);
    ApiClient api(transport);
    Workspace workspace(api, tokens, accounts, {});
    const StoreFolder folder{qEnvironmentVariable("DESK_CHILD_STORE")};
    StoreThread store(folder, userStoreKind(folder));
    DefinitionRecords records(store);
    records.open(u"ada"_s);
    ScratchCleaner cleaner(api, workspace, store, records.trialMarks());
    DesignTalk talk(api, workspace, cleaner);
    QObject::connect(&talk, &DesignTalk::textChanged, &app, [&talk] {
        if (talk.text().isEmpty())
            return;
        std::printf("asking\n");
        std::fflush(stdout);
    });
    QObject::connect(&workspace, &Workspace::ready, &app, [&talk] { talk.ask(u"x"_s, {}); });
    workspace.open({Profile::Kind::Team, u"team"_s, QUrl(qEnvironmentVariable("DESK_CHILD_SERVER"))});
    return app.exec();
}

} // namespace

class TestDesignTalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_49_anAnswerThatDripsInBecomesAProposalAtItsEnd();
    void AG_49_theConversationDoesNotStay();
    void AG_49_aConversationThatCannotBeRemovedIsTold();
    void AG_49_aCutAnswerIsNoProposal_data();
    void AG_49_aCutAnswerIsNoProposal();
    void AG_49_aCutIsGoneOverWhereTheServerCanResume();
    void AG_49_aRefusalIsSaid_data();
    void AG_49_aRefusalIsSaid();
    void AG_49_anAnswerWithoutAProposalSaysSo();
    void AG_49_aTurnThatEndsInTheMiddleIsIncomplete();
    void AG_49_stoppedIsIncomplete();
    void FR_041_refiningTellsTheProposalAndKeepsItUntilThereIsAnother();
    void AG_49_aTemplateCanBeRefined();
    void AG_49_nothingIsAskedWithoutAConnection();
    void AG_49_whoGoesAwayInTheMiddleLeavesNoConversation();
    void AG_49_whoGoesAwayBeforeTheFirstWordLeavesNoConversation();
    void AG_49_stoppedWhileTheConversationIsMadeLeavesNone();
    void AG_49_aConversationThatIsRefusedIsSaid();
    void AG_49_noListShowsItsConversation();
    void AG_49_whatAProgramThatWasKilledLeftIsRemovedAtTheNextStart();
    void AG_49_whatAnAccountThatWasLeftHasIsRemovedWhenItIsBack();
    void AG_49_aRemovalThatIsCutOffIsDoneLater();
    void AG_49_thoughtsAreNoPartOfTheProposal();
};

void TestDesignTalk::AG_49_anAnswerThatDripsInBecomesAProposalAtItsEnd()
{
    Talk t;
    t.answers = {dripBody(whole(u"Well: "_s + proposed), 40, 2)};
    QVERIFY(t.open());
    QSignalSpy texts(t.talk.get(), &DesignTalk::textChanged);
    QSignalSpy proposals(t.talk.get(), &DesignTalk::proposalChanged);
    Agent current;
    current.instructions = u"As it was"_s;
    t.talk->ask(u"Something for contracts"_s, current);
    QCOMPARE(t.talk->state(), State::Asking);
    t.talk->ask(u"Another"_s, current); // one at a time
    QTRY_COMPARE(t.talk->state(), State::Proposed);
    QCOMPARE(proposals.size(), 1);
    QVERIFY(!texts.isEmpty());
    QCOMPARE(t.talk->proposal().find(AgentField::Description)->text, u"Reads contracts"_s);
    QCOMPARE(t.asked().size(), 1);
    const QString request = t.asked().first()[u"message"_s].toString();
    QVERIFY(request.contains(u"Something for contracts"_s) && request.contains(u"As it was"_s));
    QCOMPARE(t.asked().first()[u"selected_agents"_s].toArray().first().toString(), u"chat-agent"_s);
    QCOMPARE(t.asked().first()[u"conversation_id"_s].toString(), u"d1"_s);
}

void TestDesignTalk::AG_49_theConversationDoesNotStay()
{
    Talk t;
    t.answers = {whole(proposed), whole(u"nothing"_s)};
    QVERIFY(t.open());
    QSignalSpy left(t.talk.get(), &DesignTalk::leftBehind);
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.removals(), 1);
    t.talk->ask(u"y"_s, {});
    QTRY_COMPARE(t.removals(), 2); // after a failure as well
    QCOMPARE(t.talk->state(), State::Failed);
    QCOMPARE(left.size(), 0);
}

void TestDesignTalk::AG_49_aConversationThatCannotBeRemovedIsTold()
{
    Talk t;
    t.removalStatus = 403;
    t.answers = {whole(proposed)};
    QVERIFY(t.open());
    QSignalSpy left(t.talk.get(), &DesignTalk::leftBehind);
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(t.talk->state(), State::Proposed);
    QVERIFY(!t.cleaner.isClear()); // for later
}

void TestDesignTalk::AG_49_aCutAnswerIsNoProposal_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("in the middle") << proposed.left(30);
    QTest::newRow("with everything but its end") << proposed;
}

// The team server: it stores nothing of a turn that is cut.
void TestDesignTalk::AG_49_aCutAnswerIsNoProposal()
{
    QFETCH(QString, text);
    Talk t;
    t.answers = {eventStream({words(text)}, Scripted::End::Reset)};
    QVERIFY(t.open());
    t.talk->ask(u"x"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(t.talk->state() == State::Incomplete || t.talk->state() == State::Failed, 30'000);
    QVERIFY(t.talk->proposal().isEmpty());
    QCOMPARE(t.talk->text(), text); // what came stays to be read
    QVERIFY(!t.talk->error().userText().isEmpty());
}

void TestDesignTalk::AG_49_aCutIsGoneOverWhereTheServerCanResume()
{
    Talk t;
    t.features = localFeatures;
    t.answers = {eventStream({named(1), words(proposed.left(30), 2)}, Scripted::End::Reset)};
    t.again = {eventStream({words(proposed.mid(30), 3), done(4)}, Scripted::End::Close)};
    QVERIFY(t.open());
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.talk->state(), State::Proposed);
    QCOMPARE(t.talk->text(), proposed);
    QCOMPARE(t.asked().size(), 1);
    QTRY_COMPARE(t.removals(), 1);
}

void TestDesignTalk::AG_49_aRefusalIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("forbidden") << 403;
    QTest::newRow("invalid") << 400;
}

void TestDesignTalk::AG_49_aRefusalIsSaid()
{
    QFETCH(int, status);
    Talk t;
    t.answers = {reply(status, R"({"detail":"Not for you."})")};
    QVERIFY(t.open());
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.talk->state(), State::Failed);
    QCOMPARE(t.talk->error().httpStatus, status);
    QVERIFY(t.talk->proposal().isEmpty());
}

void TestDesignTalk::AG_49_anAnswerWithoutAProposalSaysSo()
{
    Talk t;
    t.answers = {whole(u"I would rather talk about the weather."_s)};
    QVERIFY(t.open());
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.talk->state(), State::Failed);
    QVERIFY(t.talk->error().message.contains(u"no proposal"_s));
    QCOMPARE(t.talk->text(), u"I would rather talk about the weather."_s);
}

// The model had no more room: the turn is complete, the proposal is not.
void TestDesignTalk::AG_49_aTurnThatEndsInTheMiddleIsIncomplete()
{
    Talk t;
    t.answers = {whole(proposed.left(50))};
    QVERIFY(t.open());
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.talk->state(), State::Incomplete);
    QVERIFY(t.talk->proposal().isEmpty());
}

void TestDesignTalk::AG_49_stoppedIsIncomplete()
{
    Talk t;
    t.answers = {eventStream({named(), words(proposed)}, Scripted::End::Hold)};
    QVERIFY(t.open());
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.talk->text(), proposed);
    QCOMPARE(t.talk->state(), State::Asking);
    t.talk->stop();
    QTRY_COMPARE(t.talk->state(), State::Incomplete);
    QVERIFY(t.talk->proposal().isEmpty());
    QTRY_COMPARE(t.removals(), 1);
}

void TestDesignTalk::FR_041_refiningTellsTheProposalAndKeepsItUntilThereIsAnother()
{
    Talk t;
    t.answers = {whole(proposed), whole(u"no"_s), whole(uR"({"description":"Reads short contracts"})"_s)};
    QVERIFY(t.open());
    t.talk->refine(u"of what?"_s, {});
    QCOMPARE(t.talk->state(), State::Idle);
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.talk->state(), State::Proposed);
    t.talk->refine(u"Only short ones"_s, {});
    QTRY_COMPARE(t.talk->state(), State::Failed);
    QCOMPARE(t.talk->proposal().find(AgentField::Description)->text, u"Reads contracts"_s);
    const QString request = t.asked().last()[u"message"_s].toString();
    QVERIFY(request.contains(u"Only short ones"_s) && request.contains(u"Reads contracts"_s));
    t.talk->refine(u"Only short ones"_s, {});
    QTRY_COMPARE(t.talk->state(), State::Proposed);
    QCOMPARE(t.talk->proposal().find(AgentField::Description)->text, u"Reads short contracts"_s);
    t.talk->ask(u"anew"_s, {});
    QVERIFY(t.talk->proposal().isEmpty());
}

void TestDesignTalk::AG_49_aTemplateCanBeRefined()
{
    Talk t;
    t.answers = {whole(proposed)};
    QVERIFY(t.open());
    DesignProposal start;
    start.fields = {{AgentField::Description, u"A template"_s}};
    t.talk->take(start);
    QCOMPARE(t.talk->state(), State::Proposed);
    QCOMPARE(t.asked().size(), 0);
    t.talk->refine(u"more"_s, {});
    QTRY_COMPARE(t.talk->state(), State::Proposed);
    QTRY_COMPARE(t.talk->proposal().fields.size(), 2);
    QVERIFY(t.asked().first()[u"message"_s].toString().contains(u"A template"_s));
}

void TestDesignTalk::AG_49_nothingIsAskedWithoutAConnection()
{
    Talk t;
    QVERIFY(!t.talk->whyNot().isEmpty());
    t.talk->ask(u"x"_s, {});
    QCOMPARE(t.talk->state(), State::Idle);
    QVERIFY(t.open());
    QVERIFY(t.talk->whyNot().isEmpty());
    t.talk->ask(u"  \n "_s, {});
    QCOMPARE(t.talk->state(), State::Idle);
}

void TestDesignTalk::AG_49_whoGoesAwayInTheMiddleLeavesNoConversation()
{
    Talk t;
    t.answers = {eventStream({named(), words(u"We"_s)}, Scripted::End::Hold)};
    QVERIFY(t.open());
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.talk->text(), u"We"_s);
    t.talk.reset();
    QTRY_COMPARE(t.removals(), 1);
}

void TestDesignTalk::AG_49_whoGoesAwayBeforeTheFirstWordLeavesNoConversation()
{
    Talk t;
    t.answers = {eventStream({}, Scripted::End::Hold)};
    QVERIFY(t.open());
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.asked().size(), 1);
    t.talk.reset();
    QTRY_COMPARE(t.removals(), 1);
    QTRY_VERIFY(t.cleaner.isClear());
}

void TestDesignTalk::AG_49_stoppedWhileTheConversationIsMadeLeavesNone()
{
    Lives s;
    QVERIFY(s.open());
    bool wasMade = false;
    s.server.onCreation = [&] {
        wasMade = true;
        s.life->talk.stop();
    };
    s.life->talk.ask(u"x"_s, {});
    QTRY_COMPARE(s.life->talk.state(), State::Incomplete);
    QVERIFY(wasMade);
    QTRY_VERIFY(s.isClean());
    QVERIFY(s.server.questions.isEmpty());
}

void TestDesignTalk::AG_49_aConversationThatIsRefusedIsSaid()
{
    Lives s;
    s.server.refuseConversation = 403;
    QVERIFY(s.open());
    s.life->talk.ask(u"x"_s, {});
    QTRY_COMPARE(s.life->talk.state(), State::Failed);
    QCOMPARE(s.life->talk.error().httpStatus, 403);
    QVERIFY(s.server.questions.isEmpty());
    QTRY_VERIFY(s.isClean());
}

void TestDesignTalk::AG_49_noListShowsItsConversation()
{
    Lives s;
    QVERIFY(s.open());
    s.life->talk.ask(u"x"_s, {});
    QTRY_COMPARE(s.life->talk.text(), u"We"_s);
    ConversationStore &conversations = s.life->team.conversations;
    conversations.refresh();
    QTRY_VERIFY(conversations.isLoaded());
    QCOMPARE(s.server.conversations.size(), 1);
    QCOMPARE(conversations.conversations().size(), 0);
}

void TestDesignTalk::AG_49_whatAProgramThatWasKilledLeftIsRemovedAtTheNextStart()
{
    Lives s;
    FaultServer server([&s](const Received &request) {
        const Scripted scripted = s.server.answer(request);
        return scripted.pieces.isEmpty() && scripted.end == Scripted::End::KeepAlive ? reply(404, "{}") : scripted;
    });
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DESK_CHILD_STORE"_s, s.dir.filePath(u"user"_s));
    environment.insert(u"DESK_CHILD_SERVER"_s, server.url().toString());
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {});
    QByteArray said;
    connect(&child, &QProcess::readyReadStandardOutput, this, [&] { said += child.readAllStandardOutput(); });
    QTRY_VERIFY_WITH_TIMEOUT(said.contains("asking"), 20'000);
    QCOMPARE(s.server.conversations.size(), 1);
    child.kill();
    QTRY_COMPARE(child.state(), QProcess::NotRunning);
    QVERIFY(s.open());
    QTRY_VERIFY(s.isClean());
}

void TestDesignTalk::AG_49_whatAnAccountThatWasLeftHasIsRemovedWhenItIsBack()
{
    Lives s;
    QVERIFY(s.open());
    s.life->talk.ask(u"x"_s, {});
    QTRY_COMPARE(s.life->talk.text(), u"We"_s);
    s.life->records.open(u"bob"_s);
    Q_EMIT s.life->team.workspace.accountChanged();
    QCOMPARE(s.life->talk.state(), State::Idle);
    QTRY_VERIFY(s.life->records.trialMarks().isLoaded());
    QCOMPARE(s.server.conversations.size(), 1); // not asked for in the other's name
    QVERIFY(s.open());
    QTRY_VERIFY(s.isClean());
}

void TestDesignTalk::AG_49_aRemovalThatIsCutOffIsDoneLater()
{
    Lives s;
    QVERIFY(s.open());
    s.life->talk.ask(u"x"_s, {});
    QTRY_COMPARE(s.life->talk.text(), u"We"_s);
    s.life->team.workspace.close();
    QTRY_COMPARE(s.life->talk.state(), State::Incomplete);
    QCOMPARE(s.server.conversations.size(), 1);
    QVERIFY(s.life->team.open());
    QTRY_VERIFY(s.isClean());
}

void TestDesignTalk::AG_49_thoughtsAreNoPartOfTheProposal()
{
    Talk t;
    t.answers = {whole(u"<think>{\"description\":\"a thought\"} or { so</think>"_s + proposed)};
    QVERIFY(t.open());
    t.talk->ask(u"x"_s, {});
    QTRY_COMPARE(t.talk->state(), State::Proposed);
    QCOMPARE(t.talk->proposal().find(AgentField::Description)->text, u"Reads contracts"_s);
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("DESK_CHILD_STORE"))
        return runChild(app);
    TestDesignTalk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_designtalk.moc"
