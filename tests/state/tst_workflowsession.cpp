// One workflow that is written, on real servers and a real disk: what was done to it is never lost, and comes back with its way there
// (D-60).
#include "../api/clientfixture.h"
#include "exchangeserver.h"
#include "state/definitions/definitiondrafts.h"
#include "state/definitions/definitionhistory.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "state/workflows/workflowport.h"
#include "state/workflows/workflowsession.h"
#include "support/failingdisk.h"
#include "support/faultserver.h"
#include "support/localserverprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using State = WorkflowSession::State;

QJsonObject agentStep(const QString &id, const QString &prompt = u"$.input.q"_s)
{
    return {{u"id"_s, id}, {u"type"_s, u"agent"_s}, {u"agent"_s, u"calculator"_s}, {u"agent_prompt"_s, prompt}};
}

QJsonObject sample(const QString &name = u"Sums"_s)
{
    return {{u"name"_s, name},
            {u"description"_s, u"Adds up"_s},
            {u"steps"_s, QJsonArray{agentStep(u"a"_s), agentStep(u"b"_s, u"Check $.a"_s)}},
            {u"trigger"_s, QJsonObject{{u"type"_s, u"manual"_s}}}};
}

GraphNote note(const QString &text)
{
    return {1, GraphNote::Kind::Comment, QRectF(1, 2, 30, 40), text};
}

struct Disk {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    std::unique_ptr<StoreThread> thread = std::make_unique<StoreThread>(folder, userStoreKind(folder));
    std::unique_ptr<DefinitionDrafts> drafts;
    std::unique_ptr<DefinitionHistory> history;

    Disk() { open(); }
    void open()
    {
        drafts = std::make_unique<DefinitionDrafts>(*thread);
        drafts->open(u"ada"_s);
        history = std::make_unique<DefinitionHistory>(*thread);
        history->open(u"ada"_s);
    }
    void restart()
    {
        history.reset();
        drafts.reset();
        thread.reset();
        thread = std::make_unique<StoreThread>(folder, userStoreKind(folder));
        open();
    }
    std::optional<DefinitionDraft> draft(const QString &id) const
    {
        std::optional<std::optional<DefinitionDraft>> out;
        drafts->find({DefinitionKind::Workflow, id}, drafts.get(),
                     [&out](const Result<std::optional<DefinitionDraft>> &found) { out = found ? *found : std::nullopt; });
        return QTest::qWaitFor([&out] { return out.has_value(); }, 10'000) ? *out : std::nullopt;
    }
    QStringList draftIds() const
    {
        std::optional<QStringList> out;
        drafts->keys(DefinitionKind::Workflow, drafts.get(), [&out](const Result<QList<DefinitionKey>> &keys) {
            out.emplace();
            for (const DefinitionKey &key : keys ? *keys : QList<DefinitionKey>())
                out->append(key.id);
        });
        return QTest::qWaitFor([&out] { return out.has_value(); }, 10'000) ? *out : QStringList{u"unread"_s};
    }
};

bool copyFolder(const QString &from, const QString &to)
{
    bool isCopied = QDir().mkpath(to);
    const QFileInfoList entries = QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QFileInfo &entry : entries) {
        const QString target = to + u'/' + entry.fileName();
        isCopied = isCopied && (entry.isDir() ? copyFolder(entry.filePath(), target) : QFile::copy(entry.filePath(), target));
    }
    return isCopied;
}

// A session as the program has it, with all it tells.
struct Writing {
    WorkflowPort port;
    WorkflowSession session;
    QSignalSpy opened{&session, &WorkflowSession::opened};
    QSignalSpy saved{&session, &WorkflowSession::saved};
    QSignalSpy failed{&session, &WorkflowSession::failed};
    QSignalSpy taken{&session, &WorkflowSession::draftTaken};

    Writing(ApiClient &api, const Disk *disk)
        : port(api)
        , session({port, disk ? disk->drafts.get() : nullptr, disk ? disk->history.get() : nullptr, u"Ada"_s})
    {
    }
    [[nodiscard]] NodeId node(const QString &id) { return session.graph().nodeOfStepId(id); }
    void prompt(const QString &id, const QString &text)
    {
        QJsonObject step = session.graph().ownStep(node(id));
        step.insert(u"agent_prompt"_s, text);
        session.editing().change(node(id), step);
    }
    [[nodiscard]] QString prompt(const QString &id) { return session.graph().ownStep(node(id)).value(u"agent_prompt"_s).toString(); }
    void describe(const QString &text)
    {
        QJsonObject fields = session.graph().ownStep(NodeId::Root);
        fields.remove(u"steps"_s);
        fields.insert(u"description"_s, text);
        session.editing().setFields(fields);
    }
    [[nodiscard]] QString description() { return session.graph().definition().value(u"description"_s).toString(); }
    [[nodiscard]] bool save()
    {
        session.save();
        return QTest::qWaitFor([this] { return session.state() != State::Saving; }, 10'000) && failed.isEmpty();
    }
};

// The program's own local server.
struct Local {
    QTemporaryDir dir;
    LocalServerProcess process{dir.path()};
    std::unique_ptr<Client> client;

    [[nodiscard]] bool start()
    {
        if (!process.start())
            return false;
        client = std::make_unique<Client>(process.url());
        client->tokens.token = process.token();
        return true;
    }
    [[nodiscard]] Workflow get(const QString &id) const
    {
        const auto answer = waitFor(client->api.workflows().get(WorkflowId(id)));
        return answer && *answer ? **answer : Workflow();
    }
    [[nodiscard]] Workflow create(const QJsonObject &json = sample()) const
    {
        QJsonObject whole = json;
        whole.insert(u"id"_s, u"new"_s);
        const auto answer = waitFor(client->api.workflows().create(*wire::workflowFromJson(whole)));
        return answer && *answer ? **answer : Workflow();
    }
    // Somebody else.
    [[nodiscard]] bool change(const QString &id, const QString &member, const QJsonValue &value) const
    {
        const Workflow before = get(id);
        QJsonObject json = before.raw;
        json.insert(member, value);
        const auto answer = waitFor(client->api.workflows().update(before, *wire::workflowFromJson(json)));
        return answer && *answer;
    }
};

// A server in the team's dialect: no versions of answers, whoever writes last wins.
struct Team {
    ExchangeServer server;
    std::function<void()> onPut = {};
    int delayMs = 0;
    FaultServer http{[this](const Received &request) {
        const Scripted out = server.answer(request);
        if (request.method == "GET")
            return out.pieces.isEmpty() ? reply(404, R"({"detail":"Not Found"})") : out;
        if (onPut)
            onPut();
        return delayMs > 0 ? late(out, delayMs) : out;
    }};
    Client client{http.url()};

    [[nodiscard]] Workflow put(const QString &id, const QJsonObject &json = sample())
    {
        server.workflows.put(id, json);
        return *wire::workflowFromJson(server.workflows.agents.value(id));
    }
};

} // namespace

class TestWorkflowSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSaveSendsOnlyWhatChanged();
    void theLocalServerTakesWhatIsSaved();
    void aNewOneIsCreated();
    void whatIsTypedWhileItIsSavedStaysUnsaved();
    void undoneBackOverASaveItIsDirtyAgain();
    void D_60_aDraftComesBackAfterARestart();
    void aKillLosesNothingThatIsOld();
    void D_60_whatWasSavedKeepsUndoAndNotes();
    void anotherMemberIsMerged();
    void theSameMemberIsAConflict_data();
    void theSameMemberIsAConflict();
    void discardingCanBeUndone();
    void builtInsAreReadOnly();
    void answersForAnotherWorkflowChangeNothing();
    void aNewOneThatWasLeftWhileSavedIsNotBegunAnyMore();
    void aSaveWhoseAnswerWasMissedIsNoChange();
    void whatCannotBeReadIsNotSentAndNotLost();
    void aDiskThatRefusesSaysSo();
    void askingWhetherItIsDirtyIsCheap();
    void whatIsWrittenBeforeTheDiskAnswersStandsOverTheDraft();
    void anAbandonedNewOneLeavesNothing();
    void aConflictCanWait();
    void aSaveThatWasLeftSaysWhenItIsOver();
};

void TestWorkflowSession::aSaveSendsOnlyWhatChanged()
{
    Team team;
    Writing writing(team.client.api, nullptr);
    writing.session.open(team.put(u"w1"_s));
    QVERIFY(!writing.session.isDirty());
    writing.describe(u"Adds more"_s);
    QVERIFY(writing.session.isDirty());
    QVERIFY(writing.save());
    QCOMPARE(writing.saved.count(), 1);
    QCOMPARE(team.server.workflows.puts, (QList<QJsonObject>{{{u"description"_s, u"Adds more"_s}}}));
    QVERIFY(!writing.session.isDirty());
    QCOMPARE(writing.session.base().version, 2);
    QCOMPARE(writing.session.mine().version, 2);
    QVERIFY(writing.save()); // nothing to say
    QCOMPARE(team.server.workflows.puts.size(), 1);
    writing.session.editing().undo(); // the change, and no answer of a server before it
    QCOMPARE(writing.description(), u"Adds up"_s);
}

void TestWorkflowSession::theLocalServerTakesWhatIsSaved()
{
    Local local;
    QVERIFY(local.start());
    const Workflow made = local.create();
    QVERIFY(!made.id.isEmpty());
    const Disk disk;
    Writing writing(local.client->api, &disk);
    writing.session.open(made);
    QVERIFY(!writing.session.isDirty());
    writing.prompt(u"b"_s, u"Check $.a twice"_s);
    writing.session.editing().rename(writing.node(u"a"_s), u"first"_s);
    QVERIFY(writing.save());
    QVERIFY(!writing.session.isDirty());
    const QJsonArray steps = local.get(made.id.value()).raw.value(u"steps"_s).toArray();
    QCOMPARE(steps.at(0).toObject().value(u"id"_s).toString(), u"first"_s);
    QCOMPARE(steps.at(1).toObject().value(u"agent_prompt"_s).toString(), u"Check $.first twice"_s);
    writing.session.editing().undo();
    QCOMPARE(writing.prompt(u"b"_s), u"Check $.a twice"_s);
    QVERIFY(writing.session.isDirty());
    QVERIFY(writing.save());
    QCOMPARE(local.get(made.id.value()).raw.value(u"steps"_s).toArray().at(0).toObject().value(u"id"_s).toString(), u"a"_s);
}

void TestWorkflowSession::aNewOneIsCreated()
{
    Local local;
    QVERIFY(local.start());
    Disk disk;
    Writing writing(local.client->api, &disk);
    writing.session.openNew();
    QVERIFY(writing.session.isNew());
    writing.session.editing().insert(u"agent"_s, NodeId::Root, -1, agentStep(u"one"_s));
    writing.describe(u"Mine"_s);
    QVERIFY(writing.session.isDirty());
    QTRY_COMPARE(disk.draftIds().size(), 1);
    QVERIFY(disk.draftIds().constFirst().startsWith(u"new-"_s));
    QVERIFY2(writing.save(), writing.failed.isEmpty() ? "" : qPrintable(writing.failed.at(0).at(0).value<Error>().message));
    QVERIFY(!writing.session.isNew() && !writing.session.isDirty());
    const QString id = writing.saved.at(0).at(0).value<WorkflowId>().value();
    QCOMPARE(local.get(id).raw.value(u"description"_s).toString(), u"Mine"_s);
    QCOMPARE(disk.draftIds(), QStringList{id}); // its undo: none that was begun
    QVERIFY(disk.draft(id)->mine.value(u"saved"_s).toBool());
    writing.describe(u"Mine too"_s);
    QVERIFY(writing.save());
    QCOMPARE(local.get(id).raw.value(u"description"_s).toString(), u"Mine too"_s);
    writing.session.openNew(local.get(id)); // a copy, whose name is taken
    QVERIFY(writing.session.isNew());
    writing.session.save();
    QTRY_COMPARE(writing.failed.count(), 1);
    QCOMPARE(writing.failed.at(0).at(0).value<Error>().kind, Error::Kind::Conflict);
    QCOMPARE(writing.session.state(), State::Editing);
}

void TestWorkflowSession::whatIsTypedWhileItIsSavedStaysUnsaved()
{
    Team team;
    const Disk disk;
    Writing writing(team.client.api, &disk);
    writing.session.open(team.put(u"w1"_s));
    writing.describe(u"sent"_s);
    team.onPut = [&writing] { writing.prompt(u"a"_s, u"typed meanwhile"_s); };
    QVERIFY(writing.save());
    team.onPut = {};
    QVERIFY(writing.session.isDirty());
    QCOMPARE(writing.description(), u"sent"_s);
    QCOMPARE(writing.prompt(u"a"_s), u"typed meanwhile"_s);
    QVERIFY(!disk.draft(u"w1"_s)->mine.value(u"saved"_s).toBool());
    QVERIFY(writing.save());
    QVERIFY(!writing.session.isDirty());
    QCOMPARE(team.server.workflows.puts.size(), 2);
    QCOMPARE(team.server.workflows.puts.at(1).keys(), QStringList{u"steps"_s});
}

void TestWorkflowSession::undoneBackOverASaveItIsDirtyAgain()
{
    Team team;
    Writing writing(team.client.api, nullptr);
    writing.session.open(team.put(u"w1"_s));
    writing.describe(u"sent"_s);
    team.onPut = [&writing] { writing.prompt(u"a"_s, u"typed meanwhile"_s); };
    QVERIFY(writing.save());
    team.onPut = {};
    writing.session.editing().undo();
    QVERIFY(!writing.session.isDirty());
    writing.session.editing().undo();
    QCOMPARE(writing.description(), u"Adds up"_s);
    QVERIFY(writing.session.isDirty()); // as it was first, which is not what the server has
    QVERIFY(writing.save());
    QCOMPARE(team.server.workflows.puts.last(), (QJsonObject{{u"description"_s, u"Adds up"_s}}));
}

void TestWorkflowSession::D_60_aDraftComesBackAfterARestart()
{
    Team team;
    const Workflow workflow = team.put(u"w1"_s);
    Disk disk;
    {
        Writing writing(team.client.api, &disk);
        writing.session.open(workflow);
        writing.prompt(u"a"_s, u"one"_s);
        writing.prompt(u"b"_s, u"two"_s);
        writing.session.editing().setNotes({note(u"why"_s)});
        writing.session.editing().undo();
        writing.session.editing().redo();
    } // at once
    disk.restart();
    Writing writing(team.client.api, &disk);
    writing.session.open(workflow);
    QTRY_COMPARE(writing.taken.count(), 1);
    QVERIFY(writing.session.isDirty());
    QCOMPARE(writing.prompt(u"b"_s), u"two"_s);
    QCOMPARE(writing.session.graph().notes(), QList<GraphNote>{note(u"why"_s)});
    for (int i = 0; i < 3; ++i)
        writing.session.editing().undo();
    QVERIFY(!writing.session.editing().canUndo());
    QVERIFY(!writing.session.isDirty());
    QVERIFY(writing.session.graph().notes().isEmpty());
    writing.session.editing().redo();
    QCOMPARE(writing.prompt(u"a"_s), u"one"_s);
    QVERIFY(writing.save());
    QCOMPARE(team.server.workflows.puts.constLast().keys(), QStringList{u"steps"_s});

    writing.session.openNew();
    writing.session.editing().insert(u"tool"_s, NodeId::Root, -1);
    writing.session.close();
    QString begun;
    for (const QString &id : disk.draftIds())
        begun = id.startsWith(u"new-"_s) ? id : begun;
    disk.restart();
    Writing after(team.client.api, &disk);
    after.session.openNew({}, begun);
    QTRY_COMPARE(after.taken.count(), 1);
    QCOMPARE(after.session.graph().count(), 1);
    QVERIFY(after.session.isNew() && after.session.editing().canUndo());
}

void TestWorkflowSession::aKillLosesNothingThatIsOld()
{
    Team team;
    const Workflow workflow = team.put(u"w1"_s);
    Disk disk;
    Writing writing(team.client.api, &disk);
    writing.session.open(workflow);
    QSignalSpy onDisk(disk.drafts.get(), &DefinitionDrafts::saved);
    // Somebody who never pauses is kept, too.
    int typed = 0;
    QTimer keys;
    connect(&keys, &QTimer::timeout, this, [&] { writing.describe(QString::number(++typed)); });
    keys.start(20);
    QTRY_VERIFY_WITH_TIMEOUT(onDisk.count() >= 2, 10'000);
    keys.stop();
    const int before = typed;
    writing.describe(u"last"_s);
    QElapsedTimer since;
    since.start();
    const auto last = onDisk.count();
    QTRY_VERIFY_WITH_TIMEOUT(onDisk.count() > last && disk.draft(u"w1"_s)->mine.value(u"name"_s) == u"Sums"_s && disk.drafts->isSaved(),
                             10'000);
    qInfo("on disk after %lld ms", since.elapsed());
    QVERIFY(before > 2);

    Disk copy; // what the disk has at this moment, without anything being closed
    copy.history.reset();
    copy.drafts.reset();
    copy.thread.reset();
    QVERIFY(QDir(copy.folder.root).removeRecursively());
    QVERIFY(copyFolder(disk.folder.root, copy.folder.root));
    copy.restart();
    Writing after(team.client.api, &copy);
    after.session.open(workflow);
    QTRY_COMPARE(after.taken.count(), 1);
    QCOMPARE(after.description(), u"last"_s);
    after.session.editing().undo();
    QCOMPARE(after.description(), QString::number(before));
}

void TestWorkflowSession::D_60_whatWasSavedKeepsUndoAndNotes()
{
    Local local;
    QVERIFY(local.start());
    const QString id = local.create().id.value();
    Disk disk;
    {
        Writing writing(local.client->api, &disk);
        writing.session.open(local.get(id));
        writing.prompt(u"a"_s, u"one"_s);
        writing.session.editing().setNotes({note(u"why"_s)});
        QVERIFY(writing.save());
    }
    disk.restart();
    {
        Writing writing(local.client->api, &disk);
        writing.session.open(local.get(id));
        QTRY_VERIFY(writing.session.editing().canUndo());
        QCOMPARE(writing.taken.count(), 0); // nothing that was not saved
        QVERIFY(!writing.session.isDirty());
        QCOMPARE(writing.session.graph().notes(), QList<GraphNote>{note(u"why"_s)});
        writing.session.editing().undo();
        QVERIFY(!writing.session.isDirty()); // notes are no server's
        writing.session.editing().undo();
        QCOMPARE(writing.prompt(u"a"_s), u"$.input.q"_s);
        writing.session.editing().redo();
        writing.session.editing().redo();
    }
    QVERIFY(local.change(id, u"description"_s, u"of somebody else"_s));
    disk.restart();
    Writing writing(local.client->api, &disk);
    writing.session.open(local.get(id));
    QTRY_COMPARE(writing.session.graph().notes(), QList<GraphNote>{note(u"why"_s)}); // they have no other place
    QCOMPARE(writing.description(), u"of somebody else"_s);
    QVERIFY(!writing.session.editing().canUndo() && !writing.session.isDirty());
}

void TestWorkflowSession::anotherMemberIsMerged()
{
    Local local;
    QVERIFY(local.start());
    const QString id = local.create().id.value();
    Writing writing(local.client->api, nullptr);
    writing.session.open(local.get(id));
    QVERIFY(local.change(id, u"description"_s, u"of somebody else"_s));
    writing.prompt(u"a"_s, u"mine"_s);
    QVERIFY(writing.save());
    QCOMPARE(writing.saved.at(0).at(2).toStringList(), QStringList{u"description"_s});
    QCOMPARE(writing.description(), u"of somebody else"_s);
    QCOMPARE(writing.prompt(u"a"_s), u"mine"_s);
    QVERIFY(!writing.session.isDirty());
    QCOMPARE(local.get(id).raw.value(u"description"_s).toString(), u"of somebody else"_s);
}

void TestWorkflowSession::theSameMemberIsAConflict_data()
{
    QTest::addColumn<int>("way"); // 0: mine, 1: the server's, 2: giveUp()
    QTest::newRow("mine") << 0;
    QTest::newRow("the server's") << 1;
    QTest::newRow("given up") << 2;
}

void TestWorkflowSession::theSameMemberIsAConflict()
{
    QFETCH(int, way);
    Local local;
    QVERIFY(local.start());
    const QString id = local.create().id.value();
    const Disk disk;
    Writing writing(local.client->api, &disk);
    writing.session.open(local.get(id));
    QVERIFY(local.change(id, u"description"_s, u"theirs"_s));
    writing.describe(u"mine"_s);
    writing.prompt(u"a"_s, u"mine too"_s);
    writing.session.save();
    QTRY_COMPARE(writing.session.state(), State::Conflict);
    QCOMPARE(writing.session.conflict().conflicts.size(), 1);
    QCOMPARE(writing.session.conflict().conflicts.at(0).member, u"description"_s);
    QCOMPARE(writing.saved.count(), 0);
    writing.prompt(u"b"_s, u"while it was thought about"_s);
    if (way == 2)
        writing.session.giveUp();
    else
        writing.session.resolve({{u"description"_s, way == 0 ? wire::Side::Mine : wire::Side::Server}});
    QTRY_COMPARE(writing.session.state(), State::Editing);
    QVERIFY(writing.failed.isEmpty());
    QVERIFY(!writing.session.isDirty());
    QCOMPARE(writing.description(), way == 0 ? u"mine"_s : u"theirs"_s);
    QCOMPARE(local.get(id).raw.value(u"description"_s).toString(), way == 0 ? u"mine"_s : u"theirs"_s);
    QCOMPARE(writing.prompt(u"b"_s), way == 2 ? u"Check $.a"_s : u"while it was thought about"_s);
    QCOMPARE(writing.prompt(u"a"_s), way == 2 ? u"$.input.q"_s : u"mine too"_s);
    if (way == 0)
        return;
    writing.session.editing().undo(); // mine is not lost
    QCOMPARE(writing.description(), u"mine"_s);
    QVERIFY(writing.session.isDirty());
}

void TestWorkflowSession::discardingCanBeUndone()
{
    Team team;
    const Disk disk;
    Writing writing(team.client.api, &disk);
    writing.session.open(team.put(u"w1"_s));
    writing.prompt(u"a"_s, u"mine"_s);
    writing.session.discard();
    QVERIFY(!writing.session.isDirty());
    QCOMPARE(writing.prompt(u"a"_s), u"$.input.q"_s);
    QVERIFY(disk.draft(u"w1"_s)->mine.value(u"saved"_s).toBool());
    writing.session.editing().undo();
    QVERIFY(writing.session.isDirty());
    QCOMPARE(writing.prompt(u"a"_s), u"mine"_s);
}

void TestWorkflowSession::builtInsAreReadOnly()
{
    Team team;
    QJsonObject json = sample();
    json.insert(u"is_builtin"_s, true);
    const Disk disk;
    Writing writing(team.client.api, &disk);
    writing.session.open(team.put(u"w1"_s, json));
    QVERIFY(writing.session.isReadOnly());
    writing.describe(u"no"_s); // whoever lets that happen
    writing.session.save();
    QCOMPARE(writing.session.state(), State::Editing);
    const Workflow builtIn = writing.session.base();
    writing.session.openNew(builtIn);
    QVERIFY(disk.draftIds().isEmpty());
    QVERIFY(!writing.session.isReadOnly());
    writing.describe(u"of my own"_s);
    QJsonObject fields = writing.session.graph().ownStep(NodeId::Root);
    fields.remove(u"steps"_s);
    fields.insert(u"name"_s, u"Sums of my own"_s);
    writing.session.editing().setFields(fields);
    QVERIFY(writing.save());
    QVERIFY(team.server.workflows.puts.isEmpty());
    QCOMPARE(team.server.workflows.posts.size(), 1);
    QVERIFY(!team.server.workflows.posts.at(0).contains(u"is_builtin"_s));
}

void TestWorkflowSession::answersForAnotherWorkflowChangeNothing()
{
    Team team;
    const Workflow first = team.put(u"w1"_s);
    const Workflow second = team.put(u"w2"_s, sample(u"Other"_s));
    const Disk disk;
    Writing writing(team.client.api, &disk);
    writing.session.open(first);
    writing.describe(u"sent"_s);
    team.delayMs = 300;
    writing.session.save();
    writing.session.open(second);
    QCOMPARE(writing.session.state(), State::Editing);
    const QJsonObject before = writing.session.graph().definition();
    QTRY_COMPARE(team.server.workflows.puts.size(), 1);
    writing.describe(u"of the other"_s);
    QVERIFY(writing.save()); // after the first, on the same way
    QCOMPARE(writing.saved.count(), 1);
    QCOMPARE(writing.saved.at(0).at(0).value<WorkflowId>().value(), u"w2"_s);
    QCOMPARE(writing.session.graph().definition().value(u"steps"_s), before.value(u"steps"_s));
    QCOMPARE(writing.session.graph().definition().value(u"name"_s).toString(), u"Other"_s);
    QVERIFY(writing.failed.isEmpty());
}

void TestWorkflowSession::aNewOneThatWasLeftWhileSavedIsNotBegunAnyMore()
{
    Team team;
    const Workflow other = team.put(u"w2"_s, sample(u"Other"_s));
    const Disk disk;
    Writing writing(team.client.api, &disk);
    writing.session.openNew();
    writing.session.editing().insert(u"agent"_s, NodeId::Root, -1, agentStep(u"one"_s));
    team.delayMs = 200;
    writing.session.save();
    writing.session.open(other);
    QTRY_COMPARE(disk.draftIds(), QStringList{u"new1"_s});
    writing.session.open(*wire::workflowFromJson(team.server.workflows.agents.value(u"new1"_s)));
    QTRY_VERIFY(writing.session.editing().canUndo());
    QVERIFY(!writing.session.isDirty() && writing.taken.isEmpty());
    QCOMPARE(team.server.workflows.posts.size(), 1);
}

void TestWorkflowSession::aSaveWhoseAnswerWasMissedIsNoChange()
{
    Team team;
    const Workflow workflow = team.put(u"w1"_s);
    const Disk disk;
    Writing writing(team.client.api, &disk);
    writing.session.open(workflow);
    writing.describe(u"sent"_s);
    writing.session.save();
    writing.session.close();
    QTRY_COMPARE(team.server.workflows.puts.size(), 1);
    writing.session.open(*wire::workflowFromJson(team.server.workflows.agents.value(u"w1"_s)));
    QTRY_VERIFY(writing.session.editing().canUndo());
    QVERIFY(!writing.session.isDirty() && writing.taken.isEmpty());
    writing.session.editing().undo();
    QVERIFY(writing.session.isDirty());
}

void TestWorkflowSession::whatCannotBeReadIsNotSentAndNotLost()
{
    Team team;
    Writing writing(team.client.api, nullptr);
    writing.session.open(team.put(u"w1"_s));
    QJsonObject fields = writing.session.graph().ownStep(NodeId::Root);
    fields.remove(u"steps"_s);
    fields.remove(u"name"_s);
    writing.session.editing().setFields(fields);
    QVERIFY(writing.session.isDirty());
    writing.session.save();
    QCOMPARE(writing.failed.count(), 1);
    QCOMPARE(writing.session.state(), State::Editing);
    QVERIFY(!writing.session.graph().definition().contains(u"name"_s));
    QVERIFY(team.server.workflows.puts.isEmpty());
}

void TestWorkflowSession::aDiskThatRefusesSaysSo()
{
    FailingDisk failing;
    Team team;
    Disk disk;
    const Workflow workflow = team.put(u"w1"_s);
    {
        Writing writing(team.client.api, &disk);
        writing.session.open(workflow);
        QVERIFY(disk.draftIds().isEmpty());
        QSignalSpy says(disk.drafts.get(), &DefinitionDrafts::notKept);
        failing.failWrites(true);
        writing.describe(u"mine"_s);
        QTRY_COMPARE(says.count(), 1);
        QCOMPARE(writing.description(), u"mine"_s);
        failing.failWrites(false);
        QTRY_VERIFY_WITH_TIMEOUT(disk.drafts->isSaved(), 20'000);
    }
    disk.restart();
    Writing writing(team.client.api, &disk);
    writing.session.open(workflow);
    QTRY_COMPARE(writing.taken.count(), 1);
    QCOMPARE(writing.description(), u"mine"_s);
}

void TestWorkflowSession::whatIsWrittenBeforeTheDiskAnswersStandsOverTheDraft()
{
    Team team;
    const Workflow workflow = team.put(u"w1"_s);
    const Disk disk;
    {
        Writing writing(team.client.api, &disk);
        writing.session.open(workflow);
        writing.prompt(u"a"_s, u"kept"_s);
    }
    Writing writing(team.client.api, &disk);
    QSignalSpy ready(&writing.session, &WorkflowSession::ready);
    writing.session.open(workflow);
    writing.describe(u"written at once"_s);
    QCOMPARE(ready.count(), 0);
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(writing.description(), u"written at once"_s);
    QCOMPARE(writing.prompt(u"a"_s), u"kept"_s);
    writing.session.editing().undo();
    QCOMPARE(writing.description(), u"Adds up"_s);
    QCOMPARE(writing.prompt(u"a"_s), u"kept"_s);
}

void TestWorkflowSession::anAbandonedNewOneLeavesNothing()
{
    Team team;
    const Disk disk;
    Writing writing(team.client.api, &disk);
    writing.session.openNew();
    writing.describe(u"kept"_s);
    writing.session.keepNow();
    QTRY_COMPARE(disk.draftIds().size(), 1);
    writing.describe(u"and more"_s);
    writing.session.abandon();
    QVERIFY(!writing.session.isOpen());
    QTRY_VERIFY(disk.draftIds().isEmpty());
}

void TestWorkflowSession::aConflictCanWait()
{
    Local local;
    QVERIFY(local.start());
    const Workflow workflow = local.create();
    const Disk disk;
    Writing writing(local.client->api, &disk);
    writing.session.open(workflow);
    writing.describe(u"mine"_s);
    QVERIFY(local.change(workflow.id.value(), u"description"_s, u"theirs"_s));
    writing.session.save();
    QTRY_COMPARE(writing.session.state(), State::Conflict);
    writing.session.editOn();
    QCOMPARE(writing.session.state(), State::Editing);
    QCOMPARE(writing.description(), u"mine"_s);
    QVERIFY(writing.session.isDirty());
    writing.session.save();
    QTRY_COMPARE(writing.session.state(), State::Conflict);
}

void TestWorkflowSession::aSaveThatWasLeftSaysWhenItIsOver()
{
    Team team;
    const Workflow workflow = team.put(u"w1"_s);
    const Disk disk;
    Writing writing(team.client.api, &disk);
    QSignalSpy late(&writing.session, &WorkflowSession::lateTaken);
    writing.session.open(workflow);
    writing.describe(u"sent"_s);
    team.delayMs = 200;
    writing.session.save();
    writing.session.close();
    QCOMPARE(late.count(), 0);
    QTRY_COMPARE(late.count(), 1);
    QVERIFY(writing.saved.isEmpty());
}

void TestWorkflowSession::askingWhetherItIsDirtyIsCheap()
{
    Team team;
    QJsonObject json = sample();
    QJsonArray steps;
    for (int i = 0; i < 500; ++i)
        steps.append(agentStep(u"s"_s + QString::number(i), QString(200, u'x')));
    json.insert(u"steps"_s, steps);
    const Disk disk;
    Writing writing(team.client.api, &disk);
    writing.session.open(team.put(u"w1"_s, json));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i) {
        writing.prompt(u"s250"_s, QString::number(i));
        QVERIFY(writing.session.isDirty());
    }
    qInfo("10 changes and questions: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 3000);
    timer.restart();
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(writing.session.isDirty());
    qInfo("100 000 questions more: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 3000);
    timer.restart();
    const QJsonObject state = writing.session.editing().state();
    qInfo("what is kept: %lld ms, %lld bytes", timer.elapsed(), qint64(QJsonDocument(state).toJson().size()));
}

QTEST_GUILESS_MAIN(TestWorkflowSession)
#include "tst_workflowsession.moc"
