#include "domain/log.h"
#include "domain/logfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestLogFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void LOG_03_filesAreForThisPersonAlone();
    void LOG_03_fiveFilesAndNoMore();
    void LOG_03_aFileThatCannotBeTurnedOverCostsNoOther();
    void LOG_03_aFolderThatCannotBeWrittenStopsNothing();
    void LOG_03_aFullDiskStopsNothing();
    void LOG_02_aMessageIsOneLine();
    void LOG_01_noCanaryInTheFilesWhateverTheForm();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestLogFile::LOG_03_filesAreForThisPersonAlone()
{
    const QTemporaryDir dir;
    LogFile log;
    QVERIFY(log.open(dir.filePath(u"logs"_s)));
    log.write("a line");
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QCOMPARE(QFile::permissions(dir.filePath(u"logs/agentdesk.log"_s)) & others, QFileDevice::Permissions());
    QCOMPARE(QFile::permissions(dir.filePath(u"logs"_s)) & others, QFileDevice::Permissions());
    QCOMPARE(contentOf(dir.filePath(u"logs/agentdesk.log"_s)), QByteArray("a line\n"));
}

void TestLogFile::LOG_03_fiveFilesAndNoMore()
{
    const QTemporaryDir dir;
    LogFile log({1000, 5});
    QVERIFY(log.open(dir.path()));
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 1000; ++i)
        log.write("line " + QByteArray::number(i).rightJustified(4, '0'));
    qInfo("%lld ns a line", clock.nsecsElapsed() / 1000);
    const QStringList files = QDir(dir.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 5);
    qint64 bytes = 0;
    for (const QString &name : files) {
        QVERIFY(QFileInfo(dir.filePath(name)).size() <= 1000);
        bytes += QFileInfo(dir.filePath(name)).size();
    }
    QVERIFY(bytes > 4000);
    QVERIFY(contentOf(dir.filePath(u"agentdesk.log"_s)).endsWith("line 0999\n"));
    // Together they are the end of the log without a gap.
    QByteArray all;
    for (int number = 4; number > 0; --number)
        all += contentOf(dir.filePath(u"agentdesk.%1.log"_s.arg(number)));
    all += contentOf(dir.filePath(u"agentdesk.log"_s));
    const QList<QByteArray> lines = all.trimmed().split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        QCOMPARE(lines.at(i), "line " + QByteArray::number(1000 - lines.size() + i).rightJustified(4, '0'));
}

void TestLogFile::LOG_03_aFileThatCannotBeTurnedOverCostsNoOther()
{
    const QTemporaryDir dir;
    // As if somebody held the newest file open on a system where that forbids its new name.
    QVERIFY(QDir(dir.path()).mkpath(u"agentdesk.turning.log/in the way"_s));
    for (int number = 1; number < 5; ++number) {
        QFile older(dir.filePath(u"agentdesk.%1.log"_s.arg(number)));
        QVERIFY(older.open(QIODevice::WriteOnly));
        older.write("older");
    }
    LogFile log({1000, 5});
    QVERIFY(log.open(dir.path()));
    for (int i = 0; i < 200; ++i)
        log.write("line " + QByteArray::number(i).rightJustified(4, '0'));
    for (int number = 1; number < 5; ++number)
        QCOMPARE(contentOf(dir.filePath(u"agentdesk.%1.log"_s.arg(number))), QByteArray("older"));
    QCOMPARE(contentOf(dir.filePath(u"agentdesk.log"_s)).count('\n'), 200);
    QVERIFY(QDir(dir.path()).removeRecursively());
    QVERIFY(QDir().mkpath(dir.path()));
}

void TestLogFile::LOG_03_aFolderThatCannotBeWrittenStopsNothing()
{
    const QTemporaryDir dir;
    QFile inTheWay(dir.filePath(u"logs"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    LogFile log;
    QVERIFY(!log.open(dir.filePath(u"logs"_s)));
    QVERIFY(!log.problem().isEmpty());
    log.write("nothing happens");
}

void TestLogFile::LOG_03_aFullDiskStopsNothing()
{
    if (!QFile::exists(u"/dev/full"_s))
        QFAIL("this system has no full device to write to");
    const QTemporaryDir dir;
    QVERIFY(QFile::link(u"/dev/full"_s, dir.filePath(u"agentdesk.log"_s)));
    LogFile log;
    log.open(dir.path());
    for (int i = 0; i < 1000; ++i)
        log.write("a line that has no room");
    QVERIFY2(log.problem().contains(u"space"_s, Qt::CaseInsensitive), qPrintable(log.problem()));
}

void TestLogFile::LOG_02_aMessageIsOneLine()
{
    const QTemporaryDir dir;
    const QtMessageHandler before = qInstallMessageHandler(nullptr);
    installRedactingLog();
    QCOMPARE(openLogFiles(dir.path()), QString());
    qCWarning(logApi).noquote() << u"first\nwarning forged: second\r\x1b[31mred\u2028third"_s;
    qInstallMessageHandler(before);
    const QByteArray written = contentOf(dir.filePath(u"agentdesk.log"_s));
    QCOMPARE(written.count('\n'), 1);
    QVERIFY(!written.contains('\x1b') && !written.contains('\r'));
    QVERIFY(written.contains("first\\nwarning forged: second\\x0d\\x1b[31mred\\x2028third"));
    QVERIFY(recentLog().constLast().contains(u"forged"_s));
}

void TestLogFile::LOG_01_noCanaryInTheFilesWhateverTheForm()
{
    const QByteArray canary = "c4nary+0f/the=f1les";
    registerSecret(canary);
    const QTemporaryDir dir;
    const QtMessageHandler before = qInstallMessageHandler(nullptr);
    installRedactingLog();
    QCOMPARE(openLogFiles(dir.path()), QString());
    for (const QByteArray &form : {canary, canary.toPercentEncoding(), canary.toBase64()})
        qCWarning(logHttp).noquote() << "something held" << form << "and more";
    qCWarning(logHttp).noquote() << "-----BEGIN RSA PRIVATE KEY-----\nMIIcanarycanary\nmore\n-----END RSA PRIVATE KEY-----";
    qInstallMessageHandler(before);
    const QByteArray written = contentOf(dir.filePath(u"agentdesk.log"_s));
    QCOMPARE(written.count('\n'), 4);
    for (const QByteArray &form :
         {canary, canary.toPercentEncoding(), canary.toBase64(QByteArray::OmitTrailingEquals), QByteArray("MIIcanary")})
        QVERIFY2(!written.contains(form), form.constData());
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
