// The team server's dialect as the contract writes it down: pages and their limits, refusals, the order of a stream, and what is stored
// when.
#include "support/rawclient.h"
#include "support/teamserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk::test;
using Ending = RawClient::Ending;

namespace {

constexpr const char *stream = "/chat/message/stream/agentic";

// Everything the server says to one request; the connection is ended with it.
QByteArray said(const TeamServer &server, const QByteArray &method, const QByteArray &target, const QJsonObject &body = {},
                const QByteArray &authorization = "Bearer good")
{
    const QByteArray content = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    RawClient client(server.port());
    client.send(method + ' ' + target + " HTTP/1.1\r\nHost: desk.test\r\n" +
                (authorization.isEmpty() ? QByteArray() : "Authorization: " + authorization + "\r\n") +
                "Content-Length: " + QByteArray::number(content.size()) + "\r\n\r\n" + content);
    const auto isWhole = [&client] {
        const qsizetype end = client.received().indexOf("\r\n\r\n");
        const qsizetype at = client.received().indexOf("Content-Length: ");
        if (client.ending() != Ending::Open || end < 0)
            return client.ending() != Ending::Open;
        if (at < 0)
            return client.received().startsWith("HTTP/1.1 204");
        const qsizetype length = client.received().mid(at + 16, client.received().indexOf("\r\n", at) - at - 16).toLongLong();
        return client.received().size() >= end + 4 + length;
    };
    return QTest::qWaitFor(isWhole, 10'000) ? client.received() : QByteArray();
}

int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

QJsonObject bodyOf(const QByteArray &answer)
{
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

QStringList eventsOf(const QByteArray &answer)
{
    QStringList names;
    for (const QByteArray &line : answer.split('\n')) {
        if (line.startsWith("event: "))
            names.append(QString::fromLatin1(line.mid(7)));
    }
    return names;
}

QString idOf(int number)
{
    return u"c2d00000-0000-4000-8000-%1"_s.arg(number, 12, 10, QChar(u'0'));
}

TeamStore::Entry entry(int number, int messages, TeamStore::Access access = TeamStore::Access::Owner)
{
    const QDateTime begin(QDate(2026, 3, number + 1), QTime(9, 0), Qt::UTC);
    TeamStore::Entry out{idOf(number), u"Number %1"_s.arg(number), TeamStore::timestamp(begin), TeamStore::timestamp(begin), {}, access};
    for (int i = 0; i < messages; ++i)
        out.messages.append(TeamStore::message(u"m%1"_s.arg(i), out.id, u"user"_s, u"text %1"_s.arg(i), TeamStore::timestamp(begin)));
    return out;
}

} // namespace

class TestTeamServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agentsThatAreInactiveAreGoneAndKeepTheirName();
    void listsComeInPagesOfAtMostAHundred();
    void messagesComeInPagesOfAtMostFiveHundred();
    void whatIsNotGoodIsRefused();
    void whatIsNotOnesOwnIsNotShown();
    void aStreamHasTheOrderOfTheContract();
    void nothingIsStoredOfATurnThatFails();
    void anAnswerWithoutTextIsStoredAsSuch();
    void aQuestionHasALength();
    void aFileIsAttachedByItsAddress();
    void timesAreWithoutAZone();
};

void TestTeamServer::listsComeInPagesOfAtMostAHundred()
{
    TeamServer server;
    for (int i = 0; i < 3; ++i)
        server.store().add(entry(i, 1));
    const QJsonObject page = bodyOf(said(server, "GET", "/conversations?limit=2&offset=1&order_by=updated_at"));
    QCOMPARE(page.value("total"_L1).toInt(), 3);
    QCOMPARE(page.value("limit"_L1).toInt(), 2);
    QCOMPARE(page.value("offset"_L1).toInt(), 1);
    const QJsonArray rows = page.value("conversations"_L1).toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).toObject().value("id"_L1).toString(), idOf(1)); // the newest is on the page before
    QCOMPARE(rows.at(0).toObject().value("message_count"_L1).toInt(), 1);
    QCOMPARE(bodyOf(said(server, "GET", "/conversations")).value("limit"_L1).toInt(), 50);
    const auto oldest = bodyOf(said(server, "GET", "/conversations?order=asc")).value("conversations"_L1).toArray().first().toObject();
    QCOMPARE(oldest.value("id"_L1).toString(), idOf(0));
    for (const QByteArray wrong : {"limit=0", "limit=101", "offset=-1", "order=upwards"})
        QVERIFY2(statusOf(said(server, "GET", "/conversations?" + wrong)) == 422, wrong.constData());
}

void TestTeamServer::messagesComeInPagesOfAtMostFiveHundred()
{
    TeamServer server;
    server.store().add(entry(0, 5));
    const QByteArray path = "/conversations/" + idOf(0).toLatin1() + "/messages";
    const QJsonObject newest = bodyOf(said(server, "GET", path + "?limit=2&offset=1&order=desc"));
    QCOMPARE(newest.value("total"_L1).toInt(), 5);
    QCOMPARE(newest.value("messages"_L1).toArray().size(), 2);
    QCOMPARE(newest.value("messages"_L1).toArray().at(0).toObject().value("content"_L1).toString(), u"text 3"_s);
    const QJsonObject usual = bodyOf(said(server, "GET", path));
    QCOMPARE(usual.value("limit"_L1).toInt(), 100);
    const QJsonObject first = usual.value("messages"_L1).toArray().at(0).toObject();
    QCOMPARE(first.value("content"_L1).toString(), u"text 0"_s);
    QVERIFY(first.value("run_id"_L1).isNull() && first.contains("run_id"_L1));
    QCOMPARE(bodyOf(said(server, "GET", path + "?offset=9")).value("messages"_L1).toArray().size(), 0);
    QCOMPARE(statusOf(said(server, "GET", path + "?limit=501")), 422);
    QCOMPARE(statusOf(said(server, "GET", "/conversations/" + idOf(7).toLatin1() + "/messages")), 404);
}

void TestTeamServer::whatIsNotGoodIsRefused()
{
    TeamServer server;
    server.isGood = [](const QByteArray &bearer) { return bearer == "good"; };
    QCOMPARE(statusOf(said(server, "GET", "/conversations")), 200);
    QCOMPARE(statusOf(said(server, "GET", "/conversations", {}, "Bearer bad")), 401);
    QCOMPARE(statusOf(said(server, "POST", stream, {{u"message"_s, u"x"_s}}, "Basic good")), 401);
    QCOMPARE(statusOf(said(server, "GET", "/agents", {}, {})), 422);
    QCOMPARE(statusOf(said(server, "GET", "/capabilities", {}, "Bearer bad")), 404); // nobody looks at a token there
    QCOMPARE(server.asked(), 0);
}

void TestTeamServer::whatIsNotOnesOwnIsNotShown()
{
    TeamServer server;
    server.store().add(entry(0, 2, TeamStore::Access::None));
    server.store().add(entry(1, 2, TeamStore::Access::Viewer));
    const QByteArray others = "/conversations/" + idOf(0).toLatin1();
    const QByteArray shared = "/conversations/" + idOf(1).toLatin1();
    QCOMPARE(bodyOf(said(server, "GET", "/conversations")).value("total"_L1).toInt(), 1);
    QCOMPARE(statusOf(said(server, "GET", others)), 403);
    QCOMPARE(statusOf(said(server, "GET", others + "/messages")), 403);
    QCOMPARE(statusOf(said(server, "GET", shared + "/messages")), 200);
    QCOMPARE(statusOf(said(server, "PATCH", shared, {{u"title"_s, u"Mine"_s}})), 403);
    for (int number : {0, 1, 2}) { // the last is nobody's
        const QByteArray answer = said(server, "POST", stream, {{u"message"_s, u"x"_s}, {u"conversation_id"_s, idOf(number)}});
        QCOMPARE(statusOf(answer), 200);
        QCOMPARE(eventsOf(answer), QStringList{u"error"_s});
    }
    QCOMPARE(server.messages().size(), 4); // as before
    QCOMPARE(statusOf(said(server, "DELETE", shared)), 204);
    QCOMPARE(statusOf(said(server, "GET", shared)), 404);
}

void TestTeamServer::aStreamHasTheOrderOfTheContract()
{
    TeamServer server;
    server.add({{u"It is "_s, u"42."_s}, 0, true});
    const QString question(60, u'q');
    const QByteArray answer = said(server, "POST", stream, {{u"message"_s, question}});
    QVERIFY(answer.contains("Content-Type: text/event-stream; charset=utf-8\r\n"));
    QCOMPARE(eventsOf(answer),
             QStringList({u"conversation_created"_s, u"thought"_s, u"thought"_s, u"thought"_s, u"thought"_s, u"tool_start"_s,
                          u"tool_result"_s, u"content"_s, u"content"_s, u"content"_s, u"thought"_s, u"complete"_s, u"message_complete"_s}));
    QVERIFY(answer.contains(QByteArray(50, 'q') + "...\""));
    QVERIFY(!answer.contains("\nid:") && !answer.contains("\n:") && !answer.contains("{{"));
    QCOMPARE(server.store().entries().size(), 1);
    const TeamStore::Entry stored = server.store().entries().constFirst();
    QCOMPARE(stored.messages.size(), 2);
    QVERIFY(answer.endsWith("\n\n"));
    QVERIFY(answer.contains("\"message_id\": \"" + stored.messages.constLast().value("id"_L1).toString().toLatin1() + '"'));
    QCOMPARE(stored.messages.constLast().value("content"_L1).toString(), u"It is 42."_s);
    const QJsonObject routing = stored.messages.constLast().value("routing_decision"_L1).toObject();
    QCOMPARE(routing.value("thoughts"_L1).toArray().size(), 3); // those that are whole

    const QString made = bodyOf(said(server, "POST", "/conversations", {{u"source"_s, u"desk"_s}})).value("id"_L1).toString();
    const QByteArray next = said(server, "POST", stream, {{u"message"_s, u"And now?"_s}, {u"conversation_id"_s, made}});
    QCOMPARE(eventsOf(next).constFirst(), u"title_update"_s);
    QCOMPARE(server.store().find(made)->title, u"And now?"_s);
}

void TestTeamServer::nothingIsStoredOfATurnThatFails()
{
    TeamServer server;
    server.add({{u"It is "_s}, 0, false, {}, u"The model went away"_s});
    const QByteArray answer = said(server, "POST", stream, {{u"message"_s, u"What?"_s}});
    QCOMPARE(eventsOf(answer).constLast(), u"error"_s);
    QVERIFY(answer.endsWith("data: {\"error\": \"The model went away\"}\n\n"));
    QVERIFY(server.store().entries().isEmpty());
}

void TestTeamServer::anAnswerWithoutTextIsStoredAsSuch()
{
    TeamServer server;
    server.add({{}, 0, false, u"Good morning!"_s});
    const QByteArray answer = said(server, "POST", stream, {{u"message"_s, u"Good morning"_s}});
    QVERIFY(answer.contains("\"fast_ack\""));
    QCOMPARE(eventsOf(answer).constLast(), u"message_complete"_s);
    QCOMPARE(server.messages().constLast().content, u"No response generated."_s);
}

void TestTeamServer::aQuestionHasALength()
{
    TeamServer server;
    for (qsizetype length : {0, 50'001}) {
        const QByteArray answer = said(server, "POST", stream, {{u"message"_s, QString(length, u'x')}});
        QCOMPARE(statusOf(answer), 422);
        QVERIFY(bodyOf(answer).value("detail"_L1).isArray());
    }
    QCOMPARE(statusOf(said(server, "POST", stream, {{u"message"_s, QString(50'000, u'x')}})), 200);
}

void TestTeamServer::aFileIsAttachedByItsAddress()
{
    TeamServer server;
    QCOMPARE(statusOf(said(server, "GET", "/chat-attachments")), 405);
    QCOMPARE(statusOf(said(server, "POST", "/chat-attachments", {{u"filename"_s, u"a.csv"_s}})), 422);
    const QByteArray made =
        said(server, "POST", "/chat-attachments", {{u"filename"_s, u"a.csv"_s}, {u"file_url"_s, u"/files/d1/download"_s}});
    QCOMPARE(statusOf(made), 201);
    const QString id = bodyOf(made).value("id"_L1).toString();
    QVERIFY(!id.isEmpty());
    QCOMPARE(server.attachments().size(), 1);
    const QByteArray target = "/chat-attachments/" + id.toLatin1();
    QCOMPARE(bodyOf(said(server, "GET", target)).value("file_url"_L1).toString(), u"/files/d1/download"_s);
    server.add({{u"Thanks."_s}});
    static_cast<void>(said(server, "POST", stream, {{u"message"_s, u"Read this"_s}, {u"attachment_ids"_s, QJsonArray{id}}}));
    QCOMPARE(server.attachmentIds(), QList<QStringList>{QStringList{id}});
    QCOMPARE(statusOf(said(server, "DELETE", target)), 204);
    QCOMPARE(statusOf(said(server, "DELETE", target)), 404);
    QVERIFY(server.attachments().isEmpty());
}

void TestTeamServer::timesAreWithoutAZone()
{
    const QDateTime time(QDate(2026, 5, 2), QTime(9, 14, 3, 120), Qt::UTC);
    QCOMPARE(TeamStore::timestamp(time), u"2026-05-02T09:14:03.120000"_s);
    QCOMPARE(TeamStore::timestamp(time.addMSecs(-120)), u"2026-05-02T09:14:03"_s);
}

// Contract 1.9 and 3.1.
void TestTeamServer::agentsThatAreInactiveAreGoneAndKeepTheirName()
{
    TeamServer server;
    const QJsonObject made{{u"name"_s, u"leases"_s}, {u"model"_s, u"agent"_s}, {u"instructions"_s, u"Be exact."_s}, {u"x"_s, 1}};
    const QByteArray first = said(server, "POST", "/agents/definitions", made);
    QCOMPARE(statusOf(first), 201);
    QCOMPARE(bodyOf(first).value(u"x"_s).toInt(), 1);
    const QByteArray address = "/agents/definitions/" + bodyOf(first).value(u"id"_s).toString().toLatin1();
    QCOMPARE(bodyOf(said(server, "PUT", address, {{u"name"_s, u"other"_s}, {u"model"_s, u"fast"_s}})).value(u"name"_s).toString(),
             u"leases"_s);
    QCOMPARE(statusOf(said(server, "POST", "/agents/definitions", made)), 201); // an update
    QCOMPARE(server.agents().rows().size(), 2);
    QCOMPARE(statusOf(said(server, "PUT", address, {{u"is_active"_s, false}})), 200);
    QCOMPARE(server.agents().activeNames(), QStringList{u"chat"_s});
    QCOMPARE(statusOf(said(server, "PUT", address, {{u"is_active"_s, true}})), 404);
    QCOMPARE(statusOf(said(server, "POST", "/agents/definitions", made)), 500);
    QCOMPARE(statusOf(said(server, "DELETE", address)), 204);
    QCOMPARE(statusOf(said(server, "GET", "/agents/executions")), 404);
}

QTEST_GUILESS_MAIN(TestTeamServer)
#include "tst_teamserver.moc"
