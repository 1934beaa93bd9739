// Runs as streams: numbers, resume, heartbeat, many streams, slow and dead readers, cancel, detach, retry.
#include "server_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk::test;

namespace {

const QString chatPath = u"/chat/message/stream/agentic"_s;

qint64 residentKb(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmRSS:") + 6, 30).simplified().split(' ').at(0).toLongLong();
}

int openSockets(qint64 pid)
{
    const QDir fds(u"/proc/%1/fd"_s.arg(pid));
    int count = 0;
    const QFileInfoList links = fds.entryInfoList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const QFileInfo &link : links)
        count += QFile::symLinkTarget(link.filePath()).contains(u"socket:"_s) ? 1 : 0;
    return count;
}

} // namespace

class TestServerStreams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aTurnIsNumberedAndEndsWithItsMessage();
    void resumeHasNoGapAndNoRepeat();
    void anUnknownEventIdIsGone();
    void aSilentStreamGetsComments();
    void cancelEndsWithinASecondAndKeepsTheText();
    void leavingTheStreamDoesNotCancel();
    void aHundredIdleStreamsCostNothing();
    void aKilledClientIsNoticed();
    void aSlowReaderCostsABoundedAmount();
    void aPlainRunHasTheContractsEvents();
    void aFailedRunIsRetriedForTheSameMessage();
    void aSecondQuestionWaitsForTheFirst();
    void deletingAConversationEndsItsRun();

private:
    std::unique_ptr<EventReader> ask(const QString &prompt, const QJsonObject &more = {}, const Headers &headers = {})
    {
        return std::make_unique<EventReader>(*m_server, "POST", chatPath, chatBody(prompt, more), headers);
    }
    std::unique_ptr<EventReader> attach(const QString &run, const Headers &headers = {})
    {
        return std::make_unique<EventReader>(*m_server, "GET", u"/streams/runs/"_s + run, QByteArray(), headers);
    }
    QTemporaryDir m_dir;
    std::unique_ptr<LocalServerProcess> m_server;
    std::unique_ptr<ServerClient> m_client;
};

void TestServerStreams::initTestCase()
{
    m_server = std::make_unique<LocalServerProcess>(m_dir.filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(m_server->start({u"--heartbeat-ms"_s, u"300"_s}));
    m_client = std::make_unique<ServerClient>(*m_server);
}

void TestServerStreams::aTurnIsNumberedAndEndsWithItsMessage()
{
    const auto stream = ask(u"tool calculate;text 5 5"_s);
    QVERIFY(stream->waitForEnd());
    QCOMPARE(stream->status(), 200);
    QVERIFY(stream->body().startsWith("retry: 1000\n"));
    QVERIFY(stream->head().contains("X-Accel-Buffering: no"));
    QVERIFY(stream->head().contains("text/event-stream"));
    const auto &events = stream->events();
    for (qsizetype i = 0; i < events.size(); ++i)
        QCOMPARE(events.at(i).id, QByteArray::number(i + 1));
    QCOMPARE(events.constFirst().type, QByteArray("run_created"));
    QCOMPARE(events.at(1).type, QByteArray("conversation_created"));
    QCOMPARE(events.constLast().type, QByteArray("message_complete"));
    QCOMPARE(stream->text(), u"word0 word1 word2 word3 word4 "_s);
    const QJsonObject end = stream->data(events.size() - 1);
    const Answer message = m_client->get(u"/messages/"_s + end.value("message_id"_L1).toString());
    QCOMPARE(message.text("content"_L1), stream->text());
    const Answer run = m_client->get(u"/runs/"_s + stream->first("run_created").value("run_id"_L1).toString());
    QCOMPARE(run.text("status"_L1), u"succeeded"_s);
    QStringList types;
    const QJsonArray timeline = run.object().value("events"_L1).toArray();
    for (const QJsonValue &entry : timeline)
        types.append(entry.toObject().value("type"_L1).toString());
    QCOMPARE(types, (QStringList{u"created"_s, u"routing"_s, u"tool_start"_s, u"tool_result"_s, u"completed"_s}));
}

void TestServerStreams::resumeHasNoGapAndNoRepeat()
{
    auto stream = ask(u"text 30 10"_s);
    QVERIFY(stream->waitForEvent("content"));
    const QByteArray seen = stream->events().constLast().id;
    const QString run = stream->first("run_created").value("run_id"_L1).toString();
    stream->abort();
    QString text = stream->text();
    const auto rest = attach(run, {{"Last-Event-ID", seen}});
    QVERIFY(rest->waitForEnd());
    QCOMPARE(rest->events().constFirst().id, QByteArray::number(seen.toInt() + 1));
    text += rest->text();
    const auto whole = attach(run);
    QVERIFY(whole->waitForEnd());
    QCOMPARE(text, whole->text());
    QCOMPARE(whole->text().count(u"word"_s), 30);
    const auto nothing = attach(run, {{"Last-Event-ID", whole->events().constLast().id}});
    QVERIFY(nothing->waitForEnd());
    QCOMPARE(nothing->events().size(), 0);
}

void TestServerStreams::anUnknownEventIdIsGone()
{
    const auto stream = ask(u"hello"_s);
    QVERIFY(stream->waitForEnd());
    const QString run = stream->first("run_created").value("run_id"_L1).toString();
    for (const QByteArray &id : {QByteArray("999"), QByteArray("0"), QByteArray("-1"), QByteArray("abc")}) {
        const Answer answer = m_client->get(u"/streams/runs/"_s + run, {{"Last-Event-ID", id}});
        QCOMPARE(answer.status, 410);
        QCOMPARE(answer.text("snapshot"_L1), u"/runs/"_s + run);
    }
    QCOMPARE(m_client->get(u"/streams/runs/00000000-0000-0000-0000-000000000000"_s).status, 404);
}

void TestServerStreams::aSilentStreamGetsComments()
{
    const auto stream = ask(u"hang"_s);
    QVERIFY(stream->waitFor([](const EventReader &self) { return self.body().count(": ping\n") >= 3; }, 5000));
    const QString run = stream->first("run_created").value("run_id"_L1).toString();
    QCOMPARE(m_client->post(u"/runs/%1/cancel"_s.arg(run)).status, 202);
    QVERIFY(stream->waitForEnd());
}

void TestServerStreams::cancelEndsWithinASecondAndKeepsTheText()
{
    const auto stream = ask(u"text 3 1;hang"_s);
    QVERIFY(stream->waitFor([](const EventReader &self) { return self.text().contains(u"word2"_s); }));
    const QString run = stream->first("run_created").value("run_id"_L1).toString();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_client->post(u"/runs/%1/cancel"_s.arg(run)).status, 202);
    QVERIFY(stream->waitForEnd());
    QVERIFY(timer.elapsed() < 1000 * slack);
    QCOMPARE(stream->events().constLast().type, QByteArray("error"));
    QCOMPARE(stream->data(stream->events().size() - 1).value("error_type"_L1).toString(), u"cancelled"_s);
    QCOMPARE(m_client->get(u"/runs/"_s + run).text("status"_L1), u"cancelled"_s);
    QCOMPARE(m_client->post(u"/runs/%1/cancel"_s.arg(run)).status, 409);
    const QString conversation = stream->first("run_created").value("conversation_id"_L1).toString();
    const QJsonArray messages = m_client->get(u"/conversations/%1/messages"_s.arg(conversation)).object().value("messages"_L1).toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages.at(1).toObject().value("content"_L1).toString(), u"word0 word1 word2 "_s);
    QCOMPARE(messages.at(1).toObject().value("metadata"_L1).toObject().value("status"_L1).toString(), u"cancelled"_s);
}

void TestServerStreams::leavingTheStreamDoesNotCancel()
{
    auto stream = ask(u"text 20 20"_s);
    QVERIFY(stream->waitForEvent("content"));
    const QJsonObject created = stream->first("run_created");
    stream->abort();
    const QString conversation = u"/conversations/"_s + created.value("conversation_id"_L1).toString();
    QCOMPARE(m_client->get(conversation).text("active_run_id"_L1), created.value("run_id"_L1).toString());
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(u"/runs/"_s + created.value("run_id"_L1).toString()).text("status"_L1), u"succeeded"_s, 5000);
    const Answer after = m_client->get(conversation);
    QVERIFY(after.object().value("active_run_id"_L1).isNull());
    QCOMPARE(after.object().value("messages"_L1).toArray().size(), 2);
}

void TestServerStreams::aHundredIdleStreamsCostNothing()
{
    const auto first = ask(u"hang"_s);
    QVERIFY(first->waitForEvent("run_created"));
    const QString run = first->first("run_created").value("run_id"_L1).toString();
    const qint64 before = residentKb(m_server->pid());
    std::vector<std::unique_ptr<EventReader>> streams;
    for (int i = 0; i < 100; ++i)
        streams.push_back(attach(run));
    for (const auto &stream : streams)
        QVERIFY(stream->waitForEvent("routing_decision"));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_client->get(u"/agents"_s).status, 200);
    QVERIFY2(timer.elapsed() < 1000 * slack, qPrintable(QString::number(timer.elapsed())));
    for (const auto &stream : streams) // all of them live on
        QVERIFY(stream->waitFor([](const EventReader &self) { return self.body().count(": ping\n") >= 2; }));
    QVERIFY2(residentKb(m_server->pid()) - before < 40'000 * slack, qPrintable(QString::number(residentKb(m_server->pid()) - before)));
    QCOMPARE(m_client->post(u"/runs/%1/cancel"_s.arg(run)).status, 202);
    for (const auto &stream : streams) {
        QVERIFY(stream->waitForEnd());
        QCOMPARE(stream->events().constLast().type, QByteArray("error"));
    }
}

void TestServerStreams::aKilledClientIsNoticed()
{
    const auto first = ask(u"hang"_s);
    QVERIFY(first->waitForEvent("routing_decision"));
    const QString run = first->first("run_created").value("run_id"_L1).toString();
    const int before = openSockets(m_server->pid());
    std::vector<std::unique_ptr<EventReader>> streams;
    for (int i = 0; i < 10; ++i)
        streams.push_back(attach(run));
    for (const auto &stream : streams)
        QVERIFY(stream->waitForEvent("routing_decision"));
    QCOMPARE(openSockets(m_server->pid()), before + 10);
    QElapsedTimer timer;
    timer.start();
    streams.clear();
    QTRY_VERIFY_WITH_TIMEOUT(openSockets(m_server->pid()) <= before, 1000);
    QCOMPARE(m_client->post(u"/runs/%1/cancel"_s.arg(run)).status, 202);
    QVERIFY(first->waitForEnd());
}

void TestServerStreams::aSlowReaderCostsABoundedAmount()
{
    const auto warm = ask(u"bulk 500"_s);
    QVERIFY(warm->waitForEnd());
    const qint64 before = residentKb(m_server->pid());
    auto slow = ask(u"bulk 500;text 400 5"_s);
    QVERIFY(slow->waitForEvent("run_created"));
    slow->pause();
    const QString run = slow->first("run_created").value("run_id"_L1).toString();
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(u"/runs/"_s + run).text("status"_L1), u"succeeded"_s, 15'000);
    QVERIFY2(residentKb(m_server->pid()) - before < 30'000 * slack, qPrintable(QString::number(residentKb(m_server->pid()) - before)));
    slow->resume();
    QVERIFY(slow->waitForEnd());
    QCOMPARE(slow->events().constLast().type, QByteArray("message_complete"));
    QCOMPARE(slow->text().count(u'x'), 500 * 4096);
    QCOMPARE(slow->text().count(u"word"_s), 400);
}

void TestServerStreams::aPlainRunHasTheContractsEvents()
{
    const QString agent = m_client->get(u"/agents"_s).json.toArray().at(0).toObject().value("id"_L1).toString();
    QElapsedTimer timer;
    timer.start();
    const Answer created = m_client->post(
        u"/runs"_s, QJsonObject{{"agent_id"_L1, agent}, {"input"_L1, QJsonObject{{"prompt"_L1, u"tool calculate;text 10 30"_s}}}});
    QCOMPARE(created.status, 202);
    QVERIFY(timer.elapsed() < 300 * slack); // at once, not at the end
    QCOMPARE(created.text("status"_L1), u"pending"_s);
    const auto stream = attach(created.text("id"_L1));
    QVERIFY(stream->waitForEnd());
    QCOMPARE(stream->events().constFirst().type, QByteArray("status"));
    QCOMPARE(stream->events().at(stream->events().size() - 2).type, QByteArray("output"));
    QCOMPARE(stream->events().constLast().type, QByteArray("complete"));
    QCOMPARE(stream->data(stream->events().size() - 1).value("status"_L1).toString(), u"succeeded"_s);
    QVERIFY(stream->data(stream->events().size() - 2).value("result"_L1).toString().contains(u"word9"_s));
    QCOMPARE(m_client->post(u"/runs"_s, QJsonObject{{"agent_id"_L1, agent}}).status, 400);
    QCOMPARE(m_client->post(u"/runs"_s, QJsonObject{{"agent_id"_L1, u"nobody"_s}, {"input"_L1, QJsonObject{{"prompt"_L1, u"x"_s}}}}).status,
             404);
    const Answer invoked = m_client->post(
        u"/runs/invoke-async"_s, QJsonObject{{"agent_name"_L1, u"dispatcher"_s}, {"input"_L1, QJsonObject{{"prompt"_L1, u"hi"_s}}}});
    QCOMPARE(invoked.status, 202);
    QCOMPARE(invoked.text("status"_L1), u"accepted"_s);
    QTRY_COMPARE(m_client->get(u"/runs/"_s + invoked.text("run_id"_L1)).text("status"_L1), u"succeeded"_s);
}

void TestServerStreams::aFailedRunIsRetriedForTheSameMessage()
{
    const auto stream = ask(u"tool calculate;text 2 1;fail"_s);
    QVERIFY(stream->waitForEnd());
    const QJsonObject created = stream->first("run_created");
    const QString run = created.value("run_id"_L1).toString();
    QCOMPARE(m_client->get(u"/runs/"_s + run).object().value("error"_L1).toObject().value("type"_L1).toString(), u"scripted"_s);
    const Answer retried = m_client->post(u"/runs/%1/retry"_s.arg(run));
    QCOMPARE(retried.status, 202);
    QCOMPARE(retried.text("status"_L1), u"pending"_s);
    QCOMPARE(retried.text("retry_of"_L1), run);
    const auto second = attach(retried.text("id"_L1));
    QVERIFY(second->waitForEnd());
    QCOMPARE(second->first("run_created").value("message_id"_L1), created.value("message_id"_L1));
    // The tool that had finished was not called again: its old output came back.
    QCOMPARE(second->first("tool_result").value("data"_L1).toObject().value("result"_L1).toString(), u"fresh "_s + run);
    const QString conversation = created.value("conversation_id"_L1).toString();
    const QJsonArray messages = m_client->get(u"/conversations/%1/messages"_s.arg(conversation)).object().value("messages"_L1).toArray();
    QCOMPARE(messages.size(), 2); // the cut answer was replaced, not doubled
    QCOMPARE(messages.at(1).toObject().value("run_id"_L1).toString(), retried.text("id"_L1));
    const auto good = ask(u"hello"_s);
    QVERIFY(good->waitForEnd());
    QCOMPARE(m_client->post(u"/runs/%1/retry"_s.arg(good->first("run_created").value("run_id"_L1).toString())).status, 409);
    QCOMPARE(m_client->post(u"/runs/none/retry"_s).status, 404);
}

void TestServerStreams::aSecondQuestionWaitsForTheFirst()
{
    const auto stream = ask(u"hang"_s);
    QVERIFY(stream->waitForEvent("run_created"));
    const QJsonObject created = stream->first("run_created");
    const Answer second =
        m_client->post(chatPath, QJsonObject{{"message"_L1, u"hi"_s}, {"conversation_id"_L1, created.value("conversation_id"_L1)}});
    QCOMPARE(second.status, 409);
    QCOMPARE(m_client->post(u"/runs/%1/cancel"_s.arg(created.value("run_id"_L1).toString())).status, 202);
    QVERIFY(stream->waitForEnd());
    const auto third = ask(u"hi"_s, {{"conversation_id"_L1, created.value("conversation_id"_L1)}});
    QVERIFY(third->waitForEnd());
    QCOMPARE(third->events().constLast().type, QByteArray("message_complete"));
}

void TestServerStreams::deletingAConversationEndsItsRun()
{
    const auto stream = ask(u"text 1000 10"_s);
    QVERIFY(stream->waitForEvent("content"));
    const QJsonObject created = stream->first("run_created");
    QCOMPARE(m_client->send("DELETE", u"/conversations/"_s + created.value("conversation_id"_L1).toString()).status, 204);
    QVERIFY(stream->waitForEnd(3000));
    QCOMPARE(m_client->get(u"/runs/"_s + created.value("run_id"_L1).toString()).status, 404);
    QCOMPARE(m_client->get(u"/health"_s).status, 200);
}

QTEST_GUILESS_MAIN(TestServerStreams)
#include "tst_serverstreams.moc"
