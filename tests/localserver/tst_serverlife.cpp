// Ends, crashes and neighbours: nothing said is lost, nothing runs for ever.
#include "server_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

class TestServerLife : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void killMidAnswerLeavesAnInterruptedRunThatCanBeRetried();
    void streamIdsSurviveARestart();
    void CA_20_aChatBegunWithAnAgentStaysTheAgents();
    void theEndOfInputFinishesTheAnswer();
    void theEndOfInputEndsAnIdleServerAtOnce();
    void theEndOfInputAloneMeansNothingWithoutParentWatch();
    void aDrainHasALimit();
    void terminationInterruptsAfterAGrace();
    void twoServersShareOneFolder();
    void aRunOfADyingNeighbourBecomesInterrupted();
    void aNeighboursRunCanBeCancelled();
    void aStartBesideALiveServerTouchesNothingOfIt();
    void wordsOnInputAreNotEchoed();

private:
    std::unique_ptr<LocalServerProcess> make() const
    {
        return std::make_unique<LocalServerProcess>(m_dir->filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    }
    static std::unique_ptr<EventReader> ask(const LocalServerProcess &server, const QString &prompt)
    {
        return std::make_unique<EventReader>(server, "POST", u"/chat/message/stream/agentic"_s, chatBody(prompt));
    }
    static QString runOf(const EventReader &stream) { return stream.first("run_created").value("run_id"_L1).toString(); }
    static QString conversationOf(const EventReader &stream) { return stream.first("run_created").value("conversation_id"_L1).toString(); }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalServerProcess> m_server;
};

void TestServerLife::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = make();
}

void TestServerLife::cleanup()
{
    m_server.reset();
}

void TestServerLife::killMidAnswerLeavesAnInterruptedRunThatCanBeRetried()
{
    QVERIFY(m_server->start());
    const auto stream = ask(*m_server, u"tool calculate;text 20 60"_s);
    QVERIFY(stream->waitFor([](const EventReader &self) { return self.text().contains(u"word3"_s); }));
    m_server->kill();
    QVERIFY(stream->waitForEnd());
    const QString said = stream->text();
    QVERIFY(m_server->start());
    ServerClient client(*m_server);
    const Answer run = client.get(u"/runs/"_s + runOf(*stream));
    QCOMPARE(run.text("status"_L1), u"failed"_s);
    QCOMPARE(run.object().value("error"_L1).toObject().value("type"_L1).toString(), u"interrupted"_s);
    const QString messagesPath = u"/conversations/%1/messages"_s.arg(conversationOf(*stream));
    QJsonArray messages = client.get(messagesPath).object().value("messages"_L1).toArray();
    QCOMPARE(messages.size(), 2);
    QVERIFY(messages.at(1).toObject().value("content"_L1).toString().startsWith(said)); // nothing shown is lost
    QCOMPARE(messages.at(1).toObject().value("metadata"_L1).toObject().value("status"_L1).toString(), u"interrupted"_s);
    QCOMPARE(messages.at(1).toObject().value("tool_calls"_L1).toArray().size(), 1);
    // A client that had been reading goes on where it was and learns of the end.
    EventReader rest(*m_server, "GET", u"/streams/runs/"_s + runOf(*stream), {}, {{"Last-Event-ID", stream->events().constLast().id}});
    QVERIFY(rest.waitForEnd());
    QCOMPARE(rest.events().constLast().type, QByteArray("error"));
    QCOMPARE(rest.data(rest.events().size() - 1).value("error_type"_L1).toString(), u"interrupted"_s);
    const Answer retried = client.post(u"/runs/%1/retry"_s.arg(runOf(*stream)));
    QCOMPARE(retried.status, 202);
    EventReader second(*m_server, "GET", u"/streams/runs/"_s + retried.text("id"_L1));
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.events().constLast().type, QByteArray("message_complete"));
    QVERIFY(
        second.first("tool_result").value("data"_L1).toObject().value("result"_L1).toString().contains(runOf(*stream))); // not called again
    messages = client.get(messagesPath).object().value("messages"_L1).toArray();
    QCOMPARE(messages.size(), 2);
    QVERIFY(messages.at(1).toObject().value("content"_L1).toString().contains(u"word19"_s));
}

void TestServerLife::CA_20_aChatBegunWithAnAgentStaysTheAgents()
{
    QVERIFY(m_server->start());
    const QJsonObject definition{{"name"_L1, u"contracts"_s}, {"model"_L1, u"large"_s}, {"instructions"_L1, u"Quote."_s}};
    const auto begin = [this](const QJsonObject &more) {
        EventReader stream(*m_server, "POST", u"/chat/message/stream/agentic"_s, chatBody(u"text 1 0"_s, more));
        return stream.waitForEnd() ? conversationOf(stream) : QString();
    };
    QString agent;
    QString own;
    QString chosen;
    QString prepared;
    QString several;
    {
        ServerClient client(*m_server);
        agent = client.post(u"/agents/definitions"_s, definition).text("id"_L1);
        QVERIFY(!agent.isEmpty());
        own = begin({{"selected_agents"_L1, QJsonArray{u"contracts"_s}}});
        chosen = begin({{"selected_agents"_L1, QJsonArray{agent}}, {"model"_L1, u"small"_s}});
        prepared = client.post(u"/conversations"_s, QJsonObject{{"title"_L1, u"Prepared"_s}}).text("id"_L1);
        QCOMPARE(begin({{"conversation_id"_L1, prepared}, {"selected_agents"_L1, QJsonArray{agent}}}), prepared);
        several = begin({{"selected_agents"_L1, QJsonArray{agent, u"dispatcher"_s}}});
        // Another agent later on changes nothing of how it began.
        QCOMPARE(begin({{"conversation_id"_L1, own}, {"selected_agents"_L1, QJsonArray{u"dispatcher"_s}}}), own);
        QCOMPARE(begin({{"conversation_id"_L1, several}, {"selected_agents"_L1, QJsonArray{agent}}}), several);
    }
    m_server->kill();
    QVERIFY(m_server->start());
    ServerClient client(*m_server);
    const auto check = [&](const QString &id, const QString &wantedAgent, const QString &model) {
        QVERIFY(!id.isEmpty());
        const QJsonArray list = client.get(u"/conversations?order_by=updated_at"_s).object().value("conversations"_L1).toArray();
        QJsonObject listed;
        for (const QJsonValue &conversation : list) {
            if (conversation.toObject().value("id"_L1).toString() == id)
                listed = conversation.toObject();
        }
        for (const QJsonObject &told : {listed, client.get(u"/conversations/"_s + id).object()}) {
            QCOMPARE(told.value("id"_L1).toString(), id);
            QCOMPARE(told.value("agent_id"_L1).toString(), wantedAgent);
            QCOMPARE(told.value("model"_L1).toString(), model);
        }
    };
    check(own, agent, u"large"_s);
    check(chosen, agent, u"small"_s);
    check(prepared, agent, u"large"_s);
    check(several, {}, {});
    QCOMPARE(client.get(u"/conversations?agent_id="_s + agent).object().value("total"_L1).toInt(), 3);
}

void TestServerLife::streamIdsSurviveARestart()
{
    QVERIFY(m_server->start());
    const auto stream = ask(*m_server, u"text 3 1"_s);
    QVERIFY(stream->waitForEnd());
    m_server->terminate();
    QVERIFY(m_server->waitForExit());
    QVERIFY(m_server->start());
    EventReader rest(*m_server, "GET", u"/streams/runs/"_s + runOf(*stream), {}, {{"Last-Event-ID", "2"}});
    QVERIFY(rest.waitForEnd());
    QCOMPARE(rest.events().size(), stream->events().size() - 2);
    QCOMPARE(rest.events().constLast().data, stream->events().constLast().data);
}

void TestServerLife::theEndOfInputFinishesTheAnswer()
{
    QVERIFY(m_server->start({u"--parent-watch"_s}));
    const auto stream = ask(*m_server, u"text 20 40"_s);
    QVERIFY(stream->waitForEvent("content"));
    stream->abort();
    m_server->closeInput();
    auto refused = std::make_unique<QTcpSocket>();
    QTRY_VERIFY_WITH_TIMEOUT((refused->abort(), refused->connectToHost(u"127.0.0.1"_s, m_server->port()), !refused->waitForConnected(200)),
                             2000);
    QVERIFY(m_server->waitForExit());
    QCOMPARE(m_server->exitCode(), 0);
    QVERIFY(m_server->start());
    ServerClient client(*m_server);
    QCOMPARE(client.get(u"/runs/"_s + runOf(*stream)).text("status"_L1), u"succeeded"_s);
    const QJsonArray messages =
        client.get(u"/conversations/%1/messages"_s.arg(conversationOf(*stream))).object().value("messages"_L1).toArray();
    QVERIFY(messages.at(1).toObject().value("content"_L1).toString().contains(u"word19"_s));
}

void TestServerLife::theEndOfInputEndsAnIdleServerAtOnce()
{
    QVERIFY(m_server->start({u"--parent-watch"_s}));
    ServerClient client(*m_server);
    QCOMPARE(client.get(u"/agents"_s).status, 200);
    QElapsedTimer timer;
    timer.start();
    m_server->closeInput();
    QVERIFY(m_server->waitForExit());
    QVERIFY(timer.elapsed() < 1000 * slack);
    QCOMPARE(m_server->exitCode(), 0);
    QVERIFY(QDir(m_server->dataFolder() + u"/instances"_s).isEmpty());
    QVERIFY(QDir(m_server->dataFolder() + u"/uploads"_s).isEmpty());
}

void TestServerLife::theEndOfInputAloneMeansNothingWithoutParentWatch()
{
    QVERIFY(m_server->start());
    m_server->closeInput();
    ServerClient client(*m_server);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(client.get(u"/health"_s).status, 200);
    QVERIFY(m_server->isRunning());
}

void TestServerLife::aDrainHasALimit()
{
    QVERIFY(m_server->start({u"--parent-watch"_s, u"--drain-ms"_s, u"300"_s}));
    const auto stream = ask(*m_server, u"text 2 1;hang"_s);
    QVERIFY(stream->waitForEvent("content"));
    m_server->closeInput();
    QVERIFY(m_server->waitForExit(5000));
    QCOMPARE(m_server->exitCode(), 0);
    QVERIFY(m_server->start());
    ServerClient client(*m_server);
    QCOMPARE(client.get(u"/runs/"_s + runOf(*stream)).object().value("error"_L1).toObject().value("type"_L1).toString(), u"interrupted"_s);
}

void TestServerLife::terminationInterruptsAfterAGrace()
{
    QVERIFY(m_server->start());
    const auto stream = ask(*m_server, u"text 2 1;hang"_s);
    QVERIFY(stream->waitFor([](const EventReader &self) { return self.text().contains(u"word1"_s); }));
    QElapsedTimer timer;
    timer.start();
    m_server->terminate();
    QVERIFY(m_server->waitForExit(5000));
    QVERIFY(timer.elapsed() >= 1500);
    QVERIFY(!m_server->crashed());
    QCOMPARE(m_server->exitCode(), 0);
    QVERIFY(m_server->start());
    ServerClient client(*m_server);
    QCOMPARE(client.get(u"/runs/"_s + runOf(*stream)).object().value("error"_L1).toObject().value("type"_L1).toString(), u"interrupted"_s);
    const QJsonArray messages =
        client.get(u"/conversations/%1/messages"_s.arg(conversationOf(*stream))).object().value("messages"_L1).toArray();
    QCOMPARE(messages.at(1).toObject().value("content"_L1).toString(), u"word0 word1 "_s);
}

void TestServerLife::twoServersShareOneFolder()
{
    QVERIFY(m_server->start());
    const auto other = make();
    QVERIFY(other->start());
    const auto stream = ask(*m_server, u"text 30 20"_s);
    QVERIFY(stream->waitForEvent("content"));
    ServerClient beside(*other);
    QCOMPARE(beside.get(u"/runs/"_s + runOf(*stream)).text("status"_L1), u"running"_s); // not taken for dead
    EventReader watched(*other, "GET", u"/streams/runs/"_s + runOf(*stream));
    const auto own = ask(*other, u"text 10 20"_s); // both write at once
    QVERIFY(stream->waitForEnd());
    QVERIFY(own->waitForEnd());
    QVERIFY(watched.waitForEnd());
    QCOMPARE(watched.text(), stream->text());
    QCOMPARE(watched.events().size(), stream->events().size());
    QCOMPARE(own->events().constLast().type, QByteArray("message_complete"));
    QCOMPARE(beside.get(u"/conversations"_s).object().value("total"_L1).toInt(), 2);
}

void TestServerLife::aRunOfADyingNeighbourBecomesInterrupted()
{
    QVERIFY(m_server->start());
    const auto other = make();
    QVERIFY(other->start());
    const auto stream = ask(*m_server, u"text 3 1;hang"_s);
    QVERIFY(stream->waitFor([](const EventReader &self) { return self.text().contains(u"word2"_s); }));
    EventReader watched(*other, "GET", u"/streams/runs/"_s + runOf(*stream));
    QVERIFY(watched.waitFor([](const EventReader &self) { return self.text().contains(u"word2"_s); }));
    m_server->kill();
    QVERIFY(watched.waitForEnd(5000));
    QCOMPARE(watched.data(watched.events().size() - 1).value("error_type"_L1).toString(), u"interrupted"_s);
}

void TestServerLife::aNeighboursRunCanBeCancelled()
{
    QVERIFY(m_server->start());
    const auto other = make();
    QVERIFY(other->start());
    const auto stream = ask(*m_server, u"hang"_s);
    QVERIFY(stream->waitForEvent("run_created"));
    ServerClient beside(*other);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(beside.post(u"/runs/%1/cancel"_s.arg(runOf(*stream))).status, 202);
    QVERIFY(stream->waitForEnd(3000));
    QVERIFY(timer.elapsed() < 1000 * slack);
    QCOMPARE(beside.get(u"/runs/"_s + runOf(*stream)).text("status"_L1), u"cancelled"_s);
}

void TestServerLife::aStartBesideALiveServerTouchesNothingOfIt()
{
    QVERIFY(m_server->start());
    const auto stream = ask(*m_server, u"text 40 20"_s);
    QVERIFY(stream->waitForEvent("content"));
    for (int i = 0; i < 3; ++i) {
        const auto other = make();
        QVERIFY(other->start());
        other->kill();
    }
    QVERIFY(stream->waitForEnd());
    QCOMPARE(stream->events().constLast().type, QByteArray("message_complete"));
}

void TestServerLife::wordsOnInputAreNotEchoed()
{
    QVERIFY(m_server->start());
    m_server->writeLine("{\"provider_key\":{\"provider\":\"p\",\"key\":\"very-secret-key-1\"}}");
    m_server->writeLine("not json very-secret-key-2");
    ServerClient client(*m_server);
    QCOMPARE(client.get(u"/health"_s).status, 200);
    m_server->terminate();
    QVERIFY(m_server->waitForExit());
    const QByteArray log = m_server->standardError();
    QVERIFY(log.contains("not understood"));
    QVERIFY(!log.contains("very-secret"));
    QVERIFY(!log.contains(m_server->token()));
}

QTEST_GUILESS_MAIN(TestServerLife)
#include "tst_serverlife.moc"
