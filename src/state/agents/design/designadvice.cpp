#include "state/agents/design/designadvice.h"

#include "state/agents/agentlimits.h"
#include "state/agents/agentrulestexts.h"
#include "state/agents/agenttoolrules.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

using Hints = QList<DesignHint>;

constexpr qsizetype shortInstructions = 80;
constexpr qsizetype longestFirstSentence = 200;
constexpr qsizetype mostHints = 20;

// Beginnings of words, in small letters.
constexpr std::array formWords{"format"_L1,   "json"_L1,     "table"_L1,     "tabell"_L1,  "list"_L1,
                               "bullet"_L1,   "markdown"_L1, "paragraph"_L1, "absatz"_L1,  "absätz"_L1,
                               "sentence"_L1, "satz"_L1,     "sätze"_L1,     "heading"_L1, "überschrift"_L1};
constexpr std::array doubtWords{"guess"_L1,      "unknown"_L1, "not know"_L1, "unsure"_L1,     "unclear"_L1,
                                "rate nicht"_L1, "raten"_L1,   "unklar"_L1,   "weiß nicht"_L1, "erfinde"_L1};

struct ToolWords {
    QLatin1StringView tool;
    std::array<QLatin1StringView, 4> words;
};
constexpr std::array toolWords{ToolWords{"document_search"_L1, {"document"_L1, "dokument"_L1, "pdf"_L1, "attached file"_L1}},
                               ToolWords{"web_search"_L1, {"internet"_L1, "the web"_L1, "im web"_L1, "online"_L1}},
                               ToolWords{"table_query"_L1, {"csv"_L1, "spreadsheet"_L1, "tabelle"_L1, "sql"_L1}},
                               ToolWords{"calculate"_L1, {"calculat"_L1, "comput"_L1, "rechne"_L1, "percent"_L1}},
                               ToolWords{"get_weather"_L1, {"weather"_L1, "wetter"_L1, "forecast"_L1, "vorhersage"_L1}}};

template <typename Words>
bool namesOne(const QString &lower, const Words &words)
{
    return std::any_of(words.begin(), words.end(), [&lower](QLatin1StringView word) {
        const QString text = QString::fromUtf8(word.data(), word.size());
        for (qsizetype at = lower.indexOf(text); at >= 0; at = lower.indexOf(text, at + 1)) {
            if (at == 0 || !lower.at(at - 1).isLetterOrNumber())
                return true;
        }
        return false;
    });
}

const Tool *usable(const QString &name, const AgentSurroundings &known)
{
    const auto &tools = *known.tools;
    const auto found = std::find_if(tools.cbegin(), tools.cend(), [&](const Tool &tool) {
        return tool.name == name && tool.isActive && (tool.isBuiltin || known.takesCustomTools);
    });
    return found == tools.cend() ? nullptr : &*found;
}

std::optional<Agent> withLine(const Agent &agent, const QString &line)
{
    Agent out = agent;
    if (!out.instructions.isEmpty() && !out.instructions.endsWith(u'\n'))
        out.instructions += u'\n';
    out.instructions += line;
    return agentTextLength(out.instructions) > agentlimit::instructions ? std::nullopt : std::optional(out);
}

void aboutWords(const Agent &agent, Hints &out)
{
    if (agent.displayName.trimmed().isEmpty() && !agent.name.isEmpty()) {
        Agent titled = agent;
        titled.displayName = QString(agent.name).replace(u'-', u' ').left(agentlimit::displayName);
        titled.displayName[0] = titled.displayName.at(0).toUpper();
        out.append(
            {u"title"_s, AgentField::DisplayName,
             DesignAdvice::tr("The agent has no title. “%1” can be made of its name.").arg(AgentRulesTexts::name(titled.displayName)),
             titled});
    }
    const QString first = agent.instructions.trimmed().section(u'\n', 0, 0).section(u". "_s, 0, 0).trimmed();
    if (agent.description.trimmed().isEmpty() && !first.isEmpty() && first.size() <= longestFirstSentence) {
        Agent described = agent;
        described.description = first;
        out.append({u"description"_s, AgentField::Description,
                    DesignAdvice::tr("The agent has no description. The first sentence of its instructions can be one: “%1”.")
                        .arg(harmlessLine(first, longestFirstSentence)),
                    described});
    }
}

void aboutInstructions(const Agent &agent, Hints &out)
{
    const QString lower = agent.instructions.toLower();
    if (lower.trimmed().isEmpty())
        return; // the rules say so
    const auto say = [&out](const QString &key, const QString &text, const std::optional<Agent> &applied) {
        out.append({key, AgentField::Instructions, text, applied});
    };
    if (lower.trimmed().size() < shortInstructions)
        say(u"short"_s,
            DesignAdvice::tr("The instructions are short. Say what the agent is for, what it does step by step, and what it must not do."),
            std::nullopt);
    if (!namesOne(lower, formWords)) {
        const QString line = DesignAdvice::tr("Answer in short paragraphs, the answer first.");
        say(u"form"_s, DesignAdvice::tr("The instructions do not say what form the answers have. A line to add: “%1”").arg(line),
            withLine(agent, line));
    }
    if (!namesOne(lower, doubtWords)) {
        const QString line = DesignAdvice::tr("If something is not known or unclear, say so, and do not guess.");
        say(u"doubt"_s,
            DesignAdvice::tr("The instructions do not say what to do when the agent does not know. A line to add: “%1”").arg(line),
            withLine(agent, line));
    }
}

void aboutUnusedTools(const Agent &agent, Hints &out)
{
    for (const QString &name : agent.tools) {
        if (agent.instructions.isEmpty() || agent.instructions.contains(name) || out.size() >= mostHints)
            continue;
        const QString line = DesignAdvice::tr("Use the tool `%1` where it helps, and say what it returned.").arg(name);
        out.append({u"unused-"_s + name, AgentField::Instructions,
                    DesignAdvice::tr("The instructions do not say when to use the tool “%1”. A line about it can be added.")
                        .arg(AgentRulesTexts::name(name)),
                    withLine(agent, line)});
    }
}

void addTool(const Agent &agent, const QString &name, const QString &text, Hints &out)
{
    Agent equipped = agent;
    equipped.tools.append(name);
    out.append({u"tool-"_s + name, AgentField::Tools, text.arg(AgentRulesTexts::name(name)), equipped});
}

void aboutMissingTools(const Agent &agent, const AgentSurroundings &known, Hints &out)
{
    QSet<QString> told(agent.tools.cbegin(), agent.tools.cend());
    for (const QString &name : toolsNamedButLacking(agent, known)) {
        if (!usable(name, known) || out.size() >= mostHints)
            continue;
        told.insert(name);
        addTool(agent, name, DesignAdvice::tr("The instructions name the tool “%1”, which the agent does not have."), out);
    }
    const QString lower = u'\n' + agent.description.toLower() + u'\n' + agent.instructions.toLower();
    for (const ToolWords &one : toolWords) {
        const QString name = one.tool;
        if (!told.contains(name) && usable(name, known) && namesOne(lower, one.words))
            addTool(agent, name, DesignAdvice::tr("By its words, the agent could use the tool “%1”."), out);
    }
}

QString dotted(const QString &scope)
{
    return QString(scope).replace(u':', u'.');
}

void aboutScopes(const Agent &agent, const AgentSurroundings &known, Hints &out)
{
    QSet<QString> had;
    for (const QString &scope : agent.scopes)
        had.insert(dotted(scope));
    Agent granted = agent;
    QStringList missing;
    for (const QString &name : agent.tools) {
        const Tool *tool = usable(name, known);
        for (const QString &scope : tool ? tool->scopes : QStringList()) {
            const QString area = dotted(scope).section(u'.', 0, 0) + u".*"_s;
            if (had.contains(dotted(scope)) || had.contains(area))
                continue;
            had.insert(dotted(scope));
            missing.append(scope);
        }
    }
    granted.scopes += missing;
    if (!missing.isEmpty())
        out.append({u"scopes"_s, AgentField::Scopes,
                    DesignAdvice::tr("The tools of this agent need scopes that it does not have: %1.").arg(AgentRulesTexts::names(missing)),
                    granted});
}

void aboutNeedlessScopes(const Agent &agent, const AgentSurroundings &known, Hints &out)
{
    Agent slim = agent;
    QStringList needless;
    const QList<AgentRemark> remarks = scopeRemarks(agent, known);
    for (auto remark = remarks.crbegin(); remark != remarks.crend(); ++remark)
        needless.prepend(slim.scopes.takeAt(remark->item));
    if (!needless.isEmpty())
        out.append({u"needless-scopes"_s, AgentField::Scopes,
                    DesignAdvice::tr("No tool of this agent needs these scopes: %1. They can be taken away.")
                        .arg(AgentRulesTexts::names(needless)),
                    slim});
}

} // namespace

QList<DesignHint> DesignAdvice::of(const Agent &agent, const AgentSurroundings &known)
{
    Hints out;
    aboutWords(agent, out);
    aboutInstructions(agent, out);
    aboutUnusedTools(agent, out);
    if (!known.tools)
        return out;
    aboutMissingTools(agent, known, out);
    aboutScopes(agent, known, out);
    aboutNeedlessScopes(agent, known, out);
    return out;
}

} // namespace desk
