#include "state/agents/agentrules.h"

#include "state/agents/agentlimits.h"
#include "state/agents/agentrulestexts.h"
#include "state/agents/agenttoolrules.h"
#include "state/agents/mcpserverrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Remarks = QList<AgentRemark>;

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
}

QString nameFault(const QString &name, const AgentSurroundings &known)
{
    if (isBlank(name))
        return AgentRulesTexts::tr("An agent needs a name.");
    if (const qsizetype length = agentTextLength(name); length > agentlimit::name)
        return AgentRulesTexts::tr("The name is too long: %L1 characters, where at most %L2 are allowed.")
            .arg(length)
            .arg(agentlimit::name);
    if (!std::all_of(name.cbegin(), name.cend(), isNameCharacter))
        return AgentRulesTexts::tr("Only the letters a to z, digits and hyphens are allowed in a name.");
    if (known.reservedNames.contains(name))
        return AgentRulesTexts::tr("“%1” is the name of a built-in agent. Choose another one.").arg(AgentRulesTexts::name(name));
    if (known.takenNames.contains(name))
        return AgentRulesTexts::tr("There is an agent with the name “%1” already. Choose another one.").arg(AgentRulesTexts::name(name));
    return {};
}

void aboutNames(const Agent &agent, const AgentSurroundings &known, Remarks &out)
{
    if (known.isNew) {
        if (const QString fault = nameFault(agent.name, known); !fault.isEmpty())
            out.append({AgentField::Name, AgentRemark::Fault, fault});
    }
    if (const qsizetype length = agentTextLength(agent.displayName); length > agentlimit::displayName)
        out.append({AgentField::DisplayName, AgentRemark::Fault,
                    AgentRulesTexts::tr("The display name is too long: %L1 characters, where at most %L2 are allowed.")
                        .arg(length)
                        .arg(agentlimit::displayName)});
    if (isBlank(agent.description))
        out.append({AgentField::Description, AgentRemark::Advice,
                    AgentRulesTexts::tr("Without a description, others cannot tell what this agent is for.")});
}

void aboutModel(const Agent &agent, const AgentSurroundings &known, Remarks &out)
{
    if (isBlank(agent.model))
        out.append({AgentField::Model, AgentRemark::Fault, AgentRulesTexts::tr("An agent needs a model.")});
    else if (known.models && !known.models->contains(agent.model))
        out.append({AgentField::Model, AgentRemark::Advice,
                    AgentRulesTexts::tr("The model “%1” is not in the list of this server. It is kept as it is.")
                        .arg(AgentRulesTexts::name(agent.model))});
}

void aboutInstructions(const Agent &agent, const AgentSurroundings &known, Remarks &out)
{
    const auto say = [&out](AgentRemark::Level level, const QString &text) { out.append({AgentField::Instructions, level, text}); };
    const qsizetype length = agentTextLength(agent.instructions);
    if (isBlank(agent.instructions))
        say(AgentRemark::Fault, AgentRulesTexts::tr("An agent needs instructions."));
    else if (length > agentlimit::instructions)
        say(AgentRemark::Fault, AgentRulesTexts::tr("The instructions are too long: %L1 characters, where at most %L2 are allowed.")
                                    .arg(length)
                                    .arg(agentlimit::instructions));
    else if (length > agentlimit::longInstructions)
        say(AgentRemark::Advice,
            AgentRulesTexts::tr("The instructions are very long: %L1 characters. A model follows shorter ones better.").arg(length));
    if (const QStringList lacking = toolsNamedButLacking(agent, known); !lacking.isEmpty())
        say(AgentRemark::Advice,
            AgentRulesTexts::tr("The instructions name tools that the agent does not have: %1.").arg(AgentRulesTexts::names(lacking)));
}

void aboutVisibility(const Agent &agent, Remarks &out)
{
    if (agent.visibility.value() == AgentVisibility::Builtin)
        out.append({AgentField::Visibility, AgentRemark::Fault,
                    AgentRulesTexts::tr("Only the server itself has built-in agents. Choose another visibility.")});
}

void aboutCompression(const ContextCompression &compression, Remarks &out)
{
    const auto check = [&out](int value, const AgentRange &range, const QString &text) {
        if (!range.has(value))
            out.append({AgentField::ContextCompression, AgentRemark::Fault, text.arg(range.least).arg(range.most)});
    };
    check(compression.thresholdChars, agentlimit::thresholdChars,
          AgentRulesTexts::tr("The length from which a conversation is shortened must be from %L1 to %L2 characters."));
    check(compression.recentMessages, agentlimit::recentMessages,
          AgentRulesTexts::tr("The number of recent messages that stay as they are must be from %L1 to %L2."));
    check(compression.maxSummaryChars, agentlimit::summaryChars,
          AgentRulesTexts::tr("The length of the summary must be from %L1 to %L2 characters."));
}

} // namespace

QStringList teamReservedNames()
{
    return {u"test-agent"_s,          u"chat-agent"_s,     u"document-agent"_s,   u"web-search-agent"_s,
            u"weather-agent"_s,       u"schema-builder"_s, u"record-extractor"_s, u"image-agent"_s,
            u"transcription-agent"_s, u"voice-agent"_s,    u"builder"_s,          u"builder-local"_s};
}

QList<AgentRemark> agentRemarks(const Agent &agent, const AgentSurroundings &known)
{
    Remarks out;
    aboutNames(agent, known, out);
    aboutModel(agent, known, out);
    aboutInstructions(agent, known, out);
    out += toolRemarks(agent, known);
    out += scopeRemarks(agent, known);
    aboutVisibility(agent, out);
    out += mcpServerRemarks(agent.mcpServers);
    if (agent.contextCompression)
        aboutCompression(*agent.contextCompression, out);
    return out;
}

} // namespace desk
