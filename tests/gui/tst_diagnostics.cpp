// A report is read before it is passed on, and holds nothing that must not be in it.
#include "domain/log.h"
#include "gui/guifixture.h"
#include "state/detailedlog.h"
#include "state/diagnostics.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestDiagnostics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void LOG_05_aReportIsShownCopiedAndSaved();
    void LOG_05_aReportHoldsItsSectionsAndNoSecret();
    void LOG_02_theDetailedLogEndsByItself();
};

void TestDiagnostics::LOG_05_aReportIsShownCopiedAndSaved()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    DetailedLog log(gui.settings);
    Services services = gui.services();
    services.diagnostics = [&gui] { return diagnosticsText(gui.settings, gui.workspace, &gui.secretKeeper, u"/logs"_s); };
    services.detailedLog = &log;
    MainWindow window(services);
    window.show();
    window.findChild<QAction *>(u"diagnostics"_s)->trigger();
    auto *dialog = window.findChild<QDialog *>(u"diagnosticsDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    const QString text = dialog->findChild<QPlainTextEdit *>(u"diagnosticsText"_s)->toPlainText();
    QVERIFY(text.contains(u"== Workspace =="_s));
    auto *copy = dialog->findChild<QPushButton *>(u"copyDiagnostics"_s);
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    gui.dialogs.fileToSave = gui.dir.filePath(u"report.txt"_s);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"saveDiagnostics"_s), Qt::Key_Space);
    QFile file(gui.dialogs.fileToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), text);
    gui.dialogs.fileToSave = u"/nonexistent/folder/report.txt"_s;
    QTest::keyClick(dialog->findChild<QPushButton *>(u"saveDiagnostics"_s), Qt::Key_Space);
    QCOMPARE(gui.dialogs.informed.size(), 1); // said, not swallowed
    auto *detailed = dialog->findChild<QCheckBox *>(u"detailedLogCheck"_s);
    detailed->setFocus();
    QTest::keyClick(detailed, Qt::Key_Space);
    QVERIFY(log.isOn());
    log.setOn(false);
    QVERIFY(!detailed->isChecked());
}

void TestDiagnostics::LOG_05_aReportHoldsItsSectionsAndNoSecret()
{
    const QByteArray canary = "c4nary-0f-the-rep0rt";
    registerSecret(canary);
    GuiFixture gui;
    gui.settings.set(Settings::Key::ProviderUrl, u"https://ana:%1@models.example.org"_s.arg(QString::fromLatin1(canary)));
    QVERIFY(gui.openAndLoad());
    const QString text = diagnosticsText(gui.settings, gui.workspace, &gui.secretKeeper, u"/logs"_s);
    for (const QString &title : {u"Program"_s, u"Workspace"_s, u"Keychain"_s, u"Settings"_s, u"Log"_s})
        QVERIFY2(text.contains(u"== %1 =="_s.arg(title)), qPrintable(title));
    for (const QString &line : {u"Qt 6"_s, u"State: Ready"_s, u"Kind: team"_s, u"Promises: "_s})
        QVERIFY2(text.contains(line), qPrintable(line));
    QVERIFY(!text.contains(QString::fromLatin1(canary)));
}

void TestDiagnostics::LOG_02_theDetailedLogEndsByItself()
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(u"s.json"_s));
    DetailedLog log(settings);
    QVERIFY(!log.isOn());
    QVERIFY(!logHttp().isDebugEnabled());
    log.setOn(true);
    QVERIFY(log.isOn() && logHttp().isDebugEnabled());
    QVERIFY(DetailedLog(settings).isOn()); // after a restart
    settings.set(Settings::Key::DetailedLogUntil, QDateTime::currentDateTimeUtc().addSecs(-1));
    const DetailedLog later(settings);
    QVERIFY(!later.isOn());
    QVERIFY(!logHttp().isDebugEnabled());
    settings.set(Settings::Key::DetailedLogUntil, QDateTime::currentDateTimeUtc().addYears(1)); // the clock was set back
    QVERIFY(!DetailedLog(settings).isOn());
    settings.set(Settings::Key::DetailedLogUntil, QDateTime::currentDateTimeUtc().addMSecs(300));
    const DetailedLog ending(settings);
    QVERIFY(logHttp().isDebugEnabled());
    QTRY_VERIFY(!logHttp().isDebugEnabled());
}

QTEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
