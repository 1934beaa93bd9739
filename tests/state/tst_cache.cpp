#include "cachefixture.h"
#include "state/cache/cachefiller.h"
#include "state/cache/cacheschema.h"
#include "state/cache/filetextreader.h"
#include "state/cache/insightfiller.h"
#include "state/chat/chatsessions.h"
#include "state/insights/insightstore.h"
#include "state/models/searchmodel.h"
#include "state/store/draftstore.h"
#include "state/store/turnjournal.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void DATA_02_aDamagedCacheIsMadeAnewAndTakesNothingWithIt();
    void CH_03_anOpenedConversationShowsItsCopyUntilTheServerAnswers();
    void D_05_withoutAConnectionThereAreListAndMessages();
    void whatTheServerDoesNotKeepStaysWithTheCopy();
    void whatTheServerHasNoLongerLeavesTheCopy();
    void CH_04_wordsPhrasesAndFiltersFind_data();
    void CH_04_wordsPhrasesAndFiltersFind();
    void D_40_wordsOfFilesAreFoundWheneverTheyBecomeKnown();
    void D_40_onlyTextsAreRead_data();
    void D_40_onlyTextsAreRead();
    void D_40_insightsAreFoundByWordsAndKind();
    void D_40_insightsAreReadPageByPageAndForgottenWhenGone();
    void D_40_aCacheOfBeforeKeepsItsCopiesAndIsReadOnceMore();
    void CH_04_aWordThatIsOnlyBegunFindsTheNewestFirst();
    void CH_04_snippetsShowWhatWasFound();
    void CH_04_phrasesAreFoundWhereverTheyStand();
    void CH_04_noTextIsAnErrorOfTheIndex_data();
    void CH_04_noTextIsAnErrorOfTheIndex();
    void furtherHitsComeWhenTheyAreWanted();
    void CH_04_pagesHoldWhatReadingEverythingFinds_data();
    void CH_04_pagesHoldWhatReadingEverythingFinds();
    void anotherQueryEndsTheOneBefore();
    void otherAccountsAreNeverFound();
    void everyConversationIsReadOnceAndAgainWhenItHasChanged();
    void readingGoesOnWhereItWasAndForgetsWhatIsGone();
    void P4_aMessageFarAboveIsReachedWithoutAskingForItsPages();
};

void TestCache::DATA_02_aDamagedCacheIsMadeAnewAndTakesNothingWithIt()
{
    CacheFixture team;
    team.put(u"c1"_s, {message(u"m1"_s, u"north"_s)});
    StoreThread user(team.folder, userStoreKind(team.folder));
    DraftStore drafts(user);
    drafts.open(u"team/ann"_s);
    drafts.set(ConversationId(u"c1"_s), {u"unsent"_s, 0, {}, {}});
    drafts.flush();
    user.waitForJobs(5000);
    team.settle();
    team.search.reset();
    team.cache.reset();
    team.store.reset();
    {
        QFile file(team.kind.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, 'x'));
    }
    team.store = std::make_unique<StoreThread>(team.folder, team.kind);
    team.cache = std::make_unique<ConversationCache>(*team.store);
    team.cache->open(u"team/ann"_s);
    bool wasRead = false;
    team.cache->loadConversations(this, [&](const QList<Conversation> &saved) { wasRead = saved.isEmpty(); });
    QTRY_VERIFY(wasRead);
    const QStringList files = QDir(team.folder.root).entryList(QDir::Files);
    QVERIFY2(files.filter(u"corrupt"_s).isEmpty(), qPrintable(files.join(u' ')));
    DraftStore again(user);
    again.open(u"team/ann"_s);
    QTRY_VERIFY(again.isLoaded());
    QCOMPARE(again.draft(ConversationId(u"c1"_s)).text, u"unsent"_s);
}

void TestCache::CH_03_anOpenedConversationShowsItsCopyUntilTheServerAnswers()
{
    CacheFixture team;
    team.add("c1", 130);
    QVERIFY(team.open());
    {
        ChatSession first(team.api, team.workspace, team.conversations);
        first.setCache(team.cache.get());
        first.open(ConversationId(u"c1"_s));
        QTRY_COMPARE(first.transcript().rowCount(), 100);
        QVERIFY(!first.isSavedCopy());
    }
    team.settle();
    team.answered = 0;
    ChatSession session(team.api, team.workspace, team.conversations);
    session.setCache(team.cache.get());
    session.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(session.transcript().rowCount(), 100);
    QVERIFY(session.isSavedCopy());
    QCOMPARE(session.transcript().messageAt(99).id, MessageId(u"c1-129"_s));
    const QString key = session.transcript().keyAt(99);
    QSignalSpy removals(&session.transcript(), &QAbstractItemModel::modelReset);
    team.answered = 1000000;
    team.sizes["c1"] = 132;
    team.server.resetAll(); // the page is asked for once more
    QTRY_VERIFY(!session.isSavedCopy());
    QTRY_COMPARE(session.transcript().messageAt(session.transcript().rowCount() - 1).id, MessageId(u"c1-131"_s));
    QCOMPARE(session.transcript().rowCount(), 100);
    QCOMPARE(session.transcript().keyAt(97), key); // the row stayed, two new ones came below
    QCOMPARE(removals.size(), 0);
}

void TestCache::D_05_withoutAConnectionThereAreListAndMessages()
{
    CacheFixture team;
    team.add("c1", 150);
    team.add("c2", 2);
    QVERIFY(team.open());
    team.cache->follow(team.conversations);
    team.conversations.refresh();
    QTRY_COMPARE(team.conversations.conversations().size(), 2);
    {
        ChatSession session(team.api, team.workspace, team.conversations);
        session.setCache(team.cache.get());
        session.open(ConversationId(u"c1"_s));
        QTRY_COMPARE(session.transcript().rowCount(), 100);
        session.loadOlder();
        QTRY_COMPARE(session.transcript().rowCount(), 150);
    }
    team.settle();
    team.server.close();
    team.server.resetAll();
    ConversationStore list(team.api);
    ConversationCache cold(*team.store);
    cold.follow(list);
    QSignalSpy changes(&list, &ConversationStore::conversationsChanged);
    cold.open(u"team/ann"_s);
    QTRY_COMPARE(list.conversations().size(), 2);
    QVERIFY(list.isSavedCopy());
    QVERIFY(!list.isLoaded());
    ChatSession session(team.api, team.workspace, list);
    session.setCache(&cold);
    session.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(session.transcript().rowCount(), 100);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), ChatSession::State::Idle, 30'000); // it has been tried often enough
    QVERIFY(session.isSavedCopy());
    QVERIFY(session.savedAt().isValid());
    QVERIFY(session.canLoadOlder());
    session.loadOlder();
    QTRY_COMPARE(session.transcript().rowCount(), 150);
    QVERIFY(!session.canLoadOlder());
    QCOMPARE(session.transcript().messageAt(0).id, MessageId(u"c1-0"_s));
}

void TestCache::whatTheServerDoesNotKeepStaysWithTheCopy()
{
    CacheFixture team;
    Message answer = message(u"m1"_s, u"North sold most."_s);
    ToolCall call;
    call.tool = u"table_query"_s;
    call.source = u"table"_s;
    call.input = QJsonObject{{u"sql"_s, u"SELECT region"_s}};
    call.output = QJsonArray{u"zanzibar"_s};
    call.finished = true;
    answer.toolCalls = {call};
    answer.thoughts = {{u"table"_s, u"looking at the columns"_s, {}, false}};
    answer.agent = u"sales"_s;
    answer.elapsedMs = 12'000;
    team.put(u"c1"_s, {answer});
    team.put(u"c1"_s, {message(u"m1"_s, u"North sold most."_s)}); // as the server has it
    QCOMPARE(team.look(u"zanzibar"_s), QStringList{u"c1/m1"_s});
    SavedMessages saved;
    team.cache->load(ConversationId(u"c1"_s), 10, this, [&](const SavedMessages &all) { saved = all; });
    QTRY_COMPARE(saved.messages.size(), 1);
    QCOMPARE(saved.messages.at(0).toolCalls.size(), 1);
    QCOMPARE(saved.messages.at(0).toolCalls.at(0).output.toArray().at(0).toString(), u"zanzibar"_s);
    QCOMPARE(saved.messages.at(0).thoughts.at(0).text, u"looking at the columns"_s);
    QCOMPARE(saved.messages.at(0).agent, u"sales"_s);
    QCOMPARE(saved.messages.at(0).elapsedMs, 12'000);
    QCOMPARE(saved.messages.at(0).createdAt, answer.createdAt);
}

void TestCache::whatTheServerHasNoLongerLeavesTheCopy()
{
    CacheFixture team;
    team.put(u"c1"_s, {message(u"m1"_s, u"one"_s, 1), message(u"m2"_s, u"two"_s, 2), message(u"m3"_s, u"three"_s, 3)});
    team.put(u"c1"_s, {message(u"m1"_s, u"one"_s, 1), message(u"m3"_s, u"three"_s, 3)});
    QCOMPARE(team.look(u"two "_s), QStringList());
    QCOMPARE(team.look(u"three "_s), QStringList{u"c1/m3"_s});
}

void TestCache::CH_04_wordsPhrasesAndFiltersFind_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("found"); // sorted
    QTest::newRow("words in any order") << u"sales north "_s << QStringList{u"c1/m1"_s, u"c1/m2"_s};
    QTest::newRow("begun") << u"sales nort"_s << QStringList{u"c1/m1"_s, u"c1/m2"_s};
    QTest::newRow("ended, so not begun") << u"sales nort "_s << QStringList();
    QTest::newRow("phrase") << u"\"north sales\""_s << QStringList{u"c1/m2"_s};
    QTest::newRow("open phrase") << u"\"north sales"_s << QStringList{u"c1/m2"_s};
    QTest::newRow("not") << u"north -total"_s << QStringList{u"c1/m2"_s};
    QTest::newRow("not a phrase") << u"north -\"north sales\""_s << QStringList{u"c1/m1"_s};
    QTest::newRow("accents and case") << u"MÜNCHEN"_s << QStringList{u"c2/m3"_s};
    QTest::newRow("without accents") << u"munchen"_s << QStringList{u"c2/m3"_s};
    QTest::newRow("tool output") << u"zanzibar"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("thoughts") << u"pondering"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("file") << u"budget.xlsx"_s << QStringList{u"c2/m3"_s};
    QTest::newRow("source") << u"handbook"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("agent") << u"agent:table"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("agent in quotation marks") << u"agent:\"Table Analyst\" zanzibar"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("nobody") << u"agent:nobody zanzibar"_s << QStringList();
    QTest::newRow("not that agent") << u"there -agent:table"_s << QStringList();
    QTest::newRow("not with code") << u"north -has:code"_s << QStringList{u"c1/m1"_s};
    QTest::newRow("not nobody") << u"zanzibar -agent:nobody"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("tool") << u"tool:query"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("has file") << u"has:file"_s << QStringList{u"c2/m3"_s};
    QTest::newRow("has code") << u"has:code"_s << QStringList{u"c1/m2"_s};
    QTest::newRow("has table") << u"has:table"_s << QStringList{u"c1/m1"_s};
    QTest::newRow("has source") << u"has:source has:tool"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("before") << u"before:2026-02-02 sales"_s << QStringList{u"c1/m1"_s};
    QTest::newRow("after") << u"after:2026-02-02 sales"_s << QStringList{u"c1/m2"_s};
    QTest::newRow("between") << u"after:2026-02 before:2026-02-02"_s << QStringList{u"c1/m1"_s};
    QTest::newRow("title") << u"quarterly"_s << QStringList{u"c1/"_s};
    QTest::newRow("title alone") << u"in:title numbers"_s << QStringList{u"c1/"_s};
    QTest::newRow("kind answer") << u"kind:answer north"_s << QStringList{u"c1/m1"_s, u"c1/m2"_s};
    QTest::newRow("kind question") << u"kind:question munchen"_s << QStringList{u"c2/m3"_s};
    QTest::newRow("kind question, said in an answer") << u"kind:question north"_s << QStringList();
    QTest::newRow("kind tool") << u"kind:tool zanzibar"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("kind tool, said in the answer") << u"kind:tool there"_s << QStringList();
    QTest::newRow("kind tool alone") << u"kind:tool"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("kind file") << u"kind:file budget"_s << QStringList{u"c2/m3"_s};
    QTest::newRow("kind source") << u"kind:source agreed"_s << QStringList{u"c2/m4"_s};
    QTest::newRow("one of two kinds") << u"kind:tool kind:file xlsx"_s << QStringList{u"c2/m3"_s};
    QTest::newRow("not that kind") << u"zanzibar -kind:tool"_s << QStringList();
    QTest::newRow("words in different parts") << u"kind:tool zanzibar handbook"_s << QStringList();
    QTest::newRow("kind title") << u"kind:title numbers"_s << QStringList{u"c1/"_s};
    QTest::newRow("Chinese") << u"销售"_s << QStringList{u"c2/m5"_s};
    QTest::newRow("signs alone") << u"?!"_s << QStringList();
}

void TestCache::CH_04_wordsPhrasesAndFiltersFind()
{
    QFETCH(QString, query);
    QFETCH(QStringList, found);
    CacheFixture team;
    const int day = 24 * 60;
    team.put(u"c1"_s,
             {message(u"m1"_s, u"Sales of the North in total:\n\n| a | b |\n|---|---|\n| 1 | 2 |"_s, 600),
              message(u"m2"_s, u"North sales, as code:\n```sql\nSELECT 1\n```"_s, 2 * day)},
             u"Quarterly numbers"_s);
    Message withFile = message(u"m3"_s, u"Und in München?"_s, 3 * day, Role::User);
    withFile.attachments = {{FileId(u"f"_s), u"budget.xlsx"_s, {}, 1, {}}};
    Message withTool = message(u"m4"_s, u"See there."_s, 3 * day + 1);
    ToolCall call;
    call.tool = u"table_query"_s;
    call.source = u"Table analyst"_s;
    call.output = QJsonObject{{u"places"_s, QJsonArray{u"Zanzibar"_s}}};
    withTool.toolCalls = {call};
    withTool.thoughts = {{u"x"_s, u"Pondering it"_s, {}, false}};
    withTool.citations = {{FileId(u"g"_s), u"handbook.pdf"_s, 3, u"as agreed"_s}};
    team.put(u"c2"_s, {withFile, withTool, message(u"m5"_s, u"我们的销售额"_s, 3 * day + 2)}, u"Elsewhere"_s);
    QStringList result = team.look(query);
    result.sort();
    QCOMPARE(result, found);
}

void TestCache::D_40_wordsOfFilesAreFoundWheneverTheyBecomeKnown()
{
    CacheFixture team;
    team.put(u"c1"_s, {withFile(u"m1"_s, u"f1"_s, 1, u"The walrus clause holds."_s), withFile(u"m2"_s, u"f2"_s, 2)});
    QList<SearchHit> hits;
    QCOMPARE(team.look(u"walrus"_s, &hits), QStringList{u"c1/m1"_s});
    QCOMPARE(hits.constFirst().part, SearchText::Part::File);
    QCOMPARE(hits.constFirst().partName, u"terms.txt"_s);
    QVERIFY(hits.constFirst().snippet.contains(u"walrus clause"_s));
    QCOMPARE(team.look(u"\"walrus clause\""_s), QStringList{u"c1/m1"_s}); // a phrase, which the index does not know
    QCOMPARE(team.look(u"\"clause walrus\""_s), QStringList());
    QCOMPARE(team.look(u"kind:file walrus"_s), QStringList{u"c1/m1"_s});
    QCOMPARE(team.look(u"kind:question walrus"_s), QStringList());
    // Of this computer: after the message, before it, and too late to count.
    team.cache->putFileText(FileId(u"f2"_s), u"An ocelot remedy"_s);
    team.cache->putFileText(FileId(u"f3"_s), u"The tapir annex"_s);
    team.cache->putFileText(FileId(u"f1"_s), u"Something else entirely"_s);
    QCOMPARE(team.look(u"ocelot"_s), QStringList{u"c1/m2"_s});
    team.put(u"c2"_s, {withFile(u"m3"_s, u"f3"_s, 3)});
    QCOMPARE(team.look(u"tapir"_s), QStringList{u"c2/m3"_s});
    QCOMPARE(team.look(u"entirely"_s), QStringList());
    // The server reads a file later than it stores the message.
    team.put(u"c3"_s, {withFile(u"m4"_s, u"f4"_s, 4)});
    QCOMPARE(team.look(u"quagga"_s), QStringList());
    team.put(u"c3"_s, {withFile(u"m4"_s, u"f4"_s, 4, u"A quagga, scanned"_s)});
    QCOMPARE(team.look(u"quagga"_s), QStringList{u"c3/m4"_s});
    team.put(u"c3"_s, {withFile(u"m4"_s, u"f4"_s, 4)});
    QCOMPARE(team.look(u"quagga"_s), QStringList{u"c3/m4"_s});
    team.search->open(u"team/bob"_s);
    QCOMPARE(team.look(u"walrus"_s), QStringList());
}

void TestCache::D_40_onlyTextsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isText");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << "one\ttwo\r\n"_ba << true << u"one\ttwo\r\n"_s;
    QTest::newRow("umlauts") << QByteArray("M\xc3\xbcnchen") << true << u"München"_s;
    QTest::newRow("cut in a letter") << QByteArray("M\xc3\xbcnch\xc3") << true << u"Münch"_s;
    QTest::newRow("an old one") << QByteArray("M\xfcnchen") << true << u"München"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfeM\0e\0", 6) << true << u"Me"_s;
    QTest::newRow("right to left") << u"שלום"_s.toUtf8() << true << u"שלום"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\r", 12) << false << QString();
    QTest::newRow("nothing") << QByteArray() << false << QString();
}

void TestCache::D_40_onlyTextsAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isText);
    QFETCH(QString, text);
    const std::optional<QString> read = FileTextReader::textOf(bytes);
    QCOMPARE(read.has_value(), isText);
    if (read) // a letter that is cut may leave a sign, or nothing
        QVERIFY2(read->startsWith(text), qPrintable(*read));
    CacheFixture team;
    FileTextReader reader(*team.cache);
    QFile file(team.dir.filePath(u"sent"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes + " okapi");
    file.close();
    team.put(u"c1"_s, {withFile(u"m1"_s, u"f"_s, 1)});
    reader.read({FileId(u"f"_s), u"sent"_s, {}, file.size(), {}}, file.fileName());
    if (isText && !bytes.startsWith("\xff"))
        QTRY_COMPARE(team.look(u"okapi"_s), QStringList{u"c1/m1"_s});
    reader.read({FileId(u"f"_s), u"sent"_s, {}, file.size() + 1, {}}, file.fileName()); // another file by now
    QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
}

void TestCache::D_40_insightsAreFoundByWordsAndKind()
{
    CacheFixture team;
    team.put(u"c1"_s, {message(u"m1"_s, u"I prefer tables"_s)}, u"About figures"_s);
    team.cache->putInsights({insight(u"i1"_s, u"Prefers tables over prose"_s, InsightCategory::Preference, QDate(2026, 3, 1)),
                             insight(u"i2"_s, u"Opens a shop with tables in Kiel"_s, InsightCategory::Goal, QDate(2026, 4, 1))},
                            1);
    const auto insights = [&team](const QString &query) {
        QList<SearchHit> hits;
        (void)team.look(query, &hits);
        QStringList ids;
        for (const SearchHit &hit : hits)
            ids += hit.insight.isEmpty() ? hit.message.value() : hit.insight.value();
        return ids;
    };
    QCOMPARE(insights(u"tables"_s), (QStringList{u"i2"_s, u"i1"_s, u"m1"_s}));
    QCOMPARE(insights(u"kind:insight tab"_s), (QStringList{u"i2"_s, u"i1"_s}));
    QCOMPARE(insights(u"kind:insight "_s), (QStringList{u"i2"_s, u"i1"_s}));
    QCOMPARE(insights(u"kind:insight goal "_s), QStringList{u"i2"_s}); // what it is called
    QCOMPARE(insights(u"\"over prose\""_s), QStringList{u"i1"_s});
    QCOMPARE(insights(u"tables -kind:insight"_s), QStringList{u"m1"_s});
    QCOMPARE(insights(u"kind:insight tables before:2026-04-01"_s), QStringList{u"i1"_s});
    QCOMPARE(insights(u"tables has:code"_s), QStringList());
    QList<SearchHit> hits;
    (void)team.look(u"kiel"_s, &hits);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.constFirst().title, u"About figures"_s);
    QCOMPARE(hits.constFirst().category.value(), InsightCategory::Goal);
    SearchModel model(*team.search);
    (void)team.look(u"kiel"_s);
    QVERIFY(model.index(0).data(SearchModel::WhereRole).toString().startsWith(u"Insight"_s));
    team.cache->putInsights({insight(u"i2"_s, u"Opens a bakery"_s, InsightCategory::Goal, QDate(2026, 4, 1))}, 2);
    QCOMPARE(insights(u"kiel"_s), QStringList());
    QCOMPARE(insights(u"bakery"_s), QStringList{u"i2"_s});
    team.search->open(u"team/bob"_s);
    QCOMPARE(insights(u"kind:insight "_s), QStringList());
    team.search->open(u"team/ann"_s);
    team.cache->removeInsightsReadBefore(2);
    QCOMPARE(insights(u"kind:insight "_s), QStringList{u"i2"_s});
    QVERIFY(team.onDisk().contains("bakery"));
    team.cache->removeInsights({InsightId(u"i2"_s)});
    QTRY_VERIFY(!team.onDisk().contains("bakery"));
    QCOMPARE(insights(u"kind:insight "_s), QStringList());
}

void TestCache::D_40_insightsAreReadPageByPageAndForgottenWhenGone()
{
    CacheFixture team;
    int total = 150;
    team.script = [&team, &total](const Received &request) {
        if (!request.target.startsWith("/insights/list"))
            return team.scripted(request);
        static const QRegularExpression numbers(u"offset=(\\d+)"_s);
        const int offset = numbers.match(QString::fromLatin1(request.target)).captured(1).toInt();
        QByteArrayList rows;
        for (int i = offset; i < std::min(total, offset + 100); ++i)
            rows.append(R"({"insight":{"id":"i)" + QByteArray::number(i) + R"(","content":"Fact number)" + QByteArray::number(i) +
                        R"(","category":"fact"},"score":1})");
        return json(R"({"results":[)" + rows.join(',') + R"(],"total":)" + QByteArray::number(total) + "}");
    };
    InsightStore insights(team.api);
    InsightFiller filler(team.api, team.workspace, insights, *team.cache, {0, 0, 50});
    QSignalSpy filled(&filler, &InsightFiller::filled);
    QVERIFY(team.open());
    insights.refresh();
    QTRY_COMPARE(filled.size(), 1);
    QCOMPARE(team.look(u"number149 "_s).size(), 1);
    total = 120;
    Q_EMIT insights.generated({}); // something was learned, and tidied up
    QTRY_COMPARE(filled.size(), 2);
    QCOMPARE(team.look(u"number119 "_s).size(), 1);
    QCOMPARE(team.look(u"number149 "_s).size(), 0);
}

void TestCache::D_40_aCacheOfBeforeKeepsItsCopiesAndIsReadOnceMore()
{
    CacheFixture team;
    team.settle();
    team.search.reset();
    team.cache.reset();
    team.store.reset();
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(team.kind.path + suffix);
    {
        const Result<std::unique_ptr<Database>> old = Database::open(team.kind.path);
        QVERIFY(old);
        const Schema &schema = cacheSchema();
        QVERIFY(migrate(**old, team.kind.path, {}, {schema.applicationId, schema.steps.first(1), schema.backupPrefix}));
        CacheTable table(**old, u"team/ann"_s);
        table.putConversations({conversation(u"c1"_s, u"Kept talk"_s)});
        QCOMPARE(table.putMessages(conversation(u"c1"_s, u"Kept talk"_s), {message(u"m1"_s, u"an antelope"_s)}, {0, 1, true}), 1);
        FillTask task;
        task.conversation = ConversationId(u"c1"_s);
        task.target = std::numeric_limits<qint64>::max();
        table.noteFilled(task);
        QCOMPARE(table.progress(), (FillProgress{1, 1}));
    }
    team.store = std::make_unique<StoreThread>(team.folder, team.kind);
    team.cache = std::make_unique<ConversationCache>(*team.store);
    team.search = std::make_unique<MessageSearch>(*team.store, team.kind.path);
    team.cache->open(u"team/ann"_s);
    team.search->open(u"team/ann"_s);
    QCOMPARE(team.look(u"antelope"_s), QStringList{u"c1/m1"_s});
    FillProgress progress;
    team.cache->run(
        team.cache.get(), [](CacheTable &table) { return table.progress(); }, [&progress](const FillProgress &now) { progress = now; });
    QTRY_COMPARE(progress, (FillProgress{1, 0}));
    team.cache->remove(ConversationId(u"c1"_s)); // what was indexed before goes as it came
    QCOMPARE(team.look(u"antelope"_s), QStringList());
}

void TestCache::CH_04_aWordThatIsOnlyBegunFindsTheNewestFirst()
{
    CacheFixture team;
    QList<Message> messages;
    for (int i = 0; i < 30; ++i)
        messages.append(message(u"m%1"_s.arg(i), i == 3 ? u"in all"_s : u"invoice number %1"_s.arg(i), i * 60));
    team.put(u"c1"_s, messages);
    const QStringList found = team.look(u"in"_s);
    QCOMPARE(found.size(), 30);
    QCOMPARE(found.at(0), u"c1/m3"_s); // the whole word, then what begins with it
    QCOMPARE(found.at(1), u"c1/m29"_s);
    QCOMPARE(QSet<QString>(found.cbegin(), found.cend()).size(), 30);
}

void TestCache::CH_04_snippetsShowWhatWasFound()
{
    CacheFixture team;
    const QString filler = u"Other words stand before it, one after the other, and they are many. "_s.repeated(40);
    team.put(u"c1"_s, {message(u"m1"_s, filler + u"Then the **Zanzibar**\n\nreport was   late. "_s + filler)}, u"Talk"_s);
    QList<SearchHit> hits;
    QCOMPARE(team.look(u"zanzibar report"_s, &hits).size(), 1);
    const SearchHit &hit = hits.at(0);
    QVERIFY2(hit.snippet.contains(u"Then the Zanzibar report was late."_s), qPrintable(hit.snippet));
    QVERIFY(hit.snippet.size() < 400);
    QCOMPARE(hit.marks.size(), 2);
    QCOMPARE(hit.snippet.mid(hit.marks.at(0).first, hit.marks.at(0).second), u"Zanzibar"_s);
    QCOMPARE(hit.snippet.mid(hit.marks.at(1).first, hit.marks.at(1).second), u"report"_s);
    QCOMPARE(hit.needle, u"Zanzibar"_s);
    QCOMPARE(hit.title, u"Talk"_s);
    Message answer = message(u"m2"_s, u"**Prices**\n\n- `Quokka` costs **2 * 3** and 2**4\n\n| a | _b_ |\n|---|--:|\n| c | d |\n"_s, 1);
    answer.role = Role::Assistant;
    Message question = message(u"m3"_s, u"is **numbat** cheap?"_s, 2);
    question.role = Role::User;
    team.put(u"c2"_s, {answer, question}, u"Prices"_s);
    hits.clear();
    QCOMPARE(team.look(u"quokka"_s, &hits).size(), 1);
    QCOMPARE(hits.at(0).snippet.simplified(), u"Prices Quokka costs 2 * 3 and 2**4 a _b_ c d"_s); // as it is read, not as it is written
    QCOMPARE(hits.at(0).snippet.mid(hits.at(0).marks.at(0).first, hits.at(0).marks.at(0).second), u"Quokka"_s);
    hits.clear();
    QCOMPARE(team.look(u"numbat"_s, &hits).size(), 1);
    QCOMPARE(hits.at(0).snippet, u"is **numbat** cheap?"_s);
}

// The quick look at a phrase must never lose one.
void TestCache::CH_04_phrasesAreFoundWhereverTheyStand()
{
    CacheFixture team;
    Message tool = message(u"tool"_s, u"See there."_s, 3);
    ToolCall call;
    call.tool = u"look_up"_s;
    call.output = QJsonObject{{u"text"_s, u"so\nNet\nof returns, it says"_s}, {u"n"_s, 1204}};
    tool.toolCalls = {call};
    Message thought = message(u"thought"_s, u"of it all"_s, 4);
    thought.thoughts = {{u"x"_s, u"is it net of returns?"_s, {}, false}};
    team.put(u"c1"_s, {message(u"plain"_s, u"Net of Returns"_s, 0), message(u"signs"_s, u"**net** (of) _returns_!"_s, 1),
                       message(u"accents"_s, u"Café: nét of returns"_s, 2), tool, thought,
                       message(u"other"_s, u"returns of the net, internet of returns, net of returnsx, net off returns"_s, 5)});
    QStringList found = team.look(u"\"net of returns\""_s);
    found.sort();
    QCOMPARE(found, (QStringList{u"c1/accents"_s, u"c1/plain"_s, u"c1/signs"_s, u"c1/thought"_s, u"c1/tool"_s}));
    QCOMPARE(team.look(u"\"n 1204\""_s), QStringList{u"c1/tool"_s});
    QCOMPARE(team.look(u"look_u"_s), QStringList{u"c1/tool"_s});
}

void TestCache::CH_04_noTextIsAnErrorOfTheIndex_data()
{
    QTest::addColumn<QString>("query");
    const QStringList hostile{u"\""_s,
                              u"\"\""_s,
                              u"*"_s,
                              u"north*"_s,
                              u"^north"_s,
                              u"north NEAR south"_s,
                              u"NEAR(north south, 3)"_s,
                              u"AND"_s,
                              u"OR OR"_s,
                              u"NOT"_s,
                              u"text:north"_s,
                              u"{text} : north"_s,
                              u"north) OR (1"_s,
                              u"'; DROP TABLE words;--"_s,
                              u"-"_s,
                              u"--north"_s,
                              u"-agent:x"_s,
                              u"agent:"_s,
                              u"agent:\""_s,
                              u"has:"_s,
                              u"before:tomorrow"_s,
                              u"before:9999-99-99"_s,
                              u"\uE001file"_s,
                              u"\uE004x"_s,
                              QString(QChar(0)),
                              u"a\u0301 \u200B \uFEFF"_s,
                              QString(3000, u'('),
                              u"+north -south \\ / % _ ? ; : , . | ~ ` @ # $"_s,
                              QString(u"word "_s).repeated(400),
                              QString(QChar(0xD800)),
                              u"🙂"_s,
                              u"\u0345\u0378\U0001F9FF x"_s,
                              u"in:nothing north "_s,
                              u"north\tsouth\nwest"_s};
    for (qsizetype i = 0; i < hostile.size(); ++i)
        QTest::addRow("%d", static_cast<int>(i)) << hostile.at(i);
}

void TestCache::CH_04_noTextIsAnErrorOfTheIndex()
{
    QFETCH(QString, query);
    CacheFixture team;
    team.put(u"c1"_s, {message(u"m1"_s, u"north and south"_s)});
    QSignalSpy failures(team.search.get(), &MessageSearch::failed);
    const QStringList found = team.look(query);
    QVERIFY2(!found.contains(u"timeout"_s), qPrintable(query));
    QCOMPARE(failures.size(), 0);
    QCOMPARE(team.look(u"north"_s), QStringList{u"c1/m1"_s}); // it goes on
}

void TestCache::furtherHitsComeWhenTheyAreWanted()
{
    CacheFixture team;
    QList<Message> messages;
    for (int i = 0; i < 500; ++i)
        messages.append(message(u"m%1"_s.arg(i), u"common words %1"_s.arg(i), i));
    team.put(u"c1"_s, messages);
    const QStringList first = team.look(u"common "_s);
    QCOMPARE(first.size(), 50);
    QVERIFY(team.search->hasMore());
    QSet<QString> all(first.cbegin(), first.cend());
    connect(team.search.get(), &MessageSearch::found, this, [&all](const QList<SearchHit> &hits) {
        for (const SearchHit &hit : hits)
            all.insert(hit.conversation.value() + u'/' + hit.message.value());
    });
    while (team.search->hasMore()) {
        team.search->more();
        QTRY_VERIFY(!team.search->isRunning());
    }
    disconnect(team.search.get(), nullptr, this, nullptr);
    QCOMPARE(all.size(), 500);
    SearchModel model(*team.search);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest); // it fetches whatever there is
    team.search->start(SearchQuery::parse(u"common "_s));
    QTRY_COMPARE(model.rowCount(), 500);
    QVERIFY(!model.canFetchMore({}));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestCache::CH_04_pagesHoldWhatReadingEverythingFinds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("pattern"); // of the texts that have it, each word between spaces
    QTest::addColumn<QString>("without"); // and of those that are left out
    QTest::newRow("word") << u"alpha "_s << u" alpha "_s << QString();
    QTest::newRow("rare word") << u"omega "_s << u" omega "_s << QString();
    QTest::newRow("begun word") << u"alpha"_s << u" alpha"_s << QString();
    QTest::newRow("few letters") << u"al"_s << u" al"_s << QString();
    QTest::newRow("both words") << u"beta gamma "_s << u"(?=.* beta )(?=.* gamma )"_s << QString();
    QTest::newRow("phrase") << u"\"alpha beta\""_s << u" alpha beta "_s << QString();
    QTest::newRow("without a word") << u"gamma -delta "_s << u" gamma "_s << u" delta "_s;
    QTest::newRow("without a phrase") << u"gamma -\"alpha beta\""_s << u" gamma "_s << u" alpha beta "_s;
}

// Long texts make the windows end early, so that some of what the index gave waits for the next one.
void TestCache::CH_04_pagesHoldWhatReadingEverythingFinds()
{
    QFETCH(const QString, query);
    QFETCH(const QString, pattern);
    QFETCH(const QString, without);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QStringList words{u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s, u"alphabet"_s, u"also"_s, u"al"_s};
    const QRegularExpression has(pattern);
    const QRegularExpression hasNot(without);
    CacheFixture team;
    QStringList expected;
    for (const QString &id : {u"c1"_s, u"c2"_s}) {
        QList<Message> messages;
        for (int i = 0; i < 400; ++i) {
            QStringList text;
            for (int count = 1 + random.bounded(6); count > 0; --count)
                text.append(words.at(random.bounded(static_cast<int>(words.size()))));
            if (random.bounded(40) == 0)
                text.append(u"omega"_s);
            if (random.bounded(4) == 0)
                text.append(u"filler "_s.repeated(500).trimmed());
            messages.append(message(u"m%1"_s.arg(i), text.join(u' '), i));
            const QString spaced = u' ' + text.join(u' ') + u' ';
            if (spaced.contains(has) && (without.isEmpty() || !spaced.contains(hasNot)))
                expected.append(id + u"/m"_s + QString::number(i));
        }
        team.put(id, messages);
    }
    team.settle();
    QStringList found;
    QObject context;
    connect(team.search.get(), &MessageSearch::found, &context, [&found](const QList<SearchHit> &hits) {
        for (const SearchHit &hit : hits)
            found.append(hit.conversation.value() + u'/' + hit.message.value());
    });
    team.search->start(SearchQuery::parse(query));
    QTRY_VERIFY_WITH_TIMEOUT(!team.search->isRunning(), 20'000);
    while (team.search->hasMore()) {
        team.search->more();
        QTRY_VERIFY_WITH_TIMEOUT(!team.search->isRunning(), 20'000);
    }
    found.sort();
    expected.sort();
    QVERIFY(!expected.isEmpty());
    QCOMPARE(found, expected); // none is lost, none comes twice
}

void TestCache::anotherQueryEndsTheOneBefore()
{
    CacheFixture team;
    QList<Message> messages;
    for (int i = 0; i < 300; ++i)
        messages.append(message(u"m%1"_s.arg(i), u"common words %1"_s.arg(i), i));
    team.put(u"c1"_s, messages);
    team.put(u"c2"_s, {message(u"x"_s, u"rarity"_s)});
    team.settle();
    QStringList found;
    connect(team.search.get(), &MessageSearch::found, this, [&found](const QList<SearchHit> &hits) {
        for (const SearchHit &hit : hits)
            found.append(hit.message.value());
    });
    for (int i = 0; i < 50; ++i) {
        team.search->start(SearchQuery::parse(u"common "_s));
        team.search->start(SearchQuery::parse(u"rarity"_s));
        QTRY_VERIFY(!team.search->isRunning());
        QCOMPARE(std::exchange(found, {}), QStringList{u"x"_s});
    }
    team.search->start(SearchQuery::parse(u"common "_s));
    team.search->stop();
    disconnect(team.search.get(), nullptr, this, nullptr);
}

void TestCache::otherAccountsAreNeverFound()
{
    CacheFixture team;
    team.put(u"c1"_s, {message(u"m1"_s, u"zanzibar"_s)}, u"Zanzibar trip"_s);
    team.cache->open(u"team/bob"_s);
    team.put(u"c2"_s, {message(u"m2"_s, u"zanzibar"_s)}, u"Other Zanzibar"_s);
    QStringList found = team.look(u"zanzibar"_s);
    found.sort();
    QCOMPARE(found, (QStringList{u"c1/"_s, u"c1/m1"_s}));
    team.search->open(u"team/bob"_s);
    found = team.look(u"zanzibar"_s);
    found.sort();
    QCOMPARE(found, (QStringList{u"c2/"_s, u"c2/m2"_s}));
    team.search->open(u"team/eve"_s);
    QCOMPARE(team.look(u"zanzibar"_s), QStringList());
    QCOMPARE(team.look(u"-nothing before:2030"_s), QStringList());
}

void TestCache::everyConversationIsReadOnceAndAgainWhenItHasChanged()
{
    CacheFixture team;
    team.add("c1", 250);
    team.add("c2", 3);
    team.add("c3", 0);
    ChatSessions sessions(team.api, team.workspace, team.conversations);
    CacheFiller filler(team.api, team.workspace, sessions, *team.cache, {0, 0, 50});
    QVERIFY(team.open());
    QTRY_COMPARE(filler.progress(), (FillProgress{3, 3}));
    QCOMPARE(team.asked, 3 + 1 + 1);
    QCOMPARE(team.look(u"\"line 0 of c1\""_s), QStringList{u"c1/c1-0"_s});
    team.sizes["c1"] = 252;
    team.updated["c1"] = "2026-02-04T10:00:00Z";
    Q_EMIT team.workspace.ready();
    QTRY_COMPARE(team.look(u"\"line 251 of c1\""_s), QStringList{u"c1/c1-251"_s});
    QTRY_COMPARE(filler.progress(), (FillProgress{3, 3}));
    QVERIFY(team.asked <= 7); // the new page, and perhaps one more, not everything again
}

void TestCache::readingGoesOnWhereItWasAndForgetsWhatIsGone()
{
    CacheFixture team;
    team.add("c1", 350);
    team.add("c2", 5, "2026-02-01");
    ChatSessions sessions(team.api, team.workspace, team.conversations);
    QVERIFY(team.open());
    {
        team.answered = 2;
        CacheFiller filler(team.api, team.workspace, sessions, *team.cache, {0, 0, 50});
        Q_EMIT team.workspace.ready();
        QTRY_COMPARE(team.asked, 3);
    }
    team.answered = 1000000;
    team.server.resetAll(); // the one that is held is asked for once more
    const int before = team.asked;
    team.order.removeOne("c2");
    CacheFiller filler(team.api, team.workspace, sessions, *team.cache, {0, 0, 50});
    Q_EMIT team.workspace.ready();
    QTRY_COMPARE(filler.progress(), (FillProgress{1, 1}));
    QVERIFY2(team.asked - before <= 3, qPrintable(QString::number(team.asked - before))); // of four pages of the first
    QCOMPARE(team.look(u"\"line 0 of c1\""_s), QStringList{u"c1/c1-0"_s});
    QCOMPARE(team.look(u"in:title c2"_s), QStringList());
}

void TestCache::P4_aMessageFarAboveIsReachedWithoutAskingForItsPages()
{
    CacheFixture team;
    team.add("c1", 2500);
    ChatSessions sessions(team.api, team.workspace, team.conversations);
    sessions.setCache(team.cache.get());
    CacheFiller filler(team.api, team.workspace, sessions, *team.cache, {0, 0, 50});
    QVERIFY(team.open());
    QTRY_COMPARE(filler.progress(), (FillProgress{1, 1}));
    const int before = team.asked;
    ChatSession *session = sessions.session(ConversationId(u"c1"_s));
    int row = -1;
    session->reach(MessageId(u"c1-7"_s), this, [&row](const Result<int> &found) { row = found ? *found : -2; });
    QTRY_COMPARE(row, 7);
    QCOMPARE(session->transcript().rowCount(), 2500);
    QCOMPARE(team.asked, before + 1);
    QVERIFY(!session->canLoadOlder());
    int missing = 0;
    session->reach(MessageId(u"nothing"_s), this, [&missing](const Result<int> &found) { missing = found ? 1 : 2; });
    QTRY_COMPARE(missing, 2);
}

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
