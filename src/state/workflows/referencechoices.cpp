#include "state/workflows/referencechoices.h"

#include "state/workflows/workflowtexts.h"
#include "wire/json/jsonschema.h"
#include "wire/workflow/workflowinput.h"
#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowsteps.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestPreview = 60;
constexpr qsizetype mostMembers = 50; // of one object

QString previewOf(const QJsonValue &value)
{
    if (value.isObject())
        return WorkflowTexts::tr("Object with %n members", nullptr, int(value.toObject().size()));
    if (value.isArray())
        return WorkflowTexts::tr("List of %n items", nullptr, int(value.toArray().size()));
    if (value.isString())
        return harmlessLine(value.toString().left(10 * longestPreview), longestPreview);
    return wire::workflowText(value);
}

QString previewOf(wire::JsonTypes types)
{
    if (types == wire::allJsonTypes)
        return {};
    if (types.testFlag(wire::JsonType::Object))
        return WorkflowTexts::tr("Object");
    if (types.testFlag(wire::JsonType::Array))
        return WorkflowTexts::tr("List");
    if (types.testFlag(wire::JsonType::String))
        return WorkflowTexts::tr("Text");
    if (types & wire::jsonNumberTypes)
        return WorkflowTexts::tr("Number");
    return types.testFlag(wire::JsonType::Boolean) ? WorkflowTexts::tr("Yes or no") : QString();
}

class Choices
{
public:
    Choices(const QJsonObject &definition, const QJsonObject &lastOutputs, const WorkflowSurroundings &known)
        : m_definition(definition)
        , m_last(lastOutputs)
        , m_known(known)
    {
    }

    QList<ReferenceChoice> at(const StepPath &path);

private:
    void addStep(const QJsonObject &step);
    void addLoop(const QJsonObject &step);
    void addKinds(const QString &text, const QString &origin, const QJsonObject &step);
    void addInput();
    void addValue(const QString &text, const QString &origin, const QJsonValue &value, int depth);
    void addSchema(const QString &text, const QString &origin, const wire::JsonSchema &schema, int depth);
    void add(const QString &text, const QString &preview, const QString &origin);

    const QJsonObject &m_definition;
    const QJsonObject &m_last;
    const WorkflowSurroundings &m_known;
    QSet<QString> m_taken; // roots that are hidden by nearer ones
    QList<ReferenceChoice> m_out;
};

void Choices::add(const QString &text, const QString &preview, const QString &origin)
{
    if (m_out.size() < mostReferenceChoices && wire::isWholeReference(text))
        m_out.append({text, preview, origin});
}

void Choices::addValue(const QString &text, const QString &origin, const QJsonValue &value, int depth)
{
    if (m_out.size() >= mostReferenceChoices || !wire::isWholeReference(text))
        return;
    add(text, previewOf(value), origin);
    if (!value.isObject() || depth >= deepestReferenceChoice)
        return;
    const QJsonObject object = value.toObject();
    qsizetype count = 0;
    for (auto member = object.begin(); member != object.end() && count < mostMembers; ++member, ++count)
        addValue(text + u'.' + member.key(), origin, member.value(), depth + 1);
}

void Choices::addSchema(const QString &text, const QString &origin, const wire::JsonSchema &schema, int depth)
{
    if (m_out.size() >= mostReferenceChoices || !wire::isWholeReference(text))
        return;
    add(text, previewOf(schema.facts().types), origin);
    if (depth >= deepestReferenceChoice)
        return;
    const QStringList names = schema.facts().properties.mid(0, mostMembers);
    for (const QString &name : names)
        addSchema(text + u'.' + name, origin, schema.property(name), depth + 1);
}

void Choices::addKinds(const QString &text, const QString &origin, const QJsonObject &step)
{
    QStringList members;
    switch (wire::workflowStepKind(step).value()) {
    case wire::WorkflowStepKind::Condition:
        members = QStringList{u"condition_result"_s, u"next_step"_s};
        break;
    case wire::WorkflowStepKind::Agent:
        members = QStringList{u"result"_s, u"content"_s};
        break;
    case wire::WorkflowStepKind::Human:
        members = m_known.dialect == WorkflowDialect::Team ? QStringList{u"status"_s, u"notification"_s}
                                                           : QStringList{u"status"_s, u"option_id"_s, u"label"_s, u"comment"_s};
        break;
    case wire::WorkflowStepKind::Parallel:
        for (const QJsonValue &inner : wire::nestedSteps(step)) {
            if (m_known.dialect == WorkflowDialect::Local)
                members.append(inner.toObject().value("id"_L1).toString());
        }
        break;
    default:
        break;
    }
    add(text, {}, origin);
    for (const QString &member : std::as_const(members))
        add(text + u'.' + member, {}, origin);
}

void Choices::addStep(const QJsonObject &step)
{
    const QString id = step.value("id"_L1).toString();
    if (id.isEmpty() || m_taken.contains(id))
        return;
    m_taken.insert(id);
    const QString text = "$."_L1 + id;
    const QString name = step.value("name"_L1).toString();
    const QString origin = WorkflowTexts::name(name.isEmpty() ? id : name);
    if (m_last.contains(id))
        return addValue(text, origin, m_last.value(id), 1);
    const QString tool = step.value("tool"_L1).toString();
    for (const Tool &one : m_known.tools.value_or(QList<Tool>())) {
        const QJsonObject schema = one.schema.value("output"_L1).toObject();
        if (one.name == tool && !schema.isEmpty() && wire::workflowStepKind(step).value() == wire::WorkflowStepKind::Tool)
            return addSchema(text, origin, wire::JsonSchema(wire::JsonNode::of(schema)), 1);
    }
    addKinds(text, origin, step);
}

void Choices::addLoop(const QJsonObject &step)
{
    const QJsonObject loop = step.value("loop_config"_L1).toObject();
    const QString variable = loop.value("item_variable"_L1).toString(u"item"_s);
    const QString origin = WorkflowTexts::tr("Loop");
    const QString items = loop.value("items_path"_L1).toString();
    QJsonValue first(QJsonValue::Undefined);
    if (wire::isWholeReference(items))
        first = wire::resolved(wire::referencesIn(items).constFirst().path, m_last).toArray().at(0);
    if (!m_taken.contains(variable)) {
        m_taken.insert(variable);
        if (first.isUndefined())
            add("$."_L1 + variable, {}, origin);
        else
            addValue("$."_L1 + variable, origin, first, 1);
    }
    for (const QString &name : {u"loop_index"_s, u"loop_count"_s}) {
        if (!m_taken.contains(name))
            add("$."_L1 + name, WorkflowTexts::tr("Number"), origin);
        m_taken.insert(name);
    }
}

void Choices::addInput()
{
    const QString origin = WorkflowTexts::tr("Input");
    if (!m_taken.contains(u"input"_s)) {
        if (const QJsonValue last = m_last.value("input"_L1); last.isObject())
            addValue(u"$.input"_s, origin, last, 1);
        else
            addSchema(u"$.input"_s, origin, wire::JsonSchema(wire::JsonNode::of(wire::workflowInputSchema(m_definition))), 1);
    }
    if (m_taken.contains(u"workflow"_s))
        return;
    add(u"$.workflow.id"_s, previewOf(m_definition.value("id"_L1).toString()), WorkflowTexts::tr("Workflow"));
    add(u"$.workflow.name"_s, previewOf(m_definition.value("name"_L1).toString()), WorkflowTexts::tr("Workflow"));
}

QList<ReferenceChoice> Choices::at(const StepPath &path)
{
    for (qsizetype depth = path.size() - 1; depth >= 0 && depth <= steppath::mostDepth; --depth) {
        const StepPath container = path.first(depth);
        const QJsonArray steps = steppath::steps(m_definition, container);
        const QJsonObject around = depth == 0 ? QJsonObject() : steppath::step(m_definition, container);
        const wire::WorkflowStepKind kind = wire::workflowStepKind(around).value();
        if (kind == wire::WorkflowStepKind::Loop)
            addLoop(around);
        const qsizetype before = std::min<qsizetype>(path.at(depth), steps.size());
        for (qsizetype i = before - 1; kind != wire::WorkflowStepKind::Parallel && i >= 0; --i) {
            if (m_out.size() < mostReferenceChoices)
                addStep(steps.at(i).toObject());
        }
    }
    addInput();
    return m_out;
}

} // namespace

QList<ReferenceChoice> referenceChoices(const QJsonObject &definition, const StepPath &path, const QJsonObject &lastOutputs,
                                        const WorkflowSurroundings &known)
{
    return Choices(definition, lastOutputs, known).at(path);
}

} // namespace desk
