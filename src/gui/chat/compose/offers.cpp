#include "gui/chat/compose/offers.h"

#include "domain/agent.h"
#include "gui/chat/compose/completionquery.h"

#include <algorithm>

namespace desk {

Offers::Entries Offers::agents(const QList<Agent> &agents, const QString &word)
{
    struct Ranked {
        int rank;
        CompletionList::Entry entry;
    };
    QList<Ranked> ranked;
    for (const Agent &agent : agents) {
        const int byTitle = CompletionQuery::rank(agent.title(), word);
        const int byName = CompletionQuery::rank(agent.name, word);
        const int rank = byTitle < 0 || byName < 0 ? std::max(byTitle, byName) : std::min(byTitle, byName);
        const QString about =
            agent.description.isEmpty() ? agent.name : tr("%1: %2", "name of an agent, what it does").arg(agent.name, agent.description);
        if (rank >= 0)
            ranked.append({rank, {agent.name, agent.title(), about}});
    }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        return a.rank != b.rank ? a.rank < b.rank : QString::localeAwareCompare(a.entry.title, b.entry.title) < 0;
    });
    Entries entries;
    for (const Ranked &one : std::as_const(ranked))
        entries.append(one.entry);
    return entries;
}

Offers::Entries Offers::commands(const QList<ComposeCommand> &commands, const QString &word)
{
    Entries entries;
    for (const ComposeCommand &command : commands) {
        if (!command.name.startsWith(word, Qt::CaseInsensitive))
            continue;
        const QString problem = command.whyNot();
        entries.append({command.name, QLatin1Char('/') + command.name, problem.isEmpty() ? command.summary : problem, problem.isEmpty()});
    }
    return entries;
}

Offers::Entries Offers::noAgent(const QString &word)
{
    return {{{}, tr("No agent is called “%1”.").arg(word), tr("Escape closes this; then it is sent as an ordinary text."), false}};
}

} // namespace desk
