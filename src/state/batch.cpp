#include "state/batch.h"

#include <utility>

namespace desk {

Batch::~Batch()
{
    m_queue.clear();
    abortAll();
}

void Batch::add(const QString &item, Operation operation)
{
    m_items.append({item, std::move(operation), {}, {}});
}

void Batch::start()
{
    run(State::Waiting);
}

void Batch::retryFailed()
{
    run(State::Failed);
}

void Batch::run(State from)
{
    if (m_running)
        return;
    m_running = true;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).state == from)
            m_queue.append(i);
    }
    if (from == State::Failed) {
        m_done -= std::exchange(m_failed, 0);
        for (const qsizetype index : std::as_const(m_queue))
            m_items[index].state = State::Waiting;
    }
    startSome();
}

void Batch::cancel()
{
    if (!m_running)
        return;
    m_queue.clear();
    abortAll();
    startSome();
}

void Batch::abortAll()
{
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).state != State::Running)
            continue;
        m_items[i].state = State::Aborted; // first: what it reports from now on is no news
        --m_underWay;
        if (const Abort abort = std::exchange(m_items[i].abort, {}))
            abort();
    }
}

void Batch::startSome()
{
    if (m_starting)
        return;
    m_starting = true;
    while (!m_queue.isEmpty() && m_underWay < mostAtOnce)
        startItem(m_queue.takeFirst());
    m_starting = false;
    if (m_underWay == 0 && std::exchange(m_running, false))
        Q_EMIT finished();
}

void Batch::startItem(qsizetype index)
{
    Item &item = m_items[index];
    item.state = State::Running;
    ++m_underWay;
    const int attempt = ++item.attempt;
    const Operation operation = item.operation;
    const QPointer<Batch> self(this);
    Abort abort = operation([self, index, attempt](const Result<> &outcome) {
        if (self)
            self->take(index, attempt, outcome);
    });
    if (m_items.at(index).state == State::Running)
        m_items[index].abort = std::move(abort);
    else if (m_items.at(index).state == State::Aborted && abort) // cancelled while it began
        abort();
}

void Batch::take(qsizetype index, int attempt, const Result<> &outcome)
{
    Item &item = m_items[index];
    if (item.state != State::Running || item.attempt != attempt)
        return;
    item.abort = {};
    item.state = outcome ? State::Succeeded : State::Failed;
    item.error = outcome ? Error() : outcome.error();
    --m_underWay;
    ++m_done;
    m_failed += outcome ? 0 : 1;
    Q_EMIT progress(m_done, m_failed, total());
    startSome();
}

QList<Batch::Failure> Batch::failures() const
{
    QList<Failure> out;
    for (const Item &item : m_items) {
        if (item.state == State::Failed)
            out.append({item.name, item.error});
    }
    return out;
}

QStringList Batch::succeeded() const
{
    return names(State::Succeeded);
}

QStringList Batch::aborted() const
{
    return names(State::Aborted);
}

QStringList Batch::untouched() const
{
    return names(State::Waiting);
}

QStringList Batch::names(State state) const
{
    QStringList out;
    for (const Item &item : m_items) {
        if (item.state == state)
            out.append(item.name);
    }
    return out;
}

} // namespace desk
