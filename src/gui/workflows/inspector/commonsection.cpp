#include "gui/workflows/inspector/commonsection.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/referencesource.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "state/workflows/workflowgraph.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

void setText(QLineEdit *field, const QString &text)
{
    if (field->text() != text)
        field->setText(text);
}

} // namespace

CommonSection::CommonSection(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_id(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_disabled(new QCheckBox(tr("Switched off"), this))
    , m_next(new QWidget(this))
    , m_nextWords(new PlainLabel(m_next))
    , m_dropNext(new QPushButton(tr("Remove “next_step”"), m_next))
    , m_idField(new InspectorField(tr("Id"), u"stepId"_s, m_id, this))
    , m_disabledField(new InspectorField({}, u"stepDisabled"_s, m_disabled, this))
{
    m_dropNext->setObjectName(u"dropNextStep"_s);
    m_dropNext->setAutoDefault(false);
    m_nextWords->setObjectName(u"nextStepWords"_s);
    m_nextWords->setWordWrap(true);
    auto *next = new QVBoxLayout(m_next);
    next->setContentsMargins({});
    next->addWidget(m_nextWords);
    next->addWidget(m_dropNext, 0, Qt::AlignLeading);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_idField);
    column->addWidget(new InspectorField(tr("Name"), u"stepName"_s, m_name, this));
    column->addWidget(new InspectorField(tr("Description"), u"stepDescription"_s, m_description, this));
    column->addWidget(m_disabledField);
    column->addWidget(m_next);
    connect(m_id, &QLineEdit::textEdited, this, &CommonSection::checkId);
    connect(m_id, &QLineEdit::editingFinished, this, &CommonSection::takeId);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT edited({u"name"_s}, text, true); });
    connect(m_description, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT edited({u"description"_s}, text, true); });
    connect(m_disabled, &QCheckBox::clicked, this,
            [this](bool isOff) { Q_EMIT edited({u"disabled"_s}, isOff ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined), false); });
    connect(m_dropNext, &QPushButton::clicked, this, [this] { Q_EMIT edited({u"next_step"_s}, QJsonValue::Undefined, false); });
}

void CommonSection::load(const QJsonObject &step)
{
    const QString id = step.value("id"_L1).toString();
    if (m_node != m_source.node() || id != m_stored || !m_id->hasFocus())
        setText(m_id, id);
    m_node = m_source.node();
    m_stored = id;
    setText(m_name, step.value("name"_L1).toString());
    setText(m_description, step.value("description"_L1).toString());
    m_disabled->setChecked(step.value("disabled"_L1).toBool());
    const bool isRunAnyway = m_disabled->isChecked() && m_source.surroundings().isTeamServer;
    m_disabledField->setHint(isRunAnyway ? tr("The team server does not know this and runs the step all the same.") : QString());
    const QJsonValue next = step.value("next_step"_L1);
    m_next->setVisible(!next.isUndefined());
    const QString target = next.isString() ? next.toString() : stepmembers::compactJson(next);
    m_nextWords->setText(tr("The step names “%1” as its next step. Servers ignore this: the order of the steps counts.", "the id of a step")
                             .arg(displayLine(target, 80)));
    checkId();
}

QString CommonSection::problemOf(const QString &id) const
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9_]+\\z"_s);
    if (id.isEmpty())
        return tr("Every step needs an id.");
    if (!pattern.match(id).hasMatch())
        return tr("Only letters from A to Z, digits and underscores: references know no others.");
    const NodeId other = m_source.graph().nodeOfStepId(id);
    if (id != m_stored && other != NodeId::Root && other != m_source.node())
        return tr("Another step has this id.");
    for (const QLatin1StringView root : {"input"_L1, "workflow"_L1, "item"_L1, "loop_index"_L1, "loop_count"_L1}) {
        if (id == root && id != m_stored)
            return tr("References use this word for something else.");
    }
    return {};
}

void CommonSection::checkId()
{
    m_idField->setProblem(problemOf(m_id->text()));
}

// Whole: letter by letter the references would go through ids of other steps.
void CommonSection::takeId()
{
    const QString id = m_id->text();
    if (id != m_stored && problemOf(id).isEmpty() && m_node == m_source.node())
        Q_EMIT renameAsked(id);
}

} // namespace desk
