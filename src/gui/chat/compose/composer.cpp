#include "gui/chat/compose/composer.h"

#include "gui/chat/compose/attachmentbar.h"
#include "gui/chat/compose/composecompletion.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/plainlabel.h"
#include "state/agents/agentstore.h"
#include "state/chat/attachmentqueue.h"
#include "state/prompts/savedprompt.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTextCursor>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

Composer::Composer(AgentStore &agents, AttachmentQueue &attachments, QWidget *parent)
    : QWidget(parent)
    , m_agents(agents)
    , m_box(new QWidget(this))
    , m_bar(new AttachmentBar(attachments, this))
    , m_edit(new ComposerEdit(this))
    , m_completion(new ComposeCompletion(*m_edit, agents, this))
    , m_attach(new QToolButton(this))
    , m_agent(new QComboBox(this))
    , m_options(new QToolButton(this))
    , m_send(new QPushButton(tr("Send"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_status(new ElidedLabel(this))
    , m_elapsed(new PlainLabel(this))
{
    setObjectName(u"composer"_s);
    build();
    connect(m_edit, &ComposerEdit::submitted, this, &Composer::submit);
    connect(m_edit, &ComposerEdit::escapePressed, this, &Composer::stopRequested);
    connect(m_edit, &ComposerEdit::recallRequested, this, &Composer::recallRequested);
    connect(m_edit, &ComposerEdit::filesPasted, this, &Composer::filesPasted);
    connect(m_edit, &ComposerEdit::textPasted, this, &Composer::textPasted);
    connect(m_edit, &ComposerEdit::imagePasted, this, &Composer::imagePasted);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_send, &QPushButton::clicked, this, &Composer::submit);
    connect(m_stop, &QPushButton::clicked, this, &Composer::stopRequested);
    connect(m_attach, &QToolButton::clicked, this, &Composer::attachRequested);
    connect(m_bar, &AttachmentBar::chipRemoved, this, &Composer::focusText);
    connect(m_completion, &ComposeCompletion::agentMentioned, this, [this](const QString &name) { mentionAgents({name}); });
    connect(m_completion, &ComposeCompletion::agentSelected, this, [this](const QString &name) {
        selectAgent(name);
        Q_EMIT agentsChosen(selectedAgents());
    });
    connect(m_completion, &ComposeCompletion::promptChosen, this, &Composer::promptChosen);
    connect(m_options, &QToolButton::clicked, this, &Composer::optionsRequested);
    connect(m_completion, &ComposeCompletion::refused, this, &Composer::setStatus);
    connect(m_agent, &QComboBox::activated, this, [this] {
        m_agentsBefore.reset();
        Q_EMIT agentsChosen(selectedAgents());
    });
    connect(&agents, &AgentStore::agentsChanged, this, &Composer::fillAgents);
    m_edit->setAttaches(true);
    m_edit->installEventFilter(this);
    fillAgents();
    setBusy(false);
    setElapsed(-1);
}

void Composer::build()
{
    const int unit = Theme::space(this);
    m_attach->setObjectName(u"attachButton"_s);
    m_attach->setIcon(Theme::icon(u"attach"_s));
    m_attach->setToolTip(tr("Attach files"));
    m_attach->setAccessibleName(tr("Attach files"));
    m_attach->setAutoRaise(true);
    m_attach->setFocusPolicy(Qt::StrongFocus);
    m_agent->setObjectName(u"agentSelector"_s);
    m_agent->setAccessibleName(tr("Agent"));
    m_agent->setToolTip(tr("Which agent answers"));
    m_agent->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_agent->setMaximumWidth(QFontMetrics(font()).averageCharWidth() * 32); // what is beside a long name needs its room
    m_agent->setFrame(false);
    m_options->setObjectName(u"optionsButton"_s);
    m_options->setIcon(Theme::icon(u"model"_s));
    m_options->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_options->setAutoRaise(true);
    m_options->setFocusPolicy(Qt::StrongFocus);
    m_options->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_options->hide();
    m_send->setObjectName(u"sendButton"_s);
    m_send->setIcon(Theme::icon(u"send"_s, palette().color(QPalette::HighlightedText)));
    m_send->setDefault(true);
    m_stop->setObjectName(u"stopButton"_s);
    m_stop->setIcon(Theme::icon(u"stop"_s));
    m_stop->setToolTip(tr("Stop the answer (Esc)"));
    m_status->setObjectName(u"chatStatus"_s);
    m_elapsed->setObjectName(u"chatElapsed"_s);
    m_elapsed->setAccessibleName(tr("Elapsed time")); // a fixed name: seconds are not read out
    for (QLabel *label : {m_status, m_elapsed}) {
        label->setFont(Theme::small(font()));
        label->setForegroundRole(QPalette::PlaceholderText);
    }

    auto *inside = new QVBoxLayout(m_box);
    inside->setContentsMargins(unit, unit, unit, unit);
    inside->setSpacing(unit / 2);
    inside->addWidget(m_bar);
    inside->addWidget(m_edit);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(unit);
    tools->addWidget(m_attach);
    tools->addWidget(m_agent);
    tools->addWidget(m_options);
    tools->addStretch();
    tools->addWidget(m_stop);
    tools->addWidget(m_send);
    inside->addLayout(tools);
    auto *line = new QHBoxLayout;
    line->addWidget(m_status, 1);
    line->addWidget(m_elapsed);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(unit / 2);
    all->addWidget(m_box);
    all->addLayout(line);
    setTabOrder(m_edit, m_attach);
    setTabOrder(m_attach, m_agent);
    setTabOrder(m_agent, m_options);
    setTabOrder(m_options, m_stop);
    setTabOrder(m_stop, m_send);
}

void Composer::fillAgents()
{
    const QStringList chosen = selectedAgents();
    QList<Agent> agents = m_agents.activeAgents();
    std::sort(agents.begin(), agents.end(),
              [](const Agent &a, const Agent &b) { return QString::localeAwareCompare(a.title(), b.title()) < 0; });
    m_agent->clear();
    m_agent->addItem(tr("Automatic"), QStringList());
    m_agent->setItemData(0, tr("The best agent for the question is chosen"), Qt::AccessibleDescriptionRole);
    for (const Agent &agent : std::as_const(agents))
        m_agent->addItem(displayLine(agent.title(), 60), QStringList{agent.name});
    showAgents(chosen);
}

// Several stand as one line behind the others while they are chosen.
void Composer::showAgents(const QStringList &names)
{
    const int last = m_agent->count() - 1;
    if (last >= 0 && m_agent->itemData(last).toStringList().size() > 1)
        m_agent->removeItem(last);
    if (names.size() > 1)
        m_agent->addItem(tr("%n agents", nullptr, static_cast<int>(names.size())), names);
    m_agent->setCurrentIndex(qMax(0, m_agent->findData(names)));
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

void Composer::setText(const QString &text, int caret)
{
    forgetMention(); // it belonged to the text that was there
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    if (caret < 0 || caret >= text.size())
        return;
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(caret);
    m_edit->setTextCursor(cursor);
}

int Composer::caret() const
{
    return m_edit->textCursor().position();
}

void Composer::clear()
{
    forgetMention();
    m_edit->clear();
}

void Composer::selectAgent(const QString &name)
{
    m_agentsBefore.reset();
    showAgents(name.isEmpty() ? QStringList() : QStringList{name});
}

void Composer::selectAgents(const QStringList &names)
{
    if (m_agentsBefore)
        m_agentsBefore = names;
    else
        showAgents(names);
}

void Composer::mentionAgents(const QStringList &names)
{
    if (!m_agentsBefore && names != selectedAgents())
        m_agentsBefore = selectedAgents();
    showAgents(names);
}

void Composer::forgetMention()
{
    if (!m_agentsBefore)
        return;
    const QStringList before = *m_agentsBefore;
    m_agentsBefore.reset();
    showAgents(before);
}

QStringList Composer::selectedAgents() const
{
    return m_agent->currentData().toStringList();
}

void Composer::setPrompts(std::function<QList<SavedPrompt>()> prompts)
{
    m_completion->setPrompts(std::move(prompts));
}

void Composer::setOptions(const QString &summary, const QStringList &lines)
{
    m_options->setText(QString(summary).replace(u'&', u"&&"_s));
    m_options->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)); // a new text takes it away
    const QString keys = m_options->shortcut().toString(QKeySequence::NativeText);
    //: %1: a key, such as Ctrl+Shift+O
    m_options->setToolTip(
        Qt::convertFromPlainText(tr("Options of this chat (%1)").arg(keys) + u'\n' + lines.join(u'\n'), Qt::WhiteSpaceNormal));
    m_options->setAccessibleName(tr("Options of this chat: %1").arg(summary));
    m_options->setAccessibleDescription(lines.join(u' '));
    m_options->show();
}

QWidget *Composer::optionsButton() const
{
    return m_options;
}

void Composer::setBusy(bool busy)
{
    const bool moveFocus = !busy && m_stop->hasFocus();
    m_stop->setVisible(busy); // beside Send: what is sent now goes after this answer
    if (moveFocus)
        focusText();
}

void Composer::setAttachProblem(const QString &reason)
{
    m_attach->setEnabled(reason.isEmpty());
    m_attach->setToolTip(reason.isEmpty() ? tr("Attach files") : Qt::convertFromPlainText(reason, Qt::WhiteSpaceNormal));
    m_attach->setAccessibleDescription(reason);
}

void Composer::setSendState(bool enabled, const QString &reason)
{
    m_send->setEnabled(enabled);
    m_send->setAccessibleDescription(reason);
    m_sendProblem = reason;
    updateSendTip();
    if (!m_stop->isVisibleTo(this))
        setStatus(reason);
}

void Composer::setCommands(const QList<ComposeCommand> &commands)
{
    m_completion->setCommands(commands);
}

void Composer::submit()
{
    if (!m_completion->runText())
        Q_EMIT submitted();
}

void Composer::setEnterSends(bool sends)
{
    m_enterSends = sends;
    m_edit->setEnterSends(sends);
    updateSendTip();
}

void Composer::updateSendTip()
{
    const QString keys = m_enterSends ? tr("Send the message (Enter)") : tr("Send the message (Ctrl+Enter)");
    m_send->setToolTip(m_sendProblem.isEmpty() ? keys : Qt::convertFromPlainText(m_sendProblem, Qt::WhiteSpaceNormal));
}

void Composer::setStatus(const QString &activity)
{
    const QString line = displayLine(activity, 200);
    if (m_status->text() != line)
        m_status->setText(line);
}

void Composer::setElapsed(qint64 milliseconds)
{
    m_elapsed->setVisible(milliseconds >= 0);
    if (milliseconds >= 0)
        m_elapsed->setText(tr("%1 s").arg(QLocale().toString(milliseconds / 1000)));
}

void Composer::focusText()
{
    m_edit->setFocus();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        Q_EMIT focusLeft();
    return QWidget::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int radius = Theme::radius(font()) * 3 / 2;
    painter.setPen(QPen(m_edit->hasFocus() ? Theme::accent(palette()) : Theme::border(palette()), m_edit->hasFocus() ? 1.6 : 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(1, 1, -1, -1), radius, radius);
}

} // namespace desk
