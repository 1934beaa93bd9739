#include "api/apifixture.h"
#include "api/endpoints/filesapi.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

using Fixture = ApiFixture<FilesApi>;

namespace {

constexpr const char *stored =
    R"({"id":"f1","filename":"a.csv","mime_type":"text/csv","size_bytes":300000,"created_at":"2026-05-02T09:14:03Z"})";

} // namespace

class TestFilesApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upload();
    void aFileThatIsNotThereIsNotSent();
    void get();
    void download();
    void aFileThatIsGoneLeavesTheOldOne();
    void remove();
    void wrongShapesAreProtocolErrors();
};

void TestFilesApi::upload()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"größe \"1\".csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray content(300'000, 'x');
    file.write(content);
    file.close();
    Fixture fixture(reply(201, stored));
    ApiCall<StoredFile> *call = fixture.api.upload(file.fileName());
    QSignalSpy progress(call, &ApiCallBase::uploadProgress);
    const auto outcome = outcomeOf(call);
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("POST /files"));
    QCOMPARE(outcome->id, FileId(u"f1"_s));
    QCOMPARE(outcome->size, 300'000);
    QCOMPARE(outcome->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256)); // of what went out
    QVERIFY(progress.size() > 0);
    QVERIFY(fixture.body().contains("name=\"file\""));
    QVERIFY(fixture.body().contains(content));
}

void TestFilesApi::aFileThatIsNotThereIsNotSent()
{
    Fixture fixture(reply(201, stored));
    const auto outcome = outcomeOf(fixture.api.upload(u"/nowhere/a.csv"_s));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Storage);
    QCOMPARE(fixture.sent(), QByteArray("0 requests"));
}

// The same address without meta=1 is the bytes.
void TestFilesApi::get()
{
    Fixture fixture(json(stored));
    const auto outcome = outcomeOf(fixture.api.get(FileId(u"f1"_s)));
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /files/f1?meta=1"));
    QVERIFY(outcome->sha256.isEmpty()); // this computer has not seen its bytes
    QCOMPARE(outcome->filename, u"a.csv"_s);
}

void TestFilesApi::download()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.bin"_s);
    QByteArray content("\x00\xff{not json", 11);
    Fixture fixture(reply(200, content, "application/octet-stream"));
    QVERIFY(outcomeOf(fixture.api.download(FileId(u"f1"_s), path)).has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /files/f1"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestFilesApi::aFileThatIsGoneLeavesTheOldOne()
{
    QTemporaryDir folder;
    QFile old(folder.filePath(u"a.bin"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("yesterday's");
    old.close();
    Fixture fixture(reply(410, R"({"detail":"The bytes of this file are gone."})"));
    const auto outcome = outcomeOf(fixture.api.download(FileId(u"f1"_s), old.fileName()));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::NotFound);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("yesterday's"));
}

void TestFilesApi::remove()
{
    Fixture fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.remove(FileId(u"f1"_s))).has_value());
    QCOMPARE(fixture.sent(), QByteArray("DELETE /files/f1"));
}

void TestFilesApi::wrongShapesAreProtocolErrors()
{
    Fixture fixture(json(R"({"id":"f1"})"));
    const auto outcome = outcomeOf(fixture.api.get(FileId(u"f1"_s)));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestFilesApi)
#include "tst_filesapi.moc"
