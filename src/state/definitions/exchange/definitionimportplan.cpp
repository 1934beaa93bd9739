#include "state/definitions/exchange/definitionimportplan.h"

#include "state/definitions/exchange/definitionshape.h"
#include "state/definitions/files/definitionsecrets.h"
#include "state/definitions/files/yamltext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// What an import never changes: it finds by the name, and an agent's workflow cannot be set.
const QStringList &leftOut()
{
    static const QStringList members = serverOwnedMembers() + QStringList{u"name"_s, u"workflow"_s};
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
Result<QJsonObject> definitionFrom(QJsonObject json, const QJsonObject *before, const DefinitionShape &shape)
{
    if (!before) {
        for (const QString &member : serverOwnedMembers())
            json.remove(member);
        json.insert("id"_L1, u"new"_s);
        return shape.read(json);
    }
    json.insert("id"_L1, before->value("id"_L1));
    const Result<QJsonObject> read = shape.read(json); // what it cannot be at all
    if (!read)
        return read;
    QJsonObject said = withSecretsOf(json, *before);
    for (const QString &member : leftOut())
        said.remove(member);
    return shape.with(*before, shape.changes(*before, shape.with(*before, said)));
}

QStringList unknownMembers(const QJsonObject &json, const QJsonObject &definition, const DefinitionShape &shape)
{
    QStringList out;
    const QJsonObject sent = shape.creation(definition);
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (!member->isNull() && !leftOut().contains(member.key()) && !sent.contains(member.key()) &&
            definition.value(member.key()) != *member)
            out.append(member.key());
    }
    return out;
}

ImportSource readFile(const QFileInfo &info)
{
    ImportSource out;
    QFile file(info.filePath());
    Error error;
    error.kind = Error::Kind::Storage;
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        error.message = info.isFile() ? file.errorString() : DefinitionImportPlan::tr("This is no file.");
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

} // namespace

QString DefinitionImportPlan::otherKind(DefinitionKind kind)
{
    if (kind == DefinitionKind::Tool)
        return tr("This is no tool. Only tools are imported here.");
    if (kind == DefinitionKind::Workflow)
        return tr("This is no workflow. Only workflows are imported here.");
    return tr("This is no agent. Only agents are imported here.");
}

QString DefinitionImportPlan::fixedThere(DefinitionKind kind)
{
    if (kind == DefinitionKind::Tool)
        return tr("A tool that comes with the server has this name, and cannot be changed.");
    if (kind == DefinitionKind::Workflow)
        return tr("A workflow that comes with the server has this name, and cannot be changed.");
    return tr("An agent that comes with the server has this name, and cannot be changed.");
}

QString DefinitionImportPlan::twice(DefinitionKind kind)
{
    if (kind == DefinitionKind::Tool)
        return tr("%1 has a tool of this name already.", "a file");
    if (kind == DefinitionKind::Workflow)
        return tr("%1 has a workflow of this name already.", "a file");
    return tr("%1 has an agent of this name already.", "a file");
}

// Of a definition of its own name; the state is found here.
ImportItem DefinitionImportPlan::itemOf(const FileDefinition &definition, const QJsonObject *before, const Rules &rules)
{
    const DefinitionShape &shape = definitionShape(rules.kind);
    ImportItem item;
    item.name = definition.name();
    const Result<QJsonObject> wanted = definitionFrom(definition.json, before, shape);
    if (!wanted) {
        item.reasons.append(wanted.error().message);
        return item;
    }
    item.definition = *wanted;
    const bool isSame = before && shape.changes(*before, *wanted).isEmpty();
    if (before)
        item.before = *before;
    item.state = isSame ? ImportItem::State::Same : before ? ImportItem::State::Changed : ImportItem::State::New;
    if (before && before->value("is_builtin"_L1).toBool()) {
        if (!isSame) {
            item.state = ImportItem::State::Taken;
            item.reasons.append(fixedThere(rules.kind));
        }
        return item;
    }
    if (rules.check)
        rules.check(item, definition.json);
    if (!item.reasons.isEmpty())
        item.state = ImportItem::State::Invalid;
    item.notSent = unknownMembers(definition.json, item.definition, shape);
    for (const QString &placeholder : placeholdersIn(shape.creation(item.definition))) {
        if (definition.placeholders.contains(placeholder))
            item.placeholders.append(placeholder);
    }
    return item;
}

QList<ImportItem> DefinitionImportPlan::make(const ImportSource &source, const QList<QJsonObject> &server, const Rules &rules)
{
    QHash<QString, const QJsonObject *> byName;
    for (const QJsonObject &definition : server)
        byName.insert(definition.value("name"_L1).toString(), &definition);
    QList<ImportItem> out;
    QHash<QString, QString> seen; // name to file
    for (qsizetype i = 0; i < source.definitions.size(); ++i) {
        const FileDefinition &definition = source.definitions.at(i);
        ImportItem item;
        if (definition.kind != rules.kind) {
            item.name = definition.name();
            item.reasons.append(otherKind(rules.kind));
        } else if (seen.contains(definition.name())) {
            item.name = definition.name();
            item.reasons.append(twice(rules.kind).arg(seen.value(definition.name())));
        } else {
            item = itemOf(definition, byName.value(definition.name()), rules);
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

ImportSource DefinitionImportPlan::read(const QStringList &paths)
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
