#include "gui/agents/agentfacts.h"

#include "gui/agents/agenttools.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/plainlabel.h"
#include "state/models/agentlistmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBoundaryFinder>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int fewestLines = 6;

int wordsIn(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    int words = 0;
    while (finder.toNextBoundary() != -1)
        words += finder.boundaryReasons().testFlag(QTextBoundaryFinder::EndOfItem) ? 1 : 0;
    return words;
}

// As people count: an emoji is one.
int charactersIn(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int characters = 0;
    while (finder.toNextBoundary() != -1)
        ++characters;
    return characters;
}

} // namespace

AgentFacts::AgentFacts(QWidget *parent)
    : QScrollArea(parent)
    , m_facts(new FactView(this))
    , m_tools(new AgentTools(this))
    , m_instructionsLabel(new PlainLabel(tr("&Instructions"), this))
    , m_count(new PlainLabel(this))
    , m_copy(new QPushButton(Theme::icon(u"copy"_s), tr("Copy"), this))
    , m_instructions(new QPlainTextEdit(this))
{
    setObjectName(u"agentFacts"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and is scrolled to
    m_count->setObjectName(u"agentInstructionsCount"_s);
    m_copy->setObjectName(u"agentInstructionsCopy"_s);
    m_copy->setAccessibleName(tr("Copy the instructions"));
    m_copy->setToolTip(tr("Copy the instructions"));
    m_copy->setAutoDefault(false);
    m_instructions->setObjectName(u"agentInstructions"_s);
    m_instructions->setReadOnly(true);
    m_instructions->document()->setDocumentMargin(Theme::space(this));
    m_instructions->setAccessibleName(tr("Instructions of the agent"));
    m_instructions->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_instructions->setTabChangesFocus(true);
    m_instructions->setMinimumHeight(m_instructions->fontMetrics().lineSpacing() * fewestLines);
    m_instructionsLabel->setBuddy(m_instructions);
    setWidget(build());
    connect(m_copy, &QPushButton::clicked, this, &AgentFacts::copyInstructions);
}

QWidget *AgentFacts::build()
{
    auto *inside = new QWidget(this);
    const int gap = Theme::space(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(gap * 2);
    head->addWidget(m_instructionsLabel);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_copy);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_facts);
    column->addWidget(m_tools);
    column->addLayout(head);
    column->addWidget(m_instructions, 1);
    column->addStretch(0); // the room of the instructions where there are none
    return inside;
}

QString AgentFacts::visibilityText(const OpenEnum<AgentVisibility> &visibility)
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

void AgentFacts::setAgent(const AgentRow &row)
{
    const Agent &agent = row.agent;
    const QLocale locale;
    const auto time = [&locale](const QDateTime &at) {
        return at.isValid() ? locale.toString(at.toLocalTime(), QLocale::ShortFormat) : QString();
    };
    m_facts->setFact(tr("Name"), agent.name);
    m_facts->setFact(tr("Id"), displayLine(agent.id.value()));
    m_facts->setFact(tr("Language model"), agent.model);
    m_facts->setFact(tr("Visibility"), visibilityText(agent.visibility));
    m_facts->setFact(tr("State"), agent.isActive ? tr("Active") : tr("Inactive"));
    m_facts->setFact(tr("Version"), agent.version > 0 ? locale.toString(agent.version) : QString());
    m_facts->setFact(tr("Changed"), time(AgentListModel::changedAt(agent)));
    m_facts->setFact(tr("Last used"), time(row.mark.lastUsed));
    m_facts->setFact(tr("Scopes"), agent.scopes.join(u", "_s));
    m_tools->setTools(agent.tools);
    setInstructions(agent.instructions);
}

void AgentFacts::setInstructions(const QString &instructions)
{
    for (QWidget *part : QList<QWidget *>{m_instructionsLabel, m_count, m_copy, m_instructions})
        part->setVisible(!instructions.isEmpty());
    if (m_exact == instructions)
        return; // somebody may be reading it
    m_exact = instructions;
    m_instructions->setPlainText(instructions);
    const QString words = tr("%n word(s)", nullptr, wordsIn(instructions));
    const QString characters = tr("%n character(s)", nullptr, charactersIn(instructions));
    m_count->setText(tr("%1, %2", "words, characters").arg(words, characters));
}

void AgentFacts::copyInstructions()
{
    QGuiApplication::clipboard()->setText(clipboardText(m_exact));
}

} // namespace desk
