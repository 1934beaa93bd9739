#include "gui/chat/options/optionwords.h"

#include "gui/text/textlimiter.h"
#include "state/agents/agentstore.h"
#include "state/chat/chatabilities.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace desk {

QString OptionWords::agentTitle(const AgentStore &agents, const QString &name)
{
    const Agent *agent = agents.findByName(name);
    return displayLine(agent == nullptr ? name : agent->title(), 60);
}

QString OptionWords::summary(const ChatOptions &options, const ChatAbilities &heeds)
{
    const ChatOptions kept = heeds.limited(options);
    QStringList parts;
    if (heeds.model)
        parts.append(kept.model.isEmpty() ? tr("Auto", "the server chooses the model") : displayLine(kept.model, 24));
    if (kept.agents.size() > 1)
        parts.append(tr("%n agents", nullptr, static_cast<int>(kept.agents.size())));
    if (kept.tools)
        parts.append(kept.tools->isEmpty() ? tr("No tools") : tr("%n tools", nullptr, static_cast<int>(kept.tools->size())));
    if (kept.searchesWeb)
        parts.append(tr("Web"));
    if (kept.searchesDocuments == false)
        parts.append(tr("No documents"));
    if (kept.temperature || kept.maxTokens)
        parts.append(tr("Adjusted", "temperature or length were set"));
    return parts.isEmpty() ? tr("Options") : parts.join(u" \u00b7 "_s);
}

QStringList OptionWords::lines(const ChatOptions &options, const ChatAbilities &heeds, const AgentStore &agents)
{
    const ChatOptions kept = heeds.limited(options);
    QStringList out;
    if (heeds.model)
        out.append(kept.model.isEmpty() ? tr("The server chooses the model.") : tr("Model: %1").arg(displayLine(kept.model, 80)));
    QStringList titles;
    for (const QString &name : kept.agents)
        titles.append(agentTitle(agents, name));
    out.append(titles.isEmpty() ? tr("The server chooses the agent.") : tr("Agents: %1").arg(QLocale().createSeparatedList(titles)));
    if (kept.tools && kept.tools->isEmpty())
        out.append(tr("No tools are used."));
    else if (kept.tools)
        out.append(tr("Tools: %1").arg(displayLine(QLocale().createSeparatedList(*kept.tools), 200)));
    if (kept.searchesWeb)
        out.append(tr("The web is searched."));
    if (kept.searchesDocuments)
        out.append(*kept.searchesDocuments ? tr("Documents are searched.") : tr("Documents are not searched."));
    if (kept.temperature)
        out.append(tr("Temperature: %1").arg(QLocale().toString(*kept.temperature, 'f', 1)));
    if (kept.maxTokens)
        out.append(tr("At most %Ln tokens an answer", nullptr, *kept.maxTokens));
    return out;
}

} // namespace desk
