#include "watchedthing.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

const RunId theRun(u"r1"_s);

QByteArray quoted(const QString &text)
{
    return '"' + text.toUtf8() + '"';
}

QByteArray runEvent(const QString &type)
{
    return R"({"timestamp":"2026-05-02T09:14:03+00:00","type":)" + quoted(type) + R"(,"data":{}})";
}

} // namespace

WatchedThing::WatchedThing(Kind kind, bool truthful)
    : m_kind(kind)
    , m_truthful(truthful)
{
    team.features = truthful ? localFeatures : QByteArray();
    team.script = [this](const Received &request) {
        const std::optional<Scripted> other = instead ? instead(request) : std::nullopt;
        return other ? *other : answer(request);
    };
    setStatus("pending");
}

int WatchedThing::gets() const
{
    const auto &all = team.server.received();
    return static_cast<int>(std::count_if(all.cbegin(), all.cend(), [](const Received &request) {
        return request.target.startsWith("/runs/") || request.target.startsWith("/agents/workflows/") ||
               request.target.startsWith("/tasks/");
    }));
}

int WatchedThing::streams() const
{
    const auto &all = team.server.received();
    return static_cast<int>(
        std::count_if(all.cbegin(), all.cend(), [](const Received &request) { return request.target.startsWith("/streams/"); }));
}

void WatchedThing::log(const QByteArray &type, const QByteArray &data)
{
    m_log.append("event: " + type + "\r\ndata: " + data + "\r\n\r\n");
    if (m_truthful && !spoil)
        team.server.sendToHeld(numbered(m_log.size() - 1));
}

QByteArray WatchedThing::numbered(qsizetype index) const
{
    return (m_truthful ? "id: " + QByteArray::number(index + 1) + "\r\n" : QByteArray()) + m_log.at(index);
}

void WatchedThing::setStatus(const QByteArray &to)
{
    status = to;
    log("status", R"({"status":")" + to + R"(","timestamp":"2026-05-02T09:14:03"})");
}

void WatchedThing::add(const QString &detail)
{
    if (m_kind == Kind::Run) {
        details.append(detail);
        log("event", runEvent(detail));
    } else if (m_kind == Kind::TaskExecution) {
        details = {detail};
        log("output", R"({"output_summary":)" + quoted(detail) + "}");
    } else {
        const auto step = [this] {
            return R"("step_id":)" + quoted(details.constLast().section(u':', 0, 0)) + R"(,"step_index":)" +
                   QByteArray::number(details.size() - 1);
        };
        if (!details.isEmpty()) {
            details.last() = details.constLast().section(u':', 0, 0) + u":completed"_s;
            log("step_complete", '{' + step() + R"(,"status":"completed","output_data":{"n":1}})");
        }
        if (detail.isEmpty())
            return;
        details.append(detail + u":running"_s);
        log("step_start", '{' + step() + R"(,"status":"running"})");
    }
}

void WatchedThing::end(const QByteArray &to)
{
    if (m_kind == Kind::Execution)
        add({}); // its last step
    setStatus(to);
    log("complete", R"({"status":")" + to + "\"}");
    m_over = true;
    if (m_truthful)
        closeStreams();
}

void WatchedThing::sendTimeLimit()
{
    team.server.sendToHeld("event: error\r\ndata: {\"error\":\"Stream timeout\",\"max_duration\":300}\r\n\r\n");
    closeStreams();
}

QByteArray WatchedThing::steps() const
{
    QByteArrayList rows;
    for (qsizetype i = 0; i < details.size(); ++i)
        rows.append(R"({"id":"s)" + QByteArray::number(i) + R"(","step_id":)" + quoted(details.at(i).section(u':', 0, 0)) +
                    R"(,"status":)" + quoted(details.at(i).section(u':', 1, 1)) + R"(,"output_data":{"n":1}})");
    return '[' + rows.join(',') + ']';
}

QByteArray WatchedThing::json() const
{
    const QByteArray common = R"("status":")" + status + R"(","created_at":"2026-05-02T09:14:03","updated_at":"2026-05-02T09:14:03")";
    QByteArrayList events;
    if (m_kind == Kind::Run) {
        for (const QString &detail : details)
            events.append(runEvent(detail));
        return R"({"id":"r1","agent_id":"a","input":{"prompt":"p"},"events":[)" + events.join(',') + "]," + common + '}';
    }
    if (m_kind == Kind::Execution)
        return R"({"id":"e1","workflow_id":"w1",)" + common + '}';
    return R"({"id":"x1","task_id":"t1","run_id":"e7","output_summary":)" + quoted(details.value(0)) + ',' + common + '}';
}

Scripted WatchedThing::answer(const Received &request)
{
    if (request.target.startsWith("/streams/"))
        return stream(request);
    if (request.target.endsWith("/steps"))
        return test::json(steps());
    if (request.target == "/runs/r1" || request.target == "/agents/workflows/executions/e1" || request.target == "/tasks/t1/executions/x1")
        return test::json(json());
    return {};
}

Scripted WatchedThing::stream(const Received &request) const
{
    const qsizetype after = m_truthful ? request.headers.value("last-event-id").toLongLong() : 0;
    QByteArrayList events;
    for (qsizetype i = spoil ? 0 : after; i < m_log.size(); ++i)
        events.append(numbered(i));
    if (spoil)
        events = spoil(events);
    events.prepend(retry.isEmpty() ? ": hello\r\n\r\n" : "retry: " + retry + "\r\n\r\n");
    Scripted script = eventStream(events, m_over && m_truthful ? Scripted::End::Close : Scripted::End::Hold);
    script.pieces = {script.pieces.join()}; // at once, so that nothing can be sent before the connection is on hold
    return script;
}

Follower::Follower(WatchedThing &thing, Kind kind, bool truthful, const WatchPace &pace)
    : m_hub(thing.team.transport.hub())
{
    const auto note = [this](const Error &error) { errors.append(error); };
    if (kind == Kind::Run) {
        store = std::make_unique<RunStore>(thing.team.api, thing.team.workspace);
        connect(store.get(), &RunStore::failed, this, note);
        connect(store.get(), &RunStore::runsChanged, this, &Follower::showRun);
        connect(store.get(), &RunStore::runChanged, this, &Follower::showRun);
        connect(store.get(), &RunStore::runEventsAppended, this, &Follower::showRun);
        store->setPace(pace);
        store->watch(theRun);
    } else if (kind == Kind::Execution) {
        execution.reset(new ExecutionWatcher(thing.team.api, ExecutionId(u"e1"_s), truthful), WatchLoop::LetGo());
        execution->setPace(pace);
        connect(execution.get(), &WatchLoop::failed, this, note);
        connect(execution.get(), &ExecutionWatcher::executionReceived, this,
                [this](const WorkflowExecution &now) { show(now.status.wire()); });
        connect(execution.get(), &ExecutionWatcher::stepsChanged, this, [this](const QList<StepExecution> &steps) {
            QStringList details;
            for (const StepExecution &step : steps)
                details.append(step.stepId + u':' + step.status.wire());
            showDetails(details);
        });
    } else {
        task.reset(new TaskExecutionWatcher(thing.team.api, TaskId(u"t1"_s), TaskExecutionId(u"x1"_s), truthful), WatchLoop::LetGo());
        task->setPace(pace);
        connect(task.get(), &WatchLoop::failed, this, note);
        connect(task.get(), &TaskExecutionWatcher::executionReceived, this, [this](const TaskExecution &now) {
            showDetails(now.outputSummary.isEmpty() ? QStringList() : QStringList{now.outputSummary});
            show(now.status.wire());
        });
    }
}

void Follower::showRun()
{
    const Run *run = store->find(theRun);
    if (!run)
        return;
    QStringList details;
    for (const RunEvent &event : run->events)
        details.append(event.type);
    showDetails(details);
    show(run->status.wire());
}

void Follower::showDetails(const QStringList &details)
{
    ++changes;
    shown = details;
    onChange();
}

void Follower::show(const QString &now)
{
    if (status() != now)
        history.append(now);
}

Knowledge Follower::knowledge() const
{
    if (store)
        return store->knowledge(theRun);
    return execution ? execution->knowledge() : task->knowledge();
}

bool Follower::isOver() const
{
    if (store)
        return m_hub.openLiveStreams() == 0;
    return execution ? execution->isOver() : task->isOver();
}

void Follower::letGo()
{
    if (store)
        store->unwatch(theRun);
    execution.reset();
    task.reset();
}

void everyKind(bool alsoTeam)
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("truthful");
    const QList<QPair<const char *, Kind>> kinds{
        {"run", Kind::Run}, {"execution", Kind::Execution}, {"task execution", Kind::TaskExecution}};
    for (const auto &[name, kind] : kinds) {
        QTest::addRow("%s, truthful stream", name) << kind << true;
        if (alsoTeam)
            QTest::addRow("%s, team server", name) << kind << false;
    }
}

} // namespace desk::test
