#include "auth/authmanager.h"
#include "auth/datatokens.h"
#include "auth/session.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsession.h"
#include "state/chat/fileuploads.h"
#include "state/chat/folderscan.h"
#include "state/commandrules.h"
#include "support/identityserver.h"
#include "support/teamserver.h"
#include "teamfixture.h"

#include <QAbstractItemModelTester>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestAttachmentQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsUploadedAndTaken();
    void CH_83_filesOfAConversationThatIsNotShownAreTakenToo();
    void badFilesAreRefusedWithAReasonBeforeAByteIsSent();
    void aFailedUploadSaysWhyAndCanBeRetried();
    void removingAbortsTheUpload();
    void aTeamsFileGoesToItsFileServiceAndTheAgentServerHearsWhere();
    void whenOnlyTheSecondStepFailsTheBytesAreNotSentAgain();
    void removingATeamsFileAbortsItOrForgetsItAtTheServer();
    void aFileThatIsRemovedWhileItIsRegisteredIsForgottenAtTheServer();
    void AUTH_19_noFileGoesToAFileServiceWithoutATokenForIt();
    void HTTP_12_aTokenThatEndsOnTheWayOfAFileLosesAndRepeatsNothing_data();
    void HTTP_12_aTokenThatEndsOnTheWayOfAFileLosesAndRepeatsNothing();
    void aTeamWithoutAFileServiceTakesNoFiles();
    void anIdThatIsUnfitForAnAddressIsRefused_data();
    void anIdThatIsUnfitForAnAddressIsRefused();
    void D_23_theFilesOfAFolderAreCounted();
    void D_23_linksLeadOutOfNoFolderAndRoundInNone();
    void D_23_aFolderThatHoldsTooMuchSaysSo();
    void D_23_aCancelledCountIsNeverHeardOf();
};

namespace {

QString makeFile(const QTemporaryDir &dir, const QString &name, qint64 size)
{
    QFile file(dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
        qFatal("cannot make a test file");
    return file.fileName();
}

// Call it inside QVERIFY.
[[nodiscard]] bool scan(const QStringList &folders, FolderFiles &found)
{
    FolderScan scan;
    bool isDone = false;
    QObject::connect(&scan, &FolderScan::finished, &scan, [&](const FolderFiles &files) {
        found = files;
        isDone = true;
    });
    scan.start(folders);
    return !isDone && scan.isRunning() && QTest::qWaitFor([&isDone] { return isDone; }, 10'000) && !scan.isRunning();
}

const QByteArray stored = R"({"id":"f1","filename":"a.csv","mime_type":"text/csv","size_bytes":5})";

const QByteArray uploadTarget = "/api/data/upload";
const QByteArray attachmentsTarget = "/chat-attachments";
const QByteArray attached = R"({"id":"a1","filename":"a.csv","file_url":"/files/d1/download","added_to_library":false,)"
                            R"("created_at":"2026-01-02T03:04:05"})";

// A team whose profile names a file service, by default behind the same address as the agents.
struct FileTeam {
    TeamFixture team;
    DataTokens tokens;
    Transport service{tokens};
    FileUploads uploads{team.api, service, tokens, team.workspace};

    [[nodiscard]] bool open(const QUrl &dataUrl)
    {
        Profile profile{Profile::Kind::Team, u"team"_s, team.server.url()};
        profile.id = u"p1"_s;
        profile.dataUrl = dataUrl;
        bool isKept = false;
        team.accounts.of(profile).adoptToken("pasted-token", &team.workspace, [&isKept](const Result<> &) { isKept = true; });
        if (!QTest::qWaitFor([&isKept] { return isKept; }, 5000))
            return false;
        team.workspace.open(profile);
        return QTest::qWaitFor([this] { return team.workspace.state() == Workspace::State::Ready; }, 5000);
    }
    [[nodiscard]] bool open()
    {
        QUrl url = team.server.url();
        url.setPath(u"/api/data"_s);
        return open(url);
    }
    [[nodiscard]] QList<Received> requests(const QByteArray &target) const
    {
        QList<Received> out;
        for (const Received &request : team.server.received()) {
            if (request.target == target)
                out.append(request);
        }
        return out;
    }
};

// All of it: a sign-in service, a team server and its file service that both let in nobody else, and a person who is signed in by mail.
struct WholeTeam {
    IdentityServer identity{IdentityServer::Kind::Team};
    TeamServer team;
    std::function<void()> onStored; // the file service has the bytes of a file
    int refusedFiles = 0;
    int storedFiles = 0;
    FaultServer files{[this](const Received &request) { return take(request); }};
    MemoryStore secrets;
    AuthManagers accounts{secrets};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    Workspace workspace{api, tokens, accounts, {}};
    ConversationStore conversations{api};
    DataTokens fileTokens;
    Transport fileTransport{fileTokens};
    FileUploads uploads{api, fileTransport, fileTokens, workspace};
    AttachmentQueue queue{uploads};
    ChatSession session{api, workspace, conversations};

    [[nodiscard]] bool open()
    {
        team.isGood = [this](const QByteArray &bearer) { return identity.isGoodAccess(bearer); };
        Profile profile{Profile::Kind::Team, u"team"_s, team.server().url()};
        profile.id = u"p1"_s;
        profile.identityUrl = identity.url();
        profile.dataUrl = files.url();
        profile.signIn = SignInWay::EmailCode;
        Session person;
        person.way = SignInWay::EmailCode;
        person.issuer = identity.url();
        person.baseUrl = profile.baseUrl;
        person.renewal = identity.grantSession();
        person.account.id = u"u-ana"_s;
        bool isWritten = false;
        secrets.write(sessionKey(profile), toStored(person), &workspace, [&isWritten](const Result<> &) { isWritten = true; });
        if (!QTest::qWaitFor([&isWritten] { return isWritten; }, 5000))
            return false;
        workspace.open(profile);
        return QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Ready; }, 10'000);
    }
    // false: it did not come through.
    [[nodiscard]] bool upload(const QString &path)
    {
        queue.add({path});
        return QTest::qWaitFor([this] { return !queue.isUploading(); }, 10'000) && !queue.hasFailed();
    }

private:
    Scripted take(const Received &request)
    {
        if (!identity.isGoodAccess(request.headers.value("authorization").mid(7))) {
            ++refusedFiles;
            return reply(401, R"({"detail":"bad token"})");
        }
        ++storedFiles;
        if (onStored)
            onStored();
        return json(R"({"file_id":"d)" + QByteArray::number(storedFiles) + R"("})");
    }
};

} // namespace

void TestAttachmentQueue::aFileIsUploadedAndTaken()
{
    QTemporaryDir dir;
    TeamFixture team;
    team.script = [](const Received &request) { return request.target == "/files" ? reply(201, stored) : Scripted{}; };
    QVERIFY(team.open());
    AttachmentQueue queue(team.api);
    QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QVERIFY(queue.isUploading());
    QTRY_VERIFY(!queue.isUploading());
    const QList<StoredFile> files = queue.take();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.constFirst().id.value(), u"f1"_s);
    QVERIFY(queue.isEmpty());
}

void TestAttachmentQueue::CH_83_filesOfAConversationThatIsNotShownAreTakenToo()
{
    const ConversationId left(u"c1"_s);
    QTemporaryDir dir;
    TeamFixture team;
    int asked = 0;
    team.script = [&asked](const Received &request) {
        if (request.target != "/files")
            return Scripted{};
        ++asked;
        return Scripted{{}, 0, Scripted::End::Hold};
    };
    QVERIFY(team.open());
    AttachmentQueue queue(team.api);
    QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
    queue.show(left);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QTRY_COMPARE(asked, 1);
    queue.show(ConversationId(u"c2"_s));
    QVERIFY(queue.isEmpty() && !queue.isUploading());
    QVERIFY(!queue.isEmpty(left) && queue.isUploading(left));
    QSignalSpy changed(&queue, &AttachmentQueue::changed);
    team.server.sendToHeld(reply(201, stored).pieces.join());
    QTRY_VERIFY(!queue.isUploading(left));
    QVERIFY(!changed.isEmpty()); // also of one that is not shown
    QVERIFY(!queue.hasFailed(left));
    const QList<StoredFile> files = queue.take(left);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.constFirst().id.value(), u"f1"_s);
    QVERIFY(queue.isEmpty(left));
    queue.show(left);
    QCOMPARE(queue.rowCount(), 0);
}

void TestAttachmentQueue::badFilesAreRefusedWithAReasonBeforeAByteIsSent()
{
    QTemporaryDir dir;
    TeamFixture team;
    QVERIFY(team.open());
    const qsizetype before = team.server.received().size();
    AttachmentQueue queue(team.api);
    QSignalSpy refused(&queue, &AttachmentQueue::refused);
    queue.add({makeFile(dir, u"empty.csv"_s, 0), makeFile(dir, u"huge.csv"_s, 200LL * 1024 * 1024), dir.path(),
               dir.filePath(u"absent.txt"_s), u"/dev/zero"_s});
    QCOMPARE(refused.size(), 5);
    QVERIFY(queue.isEmpty());
    for (const QList<QVariant> &signal : std::as_const(refused)) {
        const Error error = signal.constFirst().value<Error>();
        QVERIFY(!error.message.isEmpty());
        QVERIFY(!error.nextStep.isEmpty());
    }
    QCOMPARE(team.server.received().size(), before);
}

void TestAttachmentQueue::aFailedUploadSaysWhyAndCanBeRetried()
{
    QTemporaryDir dir;
    TeamFixture team;
    int posts = 0;
    team.script = [&posts](const Received &request) {
        if (request.target != "/files")
            return Scripted{};
        return ++posts == 1 ? reply(507, R"({"detail":"The disk is full."})") : reply(201, stored);
    };
    QVERIFY(team.open());
    AttachmentQueue queue(team.api);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QTRY_VERIFY(queue.hasFailed());
    QVERIFY(queue.index(0).data(AttachmentQueue::ErrorRole).toString().contains(u"disk is full"_s));
    queue.retry(0);
    QTRY_VERIFY(!queue.isUploading());
    QVERIFY(!queue.hasFailed());
    QCOMPARE(queue.take().size(), 1);
}

void TestAttachmentQueue::removingAbortsTheUpload()
{
    QTemporaryDir dir;
    TeamFixture team;
    team.script = [](const Received &request) { return request.target == "/files" ? Scripted{{}, 0, Scripted::End::Hold} : Scripted{}; };
    QVERIFY(team.open());
    AttachmentQueue queue(team.api);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QTRY_COMPARE(team.server.received().constLast().target, QByteArray("/files"));
    const int open = team.server.openConnections();
    queue.remove(0);
    QVERIFY(queue.isEmpty());
    QTRY_VERIFY(team.server.openConnections() < open);
}

void TestAttachmentQueue::aTeamsFileGoesToItsFileServiceAndTheAgentServerHearsWhere()
{
    QTemporaryDir dir;
    FileTeam f;
    f.team.script = [](const Received &request) {
        if (request.target == uploadTarget)
            return json(R"({"file_id":"d1","status":"queued"})");
        return request.target == attachmentsTarget ? reply(201, attached) : Scripted{};
    };
    QVERIFY(f.open());
    QVERIFY(!CommandRules(f.team.workspace).whyNot(CommandRules::Command::AttachFiles));
    AttachmentQueue queue(f.uploads);
    QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QVERIFY(queue.isUploading());
    QTRY_VERIFY(!queue.isUploading());
    QVERIFY(!queue.hasFailed());

    const QList<Received> uploads = f.requests(uploadTarget);
    QCOMPARE(uploads.size(), 1);
    QCOMPARE(uploads.constFirst().method, QByteArray("POST"));
    QCOMPARE(uploads.constFirst().headers.value("authorization"), QByteArray("Bearer pasted-token"));
    QVERIFY(uploads.constFirst().body.contains(R"(name="file")"));
    QCOMPARE(f.requests(attachmentsTarget).size(), 1);
    const QJsonObject told = QJsonDocument::fromJson(f.requests(attachmentsTarget).constFirst().body).object();
    QCOMPARE(told.value("filename"_L1).toString(), u"a.csv"_s);
    QCOMPARE(told.value("file_url"_L1).toString(), f.team.workspace.profile().dataUrl.toString() + u"/files/d1/download"_s);
    QCOMPARE(told.value("mime_type"_L1).toString(), u"text/csv"_s);
    QCOMPARE(told.value("size_bytes"_L1).toInt(), 5);

    const QList<StoredFile> files = queue.take();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.constFirst().id.value(), u"a1"_s); // what a turn refers to
    QCOMPARE(files.constFirst().filename, u"a.csv"_s);
    QCOMPARE(files.constFirst().sha256, QCryptographicHash::hash(QByteArray(5, '\0'), QCryptographicHash::Sha256));
}

void TestAttachmentQueue::whenOnlyTheSecondStepFailsTheBytesAreNotSentAgain()
{
    QTemporaryDir dir;
    FileTeam f;
    bool isWell = false;
    f.team.script = [&isWell](const Received &request) {
        if (request.target == uploadTarget)
            return json(R"({"id":"d1"})");
        if (request.target == attachmentsTarget)
            return isWell ? reply(201, attached) : reply(422, R"({"detail":"Not like this."})");
        return Scripted{};
    };
    QVERIFY(f.open());
    AttachmentQueue queue(f.uploads);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QTRY_VERIFY(queue.hasFailed());
    QVERIFY(!queue.index(0).data(AttachmentQueue::ErrorRole).toString().isEmpty());
    isWell = true;
    queue.retry(0);
    QTRY_VERIFY(!queue.isUploading());
    QVERIFY(!queue.hasFailed());
    QCOMPARE(f.requests(uploadTarget).size(), 1);
    QCOMPARE(f.requests(attachmentsTarget).size(), 2);
    const QList<StoredFile> files = queue.take();
    QCOMPARE(files.size(), 1);
    QVERIFY(!files.constFirst().sha256.isEmpty());
}

void TestAttachmentQueue::removingATeamsFileAbortsItOrForgetsItAtTheServer()
{
    QTemporaryDir dir;
    FileTeam f;
    bool holds = true;
    f.team.script = [&holds](const Received &request) {
        if (request.target == uploadTarget)
            return holds ? Scripted{{}, 0, Scripted::End::Hold} : json(R"({"fileId":"d1"})");
        if (request.target == attachmentsTarget)
            return reply(201, attached);
        return request.method == "DELETE" ? reply(204, {}) : Scripted{};
    };
    QVERIFY(f.open());
    AttachmentQueue queue(f.uploads);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QTRY_COMPARE(f.requests(uploadTarget).size(), 1);
    const int open = f.team.server.openConnections();
    queue.remove(0);
    QVERIFY(queue.isEmpty());
    QTRY_VERIFY(f.team.server.openConnections() < open);
    QVERIFY(f.requests(attachmentsTarget).isEmpty());

    holds = false;
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QTRY_VERIFY(!queue.isUploading());
    QVERIFY(!queue.hasFailed());
    queue.remove(0);
    QTRY_COMPARE(f.requests(attachmentsTarget + "/a1").size(), 1);
    QCOMPARE(f.requests(attachmentsTarget + "/a1").constFirst().method, QByteArray("DELETE"));
}

void TestAttachmentQueue::aFileThatIsRemovedWhileItIsRegisteredIsForgottenAtTheServer()
{
    QTemporaryDir dir;
    FileTeam f;
    f.team.script = [](const Received &request) {
        if (request.target == uploadTarget)
            return json(R"({"fileId":"d1"})");
        if (request.target == attachmentsTarget) {
            Scripted slow = reply(201, attached);
            slow.delayMs = 300; // it has it; the answer is on its way
            return slow;
        }
        return request.method == "DELETE" ? reply(204, {}) : Scripted{};
    };
    QVERIFY(f.open());
    AttachmentQueue queue(f.uploads);
    QSignalSpy uploaded(&queue, &AttachmentQueue::uploaded);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QTRY_COMPARE(f.requests(attachmentsTarget).size(), 1);
    queue.remove(0);
    QTRY_COMPARE(f.requests(attachmentsTarget + "/a1").size(), 1);
    QCOMPARE(f.requests(attachmentsTarget + "/a1").constFirst().method, QByteArray("DELETE"));
    QVERIFY(queue.isEmpty());
    QCOMPARE(uploaded.size(), 0);
    QCOMPARE(f.requests(attachmentsTarget).size(), 1);
}

void TestAttachmentQueue::AUTH_19_noFileGoesToAFileServiceWithoutATokenForIt()
{
    QTemporaryDir dir;
    FaultServer other([](const Received &) { return json(R"({"id":"d1"})"); });
    FileTeam f;
    QVERIFY(f.open(other.url()));
    AttachmentQueue queue(f.uploads);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QTRY_VERIFY(queue.hasFailed());
    QVERIFY(!queue.index(0).data(AttachmentQueue::ErrorRole).toString().isEmpty());
    QVERIFY(other.received().isEmpty());
    QVERIFY(f.requests(attachmentsTarget).isEmpty());
}

void TestAttachmentQueue::HTTP_12_aTokenThatEndsOnTheWayOfAFileLosesAndRepeatsNothing_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("before the second file is sent") << 0;
    QTest::newRow("between sending it and telling the agent server") << 1;
    QTest::newRow("between that and the message") << 2;
}

void TestAttachmentQueue::HTTP_12_aTokenThatEndsOnTheWayOfAFileLosesAndRepeatsNothing()
{
    QFETCH(const int, when);
    QTemporaryDir dir;
    WholeTeam f;
    QVERIFY(f.open());
    QVERIFY(f.upload(makeFile(dir, u"one.csv"_s, 5)));
    const int tokens = f.identity.accessTokens();
    if (when == 0)
        f.identity.expireAccess(); // both: that of the agent server and that of the files
    else if (when == 1)
        f.onStored = [&f] { f.identity.expireAccess(); };
    QVERIFY(f.upload(makeFile(dir, u"two.csv"_s, 6)));
    if (when == 2)
        f.identity.expireAccess();
    QCOMPARE(f.storedFiles, 2);
    QCOMPARE(f.refusedFiles, when == 0 ? 1 : 0);
    QCOMPARE(f.team.attachments().size(), 2);
    QStringList ids;
    QStringList names;
    for (const QJsonObject &attachment : f.team.attachments()) {
        ids.append(attachment.value("id"_L1).toString());
        names.append(attachment.value("filename"_L1).toString());
    }
    QCOMPARE(names, (QStringList{u"one.csv"_s, u"two.csv"_s}));

    f.team.add({{u"Two files."_s}});
    QSignalSpy ended(&f.session, &ChatSession::turnEnded);
    f.session.send(u"What is in these?"_s, f.queue.take(), {});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QVERIFY(ended.constFirst().constFirst().toBool());
    QCOMPARE(f.session.transcript().rowCount(), 2);
    QCOMPARE(f.session.transcript().messageAt(1).content, u"Two files."_s);
    QCOMPARE(f.team.asked(), 1);
    QCOMPARE(f.team.attachmentIds(), QList<QStringList>{ids});
    QVERIFY(f.identity.accessTokens() > tokens); // renewed on the way, and nobody was asked
    QCOMPARE(f.workspace.state(), Workspace::State::Ready);
}

void TestAttachmentQueue::aTeamWithoutAFileServiceTakesNoFiles()
{
    FileTeam f;
    QVERIFY(f.open(QUrl()));
    QVERIFY(!f.uploads.usesFileService());
    QVERIFY(f.service.baseUrl().isEmpty());
    const std::optional<QString> reason = CommandRules(f.team.workspace).whyNot(CommandRules::Command::AttachFiles);
    QVERIFY(reason);
    QVERIFY(reason->contains(u"address"_s));
    QVERIFY(f.requests(uploadTarget).isEmpty());
}

void TestAttachmentQueue::anIdThatIsUnfitForAnAddressIsRefused_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("a way out") << QByteArray(R"({"file_id":"../conversations"})");
    QTest::newRow("the folder above") << QByteArray(R"({"file_id":".."})");
    QTest::newRow("a query") << QByteArray(R"({"file_id":"d1?x=1"})");
    QTest::newRow("a line break") << QByteArray(R"({"file_id":"d1\n"})");
    QTest::newRow("too long") << QByteArray(QByteArray(R"({"file_id":")") + QByteArray(129, 'a') + QByteArray(R"("})"));
    QTest::newRow("empty") << QByteArray(R"({"file_id":""})");
    QTest::newRow("a number") << QByteArray(R"({"id":7})");
    QTest::newRow("none") << QByteArray("{}");
}

void TestAttachmentQueue::anIdThatIsUnfitForAnAddressIsRefused()
{
    QFETCH(const QByteArray, answer);
    QTemporaryDir dir;
    FileTeam f;
    f.team.script = [&answer](const Received &request) { return request.target == uploadTarget ? json(answer) : Scripted{}; };
    QVERIFY(f.open());
    AttachmentQueue queue(f.uploads);
    queue.add({makeFile(dir, u"a.csv"_s, 5)});
    QTRY_VERIFY(queue.hasFailed());
    QVERIFY(f.requests(attachmentsTarget).isEmpty());
}

void TestAttachmentQueue::D_23_theFilesOfAFolderAreCounted()
{
    const QTemporaryDir dir;
    for (const QString &inner : {u"b"_s, u"b/deeper"_s, u".git"_s, u"nothing"_s})
        QVERIFY(QDir(dir.path()).mkpath(inner));
    const QString second = makeFile(dir, u"table b.csv"_s, 10);
    const QString first = makeFile(dir, u"table a.csv"_s, 2);
    const QString deep = makeFile(dir, u"b/deeper/c.csv"_s, 300);
    const QString next = makeFile(dir, u"b/d.csv"_s, 4000);
    static_cast<void>(makeFile(dir, u".secret"_s, 7));
    static_cast<void>(makeFile(dir, u".git/config"_s, 7));
    static_cast<void>(makeFile(dir, u"empty.csv"_s, 0));
    static_cast<void>(makeFile(dir, u"large.bin"_s, AttachmentQueue::maxBytes + 1));
    QCOMPARE(mkfifo(QFile::encodeName(dir.filePath(u"pipe"_s)).constData(), 0600), 0); // to read it would block for ever
    FolderFiles found;
    QVERIFY(scan({dir.path()}, found));
    QCOMPARE(found.paths, (QStringList{first, second, next, deep}));
    QCOMPARE(found.bytes, 4312);
    QCOMPARE(found.left, 2);
    QVERIFY(!found.isTooMuch);
    QVERIFY(scan({dir.filePath(u"b"_s), dir.filePath(u"nothing"_s), dir.filePath(u"gone"_s)}, found));
    QCOMPARE(found.paths, (QStringList{next, deep}));
}

void TestAttachmentQueue::D_23_linksLeadOutOfNoFolderAndRoundInNone()
{
    const QTemporaryDir outside;
    const QString secret = makeFile(outside, u"id_rsa"_s, 9);
    const QTemporaryDir dir;
    const QString own = makeFile(dir, u"a.csv"_s, 5);
    QVERIFY(QFile::link(secret, dir.filePath(u"key.txt"_s)));
    QVERIFY(QFile::link(outside.path(), dir.filePath(u"elsewhere"_s)));
    QVERIFY(QFile::link(dir.path(), dir.filePath(u"round"_s)));
    QVERIFY(QFile::link(u"/nowhere/at/all"_s, dir.filePath(u"broken"_s)));
    FolderFiles found;
    QVERIFY(scan({dir.path()}, found));
    QCOMPARE(found.paths, QStringList{own});
    QVERIFY(!found.isTooMuch);
}

void TestAttachmentQueue::D_23_aFolderThatHoldsTooMuchSaysSo()
{
    const QTemporaryDir many;
    for (int i = 0; i < FolderScan::maxFiles; ++i)
        static_cast<void>(makeFile(many, u"%1.csv"_s.arg(i), 1));
    FolderFiles found;
    QVERIFY(scan({many.path()}, found));
    QCOMPARE(found.paths.size(), FolderScan::maxFiles);
    QVERIFY(!found.isTooMuch);
    static_cast<void>(makeFile(many, u"one more.csv"_s, 1));
    QVERIFY(scan({many.path()}, found));
    QVERIFY(found.isTooMuch);

    const QTemporaryDir deep;
    QString folder = u"."_s;
    for (int i = 0; i < FolderScan::maxDepth; ++i)
        folder += u"/%1"_s.arg(i);
    QVERIFY(QDir(deep.path()).mkpath(folder));
    static_cast<void>(makeFile(deep, folder + u"/a.csv"_s, 1));
    QVERIFY(scan({deep.path()}, found));
    QCOMPARE(found.paths.size(), 1);
    QVERIFY(!found.isTooMuch);
    QVERIFY(QDir(deep.path()).mkpath(folder + u"/deeper"_s));
    QVERIFY(scan({deep.path()}, found));
    QVERIFY(found.isTooMuch);
}

void TestAttachmentQueue::D_23_aCancelledCountIsNeverHeardOf()
{
    const QTemporaryDir dir;
    static_cast<void>(makeFile(dir, u"a.csv"_s, 5));
    FolderScan scan;
    QSignalSpy finished(&scan, &FolderScan::finished);
    scan.start({u"/usr"_s}); // takes its time
    scan.cancel();
    QVERIFY(!scan.isRunning());
    scan.start({u"/usr"_s});
    scan.start({dir.path()}); // instead
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().value<FolderFiles>().paths.size(), 1);
    QVERIFY(!scan.isRunning());
}

QTEST_GUILESS_MAIN(TestAttachmentQueue)
#include "tst_attachmentqueue.moc"
