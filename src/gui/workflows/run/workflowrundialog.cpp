#include "gui/workflows/run/workflowrundialog.h"

#include "gui/schemaform/schemaeditor.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/executions/workflowinputs.h"
#include "state/executions/workflowinputschema.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

enum ChoiceRoles { InputRole = Qt::UserRole, PresetRole };
constexpr qsizetype shownInput = 80; // characters

QString indented(const QJsonObject &input)
{
    return QString::fromUtf8(QJsonDocument(input).toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace

WorkflowRunDialog::WorkflowRunDialog(const Workflow &workflow, WorkflowInputs &inputs, QWidget *parent)
    : QDialog(parent)
    , m_workflow(workflow)
    , m_inputs(inputs)
    , m_note(new PlainLabel(this))
    , m_from(new QComboBox(this))
    , m_removePreset(new QPushButton(tr("&Remove the preset"), this))
    , m_editor(new SchemaEditor(this))
    , m_naming(new QWidget(this))
    , m_name(new QLineEdit(m_naming))
    , m_keepName(new QPushButton(tr("Keep"), m_naming))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"workflowRunProblem"_s, this))
    , m_keep(new QPushButton(tr("Keep as &preset\u2026"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_run(new QPushButton(Theme::icon(u"send"_s), tr("R&un"), this))
{
    setObjectName(u"workflowRunDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Run %1").arg(displayLine(workflow.name)));
    build();
    const QJsonObject schema = workflowInputSchema(workflow.raw);
    m_note->setText(saysItsInput(workflow.raw) ? QString()
                    : schema.isEmpty()         ? tr("No step of this workflow refers to its input, so it can be run with none.")
                                       : tr("The workflow does not say what it takes. These are the inputs that its steps refer to."));
    m_note->setVisible(!m_note->text().isEmpty());
    if (!schema.isEmpty())
        m_editor->setSchema(wire::JsonSchema(wire::JsonNode::of(schema)));
    m_editor->startNew();
    fillChoices();
    connect(m_from, &QComboBox::activated, this, &WorkflowRunDialog::takeChoice);
    connect(m_editor, &SchemaEditor::changed, this, &WorkflowRunDialog::updateButtons);
    connect(&m_inputs, &WorkflowInputs::changed, this, &WorkflowRunDialog::fillChoices);
    connect(m_run, &QPushButton::clicked, this, &WorkflowRunDialog::request);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        m_naming->show();
        m_name->setFocus();
    });
    connect(m_keepName, &QPushButton::clicked, this, &WorkflowRunDialog::keepPreset);
    connect(m_name, &QLineEdit::returnPressed, m_keepName, &QPushButton::click);
    connect(m_name, &QLineEdit::textChanged, this, &WorkflowRunDialog::updateButtons);
    connect(m_removePreset, &QPushButton::clicked, this, &WorkflowRunDialog::removePreset);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_run, &QPushButton::click);
    updateButtons();
    m_editor->focusInput();
}

void WorkflowRunDialog::build()
{
    auto *fromLabel = new PlainLabel(tr("&Start from"), this);
    fromLabel->setBuddy(m_from);
    m_from->setObjectName(u"workflowRunFrom"_s);
    m_from->setItemDelegate(new IsolatingDelegate(m_from));
    m_from->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_removePreset->setObjectName(u"workflowRunRemovePreset"_s);
    m_note->setObjectName(u"workflowRunNote"_s);
    m_note->setWordWrap(true);
    m_name->setObjectName(u"workflowRunPresetName"_s);
    m_name->setMaxLength(static_cast<int>(WorkflowInput::maxName));
    m_keepName->setObjectName(u"workflowRunKeepName"_s);
    m_keep->setObjectName(u"workflowRunKeep"_s);
    m_cancel->setObjectName(u"workflowRunCancel"_s);
    m_run->setObjectName(u"workflowRunStart"_s);
    m_run->setToolTip(
        tr("Starts the workflow on the server (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    for (QPushButton *button : {m_removePreset, m_keepName, m_keep, m_cancel, m_run})
        button->setAutoDefault(false);
    m_problem->setWordWrap(true);

    auto *top = new QHBoxLayout;
    top->addWidget(fromLabel);
    top->addWidget(m_from, 1);
    top->addWidget(m_removePreset);
    auto *nameLabel = new PlainLabel(tr("Name of the preset"), m_naming);
    nameLabel->setBuddy(m_name);
    auto *naming = new QHBoxLayout(m_naming);
    naming->setContentsMargins({});
    naming->addWidget(nameLabel);
    naming->addWidget(m_name, 1);
    naming->addWidget(m_keepName);
    m_naming->hide();
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_keep);
    bottom->addStretch(1);
    bottom->addWidget(m_cancel);
    bottom->addWidget(m_run);
    auto *box = new QVBoxLayout(this);
    box->addLayout(top);
    box->addWidget(m_note);
    box->addWidget(m_editor, 1);
    box->addWidget(m_naming);
    box->addWidget(m_problem);
    box->addLayout(bottom);
    resize(Theme::space(this, 70), Theme::space(this, 60));
}

QString WorkflowRunDialog::lineOf(const QJsonObject &input) const
{
    const QString words = displayLine(QString::fromUtf8(QJsonDocument(input).toJson(QJsonDocument::Compact)), shownInput);
    return input.isEmpty() ? tr("nothing") : words;
}

void WorkflowRunDialog::fillChoices()
{
    const QString current = m_from->currentData(PresetRole).toString();
    const QSignalBlocker quiet(m_from);
    m_from->clear();
    m_from->addItem(tr("A new input"));
    const auto add = [this](const QString &text, const WorkflowInput &input) {
        m_from->addItem(text, input.input);
        m_from->setItemData(m_from->count() - 1, input.id, PresetRole);
    };
    const QList<WorkflowInput> presets = m_inputs.presets(m_workflow.id);
    for (const WorkflowInput &preset : presets)
        add(tr("Preset: %1").arg(displayLine(preset.name)), preset);
    const QList<WorkflowInput> last = m_inputs.last(m_workflow.id);
    for (const WorkflowInput &input : last) {
        const QString time = QLocale().toString(input.usedAt.toLocalTime(), QLocale::ShortFormat);
        add(tr("%1: %2", "time of a run, its input").arg(time, lineOf(input.input)), input);
    }
    const int known = current.isEmpty() ? -1 : m_from->findData(current, PresetRole);
    m_from->setCurrentIndex(std::max(0, known));
    updateButtons();
}

void WorkflowRunDialog::takeChoice(int index)
{
    const QVariant input = m_from->itemData(index, InputRole);
    if (input.isValid())
        setInput(input.toJsonObject());
    else
        m_editor->startNew();
    updateButtons();
}

// A form that was only guessed may not take what the workflow took before: then it is shown as JSON.
void WorkflowRunDialog::setInput(const QJsonObject &input)
{
    m_editor->setText(indented(input));
    if (!m_editor->isValid())
        m_editor->showView(SchemaEditor::View::Json);
}

void WorkflowRunDialog::setObstacle(const QString &words)
{
    m_obstacle = words;
    m_editor->setObstacle(words);
    updateButtons();
}

void WorkflowRunDialog::updateButtons()
{
    const QString chosen = m_from->currentData(PresetRole).toString();
    const QList<WorkflowInput> presets = m_inputs.presets(m_workflow.id);
    const bool isPreset = std::any_of(presets.cbegin(), presets.cend(), [&chosen](const WorkflowInput &one) { return one.id == chosen; });
    m_removePreset->setVisible(isPreset);
    m_keepName->setEnabled(m_editor->isValid() && !m_name->text().trimmed().isEmpty());
    m_keep->setEnabled(m_editor->isValid());
    m_run->setEnabled(m_editor->isValid() && m_obstacle.isEmpty() && !m_isStarting);
}

void WorkflowRunDialog::request()
{
    if (!m_run->isEnabled())
        return;
    m_isStarting = true;
    m_problem->say({});
    updateButtons();
    Q_EMIT runRequested(m_editor->object());
}

void WorkflowRunDialog::noteStarted()
{
    accept();
}

void WorkflowRunDialog::noteFailed(const Error &error)
{
    m_isStarting = false;
    if (error.kind != Error::Kind::Cancelled)
        m_problem->say(displayText(error.userText(), TextUse::Prose));
    updateButtons();
}

void WorkflowRunDialog::keepPreset()
{
    if (!m_keepName->isEnabled())
        return;
    if (!m_inputs.keep(m_workflow.id, m_name->text(), m_editor->object())) {
        m_problem->say(tr("The preset could not be kept: it is too large, or there are too many."));
        return;
    }
    const QString name = m_name->text().simplified();
    const QList<WorkflowInput> presets = m_inputs.presets(m_workflow.id);
    for (const WorkflowInput &preset : presets) {
        if (preset.name == name)
            m_from->setCurrentIndex(m_from->findData(preset.id, PresetRole));
    }
    endNaming();
}

void WorkflowRunDialog::endNaming()
{
    m_problem->say({});
    m_name->clear();
    m_naming->hide();
    m_keep->setFocus();
    updateButtons();
}

void WorkflowRunDialog::removePreset()
{
    const QString id = m_from->currentData(PresetRole).toString();
    m_from->setCurrentIndex(0);
    m_from->setFocus();
    m_inputs.remove(id);
}

} // namespace desk
