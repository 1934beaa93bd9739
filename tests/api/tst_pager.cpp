// All pages of a list: HTTP-30.
#include "api/endpoints/chapter.h"
#include "api/pager.h"
#include "policyfixture.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = Error::Kind;

namespace {

struct Row {
    RunId id;
    QString text;
};

Result<Row> rowFromJson(const QJsonValue &value)
{
    return Row{RunId(value["id"_L1].toString()), value["text"_L1].toString()};
}

// {"rows":[…],"total":n}, or a bare array where there is no total.
QByteArray pageOfRows(const QList<int> &ids, int total, const QString &text = {})
{
    QJsonArray rows;
    for (const int id : ids)
        rows.append(QJsonObject{{u"id"_s, QString::number(id)}, {u"text"_s, text}});
    QJsonObject page{{u"rows"_s, rows}};
    if (total >= 0)
        page.insert(u"total"_s, total);
    return QJsonDocument(page).toJson();
}

QList<int> numbers(int from, int to)
{
    QList<int> out;
    for (int i = from; i < to; ++i)
        out.append(i);
    return out;
}

int offsetOf(const Received &request)
{
    return QUrlQuery(QUrl::fromEncoded(request.target)).queryItemValue(u"offset"_s).toInt();
}

// The pages of a list of so many rows.
FaultServer::Handler list(int size, bool tellsTotal, int mostPerPage = 100)
{
    return [=](const Received &request) {
        const QUrlQuery query{QUrl::fromEncoded(request.target)};
        const int offset = query.queryItemValue(u"offset"_s).toInt();
        const int limit = std::min(query.queryItemValue(u"limit"_s).toInt(), mostPerPage);
        return json(pageOfRows(numbers(std::min(offset, size), std::min(offset + limit, size)), tellsTotal ? size : -1));
    };
}

class Rows
{
public:
    explicit Rows(Client &client, qsizetype limit = 10)
        : pager(new Pager<Row>(
              [&client](qsizetype offset, qsizetype count) {
                  RequestSpec spec = request("GET", u"/rows"_s);
                  spec.query = Query().page(offset, count);
                  return new ApiCall<Page<Row>>(client.transport, spec, pageIn<Row>("rows"_L1, rowFromJson, offset, count));
              },
              limit, nullptr))
    {
        pager->then(&m_context, [this](Result<QList<Row>> result) {
            ++calls;
            outcome.emplace(std::move(result));
        });
    }
    [[nodiscard]] bool wait()
    {
        QEventLoop loop; // qWaitFor() sleeps between events, and a thousand pages are many
        QObject::connect(pager, &PagerBase::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
        loop.exec();
        return outcome.has_value();
    }
    [[nodiscard]] QList<int> ids() const
    {
        QList<int> out;
        for (const Row &row : **outcome)
            out.append(row.id.value().toInt());
        return out;
    }

    QPointer<Pager<Row>> pager;
    std::optional<Result<QList<Row>>> outcome;
    int calls = 0;

private:
    QObject m_context;
};

} // namespace

class TestPager : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_30_allPagesBecomeOneList_data();
    void HTTP_30_allPagesBecomeOneList();
    void HTTP_30_aShortPageIsNotTheEndWhereTheTotalIsKnown();
    void HTTP_30_anEmptyPageIsNotTheEndWhereTheTotalIsKnown();
    void HTTP_30_rowsThatMoveComeOnce();
    void HTTP_30_aServerThatRepeatsAPageIsStopped_data();
    void HTTP_30_aServerThatRepeatsAPageIsStopped();
    void HTTP_30_aListWithoutEndIsStopped();
    void HTTP_30_anErrorEndsItAndNothingIsApplied();
    void HTTP_30_cancellingEndsTheCallToo();
    void HTTP_30_cancellingWhileItTellsItsProgress();
    void HTTP_30_aPagerThatIsDeletedSaysNothing();
};

void TestPager::HTTP_30_allPagesBecomeOneList_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("tellsTotal");
    QTest::addColumn<int>("pages");
    QTest::newRow("none, total known") << 0 << true << 1;
    QTest::newRow("none") << 0 << false << 1;
    QTest::newRow("one page") << 7 << true << 1;
    QTest::newRow("exactly one page, total known") << 10 << true << 1;
    QTest::newRow("exactly one page") << 10 << false << 2; // only the next one shows that it was the last
    QTest::newRow("several, total known") << 35 << true << 4;
    QTest::newRow("several") << 35 << false << 4;
    QTest::newRow("several whole ones") << 40 << false << 5;
}

void TestPager::HTTP_30_allPagesBecomeOneList()
{
    QFETCH(int, size);
    QFETCH(bool, tellsTotal);
    QFETCH(int, pages);
    FaultServer server(list(size, tellsTotal));
    Client client(server.url());
    Rows rows(client);
    QSignalSpy progress(rows.pager, &PagerBase::progress);
    QVERIFY(rows.wait());
    QVERIFY(*rows.outcome);
    QCOMPARE(rows.ids(), numbers(0, size));
    QCOMPARE(server.received().size(), pages);
    QCOMPARE(progress.size(), pages);
    QCOMPARE(progress.constLast().at(0).value<qsizetype>(), size);
    QCOMPARE(progress.constLast().at(1).value<qsizetype>(), tellsTotal ? size : -1);
    QTRY_VERIFY(!rows.pager);
    QCOMPARE(rows.calls, 1);
}

void TestPager::HTTP_30_aShortPageIsNotTheEndWhereTheTotalIsKnown()
{
    FaultServer server(list(35, true, 4)); // never gives more than four
    Client client(server.url());
    Rows rows(client);
    QVERIFY(rows.wait());
    QCOMPARE(rows.ids(), numbers(0, 35));
    QCOMPARE(server.received().size(), 9);
}

void TestPager::HTTP_30_anEmptyPageIsNotTheEndWhereTheTotalIsKnown()
{
    FaultServer server([](const Received &request) {
        const int offset = offsetOf(request);
        return json(pageOfRows(offset == 10 ? QList<int>() : numbers(offset, offset + 10), 30)); // ten that one may not see
    });
    Client client(server.url());
    Rows rows(client);
    QVERIFY(rows.wait());
    QCOMPARE(rows.ids(), numbers(0, 10) + numbers(20, 30));
}

void TestPager::HTTP_30_rowsThatMoveComeOnce()
{
    // Three new rows came between the pages: the last three of each page begin the next one, and have changed.
    FaultServer server([](const Received &request) {
        const int page = request.target.contains("offset=0") ? 0 : offsetOf(request) / 10;
        const int from = page * 7;
        return json(pageOfRows(numbers(from, std::min(from + 10, 31)), -1, QString::number(page)));
    });
    Client client(server.url());
    Rows rows(client);
    QVERIFY(rows.wait());
    QCOMPARE(rows.ids(), numbers(0, 31));
    QCOMPARE((**rows.outcome).at(6).text, u"0"_s);
    QCOMPARE((**rows.outcome).at(7).text, u"1"_s); // what was told last
}

void TestPager::HTTP_30_aServerThatRepeatsAPageIsStopped_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("different"); // pages that take turns
    QTest::newRow("without a total") << -1 << 1;
    QTest::newRow("with a total that is never reached") << 1'000'000 << 1;
    QTest::newRow("two that take turns") << -1 << 2;
    QTest::newRow("empty for ever") << 1'000'000 << 0;
}

void TestPager::HTTP_30_aServerThatRepeatsAPageIsStopped()
{
    QFETCH(int, total);
    QFETCH(int, different);
    int count = 0;
    FaultServer server([&](const Received &) {
        const int page = different > 0 ? count++ % different : 0;
        return json(pageOfRows(different > 0 ? numbers(page * 10, page * 10 + 10) : QList<int>(), total));
    });
    Client client(server.url());
    Rows rows(client);
    QVERIFY(rows.wait());
    QVERIFY(!*rows.outcome);
    QCOMPARE(rows.outcome->error().kind, Kind::Protocol);
    QVERIFY(!rows.outcome->error().message.isEmpty());
    QCOMPARE(server.received().size(), different + PagerBase::maxBarren);
}

void TestPager::HTTP_30_aListWithoutEndIsStopped()
{
    FaultServer server([](const Received &request) {
        const int offset = offsetOf(request);
        return json(pageOfRows({offset}, -1));
    });
    Client client(server.url());
    Rows rows(client, 1);
    QVERIFY2(rows.wait(), qPrintable(QString::number(server.received().size())));
    QVERIFY(!*rows.outcome);
    QCOMPARE(rows.outcome->error().kind, Kind::Protocol);
    QCOMPARE(server.received().size(), PagerBase::maxPages);
}

void TestPager::HTTP_30_anErrorEndsItAndNothingIsApplied()
{
    FaultServer server([](const Received &request) { return offsetOf(request) == 20 ? refusal(403) : list(100, true)(request); });
    Client client(server.url());
    Rows rows(client);
    QVERIFY(rows.wait());
    QVERIFY(!*rows.outcome);
    QCOMPARE(rows.outcome->error().kind, Kind::Forbidden);
    QCOMPARE(server.received().size(), 3);
}

void TestPager::HTTP_30_cancellingEndsTheCallToo()
{
    FaultServer server([](const Received &request) { return offsetOf(request) == 20 ? silence() : list(100, true)(request); });
    Client client(server.url());
    Rows rows(client);
    QTRY_COMPARE(server.received().size(), 3);
    rows.pager->abort();
    QVERIFY(rows.outcome && !*rows.outcome);
    QCOMPARE(rows.outcome->error().kind, Kind::Cancelled);
    rows.pager->abort();
    QTRY_VERIFY(!rows.pager);
    QCOMPARE(rows.calls, 1);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestPager::HTTP_30_cancellingWhileItTellsItsProgress()
{
    FaultServer server(list(100, true));
    Client client(server.url());
    Rows rows(client);
    connect(rows.pager, &PagerBase::progress, rows.pager, &PagerBase::abort);
    QVERIFY(rows.wait());
    QCOMPARE(rows.outcome->error().kind, Kind::Cancelled);
    QTRY_VERIFY(!rows.pager);
    QCOMPARE(rows.calls, 1);
    QCOMPARE(server.received().size(), 1);
}

void TestPager::HTTP_30_aPagerThatIsDeletedSaysNothing()
{
    FaultServer server([](const Received &) { return silence(); });
    Client client(server.url());
    Rows rows(client);
    QTRY_COMPARE(server.received().size(), 1);
    delete rows.pager.data();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(rows.calls, 0);
}

QTEST_GUILESS_MAIN(TestPager)
#include "tst_pager.moc"
