// What waits for the person in all profiles, against real sockets: how it is found, and that an answer is given once and to what was shown
// (D-66, APPR-02, APPR-04).
#include "api/apiclient.h"
#include "api/endpoints/executionsapi.h"
#include "api/endpoints/workflowsapi.h"
#include "auth/authmanager.h"
#include "state/approvals/approvalinbox.h"
#include "state/chat/chatsessions.h"
#include "state/executions/waitingsteps.h"
#include "state/models/waitinglistmodel.h"
#include "state/profiles/profilestore.h"
#include "state/settings.h"
#include "support/localserverprocess.h"
#include "teamfixture.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using State = WaitingApproval::State;

const QByteArray humanSteps =
    R"([{"id":"ask","type":"human","human_config":{"notification":"Send it?","on_timeout":"fail",
         "options":[{"id":"yes","label":"Send"},{"id":"no","label":"Leave"}]}}])";

QByteArray workflow(const QByteArray &id, const QByteArray &steps = humanSteps, bool isActive = true)
{
    return R"({"id":")" + id + R"(","name":"Flow )" + id + R"(","is_active":)" + (isActive ? "true" : "false") + R"(,"steps":)" + steps +
           "}";
}

QByteArray told(const QByteArray &hash, const QByteArray &more = {})
{
    return R"({"step_id":"ask","kind":"human","notification":"Send the letter?","options":[{"id":"yes","label":"Send"},
               {"id":"no","label":"Leave"}],"on_timeout":"fail","arguments_hash":")" +
           hash + '"' + more + '}';
}

QByteArray execution(const QByteArray &id, const QByteArray &status, const QByteArray &approvals = {})
{
    return R"({"id":")" + id + R"(","workflow_id":"w1","status":")" + status + R"(","started_at":"2026-05-02T09:14:03")" +
           (approvals.isEmpty() ? QByteArray() : R"(,"approvals":[)" + approvals + ']') + '}';
}

// A server whose executions wait.
struct Desk : TeamFixture {
    QTemporaryDir dir;
    Settings settings{dir.filePath(u"settings.json"_s)};
    ProfileStore profiles{settings};
    ChatSessions sessions{api, workspace, conversations};
    QByteArrayList workflows{workflow("w1")};
    QByteArray waiting = execution("e1", "awaiting_human"); // of w1, one or more
    Scripted approved = json(execution("e1", "running"));
    bool isBroken = false;
    QList<QJsonObject> answers;
    int stops = 0;
    std::unique_ptr<ApprovalInbox> inbox;
    QStringList lapses;

    Desk()
    {
        script = [this](const Received &request) { return answer(request); };
        start(ApprovalSource::Pace{40, 40, 200});
    }
    ~Desk() { inbox.reset(); }
    Q_DISABLE_COPY_MOVE(Desk)

    void start(const ApprovalSource::Pace &pace)
    {
        inbox = std::make_unique<ApprovalInbox>(ApprovalInbox::Services{api, workspace, profiles, sessions, {accounts}, pace});
        QObject::connect(inbox.get(), &ApprovalInbox::lapsed, inbox.get(),
                         [this](const WaitingApproval &, const Error &error) { lapses.append(error.message); });
    }
    // Inside QVERIFY.
    [[nodiscard]] bool openResuming()
    {
        features = localFeatures + R"(,"approvals_resume")";
        waiting = execution("e1", "awaiting_human", told("h1"));
        return open() && waitFor(1);
    }
    [[nodiscard]] bool waitFor(qsizetype rows) const
    {
        return QTest::qWaitFor([this, rows] { return inbox->isLoaded() && inbox->rows().size() == rows; }, 10'000);
    }
    [[nodiscard]] const WaitingApproval &row() const { return inbox->rows().constFirst(); }
    [[nodiscard]] int asked(const QByteArray &part) const
    {
        int count = 0;
        for (const Received &request : server.received())
            count += request.target.contains(part) ? 1 : 0;
        return count;
    }

    Scripted answer(const Received &request)
    {
        if (request.method == "POST" && request.target.endsWith("/approve")) {
            answers.append(QJsonDocument::fromJson(request.body).object());
            return approved;
        }
        if (request.method == "POST" && request.target.endsWith("/stop")) {
            ++stops;
            waiting.clear();
            return json(execution("e1", "stopped"));
        }
        if (isBroken)
            return reply(500, R"({"detail":"Down"})");
        if (request.target == "/agents/workflows")
            return json('[' + workflows.join(',') + ']');
        if (request.target.endsWith("/steps"))
            return json(R"([{"id":"s0","step_id":"wx","status":"completed","output_data":{"temperature":3}},
                            {"id":"s1","step_id":"ask","status":"completed",
                             "output_data":{"status":"awaiting_human","notification":"Send it?"}}])");
        if (request.target.contains("/w1/executions") && request.target.contains("awaiting_human"))
            return json('[' + waiting + ']');
        if (request.target.contains("/executions"))
            return json("[]");
        return {};
    }
};

StepExecution stepOf(const QString &id, const QJsonValue &output)
{
    StepExecution step;
    step.stepId = id;
    step.output = output;
    return step;
}

} // namespace

class TestApprovalInbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void WF_25_whatIsAskedIsReadOutOfTheDefinitionWhereTheServerDoesNotTell();
    void aServerThatForgetsAnswersGetsNone();
    void onlyWorkflowsThatAskPeopleAreAskedFor();
    void atMostTwoAreAskedForAtOnce();
    void whatCouldNotBeAskedForStaysAndIsSaid();
    void APPR_02_theAnswerHoldsWhatWasShownAndIsGivenOnce();
    void APPR_02_anAnswerThatDoesNotCountIsSaid_data();
    void APPR_02_anAnswerThatDoesNotCountIsSaid();
    void APPR_02_anotherQuestionIsAnotherOne();
    void APPR_02_nothingIsSentThatWasNotOffered();
    void APPR_04_anAnswerWhoseFateIsUnknownIsToldAndNotRepeated();
    void APPR_04_whatTheServerRefusesForNowCanBeAnsweredAgainByThePerson();
    void APPR_04_afterTheDeadlineNothingCanBeAnswered();
    void D_66_profilesBesideTheOpenOneAreAskedToo();
    void nobodyIsAskedToSignIn();
    void anotherAccountSeesNothingOfTheOneBefore();
    void whatWasBegunHereIsAskedForSooner();
    void D_66_theLocalServerGoesOnAfterTheAnswer();
};

void TestApprovalInbox::WF_25_whatIsAskedIsReadOutOfTheDefinitionWhereTheServerDoesNotTell()
{
    WorkflowExecution one;
    one.status = OpenEnum<ExecutionStatus>(ExecutionStatus::AwaitingHuman);
    const QJsonObject asks{{"status"_L1, u"awaiting_human"_s}, {"notification"_L1, u"Now?"_s}};
    const QJsonObject inner{
        {"id"_L1, u"in"_s},
        {"type"_L1, u"human"_s},
        {"human_config"_L1, QJsonObject{{"options"_L1, QJsonArray{QJsonObject{{"id"_L1, u"a"_s}, {"label"_L1, u"A"_s}}}}}}};
    const QJsonObject loop{{"id"_L1, u"each"_s}, {"type"_L1, u"loop"_s}, {"loop_config"_L1, QJsonObject{{"steps"_L1, QJsonArray{inner}}}}};
    const QJsonObject definition{{"steps"_L1, QJsonArray{loop}}};

    const QList<WaitingStep> found = waitingSteps(one, {stepOf(u"in"_s, asks), stepOf(u"other"_s, 3)}, definition);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().stepId, u"in"_s);
    QCOMPARE(found.first().prompt.text, u"Now?"_s);
    QCOMPARE(found.first().prompt.optionIds, QStringList{u"a"_s});
    QVERIFY(hasHumanStep(definition.value("steps"_L1).toArray()));
    QVERIFY(!hasHumanStep({QJsonObject{{"id"_L1, u"x"_s}, {"type"_L1, u"agent"_s}}}));

    QVERIFY(waitingSteps(one, {stepOf(u"in"_s, asks)}, {}).first().prompt.optionIds.isEmpty()); // without the definition
    QVERIFY(waitingSteps(one, {}, definition).isEmpty());
    one.status = OpenEnum<ExecutionStatus>(ExecutionStatus::Stopped);
    QVERIFY(waitingSteps(one, {stepOf(u"in"_s, asks)}, definition).isEmpty()); // it has ended
}

void TestApprovalInbox::aServerThatForgetsAnswersGetsNone()
{
    Desk desk;
    WaitingListModel model(*desk.inbox);
    QAbstractItemModelTester tester(&model);
    QVERIFY(desk.open());
    QVERIFY(desk.waitFor(1));
    QCOMPARE(model.index(0).data(WaitingListModel::TitleRole).toString(), u"Send it?"_s);
    QVERIFY(model.index(0).data(WaitingListModel::PlaceRole).toString().contains(u"Flow w1"_s));
    QCOMPARE(desk.row().step.prompt.options, (QStringList{u"Send"_s, u"Leave"_s}));
    QCOMPARE(desk.row().profileName, u"team"_s);
    QVERIFY(!desk.row().resumes && !desk.row().isTold);
    desk.inbox->answer(desk.row().key, u"yes"_s, {});
    QCOMPARE(desk.row().state, State::Asked);
    desk.inbox->stop(desk.row().key);
    QVERIFY(desk.waitFor(0));
    QCOMPARE(desk.stops, 1);
    QVERIFY(desk.answers.isEmpty());
}

void TestApprovalInbox::onlyWorkflowsThatAskPeopleAreAskedFor()
{
    Desk desk;
    desk.workflows = {workflow("w1"), workflow("w2", R"([{"id":"x","type":"agent"}])"), workflow("w3", humanSteps, false)};
    QVERIFY(desk.open());
    QVERIFY(desk.waitFor(1));
    QTRY_VERIFY(desk.asked("/w1/executions") > 1);
    QCOMPARE(desk.asked("/w2/executions"), 0);
    QCOMPARE(desk.asked("/w3/executions"), 0);
}

void TestApprovalInbox::atMostTwoAreAskedForAtOnce()
{
    Desk desk;
    desk.start({600'000, 600'000, 600'000});
    desk.workflows.clear();
    for (const char *id : {"a", "b", "c", "d", "e"})
        desk.workflows.append(workflow(id));
    int open = 0;
    int most = 0;
    desk.script = [&](const Received &request) {
        if (!request.target.contains("/executions"))
            return desk.answer(request);
        most = std::max(most, ++open);
        Scripted slow = late(json("[]"), 30);
        slow.onPiece = [&open](qsizetype) { --open; };
        return slow;
    };
    QVERIFY(desk.open());
    QTRY_COMPARE(desk.asked("/executions"), 5);
    QTRY_COMPARE(open, 0);
    QCOMPARE(most, ApprovalSource::mostAtOnce);
}

void TestApprovalInbox::whatCouldNotBeAskedForStaysAndIsSaid()
{
    Desk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.waitFor(1));
    desk.isBroken = true;
    QTRY_COMPARE_WITH_TIMEOUT(desk.inbox->problems().size(), 1, 20'000);
    QCOMPARE(desk.inbox->problems().first().profileName, u"team"_s);
    QCOMPARE(desk.inbox->rows().size(), 1);
    desk.isBroken = false;
    desk.inbox->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(desk.inbox->problems().isEmpty(), 20'000);
}

void TestApprovalInbox::APPR_02_theAnswerHoldsWhatWasShownAndIsGivenOnce()
{
    Desk desk;
    QVERIFY(desk.openResuming());
    const QString key = desk.row().key;
    QVERIFY(desk.row().isTold && desk.row().resumes);
    QSignalSpy changed(desk.inbox.get(), &ApprovalInbox::executionChanged);
    desk.inbox->answer(key, u"no"_s, u"Not yet"_s);
    desk.inbox->answer(key, u"yes"_s, {}); // somebody presses twice
    QCOMPARE(desk.row().state, State::Answering);
    QTRY_COMPARE(desk.answers.size(), 1);
    desk.waiting.clear();
    QVERIFY(desk.waitFor(0));
    desk.inbox->answer(key, u"yes"_s, {}); // and once more, when it is gone
    QCOMPARE(changed.size(), 1);
    QCOMPARE(desk.answers,
             QList<QJsonObject>({QJsonObject{{"option_id"_L1, u"no"_s}, {"comment"_L1, u"Not yet"_s}, {"arguments_hash"_L1, u"h1"_s}}}));
    QVERIFY(desk.lapses.isEmpty());
}

void TestApprovalInbox::APPR_02_anAnswerThatDoesNotCountIsSaid_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("replayed") << QByteArray("already_answered") << u"answered already"_s;
    QTest::newRow("late") << QByteArray("approval_expired") << u"too late"_s;
    QTest::newRow("another") << QByteArray("other_call") << u"has changed"_s;
    QTest::newRow("over") << QByteArray("not_waiting") << u"Nothing waits"_s;
}

void TestApprovalInbox::APPR_02_anAnswerThatDoesNotCountIsSaid()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, said);
    Desk desk;
    QVERIFY(desk.openResuming());
    desk.approved = reply(409, R"({"detail":"No.","code":")" + code + R"("})", "application/problem+json");
    desk.inbox->answer(desk.row().key, u"yes"_s, {});
    QTRY_COMPARE(desk.answers.size(), 1);
    desk.waiting.clear();
    QVERIFY(desk.waitFor(0));
    QCOMPARE(desk.lapses.size(), 1);
    QVERIFY2(desk.lapses.first().contains(said), qPrintable(desk.lapses.first()));
    QCOMPARE(desk.answers.size(), 1);
}

void TestApprovalInbox::APPR_02_anotherQuestionIsAnotherOne()
{
    Desk desk;
    QVERIFY(desk.openResuming());
    const QString shown = desk.row().key;
    desk.waiting = execution("e1", "awaiting_human", told("h2"));
    QTRY_VERIFY(desk.row().key != shown);
    desk.inbox->answer(shown, u"yes"_s, {});
    QCOMPARE(desk.row().state, State::Asked);
    desk.inbox->answer(desk.row().key, u"yes"_s, {});
    QTRY_COMPARE(desk.answers.size(), 1);
    QCOMPARE(desk.answers.first().value("arguments_hash"_L1).toString(), u"h2"_s);
}

void TestApprovalInbox::APPR_02_nothingIsSentThatWasNotOffered()
{
    Desk desk;
    QVERIFY(desk.openResuming());
    desk.inbox->answer(desk.row().key, u"approve"_s, {});
    QCOMPARE(desk.row().state, State::Asked);
    desk.inbox->answer(desk.row().key, u"yes"_s, {});
    QTRY_COMPARE(desk.answers.size(), 1);
    QCOMPARE(desk.answers.first().value("option_id"_L1).toString(), u"yes"_s);
}

void TestApprovalInbox::APPR_04_anAnswerWhoseFateIsUnknownIsToldAndNotRepeated()
{
    Desk desk;
    QVERIFY(desk.openResuming());
    desk.approved = Scripted{.pieces = {}, .end = Scripted::End::Reset};
    desk.inbox->answer(desk.row().key, u"yes"_s, {});
    QTRY_COMPARE(desk.row().state, State::Failed);
    QVERIFY(desk.row().error.outcomeUnknown);
    QVERIFY(desk.row().error.message.contains(u"not known"_s));
    const int rounds = desk.asked("/agents/workflows/w1");
    QTRY_VERIFY(desk.asked("/agents/workflows/w1") > rounds + 2); // it still waits there
    QCOMPARE(desk.row().state, State::Failed);
    desk.waiting.clear(); // it had arrived
    QVERIFY(desk.waitFor(0));
    QCOMPARE(desk.lapses.size(), 1);
    QCOMPARE(desk.answers.size(), 1);
}

void TestApprovalInbox::APPR_04_whatTheServerRefusesForNowCanBeAnsweredAgainByThePerson()
{
    Desk desk;
    QVERIFY(desk.openResuming());
    desk.approved = reply(503, R"({"detail":"Busy","code":"storage"})");
    desk.inbox->answer(desk.row().key, u"yes"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(desk.row().state, State::Failed, 20'000);
    const qsizetype sent = desk.answers.size();
    desk.approved = json(execution("e1", "running"));
    desk.inbox->answer(desk.row().key, u"no"_s, {});
    QTRY_COMPARE(desk.answers.size(), sent + 1);
    QCOMPARE(desk.answers.last().value("option_id"_L1).toString(), u"no"_s);
}

void TestApprovalInbox::APPR_04_afterTheDeadlineNothingCanBeAnswered()
{
    Desk desk;
    desk.features = localFeatures + R"(,"approvals_resume")";
    const QByteArray soon = QDateTime::currentDateTimeUtc().addMSecs(1500).toString(Qt::ISODateWithMs).toLatin1();
    desk.waiting = execution("e1", "awaiting_human", told("h1", R"(,"expires_at":")" + soon + '"'));
    QVERIFY(desk.open());
    QVERIFY(desk.waitFor(1));
    QCOMPARE(desk.inbox->count(), 1);
    QTRY_COMPARE(desk.row().state, State::Expired);
    QCOMPARE(desk.inbox->count(), 0);
    desk.inbox->answer(desk.row().key, u"yes"_s, {});
    QCOMPARE(desk.row().state, State::Expired);
    QVERIFY(desk.answers.isEmpty());
}

void TestApprovalInbox::D_66_profilesBesideTheOpenOneAreAskedToo()
{
    Desk there;
    there.features = localFeatures + R"(,"approvals_resume")";
    there.waiting = execution("e9", "awaiting_human", told("h9"));
    there.approved = json(execution("e9", "completed"));
    Desk desk;
    Profile other{Profile::Kind::Team, u"Other"_s, there.server.url()};
    other = desk.profiles.save(other);
    AuthManager &session = desk.accounts.of(other);
    session.start();
    session.adoptToken("their-token", &session, [](const Result<> &) {});
    QVERIFY(desk.open());
    QVERIFY(desk.waitFor(2));
    const auto theirs = std::find_if(desk.inbox->rows().cbegin(), desk.inbox->rows().cend(),
                                     [](const WaitingApproval &row) { return row.profileName == u"Other"_s; });
    QVERIFY(theirs != desk.inbox->rows().cend());
    QVERIFY(theirs->resumes);
    desk.inbox->answer(QString(theirs->key), u"yes"_s, u"Go"_s);
    QTRY_COMPARE(there.answers.size(), 1);
    there.waiting.clear();
    QVERIFY(desk.waitFor(1));
    for (const Received &request : there.server.received()) {
        if (request.target != "/capabilities")
            QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer their-token"));
    }
    session.signOut();
    QTRY_COMPARE(desk.inbox->problems().size(), 1); // and says so
    QCOMPARE(desk.inbox->rows().size(), 1);
    desk.profiles.remove(other.id);
    QTRY_VERIFY(desk.inbox->problems().isEmpty());
}

void TestApprovalInbox::nobodyIsAskedToSignIn()
{
    Desk there;
    Desk desk;
    const Profile other = desk.profiles.save({Profile::Kind::Team, u"Other"_s, there.server.url()});
    QVERIFY(desk.open());
    QVERIFY(desk.waitFor(1));
    QTRY_COMPARE(desk.inbox->problems().size(), 1);
    QCOMPARE(desk.inbox->problems().first().error.kind, Error::Kind::Unauthorized);
    QVERIFY(there.server.received().isEmpty());
    QVERIFY(!desk.accounts.find(other.id)->attempt());
}

void TestApprovalInbox::anotherAccountSeesNothingOfTheOneBefore()
{
    Desk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.waitFor(1));
    desk.isBroken = true;
    Q_EMIT desk.workspace.accountChanged();
    QVERIFY(desk.inbox->rows().isEmpty());
}

void TestApprovalInbox::whatWasBegunHereIsAskedForSooner()
{
    Desk desk;
    desk.start({600'000, 30, 600'000});
    desk.workflows = {workflow("w1", R"([{"id":"x","type":"agent"}])")}; // no round asks for it
    QVERIFY(desk.open());
    QVERIFY(desk.waitFor(0));
    desk.script = [&desk](const Received &request) {
        if (request.target == "/agents/workflows/executions/e1")
            return json(execution("e1", "awaiting_human", told("h1")));
        return desk.answer(request);
    };
    WorkflowExecution begun;
    begun.id = ExecutionId(u"e1"_s);
    begun.workflowId = WorkflowId(u"w1"_s);
    begun.status = OpenEnum<ExecutionStatus>(ExecutionStatus::Pending);
    QSignalSpy appeared(desk.inbox.get(), &ApprovalInbox::appeared);
    desk.inbox->note(begun);
    QVERIFY(desk.waitFor(1));
    QCOMPARE(appeared.size(), 1);
    begun.status = OpenEnum<ExecutionStatus>(ExecutionStatus::Stopped);
    desk.inbox->note(begun);
    QVERIFY(desk.inbox->rows().isEmpty());
}

void TestApprovalInbox::D_66_theLocalServerGoesOnAfterTheAnswer()
{
    QTemporaryDir data;
    LocalServerProcess local(data.path());
    QVERIFY(local.start());
    Desk desk;
    Profile profile = desk.profiles.save({Profile::Kind::Team, u"Here"_s, local.url()});
    AuthManager &session = desk.accounts.of(profile);
    session.start();
    session.adoptToken(local.token(), &session, [](const Result<> &) {});
    desk.workspace.open(profile);
    QTRY_COMPARE(desk.workspace.state(), Workspace::State::Ready);

    Workflow made;
    made.name = u"letters"_s;
    made.raw = QJsonDocument::fromJson(workflow("", humanSteps)).object();
    made.raw.insert("name"_L1, made.name);
    for (const QJsonValue &step : made.raw.value("steps"_L1).toArray())
        made.steps.append({step["id"_L1].toString(), u"human"_s, {}, {}, step.toObject()});
    WorkflowId id;
    QString problem;
    desk.api.workflows().create(made)->then(&desk.conversations, [&](const Result<Workflow> &answer) {
        id = answer ? answer->id : WorkflowId();
        problem = answer ? QString() : answer.error().userText() + answer.error().detail;
    });
    QTRY_VERIFY2(!id.isEmpty() || !problem.isEmpty(), "no answer");
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    ExecutionId begun;
    desk.api.workflows().execute(id, {})->then(
        &desk.conversations, [&](const Result<WorkflowExecution> &answer) { begun = answer ? answer->id : ExecutionId(); });
    QTRY_VERIFY(!begun.isEmpty());

    QVERIFY(desk.waitFor(1));
    const WaitingApproval row = desk.row();
    QVERIFY(row.isTold && row.resumes && row.step.prompt.isApproval());
    QCOMPARE(row.step.prompt.optionIds, (QStringList{u"yes"_s, u"no"_s}));
    WorkflowExecution ended;
    desk.inbox->answer(row.key, u"yes"_s, u"Read twice"_s);
    QVERIFY(desk.waitFor(0));
    QTRY_VERIFY([&] {
        desk.api.executions().get(begun)->then(
            &desk.conversations, [&ended](const Result<WorkflowExecution> &answer) { ended = answer ? *answer : WorkflowExecution(); });
        return ended.status == ExecutionStatus::Completed;
    }());
    QCOMPARE(ended.stepOutputs.value("ask"_L1)["comment"_L1].toString(), u"Read twice"_s);

    std::optional<Error> replay; // the same once more, by whoever kept it
    desk.api.executions().approve(begun, {u"no"_s, {}, row.step.prompt.argumentsHash})->then(&desk.conversations, [&](const auto &answer) {
        if (!answer)
            replay = answer.error();
    });
    QTRY_VERIFY(replay.has_value());
    QCOMPARE(replay->httpStatus, 409);
}

QTEST_GUILESS_MAIN(TestApprovalInbox)
#include "tst_approvalinbox.moc"
