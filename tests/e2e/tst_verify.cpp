// agentdesk --verify: a colleague, or a script, checks a file of evidence without a display, a network or an account.
#include "state/export/evidence.h"
#include "state/exportsample.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestVerify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUnchangedFileEndsWithNought();
    void aChangedFileEndsWithOne();
    void anUnreadableFileEndsWithTwo();
    void scriptsReadJson();
    void nothingIsLeftBehind();

private:
    struct Outcome {
        int code = -1;
        QString out;
        QString err;
    };
    Outcome run(const QStringList &arguments) const;
    QString file(const QByteArray &bytes) const;

    QTemporaryDir m_dir;
};

TestVerify::Outcome TestVerify::run(const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS"})
        environment.remove(QLatin1StringView(name));
    environment.insert(u"HOME"_s, m_dir.filePath(u"home"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_dir.filePath(u"home/config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_dir.filePath(u"home/data"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DESK_BIN_DIR "/agentdesk"), arguments);
    if (!process.waitForFinished(30'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString TestVerify::file(const QByteArray &bytes) const
{
    QFile file(m_dir.filePath(u"evidence.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

void TestVerify::anUnchangedFileEndsWithNought()
{
    const Outcome outcome = run({u"--verify"_s, file(Evidence::write(test::sampleContent()))});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains(u"answer: unchanged\n"_s) && outcome.out.contains(u"tool_calls: unchanged\n"_s));
    QVERIFY(outcome.out.contains(u"not signed"_s)); // what it does not prove is said as well
    QCOMPARE(outcome.err, QString());
}

void TestVerify::aChangedFileEndsWithOne()
{
    QByteArray bytes = Evidence::write(test::sampleContent());
    bytes.replace("South sold", "North sold");
    const Outcome outcome = run({u"--verify"_s, file(bytes)});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.out.contains(u"answer: CHANGED\n"_s) && outcome.out.contains(u"question: unchanged\n"_s));
    QVERIFY(outcome.out.contains(u"Do not rely on it."_s));
}

void TestVerify::anUnreadableFileEndsWithTwo()
{
    for (const QString &path : {m_dir.filePath(u"none"_s), file("{}"), u"/dev/zero"_s}) {
        const Outcome outcome = run({u"--verify"_s, path});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.out, QString());
        QVERIFY(!outcome.err.isEmpty());
    }
    QCOMPARE(run({u"--verify="_s + m_dir.filePath(u"none"_s)}).code, 2);
}

void TestVerify::scriptsReadJson()
{
    const Outcome outcome = run({u"--json"_s, u"--verify"_s, file(Evidence::write(test::sampleContent()))});
    QCOMPARE(outcome.code, 0);
    const QStringList lines = outcome.out.trimmed().split(u'\n');
    QVERIFY(lines.size() > 5);
    for (const QString &line : lines)
        QVERIFY2(QJsonDocument::fromJson(line.toUtf8()).isObject(), qPrintable(line));
    const QJsonObject last = QJsonDocument::fromJson(lines.constLast().toUtf8()).object();
    QCOMPARE(last.value("outcome"_L1).toString(), u"unchanged"_s);
    QCOMPARE(last.value("checksum"_L1).toString().size(), 64);
    const Outcome broken = run({u"--json"_s, u"--verify"_s, file("{}")});
    QCOMPARE(broken.code, 2);
    QVERIFY(broken.out.contains(u"\"outcome\":\"unreadable\""_s));
}

void TestVerify::nothingIsLeftBehind()
{
    QCOMPARE(run({u"--verify"_s, file(Evidence::write(test::sampleContent()))}).code, 0);
    QVERIFY(!QFile::exists(m_dir.filePath(u"home"_s))); // no settings, no log, no data
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
