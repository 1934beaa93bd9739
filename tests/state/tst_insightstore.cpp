#include "state/insights/insightexport.h"
#include "state/insights/insightstore.h"
#include "state/models/insightmodel.h"
#include "teamfixture.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Availability = InsightStore::Availability;

namespace {

struct Known {
    QString id;
    QString content;
    QString category;
    QString conversation;
};

QJsonObject jsonOf(const Known &known, double score = 1)
{
    const QJsonObject insight{{u"id"_s, known.id},
                              {u"content"_s, known.content},
                              {u"category"_s, known.category},
                              {u"conversationId"_s, known.conversation},
                              {u"createdAt"_s, u"2026-05-02T23:30:00"_s}};
    return {{u"insight"_s, insight}, {u"score"_s, score}, {u"distance"_s, 1 - score}};
}

// A server with a memory, whose answers a test may replace one by one, and a store, a model and what they said.
struct Scene {
    TeamFixture team;
    QList<Known> memory;
    std::function<Scripted(const Received &)> instead; // nothing: the memory answers
    std::unique_ptr<InsightStore> store;
    std::unique_ptr<InsightModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    QStringList said;
    QList<Error> errors;

    explicit Scene(int count = 0)
    {
        for (int i = 0; i < count; ++i)
            memory.append({u"i%1"_s.arg(i), u"Insight number %1"_s.arg(i), i % 2 ? u"fact"_s : u"goal"_s, i % 4 ? u"c1"_s : u"c2"_s});
    }

    [[nodiscard]] bool open()
    {
        team.script = [this](const Received &request) { return answer(request); };
        if (!team.open())
            return false;
        store = std::make_unique<InsightStore>(team.api);
        model = std::make_unique<InsightModel>(*store);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        listen();
        return true;
    }
    [[nodiscard]] bool load()
    {
        if (!open())
            return false;
        store->refresh();
        const bool loaded = idle() && store->isLoaded();
        said.clear();
        return loaded;
    }
    [[nodiscard]] bool idle()
    {
        return QTest::qWaitFor([this] { return !store->isLoading(); }, 10000);
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList out;
        for (int row = 0; row < model->rowCount(); ++row)
            out << model->index(row, 0).data(InsightModel::IdRole).toString();
        return out;
    }
    [[nodiscard]] int asked(const QByteArray &method, const QByteArray &target) const
    {
        const QList<Received> &all = team.server.received();
        return static_cast<int>(
            std::count_if(all.cbegin(), all.cend(), [&](const Received &r) { return r.method == method && r.target.startsWith(target); }));
    }
    [[nodiscard]] QJsonObject body(const QByteArray &method) const
    {
        for (qsizetype i = team.server.received().size() - 1; i >= 0; --i) {
            const Received &request = team.server.received().at(i);
            if (request.method == method && request.target.startsWith("/insights"))
                return QJsonDocument::fromJson(request.body).object();
        }
        return {};
    }
    [[nodiscard]] QStringList take() { return std::exchange(said, {}); }

private:
    Scripted answer(const Received &request)
    {
        if (instead) {
            const Scripted scripted = instead(request);
            if (!scripted.pieces.isEmpty() || scripted.end != Scripted::End::KeepAlive)
                return scripted;
        }
        if (request.target.startsWith("/insights/list"))
            return json(listed(QUrlQuery(QUrl(QString::fromLatin1(request.target)))));
        if (request.method == "POST" && request.target == "/insights")
            return json(taken(QJsonDocument::fromJson(request.body).object().value("insights"_L1).toArray()));
        const QString id = QString::fromLatin1(request.target.split('/').constLast());
        if (request.method == "PATCH" || request.method == "DELETE") {
            const QJsonObject changes = QJsonDocument::fromJson(request.body).object();
            for (Known &known : memory) {
                if (known.id == id) {
                    known.content = changes.value("content"_L1).toString(known.content);
                    known.category = changes.value("category"_L1).toString(known.category);
                }
            }
            if (request.method == "DELETE")
                memory.removeIf([&id](const Known &known) { return known.id == id || known.conversation == id; });
            return json("{\"message\":\"ok\"}");
        }
        return {};
    }
    [[nodiscard]] QByteArray listed(const QUrlQuery &query) const
    {
        QJsonArray results;
        QJsonObject counts;
        int total = 0;
        for (const Known &known : memory) {
            const QString conversation = query.queryItemValue(u"conversation_id"_s);
            if (!conversation.isEmpty() && conversation != known.conversation)
                continue;
            counts.insert(known.category, counts.value(known.category).toInt() + 1);
            const QString category = query.queryItemValue(u"category"_s);
            if (!category.isEmpty() && category != known.category)
                continue;
            if (total >= query.queryItemValue(u"offset"_s).toInt() && results.size() < query.queryItemValue(u"limit"_s).toInt())
                results.append(jsonOf(known));
            ++total;
        }
        return QJsonDocument(QJsonObject{{u"results"_s, results}, {u"total"_s, total}, {u"by_category"_s, counts}}).toJson();
    }
    QByteArray taken(const QJsonArray &insights)
    {
        for (const QJsonValue &one : insights)
            memory.prepend({one["id"_L1].toString(), one["content"_L1].toString(), one["category"_L1].toString(),
                            one["conversationId"_L1].toString()});
        return "{\"message\":\"ok\",\"count\":" + QByteArray::number(insights.size()) + '}';
    }
    void listen()
    {
        const auto say = [this](const QString &what) { said << what; };
        QObject::connect(store.get(), &InsightStore::insightsChanged, model.get(), [say] { say(u"all"_s); });
        QObject::connect(store.get(), &InsightStore::insightChanged, model.get(),
                         [say](const InsightId &id) { say(u"one "_s + id.value()); });
        QObject::connect(store.get(), &InsightStore::added, model.get(), [say](int n) { say(u"added %1"_s.arg(n)); });
        QObject::connect(store.get(), &InsightStore::removed, model.get(),
                         [say](const QList<Insight> &gone) { say(u"removed %1"_s.arg(gone.size())); });
        QObject::connect(model.get(), &QAbstractItemModel::rowsInserted, model.get(),
                         [say](const QModelIndex &, int from, int to) { say(u"in %1-%2"_s.arg(from).arg(to)); });
        QObject::connect(model.get(), &QAbstractItemModel::rowsRemoved, model.get(),
                         [say](const QModelIndex &, int from, int to) { say(u"out %1-%2"_s.arg(from).arg(to)); });
        QObject::connect(model.get(), &QAbstractItemModel::dataChanged, model.get(),
                         [say](const QModelIndex &at) { say(u"row %1"_s.arg(at.row())); });
        QObject::connect(model.get(), &QAbstractItemModel::modelReset, model.get(), [say] { say(u"RESET"_s); });
        const auto fail = [this](const Error &error) { errors << error; };
        QObject::connect(store.get(), &InsightStore::failed, model.get(), fail);
        QObject::connect(store.get(), &InsightStore::addFailed, model.get(), [fail](const auto &, const Error &e) { fail(e); });
        QObject::connect(store.get(), &InsightStore::updateFailed, model.get(), [fail](const auto &, const Error &e) { fail(e); });
        QObject::connect(store.get(), &InsightStore::removeFailed, model.get(), [fail](const auto &, const Error &e) { fail(e); });
    }
};

Insight insightOf(const QString &content, InsightCategory category = InsightCategory::Goal)
{
    Insight insight;
    insight.content = content;
    insight.category = category;
    return insight;
}

} // namespace

// IN-01 … IN-08: what the server remembers, as far as it remembers anything.
class TestInsightStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesFollowOneAnotherAsOneInsertionEach();
    void kindsAreCountedAndFiltered();
    void anAnswerToAnEarlierFilterIsNoNews();
    void aSearchShowsHowWellEachFits();
    void aServerWithoutAMemoryIsNoFailure_data();
    void aServerWithoutAMemoryIsNoFailure();
    void aMemoryThatFailsLaterIsToldCalmly();
    void whatIsAddedShowsAtOnceAndTheServersCopyFollows();
    void whatIsRefusedGoesAgain();
    void anEditShowsAtOnceAndGoesBackAlone();
    void anEditIntoAnotherKindLeavesTheFilter();
    void severalAreRemovedAndThoseThatStayComeBack();
    void aPageThatWasAskedBeforeARemovalIsAskedAgain();
    void aConversationIsForgottenWhole();
    void learningMarksWhatIsNew();
    void learningFromNothingIsExplained();
    void anAnswerForAnotherWorkspaceIsNoNews();
    void tenThousandStayQuick();
    void everythingIsExported();
};

void TestInsightStore::pagesFollowOneAnotherAsOneInsertionEach()
{
    Scene scene(45);
    QVERIFY(scene.open());
    QCOMPARE(scene.store->availability(), Availability::Unknown);
    scene.store->refresh();
    QVERIFY(scene.idle());
    QCOMPARE(scene.take(), QStringList({u"in 0-19"_s, u"all"_s}));
    QCOMPARE(scene.store->availability(), Availability::Available);
    scene.store->loadMore();
    scene.store->loadMore(); // once is enough
    QVERIFY(scene.idle());
    QCOMPARE(scene.take(), QStringList({u"in 20-39"_s, u"all"_s}));
    scene.store->loadMore();
    QVERIFY(scene.idle());
    QCOMPARE(scene.take(), QStringList({u"in 40-44"_s, u"all"_s}));
    QVERIFY(!scene.store->canLoadMore());
    QCOMPARE(scene.asked("GET", "/insights/list"), 3);
    const QModelIndex first = scene.model->index(0, 0);
    QCOMPARE(first.data(InsightModel::CreatedRole).toDate(), QDate(2026, 5, 2)); // whatever zone we are in
    QCOMPARE(first.data(InsightModel::CategoryTitleRole).toString(), u"Goal"_s);
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(), u"Goal: Insight number 0"_s);
}

void TestInsightStore::kindsAreCountedAndFiltered()
{
    Scene scene(10);
    QVERIFY(scene.load());
    QCOMPARE(scene.store->counts(), (QMap<QString, int>{{u"fact"_s, 5}, {u"goal"_s, 5}}));
    QCOMPARE(scene.store->total(), 10);
    scene.store->setCategory(InsightCategory::Fact);
    QCOMPARE(scene.shown(), QStringList({u"i1"_s, u"i3"_s, u"i5"_s, u"i7"_s, u"i9"_s})); // what is loaded, at once
    QVERIFY(scene.idle());
    QCOMPARE(scene.model->rowCount(), 5);
    QCOMPARE(scene.store->total(), 10);
    scene.store->setConversation(ConversationId(u"c2"_s));
    QVERIFY(scene.idle());
    QCOMPARE(scene.shown(), QStringList());
    QCOMPARE(scene.store->counts(), (QMap<QString, int>{{u"goal"_s, 3}}));
    scene.store->setCategory({});
    QVERIFY(scene.idle());
    QCOMPARE(scene.shown(), QStringList({u"i0"_s, u"i4"_s, u"i8"_s}));
    QVERIFY(!scene.said.contains(u"RESET"_s));
}

void TestInsightStore::anAnswerToAnEarlierFilterIsNoNews()
{
    Scene scene(10);
    QVERIFY(scene.load());
    scene.instead = [](const Received &request) {
        return request.target.contains("category=fact") ? Scripted{{}, 0, Scripted::End::Hold} : Scripted{};
    };
    scene.store->setCategory(InsightCategory::Fact);
    QTRY_COMPARE(scene.asked("GET", "/insights/list?limit=20&offset=0&category=fact"), 1);
    scene.store->setCategory(InsightCategory::Goal);
    QVERIFY(scene.idle());
    const QStringList goals{u"i0"_s, u"i2"_s, u"i4"_s, u"i6"_s, u"i8"_s};
    QCOMPARE(scene.shown(), goals);
    const QByteArray body = QJsonDocument(QJsonObject{{u"results"_s, QJsonArray{jsonOf({u"late"_s, u"late"_s, u"fact"_s, {}})}}}).toJson();
    scene.team.server.sendToHeld("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " +
                                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    scene.store->refresh(); // asked and answered after that
    QVERIFY(scene.store->isLoading());
    QVERIFY(scene.idle());
    QCOMPARE(scene.shown(), goals);
}

void TestInsightStore::aSearchShowsHowWellEachFits()
{
    Scene scene(30);
    QVERIFY(scene.load());
    scene.instead = [&scene](const Received &request) {
        if (request.target != "/insights/search")
            return Scripted{};
        const QJsonArray results{jsonOf(scene.memory.at(7), 0.913), jsonOf(scene.memory.at(4), 0.4), jsonOf(scene.memory.at(7), 0.3)};
        return json(QJsonDocument(QJsonObject{{u"results"_s, results}}).toJson());
    };
    scene.store->search(u"  numbers  "_s);
    QVERIFY(scene.store->isLoading());
    QVERIFY(scene.idle());
    QCOMPARE(scene.body("POST"), (QJsonObject{{u"query"_s, u"numbers"_s}, {u"limit"_s, 20}, {u"scoreThreshold"_s, 1.0}}));
    QCOMPARE(scene.shown(), QStringList({u"i7"_s, u"i4"_s}));
    QCOMPARE(scene.model->index(0, 0).data(InsightModel::MatchRole).toInt(), 91);
    QVERIFY(!scene.store->canLoadMore());
    scene.store->setCategory(InsightCategory::Goal); // narrows the same answer
    QCOMPARE(scene.shown(), QStringList{u"i4"_s});
    QVERIFY(!scene.store->isLoading());
    scene.store->setCategory({});
    scene.store->search({});
    QVERIFY(scene.idle());
    QCOMPARE(scene.model->rowCount(), 20);
    QCOMPARE(scene.model->index(7, 0).data(InsightModel::MatchRole).toInt(), 100);
    QCOMPARE(scene.asked("POST", "/insights/search"), 1);
}

void TestInsightStore::aServerWithoutAMemoryIsNoFailure_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Availability>("availability");
    QTest::newRow("404") << 404 << Availability::Missing;
    QTest::newRow("500") << 500 << Availability::Missing;
    QTest::newRow("403") << 403 << Availability::SwitchedOff;
}

void TestInsightStore::aServerWithoutAMemoryIsNoFailure()
{
    QFETCH(int, status);
    QFETCH(Availability, availability);
    Scene scene;
    QVERIFY(scene.open());
    scene.instead = [status](const Received &) { return reply(status, R"({"detail":"qdrant: connection refused"})"); };
    scene.store->refresh();
    QVERIFY(scene.idle());
    QCOMPARE(scene.store->availability(), availability);
    QVERIFY(scene.errors.isEmpty());
    scene.instead = {}; // it was set up meanwhile
    scene.memory = {{u"i1"_s, u"x"_s, u"fact"_s, {}}};
    scene.store->refresh();
    QVERIFY(scene.idle());
    QCOMPARE(scene.store->availability(), Availability::Available);
    QCOMPARE(scene.shown(), QStringList{u"i1"_s});
}

void TestInsightStore::aMemoryThatFailsLaterIsToldCalmly()
{
    Scene scene(3);
    QVERIFY(scene.load());
    scene.instead = [](const Received &) { return reply(500, R"({"detail":"qdrant: connection refused"})"); };
    scene.store->refresh();
    QVERIFY(scene.idle());
    QCOMPARE(scene.errors.size(), 1);
    QVERIFY(!scene.errors.constFirst().userText().contains(u"qdrant"_s));
    QVERIFY(scene.errors.constFirst().userText().contains(u"Everything else works"_s));
    QCOMPARE(scene.model->rowCount(), 3); // what is there stays
    QCOMPARE(scene.store->availability(), Availability::Available);
}

void TestInsightStore::whatIsAddedShowsAtOnceAndTheServersCopyFollows()
{
    Scene scene(2);
    QVERIFY(scene.load());
    scene.store->add({insightOf(u"Reports are due on Mondays"_s)});
    QCOMPARE(scene.take(), QStringList({u"in 0-0"_s, u"all"_s}));
    const QModelIndex row = scene.model->index(0, 0);
    QVERIFY(row.data(InsightModel::PendingRole).toBool());
    const InsightId id = scene.store->rows().constFirst().insight.id;
    QVERIFY(!scene.store->canChange(id));
    QCOMPARE(scene.store->total(), 3);
    QTRY_VERIFY(scene.said.contains(u"added 1"_s));
    QVERIFY(scene.idle());
    QCOMPARE(scene.shown(), QStringList({id.value(), u"i0"_s, u"i1"_s})); // one, not two
    QVERIFY(!scene.model->index(0, 0).data(InsightModel::PendingRole).toBool());
    QCOMPARE(scene.model->index(0, 0).data(InsightModel::CreatedRole).toDate(), QDate(2026, 5, 2)); // the server's
    QVERIFY(scene.store->canChange(id));
    QVERIFY(!scene.said.contains(u"out 0-0"_s)); // the row stayed the same
}

void TestInsightStore::whatIsRefusedGoesAgain()
{
    Scene scene(2);
    QVERIFY(scene.load());
    QSignalSpy lost(scene.store.get(), &InsightStore::addFailed);
    scene.instead = [](const Received &request) {
        return request.method == "POST" ? reply(403, R"({"detail":"Insights are disabled"})") : Scripted{};
    };
    scene.store->add({insightOf(u"x"_s)});
    QCOMPARE(scene.model->rowCount(), 3);
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(scene.shown(), QStringList({u"i0"_s, u"i1"_s}));
    QCOMPARE(scene.store->total(), 2);
    QVERIFY(scene.store->isReadOnly());
    QCOMPARE(scene.store->availability(), Availability::Available); // reading goes on
    QVERIFY(scene.errors.constFirst().message.contains(u"administrator"_s));
    QCOMPARE(lost.constFirst().constFirst().value<QList<Insight>>().constFirst().content, u"x"_s);
}

void TestInsightStore::anEditShowsAtOnceAndGoesBackAlone()
{
    Scene scene(3);
    QVERIFY(scene.load());
    QSignalSpy lost(scene.store.get(), &InsightStore::updateFailed);
    scene.instead = [](const Received &request) {
        return request.method == "PATCH" && request.body.contains("wrong") ? reply(422, R"({"detail":"no"})") : Scripted{};
    };
    Insight insight = scene.store->rows().at(1).insight;
    insight.content = u"wrong"_s;
    scene.store->update(insight);
    QCOMPARE(scene.take(), QStringList({u"row 1"_s, u"one i1"_s}));
    insight.category = InsightCategory::Context;
    scene.store->update(insight);
    QCOMPARE(scene.store->counts().value(u"context"_s), 1);
    QTRY_COMPARE(lost.size(), 1);
    QTRY_VERIFY(!scene.model->index(1, 0).data(InsightModel::PendingRole).toBool());
    QCOMPARE(scene.model->index(1, 0).data(InsightModel::ContentRole).toString(), u"Insight number 1"_s);
    QCOMPARE(scene.model->index(1, 0).data(InsightModel::CategoryRole).toString(), u"context"_s); // the later edit stands
    QCOMPARE(scene.body("PATCH"), (QJsonObject{{u"category"_s, u"context"_s}}));
    const Insight again = lost.constFirst().constFirst().value<Insight>();
    QCOMPARE(again.content, u"wrong"_s); // nothing typed is lost
    QCOMPARE(again.category.value(), InsightCategory::Context);
}

void TestInsightStore::anEditIntoAnotherKindLeavesTheFilter()
{
    Scene scene(4);
    QVERIFY(scene.load());
    scene.store->setCategory(InsightCategory::Fact);
    QVERIFY(scene.idle());
    Insight insight = scene.store->rows().at(0).insight;
    insight.category = InsightCategory::Goal;
    scene.store->update(insight);
    QCOMPARE(scene.model->rowCount(), 2); // until it is certain
    QTRY_COMPARE(scene.shown(), QStringList{u"i3"_s});
    QCOMPARE(scene.store->counts(), (QMap<QString, int>{{u"fact"_s, 1}, {u"goal"_s, 3}}));
}

void TestInsightStore::severalAreRemovedAndThoseThatStayComeBack()
{
    Scene scene(6);
    QVERIFY(scene.load());
    QSignalSpy kept(scene.store.get(), &InsightStore::removeFailed);
    scene.instead = [](const Received &request) {
        if (request.method == "DELETE" && request.target == "/insights/i2")
            return reply(500, R"({"detail":"no"})");
        if (request.method == "DELETE" && request.target == "/insights/i4")
            return reply(404, R"({"detail":"Not Found"})"); // somebody was quicker
        return Scripted{};
    };
    scene.store->remove({InsightId(u"i4"_s), InsightId(u"i1"_s), InsightId(u"i2"_s), InsightId(u"nobody"_s)});
    QCOMPARE(scene.shown(), QStringList({u"i0"_s, u"i3"_s, u"i5"_s}));
    QCOMPARE(scene.store->total(), 3);
    QTRY_COMPARE(kept.size(), 1);
    QCOMPARE(scene.shown(), QStringList({u"i0"_s, u"i3"_s, u"i2"_s, u"i5"_s})); // near its place
    QCOMPARE(scene.store->total(), 4);
    QVERIFY(scene.said.contains(u"removed 2"_s));
    QCOMPARE(kept.constFirst().constFirst().value<QList<Insight>>().size(), 1);
}

void TestInsightStore::aPageThatWasAskedBeforeARemovalIsAskedAgain()
{
    Scene scene(41);
    QVERIFY(scene.load());
    bool held = false;
    scene.instead = [&held, &scene](const Received &request) {
        if (!request.target.contains("offset=20") || std::exchange(held, true))
            return Scripted{};
        scene.memory.removeIf([](const Known &known) { return known.id == u"i3"_s; }); // before it is read
        return late(json(R"({"results":[{"insight":{"id":"i21","content":"x"}}],"total":40})"), 200);
    };
    scene.store->loadMore();
    QTRY_VERIFY(held);
    scene.store->remove({InsightId(u"i3"_s)});
    QVERIFY(scene.idle());
    QVERIFY(scene.shown().contains(u"i20"_s)); // it moved into the first page while the second was under way
    QCOMPARE(scene.model->rowCount(), 39);
    scene.store->loadMore();
    QVERIFY(scene.idle());
    QCOMPARE(scene.model->rowCount(), 40);
}

void TestInsightStore::aConversationIsForgottenWhole()
{
    Scene scene(30);
    QVERIFY(scene.load());
    QSignalSpy done(scene.store.get(), &InsightStore::conversationForgotten);
    scene.store->removeOf(ConversationId(u"c1"_s));
    QCOMPARE(scene.shown(), QStringList({u"i0"_s, u"i4"_s, u"i8"_s, u"i12"_s, u"i16"_s}));
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(scene.idle());
    QCOMPARE(scene.model->rowCount(), 8);
    QCOMPARE(scene.asked("DELETE", "/insights/conversation/c1"), 1);
    QCOMPARE(scene.store->total(), 8);
}

void TestInsightStore::learningMarksWhatIsNew()
{
    Scene scene(3);
    QVERIFY(scene.load());
    scene.instead = [&scene](const Received &request) {
        if (request.target != "/chat/c1/generate-insights")
            return Scripted{};
        scene.memory.prepend({u"n1"_s, u"New one"_s, u"fact"_s, u"c1"_s});
        return json(R"({"conversation_id":"c1","insights_generated":1,"existing_insights":2,"total_insights":3,"message":"ok"})");
    };
    QSignalSpy learned(scene.store.get(), &InsightStore::generated);
    scene.store->generate(ConversationId(u"c1"_s));
    QVERIFY(scene.store->isGenerating());
    QTRY_COMPARE(learned.size(), 1);
    QVERIFY(!scene.store->isGenerating());
    QCOMPARE(learned.constFirst().constFirst().value<InsightGeneration>().generated, 1);
    QVERIFY(scene.idle());
    QCOMPARE(scene.shown().constFirst(), u"n1"_s);
    QVERIFY(scene.model->index(0, 0).data(InsightModel::NewRole).toBool());
    QVERIFY(!scene.model->index(1, 0).data(InsightModel::NewRole).toBool());
}

void TestInsightStore::learningFromNothingIsExplained()
{
    Scene scene(1);
    QVERIFY(scene.load());
    scene.instead = [](const Received &request) {
        return request.method == "POST" ? reply(400, R"({"detail":"Need at least 2 messages"})") : Scripted{};
    };
    scene.store->generate(ConversationId(u"c1"_s));
    QTRY_COMPARE(scene.errors.size(), 1);
    QVERIFY(scene.errors.constFirst().message.contains(u"nothing to learn from"_s));
    QVERIFY(!scene.store->isGenerating());
}

void TestInsightStore::anAnswerForAnotherWorkspaceIsNoNews()
{
    Scene scene(3);
    QVERIFY(scene.load());
    scene.instead = [](const Received &) { return Scripted{{}, 0, Scripted::End::Hold}; };
    scene.store->remove({InsightId(u"i0"_s)});
    scene.store->refresh();
    QTRY_COMPARE(scene.asked("DELETE", "/insights/i0"), 1);
    scene.store->clear();
    QCOMPARE(scene.model->rowCount(), 0);
    QCOMPARE(scene.store->availability(), Availability::Unknown);
    QVERIFY(!scene.store->isLoading());
    scene.team.server.closeHeld();
    scene.instead = {};
    scene.store->refresh();
    QVERIFY(scene.idle());
    QCOMPARE(scene.model->rowCount(), 3);
    QVERIFY(scene.errors.isEmpty());
}

void TestInsightStore::tenThousandStayQuick()
{
    Scene scene(10'000);
    scene.tester.reset();
    QVERIFY(scene.load());
    scene.tester.reset(); // it looks at every row at each change
    scene.instead = [&scene](const Received &request) {
        if (!request.target.contains("offset=20"))
            return Scripted{};
        QJsonArray rest;
        for (const Known &known : scene.memory.sliced(20))
            rest.append(jsonOf(known));
        return json(QJsonDocument(QJsonObject{{u"results"_s, rest}, {u"total"_s, 10'000}}).toJson(QJsonDocument::Compact));
    };
    scene.store->loadMore();
    QVERIFY(scene.idle());
    QCOMPARE(scene.take(), QStringList({u"in 20-9999"_s, u"all"_s}));
    scene.instead = {};
    scene.store->remove({InsightId(u"i5000"_s)});
    QCOMPARE(scene.take(), QStringList({u"out 5000-5000"_s, u"all"_s}));
    scene.store->setCategory(InsightCategory::Fact);
    QCOMPARE(scene.model->rowCount(), 5000);
    QVERIFY(scene.said.size() < 10); // exchanged at once, not row by row
    QVERIFY(scene.idle());
    QCOMPARE(scene.model->rowCount(), 20);
}

void TestInsightStore::everythingIsExported()
{
    Scene scene(130);
    scene.memory[0].content = u"Two\nlines"_s;
    QVERIFY(scene.load());
    QSignalSpy all(scene.store.get(), &InsightStore::collected);
    scene.store->collect();
    QTRY_COMPARE(all.size(), 1);
    const auto insights = all.constFirst().constFirst().value<QList<Insight>>();
    QCOMPARE(insights.size(), 130);
    QCOMPARE(scene.model->rowCount(), 20); // the list stays as it is
    const QString markdown = QString::fromUtf8(insightsAsMarkdown(insights));
    QVERIFY(markdown.startsWith(u"# Insights\n\n## Goal\n\n- Two\n  lines (2026-05-02)\n"_s));
    QCOMPARE(markdown.count(u"\n- "_s), 130);
    const QJsonObject object = QJsonDocument::fromJson(insightsAsJson(insights)).object();
    QCOMPARE(object.value("insights"_L1).toArray().size(), 130);
    QCOMPARE(object.value("insights"_L1).toArray().at(0)["content"_L1].toString(), u"Two\nlines"_s);
    QCOMPARE(object.value("insights"_L1).toArray().at(0)["createdAt"_L1].toString(), u"2026-05-02T23:30:00"_s);
}

QTEST_GUILESS_MAIN(TestInsightStore)
#include "tst_insightstore.moc"
