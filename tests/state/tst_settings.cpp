#include "state/settings.h"
#include "state/settings/settingsdocument.h"
#include "state/settings/settingsentry.h"
#include "state/settings/settingsvalue.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using Key = Settings::Key;

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKeyHasADefault();
    void DATA_09_everyKeySurvivesARestart();
    void DATA_09_theFileIsAVersionedDocument();
    void onlyANewValueIsAnnounced();
    void severalAreOnTheDiskBeforeAnyIsAnnounced();
    void aFolderThatCannotExistIsNotWritable();
    void aFolderThatIsNotThereIsMade();
    void DATA_09_whatCouldNotBeWrittenIsWrittenWithTheNext();
    void DATA_09_aValueThatCouldNotBeReadAgainIsNotWritten();
    void DATA_09_unknownKeysStay();
    void DATA_09_aLaterVersionStaysOne();
    void DATA_09_aValueOfAnotherTypeIsTheDefaultAndStays_data();
    void DATA_09_aValueOfAnotherTypeIsTheDefaultAndStays();
    void DATA_09_aDamagedFileIsSetAsideAndItsLastGoodCopyUsed_data();
    void DATA_09_aDamagedFileIsSetAsideAndItsLastGoodCopyUsed();
    void DATA_09_withoutACopyEverythingHasItsDefault();
    void DATA_09_anEmptyFileWithoutACopyIsAFirstStart();
    void DATA_09_everyCutIsSetAside();
    void DATA_09_noCutOfALargeFileIsTakenForAWholeOne();
    void DATA_09_flippedBitsAreSurvived();
    void DATA_09_whatAnotherProcessWroteStays();
    void DATA_09_aSlipWhileEditingItIsKept();
    void DATA_09_theIniFileOfBeforeIsTakenOver();
    void DATA_09_theIniFileIsTakenOverOnce();
    void DATA_09_ofADamagedIniFileTheCopyIsTakenOver_data();
    void DATA_09_ofADamagedIniFileTheCopyIsTakenOver();
    void DATA_09_aDamagedIniFileWithoutACopyIsTold();
    void DATA_09_anIniFileOfTheVeryNameMakesRoom();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

QJsonObject jsonOf(const QString &path)
{
    return QJsonDocument::fromJson(contentOf(path)).object();
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(static_cast<char>(i));
    return bytes;
}

// Something that is not the default, with what is hard to keep in a text.
QVariant sampleOf(const SettingsEntry &entry)
{
    const QVariantMap window{
        {u"conversation"_s, u"c2"_s}, {u"geometry"_s, everyByte()}, {u"place"_s, QVariantMap{{u"key"_s, u"m1"_s}, {u"offset"_s, -12}}}};
    switch (entry.type().id()) {
    case QMetaType::Bool:
        return !entry.fallback.toBool();
    case QMetaType::QString:
        return u"Grüße, \"a\" = [b]; \\c 100% \U0001F600"_s;
    case QMetaType::QStringList:
        return QStringList{u"only, one"_s};
    case QMetaType::QVariantList:
        return QVariantList{QVariantMap{{u"name"_s, u"Team"_s}, {u"url"_s, u"https://example.org"_s}, {u"colour"_s, QString()}}};
    case QMetaType::QByteArray:
        return everyByte();
    case QMetaType::QDateTime:
        return QDateTime::fromString(u"2026-03-04T05:06:07.089Z"_s, Qt::ISODateWithMs);
    case QMetaType::QVariantMap:
        return QVariantMap{{u"windows"_s, QVariantList{window, window}},
                           {u"proxyPort"_s, 8080},
                           {u"socks"_s, true},
                           {u"signedIn"_s, QVariantList{u"a:1"_s, u"b:2"_s}},
                           {u"none"_s, QVariantMap()}};
    default:
        return {};
    }
}

void setEverything(Settings &settings)
{
    for (const SettingsEntry &entry : SettingsEntry::all())
        settings.set(entry.key, sampleOf(entry));
}

// The name of the first value that is another one; empty: there is none.
QString firstChanged(const Settings &settings)
{
    const QList<SettingsEntry> &all = SettingsEntry::all();
    const auto found = std::find_if(all.begin(), all.end(), [&settings](const SettingsEntry &entry) {
        const QVariant value = settings.value(entry.key);
        return value != sampleOf(entry) || value.metaType() != entry.type();
    });
    return found == all.end() ? QString() : QString(found->name);
}

QVariantMap toldOf(const Settings &settings)
{
    return settings.value(Key::Repaired).toMap();
}

// As a program of before wrote it; not read by the same path, which Qt would answer from memory.
bool writeIni(const QString &path, const QList<std::pair<Key, QVariant>> &values)
{
    QFile::remove(path + u".new"_s);
    {
        QSettings ini(path + u".new"_s, QSettings::IniFormat);
        for (const auto &[key, value] : values)
            ini.setValue(QString(SettingsEntry::of(key).name), value);
    }
    QFile::remove(path);
    return QFile::rename(path + u".new"_s, path);
}

} // namespace

void TestSettings::everyKeyHasADefault()
{
    const QTemporaryDir dir;
    const Settings settings(dir.filePath(u"s.json"_s));
    for (const SettingsEntry &entry : SettingsEntry::all()) {
        QCOMPARE(SettingsEntry::of(entry.key).name, entry.name); // the table is in the order of the keys
        QCOMPARE(settings.value(entry.key), entry.fallback);
    }
    QCOMPARE(settings.text(Key::Theme), u"system"_s);
    QCOMPARE(settings.text(Key::WindowPage), u"chat"_s);
    QVERIFY(!settings.value(Key::InsightsShown).toBool()); // the last entry of the table
    QVERIFY(QDir(dir.path()).isEmpty());                   // nothing is written for nothing
}

void TestSettings::DATA_09_everyKeySurvivesARestart()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    {
        Settings settings(path);
        setEverything(settings);
        QCOMPARE(firstChanged(settings), QString());       // before a restart as after it
        QCOMPARE(firstChanged(Settings(path)), QString()); // after a kill, too: nothing waits for the end
    }
    Settings settings(path);
    QCOMPARE(firstChanged(settings), QString());
    QSignalSpy changes(&settings, &Settings::changed);
    setEverything(settings);
    QCOMPARE(changes.size(), 0);
    settings.set(Key::DetailedLogUntil, QDateTime());
    QCOMPARE(Settings(path).value(Key::DetailedLogUntil), QVariant(QDateTime()));
}

void TestSettings::DATA_09_theFileIsAVersionedDocument()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    Settings settings(path);
    settings.set(Key::Theme, u"dark"_s);
    settings.set(Key::EnterSends, false);
    settings.set(Key::WindowGeometry, QByteArray("\x00\xff", 2));
    settings.set(Key::DetailedLogUntil, QDateTime::fromString(u"2026-03-04T05:06:07.089+02:00"_s, Qt::ISODateWithMs));
    settings.set(Key::ProviderModels, QStringList{u"a"_s, u"b"_s});
    const QJsonObject wanted{{u"version"_s, 1},
                             {u"settings"_s, QJsonObject{{u"appearance"_s, QJsonObject{{u"theme"_s, u"dark"_s}}},
                                                         {u"chat"_s, QJsonObject{{u"enterSends"_s, false}}},
                                                         {u"window"_s, QJsonObject{{u"geometry"_s, u"AP8="_s}}},
                                                         {u"log"_s, QJsonObject{{u"detailedUntil"_s, u"2026-03-04T03:06:07.089Z"_s}}},
                                                         {u"model"_s, QJsonObject{{u"models"_s, QJsonArray{u"a"_s, u"b"_s}}}}}}};
    QCOMPARE(jsonOf(path), wanted);
}

void TestSettings::onlyANewValueIsAnnounced()
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(u"s.json"_s));
    QSignalSpy changes(&settings, &Settings::changed);
    settings.set(Key::Theme, u"dark"_s);
    settings.set(Key::Theme, u"dark"_s);
    settings.set(Key::EnterSends, true); // the default
    settings.set(Key::Network, QVariantMap{{u"signedIn"_s, QStringList{u"a:1"_s}}, {u"proxyPort"_s, 1}});
    settings.set(Key::Network, QVariantMap{{u"signedIn"_s, QStringList{u"a:1"_s}}, {u"proxyPort"_s, 1}});
    QCOMPARE(changes.size(), 2);
}

void TestSettings::severalAreOnTheDiskBeforeAnyIsAnnounced()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    Settings settings(path);
    QStringList seen;
    connect(&settings, &Settings::changed, this, [&] {
        const Settings other(path);
        seen += other.text(Key::Theme) + u'/' + other.text(Key::Language);
    });
    settings.setAll({{Key::Theme, u"dark"_s}, {Key::WindowPage, u"chat"_s}, {Key::Language, u"de"_s}});
    QCOMPARE(seen, QStringList({u"dark/de"_s, u"dark/de"_s})); // the page is what it was
}

void TestSettings::aFolderThatCannotExistIsNotWritable()
{
    const QTemporaryDir dir;
    QVERIFY(put(dir.filePath(u"file"_s), {}));
    Settings settings(dir.filePath(u"file/s.json"_s));
    QVERIFY(!settings.isWritable());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings cannot be written"_s));
    settings.set(Key::Theme, u"dark"_s); // lives for this session
    settings.set(Key::Language, u"de"_s);
    QCOMPARE(settings.text(Key::Theme), u"dark"_s);
}

void TestSettings::aFolderThatIsNotThereIsMade()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a/b/s.json"_s);
    Settings settings(path);
    QVERIFY(settings.isWritable());
    settings.set(Key::Theme, u"dark"_s);
    QVERIFY(settings.isWritable());
    QCOMPARE(Settings(path).text(Key::Theme), u"dark"_s);
}

void TestSettings::DATA_09_whatCouldNotBeWrittenIsWrittenWithTheNext()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"folder/s.json"_s);
    const QString folder = dir.filePath(u"folder"_s);
    {
        Settings settings(path);
        QVERIFY(put(folder, {})); // something else is in its place
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings cannot be written"_s));
        settings.set(Key::Theme, u"dark"_s);
        QVERIFY(QFile::remove(folder));
        settings.set(Key::Language, u"de"_s);
        QCOMPARE(Settings(path).text(Key::Theme), u"dark"_s);
        QVERIFY(QDir(folder).removeRecursively() && put(folder, {}));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings cannot be written"_s));
        settings.set(Key::WindowPage, u"runs"_s);
        QVERIFY(QFile::remove(folder));
    } // the end is a chance, too
    const Settings settings(path);
    QCOMPARE(settings.text(Key::WindowPage), u"runs"_s);
    QCOMPARE(settings.text(Key::Theme), u"dark"_s);
}

void TestSettings::DATA_09_aValueThatCouldNotBeReadAgainIsNotWritten()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    Settings settings(path);
    settings.set(Key::Theme, u"dark"_s);
    const QByteArray before = contentOf(path);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings cannot be written"_s));
    settings.set(Key::ProviderUrl, QString(SettingsDocument::maxBytes, u'x'));
    QCOMPARE(contentOf(path), before);
    QCOMPARE(settings.text(Key::ProviderUrl).size(), SettingsDocument::maxBytes); // lives for this session
    settings.set(Key::ProviderUrl, u"https://example.org"_s);
    QCOMPARE(Settings(path).text(Key::ProviderUrl), u"https://example.org"_s);
}

void TestSettings::DATA_09_unknownKeysStay()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    QVERIFY(put(path, R"({"version": 1, "by": {"hand": [1, 2.5, null, true, 9007199254740993]},
                          "settings": {"later": {"thing": 7}, "odd": "text", "appearance": {"contrast": {"high": 1}, "theme": "light"}}})"));
    {
        Settings settings(path);
        QCOMPARE(settings.text(Key::Theme), u"light"_s);
        settings.set(Key::Theme, u"dark"_s);
        settings.set(Key::Language, u"de"_s);
    }
    const QJsonObject wanted = QJsonDocument::fromJson(R"({"version": 1, "by": {"hand": [1, 2.5, null, true, 9007199254740993]},
        "settings": {"later": {"thing": 7}, "odd": "text",
                     "appearance": {"contrast": {"high": 1}, "theme": "dark", "language": "de"}}})")
                                   .object();
    QCOMPARE(jsonOf(path), wanted);
    QVERIFY(contentOf(path).contains("9007199254740993"));
}

void TestSettings::DATA_09_aLaterVersionStaysOne()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    QVERIFY(put(path, R"({"version": 7, "checked": true,
                          "settings": {"appearance": {"theme": {"day": "light"}}, "chat": {"enterSends": false}}})"));
    {
        Settings settings(path);
        QCOMPARE(settings.text(Key::Theme), u"system"_s); // it has another form there
        QVERIFY(!settings.value(Key::EnterSends).toBool());
        settings.set(Key::WindowPage, u"runs"_s);
    }
    QJsonObject wanted = QJsonDocument::fromJson(R"({"version": 7, "checked": true,
        "settings": {"appearance": {"theme": {"day": "light"}}, "chat": {"enterSends": false}, "window": {"page": "runs"}}})")
                             .object();
    QCOMPARE(jsonOf(path), wanted);
    QVERIFY(toldOf(Settings(path)).isEmpty());
}

void TestSettings::DATA_09_aValueOfAnotherTypeIsTheDefaultAndStays_data()
{
    QTest::addColumn<Key>("key");
    QTest::addColumn<QJsonValue>("wrong");
    for (const SettingsEntry &entry : SettingsEntry::all()) {
        QTest::addRow("%s a number", entry.name.data()) << entry.key << QJsonValue(7);
        QTest::addRow("%s nothing", entry.name.data()) << entry.key << QJsonValue(QJsonValue::Null);
    }
    QTest::newRow("a word for yes") << Key::CloseToTray << QJsonValue(u"true"_s);
    QTest::newRow("a list for a text") << Key::Theme << QJsonValue(QJsonArray{u"dark"_s});
    QTest::newRow("numbers for texts") << Key::ProviderModels << QJsonValue(QJsonArray{u"a"_s, 1});
    QTest::newRow("a text for a list") << Key::Profiles << QJsonValue(u"Sales"_s);
    QTest::newRow("an object for a list") << Key::Profiles << QJsonValue(QJsonObject());
    QTest::newRow("a list for a map") << Key::Network << QJsonValue(QJsonArray());
    QTest::newRow("no base64") << Key::WindowGeometry << QJsonValue(u"not base64!"_s);
    QTest::newRow("no time") << Key::DetailedLogUntil << QJsonValue(u"soon"_s);
}

void TestSettings::DATA_09_aValueOfAnotherTypeIsTheDefaultAndStays()
{
    QFETCH(const Key, key);
    QFETCH(const QJsonValue, wrong);
    const SettingsEntry &entry = SettingsEntry::of(key);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    SettingsDocument document;
    document.set(entry.name, wrong);
    QVERIFY(put(path, document.compose()));
    Settings settings(path);
    QCOMPARE(settings.value(key), entry.fallback);
    const Key another = key == Key::Language ? Key::SpellLanguage : Key::Language;
    settings.set(another, u"de"_s);
    document.set(SettingsEntry::of(another).name, u"de"_s);
    QCOMPARE(contentOf(path), document.compose());
    settings.set(key, entry.fallback); // chosen now
    document.set(entry.name, SettingsValue::toJson(entry.fallback, entry.type()));
    QCOMPARE(contentOf(path), document.compose());
}

void TestSettings::DATA_09_aDamagedFileIsSetAsideAndItsLastGoodCopyUsed_data()
{
    QTest::addColumn<QByteArray>("damage");
    const QByteArray whole = R"({"version": 1, "settings": {"appearance": {"theme": "light"}}})";
    QTest::newRow("no settings at all") << QByteArray("\x7f"
                                                      "ELF\n\x01\x02 garbage\n[[[\n");
    QTest::newRow("zeros after a power cut") << QByteArray(300, '\0');
    QTest::newRow("emptied") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n\n");
    QTest::newRow("an end of zeros") << whole + QByteArray(64, '\0');
    QTest::newRow("zeros within a text") << QByteArray(whole).replace("light", QByteArray("li\0ht", 5));
    QTest::newRow("no UTF-8") << QByteArray(whole).replace("light", "li\xffht");
    QTest::newRow("twice") << whole + whole;
    QTest::newRow("a list") << QByteArray("[" + whole + "]");
    QTest::newRow("a text") << QByteArray("\"dark\"");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("no version") << QByteArray(R"({"settings": {"appearance": {"theme": "light"}}})");
    QTest::newRow("version zero") << QByteArray(whole).replace("1", "0");
    QTest::newRow("version one and a half") << QByteArray(whole).replace("1", "1.5");
    QTest::newRow("a version in words") << QByteArray(whole).replace("1", "\"1\"");
    QTest::newRow("no settings") << QByteArray(R"({"version": 1})");
    QTest::newRow("settings in a list") << QByteArray(R"({"version": 1, "settings": []})");
    QTest::newRow("too deep") << QByteArray(whole).replace("\"light\"", QByteArray(5000, '[') + QByteArray(5000, ']'));
    QTest::newRow("deep and open") << QByteArray(100'000, '[');
    QTest::newRow("huge") << whole + QByteArray(SettingsDocument::maxBytes, ' ');
}

void TestSettings::DATA_09_aDamagedFileIsSetAsideAndItsLastGoodCopyUsed()
{
    QFETCH(const QByteArray, damage);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    {
        Settings settings(path);
        settings.set(Key::Theme, u"dark"_s);
    }
    QVERIFY(put(path, damage));
    {
        Settings settings(path);
        QCOMPARE(settings.text(Key::Theme), u"dark"_s);
        const QVariantMap told = toldOf(settings);
        QVERIFY(told.value(u"hasCopy"_s).toBool());
        const QString bad = told.value(u"file"_s).toString();
        QVERIFY(bad.startsWith(path + u".bad-"_s));
        QCOMPARE(contentOf(bad), damage); // nothing of it is lost
        settings.set(Key::Repaired, QVariantMap());
    }
    const Settings settings(path);
    QVERIFY(toldOf(settings).isEmpty()); // told once
    QCOMPARE(settings.text(Key::Theme), u"dark"_s);
}

void TestSettings::DATA_09_withoutACopyEverythingHasItsDefault()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    QVERIFY(put(path, "no settings\n"));
    QVERIFY(put(path + u".good"_s, "no copy\n"));
    const Settings settings(path);
    QCOMPARE(settings.text(Key::Theme), u"system"_s);
    const QVariantMap told = toldOf(settings);
    QVERIFY(!told.isEmpty() && !told.value(u"hasCopy"_s).toBool());
    QCOMPARE(contentOf(told.value(u"file"_s).toString()), QByteArray("no settings\n"));
}

void TestSettings::DATA_09_anEmptyFileWithoutACopyIsAFirstStart()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    QVERIFY(put(path, {}));
    Settings settings(path);
    QVERIFY(toldOf(settings).isEmpty());
    settings.set(Key::Theme, u"dark"_s);
    QCOMPARE(Settings(path).text(Key::Theme), u"dark"_s);
    QVERIFY(QDir(dir.path()).entryList({u"*.bad-*"_s}).isEmpty());
}

void TestSettings::DATA_09_everyCutIsSetAside()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    {
        Settings settings(path);
        settings.set(Key::Theme, u"dark"_s);
        settings.set(Key::OpenWindows, QVariantMap{{u"team"_s, QVariantMap{{u"geometry"_s, QByteArray("\x01\xd9\xd0", 3)}}}});
    }
    const QByteArray whole = contentOf(path);
    QVERIFY(whole.size() > 100);
    for (qsizetype end = 0; end <= whole.size(); ++end) {
        const QTemporaryDir place;
        const QString cut = place.filePath(u"s.json"_s);
        QVERIFY(put(cut, whole.first(end)) && put(cut + u".good"_s, whole));
        const Settings settings(cut);
        QCOMPARE(settings.text(Key::Theme), u"dark"_s);
        const bool isWhole = end >= whole.size() - 1; // the end of the line may be missing
        QVERIFY2(toldOf(settings).isEmpty() == isWhole, qPrintable(QString::number(end)));
        if (!isWhole)
            QCOMPARE(contentOf(toldOf(settings).value(u"file"_s).toString()), whole.first(end));
    }
}

void TestSettings::DATA_09_noCutOfALargeFileIsTakenForAWholeOne()
{
    SettingsDocument document;
    for (const SettingsEntry &entry : SettingsEntry::all())
        document.set(entry.name, SettingsValue::toJson(sampleOf(entry), entry.type()));
    const QByteArray whole = document.compose();
    QVERIFY(SettingsDocument::parse(whole).has_value());
    for (qsizetype end = 0; end < whole.size() - 1; ++end)
        QVERIFY2(!SettingsDocument::parse(whole.first(end)), qPrintable(QString::number(end)));
}

void TestSettings::DATA_09_flippedBitsAreSurvived()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    SettingsDocument document;
    for (const SettingsEntry &entry : SettingsEntry::all()) {
        if (entry.key != Key::Repaired)
            document.set(entry.name, SettingsValue::toJson(sampleOf(entry), entry.type()));
    }
    const QByteArray whole = document.compose();
    for (int round = 0; round < 200; ++round) {
        QByteArray damaged = whole;
        for (int i = random.bounded(1, 4); i > 0; --i) {
            const qsizetype at = random.bounded(static_cast<int>(damaged.size()));
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.bounded(8)));
        }
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"s.json"_s);
        QVERIFY(put(path, damaged) && put(path + u".good"_s, whole));
        const bool isWhole = SettingsDocument::parse(damaged).has_value();
        Settings settings(path);
        const QString bad = toldOf(settings).value(u"file"_s).toString();
        QCOMPARE(QFile::exists(bad), !isWhole);
        if (!isWhole) {
            QCOMPARE(contentOf(bad), damaged);
            QCOMPARE(settings.text(Key::SpellLanguage), sampleOf(SettingsEntry::of(Key::SpellLanguage)).toString());
        }
        for (const SettingsEntry &entry : SettingsEntry::all())
            QVERIFY2(settings.value(entry.key).metaType() == entry.type(), entry.name.data());
        settings.set(Key::Theme, u"light"_s);
        QCOMPARE(Settings(path).text(Key::Theme), u"light"_s);
    }
}

void TestSettings::DATA_09_whatAnotherProcessWroteStays()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    Settings window(path);
    Settings commandLine(path);
    commandLine.set(Key::Language, u"de"_s);
    commandLine.set(Key::Theme, u"light"_s);
    window.set(Key::Theme, u"dark"_s);
    QCOMPARE(window.text(Key::Language), u"de"_s);
    commandLine.set(Key::WindowPage, u"runs"_s);
    const Settings found(path);
    QCOMPARE(found.text(Key::Language), u"de"_s);
    QCOMPARE(found.text(Key::Theme), u"dark"_s);
    QCOMPARE(found.text(Key::WindowPage), u"runs"_s);
}

void TestSettings::DATA_09_aSlipWhileEditingItIsKept()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.json"_s);
    Settings settings(path);
    settings.set(Key::Theme, u"dark"_s);
    const QByteArray slip = contentOf(path).replace("\"dark\"", "\"dark");
    QVERIFY(put(path, slip));
    settings.set(Key::Language, u"de"_s);
    QCOMPARE(Settings(path).text(Key::Theme), u"dark"_s);
    const QStringList kept = QDir(dir.path()).entryList({u"s.json.bad-*"_s});
    QCOMPARE(kept.size(), 1);
    QCOMPARE(contentOf(dir.filePath(kept.constFirst())), slip);
}

void TestSettings::DATA_09_theIniFileOfBeforeIsTakenOver()
{
    const QTemporaryDir dir;
    QList<std::pair<Key, QVariant>> values;
    for (const SettingsEntry &entry : SettingsEntry::all())
        values.append({entry.key, sampleOf(entry)});
    const QString ini = dir.filePath(u"agentdesk.ini"_s);
    QVERIFY(writeIni(ini, values));
    const QByteArray before = contentOf(ini);
    const QString path = dir.filePath(u"agentdesk.json"_s);
    QCOMPARE(firstChanged(Settings(path)), QString());
    QVERIFY(SettingsDocument::isWhole(path)); // written, though nothing was set
    QCOMPARE(firstChanged(Settings(path)), QString());
    QCOMPARE(contentOf(ini), before); // for a program of before
    // Two in a list, none in a list, and a word that is no yes or no.
    const QVariantList teams{QVariantMap{{u"name"_s, u"A"_s}}, QVariantMap{{u"name"_s, u"B"_s}}};
    const QString second = dir.filePath(u"second.ini"_s);
    QVERIFY(writeIni(second, {{Key::Profiles, teams},
                              {Key::ProviderModels, QStringList{u"a"_s, u"b, c"_s}},
                              {Key::RecentCommands, QStringList()},
                              {Key::DetailedLogUntil, QDateTime()},
                              {Key::LastConversation, u"of an earlier version"_s},
                              {Key::EnterSends, u"perhaps"_s}}));
    const Settings settings(dir.filePath(u"second.json"_s));
    QCOMPARE(settings.value(Key::Profiles), QVariant(teams));
    QCOMPARE(settings.value(Key::ProviderModels).toStringList(), QStringList({u"a"_s, u"b, c"_s}));
    for (const Key key : {Key::RecentCommands, Key::DetailedLogUntil, Key::LastConversation, Key::EnterSends, Key::Repaired})
        QCOMPARE(settings.value(key), SettingsEntry::of(key).fallback);
}

void TestSettings::DATA_09_theIniFileIsTakenOverOnce()
{
    const QTemporaryDir dir;
    QVERIFY(writeIni(dir.filePath(u"s.ini"_s), {{Key::Theme, u"dark"_s}, {Key::WindowPage, u"runs"_s}}));
    const QString path = dir.filePath(u"s.json"_s);
    {
        Settings settings(path);
        QCOMPARE(settings.text(Key::Theme), u"dark"_s);
        settings.set(Key::Theme, u"light"_s);
    }
    {
        const Settings settings(path);
        QCOMPARE(settings.text(Key::Theme), u"light"_s);
        QCOMPARE(settings.text(Key::WindowPage), u"runs"_s);
    }
    QVERIFY(QFile::remove(path)); // to begin anew
    const Settings settings(path);
    QCOMPARE(settings.text(Key::Theme), u"system"_s);
    QCOMPARE(settings.text(Key::WindowPage), u"chat"_s);
}

void TestSettings::DATA_09_ofADamagedIniFileTheCopyIsTakenOver_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("garbage") << QByteArray("\x7f"
                                           "ELF\n\x01\x02 garbage\n[[[\n");
    QTest::newRow("emptied") << QByteArray();
    QTest::newRow("an end of zeros") << QByteArray("[appearance]\ntheme=light\n") + QByteArray(64, '\0');
    QTest::newRow("huge") << QByteArray("[appearance]\ntheme=light\n") + QByteArray(SettingsDocument::maxBytes, '\n');
}

void TestSettings::DATA_09_ofADamagedIniFileTheCopyIsTakenOver()
{
    QFETCH(const QByteArray, damage);
    const QTemporaryDir dir;
    const QString ini = dir.filePath(u"s.ini"_s);
    QVERIFY(writeIni(ini + u".good"_s, {{Key::Theme, u"dark"_s}}));
    QVERIFY(put(ini, damage));
    const QString path = dir.filePath(u"s.json"_s);
    {
        Settings settings(path);
        QCOMPARE(settings.text(Key::Theme), u"dark"_s);
        QCOMPARE(toldOf(settings), QVariantMap({{u"file"_s, ini}, {u"hasCopy"_s, true}}));
        settings.set(Key::Repaired, QVariantMap());
    }
    const Settings settings(path);
    QVERIFY(toldOf(settings).isEmpty()); // told once
    QCOMPARE(settings.text(Key::Theme), u"dark"_s);
    QCOMPARE(contentOf(ini), damage);
}

void TestSettings::DATA_09_aDamagedIniFileWithoutACopyIsTold()
{
    const QTemporaryDir dir;
    const QString ini = dir.filePath(u"s.ini"_s);
    QVERIFY(put(ini, "no settings\n"));
    const Settings settings(dir.filePath(u"s.json"_s));
    QCOMPARE(settings.text(Key::Theme), u"system"_s);
    QCOMPARE(toldOf(settings), QVariantMap({{u"file"_s, ini}, {u"hasCopy"_s, false}}));
}

void TestSettings::DATA_09_anIniFileOfTheVeryNameMakesRoom()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"s.ini"_s); // as a --settings of before may have named it
    QVERIFY(writeIni(path, {{Key::Theme, u"dark"_s}}));
    const QByteArray before = contentOf(path);
    {
        const Settings settings(path);
        QCOMPARE(settings.text(Key::Theme), u"dark"_s);
        QVERIFY(toldOf(settings).isEmpty());
    }
    QVERIFY(SettingsDocument::isWhole(path));
    QCOMPARE(contentOf(path + u".old"_s), before);
    QCOMPARE(Settings(path).text(Key::Theme), u"dark"_s);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
