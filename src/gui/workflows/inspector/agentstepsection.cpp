#include "gui/workflows/inspector/agentstepsection.h"

#include "gui/theme.h"
#include "gui/workflows/inspector/choicebox.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/referenceedit.h"
#include "gui/workflows/inspector/referencesource.h"

#include <QVBoxLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

AgentStepSection::AgentStepSection(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_agent(new ChoiceBox(this))
    , m_prompt(new ReferenceEdit(source, ReferenceEdit::Kind::Text, this))
    , m_agentField(new InspectorField(tr("Agent"), u"stepAgent"_s, m_agent, this))
    , m_promptField(new InspectorField(tr("Prompt"), u"stepPrompt"_s, m_prompt, this))
{
    m_prompt->setPlaceholderText(tr("Write $. to refer to the input or to an earlier step"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_agentField);
    column->addWidget(m_promptField);
    connect(m_agent, &ChoiceBox::chosen, this, &AgentStepSection::choose);
    connect(m_prompt, &ReferenceEdit::edited, this, [this](const QString &text) { Q_EMIT edited({u"agent_prompt"_s}, text, true); });
}

void AgentStepSection::load(const QJsonObject &step)
{
    m_step = step;
    QList<ChoiceBox::Choice> choices;
    const QString id = step.value("agent_id"_L1).toString();
    QString word = step.value("agent"_L1).toString();
    for (const Agent &agent : m_source.surroundings().agents) {
        choices.append(
            {agent.name, agent.title() == agent.name ? agent.name : tr("%1 (%2)", "title and name").arg(agent.title(), agent.name)});
        if (word.isEmpty() && !id.isEmpty() && agent.id.value() == id)
            word = agent.name;
    }
    m_agent->setChoices(choices);
    m_agent->setWord(word.isEmpty() ? id : word);
    m_prompt->load(step.value("agent_prompt"_L1).toString());
    showRemarks();
}

// An id that says another agent than the name would leave it to the server whom to ask.
void AgentStepSection::choose(const QString &word)
{
    QJsonObject step = m_step;
    step.insert("agent"_L1, word);
    const QList<Agent> &agents = m_source.surroundings().agents;
    const auto agent = std::find_if(agents.begin(), agents.end(), [&word](const Agent &one) { return one.name == word; });
    if (step.contains("agent_id"_L1))
        step.insert("agent_id"_L1, agent == agents.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(agent->id.value()));
    Q_EMIT replaced(step);
}

void AgentStepSection::showRemarks()
{
    const bool isMissing = m_agent->word().isEmpty();
    const bool isUnknown = !isMissing && m_source.surroundings().hasAgents && m_agent->isUnknown();
    m_agentField->setProblem(isMissing   ? tr("Choose an agent.")
                             : isUnknown ? tr("The server knows no agent of this name. It is kept.")
                                         : QString());
    m_promptField->setProblem(m_source.problem(m_prompt->text()));
    m_promptField->setHint(m_source.remark(m_prompt->text()));
}

} // namespace desk
