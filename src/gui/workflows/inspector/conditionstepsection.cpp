#include "gui/workflows/inspector/conditionstepsection.h"

#include "gui/schemaform/quietcombobox.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "gui/workflows/inspector/choicebox.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/referenceedit.h"
#include "gui/workflows/inspector/referencesource.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "gui/workflows/inspector/typedvalueedit.h"
#include "state/workflows/workflowgraph.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

const QString member = u"condition"_s;

} // namespace

ConditionStepSection::ConditionStepSection(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_field(new ReferenceEdit(source, ReferenceEdit::Kind::Line, this))
    , m_operator(new QuietComboBox(this))
    , m_value(new TypedValueEdit(source, u"conditionValue"_s, tr("Value"), this))
    , m_then(new ChoiceBox(this))
    , m_else(new ChoiceBox(this))
    , m_fieldField(new InspectorField(tr("What is compared"), u"conditionField"_s, m_field, this))
    , m_operatorField(new InspectorField(tr("Comparison"), u"conditionOperator"_s, m_operator, this))
    , m_thenField(new InspectorField(tr("If so, go on with"), u"conditionThen"_s, m_then, this))
    , m_elseField(new InspectorField(tr("If not, go on with"), u"conditionElse"_s, m_else, this))
    , m_branches(new RemarkLabel(RemarkLabel::Tone::Hint, u"conditionBranches"_s, this))
{
    m_field->setPlaceholderText(u"$.…"_s);
    fillOperators();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    for (QWidget *part : std::initializer_list<QWidget *>{m_fieldField, m_operatorField, m_value, m_thenField, m_elseField, m_branches})
        column->addWidget(part);
    connectParts();
}

void ConditionStepSection::fillOperators()
{
    m_operator->setPlaceholderText(tr("Choose\u2026"));
    const std::initializer_list<std::pair<QString, QString>> all{
        {u"eq"_s, tr("is equal to")},    {u"ne"_s, tr("is not equal to")},        {u"gt"_s, tr("is greater than")},
        {u"lt"_s, tr("is less than")},   {u"gte"_s, tr("is at least")},           {u"lte"_s, tr("is at most")},
        {u"contains"_s, tr("contains")}, {u"exists"_s, tr("is there (not null)")}};
    for (const auto &[word, text] : all)
        m_operator->addItem(text, word);
}

void ConditionStepSection::connectParts()
{
    connect(m_field, &ReferenceEdit::edited, this, [this](const QString &text) { Q_EMIT edited({member, u"field"_s}, text, true); });
    connect(m_operator, &QComboBox::activated, this, [this] {
        Q_EMIT edited({member, u"operator"_s}, m_operator->currentData().toString(), false);
    });
    connect(m_value, &TypedValueEdit::edited, this, [this](const QJsonValue &value, bool isTyping) {
        Q_EMIT edited({member, u"value"_s}, value, isTyping);
    });
    connect(m_then, &ChoiceBox::chosen, this, [this](const QString &id) { takeTarget(u"then_step"_s, id); });
    connect(m_else, &ChoiceBox::chosen, this, [this](const QString &id) { takeTarget(u"else_step"_s, id); });
}

void ConditionStepSection::load(const QJsonObject &step)
{
    const QJsonObject condition = step.value(member).toObject();
    m_field->load(condition.value("field"_L1).toString());
    const bool isMissing = m_field->text().isEmpty();
    m_fieldField->setProblem(isMissing ? tr("Write what is compared, such as $.input.city.") : m_source.problem(m_field->text()));
    m_fieldField->setHint(m_source.remark(m_field->text()));
    showOperator(condition.value("operator"_L1));
    m_value->load(condition.value("value"_L1));
    m_value->setVisible(condition.value("operator"_L1) != "exists"_L1);
    m_value->showMarks();
    showTarget(m_then, m_thenField, condition.value("then_step"_L1));
    showTarget(m_else, m_elseField, condition.value("else_step"_L1));
    showBranchRemark();
}

void ConditionStepSection::showOperator(const QJsonValue &word)
{
    constexpr int known = 8;
    const QString text = word.toString();
    if (m_operator->findData(text) < known)
        m_operator->removeItem(known); // one of another step
    if (!text.isEmpty() && m_operator->findData(text) < 0)
        m_operator->addItem(displayLine(text, 60), text);
    m_operator->setCurrentIndex(m_operator->findData(text));
    const bool isUnknown = m_operator->currentIndex() >= known;
    m_operatorField->setProblem(text.isEmpty() ? tr("Choose a comparison: none is stored.")
                                : isUnknown    ? tr("Servers do not know this comparison: it is never true.")
                                               : QString());
}

void ConditionStepSection::showTarget(ChoiceBox *box, InspectorField *field, const QJsonValue &target)
{
    const WorkflowGraph &graph = m_source.graph();
    QList<ChoiceBox::Choice> choices{{QString(), tr("The next in the order")}};
    const QList<NodeId> around = graph.children(graph.container(m_source.node()));
    for (const NodeId node : around) {
        const QString id = graph.stepId(node);
        const QString title = graph.title(node);
        if (!id.isEmpty())
            choices.append({id, title == id ? id : tr("%1 (%2)", "title and id of a step").arg(title, id)});
    }
    const QString word = target.isString()                         ? target.toString()
                         : target.isNull() || target.isUndefined() ? QString()
                                                                   : stepmembers::compactJson(target);
    box->setChoices(choices);
    box->setWord(word);
    field->setProblem(box->isUnknown() ? tr("No step beside this one has this id: it goes on with the next in the order.") : QString());
}

void ConditionStepSection::showBranchRemark()
{
    const bool isNested = m_source.graph().container(m_source.node()) != NodeId::Root;
    m_branches->say(isNested
                        ? tr("Within a loop or a parallel step servers do not branch.")
                        : tr("After a jump it goes on in the order from there: behind the end of one branch the other one runs as well."));
}

void ConditionStepSection::takeTarget(const QString &name, const QString &id)
{
    Q_EMIT edited({member, name}, id.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(id), false);
}

} // namespace desk
