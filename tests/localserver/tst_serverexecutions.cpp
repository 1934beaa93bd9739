// Executions of workflows in the real server over real sockets: order, loops, real parallelism, people, limits, stops, crashes, resuming.
#include "server_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

namespace {

QJsonObject step(const QString &id, const QString &type, const QJsonObject &more = {})
{
    QJsonObject out{{"id"_L1, id}, {"type"_L1, type}};
    for (auto it = more.begin(); it != more.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

// The scripted agent does what its prompt says; see server_scriptedturn.h.
QJsonObject agent(const QString &id, const QString &prompt, const QString &name = u"dispatcher"_s)
{
    return step(id, u"agent"_s, {{"agent"_L1, name}, {"agent_prompt"_L1, prompt}});
}

QJsonObject calculate(const QString &id, const QString &expression)
{
    return step(id, u"tool"_s, {{"tool"_L1, u"calculate"_s}, {"tool_args"_L1, QJsonObject{{"expression"_L1, expression}}}});
}

QJsonObject condition(const QString &id, const QString &field, const QString &word, const QJsonValue &value, const QString &then,
                      const QString &otherwise)
{
    return step(
        id, u"condition"_s,
        {{"condition"_L1,
          QJsonObject{
              {"field"_L1, field}, {"operator"_L1, word}, {"value"_L1, value}, {"then_step"_L1, then}, {"else_step"_L1, otherwise}}}});
}

QJsonObject human(const QString &id, const QJsonObject &more = {})
{
    QJsonObject config{{"notification"_L1, u"Send $.input.what?"_s},
                       {"options"_L1, QJsonArray{QJsonObject{{"id"_L1, u"yes"_s}, {"label"_L1, u"Send"_s}},
                                                 QJsonObject{{"id"_L1, u"no"_s}, {"label"_L1, u"Leave"_s}}}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        config.insert(it.key(), it.value());
    return step(id, u"human"_s, {{"human_config"_L1, config}});
}

QJsonObject transform(const QString &id, const QJsonValue &value, const QString &operation = u"none"_s)
{
    return step(id, u"transform"_s, {{"transform"_L1, QJsonObject{{"value"_L1, value}, {"operation"_L1, operation}}}});
}

QStringList stepsOf(const EventReader &reader, const QByteArray &type)
{
    QStringList out;
    for (qsizetype i = 0; i < reader.events().size(); ++i) {
        if (reader.events().at(i).type == type)
            out.append(reader.data(i).value("step_id"_L1).toString());
    }
    return out;
}

// A server, and what is done to its executions.
class Desk
{
public:
    explicit Desk(const QStringList &options = {})
        : server(m_dir.filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER))
        , m_options(options)
    {
        start();
    }

    void start()
    {
        if (!server.start(m_options))
            qFatal("the server does not start");
        client = std::make_unique<ServerClient>(server);
    }

    void restart()
    {
        server.kill();
        start();
    }

    QString make(const QJsonArray &steps, const QJsonObject &more = {})
    {
        QJsonObject body = more;
        body.insert("name"_L1, u"flow %1"_s.arg(++m_made));
        body.insert("steps"_L1, steps);
        return client->post(u"/agents/workflows"_s, body).text("id"_L1);
    }

    QString run(const QJsonArray &steps, const QJsonObject &input = {}, const QJsonObject &guardrails = {})
    {
        const Answer answer = client->post(u"/agents/workflows/%1/execute"_s.arg(make(steps)),
                                           QJsonObject{{"input_data"_L1, input}, {"guardrails"_L1, guardrails}});
        return answer.status == 200 && answer.text("status"_L1) == "pending"_L1 ? answer.text("id"_L1) : QString();
    }

    [[nodiscard]] static QString path(const QString &id) { return u"/agents/workflows/executions/"_s + id; }
    QJsonObject get(const QString &id) { return client->get(path(id)).object(); }
    QString statusOf(const QString &id) { return get(id).value("status"_L1).toString(); }
    QJsonArray steps(const QString &id) { return client->get(path(id) + u"/steps"_s).json.toArray(); }
    QJsonObject outputs(const QString &id) { return get(id).value("step_outputs"_L1).toObject(); }
    QJsonObject asked(const QString &id) { return get(id).value("approval"_L1).toObject(); }

    QStringList stepIds(const QString &id)
    {
        QStringList out;
        const QJsonArray all = steps(id);
        for (const QJsonValue &one : all)
            out.append(one["step_id"_L1].toString());
        return out;
    }

    bool waitFor(const QString &id, const QString &status, int milliseconds = 20'000)
    {
        return QTest::qWaitFor([&] { return statusOf(id) == status; }, milliseconds);
    }

    Answer approve(const QString &id, const QString &option, const QString &hash, const QString &comment = {})
    {
        QJsonObject body{{"option_id"_L1, option}, {"comment"_L1, comment}};
        if (!hash.isEmpty())
            body.insert("arguments_hash"_L1, hash);
        return client->post(path(id) + u"/approve"_s, body);
    }

    // After a restart: as soon as it waits again.
    bool approveSoon(const QString &id, const QString &option, const QString &hash)
    {
        return QTest::qWaitFor([&] { return approve(id, option, hash).status == 200; });
    }

    [[nodiscard]] std::unique_ptr<EventReader> watch(const QString &id, const Headers &headers = {}) const
    {
        return std::make_unique<EventReader>(server, "GET", u"/streams/executions/"_s + id, QByteArray(), headers);
    }

    QString makeTool(const QString &name)
    {
        return client
            ->post(u"/agents/tools"_s,
                   QJsonObject{{"name"_L1, name},
                               {"entrypoint"_L1, u"m:f"_s},
                               {"mcp_tool"_L1, u"echo"_s},
                               {"mcp_server"_L1, QJsonObject{{"name"_L1, u"test"_s},
                                                             {"command"_L1, QStringLiteral(DESK_MCP_TESTSERVER)},
                                                             {"args"_L1, QJsonArray{u"good"_s, m_dir.filePath(u"notes"_s)}},
                                                             {"timeout_seconds"_L1, 20}}}})
            .text("id"_L1);
    }

    [[nodiscard]] QString dataFolder() const { return m_dir.filePath(u"data"_s); }

    [[nodiscard]] qsizetype programCalls() const
    {
        QFile file(m_dir.filePath(u"notes"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count("tools/call") : 0;
    }

private:
    QTemporaryDir m_dir;

public:
    LocalServerProcess server;
    std::unique_ptr<ServerClient> client;

private:
    QStringList m_options;
    int m_made = 0;
};

const QJsonObject echo{{"tool"_L1, u"my_echo"_s}, {"tool_args"_L1, QJsonObject{{"text"_L1, u"$.input.what"_s}}}};

} // namespace

class TestServerExecutions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theServerSaysWhatItCan();
    void theContractsExampleRunsThroughBothBranches();
    void everyKindOfStepHasItsResult();
    void loopsGoRoundWithTheirOwnContext();
    void loopsHaveLimits();
    void parallelStepsReallyOverlap();
    void aFailureInParallelLetsTheOthersEnd();
    void aPersonsAnswerResumesOnce();
    void aPersonsTimeIsOver_data();
    void aPersonsTimeIsOver();
    void APPR_01_aProgramIsAskedForWithItsArguments();
    void APPR_02_aChangedToolCannotBeApproved();
    void APPR_02_aRepeatedRequestIsOneWord();
    void APPR_04_silenceRefusesAProgram();
    void resumingKeepsWhatWasFinished();
    void resumingFromTheStartForgetsIt();
    void stoppingTakesEffectWithinAStep();
    void anotherServerOnTheFolderStopsABusyExecution();
    void limitsAreEnforced_data();
    void limitsAreEnforced();
    void limitsHoldOverAResume();
    void largeResultsAreShortenedForClients();
    void anEndlessJumpIsEnded();
    void LOC_15_aKilledServerLeavesAnInterruptedExecution();
    void LOC_15_whatWaitsForAPersonOutlivesTheServer();
    void LOC_15_aDeadlineHoldsOverARestart();
    void LOC_16_streamsResumeWithoutGapOrRepeat();
    void listsArePagedAndFiltered();
    void hostileDefinitionsEndInWords_data();
    void hostileDefinitionsEndInWords();
};

void TestServerExecutions::theServerSaysWhatItCan()
{
    Desk desk;
    const QByteArray body = desk.client->get(u"/capabilities"_s).body;
    for (const char *feature : {"\"approvals_resume\"", "\"parallel_steps\"", "\"workflow_executions\""})
        QVERIFY2(body.contains(feature), feature);
}

void TestServerExecutions::theContractsExampleRunsThroughBothBranches()
{
    Desk desk;
    const QJsonArray steps{calculate(u"wx"_s, u"$.input.degrees"_s),
                           condition(u"cold"_s, u"$.wx.value"_s, u"lt"_s, 5, u"warn"_s, u"note"_s),
                           agent(u"warn"_s, u"Warn about frost: $.wx.result"_s), agent(u"note"_s, u"Short note: $.wx.result"_s)};
    const QString cold = desk.run(steps, {{"degrees"_L1, u"1-4"_s}});
    const auto stream = desk.watch(cold);
    QVERIFY(stream->waitForEnd());
    QCOMPARE(stepsOf(*stream, "step_start"), (QStringList{u"wx"_s, u"cold"_s, u"warn"_s, u"note"_s}));
    QCOMPARE(stepsOf(*stream, "step_complete"), stepsOf(*stream, "step_start"));
    QCOMPARE(stream->events().constLast().type, QByteArray("complete"));
    QCOMPARE(stream->events().at(stream->events().size() - 2).type, QByteArray("output"));
    QCOMPARE(desk.stepIds(cold), (QStringList{u"wx"_s, u"cold"_s, u"warn"_s, u"note"_s}));
    const QJsonObject done = desk.get(cold);
    QCOMPARE(done.value("status"_L1).toString(), u"completed"_s);
    QCOMPARE(done.value("step_outputs"_L1)["warn"_L1]["result"_L1].toString(), u"You said: Warn about frost: -3"_s);
    QCOMPARE(done.value("step_outputs"_L1)["cold"_L1]["next_step"_L1].toString(), u"warn"_s);
    QCOMPARE(done.value("usage_requests"_L1), QJsonValue(2));
    QCOMPARE(done.value("usage_tool_calls"_L1), QJsonValue(1));
    QVERIFY(done.value("usage_output_tokens"_L1).toInt() > 0);
    QCOMPARE(done.value("created_by"_L1).toString(), u"local"_s);
    QVERIFY(done.value("duration_seconds"_L1).isDouble());
    const QJsonArray rows = desk.steps(cold);
    QCOMPARE(rows.at(0)["usage_requests"_L1], QJsonValue(0)); // of the execution so far, as each ended
    QCOMPARE(rows.at(2)["usage_requests"_L1], QJsonValue(1));
    QCOMPARE(rows.at(3)["usage_requests"_L1], QJsonValue(2));
    QCOMPARE(rows.at(2)["input_data"_L1]["prompt"_L1].toString(), u"Warn about frost: -3"_s);
    QCOMPARE(rows.at(0)["input_data"_L1]["arguments"_L1]["expression"_L1].toString(), u"1-4"_s);
    const QString warm = desk.run(steps, {{"degrees"_L1, u"10+9"_s}});
    QVERIFY(desk.waitFor(warm, u"completed"_s));
    QCOMPARE(desk.stepIds(warm), (QStringList{u"wx"_s, u"cold"_s, u"note"_s}));
}

void TestServerExecutions::everyKindOfStepHasItsResult()
{
    Desk desk;
    const QJsonObject schema = QJsonDocument::fromJson(R"({"type":"object","required":["what"],"properties":{"what":{"type":"string"},
        "days":{"type":"integer","default":3}}})")
                                   .object();
    QJsonObject off = calculate(u"off"_s, u"nonsense("_s);
    off.insert("disabled"_L1, true);
    const QJsonArray steps{
        step(u"in"_s, u"input"_s, {{"schema"_L1, schema}}), off, transform(u"all"_s, QJsonArray{u"$.in.days"_s, 4}, u"sum"_s),
        step(u"out"_s, u"output"_s, {{"value"_L1, QJsonObject{{"text"_L1, u"$.in.what: $.all"_s}, {"n"_L1, u"$.all"_s}}}})};
    const QString id = desk.run(steps, {{"what"_L1, u"tea"_s}});
    QVERIFY(desk.waitFor(id, u"completed"_s));
    const QJsonObject outputs = desk.outputs(id);
    QCOMPARE(outputs.value("in"_L1).toObject(), (QJsonObject{{"what"_L1, u"tea"_s}, {"days"_L1, 3}}));
    QCOMPARE(outputs.value("all"_L1), QJsonValue(7));
    QCOMPARE(outputs.value("out"_L1).toObject(), (QJsonObject{{"text"_L1, u"tea: 7"_s}, {"n"_L1, 7}}));
    QVERIFY(!outputs.contains("off"_L1));
    QCOMPARE(desk.steps(id).at(1)["status"_L1].toString(), u"skipped"_s);
    QCOMPARE(desk.steps(id).at(2)["output_data"_L1].toObject(), (QJsonObject{{"result"_L1, 7}}));
    const QString wrong = desk.run(steps, {{"what"_L1, 5}});
    QVERIFY(desk.waitFor(wrong, u"failed"_s));
    QVERIFY(desk.get(wrong).value("error"_L1).toString().contains(u"/what"_s));
    QCOMPARE(desk.get(wrong).value("failed_step_id"_L1).toString(), u"in"_s);
}

void TestServerExecutions::loopsGoRoundWithTheirOwnContext()
{
    Desk desk;
    const QJsonArray inner{calculate(u"twice"_s, u"2*$.number"_s), transform(u"say"_s, u"$.loop_index of $.loop_count: $.twice.result"_s)};
    const QJsonObject loop{{"items_path"_L1, u"$.input.numbers"_s}, {"item_variable"_L1, u"number"_s}, {"steps"_L1, inner}};
    const QJsonArray steps{step(u"rounds"_s, u"loop"_s, {{"loop_config"_L1, loop}}), transform(u"count"_s, u"$.rounds"_s, u"length"_s)};
    const QString id = desk.run(steps, {{"numbers"_L1, QJsonArray{3, 4}}});
    QVERIFY(desk.waitFor(id, u"completed"_s));
    const QJsonArray rounds = desk.outputs(id).value("rounds"_L1).toArray();
    QCOMPARE(rounds.size(), 2);
    QCOMPARE(rounds.at(0)["say"_L1].toString(), u"0 of 2: 6"_s);
    QCOMPARE(rounds.at(1)["say"_L1].toString(), u"1 of 2: 8"_s);
    QCOMPARE(desk.outputs(id).value("count"_L1), QJsonValue(2));
    QVERIFY(!desk.outputs(id).contains("say"_L1));
    QCOMPARE(desk.stepIds(id), (QStringList{u"rounds"_s, u"twice"_s, u"say"_s, u"twice"_s, u"say"_s, u"count"_s}));
    const QString none = desk.run(steps, {});
    QVERIFY(desk.waitFor(none, u"completed"_s));
    QCOMPARE(desk.outputs(none).value("rounds"_L1).toArray().size(), 0);
}

void TestServerExecutions::loopsHaveLimits()
{
    Desk desk;
    const QJsonObject loop{{"items_path"_L1, u"$.input.all"_s}, {"max_iterations"_L1, 2}, {"steps"_L1, QJsonArray{transform(u"x"_s, 1)}}};
    const QJsonArray steps{step(u"rounds"_s, u"loop"_s, {{"loop_config"_L1, loop}})};
    const QString many = desk.run(steps, {{"all"_L1, QJsonArray{1, 2, 3}}});
    QVERIFY(desk.waitFor(many, u"failed"_s));
    QVERIFY(desk.get(many).value("error"_L1).toString().contains(u'3'));
    QCOMPARE(desk.stepIds(many), QStringList{u"rounds"_s});
    const QString text = desk.run(steps, {{"all"_L1, u"abc"_s}});
    QVERIFY(desk.waitFor(text, u"failed"_s));
}

void TestServerExecutions::parallelStepsReallyOverlap()
{
    Desk desk;
    const QJsonObject both{{"parallel_steps"_L1,
                            QJsonArray{agent(u"one"_s, u"text 8 50"_s), agent(u"two"_s, u"text 8 50"_s), calculate(u"three"_s, u"1+2"_s)}}};
    const QJsonArray steps{step(u"both"_s, u"parallel"_s, both), transform(u"after"_s, u"$.both.three.result and $.both.two.result"_s)};
    const auto stream = desk.watch(desk.run(steps));
    QVERIFY(stream->waitForEnd());
    QStringList order;
    for (qsizetype i = 0; i < stream->events().size(); ++i) {
        const QString id = stream->data(i).value("step_id"_L1).toString();
        if (id == "one"_L1 || id == "two"_L1)
            order.append(QString::fromLatin1(stream->events().at(i).type));
    }
    QCOMPARE(order, (QStringList{u"step_start"_s, u"step_start"_s, u"step_complete"_s, u"step_complete"_s}));
    const QString id = stream->first("status").value("execution_id"_L1).toString();
    QVERIFY(desk.outputs(id).value("after"_L1).toString().startsWith(u"3 and word0 "_s));
    QCOMPARE(desk.outputs(id).value("both"_L1).toObject().keys(), (QStringList{u"one"_s, u"three"_s, u"two"_s}));
}

void TestServerExecutions::aFailureInParallelLetsTheOthersEnd()
{
    Desk desk;
    const QJsonObject both{{"parallel_steps"_L1, QJsonArray{agent(u"bad"_s, u"fail"_s), agent(u"good"_s, u"text 3 30"_s)}}};
    const QString id = desk.run({step(u"both"_s, u"parallel"_s, both), transform(u"never"_s, 1)});
    QVERIFY(desk.waitFor(id, u"failed"_s));
    QCOMPARE(desk.get(id).value("failed_step_id"_L1).toString(), u"bad"_s);
    const QJsonArray rows = desk.steps(id);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0)["status"_L1].toString(), u"failed"_s);
    QCOMPARE(rows.at(1)["status"_L1].toString(), u"failed"_s);
    QCOMPARE(rows.at(2)["status"_L1].toString(), u"completed"_s);
}

void TestServerExecutions::aPersonsAnswerResumesOnce()
{
    Desk desk;
    const QString id = desk.run({human(u"ask"_s), transform(u"after"_s, u"$.ask.option_id by $.ask.comment"_s)}, {{"what"_L1, u"tea"_s}});
    QVERIFY(desk.waitFor(id, u"awaiting_human"_s));
    const QJsonObject asked = desk.asked(id);
    QCOMPARE(asked.value("step_id"_L1).toString(), u"ask"_s);
    QCOMPARE(asked.value("notification"_L1).toString(), u"Send tea?"_s);
    QCOMPARE(asked.value("options"_L1).toArray().size(), 2);
    QVERIFY(asked.value("expires_at"_L1).isNull());
    const QString hash = asked.value("arguments_hash"_L1).toString();
    QCOMPARE(hash.size(), 64);
    QCOMPARE(desk.get(id).value("current_step_id"_L1).toString(), u"ask"_s);
    QCOMPARE(desk.approve(id, u"maybe"_s, hash).status, 400);
    const Answer other = desk.approve(id, u"yes"_s, QString(64, u'0'));
    QCOMPARE(other.status, 409);
    QCOMPARE(other.text("code"_L1), u"other_call"_s);
    QCOMPARE(desk.statusOf(id), u"awaiting_human"_s);
    const Answer taken = desk.approve(id, u"yes"_s, hash, u"me"_s);
    QCOMPARE(taken.status, 200);
    QCOMPARE(taken.text("status"_L1), u"running"_s);
    QCOMPARE(desk.approve(id, u"no"_s, hash).status, 409);
    QVERIFY(desk.waitFor(id, u"completed"_s));
    QCOMPARE(desk.outputs(id).value("after"_L1).toString(), u"yes by me"_s);
    QCOMPARE(desk.outputs(id).value("ask"_L1)["status"_L1].toString(), u"answered"_s);
    QCOMPARE(desk.outputs(id).value("ask"_L1)["label"_L1].toString(), u"Send"_s);
    QCOMPARE(desk.approve(id, u"yes"_s, hash).status, 409);
    QVERIFY(desk.get(id).value("approval"_L1).isNull());
    QCOMPARE(desk.approve(u"nobody"_s, u"yes"_s, hash).status, 404);
}

void TestServerExecutions::aPersonsTimeIsOver_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("ofStep");
    QTest::newRow("continue") << u"continue"_s << u"completed"_s << u"completed"_s;
    QTest::newRow("skip") << u"skip"_s << u"completed"_s << u"skipped"_s;
    QTest::newRow("fail") << u"fail"_s << u"failed"_s << u"failed"_s;
}

void TestServerExecutions::aPersonsTimeIsOver()
{
    QFETCH(QString, word);
    QFETCH(QString, status);
    QFETCH(QString, ofStep);
    Desk desk;
    const QString id = desk.run({human(u"ask"_s, {{"timeout_minutes"_L1, 0.01}, {"on_timeout"_L1, word}}), transform(u"after"_s, 1)});
    QVERIFY(desk.waitFor(id, u"awaiting_human"_s));
    QVERIFY(desk.asked(id).value("expires_at"_L1).isString());
    QVERIFY(desk.waitFor(id, status));
    QCOMPARE(desk.steps(id).at(0)["status"_L1].toString(), ofStep);
    QCOMPARE(desk.outputs(id).contains("after"_L1), status == "completed"_L1);
}

void TestServerExecutions::APPR_01_aProgramIsAskedForWithItsArguments()
{
    Desk desk;
    QVERIFY(!desk.makeTool(u"my_echo"_s).isEmpty());
    const QJsonArray steps{step(u"call"_s, u"tool"_s, echo), transform(u"after"_s, u"$.call"_s)};
    const QString id = desk.run(steps, {{"what"_L1, u"Grüße"_s}});
    QVERIFY(desk.waitFor(id, u"awaiting_human"_s));
    const QJsonObject asked = desk.asked(id);
    QCOMPARE(asked.value("kind"_L1).toString(), u"tool"_s);
    QCOMPARE(asked.value("tool_name"_L1).toString(), u"my_echo"_s);
    QCOMPARE(asked.value("program"_L1).toString(), QStringLiteral(DESK_MCP_TESTSERVER));
    QCOMPARE(asked.value("arguments"_L1).toObject(), (QJsonObject{{"text"_L1, u"Grüße"_s}}));
    QCOMPARE(desk.programCalls(), 0);
    QCOMPARE(desk.approve(id, u"approve"_s, {}).status, 400); // never without its hash
    QCOMPARE(desk.approve(id, u"approve"_s, asked.value("arguments_hash"_L1).toString()).status, 200);
    QVERIFY(desk.waitFor(id, u"completed"_s));
    QCOMPARE(desk.programCalls(), 1);
    QVERIFY(QJsonDocument(desk.outputs(id)).toJson().contains("Grüße"));
    const QString refused = desk.run(steps, {{"what"_L1, u"no"_s}});
    QVERIFY(desk.waitFor(refused, u"awaiting_human"_s));
    QVERIFY(desk.asked(refused).value("arguments_hash"_L1) != asked.value("arguments_hash"_L1));
    QCOMPARE(desk.approve(refused, u"refuse"_s, desk.asked(refused).value("arguments_hash"_L1).toString()).status, 200);
    QVERIFY(desk.waitFor(refused, u"failed"_s));
    QCOMPARE(desk.programCalls(), 1);
}

void TestServerExecutions::APPR_02_aChangedToolCannotBeApproved()
{
    Desk desk;
    const QString tool = desk.makeTool(u"my_echo"_s);
    const QString id = desk.run({step(u"call"_s, u"tool"_s, echo)}, {{"what"_L1, u"x"_s}});
    QVERIFY(desk.waitFor(id, u"awaiting_human"_s));
    const QString hash = desk.asked(id).value("arguments_hash"_L1).toString();
    QCOMPARE(desk.client->send("PUT", u"/agents/tools/"_s + tool, QJsonObject{{"description"_L1, u"other"_s}}).status, 200);
    const Answer answer = desk.approve(id, u"approve"_s, hash);
    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.text("code"_L1), u"tool_changed"_s);
    QCOMPARE(desk.approve(id, u"refuse"_s, hash).status, 200);
    QVERIFY(desk.waitFor(id, u"failed"_s));
    // The value of a variable says what starts as well as its name.
    QJsonObject server = desk.client->get(u"/agents/tools/"_s + tool).object().value("mcp_server"_L1).toObject();
    const auto setMode = [&](const QString &mode) {
        server.insert("env"_L1, QJsonObject{{"MODE"_L1, mode}});
        return desk.client->send("PUT", u"/agents/tools/"_s + tool, QJsonObject{{"mcp_server"_L1, server}}).status;
    };
    QCOMPARE(setMode(u"a"_s), 200);
    const QString other = desk.run({step(u"call"_s, u"tool"_s, echo)}, {{"what"_L1, u"x"_s}});
    QVERIFY(desk.waitFor(other, u"awaiting_human"_s));
    QCOMPARE(setMode(u"b"_s), 200);
    QCOMPARE(desk.approve(other, u"approve"_s, desk.asked(other).value("arguments_hash"_L1).toString()).text("code"_L1), u"tool_changed"_s);
    QCOMPARE(desk.programCalls(), 0);
}

void TestServerExecutions::APPR_02_aRepeatedRequestIsOneWord()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s);
    const QString id = desk.run({step(u"call"_s, u"tool"_s, echo), human(u"ask"_s)}, {{"what"_L1, u"x"_s}});
    QVERIFY(desk.waitFor(id, u"awaiting_human"_s));
    const auto stream = desk.watch(id);
    QVERIFY(stream->waitForEvent("status"));
    const QJsonObject body{{"option_id"_L1, u"approve"_s}, {"arguments_hash"_L1, desk.asked(id).value("arguments_hash"_L1)}};
    const Headers key{{"Idempotency-Key", "one"}};
    for (int i = 0; i < 2; ++i)
        QCOMPARE(desk.client->post(Desk::path(id) + u"/approve"_s, body, key).status, 200);
    QCOMPARE(desk.client->post(Desk::path(id) + u"/approve"_s, body, {{"Idempotency-Key", "other"}}).status, 409);
    QVERIFY(QTest::qWaitFor([&] { return desk.asked(id).value("step_id"_L1) == "ask"_L1; }, 20'000));
    QCOMPARE(desk.programCalls(), 1);
    QCOMPARE(desk.client->post(Desk::path(id) + u"/stop"_s, QJsonObject(), {{"Idempotency-Key", "two"}}).text("status"_L1), u"stopped"_s);
    QVERIFY(stream->waitForEnd()); // hears of what was written within the requests
    QCOMPARE(stepsOf(*stream, "step_complete"), QStringList{u"call"_s});
    QCOMPARE(stream->first("complete").value("status"_L1).toString(), u"stopped"_s);
}

void TestServerExecutions::APPR_04_silenceRefusesAProgram()
{
    Desk desk({u"--approval-ms"_s, u"400"_s});
    desk.makeTool(u"my_echo"_s);
    const QString id = desk.run({step(u"call"_s, u"tool"_s, echo)}, {{"what"_L1, u"x"_s}});
    QVERIFY(desk.waitFor(id, u"failed"_s));
    QCOMPARE(desk.get(id).value("error_type"_L1).toString(), u"approval_expired"_s);
    QCOMPARE(desk.programCalls(), 0);
}

void TestServerExecutions::resumingKeepsWhatWasFinished()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s);
    const QJsonObject rounds{{"items_path"_L1, u"$.input.names"_s},
                             {"steps"_L1, QJsonArray{calculate(u"count"_s, u"1+1"_s), agent(u"inner"_s, u"hello"_s, u"later"_s)}}};
    const QJsonArray steps{step(u"call"_s, u"tool"_s, echo), step(u"rounds"_s, u"loop"_s, {{"loop_config"_L1, rounds}}),
                           transform(u"after"_s, u"$.call"_s)};
    const QString id = desk.run(steps, {{"what"_L1, u"x"_s}, {"names"_L1, QJsonArray{1, 2}}});
    QVERIFY(desk.waitFor(id, u"awaiting_human"_s));
    QCOMPARE(desk.client->post(Desk::path(id) + u"/resume"_s, QJsonObject()).status, 409); // it did not fail
    QCOMPARE(desk.approve(id, u"approve"_s, desk.asked(id).value("arguments_hash"_L1).toString()).status, 200);
    QVERIFY(desk.waitFor(id, u"failed"_s)); // there is no agent called "later"
    QCOMPARE(desk.get(id).value("failed_step_id"_L1).toString(), u"inner"_s);
    QVERIFY(desk.get(id).value("error"_L1).toString().contains(u"later"_s));
    QCOMPARE(
        desk.client->post(u"/agents/definitions"_s, QJsonObject{{"name"_L1, u"later"_s}, {"model"_L1, u"m"_s}, {"instructions"_L1, u"i"_s}})
            .status,
        201);
    QCOMPARE(desk.client->post(Desk::path(id) + u"/resume"_s, QJsonObject{{"from"_L1, u"nowhere"_s}}).status, 400);
    QCOMPARE(desk.client->post(Desk::path(id) + u"/resume"_s, QJsonObject{{"from"_L1, u"failed"_s}}).status, 200);
    QVERIFY(desk.waitFor(id, u"completed"_s));
    QCOMPARE(desk.programCalls(), 1);
    QCOMPARE(desk.stepIds(id).count(u"call"_s), 1);
    QCOMPARE(desk.stepIds(id).count(u"count"_s), 2);
    QCOMPARE(desk.stepIds(id).count(u"inner"_s), 3); // one that failed and two rounds
    QVERIFY(desk.get(id).value("error"_L1).isNull());
    QCOMPARE(desk.outputs(id).value("rounds"_L1).toArray().size(), 2);
    const auto stream = desk.watch(id); // of the newest attempt
    QVERIFY(stream->waitForEnd());
    QCOMPARE(stream->first("complete").value("status"_L1).toString(), u"completed"_s);
    QCOMPARE(stepsOf(*stream, "step_failed"), QStringList());
}

void TestServerExecutions::resumingFromTheStartForgetsIt()
{
    Desk desk;
    const QString id = desk.run({calculate(u"sum"_s, u"1+1"_s), agent(u"bad"_s, u"fail"_s)});
    QVERIFY(desk.waitFor(id, u"failed"_s));
    QCOMPARE(desk.client->post(Desk::path(id) + u"/resume"_s, QJsonObject{{"from"_L1, u"start"_s}}).status, 200);
    QVERIFY(desk.waitFor(id, u"failed"_s));
    QCOMPARE(desk.stepIds(id), (QStringList{u"sum"_s, u"bad"_s}));
    QCOMPARE(desk.get(id).value("usage_tool_calls"_L1), QJsonValue(1));
    QCOMPARE(desk.client->post(Desk::path(u"nobody"_s) + u"/resume"_s, QJsonObject()).status, 404);
}

void TestServerExecutions::stoppingTakesEffectWithinAStep()
{
    Desk desk;
    const QString id = desk.run({agent(u"long"_s, u"text 3 1;hang"_s), transform(u"never"_s, 1)});
    const auto stream = desk.watch(id);
    QVERIFY(stream->waitForEvent("step_start"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(desk.client->post(Desk::path(id) + u"/stop"_s).status, 200);
    QVERIFY(stream->waitForEnd());
    QVERIFY(timer.elapsed() < 1000 * slack);
    QCOMPARE(stream->first("complete").value("status"_L1).toString(), u"stopped"_s);
    QCOMPARE(desk.statusOf(id), u"stopped"_s);
    QCOMPARE(desk.get(id).value("error"_L1).toString(), u"Stopped by user"_s);
    QCOMPARE(desk.steps(id).at(0)["status"_L1].toString(), u"failed"_s);
    QCOMPARE(desk.stepIds(id), QStringList{u"long"_s});
    QCOMPARE(desk.client->post(Desk::path(id) + u"/stop"_s).status, 400);
    const QString waiting = desk.run({human(u"ask"_s)});
    QVERIFY(desk.waitFor(waiting, u"awaiting_human"_s));
    const QString hash = desk.asked(waiting).value("arguments_hash"_L1).toString();
    QCOMPARE(desk.client->post(Desk::path(waiting) + u"/stop"_s).status, 200);
    QCOMPARE(desk.statusOf(waiting), u"stopped"_s);
    QCOMPARE(desk.approve(waiting, u"yes"_s, hash).status, 409);
}

void TestServerExecutions::anotherServerOnTheFolderStopsABusyExecution()
{
    Desk desk;
    LocalServerProcess other(desk.dataFolder(), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(other.start());
    ServerClient client(other);
    // Goes round and round, so that something is written all the time.
    const QString id = desk.run({agent(u"work"_s, u"text 1 20"_s), condition(u"again"_s, u"$.input"_s, u"exists"_s, {}, u"work"_s, {})});
    QVERIFY(QTest::qWaitFor([&] { return desk.steps(id).size() > 2; }));
    QCOMPARE(client.post(Desk::path(id) + u"/stop"_s).status, 200);
    QVERIFY(desk.waitFor(id, u"stopped"_s, 2000 * slack));
}

void TestServerExecutions::limitsAreEnforced_data()
{
    QTest::addColumn<QJsonArray>("steps");
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("enough");
    QTest::newRow("requests") << QJsonArray{agent(u"a"_s, u"hi"_s), agent(u"b"_s, u"hi"_s)} << u"request_limit"_s << 1.0 << 2.0;
    QTest::newRow("tool calls") << QJsonArray{calculate(u"a"_s, u"1"_s), calculate(u"b"_s, u"2"_s)} << u"tool_calls_limit"_s << 1.0 << 2.0;
    QTest::newRow("tool calls of an agent") << QJsonArray{agent(u"a"_s, u"tool calculate;tool calculate"_s)} << u"tool_calls_limit"_s << 1.0
                                            << 2.0;
    QTest::newRow("tokens") << QJsonArray{agent(u"a"_s, u"facts"_s)} << u"total_tokens_limit"_s << 41.0 << 42.0;
    QTest::newRow("dollars") << QJsonArray{agent(u"a"_s, u"facts"_s)} << u"max_cost_dollars"_s << 0.00001 << 0.1;
    QTest::newRow("seconds") << QJsonArray{agent(u"a"_s, u"text 20 50"_s)} << u"timeout_seconds"_s << 0.3 << 30.0;
}

void TestServerExecutions::limitsAreEnforced()
{
    QFETCH(QJsonArray, steps);
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(double, enough);
    Desk desk;
    const QString over = desk.run(steps, {}, {{key, value}});
    QVERIFY(desk.waitFor(over, u"failed"_s));
    const QString error = desk.get(over).value("error"_L1).toString();
    QVERIFY2(error.startsWith(u"Guardrails exceeded: "_s) && error.contains(key), qUtf8Printable(error));
    const QString within = desk.run(steps, {}, {{key, enough}});
    QVERIFY(desk.waitFor(within, u"completed"_s));
    const QString workflow = desk.make(steps, {{"guardrails"_L1, QJsonObject{{key, value}}}});
    const QString own = desk.client->post(u"/agents/workflows/%1/execute"_s.arg(workflow), QJsonObject()).text("id"_L1);
    QVERIFY(desk.waitFor(own, u"failed"_s));
    QCOMPARE(desk.client->post(u"/agents/workflows/%1/execute"_s.arg(workflow), QJsonObject{{"guardrails"_L1, QJsonObject{{key, u"x"_s}}}})
                 .status,
             400);
}

void TestServerExecutions::limitsHoldOverAResume()
{
    Desk desk;
    const QJsonArray steps{calculate(u"a"_s, u"1+1"_s), human(u"ask"_s), calculate(u"b"_s, u"1+1"_s)};
    const QString id = desk.run(steps, {}, {{"tool_calls_limit"_L1, 1}});
    QVERIFY(desk.waitFor(id, u"awaiting_human"_s));
    const QString hash = desk.asked(id).value("arguments_hash"_L1).toString();
    desk.restart();
    QVERIFY(desk.approveSoon(id, u"yes"_s, hash));
    QVERIFY(desk.waitFor(id, u"failed"_s));
    QCOMPARE(desk.get(id).value("failed_step_id"_L1).toString(), u"b"_s);
    QCOMPARE(desk.get(id).value("error_type"_L1).toString(), u"guardrails"_s);
    QCOMPARE(desk.client->post(Desk::path(id) + u"/resume"_s, QJsonObject()).status, 200);
    QVERIFY(desk.waitFor(id, u"failed"_s));
    QCOMPARE(desk.get(id).value("error_type"_L1).toString(), u"guardrails"_s);
}

void TestServerExecutions::largeResultsAreShortenedForClients()
{
    constexpr qsizetype most = 12 * 1024 * 1024; // clients take 16 MiB
    Desk desk;
    QJsonArray steps;
    for (int i = 0; i < 6; ++i)
        steps.append(transform(u"s%1"_s.arg(i), u"$.input.big"_s));
    const QString id = desk.run(steps, {{"big"_L1, QString(2'000'000, u'x')}});
    QVERIFY(desk.waitFor(id, u"completed"_s));
    const Answer whole = desk.client->get(Desk::path(id));
    QVERIFY(whole.body.size() < most);
    QCOMPARE(whole.object().value("step_outputs"_L1)["_truncated"_L1], QJsonValue(true));
    QVERIFY(whole.object().value("step_outputs"_L1)["s5"_L1].toString().startsWith(u"xxx"_s));
    const Answer rows = desk.client->get(Desk::path(id) + u"/steps"_s);
    QVERIFY(rows.body.size() < most);
    QCOMPARE(rows.json.toArray().at(0)["output_data"_L1]["result"_L1].toString().size(), 2'000'000);
    QCOMPARE(rows.json.toArray().at(5)["output_data"_L1]["_truncated"_L1], QJsonValue(true));
    const auto stream = desk.watch(id);
    QVERIFY(stream->waitForEnd());
    QVERIFY(stream->body().size() < most);
    QCOMPARE(stream->events().constLast().type, QByteArray("complete"));
    const QString workflow = desk.make(steps);
    QCOMPARE(desk.client
                 ->post(u"/agents/workflows/%1/execute"_s.arg(workflow),
                        QJsonObject{{"input_data"_L1, QJsonObject{{"big"_L1, QString(5'000'000, u'x')}}}})
                 .status,
             400);
}

void TestServerExecutions::anEndlessJumpIsEnded()
{
    Desk desk;
    const QString id = desk.run({condition(u"again"_s, u"$.input"_s, u"exists"_s, {}, u"again"_s, {})});
    QVERIFY(desk.waitFor(id, u"failed"_s, 100'000));
    QVERIFY(desk.get(id).value("error"_L1).toString().contains(u"again"_s));
    QCOMPARE(desk.steps(id).size(), 1000);
}

void TestServerExecutions::LOC_15_aKilledServerLeavesAnInterruptedExecution()
{
    Desk desk;
    const QString id =
        desk.run({calculate(u"sum"_s, u"1+1"_s), agent(u"long"_s, u"text 20 50"_s), transform(u"after"_s, u"$.sum.value"_s)});
    QVERIFY(QTest::qWaitFor([&] { return desk.stepIds(id).contains(u"long"_s); }));
    desk.restart();
    const QJsonObject after = desk.get(id);
    QCOMPARE(after.value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(after.value("error_type"_L1).toString(), u"interrupted"_s);
    QCOMPARE(after.value("failed_step_id"_L1).toString(), u"long"_s);
    QVERIFY(!after.value("error"_L1).toString().isEmpty());
    QCOMPARE(desk.steps(id).at(1)["status"_L1].toString(), u"failed"_s);
    const auto stream = desk.watch(id);
    QVERIFY(stream->waitForEnd());
    QCOMPARE(stream->events().constLast().type, QByteArray("complete"));
    QCOMPARE(desk.client->post(Desk::path(id) + u"/resume"_s, QJsonObject{{"from"_L1, u"failed"_s}}).status, 200);
    QVERIFY(desk.waitFor(id, u"completed"_s));
    QCOMPARE(desk.stepIds(id), (QStringList{u"sum"_s, u"long"_s, u"long"_s, u"after"_s}));
    QCOMPARE(desk.outputs(id).value("after"_L1), QJsonValue(2));
}

void TestServerExecutions::LOC_15_whatWaitsForAPersonOutlivesTheServer()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s);
    const QJsonObject both{
        {"parallel_steps"_L1, QJsonArray{human(u"ask"_s, {{"timeout_minutes"_L1, 10}}), step(u"call"_s, u"tool"_s, echo)}}};
    const QString id = desk.run({calculate(u"sum"_s, u"1+1"_s), step(u"both"_s, u"parallel"_s, both)}, {{"what"_L1, u"x"_s}});
    QVERIFY(QTest::qWaitFor([&] { return desk.get(id).value("approvals"_L1).toArray().size() == 2; }));
    const QJsonArray before = desk.get(id).value("approvals"_L1).toArray();
    desk.restart();
    QCOMPARE(desk.statusOf(id), u"awaiting_human"_s);
    QCOMPARE(desk.get(id).value("approvals"_L1).toArray(), before); // with its hashes and deadlines
    for (const QJsonValue &asked : before) {
        const QString option = asked["kind"_L1] == "tool"_L1 ? u"approve"_s : u"yes"_s;
        QVERIFY(desk.approveSoon(id, option, asked["arguments_hash"_L1].toString()));
    }
    QVERIFY(desk.waitFor(id, u"completed"_s));
    QCOMPARE(desk.programCalls(), 1);
    QCOMPARE(desk.stepIds(id), (QStringList{u"sum"_s, u"both"_s, u"ask"_s, u"call"_s}));
}

void TestServerExecutions::LOC_15_aDeadlineHoldsOverARestart()
{
    Desk desk;
    const QString id = desk.run({human(u"ask"_s, {{"timeout_minutes"_L1, 0.02}, {"on_timeout"_L1, u"fail"_s}})});
    QVERIFY(desk.waitFor(id, u"awaiting_human"_s));
    desk.restart();
    QVERIFY(desk.waitFor(id, u"failed"_s, 10'000));
    QCOMPARE(desk.get(id).value("error_type"_L1).toString(), u"approval_expired"_s);
}

void TestServerExecutions::LOC_16_streamsResumeWithoutGapOrRepeat()
{
    Desk desk({u"--heartbeat-ms"_s, u"300"_s});
    const QString id = desk.run({calculate(u"sum"_s, u"1+1"_s), human(u"ask"_s), transform(u"after"_s, 1)});
    auto stream = desk.watch(id);
    QVERIFY(stream->waitFor([](const EventReader &self) { return self.body().count(": ping\n") >= 2; }));
    const QByteArray seen = stream->events().constLast().id;
    QCOMPARE(stream->data(stream->events().size() - 1).value("approval"_L1)["step_id"_L1].toString(), u"ask"_s);
    stream->abort();
    desk.restart();
    const auto rest = desk.watch(id, {{"Last-Event-ID", seen}});
    QVERIFY(desk.approveSoon(id, u"yes"_s, {})); // the only question
    QVERIFY(rest->waitForEnd());
    QCOMPARE(rest->events().constFirst().id, QByteArray::number(seen.toInt() + 1));
    const auto whole = desk.watch(id);
    QVERIFY(whole->waitForEnd());
    for (qsizetype i = 0; i < whole->events().size(); ++i)
        QCOMPARE(whole->events().at(i).id, QByteArray::number(i + 1));
    QCOMPARE(whole->events().size(), stream->events().size() + rest->events().size());
    QVERIFY(desk.watch(id, {{"Last-Event-ID", whole->events().constLast().id}})->waitForEnd());
    for (const QByteArray &unknown : {QByteArray("999"), QByteArray("0"), QByteArray("abc")}) {
        const Answer answer = desk.client->get(u"/streams/executions/"_s + id, {{"Last-Event-ID", unknown}});
        QCOMPARE(answer.status, 410);
        QCOMPARE(answer.text("snapshot"_L1), Desk::path(id));
    }
    QCOMPARE(desk.client->get(u"/streams/executions/nobody"_s).status, 404);
}

void TestServerExecutions::listsArePagedAndFiltered()
{
    Desk desk;
    const QString workflow = desk.make({agent(u"a"_s, u"$.input.script"_s)});
    QStringList ids;
    for (const QString &script : {u"hi"_s, u"fail"_s, u"hi"_s}) {
        const QJsonObject body{{"input_data"_L1, QJsonObject{{"script"_L1, script}}}};
        ids.prepend(desk.client->post(u"/agents/workflows/%1/execute"_s.arg(workflow), body).text("id"_L1));
        QVERIFY(desk.waitFor(ids.constFirst(), script == "hi"_L1 ? u"completed"_s : u"failed"_s));
    }
    const QString path = u"/agents/workflows/%1/executions"_s.arg(workflow);
    const auto listed = [&](const QString &query) {
        QStringList out;
        const QJsonArray all = desk.client->get(path + query).json.toArray();
        for (const QJsonValue &one : all)
            out.append(one["id"_L1].toString());
        return out;
    };
    QCOMPARE(listed({}), ids);
    QCOMPARE(listed(u"?limit=1&offset=1"_s), QStringList{ids.at(1)});
    QCOMPARE(listed(u"?status=failed"_s), QStringList{ids.at(1)});
    QCOMPARE(listed(u"?limit=-5&offset=-1"_s).size(), 1);
    QCOMPARE(desk.client->get(u"/agents/workflows/nobody/executions"_s).status, 404);
    QCOMPARE(desk.client->get(Desk::path(u"nobody"_s)).status, 404);
    QCOMPARE(desk.client->get(Desk::path(u"nobody"_s) + u"/steps"_s).status, 404);
    QCOMPARE(desk.client->post(u"/agents/workflows/%1/execute"_s.arg(workflow), QJsonObject{{"input_data"_L1, 5}}).status, 400);
}

void TestServerExecutions::hostileDefinitionsEndInWords_data()
{
    QTest::addColumn<QJsonArray>("steps");
    QTest::addColumn<QString>("failed");
    QJsonArray laughs{transform(u"l0"_s, QString(1000, u'x'))};
    for (int i = 1; i <= 30; ++i)
        laughs.append(transform(u"l%1"_s.arg(i), QJsonArray{u"$.l%1"_s.arg(i - 1), u"$.l%1"_s.arg(i - 1)}));
    QTest::newRow("a billion laughs") << laughs << QString();
    QTest::newRow("no such tool") << QJsonArray{step(u"a"_s, u"tool"_s, {{"tool"_L1, u"rm"_s}})} << u"a"_s;
    QTest::newRow("arguments are a text") << QJsonArray{step(u"a"_s, u"tool"_s, {{"tool"_L1, u"calculate"_s}, {"tool_args"_L1, u"x"_s}})}
                                          << u"a"_s;
    QTest::newRow("no such agent") << QJsonArray{agent(u"a"_s, u"hi"_s, u"../x"_s)} << u"a"_s;
    QTest::newRow("empty prompt") << QJsonArray{agent(u"a"_s, u" "_s)} << u"a"_s;
    QTest::newRow("mixed comparison") << QJsonArray{condition(u"a"_s, u"$.input"_s, u"gt"_s, 5, {}, {})} << u"a"_s;
    QTest::newRow("transform of nothing") << QJsonArray{step(u"a"_s, u"transform"_s, {{"transform"_L1, 5}}),
                                                        transform(u"b"_s, 1, u"explode"_s)}
                                          << u"b"_s;
    QTest::newRow("odd ids") << QJsonArray{transform(u"a/b"_s, 1), transform(u"../c"_s, 1, u"explode"_s)} << u"../c"_s;
}

void TestServerExecutions::hostileDefinitionsEndInWords()
{
    QFETCH(QJsonArray, steps);
    QFETCH(QString, failed);
    Desk desk;
    const QString id = desk.run(steps);
    QVERIFY(!id.isEmpty());
    QVERIFY(desk.waitFor(id, u"failed"_s));
    if (!failed.isEmpty())
        QCOMPARE(desk.get(id).value("failed_step_id"_L1).toString(), failed);
    QVERIFY(!desk.get(id).value("error"_L1).toString().isEmpty());
    QCOMPARE(desk.client->get(u"/health"_s).status, 200);
}

QTEST_GUILESS_MAIN(TestServerExecutions)
#include "tst_serverexecutions.moc"
