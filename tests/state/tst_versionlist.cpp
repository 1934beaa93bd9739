// The versions of one definition as one list: those of this computer and those of the server.
#include "agentserver.h"
#include "state/definitions/definitioncontent.h"
#include "state/definitions/definitionhistory.h"
#include "state/definitions/versionlist.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "teamfixture.h"
#include "wire/json/agentjson.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <random>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const DefinitionKey key{DefinitionKind::Agent, u"a1"_s};
const QByteArray versionsFeature = R"("agent_versions")";

QJsonObject agentJson(const QString &text, int version)
{
    return {{"id"_L1, u"a1"_s},
            {"name"_L1, u"contracts"_s},
            {"model"_L1, u"agent"_s},
            {"instructions"_L1, text},
            {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray()}}},
            {"scopes"_L1, QJsonArray()},
            {"visibility"_L1, u"personal"_s},
            {"is_builtin"_L1, false},
            {"unknown_member"_L1, u"kept"_s},
            {"version"_L1, version}};
}

DefinitionVersion version(const QString &text, int number, VersionOrigin origin = VersionOrigin::Seen)
{
    DefinitionVersion made;
    made.key = key;
    made.name = u"contracts"_s;
    if (const Result<Agent> agent = wire::agentFromJson(agentJson(text, number)))
        made.json = wire::toJson(*agent); // as what is seen on a server is kept
    made.origin = origin;
    made.serverVersion = number;
    return made;
}

// For mergedVersions() alone: `second` is its time, 0: none; `content` stands for its digest.
DefinitionVersion plain(qint64 seq, int number, qint64 second, const QByteArray &content)
{
    DefinitionVersion made;
    made.seq = seq;
    made.key = key;
    made.serverVersion = number;
    if (second > 0)
        made.at = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
    made.digest = content;
    return made;
}

QString words(const QList<VersionRow> &rows)
{
    QStringList out;
    for (const VersionRow &row : rows)
        out.append(QString::number(row.id()) + (row.isOnServer && row.isHere() ? u"+"_s : QString()));
    return out.join(u' ');
}

struct Scene {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store{folder, userStoreKind(folder)};
    DefinitionHistory history{store};
    AgentServer agents;
    TeamFixture team;
    std::unique_ptr<VersionList> list;
    int asked = 0;      // for the server's versions
    bool fails = false; // the server, when it is asked for them

    [[nodiscard]] bool open(const QByteArray &features = versionsFeature)
    {
        history.open(u"ada"_s);
        agents.hasVersions = true;
        team.features = features;
        team.script = [this](const Received &request) {
            if (!request.target.endsWith("/versions"))
                return agents.answer(request);
            ++asked;
            return fails ? reply(403, R"({"detail":"Not for you"})") : agents.answer(request);
        };
        return team.open();
    }
    void write(const QString &text, int number) // by somebody, on the server
    {
        QJsonObject members = agentJson(text, number);
        agents.agents[u"a1"_s].insert("version"_L1, number - 1);
        members.remove("version"_L1);
        agents.put(u"a1"_s, members);
    }
    [[nodiscard]] bool show()
    {
        list = std::make_unique<VersionList>(history, team.api, team.workspace);
        list->open(key);
        return QTest::qWaitFor([this] { return list->isLoaded() && !list->isLoading(); }, 10'000);
    }
    [[nodiscard]] QStringList texts() const // of the instructions of all rows, as they are read; "…" where one is not
    {
        QStringList out;
        for (int i = 0; i < list->rowCount(); ++i) {
            auto text = std::make_shared<QString>();
            list->json(i, list.get(), [text](const Result<QJsonObject> &json) {
                *text = json ? (*json).value("instructions"_L1).toString() : json.error().message;
            });
            out.append(QTest::qWaitFor([text] { return !text->isEmpty(); }, 10'000) ? *text : u"…"_s);
        }
        return out;
    }
    [[nodiscard]] QString words(int row) const { return list->data(list->index(row), VersionList::SummaryRole).toString(); }
};

} // namespace

class TestVersionList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_26_bothHalvesAreOneList_data();
    void AG_26_bothHalvesAreOneList();
    void AG_26_aMergeLosesNothingAndKeepsTheOrder();
    void AG_26_whatIsKeptHereIsListedWithoutItsJson();
    void AG_26_theServersVersionsJoinThoseKeptHere();
    void AG_26_aServerThatKeepsNoneIsNotAsked();
    void AG_26_aServerThatFailsLeavesWhatIsKeptHere();
    void AG_26_withoutAConnectionWhatIsKeptHereIsThere();
    void AG_26_aNewVersionShowsAtOnce();
    void AG_26_aVersionKeptHereIsNamed();
    void AG_26_somebodyElseSeesNothing();
};

void TestVersionList::AG_26_bothHalvesAreOneList_data()
{
    using Versions = QList<DefinitionVersion>;
    QTest::addColumn<Versions>("local");
    QTest::addColumn<Versions>("server");
    QTest::addColumn<QString>("rows"); // above 0: here, below: on the server alone, +: both
    QTest::newRow("nothing") << Versions() << Versions() << QString();
    QTest::newRow("here") << Versions{plain(2, 0, 20, "b"), plain(1, 0, 10, "a")} << Versions() << u"2 1"_s;
    QTest::newRow("server, in any order") << Versions() << Versions{plain(0, 1, 10, "a"), plain(0, 3, 30, "c"), plain(0, 2, 20, "b")}
                                          << u"-3 -2 -1"_s;
    QTest::newRow("the same") << Versions{plain(8, 2, 25, "b")} << Versions{plain(0, 2, 20, "b"), plain(0, 1, 10, "a")} << u"8+ -1"_s;
    QTest::newRow("same number, other content")
        << Versions{plain(8, 2, 25, "x")} << Versions{plain(0, 2, 20, "b"), plain(0, 1, 10, "a")} << u"8 -2 -1"_s;
    QTest::newRow("between") << Versions{plain(9, 3, 90, "c"), plain(8, 1, 80, "a")} << Versions{plain(0, 2, 20, "b")} << u"9 -2 8"_s;
    QTest::newRow("without numbers the times count")
        << Versions{plain(9, 0, 30, "x"), plain(8, 0, 10, "y")} << Versions{plain(0, 1, 20, "a")} << u"9 -1 8"_s;
    QTest::newRow("a number twice is one version") << Versions() << Versions{plain(0, 1, 10, "a"), plain(0, 1, 20, "b")} << u"-1"_s;
    QTest::newRow("no number is no version") << Versions() << Versions{plain(0, 0, 10, "a"), plain(0, -4, 10, "b")} << QString();
}

void TestVersionList::AG_26_bothHalvesAreOneList()
{
    QFETCH(const QList<DefinitionVersion>, local);
    QFETCH(const QList<DefinitionVersion>, server);
    QTEST(words(mergedVersions(local, server)), "rows");
}

void TestVersionList::AG_26_aMergeLosesNothingAndKeepsTheOrder()
{
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto upTo = [&random](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    for (int round = 0; round < 500; ++round) {
        QList<DefinitionVersion> local;
        for (int i = upTo(8); i > 0; --i)
            local.append(plain(i, upTo(6), upTo(50), QByteArray::number(upTo(3))));
        QList<DefinitionVersion> server;
        for (int i = 1 + upTo(6); i > 0; --i)
            server.append(plain(0, i, upTo(50), QByteArray::number(upTo(3))));
        const QList<VersionRow> rows = mergedVersions(local, server);
        QList<qint64> here;
        QSet<int> numbers;
        int lastAlone = 1000;
        for (const VersionRow &row : rows) {
            if (row.isHere())
                here.append(row.version.seq);
            if (row.isOnServer) {
                QVERIFY(!numbers.contains(row.version.serverVersion));
                numbers.insert(row.version.serverVersion);
            }
            if (!row.isHere()) {
                QVERIFY(row.version.serverVersion < lastAlone);
                lastAlone = row.version.serverVersion;
            }
        }
        QCOMPARE(here.size(), local.size());
        for (qsizetype i = 0; i < here.size(); ++i)
            QCOMPARE(here.at(i), local.at(i).seq);
        QCOMPARE(numbers.size(), server.size());
    }
}

void TestVersionList::AG_26_whatIsKeptHereIsListedWithoutItsJson()
{
    Scene scene;
    QVERIFY(scene.open({}));
    DefinitionVersion saved = version(u"Two."_s, 2, VersionOrigin::Saved);
    saved.author = u"Ada"_s;
    scene.history.add(version(u"One."_s, 1));
    scene.history.add(saved);
    QVERIFY(scene.show());
    QCOMPARE(scene.list->rowCount(), 2);
    QVERIFY(scene.list->row(0)->version.json.isEmpty());
    QCOMPARE(scene.list->row(0)->version.digest, definitionDigest(saved.json));
    QVERIFY2(scene.words(0).contains(u"Ada"_s) && scene.words(0).contains(u"2"_s), qPrintable(scene.words(0)));
    QVERIFY(scene.words(0).contains(VersionList::originText(*scene.list->row(0))));
    QVERIFY(VersionList::originText(*scene.list->row(0)) != VersionList::originText(*scene.list->row(1)));
    QCOMPARE(scene.texts(), (QStringList{u"Two."_s, u"One."_s}));
}

void TestVersionList::AG_26_theServersVersionsJoinThoseKeptHere()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.write(u"One."_s, 1);
    scene.write(u"Two."_s, 2);
    scene.write(u"Three."_s, 3);
    scene.history.add(version(u"One."_s, 1));
    scene.history.add(version(u"Mine alone."_s, 3, VersionOrigin::Saved));
    QVERIFY(scene.show());
    const QAbstractItemModelTester tester(scene.list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(scene.list->rowCount(), 4);
    QVERIFY(!scene.list->serverError());
    QCOMPARE(scene.texts(), (QStringList{u"Mine alone."_s, u"Three."_s, u"Two."_s, u"One."_s}));
    QVERIFY(scene.list->row(0)->isHere() && !scene.list->row(0)->isOnServer);
    QVERIFY(!scene.list->row(1)->isHere() && scene.list->row(1)->isOnServer);
    QVERIFY(scene.list->row(3)->isHere() && scene.list->row(3)->isOnServer);
    QCOMPARE(scene.list->rowOf(scene.list->row(2)->id()), 2);
}

void TestVersionList::AG_26_aServerThatKeepsNoneIsNotAsked()
{
    Scene scene;
    QVERIFY(scene.open(R"("etag")"));
    scene.history.add(version(u"One."_s, 1));
    QVERIFY(scene.show());
    QCOMPARE(scene.list->rowCount(), 1);
    QCOMPARE(scene.asked, 0);
    QVERIFY(!scene.list->serverError());
}

void TestVersionList::AG_26_aServerThatFailsLeavesWhatIsKeptHere()
{
    Scene scene;
    scene.fails = true;
    QVERIFY(scene.open());
    scene.write(u"One."_s, 1);
    scene.write(u"Two."_s, 2);
    scene.history.add(version(u"One."_s, 1));
    QVERIFY(scene.show());
    QCOMPARE(scene.list->rowCount(), 1);
    QVERIFY(scene.list->serverError());
    QCOMPARE(scene.list->serverError()->kind, Error::Kind::Forbidden);
    QVERIFY(!scene.list->localError());
    scene.fails = false;
    scene.list->reload();
    QTRY_COMPARE(scene.list->rowCount(), 2);
    QVERIFY(!scene.list->serverError());
}

void TestVersionList::AG_26_withoutAConnectionWhatIsKeptHereIsThere()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.write(u"One."_s, 1);
    scene.write(u"Two."_s, 2);
    scene.team.workspace.close();
    scene.history.add(version(u"One."_s, 1));
    QVERIFY(scene.show());
    QCOMPARE(scene.list->rowCount(), 1);
    QVERIFY(scene.list->serverError());
    QCOMPARE(scene.list->serverError()->kind, Error::Kind::Offline);
    QVERIFY(scene.team.open()); // and by itself, when there is one
    QTRY_COMPARE(scene.list->rowCount(), 2);
    QVERIFY(!scene.list->serverError());
}

void TestVersionList::AG_26_aNewVersionShowsAtOnce()
{
    Scene scene;
    QVERIFY(scene.open({}));
    QVERIFY(scene.show());
    QCOMPARE(scene.list->rowCount(), 0);
    DefinitionVersion other = version(u"Another agent."_s, 1);
    other.key.id = u"a2"_s;
    scene.history.add(other);
    scene.history.add(version(u"One."_s, 1));
    QTRY_COMPARE(scene.list->rowCount(), 1);
    QCOMPARE(scene.texts(), QStringList{u"One."_s});
}

void TestVersionList::AG_26_aVersionKeptHereIsNamed()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.write(u"One."_s, 1);
    scene.write(u"Two."_s, 2);
    scene.history.add(version(u"Two."_s, 2));
    QVERIFY(scene.show());
    QCOMPARE(scene.list->rowCount(), 2);
    QVERIFY(!scene.list->setLabel(1, u"On the server alone"_s));
    QVERIFY(scene.list->setLabel(0, u"The good one"_s));
    QTRY_COMPARE(scene.list->index(0).data().toString(), u"The good one"_s);
    scene.list->open(key); // from the disk
    QTRY_COMPARE(scene.list->rowCount(), 2);
    QTRY_COMPARE(scene.list->index(0).data().toString(), u"The good one"_s);
    QVERIFY(scene.list->setLabel(0, {}));
    QTRY_VERIFY(scene.list->row(0)->version.label.isEmpty());
}

void TestVersionList::AG_26_somebodyElseSeesNothing()
{
    Scene scene;
    QVERIFY(scene.open({}));
    scene.history.add(version(u"One."_s, 1));
    QVERIFY(scene.show());
    QCOMPARE(scene.list->rowCount(), 1);
    const QSignalSpy closed(scene.list.get(), &VersionList::closed);
    Q_EMIT scene.team.workspace.accountChanged();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(scene.list->rowCount(), 0);
    QVERIFY(!scene.list->isOpen());
}

QTEST_GUILESS_MAIN(TestVersionList)
#include "tst_versionlist.moc"
