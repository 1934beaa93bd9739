#include "state/agents/agenttoolrules.h"

#include "domain/account.h"
#include "state/agents/agentrulestexts.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using ToolsByName = QHash<QString, const Tool *>;

// Where a custom tool has the name of a built-in one, an agent uses the built-in one.
ToolsByName byName(const QList<Tool> &tools)
{
    ToolsByName out;
    for (const Tool &tool : tools) {
        if (tool.isBuiltin || !out.contains(tool.name))
            out.insert(tool.name, &tool);
    }
    return out;
}

QStringList dotted(const QStringList &scopes)
{
    QStringList out;
    for (const QString &scope : scopes) {
        if (const QString name = scope.trimmed(); !name.isEmpty())
            out.append(QString(name).replace(u':', u'.'));
    }
    return out;
}

Account holderOf(const QStringList &scopes)
{
    Account out;
    out.scopes = dotted(scopes);
    return out;
}

QString whyRefused(const QString &name, const Tool *tool, const AgentSurroundings &known)
{
    if (known.otherTools.contains(name))
        return {};
    if (!tool)
        return AgentRulesTexts::tr("This server has no tool with the name “%1”.").arg(AgentRulesTexts::name(name));
    if (!tool->isBuiltin && !known.takesCustomTools)
        return AgentRulesTexts::tr("“%1” is a custom tool. Agents of this server cannot use custom tools.")
            .arg(AgentRulesTexts::name(name));
    return {};
}

bool isToolCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

// What may be the names of tools in a text.
QSet<QString> namesIn(QStringView text)
{
    QSet<QString> out;
    qsizetype from = -1;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && isToolCharacter(text.at(at))) {
            from = from < 0 ? at : from;
            continue;
        }
        if (from < 0)
            continue;
        const QStringView word = text.sliced(from, at - from);
        const bool isMarked = from > 0 && text.at(from - 1) == u'`' && at < text.size() && text.at(at) == u'`';
        if (isMarked || word.contains(u'_'))
            out.insert(word.toString());
        from = -1;
    }
    return out;
}

} // namespace

QList<AgentRemark> toolRemarks(const Agent &agent, const AgentSurroundings &known)
{
    QList<AgentRemark> out;
    if (!known.tools)
        return out;
    const ToolsByName tools = byName(*known.tools);
    const Account holder = holderOf(agent.scopes);
    const Account person = holderOf(known.grantedScopes.value_or(QStringList()));
    for (int i = 0; i < static_cast<int>(agent.tools.size()); ++i) {
        const QString &name = agent.tools.at(i);
        const Tool *tool = tools.value(name);
        if (const QString refused = whyRefused(name, tool, known); !refused.isEmpty()) {
            out.append({AgentField::Tools, AgentRemark::Fault, refused, i});
            continue;
        }
        if (!tool)
            continue;
        const auto advise = [&out, i](const QString &text) { out.append({AgentField::Tools, AgentRemark::Advice, text, i}); };
        if (!tool->isActive)
            advise(AgentRulesTexts::tr("“%1” is switched off. The agent cannot use it before it is switched on.")
                       .arg(AgentRulesTexts::name(name)));
        const QStringList needed = dotted(tool->scopes);
        if (const QStringList missing = holder.missingScopes(needed); !missing.isEmpty())
            advise(AgentRulesTexts::tr("“%1” needs scopes that the agent does not have: %2.")
                       .arg(AgentRulesTexts::name(name), AgentRulesTexts::names(missing)));
        if (const QStringList missing = person.missingScopes(needed); !missing.isEmpty() && !person.scopes.isEmpty())
            advise(AgentRulesTexts::tr("“%1” needs scopes that your account does not have: %2.")
                       .arg(AgentRulesTexts::name(name), AgentRulesTexts::names(missing)));
    }
    return out;
}

QList<AgentRemark> scopeRemarks(const Agent &agent, const AgentSurroundings &known)
{
    QList<AgentRemark> out;
    if (!known.tools || !agent.workflows.isEmpty())
        return out;
    const ToolsByName tools = byName(*known.tools);
    QSet<QString> needed;
    for (const QString &name : agent.tools) {
        const Tool *tool = tools.value(name);
        if (!tool)
            return out;
        const QStringList scopes = dotted(tool->scopes);
        needed.unite(QSet<QString>(scopes.cbegin(), scopes.cend()));
    }
    for (int i = 0; i < static_cast<int>(agent.scopes.size()); ++i) {
        const Account holder = holderOf({agent.scopes.at(i)});
        const bool isNeeded =
            std::any_of(needed.cbegin(), needed.cend(), [&holder](const QString &scope) { return holder.hasScope(scope); });
        if (!isNeeded)
            out.append({AgentField::Scopes, AgentRemark::Advice,
                        AgentRulesTexts::tr("No tool of this agent needs the scope “%1”.").arg(AgentRulesTexts::name(agent.scopes.at(i))),
                        i});
    }
    return out;
}

QStringList toolsNamedButLacking(const Agent &agent, const AgentSurroundings &known)
{
    QStringList out;
    if (!known.tools)
        return out;
    QSet<QString> had(agent.tools.cbegin(), agent.tools.cend());
    for (const McpServer &server : agent.mcpServers) {
        if (!server.toolFilter)
            return out;
        had.unite(QSet<QString>(server.toolFilter->cbegin(), server.toolFilter->cend()));
    }
    const QSet<QString> named = namesIn(agent.instructions);
    for (const Tool &tool : *known.tools) {
        if (named.contains(tool.name) && !had.contains(tool.name)) {
            out.append(tool.name);
            had.insert(tool.name);
        }
    }
    return out;
}

} // namespace desk
