#include "localserver/engine/workflow/loopwork.h"

#include "localserver/engine/workflow/sequencework.h"
#include "localserver/texts.h"
#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowsteps.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {
constexpr int usualRounds = 1000;
}

LoopWork::LoopWork(WorkflowHost &host, StepPlace place, QObject *parent)
    : StepWork(parent)
    , m_host(host)
    , m_place(std::move(place))
{
}

LoopWork::~LoopWork() = default;

void LoopWork::start()
{
    const QJsonObject loop = m_place.step.value("loop_config"_L1).toObject();
    const QString path = loop.value("items_path"_L1).toString();
    const QJsonValue items =
        wire::isWholeReference(path) ? wire::resolved(wire::referencesIn(path).constFirst().path, m_place.context) : QJsonValue(path);
    if (!items.isArray() && !items.isNull() && !items.isUndefined())
        return failLater(LocalServer::tr("\"%1\" is no list that a loop could go through.").arg(path.left(100)));
    m_items = items.toArray();
    const int most = qMax(0, loop.value("max_iterations"_L1).toInt(usualRounds));
    if (m_items.size() > most)
        return failLater(LocalServer::tr("The loop would go round %L1 times, and %L2 are allowed.").arg(m_items.size()).arg(most));
    next();
}

void LoopWork::next()
{
    const qsizetype index = m_outputs.size();
    if (index == m_items.size()) {
        StepOutcome outcome;
        outcome.output = m_outputs;
        return finishLater(outcome);
    }
    const QJsonObject loop = m_place.step.value("loop_config"_L1).toObject();
    QJsonObject context = m_place.context;
    context.insert(loop.value("item_variable"_L1).toString(u"item"_s), m_items.at(index));
    context.insert("loop_index"_L1, index);
    context.insert("loop_count"_L1, m_items.size());
    m_round = std::make_unique<SequenceWork>(m_host, wire::nestedSteps(m_place.step), m_place.key + u'/' + QString::number(index), context);
    connect(m_round.get(), &StepWork::finished, this, &LoopWork::onDone, Qt::QueuedConnection);
    m_round->start();
}

void LoopWork::onDone(const StepOutcome &outcome)
{
    m_round.reset();
    if (!outcome.error.isEmpty())
        return finishLater(outcome);
    m_outputs.append(outcome.output);
    next();
}

} // namespace desk::server
