#include "state/chat/attachmentqueue.h"
#include "teamfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestAttachmentQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsUploadedAndTaken();
    void badFilesAreRefusedWithAReasonBeforeAByteIsSent();
    void aFailedUploadSaysWhyAndCanBeRetried();
    void removingAbortsTheUpload();
};

namespace {

QString makeFile(const QTemporaryDir &dir, const QString &name, qint64 size)
{
    QFile file(dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
        qFatal("cannot make a test file");
    return file.fileName();
}

const QByteArray stored = R"({"id":"f1","filename":"a.csv","mime_type":"text/csv","size_bytes":5})";

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

QTEST_GUILESS_MAIN(TestAttachmentQueue)
#include "tst_attachmentqueue.moc"
