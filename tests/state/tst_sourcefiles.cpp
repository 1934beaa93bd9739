// The documents behind an answer (CH-57): how much of one is fetched, what it is read as, and what is said when it cannot be had.
#include "../api/clientfixture.h"
#include "state/chat/sourcefetch.h"
#include "state/chat/sourcefiles.h"
#include "state/chat/sourcetext.h"
#include "support/localserverprocess.h"
#include "teamfixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTemporaryDir>

#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr qint64 most = 2'000'000;

struct Files : TeamFixture {
    SourceFiles files{api, workspace};
    std::optional<Result<SourceBytes>> outcome;

    Files() { features = localFeatures; }
    [[nodiscard]] SourceFetch *fetch(const QString &id)
    {
        outcome.reset();
        SourceFetch *fetch = files.fetch({FileId(id), u"a.txt"_s, 0, {}}, &files);
        QObject::connect(fetch, &SourceFetch::done, &files, [this](const Result<SourceBytes> &result) { outcome = result; });
        return fetch;
    }
};

} // namespace

class TestSourceFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_57_theLocalServerGivesTheBeginningOfADocument();
    void CH_57_noMoreThanTheBeginningIsWaitedFor();
    void CH_57_aDocumentThatIsNotThereYetIsSaid_data();
    void CH_57_aDocumentThatIsNotThereYetIsSaid();
    void CH_57_aCancelledFetchSaysNothing();
    void CH_57_aPageOfTheNetworkIsNoJsonAndNoError();
    void CH_57_textIsReadInItsEncoding_data();
    void CH_57_textIsReadInItsEncoding();
    void CH_57_whatIsNoTextIsNotShownAsText_data();
    void CH_57_whatIsNoTextIsNotShownAsText();
    void CH_57_aCutInTheMiddleOfACharacterLosesOnlyThat();
    void CH_57_whyADocumentIsNotShown();
};

void TestSourceFiles::CH_57_theLocalServerGivesTheBeginningOfADocument()
{
    QTemporaryDir dir;
    LocalServerProcess server(dir.filePath(u"data"_s));
    QVERIFY2(server.start(), qPrintable(server.errorMessage()));
    ScriptedTokens tokens;
    tokens.token = server.token();
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    ApiClient api(transport);
    QByteArray content;
    for (int line = 1; content.size() < 5'000'000; ++line)
        content += "Line " + QByteArray::number(line) + " of the handbook.\n";
    QFile file(dir.filePath(u"handbook.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    std::optional<Result<StoredFile>> stored;
    api.files().upload(file.fileName())->then(this, [&stored](const Result<StoredFile> &result) { stored = result; });
    QTRY_VERIFY(stored.has_value());
    QVERIFY(stored->has_value());
    const FileId id = (*stored)->id;
    for (const qint64 wanted : {most, static_cast<qint64>(content.size()), static_cast<qint64>(content.size()) + 1}) {
        SourceFetch fetch(api, id, wanted);
        std::optional<Result<SourceBytes>> outcome;
        connect(&fetch, &SourceFetch::done, this, [&outcome](const Result<SourceBytes> &result) { outcome = result; });
        QTRY_VERIFY(outcome.has_value());
        QVERIFY2(outcome->has_value(), qPrintable(outcome->has_value() ? QString() : outcome->error().userText()));
        QCOMPARE((*outcome)->bytes, content.left(wanted));
        QCOMPARE((*outcome)->isCut, wanted < content.size());
    }
}

void TestSourceFiles::CH_57_noMoreThanTheBeginningIsWaitedFor()
{
    Files f;
    f.script = [](const Received &request) {
        return request.target.startsWith("/files/") ? generatedReply(1'000'000'000, Framing::Length, "application/octet-stream")
                                                    : Scripted{};
    };
    QVERIFY(f.open());
    const SourceFetch *fetch = f.fetch(u"f1"_s);
    QSignalSpy progress(fetch, &SourceFetch::progressed);
    QTRY_VERIFY(f.outcome);
    QVERIFY(f.outcome->has_value());
    QCOMPARE((*f.outcome)->bytes.size(), most);
    QVERIFY((*f.outcome)->isCut);
    QCOMPARE((*f.outcome)->size, 1'000'000'000);
    QVERIFY(!progress.isEmpty());
    for (const QList<QVariant> &step : progress)
        QVERIFY(step.at(0).toLongLong() <= step.at(1).toLongLong() && step.at(1).toLongLong() <= most);
}

void TestSourceFiles::CH_57_aDocumentThatIsNotThereYetIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    for (const int status : {202, 204, 409, 423, 425})
        QTest::addRow("%d", status) << status << u"still taking this document in"_s;
    QTest::newRow("404") << 404 << u"does not have it yet"_s;
}

void TestSourceFiles::CH_57_aDocumentThatIsNotThereYetIsSaid()
{
    QFETCH(int, status);
    QFETCH(QString, words);
    Files f;
    bool isThere = false;
    f.script = [&isThere, status](const Received &request) {
        if (!request.target.startsWith("/files/"))
            return Scripted{};
        return isThere ? reply(200, "the text", "application/octet-stream") : reply(status, status == 204 ? "" : R"({"detail":"no"})");
    };
    QVERIFY(f.open());
    static_cast<void>(f.fetch(u"f1"_s));
    QTRY_VERIFY(f.outcome);
    QVERIFY(!f.outcome->has_value());
    QVERIFY2(f.outcome->error().userText().contains(words), qPrintable(f.outcome->error().userText()));
    isThere = true;
    static_cast<void>(f.fetch(u"f1"_s));
    QTRY_VERIFY(f.outcome && f.outcome->has_value());
    QCOMPARE((*f.outcome)->bytes, QByteArray("the text"));
    QVERIFY(!(*f.outcome)->isCut);
}

void TestSourceFiles::CH_57_aCancelledFetchSaysNothing()
{
    Files f;
    f.script = [](const Received &request) {
        if (request.target.startsWith("/files/slow")) {
            Scripted slow = reply(200, QByteArray(100'000, 'x'), "application/octet-stream");
            slow.dripBytes = 2000; // progress is told ten times a second at most
            slow.dripMs = 50;
            return cut(slow, 60'000, Scripted::End::Hold);
        }
        return request.target.startsWith("/files/") ? reply(200, "the text", "application/octet-stream") : Scripted{};
    };
    QVERIFY(f.open());
    SourceFetch *slow = f.fetch(u"slow"_s);
    QSignalSpy progress(slow, &SourceFetch::progressed);
    QTRY_VERIFY(!progress.isEmpty());
    slow->cancel();
    QVERIFY(!f.outcome);
    SourceFetch *gone = f.fetch(u"slow"_s);
    delete gone; // the same
    static_cast<void>(f.fetch(u"quick"_s));
    QTRY_VERIFY(f.outcome);
    QVERIFY(f.outcome->has_value());
    QCOMPARE((*f.outcome)->bytes, QByteArray("the text"));
}

// A document may well be a page of HTML; that is no sign-in page in place of an answer.
void TestSourceFiles::CH_57_aPageOfTheNetworkIsNoJsonAndNoError()
{
    Files f;
    f.script = [](const Received &request) {
        return request.target.startsWith("/files/") ? reply(200, "<p>Hello</p>", "text/html") : Scripted{};
    };
    QVERIFY(f.open());
    static_cast<void>(f.fetch(u"f1"_s));
    QTRY_VERIFY(f.outcome);
    QVERIFY(f.outcome->has_value());
    QCOMPARE((*f.outcome)->bytes, QByteArray("<p>Hello</p>"));
}

void TestSourceFiles::CH_57_textIsReadInItsEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString words = u"Größe: 40 €\nשלום\n"_s;
    const auto encoded = [](QStringConverter::Encoding encoding, const QString &text, QStringConverter::Flags flags = {}) -> QByteArray {
        return QStringEncoder(encoding, flags)(text);
    };
    QTest::newRow("UTF-8") << words.toUtf8() << words;
    QTest::newRow("UTF-8 with mark") << "\xef\xbb\xbf" + words.toUtf8() << words;
    QTest::newRow("UTF-16 with mark") << encoded(QStringConverter::Utf16LE, words, QStringConverter::Flag::WriteBom) << words;
    QTest::newRow("UTF-16 by look") << encoded(QStringConverter::Utf16BE, u"plain words\n"_s) << u"plain words\n"_s;
    QTest::newRow("Windows-1252") << QByteArray("Gr\xf6\xdf"
                                                "e: 40 \x80\n")
                                  << u"Größe: 40 €\n"_s;
    QTest::newRow("Windows line ends") << QByteArray("a\r\nb\r\n") << u"a\nb\n"_s;
    QTest::newRow("old Macintosh line ends") << QByteArray("a\rb") << u"a\nb"_s;
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestSourceFiles::CH_57_textIsReadInItsEncoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const std::optional<QString> read = sourceText(bytes, false);
    QVERIFY(read.has_value());
    QCOMPARE(*read, text);
}

void TestSourceFiles::CH_57_whatIsNoTextIsNotShownAsText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n1 0 obj");
    QTest::newRow("RTF") << QByteArray("{\\rtf1 hello}");
    QTest::newRow("zeros") << QByteArray(4000, '\0');
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("control characters") << QByteArray("\x01\x02\x03\x04\xff\xfe\xfd\x05", 8);
}

void TestSourceFiles::CH_57_whatIsNoTextIsNotShownAsText()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!sourceText(bytes, false).has_value());
}

void TestSourceFiles::CH_57_aCutInTheMiddleOfACharacterLosesOnlyThat()
{
    const QByteArray bytes = u"40 €"_s.toUtf8();
    for (qsizetype size = bytes.size() - 1; size >= bytes.size() - 2; --size) {
        const std::optional<QString> read = sourceText(bytes.left(size), true);
        QVERIFY(read.has_value());
        QCOMPARE(*read, u"40 "_s);
    }
}

void TestSourceFiles::CH_57_whyADocumentIsNotShown()
{
    Files local;
    QVERIFY(local.open());
    const auto why = [](const Files &f, const QString &name) { return f.files.whyNotShown({FileId(u"f1"_s), name, 1, u"q"_s}); };
    for (const QString &name : {u"a.txt"_s, u"a.MD"_s, u"a.csv"_s, u"a.html"_s, u"a.cpp"_s, u"a.png"_s, u"LICENSE"_s})
        QVERIFY2(why(local, name).isEmpty(), qPrintable(name));
    QVERIFY(why(local, u"a.PDF"_s).contains(u"PDF"_s));
    QVERIFY(why(local, u"a.docx"_s).contains(u"saved"_s));
    QVERIFY(!local.files.whyNotShown({{}, u"a.txt"_s, 1, u"q"_s}).isEmpty());
    Files team;
    team.features.clear();
    QVERIFY(team.open());
    QVERIFY(why(team, u"a.txt"_s).contains(u"another application"_s));
    for (const Received &request : team.server.received())
        QVERIFY(!request.target.startsWith("/files"));
}

QTEST_GUILESS_MAIN(TestSourceFiles)
#include "tst_sourcefiles.moc"
