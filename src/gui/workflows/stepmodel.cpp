#include "gui/workflows/stepmodel.h"

#include "gui/theme.h"

#include <QHash>
#include <QJsonArray>
#include <QTextDocument>

namespace desk {

using namespace Qt::StringLiterals;

static constexpr int maxDepth = 32; // a definition is foreign data; nobody reads deeper

void StepModel::setWorkflow(const Workflow &workflow)
{
    clear();
    QJsonArray steps;
    for (const WorkflowStep &step : workflow.steps)
        steps.append(step.raw);
    addSteps(invisibleRootItem(), steps, 0);
}

void StepModel::addSteps(QStandardItem *parent, const QJsonArray &steps, int depth)
{
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        QStandardItem *item = makeItem(step);
        parent->appendRow(item);
        if (depth >= maxDepth)
            continue;
        addSteps(item, step.value("parallel_steps"_L1).toArray(), depth + 1);
        addSteps(item, step.value("loop_config"_L1).toObject().value("steps"_L1).toArray(), depth + 1);
    }
}

QStandardItem *StepModel::makeItem(const QJsonObject &step)
{
    const QString type = step.value("type"_L1).toString();
    const QString id = step.value("id"_L1).toString();
    const QString name = step.value("name"_L1).toString();
    const QString title = name.isEmpty() ? id : name;
    const QString summary = summaryOf(step);
    auto *item = new QStandardItem(title);
    item->setEditable(false);
    item->setData(type, TypeRole);
    item->setData(title, TitleRole);
    item->setData(summary, SummaryRole);
    item->setData(kindIcon(type), IconNameRole);
    item->setData(summary.isEmpty() ? tr("%1 step %2", "kind of step, its name").arg(kindText(type), title)
                                    : tr("%1 step %2: %3", "kind of step, its name, what it does").arg(kindText(type), title, summary),
                  Qt::AccessibleTextRole);
    const QString description = step.value("description"_L1).toString();
    item->setToolTip(description.isEmpty() ? QString()
                                           : Qt::convertFromPlainText(description.left(400), Qt::WhiteSpaceNormal)); // never as markup
    return item;
}

QString StepModel::kindText(const QString &type)
{
    const QHash<QString, QString> kinds{
        {u"tool"_s, tr("Tool")},      {u"agent"_s, tr("Agent")},       {u"condition"_s, tr("Condition")},
        {u"human"_s, tr("Approval")}, {u"parallel"_s, tr("Parallel")}, {u"loop"_s, tr("Loop")},
        {u"input"_s, tr("Input")},    {u"output"_s, tr("Output")},     {u"transform"_s, tr("Transform")},
    };
    return kinds.value(type, type);
}

QString StepModel::kindIcon(const QString &type)
{
    static const QHash<QString, QString> icons{
        {u"tool"_s, u"tool"_s},   {u"agent"_s, u"agents"_s},      {u"condition"_s, u"condition"_s},
        {u"human"_s, u"user"_s},  {u"parallel"_s, u"parallel"_s}, {u"loop"_s, u"loop"_s},
        {u"input"_s, u"input"_s}, {u"output"_s, u"output"_s},     {u"transform"_s, u"transform"_s},
    };
    return icons.value(type, u"step"_s);
}

QString StepModel::summaryOf(const QJsonObject &step)
{
    const QString type = step.value("type"_L1).toString();
    if (type == "tool"_L1)
        return step.value("tool"_L1).toString();
    if (type == "agent"_L1) {
        const QString agent = step.value("agent"_L1).toString(step.value("agent_id"_L1).toString());
        const QString prompt = step.value("agent_prompt"_L1).toString().simplified();
        return prompt.isEmpty() ? agent : tr("%1: %2", "agent, its task").arg(agent, prompt);
    }
    if (type == "condition"_L1)
        return conditionText(step.value("condition"_L1).toObject());
    if (type == "human"_L1)
        return step.value("human_config"_L1).toObject().value("notification"_L1).toString().simplified();
    if (type == "parallel"_L1)
        return tr("%n step(s) at the same time", nullptr, static_cast<int>(step.value("parallel_steps"_L1).toArray().size()));
    if (type == "loop"_L1)
        return tr("for each of %1", "path of a list").arg(step.value("loop_config"_L1).toObject().value("items_path"_L1).toString());
    return step.value("description"_L1).toString().simplified();
}

QString StepModel::conditionText(const QJsonObject &condition)
{
    const QString field = condition.value("field"_L1).toString();
    const QString symbol = condition.value("operator"_L1).toString();
    const QString value = condition.value("value"_L1).toVariant().toString();
    const QString test = QStringList({field, symbol, value}).join(u' ').trimmed();
    const QString yes = condition.value("then_step"_L1).toString();
    const QString no = condition.value("else_step"_L1).toString();
    if (yes.isEmpty() && no.isEmpty())
        return test;
    if (no.isEmpty())
        return tr("if %1, go to %2", "a test, a step").arg(test, yes);
    if (yes.isEmpty())
        return tr("unless %1, go to %2", "a test, a step").arg(test, no);
    return tr("if %1, go to %2, otherwise to %3", "a test and two steps").arg(test, yes, no);
}

} // namespace desk
