#include "gui/agents/agentdetail.h"

#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

AgentDetail::AgentDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(this))
    , m_description(new PlainLabel(this))
    , m_chat(new QPushButton(Theme::icon(u"chat"_s, QColor(Qt::white)), tr("Chat with this agent"), this))
    , m_edit(new QPushButton(Theme::icon(u"edit"_s), tr("&Edit"), this))
    , m_copy(new QPushButton(Theme::icon(u"copy"_s), tr("Make a &copy"), this))
    , m_facts(new FactView(this))
    , m_instructionsLabel(new PlainLabel(tr("&Instructions"), this))
    , m_instructions(new QPlainTextEdit(this))
{
    for (QLabel *label : {m_title, m_description}) {
        label->setWordWrap(true);
    }
    m_title->setFont(Theme::heading(font()));
    m_chat->setObjectName(u"chatWithAgent"_s);
    m_chat->setDefault(true);
    m_edit->setObjectName(u"editAgent"_s);
    m_copy->setObjectName(u"copyAgent"_s);
    m_copy->setToolTip(tr("A new agent like this one, for you alone"));
    m_edit->hide();
    m_copy->hide();
    m_instructions->setObjectName(u"agentInstructions"_s);
    m_instructions->setReadOnly(true);
    m_instructions->document()->setDocumentMargin(Theme::space(this));
    m_instructions->setAccessibleName(tr("Instructions of the agent"));
    m_instructions->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_instructions->setTabChangesFocus(true);
    m_instructionsLabel->setBuddy(m_instructions);

    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_copy, 0, Qt::AlignTop);
    top->addWidget(m_edit, 0, Qt::AlignTop);
    top->addWidget(m_chat, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this);
    column->setContentsMargins(gap * 2, 0, 0, 0);
    column->setSpacing(gap);
    column->addLayout(top);
    column->addWidget(m_description);
    column->addSpacing(gap);
    column->addWidget(m_facts);
    column->addSpacing(gap);
    column->addWidget(m_instructionsLabel);
    column->addWidget(m_instructions, 1);
    connect(m_chat, &QPushButton::clicked, this, [this] { Q_EMIT chatRequested(m_name); });
    connect(m_edit, &QPushButton::clicked, this, &AgentDetail::editRequested);
    connect(m_copy, &QPushButton::clicked, this, &AgentDetail::copyRequested);
}

void AgentDetail::offerWriting()
{
    m_edit->show();
    m_copy->show();
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

void AgentDetail::setAgent(const Agent &agent)
{
    m_name = agent.name;
    // Application agents count as built in on the team server, and yet their maker may change them (contract 3.1).
    const bool isFixed = agent.visibility.value() == AgentVisibility::Builtin ||
                         (agent.isBuiltin && agent.visibility.value() != AgentVisibility::Application);
    m_edit->setEnabled(!isFixed);
    m_edit->setToolTip(isFixed ? tr("It comes with the server and cannot be changed. A copy can.") : QString());
    m_title->setText(agent.title());
    m_description->setText(agent.description);
    m_description->setVisible(!agent.description.isEmpty());
    m_facts->setFact(tr("Name"), agent.name);
    m_facts->setFact(tr("Language model"), agent.model);
    m_facts->setFact(tr("Tools"), agent.tools.isEmpty() ? tr("None") : QLocale().createSeparatedList(agent.tools));
    m_facts->setFact(tr("Visibility"), visibilityText(agent.visibility));
    m_facts->setFact(tr("Scopes"), agent.scopes.join(u", "_s));
    m_facts->setFact(tr("Version"), agent.version > 0 ? QLocale().toString(agent.version) : QString());
    // Built-ins report the time of the request as their date (contract 3.1): that would be a lie on screen.
    const bool dated = agent.updatedAt.isValid() && !agent.isBuiltin;
    m_facts->setFact(tr("Changed"), dated ? QLocale().toString(agent.updatedAt.toLocalTime(), QLocale::ShortFormat) : QString());
    m_instructionsLabel->setVisible(!agent.instructions.isEmpty());
    m_instructions->setVisible(!agent.instructions.isEmpty());
    if (m_instructions->toPlainText() != agent.instructions)
        m_instructions->setPlainText(agent.instructions);
}

} // namespace desk
