#include "gui/chat/approval/approvalcard.h"

#include "gui/chat/approval/exactfield.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/chat/toolinput.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int programLines = 4;
constexpr int argumentLines = 8;
constexpr int environmentLines = 2;

// One word a line, each as JSON: so that blanks, quotes and line ends within one cannot be taken for its end.
QString quoted(const QStringList &words)
{
    QStringList lines;
    for (const QString &word : words) {
        const QString list = QString::fromUtf8(QJsonDocument(QJsonArray{word}).toJson(QJsonDocument::Compact));
        lines << ToolInput::visible(list.sliced(1, list.size() - 2));
    }
    return lines.join(u'\n');
}

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

PlainLabel *wrapped(const QString &name, QWidget *parent)
{
    auto *label = new PlainLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

} // namespace

ApprovalCard::ApprovalCard(For use, QWidget *parent)
    : CardFrame(parent, Tone::Warning)
    , m_use(use)
    , m_title(wrapped(u"approvalTitle"_s, this))
    , m_tool(wrapped(u"approvalTool"_s, this))
    , m_programLabel(new PlainLabel(tr("Program and what it is started with:"), this))
    , m_program(new ExactField(programLines, this))
    , m_argumentsLabel(new PlainLabel(tr("What the tool is told:"), this))
    , m_arguments(new ExactField(argumentLines, this))
    , m_environmentLabel(wrapped(u"approvalEnvironmentLabel"_s, this))
    , m_environment(new ExactField(environmentLines, this))
    , m_rights(wrapped(u"approvalRights"_s, this))
    , m_deadline(wrapped(u"approvalDeadline"_s, this))
    , m_remark(new RemarkLabel(RemarkLabel::Tone::Problem, u"approvalRemark"_s, this))
    , m_refuse(button(u"approvalRefuse"_s, tr("Refuse"), this))
    , m_approve(button(u"approvalApprove"_s, tr("Approve"), this))
    , m_close(button(u"approvalClose"_s, tr("Put away"), this))
{
    setObjectName(u"approvalCard"_s);
    setAccessibleName(tr("A tool waits for an approval"));
    m_guard.setSingleShot(true);
    m_guard.setInterval(guardMs);
    build();
    connect(&m_guard, &QTimer::timeout, this, &ApprovalCard::update);
    connect(m_refuse, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_approve, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_close, &QPushButton::clicked, this, &ApprovalCard::closed);
    hide();
}

void ApprovalCard::build()
{
    const int unit = Theme::space(this);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit * 3 / 2, unit, unit * 3 / 2, unit);
    box->setSpacing(unit / 2);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_program->setObjectName(u"approvalProgram"_s);
    m_arguments->setObjectName(u"approvalArguments"_s);
    m_environment->setObjectName(u"approvalEnvironment"_s);
    m_environmentLabel->setText(tr("Environment variables that it is given:"));
    m_rights->setText(
        m_use == For::Conversation ? tr("It runs with your rights, outside any sandbox. What it says goes to the language model.")
        : m_use == For::Workflow   ? tr("It runs with your rights, outside any sandbox. What it says goes to the steps that follow.")
                                   : tr("It runs with your rights, outside any sandbox. What it says is shown here."));
    box->addWidget(m_title);
    box->addWidget(m_tool);
    addField(box, m_programLabel, m_program);
    addField(box, m_argumentsLabel, m_arguments);
    addField(box, m_environmentLabel, m_environment);
    for (QWidget *line : {static_cast<QWidget *>(m_rights), static_cast<QWidget *>(m_deadline), static_cast<QWidget *>(m_remark)})
        box->addWidget(line);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    for (QPushButton *each : {m_close, m_refuse, m_approve}) {
        each->installEventFilter(this);
        row->addWidget(each);
    }
    box->addLayout(row);
    setTabOrder(m_close, m_refuse); // the answer first, then what it is about
    setTabOrder(m_refuse, m_approve);
    setTabOrder(m_approve, m_program);
    setTabOrder(m_program, m_arguments);
    setTabOrder(m_arguments, m_environment);
}

void ApprovalCard::addField(QVBoxLayout *box, QLabel *label, ExactField *field)
{
    label->setBuddy(field);
    field->setAccessibleName(label->text());
    box->addWidget(label);
    box->addWidget(field);
}

// ------------------------------------------------------------------------------------------------ what is shown

void ApprovalCard::showCall(const Prompt &call, bool mayApprove)
{
    const bool isOther = isHidden() || !(call == m_call);
    m_mayApprove = mayApprove;
    if (!isOther)
        return update();
    m_call = call;
    m_phase = Phase::Asked;
    m_remark->say({});
    //: The name of a tool
    m_tool->setText(tr("Tool: %1").arg(ToolInput::visible(call.toolName)));
    m_program->showText(quoted(QStringList{call.program} + call.programArguments));
    m_arguments->showText(ToolInput::editable(call.arguments));
    m_environmentLabel->setText(call.environment.isEmpty() ? tr("It is given no environment variables of its own.")
                                                           : tr("Environment variables that it is given:"));
    m_environment->showText(quoted(call.environment));
    m_environment->setVisible(!call.environment.isEmpty());
    const bool hadFocus = isVisible() && window()->focusWidget() != nullptr && isAncestorOf(window()->focusWidget());
    begin();
    show();
    if (hadFocus) // it was about another call
        focusRefuse();
    announce();
}

void ApprovalCard::setPhase(Phase phase, const QString &remark)
{
    const bool isNews = phase != m_phase || (!remark.isEmpty() && remark != m_remark->text());
    m_phase = phase;
    m_remark->say(remark);
    update();
    if (isNews && m_arguments->hasFocus()) // where it was left while the answer was on its way
        focusRefuse();
    if (isNews && isVisible() && (phase == Phase::Expired || !remark.isEmpty()))
        announce();
}

void ApprovalCard::clear()
{
    m_guard.stop();
    m_call = {};
    hide();
}

void ApprovalCard::begin()
{
    m_guard.start();
    update();
}

void ApprovalCard::setGuardTime(int ms)
{
    m_guard.setInterval(ms);
    begin();
}

// Buttons stay enabled under the guard: a focus that wandered off would be one more surprise.
void ApprovalCard::update()
{
    const bool isExpired = m_phase == Phase::Expired;
    m_title->setText(isExpired ? tr("A tool waited for an approval") : tr("A tool waits for an approval"));
    m_deadline->setText(deadline());
    m_deadline->setVisible(!m_deadline->text().isEmpty());
    const bool hadFocus = m_refuse->hasFocus() || m_approve->hasFocus();
    m_close->setVisible(isExpired);
    m_refuse->setVisible(!isExpired);
    m_approve->setVisible(!isExpired);
    m_refuse->setEnabled(m_phase == Phase::Asked);
    m_approve->setEnabled(m_phase == Phase::Asked && m_mayApprove);
    for (QPushButton *each : {m_refuse, m_approve, m_close})
        each->setAccessibleDescription(summary());
    if (hadFocus && !m_refuse->hasFocus() && !m_approve->hasFocus()) // a disabled one hands it on to anything
        m_arguments->setFocus();
}

QString ApprovalCard::deadline() const
{
    if (!m_call.expiresAt.isValid())
        return {};
    const QString time = QLocale().toString(m_call.expiresAt.toLocalTime().time(), QLocale::ShortFormat);
    if (m_phase == Phase::Expired)
        return tr("Nobody answered until %1: it counts as refused.").arg(time);
    return tr("Without an answer until %1 it counts as refused.").arg(time);
}

QString ApprovalCard::summary() const
{
    return tr("Tool %1, program %2").arg(displayLine(m_call.toolName, 80), displayLine(m_call.program, 200));
}

void ApprovalCard::announce()
{
    setAccessibleDescription(m_remark->text().isEmpty() ? summary() : m_remark->text());
    QAccessibleEvent event(this, QAccessible::Alert); // what screen readers speak; Qt 6.4 has no announcement
    QAccessible::updateAccessibility(&event);
}

// ------------------------------------------------------------------------------------------------ answers

void ApprovalCard::decide(bool approves)
{
    if (m_guard.isActive() || m_phase != Phase::Asked || (approves && !m_mayApprove))
        return;
    if (approves)
        Q_EMIT approved();
    else
        Q_EMIT refused();
}

void ApprovalCard::focusRefuse()
{
    m_refuse->isVisible() ? m_refuse->setFocus() : m_close->setFocus();
}

void ApprovalCard::showEvent(QShowEvent *event)
{
    CardFrame::showEvent(event);
    if (!event->spontaneous())
        begin(); // of another conversation's before, or hidden by another page
}

bool ApprovalCard::eventFilter(QObject *watched, QEvent *event)
{
    auto *pressed = qobject_cast<QPushButton *>(watched);
    if (pressed == nullptr || event->type() != QEvent::KeyPress)
        return CardFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->isAutoRepeat() && (isEnter || key->key() == Qt::Key_Space))
        return true; // held since before it was here
    if (isEnter)
        pressed->click();
    return isEnter || CardFrame::eventFilter(watched, event);
}

void ApprovalCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT escapePressed();
    else
        CardFrame::keyPressEvent(event);
}

} // namespace desk
