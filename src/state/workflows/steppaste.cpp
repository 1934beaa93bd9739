#include "state/workflows/steppaste.h"

#include "state/workflows/nestedsteps.h"
#include "state/workflows/steprename.h"
#include "state/workflows/steptemplates.h"
#include "wire/json/jsonparser.h"
#include "wire/workflow/workflowsteps.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::steppaste {

namespace {

constexpr auto markMember = "agent_desk"_L1;
constexpr auto mark = "workflow-steps"_L1;
constexpr int mostJsonDepth = 512;

bool isStep(const QJsonValue &json)
{
    return json.isObject() && json.toObject().value("type"_L1).isString() && nested::height(json) <= nested::mostDepth;
}

// name_2 of name, and name_3 of name_2.
QString baseOf(const QString &id)
{
    qsizetype end = id.size();
    while (end > 0 && id.at(end - 1).isDigit())
        --end;
    const bool isNumbered = end > 1 && end < id.size() && id.at(end - 1) == u'_';
    return isNumbered ? id.first(end - 1) : id;
}

class FreshIds
{
public:
    explicit FreshIds(QSet<QString> &taken)
        : m_taken(taken)
    {
    }

    // In the order of the steps; the references follow the first of a name.
    [[nodiscard]] QJsonObject apply(QJsonObject step, const QString &parallelId = {})
    {
        const QString id = step.value("id"_L1).toString();
        const QString fresh = m_taken.contains(id) || id.isEmpty() ? next(id, step.value("type"_L1).toString()) : id;
        m_taken.insert(fresh);
        if (!id.isEmpty() && !m_known.contains(id)) {
            m_known.insert(id);
            m_renames.add(id, fresh);
        }
        if (!id.isEmpty() && !parallelId.isEmpty())
            m_renames.addMember(parallelId, id, fresh);
        step.insert("id"_L1, fresh);
        const QJsonValue inside = wire::nestedMember(step);
        if (!inside.isArray())
            return step;
        const QString parallel = wire::workflowStepKind(step).value() == wire::WorkflowStepKind::Parallel ? id : QString();
        QJsonArray steps;
        for (const QJsonValue &one : inside.toArray())
            steps.append(one.isObject() ? QJsonValue(apply(one.toObject(), parallel)) : one);
        return wire::withNestedSteps(step, steps);
    }

    [[nodiscard]] const StepRenames &renames() const { return m_renames; }

private:
    [[nodiscard]] QString next(const QString &id, const QString &type) const
    {
        return StepTemplates::freshId(id.isEmpty() ? StepTemplates::idBase(type) : baseOf(id), m_taken);
    }

    QSet<QString> &m_taken;
    QSet<QString> m_known;
    StepRenames m_renames;
};

} // namespace

QByteArray text(const QJsonArray &steps)
{
    const QJsonObject out{{QString(markMember), QString(mark)}, {u"version"_s, 1}, {u"steps"_s, steps}};
    return QJsonDocument(out).toJson();
}

std::optional<QJsonArray> steps(const QByteArray &text)
{
    if (text.size() > mostBytes)
        return {};
    wire::JsonRules rules;
    rules.maxDepth = mostJsonDepth;
    const Result<QJsonValue> read = wire::parseJson(text.trimmed(), rules);
    if (!read)
        return {};
    QJsonArray out;
    if (read->isArray())
        out = read->toArray();
    else if (const QJsonValue listed = read->toObject().value("steps"_L1); listed.isArray() && !read->toObject().contains("type"_L1))
        out = listed.toArray();
    else
        out.append(*read);
    return out.isEmpty() || !std::all_of(out.begin(), out.end(), isStep) ? std::nullopt : std::optional(out);
}

QJsonArray withFreshIds(const QJsonArray &steps, QSet<QString> &taken)
{
    FreshIds ids(taken);
    QJsonArray fresh;
    for (const QJsonValue &step : steps)
        fresh.append(ids.apply(step.toObject()));
    QJsonArray out;
    for (const QJsonValue &step : std::as_const(fresh))
        out.append(withRenamedReferences(step.toObject(), ids.renames()));
    return out;
}

} // namespace desk::steppaste
