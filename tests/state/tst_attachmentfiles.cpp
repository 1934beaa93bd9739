// Where the content of an attachment comes from (CH-59), and what it is called when it is saved.
#include "state/chat/attachmentfiles.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/sourcefiles.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "teamfixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct Fixture : TeamFixture {
    QTemporaryDir dir;
    SourceFiles sources{api, workspace};
    AttachmentFiles files{sources};
    StoredFile file{FileId(u"f1"_s), u"a.csv"_s, u"text/csv"_s, 5, {}};
    std::optional<Result<>> outcome;

    explicit Fixture(const QByteArray &offered = localFeatures)
    {
        features = offered;
        script = [](const Received &request) -> Scripted {
            if (request.method == "GET" && request.target.startsWith("/files/"))
                return reply(200, "of the server", "application/octet-stream");
            if (request.method == "POST" && request.target.startsWith("/files"))
                return reply(201, R"({"id":"f1","filename":"a.csv","mime_type":"text/csv","size":5})");
            return {};
        };
    }
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile out(dir.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot make a test file");
        return out.fileName();
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile in(dir.filePath(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void save(const QString &name)
    {
        outcome.reset();
        files.save(file, dir.filePath(name), &sources, [this](const Result<> &result) { outcome = result; });
    }
};

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

// One run of the program over a folder that outlives it.
struct Run {
    explicit Run(const QString &root, const QString &account = u"account"_s)
        : folder{root}
    {
        originals.keepIn(store);
        journal.open(account);
        originals.open(account);
    }
    // Call it inside QVERIFY: everything that was given to the disk before is done.
    [[nodiscard]] bool settle()
    {
        bool done = false;
        journal.settle(&store, [&done] { done = true; });
        return QTest::qWaitFor([&done] { return done; }, 10'000);
    }
    void send(const StoredFile &file, const QString &conversation)
    {
        TurnRecord turn;
        turn.id = u"t-"_s + file.id.value();
        turn.conversation = ConversationId(conversation);
        turn.request.text = u"What is in it?"_s;
        turn.request.files = {file};
        turn.createdAt = QDateTime::currentDateTimeUtc();
        journal.begin(turn, turn.conversation, {}, &store, [](const Result<> &) {});
    }

    StoreFolder folder;
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    LocalOriginals originals;
};

} // namespace

class TestAttachmentFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_59_aFileOfThisComputerIsTakenFromWhereItLies();
    void CH_59_theQueueSaysWhereAFileLies();
    void CH_59_aChangedOrMissingFileComesFromTheServer();
    void CH_59_aFileThatIsNoLongerTheOneSentIsNotSaved();
    void CH_59_withoutAServerThatGivesFilesItIsSaid();
    void CH_59_whatBecameOfAFileIsSaid();
    void CH_59_anOriginalIsKnownAfterARestart();
    void CH_59_aFileThatChangedWhileTheProgramWasClosedIsNotTheOriginal();
    void CH_59_aDeletedConversationTakesItsOriginalsAlong();
    void CH_59_originalsOfAnAccountAreItsOwn();
    void CH_59_aForgottenAccountDoesNotComeBackWithWhatIsStillBeingRead();
    void DATA_10_aDatabaseOfBeforeOriginalsWereKeptTakesThem();
    void REND_17_aNameNeverLeavesTheFolder_data();
    void REND_17_aNameNeverLeavesTheFolder();
    void CH_59_onlyDocumentsAreOpened();
};

void TestAttachmentFiles::CH_59_aFileOfThisComputerIsTakenFromWhereItLies()
{
    Fixture f{QByteArray()};
    QVERIFY(f.open());
    const QString path = f.write(u"a.csv"_s, "local");
    f.file.sha256 = sha256("local");
    f.sources.originals().remember(f.file, path);
    QCOMPARE(f.files.original(f.file), path);
    QCOMPARE(f.files.whyNot(f.file), QString());
    f.save(u"copy.csv"_s);
    QVERIFY(!f.outcome); // never in the call
    QTRY_VERIFY(f.outcome);
    QVERIFY(f.outcome->has_value());
    QCOMPARE(f.read(u"copy.csv"_s), QByteArray("local"));
}

void TestAttachmentFiles::CH_59_theQueueSaysWhereAFileLies()
{
    Fixture f;
    QVERIFY(f.open());
    AttachmentQueue queue(f.api);
    QSignalSpy uploaded(&queue, &AttachmentQueue::uploaded);
    const QString path = f.write(u"a.csv"_s, "local");
    queue.add({path});
    QTRY_COMPARE(uploaded.count(), 1);
    QCOMPARE(uploaded.first().at(1).toString(), path);
}

void TestAttachmentFiles::CH_59_aChangedOrMissingFileComesFromTheServer()
{
    Fixture f;
    QVERIFY(f.open());
    const QString path = f.write(u"a.csv"_s, "local");
    f.sources.originals().remember(f.file, path);
    static_cast<void>(f.write(u"a.csv"_s, "another one"));
    QCOMPARE(f.files.original(f.file), QString());
    QCOMPARE(f.files.whyNot(f.file), QString());
    f.save(u"copy.csv"_s);
    QTRY_VERIFY(f.outcome);
    QVERIFY(f.outcome->has_value());
    QCOMPARE(f.read(u"copy.csv"_s), QByteArray("of the server"));
    QVERIFY(QFile::remove(path));
    QCOMPARE(f.files.original(f.file), QString());
}

void TestAttachmentFiles::CH_59_aFileThatIsNoLongerTheOneSentIsNotSaved()
{
    Fixture f;
    QVERIFY(f.open());
    const QString path = f.write(u"a.csv"_s, "other"); // of the same size and time, as a copy over it may be
    f.file.sha256 = sha256("local");
    f.sources.originals().remember(f.file, path);
    static_cast<void>(f.write(u"copy.csv"_s, "before"));
    f.save(u"copy.csv"_s);
    QTRY_VERIFY(f.outcome);
    QVERIFY(!f.outcome->has_value());
    QCOMPARE(f.outcome->error().kind, Error::Kind::Storage);
    QCOMPARE(f.read(u"copy.csv"_s), QByteArray("before"));
}

void TestAttachmentFiles::CH_59_withoutAServerThatGivesFilesItIsSaid()
{
    Fixture f{QByteArray()};
    QVERIFY(f.open());
    QVERIFY(f.files.whyNot(f.file).contains(u"does not give it back"_s));
    Fixture local;
    QVERIFY(local.open());
    QCOMPARE(local.files.whyNot(local.file), QString());
    local.file.id = FileId();
    QVERIFY(!local.files.whyNot(local.file).isEmpty());
}

void TestAttachmentFiles::CH_59_whatBecameOfAFileIsSaid()
{
    Fixture f{QByteArray()};
    QVERIFY(f.open());
    QCOMPARE(f.files.whyNotHere(f.file), QString()); // nobody ever knew
    const QString path = f.write(u"a.csv"_s, "local");
    f.sources.originals().remember(f.file, path);
    QCOMPARE(f.files.whyNotHere(f.file), QString());
    static_cast<void>(f.write(u"a.csv"_s, "another one"));
    QVERIFY(f.files.whyNotHere(f.file).contains(u"changed"_s));
    QVERIFY(f.files.whyNot(f.file).startsWith(f.files.whyNotHere(f.file)));
    QVERIFY(f.files.whyNot(f.file).contains(u"does not give it back"_s));
    QVERIFY(QFile::remove(path));
    QVERIFY(f.files.whyNotHere(f.file).contains(u"no longer"_s));
    QVERIFY(QDir().mkpath(path)); // a folder of that name is not the file
    QVERIFY(f.files.whyNotHere(f.file).contains(u"no longer"_s));
}

void TestAttachmentFiles::CH_59_anOriginalIsKnownAfterARestart()
{
    Fixture f;
    const QString root = f.dir.filePath(u"user"_s);
    const QString path = f.write(u"a.csv"_s, "local");
    f.file.sha256 = sha256("local");
    StoredFile plain = f.file;
    plain.id = FileId(u"f2"_s);
    plain.sha256.clear(); // of a server's queue that made none
    {
        Run run(root);
        run.originals.remember(f.file, path);
        run.originals.remember(plain, path);
        run.send(f.file, u"c1"_s);
        QVERIFY(run.settle());
    }
    Run run(root);
    QCOMPARE(run.originals.pathOf(f.file), QString()); // not before the disk has said so
    QSignalSpy changed(&run.originals, &LocalOriginals::changed);
    QTRY_COMPARE(run.originals.pathOf(f.file), path);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(run.originals.sha256Of(f.file), sha256("local"));
    QCOMPARE(run.originals.pathOf(plain), path);
    QVERIFY(run.originals.sha256Of(plain).isEmpty());
}

void TestAttachmentFiles::CH_59_aFileThatChangedWhileTheProgramWasClosedIsNotTheOriginal()
{
    Fixture f;
    const QString root = f.dir.filePath(u"user"_s);
    const QString path = f.write(u"a.csv"_s, "local");
    {
        Run run(root);
        run.originals.remember(f.file, path);
        QVERIFY(run.settle());
    }
    static_cast<void>(f.write(u"a.csv"_s, "another one"));
    Run run(root);
    QTRY_VERIFY(run.originals.isKnown(f.file));
    QCOMPARE(run.originals.pathOf(f.file), QString());
    QCOMPARE(run.originals.find(f.file)->look(), FileOriginal::State::Changed);
    static_cast<void>(f.write(u"b.csv"_s, "newer"));
    run.originals.remember(f.file, f.dir.filePath(u"b.csv"_s)); // uploaded again: that is the one now
    QCOMPARE(run.originals.pathOf(f.file), f.dir.filePath(u"b.csv"_s));
}

void TestAttachmentFiles::CH_59_aDeletedConversationTakesItsOriginalsAlong()
{
    Fixture f;
    const QString root = f.dir.filePath(u"user"_s);
    const QString path = f.write(u"a.csv"_s, "local");
    StoredFile other = f.file;
    other.id = FileId(u"f2"_s);
    {
        Run run(root);
        run.originals.remember(f.file, path);
        run.originals.remember(other, path);
        run.send(f.file, u"local:1"_s); // begun before the server gave it an id
        run.send(other, u"c2"_s);
        run.journal.move(ConversationId(u"local:1"_s), ConversationId(u"c1"_s));
        run.originals.removeConversation(ConversationId(u"c1"_s));
        QTRY_VERIFY(!run.originals.isKnown(f.file));
        QVERIFY(run.originals.isKnown(other));
        QVERIFY(run.settle());
    }
    Run run(root);
    QTRY_VERIFY(run.originals.isKnown(other));
    QVERIFY(!run.originals.isKnown(f.file));
}

void TestAttachmentFiles::CH_59_originalsOfAnAccountAreItsOwn()
{
    Fixture f;
    const QString root = f.dir.filePath(u"user"_s);
    const QString path = f.write(u"a.csv"_s, "local");
    Run run(root, u"nobody"_s);
    run.originals.remember(f.file, path);
    run.journal.adopt(u"nobody"_s, u"account"_s); // it is known now who is there
    run.journal.open(u"account"_s);
    run.originals.rename(u"account"_s);
    QVERIFY(run.originals.isKnown(f.file));
    QVERIFY(run.settle());
    run.originals.open(u"account"_s);
    QVERIFY(!run.originals.isKnown(f.file)); // before the disk has said so
    QTRY_VERIFY(run.originals.isKnown(f.file));
    run.originals.open(u"another"_s);
    QVERIFY(!run.originals.isKnown(f.file));
    QVERIFY(run.settle());
    QVERIFY(!run.originals.isKnown(f.file));
    bool removed = false;
    run.journal.removeAccount(u"account"_s, &run.store, [&removed](const Result<> &outcome) { removed = outcome.has_value(); });
    QTRY_VERIFY(removed);
    run.originals.open(u"account"_s);
    QVERIFY(run.settle());
    QVERIFY(!run.originals.isKnown(f.file));
}

void TestAttachmentFiles::CH_59_aForgottenAccountDoesNotComeBackWithWhatIsStillBeingRead()
{
    Fixture f;
    const QString path = f.write(u"a.csv"_s, "local");
    Run run(f.dir.filePath(u"user"_s));
    run.originals.remember(f.file, path);
    QVERIFY(run.settle());
    run.originals.open(u"account"_s);
    run.originals.forget(u"account"_s); // signed out before the disk has answered
    QVERIFY(run.settle());
    QVERIFY(!run.originals.isKnown(f.file));
}

void TestAttachmentFiles::DATA_10_aDatabaseOfBeforeOriginalsWereKeptTakesThem()
{
    Fixture f;
    const StoreFolder folder{f.dir.filePath(u"user"_s)};
    const QString path = f.write(u"a.csv"_s, "local");
    {
        StoreKind kind = userStoreKind(folder);
        Schema before = *kind.schema;
        before.steps = before.steps.first(3);
        kind.schema = &before;
        StoreThread store(folder, kind);
        TurnJournal journal(store);
        bool done = false;
        journal.settle(&store, [&done] { done = true; });
        QTRY_VERIFY(done);
    }
    {
        Run run(folder.root);
        std::optional<StoreReport> report;
        connect(&run.store, &StoreThread::opened, this, [&report](const StoreReport &r) { report = r; });
        QTRY_VERIFY(report);
        QCOMPARE(report->outcome, StoreReport::Outcome::Fine);
        run.originals.remember(f.file, path);
        QVERIFY(run.settle());
    }
    Run run(folder.root);
    QTRY_COMPARE(run.originals.pathOf(f.file), path);
}

void TestAttachmentFiles::REND_17_aNameNeverLeavesTheFolder_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("up") << u"../../etc/passwd"_s;
    QTest::newRow("up with a suffix") << u"../../a.txt"_s;
    QTest::newRow("only the suffix goes up") << u"a./../b"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s;
    QTest::newRow("backslashes") << u"..\\..\\a.txt"_s;
    QTest::newRow("dots") << u".."_s;
    QTest::newRow("control characters") << u"a\n\x1b[31mb\x7f.txt"_s;
    QTest::newRow("turned around") << u"a\u202Etxt.exe"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("long") << QString(4000, u'x') + u".txt"_s;
}

void TestAttachmentFiles::REND_17_aNameNeverLeavesTheFolder()
{
    QFETCH(QString, name);
    const QString safe = AttachmentFiles::suggestedName({FileId(u"f"_s), name, {}, 0, {}});
    QVERIFY(!safe.isEmpty());
    QVERIFY(safe.size() <= 220);
    for (const QChar c : safe)
        QVERIFY2(c != u'/' && c != u'\\' && c.category() != QChar::Other_Control && c.category() != QChar::Other_Format, qPrintable(safe));
    const QString folder = u"/chosen/folder"_s;
    QCOMPARE(QFileInfo(QDir::cleanPath(folder + u'/' + safe)).path(), folder);
}

void TestAttachmentFiles::CH_59_onlyDocumentsAreOpened()
{
    for (const QString &name : {u"a.csv"_s, u"report.PDF"_s, u"picture.png"_s, u"/home/me/notes.txt"_s})
        QVERIFY2(AttachmentFiles::whyNotOpened(name).isEmpty(), qPrintable(name));
    for (const QString &name : {u"a.exe"_s, u"a.SH"_s, u"a.desktop"_s, u"a.pdf.bat"_s, u"a.exe "_s, u"a.exe."_s, u"a\u202Egnp.exe"_s,
                                u"noending"_s, u""_s, u"letter.docm"_s})
        QVERIFY2(!AttachmentFiles::whyNotOpened(name).isEmpty(), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestAttachmentFiles)
#include "tst_attachmentfiles.moc"
