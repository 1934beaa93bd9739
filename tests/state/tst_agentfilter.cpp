#include "state/agents/agentstore.h"
#include "state/models/agentfilter.h"
#include "state/models/agentlistmodel.h"
#include "state/models/foldedtext.h"
#include "teamfixture.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = AgentFilter::Kind;
using Order = AgentFilter::Order;

namespace {

QJsonObject agentJson(const QString &id, const QString &title, const QString &visibility, const QString &instructions = u"x"_s)
{
    return {{u"id"_s, id},
            {u"name"_s, u"name-"_s + id},
            {u"display_name"_s, title},
            {u"model"_s, u"agent"_s},
            {u"instructions"_s, instructions},
            {u"tools"_s, QJsonObject{{u"names"_s, QJsonArray{u"web_search"_s}}}},
            {u"scopes"_s, QJsonArray{u"docs:read"_s}},
            {u"visibility"_s, visibility},
            {u"version"_s, 1}};
}

QJsonArray five()
{
    QJsonArray all{agentJson(u"a"_s, u"Zebra"_s, u"builtin"_s), agentJson(u"b"_s, u"apple"_s, u"application"_s),
                   agentJson(u"c"_s, u"Ärger"_s, u"shared"_s, u"Schreibe GRÖSSER, bitte."_s),
                   agentJson(u"d"_s, u"Mango"_s, u"personal"_s, u"Quote the contract."_s), agentJson(u"e"_s, u"Lemon"_s, u"personal"_s)};
    QJsonObject first = all.at(0).toObject();
    first.insert("is_builtin"_L1, true);
    first.insert("updated_at"_L1, u"2030-01-01T00:00:00"_s); // the time of the request
    all[0] = first;
    QJsonObject fourth = all.at(3).toObject();
    fourth.insert("updated_at"_L1, u"2026-05-02T09:14:03"_s);
    fourth.insert("model"_L1, u"Fast"_s);
    all[3] = fourth;
    QJsonObject fifth = all.at(4).toObject();
    fifth.insert("updated_at"_L1, u"2026-06-02T09:14:03"_s);
    fifth.insert("is_active"_L1, false);
    all[4] = fifth;
    return all;
}

quint32 seedOfRun()
{
    const quint32 seed = qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<quint32>(qEnvironmentVariableIntValue("DESK_SEED"))
                                                                : QRandomGenerator::global()->generate();
    qInfo("DESK_SEED=%u", seed);
    return seed;
}

// Few different letters, so that words of chance are there at times.
QString textOf(QRandomGenerator &random, const QStringList &letters, int most)
{
    QString text;
    for (int length = random.bounded(most + 1); length > 0; --length)
        text += letters.at(random.bounded(static_cast<int>(letters.size())));
    return text;
}

// What a server lists, in the model behind a filter; both are watched by Qt's tester.
struct Scene {
    QJsonArray listed = five();
    TeamFixture team;
    AgentStore store{team.api};
    AgentListModel model{store};
    AgentFilter filter;
    QAbstractItemModelTester modelTester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester filterTester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Scene()
    {
        team.script = [this](const Received &request) {
            return request.target == "/agents" ? json(QJsonDocument(listed).toJson(QJsonDocument::Compact)) : Scripted{};
        };
    }
    [[nodiscard]] bool load() // inside QVERIFY
    {
        QSignalSpy answers(&store, &AgentStore::agentsChanged);
        store.refresh();
        return QTest::qWaitFor([&answers] { return !answers.isEmpty(); }, 5000);
    }
    [[nodiscard]] bool start()
    {
        if (!team.open() || !load())
            return false;
        filter.setAgents(&model);
        return true;
    }
    [[nodiscard]] QString ids() const
    {
        QString all;
        for (int row = 0; row < filter.rowCount(); ++row)
            all += filter.index(row, 0).data(AgentListModel::IdRole).toString();
        return all;
    }
    [[nodiscard]] QString with(const QString &text)
    {
        filter.setText(text);
        return ids();
    }
};

} // namespace

class TestAgentFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_02_titlesAreSortedAsPeopleReadThem();
    void AG_03_everyWordIsFoundWhereverItStands();
    void AG_03_typingLetterByLetterFindsWhatTheWholeFinds();
    void AG_03_wordsOfEveryScriptAreFoundAsAPlainSearchFindsThem();
    void AG_03_aChangedAgentIsFoundByItsNewWordsOnly_data();
    void AG_03_aChangedAgentIsFoundByItsNewWordsOnly();
    void AG_03_anEditTakenBackIsNotFoundAnyMore();
    void AG_04_kindsAreTold();
    void AG_09_favouritesAndOrders();
    void manyGoAndComeInOneStep();
    void theChosenRowStaysTheChosenAgent();
    void oneChangedAgentMovesAlone();
    void aRefreshThatShufflesChangesNothing();
    void aRefreshInAnotherOrderKeepsWhoIsWho();
    void randomChangesEndInTheRightRows();
};

void TestAgentFilter::AG_02_titlesAreSortedAsPeopleReadThem()
{
    Scene scene;
    QVERIFY(scene.start());
    QCOMPARE(scene.ids().size(), 5);
    QCOMPARE(scene.ids().remove(u'c'), u"beda"_s); // where "Ä" stands is the locale's
}

void TestAgentFilter::AG_03_everyWordIsFoundWhereverItStands()
{
    Scene scene;
    QVERIFY(scene.start());
    QCOMPARE(scene.with(u"ZEBRA"_s), u"a"_s);
    QCOMPARE(scene.with(u"name-b"_s), u"b"_s);
    QCOMPARE(scene.with(u"größer ÄRGER"_s), u"c"_s); // folded, in any order
    QCOMPARE(scene.with(u"contract mango"_s), u"d"_s);
    QCOMPARE(scene.with(u"contract lemon"_s), u""_s);
    QCOMPARE(scene.with(u"WEB_search docs:read"_s).size(), 5);
    QCOMPARE(scene.with(u"  "_s).size(), 5);
}

void TestAgentFilter::AG_03_typingLetterByLetterFindsWhatTheWholeFinds()
{
    QRandomGenerator random(seedOfRun());
    Scene scene;
    QVERIFY(scene.start());
    const QString letters = u"aegnoqrtz  "_s;
    QString typed;
    for (int step = 0; step < 600; ++step) {
        if (const auto choice = random.bounded(8); choice == 0)
            typed.clear();
        else if (choice == 1)
            typed.chop(1);
        else if (choice == 2)
            typed.prepend(letters.at(random.bounded(static_cast<int>(letters.size()))));
        else
            typed.append(letters.at(random.bounded(static_cast<int>(letters.size()))));
        if (random.bounded(20) == 0)
            scene.filter.setKind(random.bounded(2) == 0 ? Kind::All : Kind::Personal);
        AgentFilter fresh;
        fresh.setKind(scene.filter.kind());
        fresh.setText(typed);
        fresh.setAgents(&scene.model);
        QString whole;
        for (int row = 0; row < fresh.rowCount(); ++row)
            whole += fresh.index(row, 0).data(AgentListModel::IdRole).toString();
        const QString found = scene.with(typed);
        QVERIFY2(found == whole, qPrintable(u"\"%1\": %2 instead of %3"_s.arg(typed, found, whole)));
    }
}

void TestAgentFilter::AG_03_wordsOfEveryScriptAreFoundAsAPlainSearchFindsThem()
{
    QRandomGenerator random(seedOfRun());
    const QList<QStringList> scripts{{u"e"_s, u"T"_s, u"q"_s, u" "_s}, {u"о"_s, u"Ж"_s, u"щ"_s, u" "_s}, {u"α"_s, u"Σ"_s, u"ω"_s},
                                     {u"م"_s, u"ر"_s, u" "_s},         {u"漢"_s, u"字"_s, u"あ"_s},      {u"😀"_s, u"😁"_s, u"e"_s},
                                     {u"ß"_s, u"s"_s, u"Ä"_s, u"e"_s}};
    int found = 0;
    int missed = 0;
    for (int round = 0; round < 20'000; ++round) {
        const QStringList letters = scripts.at(random.bounded(static_cast<int>(scripts.size())));
        const QString text = textOf(random, letters, round % 2 == 0 ? 400 : 12);
        QString typed = textOf(random, letters, 12);
        if (random.bounded(2) == 0) // the end and the beginning of the text, and so of what is searched together
            typed = text.right(random.bounded(9)) + u' ' + text.left(random.bounded(9));
        const QByteArray folded = foldedText(text);
        const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
        const bool plain =
            std::all_of(words.cbegin(), words.cend(), [&folded](const QString &word) { return folded.contains(foldedText(word)); });
        QVERIFY2(FoldedWords(typed).areIn(folded) == plain, qPrintable(u"\"%1\" in \"%2\""_s.arg(typed, text)));
        ++(plain ? found : missed);
    }
    QVERIFY(found > 1000);
    QVERIFY(missed > 1000);
}

void TestAgentFilter::AG_03_aChangedAgentIsFoundByItsNewWordsOnly_data()
{
    QTest::addColumn<QJsonObject>("before");
    QTest::addColumn<QJsonObject>("change");
    const QString other = u"Break the contract."_s; // as long as the text before
    QTest::newRow("later") << QJsonObject{} << QJsonObject{{u"instructions"_s, other}, {u"updated_at"_s, u"2026-05-02T09:14:04"_s}};
    QTest::newRow("another version") << QJsonObject{} << QJsonObject{{u"instructions"_s, other}, {u"version"_s, 2}};
    QTest::newRow("without a time") << QJsonObject{{u"updated_at"_s, QJsonValue::Null}} << QJsonObject{{u"instructions"_s, other}};
    QTest::newRow("built in") << QJsonObject{{u"is_builtin"_s, true}} << QJsonObject{{u"instructions"_s, other}};
    QTest::newRow("in the same moment") << QJsonObject{} << QJsonObject{{u"instructions"_s, u"Break it."_s}};
}

void TestAgentFilter::AG_03_aChangedAgentIsFoundByItsNewWordsOnly()
{
    Scene scene;
    QFETCH(const QJsonObject, before);
    QFETCH(const QJsonObject, change);
    const auto tell = [&scene](const QJsonObject &fields) {
        QJsonObject agent = scene.listed.at(3).toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            agent.insert(field.key(), field.value());
        scene.listed[3] = agent;
    };
    tell(before);
    QVERIFY(scene.start());
    QCOMPARE(scene.with(u"quote"_s), u"d"_s);
    tell(change);
    QVERIFY(scene.load());
    QCOMPARE(scene.with(u"quote"_s), QString());
    QCOMPARE(scene.with(u"break"_s), u"d"_s);
}

void TestAgentFilter::AG_03_anEditTakenBackIsNotFoundAnyMore()
{
    Scene scene;
    QVERIFY(scene.start());
    QSignalSpy refused(&scene.store, &AgentStore::updateFailed);
    Agent agent = *scene.store.find(AgentId(u"d"_s));
    agent.instructions.replace(u"Quote"_s, u"Break"_s); // as long, and the server's time stays
    scene.store.update(agent);
    QCOMPARE(scene.with(u"break"_s), u"d"_s);
    scene.store.takeList(QList<Agent>(scene.store.agents())); // while the edit shows
    QCOMPARE(scene.with(u"break"_s), u"d"_s);
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(scene.load());
    QCOMPARE(scene.with(u"break"_s), QString());
    QCOMPARE(scene.with(u"quote"_s), u"d"_s);
}

void TestAgentFilter::AG_04_kindsAreTold()
{
    Scene scene;
    QVERIFY(scene.start());
    const QList<std::pair<Kind, QString>> expected{{Kind::Builtin, u"a"_s},   {Kind::Application, u"b"_s}, {Kind::Shared, u"c"_s},
                                                   {Kind::Personal, u"ed"_s}, {Kind::Inactive, u"e"_s},    {Kind::Favourites, u""_s}};
    for (const auto &[kind, ids] : expected) {
        scene.filter.setKind(kind);
        QCOMPARE(scene.ids(), ids);
    }
    scene.filter.setKind(Kind::Active);
    QCOMPARE(scene.ids().size(), 4);
    const AgentCounts counts = scene.model.counts();
    QCOMPARE(counts.all.all, 5);
    QCOMPARE(counts.all.active, 4);
    QCOMPARE(counts.personal.all, 2);
    QCOMPARE(counts.personal.active, 1);
    QCOMPARE(counts.builtin.all, 1);
}

void TestAgentFilter::AG_09_favouritesAndOrders()
{
    Scene scene;
    QVERIFY(scene.start());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    scene.model.setMark(AgentId(u"d"_s), {true, now.addDays(-1)});
    scene.model.setMark(AgentId(u"a"_s), {false, now});
    scene.filter.setKind(Kind::Favourites);
    QCOMPARE(scene.ids(), u"d"_s);
    scene.model.setMark(AgentId(u"b"_s), {true, {}});
    QCOMPARE(scene.ids(), u"bd"_s); // it comes at once
    scene.filter.setKind(Kind::All);
    scene.filter.setOrder(Order::RecentlyUsed);
    QCOMPARE(scene.ids().left(2), u"ad"_s);
    scene.filter.setOrder(Order::Changed);
    QCOMPARE(scene.ids().left(2), u"ed"_s); // the date of a built-in one is none
    scene.filter.setOrder(Order::Model);
    QCOMPARE(scene.ids().back(), u'd');
}

void TestAgentFilter::manyGoAndComeInOneStep()
{
    Scene scene;
    scene.listed = {};
    for (int i = 0; i < 200; ++i)
        scene.listed.append(agentJson(u"i%1"_s.arg(i), u"Title %1"_s.arg(i), u"personal"_s, i % 2 == 0 ? u"even"_s : u"odd"_s));
    QVERIFY(scene.start());
    QSignalSpy removed(&scene.filter, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&scene.filter, &QAbstractItemModel::rowsInserted);
    scene.filter.setText(u"even"_s);
    QCOMPARE(scene.filter.rowCount(), 100);
    QCOMPARE(removed.size(), 1);
    scene.filter.setText({});
    QCOMPARE(scene.filter.rowCount(), 200);
    QCOMPARE(inserted.size(), 1);
}

void TestAgentFilter::theChosenRowStaysTheChosenAgent()
{
    Scene scene;
    QVERIFY(scene.start());
    const QPersistentModelIndex mango = scene.filter.mapFromSource(scene.model.indexOf(AgentId(u"d"_s)));
    const QPersistentModelIndex zebra = scene.filter.mapFromSource(scene.model.indexOf(AgentId(u"a"_s)));
    scene.filter.setText(u"m"_s); // name-… has one as well: nobody goes
    QCOMPARE(scene.filter.rowCount(), 5);
    scene.filter.setText(u"mango"_s);
    QCOMPARE(mango.data(AgentListModel::IdRole).toString(), u"d"_s);
    QVERIFY(!zebra.isValid());
    scene.filter.setText({});
    scene.filter.setOrder(Order::Model);
    QCOMPARE(mango.data(AgentListModel::IdRole).toString(), u"d"_s);
    QCOMPARE(mango.row(), 4);
}

void TestAgentFilter::oneChangedAgentMovesAlone()
{
    Scene scene;
    QVERIFY(scene.start());
    QSignalSpy changes(&scene.filter, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&scene.filter, &QAbstractItemModel::layoutChanged);
    Agent agent = *scene.store.find(AgentId(u"b"_s));
    agent.description = u"Peels."_s;
    scene.store.update(agent); // shows at once
    QCOMPARE(layouts.size(), 0);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(scene.with(u"peels"_s), u"b"_s);
}

void TestAgentFilter::aRefreshThatShufflesChangesNothing()
{
    Scene scene;
    QVERIFY(scene.start());
    QSignalSpy changes(&scene.model, &QAbstractItemModel::dataChanged);
    QSignalSpy moves(&scene.model, &QAbstractItemModel::rowsMoved);
    QSignalSpy layouts(&scene.filter, &QAbstractItemModel::layoutChanged);
    const QJsonArray before = std::exchange(scene.listed, {});
    for (const QJsonValue &agent : before)
        scene.listed.prepend(agent);
    QVERIFY(scene.load());
    QCOMPARE(changes.size() + moves.size() + layouts.size(), 0);
}

void TestAgentFilter::aRefreshInAnotherOrderKeepsWhoIsWho()
{
    Scene scene;
    QVERIFY(scene.start());
    const QPersistentModelIndex mango = scene.model.indexOf(AgentId(u"d"_s));
    const QJsonArray before = scene.listed;
    scene.listed = {agentJson(u"f"_s, u"Banana"_s, u"personal"_s, u"New."_s),
                    before.at(4),
                    before.at(3),
                    before.at(0),
                    before.at(3),
                    before.at(1)}; // without c, with f, and d twice
    for (int times = 0; times < 2; ++times) {
        QVERIFY(scene.load());
        QCOMPARE(scene.ids(), u"bfeda"_s);
        QCOMPARE(mango.data(AgentListModel::TitleRole).toString(), u"Mango"_s);
        QCOMPARE(scene.with(u"new"_s), u"f"_s);
        QCOMPARE(scene.with(u"größer"_s), QString());
        QCOMPARE(scene.with(u"quote"_s), u"d"_s);
        scene.filter.setText({});
    }
}

// Against the plain rule: those that match, sorted.
void TestAgentFilter::randomChangesEndInTheRightRows()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Scene scene;
    QVERIFY(scene.start());
    const QStringList words{u"red"_s, u"green"_s, u"blue"_s};
    for (int round = 0; round < 40; ++round) {
        scene.listed = {};
        QStringList expected;
        const QString sought = words.at(int(random.bounded(3)));
        for (int i = 0; i < 40; ++i) {
            if (random.bounded(3) == 0)
                continue;
            const QString word = words.at(int(random.bounded(3)));
            const QString title = u"t%1"_s.arg(random.bounded(1000), 4, 10, QChar(u'0'));
            scene.listed.append(agentJson(u"i%1"_s.arg(i), title, u"personal"_s, word));
            if (word == sought)
                expected.append(title);
        }
        if (random.bounded(2) == 0)
            scene.filter.setText(sought);
        QVERIFY(scene.load());
        scene.filter.setText(sought);
        expected.sort();
        QStringList shown;
        for (int row = 0; row < scene.filter.rowCount(); ++row)
            shown.append(scene.filter.index(row, 0).data(AgentListModel::TitleRole).toString());
        QCOMPARE(shown, expected);
    }
}

QTEST_GUILESS_MAIN(TestAgentFilter)
#include "tst_agentfilter.moc"
