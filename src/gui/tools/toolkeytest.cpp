#include "gui/tools/toolkeytest.h"

#include "gui/chat/approval/approvalcard.h"
#include "gui/chat/transcript/toolreport.h"
#include "gui/dialogs.h"
#include "gui/schemaform/schemaeditor.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/toolinput.h"
#include "state/chat/toolrun.h"
#include "state/tools/toolkeyanswer.h"
#include "state/tools/toolsampleinput.h"

#include <QAccessible>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ToolKeyTest::ToolKeyTest(ToolRun *run, const ToolKeyPlace &place, const ToolConfigs &configs, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_run(run)
    , m_place(place)
    , m_configs(configs)
    , m_dialogs(dialogs)
    , m_name(displayLine(place.provider, 60))
    , m_key(new QLineEdit(this))
    , m_input(new SchemaEditor(this))
    , m_sample(new PlainLabel(this))
    , m_state(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_start(new QPushButton(tr("&Test\u2026"), this))
    , m_cancel(new QPushButton(tr("Ca&ncel"), this))
    , m_approval(new ApprovalCard(ApprovalCard::For::Test, this))
{
    setObjectName(u"toolKeyTest"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Test the key of %1", "a provider").arg(m_name));
    m_run->setParent(this);
    build();
    connect(m_start, &QPushButton::clicked, this, &ToolKeyTest::ask);
    connect(m_cancel, &QPushButton::clicked, this, &ToolKeyTest::cancel);
    connect(m_input, &SchemaEditor::changed, this, &ToolKeyTest::update);
    connect(m_key, &QLineEdit::textChanged, this, &ToolKeyTest::update);
    connect(m_key, &QLineEdit::returnPressed, m_start, &QPushButton::click);
    connect(m_run, &ToolRun::changed, this, &ToolKeyTest::takeSchema);
    connect(m_run, &ToolRun::changed, this, &ToolKeyTest::updateApproval);
    connect(m_run, &ToolRun::done, this, &ToolKeyTest::takeOutcome);
    connect(m_approval, &ApprovalCard::approved, m_run, &ToolRun::approve);
    connect(m_approval, &ApprovalCard::refused, this, &ToolKeyTest::cancel);
    m_run->lookUp();
    takeSchema();
    m_key->setFocus();
}

void ToolKeyTest::build()
{
    auto *warning =
        new PlainLabel(tr("The tool runs for real, on the server, with %1 as its only provider. It may cost something.").arg(m_name), this);
    m_input->rawEdit()->setObjectName(u"toolKeyInput"_s);
    m_input->rawEdit()->setAccessibleName(tr("Input of the tool, as JSON"));
    m_sample->setObjectName(u"toolKeySample"_s);
    m_state->setObjectName(u"toolKeyState"_s);
    for (QLabel *label : {static_cast<QLabel *>(warning), static_cast<QLabel *>(m_sample), static_cast<QLabel *>(m_state)})
        label->setWordWrap(true);
    m_progress->setObjectName(u"toolKeyProgress"_s);
    m_progress->setAccessibleName(tr("The key is being tested"));
    m_progress->setRange(0, 0);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addWidget(warning);
    column->addWidget(buildKey());
    column->addWidget(m_sample);
    column->addWidget(m_input, 1);
    column->addWidget(m_progress);
    column->addWidget(m_state);
    column->addWidget(m_approval);
    column->addStretch();
    column->addWidget(buildButtons());
    setMinimumWidth(Theme::space(this, 56));
}

QWidget *ToolKeyTest::buildKey()
{
    auto *row = new QWidget(this);
    auto *label = new PlainLabel(tr("&Key to be tested"), row);
    label->setBuddy(m_key);
    m_key->setObjectName(u"toolKeyField"_s);
    m_key->setAccessibleName(tr("Key to be tested"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_key->setPlaceholderText(m_place.isSet ? tr("Empty: the one that is configured") : tr("None is configured"));
    auto *hint = new PlainLabel(tr("A key that is typed here is tested and not kept."), row);
    hint->setWordWrap(true);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins({});
    for (QWidget *widget : std::initializer_list<QWidget *>{label, m_key, hint})
        column->addWidget(widget);
    return row;
}

QWidget *ToolKeyTest::buildButtons()
{
    auto *row = new QWidget(this);
    auto *close = new QPushButton(tr("&Close"), row);
    auto *flow = new FlowLayout(row);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    m_start->setObjectName(u"toolKeyStart"_s);
    m_cancel->setObjectName(u"toolKeyCancel"_s);
    close->setObjectName(u"toolKeyClose"_s);
    for (QPushButton *button : {m_start, m_cancel, close}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return row;
}

void ToolKeyTest::takeSchema()
{
    if (m_run->inputSchema() != m_schema || m_input->text().isEmpty()) {
        m_schema = m_run->inputSchema();
        const wire::JsonSchema schema(wire::JsonNode::of(m_schema));
        const ToolSampleInput sample = sampleInput(schema);
        m_input->setText(ToolInput::visible(sample.input.toJson(true)));
        m_input->setSchema(schema);
        m_input->setVisible(!sample.isComplete);
        m_sample->setVisible(sample.isComplete);
        m_sample->setText(tr("Input that is sent: %1").arg(displayLine(sample.input.toJson(false), 300)));
    } else if (m_schema.isEmpty()) {
        m_input->hide(); // nothing is known that could be filled in
        m_sample->hide();
    }
    update();
}

void ToolKeyTest::update()
{
    const bool isRunning = m_run->isRunning();
    const QString why = m_run->whyNot();
    const bool hasKey = m_place.isSet || !m_key->text().trimmed().isEmpty();
    const bool hadFocus = m_start->hasFocus() || m_cancel->hasFocus();
    m_key->setReadOnly(isRunning);
    m_start->setEnabled(!isRunning && why.isEmpty() && hasKey && m_input->isValid());
    m_start->setToolTip(hasKey ? QString() : tr("There is no key to be tested yet."));
    m_cancel->setEnabled(isRunning);
    m_progress->setVisible(isRunning && !m_run->asked());
    if (!why.isEmpty() && !isRunning)
        tell(why);
    if (!hadFocus)
        return;
    if (isRunning) // a disabled button would hand it on to anything
        m_cancel->setFocus();
    else
        m_start->isEnabled() ? m_start->setFocus() : m_key->setFocus();
}

void ToolKeyTest::updateApproval()
{
    if (!m_run->asked()) {
        const bool wasShown = !m_approval->isHidden();
        const bool hadFocus = wasShown && m_approval->isAncestorOf(focusWidget());
        m_approval->clear();
        if (wasShown && m_run->isRunning())
            tell(tr("The key of %1 is being tested\u2026").arg(m_name));
        if (hadFocus)
            (m_cancel->isEnabled() ? static_cast<QWidget *>(m_cancel) : m_key)->setFocus();
        return;
    }
    const bool isShown = !m_approval->isHidden();
    m_approval->showCall(*m_run->asked());
    if (isShown)
        return;
    m_approval->focusRefuse();
    tell(tr("The server asks before it starts a program."));
}

void ToolKeyTest::ask()
{
    if (!m_start->isEnabled())
        return;
    m_dialogs.confirm(this, tr("Run the tool for real?"),
                      tr("It is run once on the server, with %1 as its only provider: what it does, sends or costs happens.").arg(m_name),
                      tr("Run it"), [self = QPointer(this)] {
                          if (self)
                              self->start();
                      });
}

void ToolKeyTest::start()
{
    if (!m_start->isEnabled())
        return;
    m_sent = m_key->text().trimmed();
    QJsonObject members; // empty: nothing of what is configured is overridden
    if (!m_sent.isEmpty())
        members.insert(m_place.member, m_sent);
    m_run->setProviders({{m_place.provider, members}});
    m_run->run(m_input->object());
    if (m_run->isRunning())
        tell(tr("The key of %1 is being tested\u2026").arg(m_name));
    update();
}

void ToolKeyTest::cancel()
{
    const bool wasAsked = m_run->asked().has_value();
    m_run->cancel();
    m_run->setProviders({});
    m_sent.clear();
    updateApproval();
    tell(wasAsked ? tr("Refused: nothing was started.") : tr("Not waited for any longer. The server may finish what the tool began."));
    update();
}

void ToolKeyTest::takeOutcome(const Result<ToolTestResult> &outcome)
{
    m_run->setProviders({});
    m_approval->clear();
    if (outcome)
        tell(sentence(*outcome));
    else
        tell(tr("%1 could not be tested. %2", "a provider: why").arg(m_name, safe(outcome.error().userText())));
    m_sent.clear();
    update();
}

QString ToolKeyTest::sentence(const ToolTestResult &result) const
{
    using Verdict = ToolKeyAnswer::Verdict;
    const ToolKeyAnswer answer = keyAnswer(m_place.provider, result);
    const QString time = ToolReport::duration(result.executionMs);
    QStringList names;
    for (const QString &name : answer.providers)
        names.append(safe(name).left(60));
    const QString others = QLocale().createSeparatedList(names);
    switch (answer.verdict) {
    case Verdict::Works:
        return tr("It works: %1 answered after %2.", "a provider, time").arg(m_name, time);
    case Verdict::NotAlone:
        return tr("%1 answered after %2, but not alone: %3. The server did not test it by itself.", "a provider, time, providers")
            .arg(m_name, time, others);
    case Verdict::Untold:
        return tr("The tool answered after %2, but the server does not tell which provider did: it may have ignored that only %1 was to be "
                  "used. Nothing certain is known of the key.",
                  "a provider, time")
            .arg(m_name, time);
    case Verdict::Another:
        return tr("The tool answered after %2, but not by %1: %3. The server ignored that only %1 was to be used, or it gave no answer.",
                  "a provider, time, providers")
            .arg(m_name, time, others);
    case Verdict::DoesNot:
        break;
    }
    if (result.error.isEmpty())
        return tr("It does not work: the tool failed after %2 with %1, and does not say why.", "a provider, time").arg(m_name, time);
    return tr("It does not work: the tool failed after %2 with %1. %3", "a provider, time, why").arg(m_name, time, safe(result.error));
}

QString ToolKeyTest::safe(const QString &text) const
{
    QString out = text;
    if (!m_sent.isEmpty())
        out.replace(m_sent, QString(8, u'\u2022'));
    return displayLine(m_configs.withoutKeys(out), 600);
}

void ToolKeyTest::tell(const QString &words)
{
    if (m_state->text() == words)
        return;
    m_state->setText(words);
    QAccessibleEvent event(m_state, QAccessible::Alert); // what screen readers speak; Qt 6.4 has no announcement
    QAccessible::updateAccessibility(&event);
}

} // namespace desk
