// What is removed from the copies leaves the disk as well.
#include "cachefixture.h"
#include "sqlite/statement.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestCacheRemoval : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_40_wordsOfFilesGoWithTheirLastMessage();
    void aRemovedConversationLeavesNoWordOnTheDisk();
    void aRemovedWordLeavesTheDiskAfterASearchThatWasReading();
    void aRemovedWordLeavesTheDiskWhenTheDatabaseTakesItAgain();
    void anAccountGoesWhenTheDatabaseTakesItAgainUnlessItIsInUse();
};

void TestCacheRemoval::D_40_wordsOfFilesGoWithTheirLastMessage()
{
    CacheFixture team;
    team.put(u"c1"_s, {withFile(u"m1"_s, u"f"_s, 1, u"xylophonic sentences"_s)});
    team.put(u"c2"_s, {withFile(u"m2"_s, u"f"_s, 2)}); // the same question in another version
    QCOMPARE(team.look(u"xylophonic"_s), (QStringList{u"c2/m2"_s, u"c1/m1"_s}));
    team.cache->remove(ConversationId(u"c1"_s));
    QCOMPARE(team.look(u"xylophonic"_s), QStringList{u"c2/m2"_s});
    QVERIFY(team.onDisk().contains("xylophonic"));
    team.cache->remove(ConversationId(u"c2"_s));
    QCOMPARE(team.look(u"xylophonic"_s), QStringList());
    QTRY_VERIFY(!team.onDisk().toLower().contains("xylophonic"));
    team.cache->putFileText(FileId(u"g"_s), u"never sent zeppelin"_s);
    team.settle();
    QVERIFY(team.onDisk().contains("zeppelin"));
    team.cache->removeAccount(u"team/ann"_s);
    QTRY_VERIFY(!team.onDisk().contains("zeppelin"));
}

void TestCacheRemoval::aRemovedConversationLeavesNoWordOnTheDisk()
{
    CacheFixture team;
    QList<Message> messages;
    for (int i = 0; i < 400; ++i)
        messages.append(message(u"s%1"_s.arg(i), u"xylophonic secret%1"_s.arg(i), i));
    team.put(u"c1"_s, messages, u"Quixotic plans"_s);
    team.put(u"c2"_s, {message(u"m"_s, u"harmless"_s)}, u"Plain"_s);
    team.settle();
    for (const char *word : {"xylophonic", "quixotic", "secret399", "harmless"})
        QVERIFY2(team.onDisk().toLower().contains(word), word);
    team.cache->remove(ConversationId(u"c1"_s));
    QTRY_VERIFY(!team.onDisk().toLower().contains("xylophonic"));
    QVERIFY(!team.onDisk().toLower().contains("quixotic"));
    QVERIFY(!team.onDisk().contains("secret399"));
    QCOMPARE(team.look(u"harmless"_s), QStringList{u"c2/m"_s});
    QCOMPARE(team.look(u"xylophonic"_s), QStringList());
    QVERIFY(team.onDisk().contains("harmless"));
    team.cache->removeAccount(u"team/ann"_s);
    QTRY_VERIFY(!team.onDisk().contains("harmless"));
    QCOMPARE(team.look(u"harmless"_s), QStringList());
}

void TestCacheRemoval::aRemovedWordLeavesTheDiskAfterASearchThatWasReading()
{
    CacheFixture team;
    team.put(u"c1"_s, {message(u"m1"_s, u"xylophonic"_s)});
    team.settle();
    const std::unique_ptr<Database> reader = *Database::openToRead(team.kind.path);
    Statement row(*reader, "SELECT body FROM messages");
    QVERIFY(row.next());
    team.cache->remove(ConversationId(u"c1"_s));
    team.settle();
    QVERIFY(team.onDisk().contains("xylophonic")); // the log is held
    row.reset();
    QTRY_VERIFY(!team.onDisk().contains("xylophonic"));
}

// Refused twice: the words of its file are all that is left of the conversation, and nobody asks again.
void TestCacheRemoval::aRemovedWordLeavesTheDiskWhenTheDatabaseTakesItAgain()
{
    CacheFixture team;
    team.put(u"c1"_s, {withFile(u"m1"_s, u"f"_s, 1, u"xylophonic sentences"_s)});
    team.settle();
    const std::unique_ptr<Database> other = *Database::open(team.kind.path);
    QVERIFY(other->exec("CREATE TABLE refusals(n); CREATE TRIGGER refusal BEFORE DELETE ON files "
                        "BEGIN INSERT INTO refusals VALUES(1); SELECT RAISE(FAIL, 'not now'); END;"));
    const auto refusals = [&other] {
        Statement count(*other, "SELECT count(*) FROM refusals");
        return count.next() ? count.integer(0) : -1;
    };
    team.cache->remove(ConversationId(u"c1"_s));
    QCOMPARE(team.look(u"xylophonic"_s), QStringList());
    QTRY_VERIFY_WITH_TIMEOUT(refusals() >= 2, 20'000); // later, by itself
    QVERIFY(team.onDisk().contains("xylophonic"));
    QVERIFY(other->exec("DROP TRIGGER refusal"));
    QTRY_VERIFY_WITH_TIMEOUT(!team.onDisk().contains("xylophonic"), 20'000);
}

// One of the two is signed in again before the database gives in.
void TestCacheRemoval::anAccountGoesWhenTheDatabaseTakesItAgainUnlessItIsInUse()
{
    CacheFixture team;
    team.put(u"c1"_s, {message(u"m1"_s, u"xylophonic"_s)});
    team.cache->open(u"team/bob"_s);
    team.put(u"c2"_s, {message(u"m2"_s, u"quagga"_s)});
    team.settle();
    const std::unique_ptr<Database> other = *Database::open(team.kind.path);
    QVERIFY(other->exec("CREATE TRIGGER refusal BEFORE DELETE ON conversations BEGIN SELECT RAISE(ABORT, 'not now'); END;"));
    int refused = 0;
    const auto count = [&refused](const Result<> &outcome) { refused += outcome ? 0 : 1; };
    team.cache->removeAccount(u"team/ann"_s, this, count);
    team.cache->removeAccount(u"team/bob"_s, this, count);
    QTRY_COMPARE(refused, 2);
    team.cache->open(u"team/ann"_s);
    team.put(u"c3"_s, {message(u"m3"_s, u"walrus"_s)});
    QCOMPARE(team.look(u"walrus"_s), QStringList{u"c3/m3"_s});
    QVERIFY(team.onDisk().contains("quagga"));
    QVERIFY(other->exec("DROP TRIGGER refusal"));
    QTRY_VERIFY_WITH_TIMEOUT(!team.onDisk().contains("quagga"), 20'000); // by itself
    QCOMPARE(team.look(u"walrus"_s), QStringList{u"c3/m3"_s});
    QCOMPARE(team.look(u"xylophonic"_s), QStringList{u"c1/m1"_s});
}

QTEST_GUILESS_MAIN(TestCacheRemoval)
#include "tst_cacheremoval.moc"
