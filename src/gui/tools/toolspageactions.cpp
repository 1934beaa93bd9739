// What is done from the page of the tools. How it is built and follows the store is in toolspage.cpp.
#include "gui/tools/toolspage.h"

#include "gui/definitions/versionsdialog.h"
#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/tools/tooleditor.h"
#include "gui/widgets/errorbanner.h"
#include "state/definitions/keptsecrets.h"
#include "state/models/toollistmodel.h"
#include "state/tools/toolstore.h"
#include "wire/json/tooljson.h"

#include <QLocale>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace desk {

void ToolsPage::edit(const Tool &tool)
{
    if (m_editor)
        return;
    m_editor = new ToolEditor(tool, m_needs.store, m_needs.dialogs, this);
    connect(m_editor, &ToolEditor::saved, this, &ToolsPage::choose);
    m_editor->open();
}

void ToolsPage::editKnown(const ToolId &id)
{
    if (const Tool *tool = m_needs.store.find(id))
        edit(*tool);
}

void ToolsPage::showVersions(const ToolId &id)
{
    const Tool *tool = m_needs.store.find(id);
    if (!tool)
        return;
    auto *dialog = new VersionsDialog(m_needs.newVersions, {DefinitionKind::Tool, id.value()}, tool->name, this);
    const bool isCustom = toolCategory(*tool) == ToolCategory::Custom;
    dialog->setWhyFixed(isCustom ? QString() : tr("Only tools that were made here can be changed."));
    const auto showCurrent = [this, dialog, id] {
        if (const Tool *now = m_needs.store.find(id))
            dialog->setCurrent(wire::toJson(*now));
    };
    showCurrent();
    connect(&m_needs.store, &ToolStore::toolsChanged, dialog, showCurrent);
    connect(dialog, &VersionsDialog::restoreRequested, this,
            [this, dialog, id](const QJsonObject &json) { dialog->say(restore(id, json)); });
    dialog->show();
}

// As a change that somebody still looks at and saves.
QString ToolsPage::restore(const ToolId &id, const QJsonObject &json)
{
    const Tool *tool = m_needs.store.find(id);
    if (!tool)
        return tr("This tool is not on the server any more.");
    if (m_editor)
        return tr("A tool is being edited. Save it or close it first.");
    const Result<Tool> was = wire::toolFromJson(withServerSecrets(json, wire::toJson(*tool)));
    if (!was)
        return displayLine(was.error().userText(), 600);
    edit(*tool);
    m_editor->propose(*was);
    return {};
}

void ToolsPage::remove(const ToolId &id)
{
    const Tool *tool = m_needs.store.find(id);
    if (!tool)
        return;
    const auto users = static_cast<int>(m_needs.store.usersOf(tool->name).size());
    QString text = tr("%1 is removed for everybody on this server. Its name cannot be used again.").arg(displayLine(tool->name, 80));
    if (users > 0)
        text += u' ' + tr("%n agent(s) use it.", nullptr, users);
    m_needs.dialogs.confirm(window(), tr("Delete this tool?"), text, tr("Delete"), [self = QPointer(this), id] {
        if (self)
            self->m_needs.store.remove(id);
    });
}

void ToolsPage::showRemovalFailure(const ToolId &, const Error &error, const QList<ToolUser> &users)
{
    QStringList names;
    for (const ToolUser &user : users)
        names << displayLine(user.name, 80);
    if (names.isEmpty()) {
        m_banner->showError(error);
        return;
    }
    Error told = error;
    told.message = tr("The tool was not deleted: %1 still use it.", "names of agents").arg(QLocale().createSeparatedList(names));
    told.nextStep = tr("Take it away from these agents first.");
    m_banner->showError(told);
}

} // namespace desk
