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
    void DATA_09_aDamagedFileIsSetAsideAndItsLastGoodCopyUsed_data();
    void DATA_09_aDamagedFileIsSetAsideAndItsLastGoodCopyUsed();
    void DATA_09_withoutACopyEverythingHasItsDefault();
    void DATA_09_unknownKeysStay();
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

void TestSettings::DATA_09_aDamagedFileIsSetAsideAndItsLastGoodCopyUsed_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("no settings at all") << QByteArray("\x7f"
                                                      "ELF\n\x01\x02 garbage\n[[[\n");
    QTest::newRow("zeros after a power cut") << QByteArray(300, '\0');
    QTest::newRow("emptied") << QByteArray();
    QTest::newRow("an end of zeros") << QByteArray("[appearance]\ntheme=light\n") + QByteArray(64, '\0');
}

void TestSettings::DATA_09_aDamagedFileIsSetAsideAndItsLastGoodCopyUsed()
{
    QFETCH(const QByteArray, damage);
    QTemporaryDir dir;
    const QString path = dir.filePath(u"s.ini"_s);
    {
        Settings settings(path);
        settings.set(Settings::Key::Theme, u"dark"_s);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(damage), damage.size());
    file.close();
    {
        Settings settings(path);
        QCOMPARE(settings.text(Settings::Key::Theme), u"dark"_s);
        const QVariantMap told = settings.value(Settings::Key::Repaired).toMap();
        QVERIFY(told.value(u"hasCopy"_s).toBool());
        const QString bad = told.value(u"file"_s).toString();
        QVERIFY(bad.startsWith(path + u".bad-"_s));
        QFile kept(bad);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damage); // nothing of it is lost
        settings.set(Settings::Key::Repaired, QVariantMap());
    }
    const Settings settings(path);
    QVERIFY(settings.value(Settings::Key::Repaired).toMap().isEmpty()); // told once
    QCOMPARE(settings.text(Settings::Key::Theme), u"dark"_s);
}

void TestSettings::DATA_09_withoutACopyEverythingHasItsDefault()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"s.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no settings\n") > 0);
    file.close();
    const Settings settings(file.fileName());
    QCOMPARE(settings.text(Settings::Key::Theme), u"system"_s);
    const QVariantMap told = settings.value(Settings::Key::Repaired).toMap();
    QVERIFY(!told.isEmpty() && !told.value(u"hasCopy"_s).toBool());
    QVERIFY(QFile::exists(told.value(u"file"_s).toString()));
}

void TestSettings::DATA_09_unknownKeysStay()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"s.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[later]\nthing=7\n") > 0);
    file.close();
    {
        Settings settings(file.fileName());
        settings.set(Settings::Key::Theme, u"dark"_s);
    }
    QCOMPARE(QSettings(file.fileName(), QSettings::IniFormat).value(u"later/thing"_s).toInt(), 7);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
