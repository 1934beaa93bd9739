#include "localserver/routes/agentcatalog.h"

#include "localserver/errors.h"
#include "localserver/routes/agentrules.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "sqlite/transaction.h"
#include "wire/json/agentjson.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

std::optional<Agent> decoded(const QJsonValue &json)
{
    Result<Agent> agent = wire::agentFromJson(json);
    return agent ? std::optional<Agent>(*std::move(agent)) : std::nullopt;
}

std::optional<Agent> decoded(const std::optional<DocumentTable::Document> &document)
{
    return document ? decoded(document->json) : std::nullopt;
}

Result<> checkMembers(const QJsonObject &members)
{
    // The team server answers this one with 400 (contract 3.1).
    if (members.value("visibility"_L1).toString() == "builtin"_L1)
        return Unexpected{
            refusal(Error::Kind::Invalid, 400, LocalServer::tr("\"%1\" cannot be \"%2\".").arg("visibility"_L1, "builtin"_L1))};
    if (const QString fault = agentFault(members); !fault.isEmpty())
        return Unexpected{refusal(Error::Kind::Invalid, 422, fault)};
    return {};
}

} // namespace

QList<Agent> AgentCatalog::list() const
{
    QList<Agent> out = m_source.builtinAgents();
    const auto documents = m_store.agents.list();
    for (const auto &document : documents) {
        if (auto agent = decoded(document.json))
            out.append(*std::move(agent));
    }
    return out;
}

std::optional<Agent> AgentCatalog::findBuiltin(const QString &idOrName) const
{
    const QList<Agent> all = m_source.builtinAgents();
    for (const Agent &agent : all) {
        if (agent.id.value() == idOrName || agent.name == idOrName)
            return agent;
    }
    return std::nullopt;
}

bool AgentCatalog::isBuiltin(const QString &idOrName) const
{
    return findBuiltin(idOrName).has_value();
}

std::optional<Agent> AgentCatalog::find(const QString &idOrName) const
{
    if (auto agent = findBuiltin(idOrName))
        return agent;
    if (auto agent = decoded(m_store.agents.find(idOrName)))
        return agent;
    return decoded(m_store.agents.findByName(idOrName));
}

std::optional<Agent> AgentCatalog::findActive(const QString &idOrName) const
{
    auto agent = find(idOrName);
    return agent && agent->isActive ? agent : std::nullopt;
}

Result<> AgentCatalog::checkWhole(const QJsonObject &definition) const
{
    for (const auto key : {"name"_L1, "model"_L1, "instructions"_L1}) {
        if (definition.value(key).toString().trimmed().isEmpty())
            return Unexpected{refusal(Error::Kind::Invalid, 422, LocalServer::tr("An agent needs \"%1\".").arg(key))};
    }
    return {};
}

// known: besides those there are; a tool that is gone stops no other change of the agent that had it.
Result<> AgentCatalog::checkTools(const QJsonObject &definition, QStringList known) const
{
    const auto tools = m_source.builtinTools();
    for (const ToolDescription &tool : tools)
        known.append(tool.name);
    const QJsonArray names = definition.value("tools"_L1).toObject().value("names"_L1).toArray();
    for (const QJsonValue &name : names) {
        if (!known.contains(name.toString()) && !m_store.tools.findByName(name.toString()))
            return Unexpected{refusal(Error::Kind::Invalid, 400, LocalServer::tr("There is no tool called \"%1\".").arg(name.toString()))};
    }
    return {};
}

Result<Agent> AgentCatalog::save(QJsonObject json, const QString &id, int version, const QString &createdAt)
{
    json.insert("id"_L1, id);
    json.insert("version"_L1, version);
    json.insert("created_at"_L1, createdAt);
    json.insert("updated_at"_L1, wire::formatTime(now()));
    json.insert("is_active"_L1, json.value("is_active"_L1).toBool(true));
    json.insert("is_builtin"_L1, false);
    json.insert("created_by"_L1, u"local"_s);
    if (json.value("visibility"_L1).toString().isEmpty())
        json.insert("visibility"_L1, u"personal"_s);
    Result<Agent> agent = wire::agentFromJson(json);
    if (agent) {
        Transaction transaction(m_store.database());
        m_store.agents.put({id, json.value("name"_L1).toString(), json});
        m_store.agentVersions.insert(id, version, json);
        transaction.commit(); // a failure is latched and answered with the request
    }
    return agent;
}

Result<Agent> AgentCatalog::create(const QJsonObject &definition)
{
    if (const Result<> checked = checkMembers(definition); !checked)
        return Unexpected{checked.error()};
    if (const Result<> checked = checkWhole(definition); !checked)
        return Unexpected{checked.error()};
    if (const Result<> checked = checkTools(definition, {}); !checked)
        return Unexpected{checked.error()};
    const QString name = definition.value("name"_L1).toString();
    if (findBuiltin(name))
        return Unexpected{refusal(Error::Kind::Conflict, 409, LocalServer::tr("\"%1\" is the name of a built-in agent.").arg(name))};
    const auto existing = decoded(m_store.agents.findByName(name));
    if (existing)
        return save(definition, existing->id.value(), existing->version + 1, wire::formatTime(existing->createdAt));
    if (const QString fault = agentNameFault(name); !fault.isEmpty()) // an agent that has its name already keeps it
        return Unexpected{refusal(Error::Kind::Invalid, 422, fault)};
    return save(definition, newId(), 1, wire::formatTime(now()));
}

Result<Agent> AgentCatalog::update(const QString &id, const QJsonObject &patch)
{
    if (isBuiltin(id))
        return Unexpected{refusal(Error::Kind::Forbidden, 403, LocalServer::tr("Built-in agents cannot be changed."))};
    const auto document = m_store.agents.find(id);
    const auto existing = decoded(document);
    if (!existing)
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no such agent."))};
    if (const Result<> checked = checkMembers(patch); !checked) // what was kept before there were rules stays
        return Unexpected{checked.error()};
    QJsonObject json = document->json.toObject();
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (it.key() != "name"_L1)
            json.insert(it.key(), it.value());
    }
    if (const Result<> checked = checkWhole(json); !checked)
        return Unexpected{checked.error()};
    if (const Result<> checked = checkTools(patch, existing->tools); !checked)
        return Unexpected{checked.error()};
    return save(json, id, existing->version + 1, wire::formatTime(existing->createdAt));
}

Result<> AgentCatalog::remove(const QString &id)
{
    if (isBuiltin(id))
        return Unexpected{refusal(Error::Kind::Forbidden, 403, LocalServer::tr("Built-in agents cannot be deleted."))};
    Transaction transaction(m_store.database());
    if (!m_store.agents.remove(id))
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no such agent."))};
    m_store.agentVersions.remove(id);
    transaction.commit(); // a failure is latched and answered with the request
    return {};
}

QList<Agent> AgentCatalog::versions(const QString &idOrName) const
{
    const auto current = find(idOrName);
    if (!current)
        return {};
    QList<Agent> out;
    const QList<QJsonValue> kept = m_store.agentVersions.list(current->id.value());
    for (const QJsonValue &json : kept) {
        if (auto agent = decoded(json))
            out.append(*std::move(agent));
    }
    return out.isEmpty() ? QList<Agent>{*current} : out;
}

std::optional<Agent> AgentCatalog::version(const QString &idOrName, int number) const
{
    const auto current = find(idOrName);
    if (!current || current->version == number)
        return current;
    const auto json = m_store.agentVersions.find(current->id.value(), number);
    return json ? decoded(*json) : std::nullopt;
}

Result<Agent> AgentCatalog::restore(const QString &idOrName, int number)
{
    if (isBuiltin(idOrName))
        return Unexpected{refusal(Error::Kind::Forbidden, 403, LocalServer::tr("Built-in agents cannot be changed."))};
    const auto current = find(idOrName);
    const auto old = version(idOrName, number);
    if (!current || !old)
        return Unexpected{refusal(Error::Kind::NotFound, 404, LocalServer::tr("There is no such version of the agent."))};
    if (const Result<> checked = checkWhole(old->raw); !checked)
        return Unexpected{checked.error()};
    return save(old->raw, current->id.value(), current->version + 1, wire::formatTime(current->createdAt));
}

} // namespace desk::server
