#include "state/profiles/profilestore.h"
#include "state/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestProfileStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingButSecretsIsKept();
    void profilesOfEarlierVersionsGetAnIdOnce();
    void theLocalWorkspaceIsAlwaysThereAndNeverStored();
    void severalAccountsOnOneServerAreApart();
    void storesOnTheSameSettingsAgree();
    void damagedEntriesAreLeftOut();
    void D_63_whatWasSaidOfProductionIsKept_data();
    void D_63_whatWasSaidOfProductionIsKept();
    void D_63_aProfileOfEarlierVersionsSaysNothingOfProduction();
};

void TestProfileStore::everythingButSecretsIsKept()
{
    const QTemporaryDir dir;
    QString id;
    {
        Settings settings(dir.filePath(u"s.json"_s));
        Profile profile{Profile::Kind::Team, u"Ünïcode & Co"_s, QUrl(u"https://agents.example.org/api/agent"_s)};
        profile.identityUrl = QUrl(u"https://login.example.org/auth/v1"_s);
        profile.dataUrl = QUrl(u"https://files.example.org/api/data"_s);
        profile.signIn = SignInWay::Device;
        profile.clientId = u"agent-desk"_s;
        profile.colour = ProfileStore::colours().at(2);
        id = ProfileStore(settings).save(profile).id;
        QVERIFY(!id.isEmpty());
    }
    Settings settings(dir.filePath(u"s.json"_s));
    const std::optional<Profile> read = ProfileStore(settings).find(id);
    QVERIFY(read);
    QCOMPARE(read->name, u"Ünïcode & Co"_s);
    QCOMPARE(read->baseUrl, QUrl(u"https://agents.example.org/api/agent"_s));
    QCOMPARE(read->identityUrl, QUrl(u"https://login.example.org/auth/v1"_s));
    QCOMPARE(read->dataUrl, QUrl(u"https://files.example.org/api/data"_s));
    QCOMPARE(read->signIn, SignInWay::Device);
    QCOMPARE(read->clientId, u"agent-desk"_s);
    QCOMPARE(read->colour, ProfileStore::colours().at(2));
}

void TestProfileStore::profilesOfEarlierVersionsGetAnIdOnce()
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(u"s.json"_s));
    settings.set(Settings::Key::Profiles, QVariantList{QVariantMap{{u"name"_s, u"Sales"_s}, {u"url"_s, u"https://a.example.org"_s}}});
    settings.set(Settings::Key::Profile, u"Sales"_s); // by name, as it was
    const ProfileStore store(settings);
    const QString id = store.lastOpened().id;
    QVERIFY(!id.isEmpty());
    QCOMPARE(store.lastOpened().signIn, SignInWay::Token); // what they had
    QCOMPARE(ProfileStore(settings).lastOpened().id, id);
}

void TestProfileStore::theLocalWorkspaceIsAlwaysThereAndNeverStored()
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(u"s.json"_s));
    ProfileStore store(settings);
    QCOMPARE(store.all().size(), 1);
    QCOMPARE(store.lastOpened().kind, Profile::Kind::Local);
    store.remove(ProfileStore::local().id);
    QCOMPARE(store.all().size(), 1);
    settings.set(Settings::Key::Profile, u"gone"_s);
    QCOMPARE(store.lastOpened().kind, Profile::Kind::Local);
}

void TestProfileStore::severalAccountsOnOneServerAreApart()
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(u"s.json"_s));
    ProfileStore store(settings);
    const QUrl url(u"https://agents.example.org"_s);
    const Profile first = store.save({Profile::Kind::Team, u"Me"_s, url});
    const Profile second = store.save({Profile::Kind::Team, u"The boss"_s, url});
    QVERIFY(first.id != second.id);
    Profile renamed = first;
    renamed.name = u"Myself"_s;
    QCOMPARE(store.save(renamed).id, first.id);
    QCOMPARE(store.teams().size(), 2);
    QCOMPARE(store.find(first.id)->name, u"Myself"_s);
    store.remove(first.id);
    QVERIFY(!store.find(first.id));
    QVERIFY(store.find(second.id));
}

void TestProfileStore::storesOnTheSameSettingsAgree()
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(u"s.json"_s));
    ProfileStore one(settings);
    const ProfileStore other(settings);
    QSignalSpy changed(&other, &ProfileStore::changed);
    one.save({Profile::Kind::Team, u"Sales"_s, QUrl(u"https://a.example.org"_s)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(other.teams().size(), 1);
}

void TestProfileStore::damagedEntriesAreLeftOut()
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(u"s.json"_s));
    settings.set(Settings::Key::Profiles, QVariantList{u"text"_s, QVariantMap{{u"url"_s, u"https://a.example.org"_s}},
                                                       QVariantMap{{u"name"_s, u"Kept"_s}, {u"signIn"_s, u"by magic"_s}}});
    const ProfileStore store(settings);
    QCOMPARE(store.teams().size(), 1);
    QCOMPARE(store.teams().constFirst().name, u"Kept"_s);
    QCOMPARE(store.teams().constFirst().signIn, SignInWay::Token);
}

void TestProfileStore::D_63_whatWasSaidOfProductionIsKept_data()
{
    QTest::addColumn<std::optional<bool>>("said");
    QTest::newRow("nothing") << std::optional<bool>();
    QTest::newRow("yes") << std::optional(true);
    QTest::newRow("no") << std::optional(false);
}

void TestProfileStore::D_63_whatWasSaidOfProductionIsKept()
{
    QFETCH(const std::optional<bool>, said);
    const QTemporaryDir dir;
    QString id;
    {
        Settings settings(dir.filePath(u"s.json"_s));
        Profile profile{Profile::Kind::Team, u"Sales"_s, QUrl(u"https://agents.example.org"_s)};
        profile.production = said;
        id = ProfileStore(settings).save(profile).id;
    }
    Settings settings(dir.filePath(u"s.json"_s));
    const std::optional<Profile> read = ProfileStore(settings).find(id);
    QVERIFY(read);
    QCOMPARE(read->production, said);
}

void TestProfileStore::D_63_aProfileOfEarlierVersionsSaysNothingOfProduction()
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(u"s.json"_s));
    const QString url = u"https://a.example.org"_s;
    settings.set(Settings::Key::Profiles,
                 QVariantList{QVariantMap{{u"name"_s, u"Prod"_s}, {u"url"_s, url}},
                              QVariantMap{{u"name"_s, u"Damaged"_s}, {u"url"_s, url}, {u"production"_s, u"perhaps"_s}}});
    const QList<Profile> teams = ProfileStore(settings).teams();
    QCOMPARE(teams.size(), 2);
    QVERIFY(!teams.constFirst().production && !teams.constLast().production);
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
