#include "gui/chat/json/toolrunpanel.h"

#include "gui/chat/approval/approvalcard.h"
#include "gui/chat/json/jsonpanel.h"
#include "gui/chat/transcript/toolreport.h"
#include "gui/schemaform/schemaeditor.h"
#include "gui/text/textlimiter.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/toolinput.h"
#include "state/chat/toolrun.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ToolRunPanel::ToolRunPanel(ToolRun *run, const QJsonValue &input, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_box(new QVBoxLayout(this))
    , m_editor(new SchemaEditor(this))
    , m_start(addButton(u"toolRunStart"_s, tr("R&un")))
    , m_cancel(addButton(u"toolRunCancel"_s, tr("Ca&ncel")))
    , m_progress(new QProgressBar(this))
    , m_warning(new PlainLabel(this))
    , m_state(new PlainLabel(this))
    , m_approval(new ApprovalCard(ApprovalCard::For::Test, this))
{
    setObjectName(u"toolRunPanel"_s);
    m_run->setParent(this);
    build(input);
    connect(m_editor, &SchemaEditor::changed, this, &ToolRunPanel::updateState);
    connect(m_start, &QPushButton::clicked, this, &ToolRunPanel::run);
    connect(m_cancel, &QPushButton::clicked, this, &ToolRunPanel::cancel);
    connect(m_run, &ToolRun::changed, this, &ToolRunPanel::updateState);
    connect(m_run, &ToolRun::changed, this, &ToolRunPanel::updateApproval);
    connect(m_approval, &ApprovalCard::approved, m_run, &ToolRun::approve);
    connect(m_approval, &ApprovalCard::refused, this, &ToolRunPanel::cancel);
    connect(m_approval, &ApprovalCard::escapePressed, m_cancel, qOverload<>(&QWidget::setFocus));
    connect(m_run, &ToolRun::done, this, &ToolRunPanel::takeOutcome);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_start, &QPushButton::click); // does nothing while it is disabled
    }
    updateState();
}

void ToolRunPanel::build(const QJsonValue &input)
{
    m_warning->setText(tr("The tool runs for real, on the server, with everything that follows from it: what it writes, sends or "
                          "costs happens once more."));
    m_warning->setObjectName(u"toolRunWarning"_s);
    m_warning->setWordWrap(true);
    m_editor->rawEdit()->setObjectName(u"toolRunInput"_s);
    m_editor->rawEdit()->setAccessibleName(tr("Input of the tool, as JSON"));
    m_editor->problemLabel()->setObjectName(u"toolRunProblem"_s);
    const QString text = ToolInput::editable(input);
    const bool isTooLong = text.size() > ToolInput::maxCharacters;
    m_editor->setText(isTooLong ? u"{}"_s : text);
    m_progress->setObjectName(u"toolRunProgress"_s);
    m_progress->setAccessibleName(tr("The tool is running"));
    m_progress->setRange(0, 0);
    m_state->setObjectName(u"toolRunState"_s);
    m_state->setWordWrap(true);
    if (isTooLong)
        tell(tr("The input of the call is too long to be edited here. It can be saved on its own page."));
    m_start->setToolTip(tr("Run the tool (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    auto *row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addWidget(m_cancel);
    row->addWidget(m_progress, 1);
    row->addStretch();
    m_box->addWidget(m_warning);
    m_box->addWidget(m_editor, 1);
    m_box->addLayout(row);
    m_box->addWidget(m_state);
    m_box->addWidget(m_approval);
}

void ToolRunPanel::startNew()
{
    m_isNew = true;
    m_warning->setText(
        tr("The tool runs for real, on the server, with everything that follows from it: what it writes, sends or costs happens."));
}

void ToolRunPanel::setInput(const QJsonObject &input)
{
    if (m_run->isRunning())
        return;
    m_editor->setText(ToolInput::editable(input));
    m_editor->focusInput();
}

bool ToolRunPanel::isRunning() const
{
    return m_run->isRunning();
}

bool ToolRunPanel::runNow(const QJsonObject &input)
{
    if (isRunning())
        return false;
    m_editor->setText(ToolInput::editable(input));
    run();
    return isRunning();
}

QPushButton *ToolRunPanel::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false); // Enter is for what is inside
    return button;
}

void ToolRunPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_run->lookUp();
}

void ToolRunPanel::updateState()
{
    if (m_run->inputSchema() != m_schema) {
        m_schema = m_run->inputSchema();
        m_editor->setSchema(wire::JsonSchema(wire::JsonNode::of(m_schema))); // comes back here
        if (m_isNew && m_editor->view() == SchemaEditor::View::Form)
            m_editor->startNew();
    }
    const QString why = m_run->whyNot();
    const bool isRunning = m_run->isRunning();
    m_editor->setObstacle(why);
    const bool hadFocus = m_start->hasFocus() || m_cancel->hasFocus();
    m_editor->setReadOnly(isRunning);
    m_start->setEnabled(m_editor->isValid() && why.isEmpty() && !isRunning);
    m_cancel->setEnabled(isRunning);
    m_progress->setVisible(isRunning && !m_run->asked());
    if (!hadFocus)
        return;
    if (isRunning || m_start->isEnabled()) // a disabled button would hand it on to anything
        (isRunning ? m_cancel : m_start)->setFocus();
    else
        m_editor->focusInput();
}

void ToolRunPanel::run()
{
    if (!m_editor->isValid() || m_run->isRunning())
        return;
    showOutput(QJsonValue::Undefined);
    m_result.reset();
    m_asked = m_editor->object();
    m_run->run(m_asked);
    if (m_run->isRunning())
        tell(tr("The tool is running on the server\u2026"));
    updateState();
}

// Nothing has begun yet while the server asks.
void ToolRunPanel::updateApproval()
{
    if (!m_run->asked()) {
        const bool wasShown = !m_approval->isHidden();
        const bool hadFocus = wasShown && m_approval->isAncestorOf(window()->focusWidget());
        m_approval->clear();
        if (hadFocus)
            m_cancel->setFocus();
        if (wasShown && m_run->isRunning())
            tell(tr("The tool is running on the server\u2026"));
        return;
    }
    m_progress->hide();
    const bool isShown = !m_approval->isHidden();
    m_approval->showCall(*m_run->asked());
    if (isShown)
        return;
    m_approval->focusRefuse();
    tell(tr("The server asks before it starts a program."));
}

void ToolRunPanel::cancel()
{
    const bool wasAsked = m_run->asked().has_value();
    m_run->cancel();
    updateApproval();
    tell(wasAsked ? tr("Refused: nothing was started.") : tr("Not waited for any longer. The server may finish what the tool began."));
    updateState();
    Q_EMIT ran(m_asked, m_state->text());
}

void ToolRunPanel::takeOutcome(const Result<ToolTestResult> &outcome)
{
    m_approval->clear();
    m_result = outcome ? std::optional(*outcome) : std::nullopt;
    if (!outcome) {
        QString words = tr("The tool could not be run. %1").arg(displayLine(outcome.error().userText(), 600));
        if (outcome.error().outcomeUnknown)
            words += u' ' + tr("It may have run all the same.");
        tell(words);
    } else {
        const QString time = ToolReport::duration(outcome->executionMs);
        if (outcome->success)
            tell(tr("Done after %1.").arg(time));
        else if (outcome->error.isEmpty())
            tell(tr("The tool failed after %1, and does not say why.").arg(time));
        else
            tell(tr("The tool failed after %1: %2").arg(time, displayLine(outcome->error, 600)));
        showOutput(outcome->output);
    }
    updateState();
    Q_EMIT ran(m_asked, m_state->text());
}

void ToolRunPanel::tell(const QString &words)
{
    m_state->setText(words);
    m_state->setAccessibleName(words);
    QAccessibleEvent event(m_state, QAccessible::Alert); // what screen readers speak; Qt 6.4 has no announcement
    QAccessible::updateAccessibility(&event);
}

void ToolRunPanel::showOutput(const QJsonValue &output)
{
    if (m_output != nullptr) {
        m_output->hide();
        m_output->deleteLater();
        m_output = nullptr;
    }
    if (output.isUndefined() || output.isNull())
        return;
    m_output = new JsonPanel(output, this);
    m_output->setObjectName(u"toolRunOutput"_s);
    connect(m_output, &JsonPanel::tableRequested, this, &ToolRunPanel::tableRequested);
    connect(m_output, &JsonPanel::saveRequested, this, &ToolRunPanel::saveRequested);
    m_box->addWidget(m_output, 2);
}

} // namespace desk
