#include "state/agents/agentimportplan.h"

#include "state/agents/agentrules.h"
#include "state/definitions/files/definitionsecrets.h"
#include "state/definitions/files/yamltext.h"
#include "wire/json/agentjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// What is of one server, or cannot be changed.
const QStringList &leftOut()
{
    static const QStringList members{u"id"_s,         u"is_builtin"_s, u"created_by"_s, u"version"_s,
                                     u"created_at"_s, u"updated_at"_s, u"name"_s,       u"workflow"_s};
    return members;
}

// What a file says, with the server's secrets where it says nothing but what is known: a member as a whole, or an item of a list. Never in
// a part of it: the file may come from anybody, and name another program for the same secret.
QJsonValue withSecretsOf(const QJsonValue &mine, const QJsonValue &known, const QJsonValue &real)
{
    if (mine == known)
        return real;
    if (!mine.isArray() || !known.isArray())
        return mine;
    QJsonArray out = mine.toArray();
    const QJsonArray knownItems = known.toArray();
    for (qsizetype i = 0; i < out.size(); ++i) {
        const auto same = std::find(knownItems.begin(), knownItems.end(), out.at(i));
        if (same != knownItems.end())
            out[i] = real.toArray().at(same - knownItems.begin());
    }
    return out;
}

QJsonObject withSecretsOf(const QJsonObject &mine, const QJsonObject &server)
{
    QList<OmittedSecret> omitted;
    const QJsonObject known = withoutSecrets(server, omitted);
    QJsonObject out = mine;
    for (auto member = out.begin(); member != out.end(); ++member)
        member.value() = withSecretsOf(QJsonValue(member.value()), known.value(member.key()), server.value(member.key()));
    return out;
}

// Everything the file says over what there is.
Result<Agent> agentFrom(QJsonObject json, const Agent *before)
{
    if (!before) {
        json.insert("id"_L1, u"new"_s);
        Result<Agent> read = wire::agentFromJson(json);
        if (read) {
            read->isBuiltin = false;
            read->createdBy = {};
            read->version = 0;
            read->createdAt = read->updatedAt = {};
        }
        return read;
    }
    json.insert("id"_L1, before->id.value());
    const Result<Agent> read = wire::agentFromJson(json); // what it cannot be at all
    if (!read)
        return read;
    const QJsonObject known = wire::toJson(*before);
    QJsonObject said = withSecretsOf(json, known);
    for (const QString &member : leftOut())
        said.remove(member);
    const Agent whole = wire::agentWith(*before, said);
    return wire::agentWith(*before, wire::agentChanges(*before, whole));
}

QStringList unknownMembers(const QJsonObject &json, const Agent &agent)
{
    QStringList out;
    const QJsonObject sent = wire::agentCreation(agent);
    const QJsonObject has = wire::toJson(agent);
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (!member->isNull() && !leftOut().contains(member.key()) && !sent.contains(member.key()) && has.value(member.key()) != *member)
            out.append(member.key());
    }
    return out;
}

void noteRemarks(ImportItem &item, AgentSurroundings known)
{
    known.isNew = item.state == ImportItem::State::New;
    for (const AgentRemark &remark : agentRemarks(item.agent, known)) {
        // Tools that are missing do not stop it: a server takes them, and they may come later (contract 3.1).
        const bool stops = remark.level == AgentRemark::Fault && remark.field != AgentField::Tools;
        (stops ? item.reasons : item.advice).append(remark.text);
    }
    if (!item.reasons.isEmpty())
        item.state = ImportItem::State::Invalid;
}

void noteMissing(ImportItem &item, const AgentSurroundings &known)
{
    if (known.tools) {
        QSet<QString> names(known.otherTools.cbegin(), known.otherTools.cend());
        for (const Tool &tool : *known.tools)
            names.insert(tool.name);
        std::copy_if(item.agent.tools.cbegin(), item.agent.tools.cend(), std::back_inserter(item.missingTools),
                     [&names](const QString &tool) { return !names.contains(tool); });
    }
    if (known.models && !item.agent.model.isEmpty() && !known.models->contains(item.agent.model))
        item.missingModel = item.agent.model;
}

ImportSource readFile(const QFileInfo &info)
{
    ImportSource out;
    QFile file(info.filePath());
    Error error;
    error.kind = Error::Kind::Storage;
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        error.message = info.isFile() ? file.errorString() : AgentImportPlan::tr("This is no file.");
        out.faults.append({info.fileName(), error});
        return out;
    }
    const Result<QList<FileDefinition>> found = readDefinitions(file.read(YamlLimits::bytes + 1));
    if (!found)
        out.faults.append({info.fileName(), found.error()});
    for (const FileDefinition &definition : found ? *found : QList<FileDefinition>()) {
        out.files.append(info.fileName());
        out.definitions.append(definition);
    }
    return out;
}

ImportSource readFolder(const QFileInfo &info)
{
    const Result<ImportSource> read = DefinitionFolder::read(info.filePath());
    if (read)
        return *read;
    ImportSource out;
    out.faults.append({info.fileName(), read.error()});
    return out;
}

// Of a definition of its own name; the state is found here.
ImportItem itemOf(const FileDefinition &definition, const Agent *before, const AgentSurroundings &known)
{
    ImportItem item;
    item.name = definition.name();
    const Result<Agent> agent = agentFrom(definition.json, before);
    if (!agent) {
        item.reasons.append(agent.error().message);
        return item;
    }
    item.agent = *agent;
    if (!before && agent->visibility.value() == AgentVisibility::Builtin) { // it only was one where it came from
        item.agent.visibility = AgentVisibility::Personal;
        item.advice.append(AgentImportPlan::tr("It came with the other server. Here it becomes a personal agent."));
    }
    if (before && before->isBuiltin) {
        item.before = *before;
        const bool isSame = wire::agentChanges(*before, *agent).isEmpty();
        item.state = isSame ? ImportItem::State::Same : ImportItem::State::Taken;
        if (!isSame)
            item.reasons.append(AgentImportPlan::tr("An agent that comes with the server has this name, and cannot be changed."));
        return item;
    }
    item.state = before ? ImportItem::State::Changed : ImportItem::State::New;
    if (before) {
        item.before = *before;
        if (wire::agentChanges(*before, *agent).isEmpty())
            item.state = ImportItem::State::Same;
    }
    item.notSent = unknownMembers(definition.json, item.agent);
    const QJsonObject whole = wire::agentCreation(item.agent);
    for (const QString &placeholder : placeholdersIn(whole)) {
        if (definition.placeholders.contains(placeholder))
            item.placeholders.append(placeholder);
    }
    noteMissing(item, known);
    if (item.canApply())
        noteRemarks(item, known);
    return item;
}

} // namespace

QList<ImportItem> AgentImportPlan::make(const ImportSource &source, const QList<Agent> &server, const AgentSurroundings &known)
{
    QHash<QString, const Agent *> byName;
    for (const Agent &agent : server)
        byName.insert(agent.name, &agent);
    QList<ImportItem> out;
    QHash<QString, QString> seen; // name to file
    for (qsizetype i = 0; i < source.definitions.size(); ++i) {
        const FileDefinition &definition = source.definitions.at(i);
        ImportItem item;
        if (definition.kind != DefinitionKind::Agent) {
            item.name = definition.name();
            item.reasons.append(tr("This is no agent. Only agents are imported here."));
        } else if (seen.contains(definition.name())) {
            item.name = definition.name();
            item.reasons.append(tr("%1 has an agent of this name already.", "a file").arg(seen.value(definition.name())));
        } else {
            item = itemOf(definition, byName.value(definition.name()), known);
            seen.insert(definition.name(), source.files.value(i));
        }
        item.file = source.files.value(i);
        out.append(item);
    }
    for (const DefinitionFolder::Fault &fault : source.faults) {
        ImportItem item;
        item.file = item.name = fault.file;
        item.reasons.append(fault.error.message);
        out.append(item);
    }
    return out;
}

ImportSource AgentImportPlan::read(const QStringList &paths)
{
    ImportSource out;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const ImportSource part = info.isDir() ? readFolder(info) : readFile(info);
        out.files += part.files;
        out.definitions += part.definitions;
        out.faults += part.faults;
    }
    return out;
}

} // namespace desk
