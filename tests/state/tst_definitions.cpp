// What this computer keeps of definitions: versions, drafts and marks.
#include "sqlite/statement.h"
#include "state/definitions/definitiondrafts.h"
#include "state/definitions/definitionhistory.h"
#include "state/definitions/definitionmarks.h"
#include "state/definitions/definitiontable.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "support/failingdisk.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct Disk {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    std::unique_ptr<StoreThread> thread = std::make_unique<StoreThread>(folder, userStoreKind(folder));

    void reopen() // only without anything that uses it
    {
        thread.reset();
        thread = std::make_unique<StoreThread>(folder, userStoreKind(folder));
    }
};

// What is told to the last argument of ask(…, done); nothing: an error, or no answer.
template <typename T, typename Ask>
std::optional<T> answer(Ask ask)
{
    auto result = std::make_shared<std::optional<Result<T>>>();
    ask([result](const Result<T> &told) { *result = told; });
    if (!QTest::qWaitFor([result] { return result->has_value(); }, 10'000) || !**result)
        return {};
    return ***result;
}

using Versions = QList<DefinitionVersion>;

std::optional<Versions> list(DefinitionHistory &history, const DefinitionKey &key)
{
    return answer<Versions>([&](const DefinitionHistory::Versions &done) { history.list(key, &history, done); });
}
std::optional<Versions> deleted(DefinitionHistory &history)
{
    return answer<Versions>(
        [&](const DefinitionHistory::Versions &done) { history.namesOfDeleted(DefinitionKind::Agent, &history, done); });
}
std::optional<DefinitionDraft> find(DefinitionDrafts &drafts, const DefinitionKey &key)
{
    return answer<std::optional<DefinitionDraft>>([&](const DefinitionDrafts::Found &done) { drafts.find(key, &drafts, done); })
        .value_or(std::nullopt);
}
QStringList draftIds(DefinitionDrafts &drafts)
{
    const auto keys =
        answer<QList<DefinitionKey>>([&](const DefinitionDrafts::Keys &done) { drafts.keys(DefinitionKind::Agent, &drafts, done); });
    if (!keys)
        return {u"unread"_s};
    QStringList ids;
    for (const DefinitionKey &key : *keys)
        ids.append(key.id);
    return ids;
}

DefinitionKey agent(const QString &id)
{
    return {DefinitionKind::Agent, id};
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

DefinitionVersion version(const QString &id, const QJsonObject &content, VersionOrigin origin = VersionOrigin::Seen)
{
    DefinitionVersion made;
    made.key = agent(id);
    made.name = u"Agent "_s + id;
    made.json = content;
    made.origin = origin;
    return made;
}

DefinitionDraft draft(const QString &id, const QString &text, qint64 ms = 1'000)
{
    return {agent(id), {{u"name"_s, u"base"_s}}, {{u"name"_s, text}}, QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)};
}

QString textOf(const std::optional<DefinitionDraft> &found)
{
    return found ? found->mine.value("name"_L1).toString() : u"none"_s;
}

bool isLoaded(const DefinitionMarks &marks)
{
    return QTest::qWaitFor([&marks] { return marks.isLoaded(); }, 10'000);
}

} // namespace

class TestDefinitions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_26_theSameContentIsOneVersion_data();
    void AG_26_theSameContentIsOneVersion();
    void AG_26_aVersionComesBackAsItWas();
    void AG_26_ofAListOnlyWhatIsNewIsKept();
    void AG_26_labelledVersionsSurviveThinning();
    void AG_26_oneDefinitionTakesNoMoreThanItsShare();
    void AG_26_aDefinitionThatIsTooLargeIsSaidOnce();
    void AG_26_whatWasDeletedIsFoundUntilItIsThereAgain();
    void DATA_04_aDraftSurvivesARestart();
    void DATA_04_manyQuickChangesAreOneWrite();
    void DATA_04_draftsAreListedAndRemoved();
    void AG_09_marksSurviveARestart();
    void AG_09_whatIsMarkedBeforeTheMarksAreReadJoinsThem();
    void DATA_20_aDiskThatRefusesLosesNothing();
    void accountsAreKeptApartAndRemoved();
    void whatWasWrittenBeforeTheNameIsKnownStays();
};

void TestDefinitions::AG_26_theSameContentIsOneVersion_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<int>("versions");
    QTest::newRow("same") << QByteArray(R"({"a":1,"b":[1,2]})") << QByteArray(R"({"a":1,"b":[1,2]})") << 1;
    QTest::newRow("order of members") << QByteArray(R"({"a":{"x":1,"é":2},"b":2})") << QByteArray(R"({"b":2,"a":{"é":2,"x":1}})") << 1;
    QTest::newRow("time of the request") << QByteArray(R"({"a":1,"updated_at":"2026-01-01T00:00:00"})")
                                         << QByteArray(R"({"a":1,"updated_at":"2026-01-02T00:00:00"})") << 1;
    QTest::newRow("all that changes by itself")
        << QByteArray(R"({"a":1,"version":1,"created_at":"x","updated_at":"x","etag":"1"})") << QByteArray(R"({"a":1,"version":2})") << 1;
    QTest::newRow("value") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":2})") << 2;
    QTest::newRow("order of a list") << QByteArray(R"({"a":[1,2]})") << QByteArray(R"({"a":[2,1]})") << 2;
    QTest::newRow("deeper down it is content") << QByteArray(R"({"a":{"version":1}})") << QByteArray(R"({"a":{"version":2}})") << 2;
    QTest::newRow("a member that is empty") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1,"tools":[]})") << 2;
}

void TestDefinitions::AG_26_theSameContentIsOneVersion()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QFETCH(const int, versions);
    Disk disk;
    DefinitionHistory history(*disk.thread);
    history.open(u"account"_s);
    QSignalSpy added(&history, &DefinitionHistory::added);
    history.add(version(u"a"_s, json(first)));
    history.add(version(u"b"_s, json(first))); // another definition's is its own
    history.add(version(u"a"_s, json(second)));
    const auto kept = list(history, agent(u"a"_s));
    QVERIFY(kept);
    QCOMPARE(kept->size(), versions);
    QCOMPARE(added.size(), versions + 1);
    QCOMPARE(added.at(1).at(0).value<DefinitionKey>(), agent(u"b"_s));
}

void TestDefinitions::AG_26_aVersionComesBackAsItWas()
{
    Disk disk;
    DefinitionVersion made =
        version(u"a"_s, json(R"({"name":"A","updated_at":"x","unknown":{"deep":[1,null,"é"]}})"), VersionOrigin::Saved);
    made.author = u"ann@example.org"_s;
    made.label = u"before the trial"_s;
    made.serverVersion = 7;
    made.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    {
        DefinitionHistory history(*disk.thread);
        history.open(u"account"_s);
        history.add(made);
    }
    disk.reopen();
    DefinitionHistory history(*disk.thread);
    history.open(u"account"_s);
    history.add(version(u"a"_s, json(R"({"name":"B"})")));
    const auto kept = list(history, agent(u"a"_s));
    QVERIFY(kept);
    QCOMPARE(kept->size(), 2);
    const DefinitionVersion &oldest = kept->constLast(); // newest first
    QVERIFY(oldest.json.isEmpty());
    QCOMPARE(oldest.key, made.key);
    QCOMPARE(oldest.name, made.name);
    QCOMPARE(oldest.author, made.author);
    QCOMPARE(oldest.label, made.label);
    QCOMPARE(oldest.serverVersion, 7);
    QCOMPARE(oldest.at, made.at);
    QVERIFY(oldest.origin == VersionOrigin::Saved);
    const auto whole = answer<std::optional<DefinitionVersion>>(
        [&](const DefinitionHistory::Version &done) { history.version(oldest.seq, &history, done); });
    QVERIFY(whole && *whole);
    QCOMPARE((*whole)->json, made.json);
    history.open(u"another"_s);
    const auto foreign = answer<std::optional<DefinitionVersion>>(
        [&](const DefinitionHistory::Version &done) { history.version(oldest.seq, &history, done); });
    QVERIFY(foreign && !*foreign);
}

void TestDefinitions::AG_26_ofAListOnlyWhatIsNewIsKept()
{
    Disk disk;
    DefinitionHistory history(*disk.thread);
    history.open(u"account"_s);
    QSignalSpy added(&history, &DefinitionHistory::added);
    const auto all = [](const QString &time) {
        Versions versions;
        for (int i = 0; i < 300; ++i) {
            versions.append(version(QString::number(i), {{u"n"_s, i}, {u"updated_at"_s, time}}));
            versions.append(versions.constLast());
            versions.last().key.kind = DefinitionKind::Tool; // the same id in another kind is another thing
        }
        return versions;
    };
    history.addSeen({});
    history.addSeen(all(u"now"_s));
    QVERIFY(list(history, agent(u"0"_s)));
    QCOMPARE(added.size(), 600);
    Versions later = all(u"later"_s);
    later[10].json.insert(u"n"_s, -1);
    history.addSeen(later);
    QVERIFY(list(history, agent(u"0"_s)));
    QCOMPARE(added.size(), 601);
    QCOMPARE(added.constLast().at(0).value<DefinitionKey>(), agent(u"5"_s));
}

void TestDefinitions::AG_26_labelledVersionsSurviveThinning()
{
    Disk disk;
    DefinitionHistory history(*disk.thread);
    history.open(u"account"_s);
    const auto numbered = [](int from, int to) {
        Versions versions;
        for (int i = from; i < to; ++i) {
            versions.append(version(u"a"_s, {{u"n"_s, i}}, i == 5 ? VersionOrigin::Deleted : VersionOrigin::Seen));
            versions.last().serverVersion = i;
        }
        return versions;
    };
    history.addSeen(numbered(0, 10));
    auto kept = list(history, agent(u"a"_s));
    QVERIFY(kept);
    QCOMPARE(kept->size(), 10);
    QCOMPARE(kept->at(6).serverVersion, 3);
    history.setLabel(kept->at(6).seq, u"the good one"_s);
    history.addSeen(numbered(10, 260));
    history.add(numbered(260, 261).constFirst()); // also one by one
    kept = list(history, agent(u"a"_s));
    QVERIFY(kept);
    QList<int> numbers;
    for (const DefinitionVersion &one : *kept)
        numbers.append(one.serverVersion);
    QCOMPARE(numbers.size(), DefinitionTable::maxUnlabelled + 1);
    QCOMPARE(numbers.mid(numbers.size() - 3), (QList<int>{5, 3, 0})); // deleted, labelled, the first
    QCOMPARE(kept->at(kept->size() - 2).label, u"the good one"_s);
    QCOMPARE(numbers.constFirst(), 260);
    QVERIFY(std::is_sorted(numbers.crbegin(), numbers.crend()));
    QCOMPARE(numbers.at(numbers.size() - 4), 260 - (DefinitionTable::maxUnlabelled - 2) + 1); // the oldest went
}

void TestDefinitions::AG_26_oneDefinitionTakesNoMoreThanItsShare()
{
    Disk disk;
    DefinitionHistory history(*disk.thread);
    history.open(u"account"_s);
    const QString large(3 * 1024 * 1024, u'x');
    for (int i = 0; i < 7; ++i) {
        DefinitionVersion one = version(u"a"_s, {{u"text"_s, large}, {u"n"_s, i}});
        one.serverVersion = i;
        history.add(one);
    }
    const auto kept = list(history, agent(u"a"_s));
    QVERIFY(kept);
    QList<int> numbers;
    for (const DefinitionVersion &one : *kept)
        numbers.append(one.serverVersion);
    QCOMPARE(numbers, (QList<int>{6, 5, 4, 3, 0}));
}

void TestDefinitions::AG_26_aDefinitionThatIsTooLargeIsSaidOnce()
{
    Disk disk;
    DefinitionHistory history(*disk.thread);
    history.open(u"account"_s);
    QSignalSpy added(&history, &DefinitionHistory::added);
    QSignalSpy notKept(&history, &DefinitionHistory::notKept);
    const DefinitionVersion large = version(u"a"_s, {{u"text"_s, QString(5 * 1024 * 1024, u'x')}});
    for (int i = 0; i < 2; ++i) {
        history.addSeen({large, version(u"b"_s, {{u"n"_s, 1}})});
        const auto kept = list(history, agent(u"a"_s));
        QVERIFY(kept && kept->isEmpty());
    }
    QCOMPARE(added.size(), 1); // the other one
    QCOMPARE(notKept.size(), 1);
    const Error told = notKept.at(0).at(0).value<Error>();
    QCOMPARE(told.kind, Error::Kind::Storage);
    QVERIFY2(told.message.contains(u"Agent a"_s) && told.message.contains(u"4 MB"_s), qPrintable(told.message));
}

void TestDefinitions::AG_26_whatWasDeletedIsFoundUntilItIsThereAgain()
{
    Disk disk;
    DefinitionHistory history(*disk.thread);
    history.open(u"account"_s);
    const QJsonObject content{{u"name"_s, u"A"_s}};
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        history.add(version(id, content, VersionOrigin::Saved));
    history.add(version(u"a"_s, content, VersionOrigin::Deleted)); // the same as it was, and still something that happened
    history.add(version(u"c"_s, content, VersionOrigin::Deleted));
    history.add(version(u"c"_s, content, VersionOrigin::Deleted)); // once is enough
    auto gone = deleted(history);
    QVERIFY(gone);
    QCOMPARE(gone->size(), 2);
    QCOMPARE(gone->at(0).key, agent(u"c"_s)); // the latest first
    QCOMPARE(gone->at(1).name, u"Agent a"_s);
    const auto ofC = list(history, agent(u"c"_s));
    QVERIFY(ofC);
    QCOMPARE(ofC->size(), 2);
    history.addSeen({version(u"b"_s, content), version(u"c"_s, content)});
    gone = deleted(history);
    QVERIFY(gone);
    QCOMPARE(gone->size(), 1);
    QCOMPARE(gone->at(0).key, agent(u"a"_s));
}

void TestDefinitions::DATA_04_aDraftSurvivesARestart()
{
    Disk disk;
    {
        DefinitionDrafts drafts(*disk.thread);
        drafts.open(u"account"_s);
        drafts.put(draft(u"a"_s, u"by itself"_s));
        QTRY_VERIFY(drafts.isSaved());
        drafts.put(draft(u"b"_s, u"at the end"_s)); // nobody waits for the timer
    }
    disk.reopen();
    DefinitionDrafts drafts(*disk.thread);
    drafts.open(u"account"_s);
    QCOMPARE(textOf(find(drafts, agent(u"a"_s))), u"by itself"_s);
    const std::optional<DefinitionDraft> found = find(drafts, agent(u"b"_s));
    QVERIFY(found);
    const DefinitionDraft made = draft(u"b"_s, u"at the end"_s);
    QCOMPARE(found->key, made.key);
    QCOMPARE(found->base, made.base);
    QCOMPARE(found->mine, made.mine);
    QCOMPARE(found->at, made.at);
    QVERIFY(!find(drafts, {DefinitionKind::Tool, u"a"_s}));
}

void TestDefinitions::DATA_04_manyQuickChangesAreOneWrite()
{
    Disk disk;
    {
        bool isCounting = false;
        disk.thread->run(
            this,
            [](Database &database) {
                database.exec("CREATE TABLE writes(n); CREATE TRIGGER counted AFTER INSERT ON definition_drafts "
                              "BEGIN INSERT INTO writes VALUES(1); END;");
            },
            [&isCounting](const Result<> &outcome) { isCounting = outcome.has_value(); });
        QTRY_VERIFY(isCounting);
        DefinitionDrafts drafts(*disk.thread);
        drafts.open(u"account"_s);
        QSignalSpy saved(&drafts, &DefinitionDrafts::saved);
        for (int i = 0; i < 500; ++i)
            drafts.put(draft(u"a"_s, QString::number(i)));
        QVERIFY(!drafts.isSaved());
        QCOMPARE(textOf(find(drafts, agent(u"a"_s))), u"499"_s); // whether or not it is on disk
        QTRY_COMPARE(saved.size(), 1);
        const auto writes = answer<qint64>([&](auto done) {
            disk.thread->run(
                this,
                [](Database &database) {
                    Statement row(database, "SELECT count(*) FROM writes");
                    return row.next() ? row.integer(0) : qint64(-1);
                },
                done);
        });
        QVERIFY(writes);
        QCOMPARE(*writes, 1);
    }
    disk.reopen();
    DefinitionDrafts drafts(*disk.thread);
    drafts.open(u"account"_s);
    QCOMPARE(textOf(find(drafts, agent(u"a"_s))), u"499"_s);
}

void TestDefinitions::DATA_04_draftsAreListedAndRemoved()
{
    Disk disk;
    {
        DefinitionDrafts drafts(*disk.thread);
        drafts.open(u"account"_s);
        drafts.put(draft(u"old"_s, u"1"_s, 1'000));
        drafts.put(draft(u"new"_s, u"2"_s, 3'000));
        drafts.flush();
        QTRY_VERIFY(drafts.isSaved());
        drafts.put(draft(u"between"_s, u"3"_s, 2'000));
        QCOMPARE(draftIds(drafts), (QStringList{u"new"_s, u"between"_s, u"old"_s}));
        drafts.remove(agent(u"new"_s));
        QCOMPARE(draftIds(drafts), (QStringList{u"between"_s, u"old"_s}));
        QVERIFY(!find(drafts, agent(u"new"_s)));
    }
    disk.reopen();
    DefinitionDrafts drafts(*disk.thread);
    drafts.open(u"account"_s);
    QCOMPARE(draftIds(drafts), (QStringList{u"between"_s, u"old"_s}));
}

void TestDefinitions::AG_09_marksSurviveARestart()
{
    Disk disk;
    const QDateTime used = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    const QJsonObject hidden = json(R"({"id":"c","is_active":false,"unknown":[1,{"x":null}]})");
    {
        DefinitionMarks marks(*disk.thread);
        marks.open(u"account"_s, DefinitionKind::Agent);
        QVERIFY(isLoaded(marks));
        QSignalSpy changed(&marks, &DefinitionMarks::changed);
        marks.setFavourite(u"a"_s, true);
        marks.setUsed(u"a"_s, used);
        marks.setFavourite(u"b"_s, true);
        marks.setFavourite(u"b"_s, false);
        marks.hide(u"c"_s, hidden);
        marks.hide(u"d"_s, hidden);
        marks.unhide(u"d"_s);
        QCOMPARE(changed.size(), 7);
        QCOMPARE(changed.at(4).at(0).toString(), u"c"_s);
        QCOMPARE(marks.marks().size(), 2);
    }
    disk.reopen();
    DefinitionMarks marks(*disk.thread);
    marks.open(u"account"_s, DefinitionKind::Agent);
    QVERIFY(isLoaded(marks));
    QCOMPARE(marks.marks().size(), 2);
    QVERIFY(marks.marks().value(u"a"_s) == (DefinitionMark{true, used, {}}));
    QVERIFY(marks.marks().value(u"c"_s) == (DefinitionMark{false, {}, hidden}));
    marks.open(u"account"_s, DefinitionKind::Tool);
    QVERIFY(isLoaded(marks));
    QVERIFY(marks.marks().isEmpty());
}

void TestDefinitions::AG_09_whatIsMarkedBeforeTheMarksAreReadJoinsThem()
{
    Disk disk;
    const QDateTime used = QDateTime::fromMSecsSinceEpoch(5'000, Qt::UTC);
    {
        DefinitionMarks marks(*disk.thread);
        marks.open(u"account"_s, DefinitionKind::Agent);
        marks.setUsed(u"a"_s, used);
    }
    disk.reopen();
    {
        DefinitionMarks marks(*disk.thread);
        marks.open(u"account"_s, DefinitionKind::Agent);
        marks.setFavourite(u"a"_s, true);
        QVERIFY(!marks.isLoaded());
        QVERIFY(marks.marks().value(u"a"_s).favourite); // shown at once
        QVERIFY(isLoaded(marks));
        QVERIFY(marks.marks().value(u"a"_s) == (DefinitionMark{true, used, {}}));
    }
    disk.reopen();
    DefinitionMarks marks(*disk.thread);
    marks.open(u"account"_s, DefinitionKind::Agent);
    QVERIFY(isLoaded(marks));
    QVERIFY(marks.marks().value(u"a"_s) == (DefinitionMark{true, used, {}}));
}

void TestDefinitions::DATA_20_aDiskThatRefusesLosesNothing()
{
    FailingDisk failing;
    Disk disk;
    {
        DefinitionHistory history(*disk.thread);
        DefinitionDrafts drafts(*disk.thread);
        DefinitionMarks marks(*disk.thread);
        history.open(u"account"_s);
        drafts.open(u"account"_s);
        marks.open(u"account"_s, DefinitionKind::Agent);
        QVERIFY(isLoaded(marks));
        QSignalSpy historySays(&history, &DefinitionHistory::notKept);
        QSignalSpy draftsSay(&drafts, &DefinitionDrafts::notKept);
        QSignalSpy marksSay(&marks, &DefinitionMarks::notKept);
        failing.failWrites(true);
        history.add(version(u"a"_s, {{u"n"_s, 1}}));
        drafts.put(draft(u"a"_s, u"written meanwhile"_s));
        drafts.flush();
        marks.setFavourite(u"a"_s, true);
        QTRY_COMPARE(historySays.size(), 1);
        QTRY_COMPARE(draftsSay.size(), 1);
        QTRY_COMPARE(marksSay.size(), 1);
        for (const QSignalSpy *says : {&historySays, &draftsSay, &marksSay}) {
            const Error told = says->at(0).at(0).value<Error>();
            QVERIFY2(told.kind == Error::Kind::Storage && !told.message.isEmpty(), qPrintable(told.detail));
        }
        QCOMPARE(textOf(find(drafts, agent(u"a"_s))), u"written meanwhile"_s);
        QVERIFY(marks.marks().value(u"a"_s).favourite);
        QVERIFY(!drafts.isSaved() && !marks.isSaved());
        drafts.open(u"another"_s); // whoever comes then does not get it
        marks.open(u"another"_s, DefinitionKind::Agent);
        QVERIFY(!find(drafts, agent(u"a"_s)));
        QVERIFY(marks.marks().isEmpty());
        failing.failWrites(false);
        QTRY_VERIFY_WITH_TIMEOUT(drafts.isSaved() && marks.isSaved(), 20'000); // by itself
        QCOMPARE(draftsSay.size(), 1);
        QCOMPARE(marksSay.size(), 1);
        history.add(version(u"a"_s, {{u"n"_s, 1}}));
        const auto kept = list(history, agent(u"a"_s));
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1);
    }
    disk.reopen();
    DefinitionDrafts drafts(*disk.thread);
    DefinitionMarks marks(*disk.thread);
    drafts.open(u"account"_s);
    marks.open(u"account"_s, DefinitionKind::Agent);
    QVERIFY(isLoaded(marks));
    QCOMPARE(textOf(find(drafts, agent(u"a"_s))), u"written meanwhile"_s);
    QVERIFY(marks.marks().value(u"a"_s).favourite);
}

void TestDefinitions::accountsAreKeptApartAndRemoved()
{
    Disk disk;
    DefinitionHistory history(*disk.thread);
    DefinitionDrafts drafts(*disk.thread);
    DefinitionMarks marks(*disk.thread);
    const auto open = [&](const QString &account) {
        history.open(account);
        drafts.open(account);
        marks.open(account, DefinitionKind::Agent);
        return isLoaded(marks);
    };
    const auto isThere = [&] {
        const auto versions = list(history, agent(u"a"_s));
        const QList<bool> parts{versions && !versions->isEmpty(), find(drafts, agent(u"a"_s)).has_value(), marks.marks().contains(u"a"_s)};
        return parts.count(true);
    };
    QVERIFY(open(u"team/ann"_s));
    history.add(version(u"a"_s, {{u"n"_s, 1}}));
    drafts.put(draft(u"a"_s, u"ann's"_s));
    marks.setFavourite(u"a"_s, true);
    QCOMPARE(isThere(), 3);
    QVERIFY(open(u"team/bob"_s));
    QCOMPARE(isThere(), 0);
    history.add(version(u"a"_s, {{u"n"_s, 1}})); // the same content, and still his own
    drafts.put(draft(u"a"_s, u"bob's"_s));
    marks.setFavourite(u"a"_s, true);
    QCOMPARE(isThere(), 3);
    QVERIFY(open(u"team/ann"_s));
    drafts.put(draft(u"a"_s, u"not yet written"_s));
    drafts.forget(u"team/ann"_s);
    marks.forget(u"team/ann"_s);
    TurnJournal journal(*disk.thread);
    bool isGone = false;
    journal.removeAccount(u"team/ann"_s, this, [&isGone](const Result<> &outcome) { isGone = outcome.has_value(); });
    QTRY_VERIFY(isGone);
    QVERIFY(open(u"team/ann"_s));
    QCOMPARE(isThere(), 0);
    QVERIFY(open(u"team/bob"_s));
    QCOMPARE(isThere(), 3);
    QCOMPARE(textOf(find(drafts, agent(u"a"_s))), u"bob's"_s);
}

void TestDefinitions::whatWasWrittenBeforeTheNameIsKnownStays()
{
    Disk disk;
    DefinitionDrafts drafts(*disk.thread);
    DefinitionHistory history(*disk.thread);
    drafts.open(u"team/ann"_s);
    drafts.put(draft(u"both"_s, u"ann's"_s));
    drafts.open(u"team/"_s);
    drafts.put(draft(u"both"_s, u"nobody's"_s));
    drafts.put(draft(u"one"_s, u"nobody's"_s));
    history.open(u"team/"_s);
    history.add(version(u"a"_s, {{u"n"_s, 1}}));
    drafts.flush();
    TurnJournal journal(*disk.thread);
    journal.adopt(u"team/"_s, u"team/ann"_s);
    drafts.open(u"team/ann"_s);
    history.open(u"team/ann"_s);
    QTRY_VERIFY(drafts.isSaved());
    QCOMPARE(textOf(find(drafts, agent(u"both"_s))), u"ann's"_s);
    QCOMPARE(textOf(find(drafts, agent(u"one"_s))), u"nobody's"_s);
    const auto kept = list(history, agent(u"a"_s));
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    drafts.open(u"team/"_s); // the next person
    QCOMPARE(draftIds(drafts), QStringList());
}

QTEST_GUILESS_MAIN(TestDefinitions)
#include "tst_definitions.moc"
