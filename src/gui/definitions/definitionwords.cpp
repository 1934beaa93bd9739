#include "gui/definitions/definitionwords.h"

using namespace Qt::StringLiterals;

namespace desk {

QString DefinitionWords::one(DefinitionKind kind)
{
    if (kind == DefinitionKind::Tool)
        return tr("Tool");
    if (kind == DefinitionKind::Workflow)
        return tr("Workflow");
    return tr("Agent");
}

QString DefinitionWords::icon(DefinitionKind kind)
{
    return kind == DefinitionKind::Tool ? u"tool"_s : kind == DefinitionKind::Workflow ? u"workflows"_s : u"agents"_s;
}

QString DefinitionWords::fileName(DefinitionKind kind)
{
    return kind == DefinitionKind::Tool ? u"tools"_s : kind == DefinitionKind::Workflow ? u"workflows"_s : u"agents"_s;
}

QString DefinitionWords::exportTitle(DefinitionKind kind, int count)
{
    if (kind == DefinitionKind::Tool)
        return tr("Export %n tool(s)", nullptr, count);
    if (kind == DefinitionKind::Workflow)
        return tr("Export %n workflow(s)", nullptr, count);
    return tr("Export %n agent(s)", nullptr, count);
}

QString DefinitionWords::notExported(DefinitionKind kind, int count)
{
    if (kind == DefinitionKind::Tool)
        return tr("%n tool(s) could not be exported.", nullptr, count);
    if (kind == DefinitionKind::Workflow)
        return tr("%n workflow(s) could not be exported.", nullptr, count);
    return tr("%n agent(s) could not be exported.", nullptr, count);
}

QString DefinitionWords::importTitle(DefinitionKind kind)
{
    if (kind == DefinitionKind::Tool)
        return tr("Import tools");
    if (kind == DefinitionKind::Workflow)
        return tr("Import workflows");
    return tr("Import agents");
}

QString DefinitionWords::importButton(DefinitionKind kind, int count)
{
    if (kind == DefinitionKind::Tool)
        return tr("&Import %n tool(s)", nullptr, count);
    if (kind == DefinitionKind::Workflow)
        return tr("&Import %n workflow(s)", nullptr, count);
    return tr("&Import %n agent(s)", nullptr, count);
}

QString DefinitionWords::noneYet(DefinitionKind kind)
{
    if (kind == DefinitionKind::Tool)
        return tr("No tools yet");
    if (kind == DefinitionKind::Workflow)
        return tr("No workflows yet");
    return tr("No agents yet");
}

QString DefinitionWords::noneFound(DefinitionKind kind)
{
    if (kind == DefinitionKind::Tool)
        return tr("There is no tool in what was chosen.");
    if (kind == DefinitionKind::Workflow)
        return tr("There is no workflow in what was chosen.");
    return tr("There is no agent in what was chosen.");
}

QString DefinitionWords::chooseSome(DefinitionKind kind)
{
    if (kind == DefinitionKind::Tool)
        return tr("Choose or drop files or a folder with tools, in JSON or YAML.");
    if (kind == DefinitionKind::Workflow)
        return tr("Choose or drop files or a folder with workflows, in JSON or YAML.");
    return tr("Choose or drop files or a folder with agents, in JSON or YAML.");
}

QString DefinitionWords::promoteTitle(DefinitionKind kind, int count)
{
    if (kind == DefinitionKind::Tool)
        return tr("Promote %n tool(s)", nullptr, count);
    if (kind == DefinitionKind::Workflow)
        return tr("Promote %n workflow(s)", nullptr, count);
    return tr("Promote %n agent(s)", nullptr, count);
}

QString DefinitionWords::promoteButton(DefinitionKind kind, int count)
{
    if (kind == DefinitionKind::Tool)
        return tr("&Promote %n tool(s)", nullptr, count);
    if (kind == DefinitionKind::Workflow)
        return tr("&Promote %n workflow(s)", nullptr, count);
    return tr("&Promote %n agent(s)", nullptr, count);
}

QString DefinitionWords::productionChange(DefinitionKind kind, int count)
{
    if (kind == DefinitionKind::Tool)
        return tr("“%1” is a production server. %n tool(s) change there for everybody at once.", nullptr, count);
    if (kind == DefinitionKind::Workflow)
        return tr("“%1” is a production server. %n workflow(s) change there for everybody at once.", nullptr, count);
    return tr("“%1” is a production server. %n agent(s) change there for everybody at once.", nullptr, count);
}

} // namespace desk
