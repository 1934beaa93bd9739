#include "gui/agents/agentdetail.h"

#include "gui/agents/agentactions.h"
#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "state/models/agentlistmodel.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

AgentDetail::AgentDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(this))
    , m_description(new PlainLabel(this))
    , m_state(new PlainLabel(this))
    , m_chat(new QPushButton(Theme::icon(u"chat"_s, QColor(Qt::white)), tr("Chat with this agent"), this))
    , m_edit(new QPushButton(Theme::icon(u"edit"_s), tr("Edit"), this))
    , m_clone(new QPushButton(Theme::icon(u"copy"_s), tr("Clone to personal"), this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(m_more))
    , m_facts(new FactView(this))
    , m_abilities(new FactView(this))
    , m_instructionsLabel(new PlainLabel(tr("&Instructions"), this))
    , m_instructions(new QPlainTextEdit(this))
{
    for (QLabel *label : {m_title, m_description, m_state})
        label->setWordWrap(true);
    m_title->setFont(Theme::heading(font()));
    m_state->setObjectName(u"agentState"_s);
    m_chat->setObjectName(u"chatWithAgent"_s);
    m_chat->setDefault(true);
    m_edit->setObjectName(u"editAgent"_s);
    m_clone->setObjectName(u"cloneAgent"_s);
    m_more->setObjectName(u"agentMore"_s);
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More to do with this agent"));
    m_more->setToolTip(tr("More to do with this agent"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setMenu(m_menu);
    m_menu->setObjectName(u"agentMoreMenu"_s);
    m_instructions->setObjectName(u"agentInstructions"_s);
    m_instructions->setReadOnly(true);
    m_instructions->document()->setDocumentMargin(Theme::space(this));
    m_instructions->setAccessibleName(tr("Instructions of the agent"));
    m_instructions->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_instructions->setTabChangesFocus(true);
    m_instructionsLabel->setBuddy(m_instructions);
    build();
    connect(m_chat, &QPushButton::clicked, this, [this] { Q_EMIT chatRequested(m_id); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_id); });
    connect(m_clone, &QPushButton::clicked, this, [this] { Q_EMIT cloneRequested(m_id); });
}

void AgentDetail::build()
{
    const int gap = Theme::space(this);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(gap);
    for (QWidget *button : QList<QWidget *>{m_chat, m_edit, m_clone, m_more})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap * 2, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_title);
    column->addWidget(m_description);
    column->addWidget(m_state);
    column->addLayout(buttons);
    column->addSpacing(gap);
    column->addWidget(m_facts);
    column->addSpacing(gap);
    column->addWidget(m_abilities);
    column->addSpacing(gap);
    column->addWidget(m_instructionsLabel);
    column->addWidget(m_instructions, 1);
}

QString AgentDetail::visibilityText(const OpenEnum<AgentVisibility> &visibility)
{
    switch (visibility.value()) {
    case AgentVisibility::Builtin:
        return tr("Built in: comes with the server, for everyone");
    case AgentVisibility::Application:
        return tr("Application: for everyone who may use its application");
    case AgentVisibility::Shared:
        return tr("Shared: for the people it was shared with");
    case AgentVisibility::Personal:
        return tr("Personal: only for the person who made it");
    case AgentVisibility::Unknown:
        break;
    }
    return tr("Not told by the server");
}

void AgentDetail::setEditing(bool offered)
{
    m_editing = offered;
}

void AgentDetail::setAgent(const AgentRow &row, bool isCopy)
{
    const Agent &agent = row.agent;
    m_id = agent.id;
    m_title->setText(agent.title());
    m_description->setText(agent.description);
    m_description->setVisible(!agent.description.isEmpty());
    m_state->setText(isCopy ? tr("Inactive: the server lists it no more. This is the copy kept on this computer.")
                            : tr("Inactive: nobody can chat with it until it is reactivated."));
    m_state->setVisible(!agent.isActive);
    setButtons(agent, isCopy);
    setFacts(row);
    m_instructionsLabel->setVisible(!agent.instructions.isEmpty());
    m_instructions->setVisible(!agent.instructions.isEmpty());
    if (m_instructions->toPlainText() != agent.instructions)
        m_instructions->setPlainText(agent.instructions);
}

void AgentDetail::setButtons(const Agent &agent, bool isCopy)
{
    const QString why = isCopy ? tr("The server has it no more.") : AgentActions::whyFixed(agent);
    m_chat->setEnabled(agent.isActive);
    m_edit->setVisible(m_editing);
    m_edit->setEnabled(why.isEmpty());
    m_edit->setToolTip(why);
    m_clone->setVisible(m_editing);
}

void AgentDetail::setFacts(const AgentRow &row)
{
    const Agent &agent = row.agent;
    const QLocale locale;
    const auto time = [&locale](const QDateTime &at) {
        return at.isValid() ? locale.toString(at.toLocalTime(), QLocale::ShortFormat) : QString();
    };
    m_facts->setFact(tr("Name"), agent.name);
    m_facts->setFact(tr("Language model"), agent.model);
    m_facts->setFact(tr("Visibility"), visibilityText(agent.visibility));
    m_facts->setFact(tr("Version"), agent.version > 0 ? locale.toString(agent.version) : QString());
    m_facts->setFact(tr("Changed"), time(AgentListModel::changedAt(agent)));
    m_facts->setFact(tr("Last used"), time(row.mark.lastUsed));
    m_abilities->setFact(tr("Tools"), agent.tools.isEmpty() ? tr("None") : toolsText(agent.tools));
    m_abilities->setFact(tr("Scopes"), agent.scopes.join(u", "_s));
}

QString AgentDetail::toolsText(const QStringList &tools) const
{
    QStringList lines;
    for (const QString &tool : tools) {
        const QString text = m_toolTexts.value(tool).simplified();
        lines.append(text.isEmpty() ? tool : tr("%1: %2", "tool: what it does").arg(tool, text));
    }
    return lines.join(u'\n');
}

} // namespace desk
