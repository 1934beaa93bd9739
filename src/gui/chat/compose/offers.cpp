#include "gui/chat/compose/offers.h"

#include "domain/agent.h"
#include "gui/chat/compose/completionquery.h"
#include "state/prompts/savedprompt.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QLatin1StringView promptKey("prompt/"); // a command has no such name

int rankOf(const SavedPrompt &prompt, const QString &words)
{
    int best = CompletionQuery::rank(prompt.title, words);
    const QStringList others = prompt.tags + QStringList{prompt.folder};
    for (const QString &other : others) {
        if (best < 0 && CompletionQuery::rank(other, words) >= 0)
            best = 2;
    }
    return best;
}

} // namespace

Offers::Entries Offers::prompts(const QList<SavedPrompt> &prompts, const QString &words)
{
    QList<std::pair<int, SavedPrompt>> ranked;
    for (const SavedPrompt &prompt : prompts) {
        if (const int rank = rankOf(prompt, words.trimmed()); rank >= 0)
            ranked.append({rank, prompt});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &a, const auto &b) { return a.first != b.first ? a.first < b.first : a.second.used > b.second.used; });
    Entries entries;
    for (const auto &[rank, prompt] : std::as_const(ranked)) {
        const QString about =
            prompt.folder.isEmpty() ? prompt.text : tr("%1: %2", "folder of a prompt, its text").arg(prompt.folder, prompt.text);
        entries.append({promptKey + prompt.id, prompt.title, about});
    }
    return entries;
}

bool Offers::isPrompt(const QString &key)
{
    return key.startsWith(promptKey);
}

QString Offers::promptId(const QString &key)
{
    return key.mid(promptKey.size());
}

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
