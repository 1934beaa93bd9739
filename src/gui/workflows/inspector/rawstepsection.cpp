#include "gui/workflows/inspector/rawstepsection.h"

#include "gui/schemaform/schemajsonfield.h"
#include "gui/text/exacttext.h"
#include "gui/theme.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/referencesource.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "state/chat/toolinput.h"
#include "state/workflows/workflowgraph.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopedValueRollback>

namespace desk {

using namespace Qt::StringLiterals;

RawStepSection::RawStepSection(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_text(new QPlainTextEdit(this))
    , m_apply(new QPushButton(tr("Apply"), this))
    , m_revert(new QPushButton(tr("Discard"), this))
    , m_field(new InspectorField(tr("The step as JSON"), u"rawStep"_s, m_text, this))
{
    constexpr int lines = 12;
    setUpJsonEdit(m_text);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines);
    m_apply->setObjectName(u"rawApply"_s);
    m_revert->setObjectName(u"rawDiscard"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_apply, m_revert}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_field);
    column->addLayout(buttons);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RawStepSection::check);
    connect(m_apply, &QPushButton::clicked, this, &RawStepSection::apply);
    connect(m_revert, &QPushButton::clicked, this, &RawStepSection::revert);
}

void RawStepSection::load(const QJsonObject &step)
{
    const bool isOther = m_node != m_source.node();
    if (isOther && m_isTyped)
        m_left.insert(m_node, exactText(m_text));
    m_node = m_source.node();
    if (!isOther && step == m_step)
        return;
    m_step = step;
    if (isOther || !m_isTyped)
        revert();
    else
        check(); // what was typed stays, on top of what is there now
    if (isOther && m_left.contains(m_node))
        m_text->setPlainText(m_left.take(m_node)); // also when another step was looked at meanwhile
    m_field->setHint(m_source.graph().isContainer(m_node) ? tr("The steps inside are not shown here and stay.") : QString());
}

void RawStepSection::revert()
{
    {
        const QScopedValueRollback loading(m_isLoading, true);
        m_text->setPlainText(ToolInput::visible(stepmembers::indentedJson(m_step)));
        m_isTyped = false;
    }
    check();
}

QString RawStepSection::problemOf(const QJsonObject &step) const
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9_]+\\z"_s);
    const QString id = step.value("id"_L1).toString();
    if (id != m_step.value("id"_L1).toString()) {
        if (!pattern.match(id).hasMatch())
            return tr("The id may hold only letters from A to Z, digits and underscores.");
        if (const NodeId other = m_source.graph().nodeOfStepId(id); other != NodeId::Root && other != m_node)
            return tr("Another step has this id.");
    }
    return step.value("type"_L1).toString().isEmpty() ? tr("Every step needs a type.") : QString();
}

void RawStepSection::check()
{
    m_isTyped = m_isTyped || !m_isLoading;
    const ToolInput input(exactText(m_text));
    const bool isObject = input.problem().isEmpty();
    const QString problem = isObject ? problemOf(input.object()) : input.problem();
    m_field->setProblem(m_isTyped ? problem : QString());
    m_apply->setEnabled(m_isTyped && problem.isEmpty() && input.object() != m_step);
    m_revert->setEnabled(m_isTyped);
}

void RawStepSection::apply()
{
    const QJsonObject step = ToolInput(exactText(m_text)).object();
    m_isTyped = false;
    Q_EMIT replaced(step);
    revert(); // to what it is now, which is tidied
}

} // namespace desk
