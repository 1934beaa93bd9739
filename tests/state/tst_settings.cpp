#include "state/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKeyHasADefault();
    void valuesSurviveARestart();
    void onlyANewValueIsAnnounced();
    void aFolderThatCannotExistIsNotWritable();
};

void TestSettings::everyKeyHasADefault()
{
    QTemporaryDir dir;
    const Settings settings(dir.filePath(u"s.ini"_s));
    QCOMPARE(settings.text(Settings::Key::Theme), u"system"_s);
    QCOMPARE(settings.text(Settings::Key::WindowPage), u"chat"_s);
    QCOMPARE(settings.text(Settings::Key::LastConversation), QString()); // the last entry of the table
}

void TestSettings::valuesSurviveARestart()
{
    QTemporaryDir dir;
    {
        Settings settings(dir.filePath(u"s.ini"_s));
        settings.set(Settings::Key::Theme, u"dark"_s);
        settings.set(Settings::Key::Profiles, QVariantList{QVariantMap{{u"name"_s, u"Team"_s}, {u"url"_s, u"https://example.org"_s}}});
    }
    const Settings settings(dir.filePath(u"s.ini"_s));
    QCOMPARE(settings.text(Settings::Key::Theme), u"dark"_s);
    QCOMPARE(settings.value(Settings::Key::Profiles).toList().constFirst().toMap().value(u"name"_s).toString(), u"Team"_s);
}

void TestSettings::onlyANewValueIsAnnounced()
{
    QTemporaryDir dir;
    Settings settings(dir.filePath(u"s.ini"_s));
    QSignalSpy changes(&settings, &Settings::changed);
    settings.set(Settings::Key::Theme, u"dark"_s);
    settings.set(Settings::Key::Theme, u"dark"_s);
    QCOMPARE(changes.size(), 1);
}

void TestSettings::aFolderThatCannotExistIsNotWritable()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Settings settings(dir.filePath(u"file/s.ini"_s));
    QVERIFY(!settings.isWritable());
    settings.set(Settings::Key::Theme, u"dark"_s); // lives for this session
    QCOMPARE(settings.text(Settings::Key::Theme), u"dark"_s);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
