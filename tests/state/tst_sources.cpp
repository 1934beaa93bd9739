// The sources of an answer (CH-56): known as soon as the search has found them, the same after a restart and beside a late history.
#include "domain/citations.h"
#include "state/chat/chatsession.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "teamfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    return "event: " + type + "\ndata: " + data + "\n\n";
}

QByteArray started(const QByteArray &source = "document_search")
{
    return frame("tool_start", R"({"type":"tool_start","source":")" + source +
                                   R"(","message":"Looking","data":{"tool_name":"document_search","input":{"query":"price"}}})");
}

QByteArray found(const QByteArray &results, const QByteArray &source = "document_search", bool success = true)
{
    return frame("tool_result", R"({"type":"tool_result","source":")" + source + R"(","message":"Found","data":{"found":true,"success":)" +
                                    (success ? "true" : "false") + R"(,"results":[)" + results + "]}}");
}

QByteArray text(const QByteArray &words)
{
    return frame("content", R"({"type":"content","source":"agent","message":")" + words + R"(","data":{"streaming":true,"partial":true}})");
}

QByteArray ending(const QByteArray &citations = {})
{
    return frame("message_complete", R"({"message_id":"m2","conversation_id":"c1")" +
                                         (citations.isEmpty() ? QByteArray() : R"(,"citations":[)" + citations + "]") + "}");
}

QByteArray result(const QByteArray &id, int page, double score)
{
    return R"({"file_id":")" + id + R"(","filename":")" + id + R"(.pdf","page_number":)" + QByteArray::number(page) +
           R"(,"text":"Words of page )" + QByteArray::number(page) + R"(.","score":)" + QByteArray::number(score) + "}";
}

struct Chat : TeamFixture {
    QTemporaryDir dir;
    StoreFolder folder{dir.path()};
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    QList<QByteArray> turn;
    Scripted::End end = Scripted::End::Close;
    QByteArray history = R"({"messages":[],"total":0})";
    ChatSession session{api, workspace, conversations, &journal};

    Chat()
    {
        script = [this](const Received &request) {
            if (request.method == "POST")
                return eventStream({turn.join()}, end);
            return request.target.contains("/messages") ? json(history) : Scripted{};
        };
    }
};

QList<Citation> citationsOf(ChatSession &session)
{
    const TranscriptModel &rows = session.transcript();
    return rows.rowCount() == 0 ? QList<Citation>() : rows.messageAt(rows.rowCount() - 1).citations;
}

// "a:7 b:4": the documents in their order, each with its best page.
QString chips(const QList<Citation> &citations)
{
    QStringList all;
    for (const CitedDocument &document : citedDocuments(citations)) {
        const Citation &best = citations.at(document.best);
        all << u"%1:%2"_s.arg(best.fileId.value()).arg(best.page);
    }
    return all.join(u' ');
}

} // namespace

class TestSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_56_sourcesAreThereWhileTheAnswerIsWritten();
    void CH_56_aSecondSearchAddsBehindWhatIsThere();
    void CH_56_otherToolsAndFailedSearchesAreNoSources();
    void CH_56_theServersOwnListDropsWhatTheAnswerDoesNotRestOn();
    void CH_56_aRestartInMidAnswerKeepsThem();
    void CH_56_aLateHistoryKeepsThem_data();
    void CH_56_aLateHistoryKeepsThem();
};

void TestSources::CH_56_sourcesAreThereWhileTheAnswerIsWritten()
{
    Chat chat;
    chat.end = Scripted::End::Hold;
    chat.turn = {started(), found(result("a", 1, 0.2) + ',' + result("b", 4, 0.9) + ',' + result("a", 7, 0.8))};
    QVERIFY(chat.open());
    chat.session.send(u"Price?"_s, {}, {});
    QTRY_COMPARE(citationsOf(chat.session).size(), 3);
    QVERIFY(chat.session.isBusy()); // nothing has ended
    QCOMPARE(chips(citationsOf(chat.session)), u"a:7 b:4"_s);
    QCOMPARE(citationsOf(chat.session).at(2).quote, u"Words of page 7."_s);
}

void TestSources::CH_56_aSecondSearchAddsBehindWhatIsThere()
{
    Chat chat;
    chat.turn = {
        started("one"),    started("two"), found(result("b", 4, 0.1), "two"), found(result("a", 1, 0.9) + ',' + result("b", 5, 0.5), "one"),
        text("40 euros."), ending()};
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    QStringList seen;
    connect(&chat.session.transcript(), &QAbstractItemModel::dataChanged, &chat.session, [&] {
        if (const QString now = chips(citationsOf(chat.session)); !now.isEmpty() && (seen.isEmpty() || seen.last() != now))
            seen << now;
    });
    chat.session.send(u"Price?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(seen, (QStringList{u"b:4"_s, u"b:5 a:1"_s})); // in the order in which they came, and nothing changed places
}

void TestSources::CH_56_otherToolsAndFailedSearchesAreNoSources()
{
    Chat chat;
    const QByteArray web =
        frame("tool_result",
              R"({"type":"tool_result","source":"web_search","message":"","data":{"found":true,"results":[)" + result("w", 1, 0.9) + "]}}");
    chat.turn = {web, found(result("a", 1, 0.9), "document_search", false), found(R"(7,"x",{"score":1},null)"), text("Nothing."), ending()};
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Price?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(citationsOf(chat.session).isEmpty());
}

void TestSources::CH_56_theServersOwnListDropsWhatTheAnswerDoesNotRestOn()
{
    Chat chat;
    chat.turn = {started(), found(result("a", 1, 0.2) + ',' + result("b", 4, 0.9) + ',' + result("b", 5, 0.3)), text("40 euros."),
                 ending(R"({"file_id":"b","filename":"b.pdf","page":4,"quote":"Words of page 4."})")};
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Price?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(chips(citationsOf(chat.session)), u"b:4"_s);
    QCOMPARE(citationsOf(chat.session).size(), 2); // the further passage is kept
}

void TestSources::CH_56_aRestartInMidAnswerKeepsThem()
{
    Chat chat;
    chat.end = Scripted::End::Hold;
    chat.turn = {started(), found(result("a", 1, 0.2) + ',' + result("a", 7, 0.8)), text("40 ")};
    QVERIFY(chat.open());
    QList<Citation> before;
    {
        ChatSession session(chat.api, chat.workspace, chat.conversations, &chat.journal);
        session.open(ConversationId(u"c1"_s));
        QTRY_COMPARE(session.state(), ChatSession::State::Idle);
        session.send(u"Price?"_s, {}, {});
        QTRY_VERIFY(session.transcript().rowCount() == 2 && session.transcript().messageAt(1).content == u"40 "_s);
        before = citationsOf(session);
        QCOMPARE(before.size(), 2);
    }
    ChatSession after(chat.api, chat.workspace, chat.conversations, &chat.journal);
    QSignalSpy ended(&after, &ChatSession::turnEnded);
    after.open(ConversationId(u"c1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QCOMPARE(citationsOf(after), before); // scores too: the chip names the same page
}

void TestSources::CH_56_aLateHistoryKeepsThem_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::newRow("a server that keeps none") << QByteArray();
    QTest::newRow("a server that keeps its own list") << QByteArray(
        R"(,"metadata":{"citations":[{"file_id":"a","filename":"a.pdf","page":7,"quote":"Words of page 7."},{"file_id":"b","filename":"b.pdf","page":4,"quote":"Words of page 4."}]})");
}

void TestSources::CH_56_aLateHistoryKeepsThem()
{
    QFETCH(QByteArray, metadata);
    Chat chat;
    chat.turn = {started(), found(result("b", 4, 0.9) + ',' + result("a", 1, 0.2) + ',' + result("a", 7, 0.8)), text("40 euros."),
                 ending()};
    QVERIFY(chat.open());
    QSignalSpy ended(&chat.session, &ChatSession::turnEnded);
    chat.session.send(u"Price?"_s, {}, {});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(chips(citationsOf(chat.session)), u"b:4 a:7"_s);
    chat.history = R"({"total":2,"messages":[{"id":"m2","role":"assistant","content":"40 euros.","created_at":"2026-05-02T09:14:09")" +
                   metadata + R"(},{"id":"m1","role":"user","content":"Price?","created_at":"2026-05-02T09:14:03"}]})";
    ChatSession again(chat.api, chat.workspace, chat.conversations, &chat.journal);
    again.open(ConversationId(u"c1"_s));
    QTRY_COMPARE(again.state(), ChatSession::State::Idle);
    QTRY_VERIFY(again.transcript().rowCount() == 2 && again.transcript().messageAt(1).id == MessageId(u"m2"_s));
    QCOMPARE(chips(citationsOf(again)), u"b:4 a:7"_s);
    QCOMPARE(citationsOf(again).size(), 3);
}

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
