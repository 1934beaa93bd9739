#include "state/agents/design/designproposal.h"

#include "state/agents/agentlimits.h"
#include "state/agents/design/designjson.h"
#include "state/export/exporttext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestDescription = 2000;
constexpr qsizetype longestReason = 400;
constexpr qsizetype longestItem = 120;
constexpr qsizetype mostItems = 64;

QLatin1StringView memberOf(AgentField field)
{
    switch (field) {
    case AgentField::Name:
        return "name"_L1;
    case AgentField::DisplayName:
        return "display_name"_L1;
    case AgentField::Description:
        return "description"_L1;
    case AgentField::Model:
        return "model"_L1;
    case AgentField::Instructions:
        return "instructions"_L1;
    case AgentField::Tools:
        return "tools"_L1;
    default:
        return "scopes"_L1;
    }
}

qsizetype longest(AgentField field)
{
    switch (field) {
    case AgentField::Instructions:
        return agentlimit::instructions;
    case AgentField::Description:
        return longestDescription;
    case AgentField::DisplayName:
        return agentlimit::displayName;
    default:
        return agentlimit::name;
    }
}

bool isList(AgentField field)
{
    return field == AgentField::Tools || field == AgentField::Scopes;
}

QString reasonFrom(const QJsonValue &value)
{
    return harmlessLine(value.toString(), longestReason);
}

// Not through the middle of a character beyond the basic plane.
QString cutTo(const QString &text, qsizetype most)
{
    const bool splits = text.size() > most && text.at(most - 1).isHighSurrogate();
    return text.left(splits ? most - 1 : most);
}

void takeText(DesignField &out, const QString &said)
{
    const qsizetype most = longest(out.field);
    out.isCut = said.size() > most;
    const bool isLong = out.field == AgentField::Instructions || out.field == AgentField::Description;
    const QString kept = cutTo(said, most);
    out.text = cutTo(isLong ? harmlessText(kept) : harmlessLine(kept, most), most).trimmed();
}

void takeItems(DesignField &out, const QJsonArray &items)
{
    out.isCut = items.size() > mostItems;
    QSet<QString> seen;
    for (qsizetype i = 0; i < std::min(items.size(), mostItems); ++i) {
        const QJsonObject object = items.at(i).toObject();
        const QString said = items.at(i).isString() ? items.at(i).toString() : object.value("name"_L1).toString();
        const QString name = harmlessLine(said, longestItem).trimmed();
        if (name.isEmpty() || seen.contains(name))
            continue;
        seen.insert(name);
        out.items.append({name, reasonFrom(object.value("reason"_L1))});
    }
}

bool isToolForAgents(const QString &name, const AgentSurroundings &known)
{
    if (!known.tools || known.otherTools.contains(name))
        return true;
    return std::any_of(known.tools->cbegin(), known.tools->cend(),
                       [&name, &known](const Tool &tool) { return tool.name == name && (tool.isBuiltin || known.takesCustomTools); });
}

// Scopes are known by the tools that need them and by what the person was granted; without either nothing is said of them.
std::optional<QSet<QString>> knownScopes(const AgentSurroundings &known)
{
    if (!known.tools)
        return std::nullopt;
    QSet<QString> out;
    for (const Tool &tool : *known.tools) {
        for (const QString &scope : tool.scopes)
            out.insert(QString(scope).replace(u':', u'.'));
    }
    for (const QString &scope : known.grantedScopes.value_or(QStringList()))
        out.insert(QString(scope).replace(u':', u'.'));
    return out;
}

void markUnknown(DesignField &field, const AgentSurroundings &known)
{
    if (field.field == AgentField::Model)
        field.isUnknown = known.models && !known.models->contains(field.text);
    const auto scopes = field.field == AgentField::Scopes ? knownScopes(known) : std::nullopt;
    for (DesignItem &item : field.items)
        item.isUnknown = field.field == AgentField::Tools ? !isToolForAgents(item.name, known)
                                                          : scopes && !scopes->contains(QString(item.name).replace(u':', u'.'));
}

// "x", ["x"], {"names": ["x"]} or {"value": …, "reason": "…"}.
std::optional<DesignField> fieldFrom(AgentField field, const QJsonObject &agent)
{
    const QLatin1StringView member = memberOf(field);
    DesignField out{field};
    QJsonValue value = agent.value(member);
    out.reason = reasonFrom(agent.value("reasons"_L1).toObject().value(member));
    if (value.isObject() && value.toObject().contains("value"_L1)) {
        const QJsonObject object = value.toObject();
        out.reason = reasonFrom(object.value("reason"_L1));
        value = object.value("value"_L1);
    }
    if (value.isObject() && isList(field))
        value = value.toObject().value("names"_L1);
    if (isList(field) ? !value.isArray() : !value.isString())
        return std::nullopt;
    if (isList(field))
        takeItems(out, value.toArray());
    else
        takeText(out, value.toString());
    if (!isList(field) && out.text.isEmpty())
        return std::nullopt;
    return out;
}

QStringList namesOf(const DesignField &field)
{
    QStringList out;
    for (const DesignItem &item : field.items) {
        if (!item.isUnknown)
            out.append(item.name);
    }
    return out;
}

DesignProposal proposalFrom(const QJsonObject &object, const AgentSurroundings &known)
{
    DesignProposal out;
    const QJsonValue wrapped = object.value("agent"_L1);
    const QJsonObject agent = wrapped.isObject() ? wrapped.toObject() : object;
    for (const AgentField field : designFields) {
        if (std::optional<DesignField> found = fieldFrom(field, agent)) {
            markUnknown(*found, known);
            out.fields.append(*found);
        }
    }
    return out;
}

bool replaceText(QString &text, const QString &proposed)
{
    const bool isOther = text != proposed;
    text = proposed;
    return isOther;
}

// Wanted only for what is unknown: then it would be a removal that nobody proposed.
bool replaceList(QStringList &list, const DesignField &field)
{
    const QStringList names = namesOf(field);
    if ((names.isEmpty() && !field.items.isEmpty()) || list == names)
        return false;
    list = names;
    return true;
}

} // namespace

const DesignField *DesignProposal::find(AgentField field) const
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [field](const DesignField &one) { return one.field == field; });
    return found == fields.cend() ? nullptr : &*found;
}

DesignReading readDesign(QStringView answer, const AgentSurroundings &known)
{
    if (answer.size() > longestDesignAnswer)
        return {DesignReading::TooLong};
    const DesignObjects objects = designObjects(answer);
    DesignReading out;
    for (const QJsonObject &object : objects.whole) {
        if (DesignProposal proposal = proposalFrom(object, known); !proposal.isEmpty())
            out = {DesignReading::Whole, std::move(proposal)};
    }
    if (objects.isUnfinished) // what came before it was not the last word
        return {DesignReading::Unfinished};
    return out;
}

std::optional<Agent> withDesign(const Agent &agent, const DesignField &field, const AgentSurroundings &known)
{
    Agent out = agent;
    bool isChanged = false;
    switch (field.field) {
    case AgentField::Name:
        isChanged = known.isNew && replaceText(out.name, field.text);
        break;
    case AgentField::DisplayName:
        isChanged = replaceText(out.displayName, field.text);
        break;
    case AgentField::Description:
        isChanged = replaceText(out.description, field.text);
        break;
    case AgentField::Model:
        isChanged = !field.isUnknown && replaceText(out.model, field.text);
        break;
    case AgentField::Instructions:
        isChanged = replaceText(out.instructions, field.text);
        break;
    case AgentField::Tools:
        isChanged = replaceList(out.tools, field);
        break;
    case AgentField::Scopes:
        isChanged = replaceList(out.scopes, field);
        break;
    default:
        break;
    }
    return isChanged ? std::optional(out) : std::nullopt;
}

} // namespace desk
