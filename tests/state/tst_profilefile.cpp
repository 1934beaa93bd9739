// Profiles as files that people hand on, and as a policy of administrators: what is taken, and what refuses a file whole.
#include "api/transport.h"
#include "auth/memorystore.h"
#include "auth/profiletokensource.h"
#include "state/networksetup.h"
#include "state/profiles/adminpolicy.h"
#include "state/profiles/profilefile.h"
#include "state/profiles/profilestore.h"
#include "state/profiles/serveraddress.h"
#include "state/settings.h"
#include "support/tlsserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using From = ProfileFile::From;

namespace {

const QByteArray pinA = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const QByteArray pinB = "sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=";

// JSON is easier to read here with the other quotes.
QByteArray q(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray fileWith(const QByteArray &profiles, const QByteArray &more = {})
{
    return q("{'format': 'agentdesk-profiles', 'version': 1, 'profiles': [") + profiles + "]" + more + "}";
}

const QByteArray sales = q("{'name': 'Sales', 'url': 'https://agents.example.org/api/', 'signIn': 'email', 'identityUrl': "
                           "'https://login.example.org', 'colour': '#1864AB'}");

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestProfileFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadAgain();
    void D_63_whatIsSaidOfProductionIsHandedOn();
    void nothingOfThisComputerIsWritten();
    void whatIsWrongRefusesTheFile_data();
    void whatIsWrongRefusesTheFile();
    void unknownMembersAreSkipped();
    void aFileTooLargeIsNotRead();
    void aPersonsFileBringsNoIdAndNoPins();
    void aPolicyIsManagedAndKeepsItsIds();
    void TLS_03_onePinIsTooFew_data();
    void TLS_03_onePinIsTooFew();
    void aPolicyThatIsWrongCountsForNothingAndSaysWhy();
    void theStoreListsManagedProfilesAndDoesNotKeepThem();
    void TLS_05_everyAddressIsHttpsByRule();
    void TLS_02_aPolicysCertificatesNeedNoConfirmation();
};

void TestProfileFile::whatIsWrittenIsReadAgain()
{
    Profile browser{Profile::Kind::Team, u"Büro „Süd“"_s, QUrl(u"https://agents.example.org:8443/süd"_s)};
    browser.signIn = SignInWay::Browser;
    browser.identityUrl = QUrl(u"https://login.example.org/realm"_s);
    browser.dataUrl = QUrl(u"https://files.example.org/api/data"_s);
    browser.clientId = u"agent-desk"_s;
    browser.colour = u"#1864ab"_s;
    Profile token{Profile::Kind::Team, u"Lab"_s, QUrl(u"http://127.0.0.1:8000"_s)};
    const QByteArray bytes = ProfileFile::write({browser, token});
    QCOMPARE(ProfileFile::write({browser, token}), bytes);
    const Result<ProfileFile> read = ProfileFile::parse(bytes, From::Person);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->profiles.size(), 2);
    QCOMPARE(read->profiles.constFirst().name, browser.name);
    QCOMPARE(read->profiles.constFirst().colour, browser.colour);
    QVERIFY(read->profiles.constFirst().leadsTo(browser));
    QVERIFY(read->profiles.constLast().leadsTo(token));
}

void TestProfileFile::D_63_whatIsSaidOfProductionIsHandedOn()
{
    Profile unknown{Profile::Kind::Team, u"Unknown prod"_s, QUrl(u"https://a.example.org"_s)};
    Profile yes{Profile::Kind::Team, u"Yes"_s, QUrl(u"https://b.example.org"_s)};
    yes.production = true;
    Profile no{Profile::Kind::Team, u"No"_s, QUrl(u"https://c.example.org"_s)};
    no.production = false;
    QVERIFY(!ProfileFile::write({unknown}).contains("production"));
    const Result<ProfileFile> read = ProfileFile::parse(ProfileFile::write({unknown, yes, no}), From::Person);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->profiles.at(0).production, std::optional<bool>());
    QCOMPARE(read->profiles.at(1).production, std::optional(true));
    QCOMPARE(read->profiles.at(2).production, std::optional(false));
    const Result<ProfileFile> policy = ProfileFile::parse(fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'production': true}, "
                                                                     "{'name': 'B', 'url': 'https://a.example.org', 'production': 1}")),
                                                          From::Policy);
    QVERIFY2(policy.has_value(), policy ? "" : qPrintable(policy.error().message));
    QCOMPARE(policy->profiles.at(0).production, std::optional(true));
    QCOMPARE(policy->profiles.at(1).production, std::optional<bool>()); // neither yes nor no
}

void TestProfileFile::nothingOfThisComputerIsWritten()
{
    Profile profile{Profile::Kind::Team, u"Lab"_s, QUrl(u"https://agents.example.org"_s)};
    profile.id = u"id-of-this-computer"_s;
    profile.certificateFile = u"/home/ana/ana.p12"_s;
    const QByteArray bytes = ProfileFile::write({profile});
    QVERIFY(!bytes.contains("id-of-this-computer"));
    QVERIFY(!bytes.contains("ana.p12"));
}

void TestProfileFile::whatIsWrongRefusesTheFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &reason) { QTest::newRow(name) << bytes << reason; };
    row("nothing", {}, u"not a file with profiles"_s);
    row("no JSON", "name=Sales", u"not a file with profiles"_s);
    row("another file", q("{'format': 'something'}"), u"not a file with profiles"_s);
    row("a later version", q("{'format': 'agentdesk-profiles', 'version': 2, 'profiles': []}"), u"another version"_s);
    row("empty", fileWith({}), u"no profile"_s);
    row("a token", fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'token': 'abc'}")), u"secret: “token”"_s);
    row("a password deep inside", fileWith(sales, q(", 'extra': [{'proxy': {'Proxy-Password': 'x'}}]")), u"Proxy-Password"_s);
    row("a key by its looks", fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'note': 'Bearer abcdefghijklmnop'}")), u"note"_s);
    row("a private key", fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'x': '-----BEGIN PRIVATE KEY-----'}")), u"secret"_s);
    row("no name", fileWith(q("{'url': 'https://a.example.org'}")), u"Profile 1: Its name"_s);
    row("a name that turns round", fileWith("{\"name\": \"A\xE2\x80\xAE\", \"url\": \"https://a.example.org\"}"), u"name"_s);
    row("a name of two lines", fileWith(q("{'name': 'A\\nB', 'url': 'https://a.example.org'}")), u"name"_s);
    row("http", fileWith(q("{'name': 'A', 'url': 'http://a.example.org'}")), u"Use https"_s);
    row("a file address", fileWith(q("{'name': 'A', 'url': 'file:///etc/passwd'}")), u"web address"_s);
    row("a password in the address", fileWith(q("{'name': 'A', 'url': 'https://me:x@a.example.org'}")), {});
    row("an unknown way in", fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'signIn': 'magic'}")), u"way to sign in"_s);
    row("no sign-in service", fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'signIn': 'email'}")), u"sign-in service"_s);
    row("an open file service", fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'dataUrl': 'http://f.example.org'}")),
        u"file service"_s);
    row("no client ID",
        fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'signIn': 'browser', 'identityUrl': 'https://l.example.org'}")),
        u"clientId"_s);
    row("twice the same name", fileWith(sales + ", " + sales), u"Two of its profiles"_s);
    row("a key twice", q("{'format': 'agentdesk-profiles', 'version': 1, 'version': 1, 'profiles': []}"), u"not a file"_s);
    QByteArrayList many;
    for (int i = 0; i <= ProfileFile::maxProfiles; ++i)
        many.append(q("{'name': '") + QByteArray::number(i) + q("', 'url': 'https://a.example.org'}"));
    row("too many", fileWith(many.join(',')), u"more than"_s);
}

void TestProfileFile::whatIsWrongRefusesTheFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const Result<ProfileFile> read = ProfileFile::parse(bytes, From::Person);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    QVERIFY2(read.error().message.contains(reason), qPrintable(read.error().message));
    QVERIFY(!read.error().nextStep.isEmpty());
    QVERIFY(!read.error().message.contains(u"me:x"_s));
}

void TestProfileFile::unknownMembersAreSkipped()
{
    const Result<ProfileFile> read = ProfileFile::parse(
        fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'later': {'x': 1}}"), q(", 'comment': 'hello'")), From::Person);
    QVERIFY(read.has_value());
    QCOMPARE(read->profiles.size(), 1);
}

void TestProfileFile::aFileTooLargeIsNotRead()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"big.json"_s);
    const QByteArray padding = ", \"x\": \"" + QByteArray(ProfileFile::maxBytes, 'x') + '"';
    QVERIFY(writeFile(path, fileWith(sales, padding)));
    QVERIFY(!ProfileFile::read(path, From::Person));
    QCOMPARE(ProfileFile::read(dir.filePath(u"gone.json"_s), From::Person).error().kind, Error::Kind::Storage);
}

void TestProfileFile::aPersonsFileBringsNoIdAndNoPins()
{
    const QByteArray bytes = fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'id': 'local', 'pins': ['") + pinA + q("']}"),
                                      q(", 'network': {'proxy': 'manual', 'proxyHost': 'evil.example.org'}"));
    const Result<ProfileFile> read = ProfileFile::parse(bytes, From::Person);
    QVERIFY(read.has_value());
    QCOMPARE(read->profiles.constFirst().id, QString());
    QVERIFY(read->profiles.constFirst().pins.isEmpty());
    QVERIFY(!read->profiles.constFirst().isManaged);
    QVERIFY(read->network.isEmpty()); // whoever sends a file must not send a proxy with it
}

void TestProfileFile::aPolicyIsManagedAndKeepsItsIds()
{
    const QByteArray bytes = fileWith(q("{'name': 'Sales', 'url': 'https://a.example.org', 'pins': ['") + pinA + q("', '") + pinB +
                                          q("']},") + q("{'name': 'Lab', 'url': 'https://b.example.org', 'id': '../lab'}"),
                                      q(", 'network': {'proxy': 'none'}"));
    const Result<ProfileFile> first = ProfileFile::parse(bytes, From::Policy);
    QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().message));
    const Profile one = first->profiles.constFirst();
    const Profile two = first->profiles.constLast();
    QVERIFY(one.isManaged);
    QCOMPARE(one.pins, QList<QByteArray>({pinA.mid(7), pinB.mid(7)}));
    QVERIFY(one.id != two.id);
    QVERIFY(!two.id.contains(u'/'));
    QCOMPARE(ProfileFile::parse(bytes, From::Policy)->profiles.constFirst().id, one.id);
    QByteArray renamed = bytes;
    renamed.replace("\"Lab\"", "\"Laboratory\"");
    QCOMPARE(ProfileFile::parse(renamed, From::Policy)->profiles.constLast().id, two.id);
    QCOMPARE(first->network.value(u"proxy"_s).toString(), u"none"_s);
}

void TestProfileFile::TLS_03_onePinIsTooFew_data()
{
    QTest::addColumn<QByteArray>("pins");
    QTest::newRow("one") << QByteArray("[\"" + pinA + "\"]");
    QTest::newRow("none") << QByteArray("[]");
    QTest::newRow("no list") << QByteArray("\"" + pinA + "\"");
    QTest::newRow("too short") << QByteArray("[\"" + pinA + "\", \"sha256/AAAA\"]");
    QTest::newRow("another digest") << QByteArray("[\"" + pinA + "\", \"sha1/AAAAAAAAAAAAAAAAAAAAAAAAAAA=\"]");
    QTest::newRow("numbers") << QByteArray("[1, 2]");
}

void TestProfileFile::TLS_03_onePinIsTooFew()
{
    QFETCH(QByteArray, pins);
    const Result<ProfileFile> read =
        ProfileFile::parse(fileWith(q("{'name': 'A', 'url': 'https://a.example.org', 'pins': ") + pins + "}"), From::Policy);
    QVERIFY(!read); // a pin that is half understood is none at all, and nobody would notice
    QVERIFY(read.error().message.contains(u"pin"_s));
}

void TestProfileFile::aPolicyThatIsWrongCountsForNothingAndSaysWhy()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"policy.json"_s);
    QVERIFY(AdminPolicy::read(path).profiles.isEmpty());
    QVERIFY(!AdminPolicy::read(path).problem);
    const QByteArray other = ", {\"name\": \"B\", \"url\": \"http://b.example.org\"}";
    QVERIFY(writeFile(path, fileWith(sales + other, ", \"network\": {\"proxy\": \"none\"}")));
    const AdminPolicy broken = AdminPolicy::read(path);
    QVERIFY(broken.profiles.isEmpty());
    QVERIFY(broken.network.isEmpty());
    QVERIFY(broken.problem && broken.problem->message.contains(u"Profile 2"_s));
}

void TestProfileFile::theStoreListsManagedProfilesAndDoesNotKeepThem()
{
    const QTemporaryDir dir;
    const AdminPolicy policy{ProfileFile::parse(fileWith(sales), From::Policy)->profiles, {}, {}};
    Settings settings(dir.filePath(u"s.json"_s));
    ProfileStore store(settings);
    store.save({Profile::Kind::Team, u"Mine"_s, QUrl(u"https://mine.example.org"_s)});
    store.setManaged(policy.profiles);
    QCOMPARE(store.all().size(), 3);
    QCOMPARE(store.all().at(1).name, u"Sales"_s);
    QCOMPARE(store.teams().size(), 1);
    const QString id = policy.profiles.constFirst().id;
    store.remove(id);
    QVERIFY(store.find(id));
    store.noteOpened(*store.find(id));
    ProfileStore next(settings); // the policy is gone
    QCOMPARE(next.all().size(), 2);
    QCOMPARE(next.lastOpened().id, ProfileStore::local().id);
}

void TestProfileFile::TLS_05_everyAddressIsHttpsByRule()
{
    // No Strict-Transport-Security is relied on: what a person types, a file brings or a policy lays down is https, or this very computer.
    for (const QString &text :
         {u"http://agents.example.org"_s, u"http://localhost"_s, u"http://127.0.0.1.example.org"_s, u"http://10.0.0.1"_s}) {
        QVERIFY2(!ServerAddress::check(text), qPrintable(text));
        for (const From from : {From::Person, From::Policy}) {
            const QByteArray plain = "{\"name\": \"A\", \"url\": \"" + text.toUtf8() + "\"}";
            QVERIFY(!ProfileFile::parse(fileWith(plain), from));
        }
    }
    QVERIFY(ServerAddress::check(u"http://127.0.0.1:8000"_s));
    QVERIFY(ServerAddress::check(u"https://agents.example.org"_s));
}

void TestProfileFile::TLS_02_aPolicysCertificatesNeedNoConfirmation()
{
    const QTemporaryDir dir;
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    Settings settings(dir.filePath(u"s.json"_s));
    MemoryStore secrets;
    ProfileTokenSource tokens;
    Transport transport(tokens);
    NetworkSetup network(settings, secrets, transport);
    network.setPolicy({{u"proxy"_s, u"manual"_s}, {u"proxyHost"_s, u"proxy.example.org"_s}, {u"caFile"_s, TlsServer::authorityFile()}});
    network.start();
    QVERIFY(!network.certificateProblem());
    QVERIFY(QSslConfiguration::defaultConfiguration().caCertificates().contains(
        QSslCertificate::fromPath(TlsServer::authorityFile()).constFirst()));
    NetworkSettings other;
    other.mode = NetworkSettings::ProxyMode::None;
    network.change(other); // it is not the person's to change
    QCOMPARE(network.settings().proxyHost, u"proxy.example.org"_s);
    QCOMPARE(network.proxyFor(QUrl(u"https://agents.example.org"_s)), u"proxy.example.org:8080"_s);
    QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
    QSslConfiguration::setDefaultConfiguration(before);
}

QTEST_GUILESS_MAIN(TestProfileFile)
#include "tst_profilefile.moc"
