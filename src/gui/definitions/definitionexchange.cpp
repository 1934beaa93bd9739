#include "gui/definitions/definitionexchange.h"

#include "gui/definitions/definitionexportdialog.h"
#include "gui/definitions/definitionimportdialog.h"
#include "gui/definitions/promotiondialog.h"
#include "state/profiles/profilestore.h"
#include "state/workspace.h"

namespace desk {

DefinitionExchange::DefinitionExchange(const Services &services, QWidget &page, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_page(page)
{
}

void DefinitionExchange::importFiles(const QStringList &paths)
{
    if (!canImport())
        return;
    auto *dialog = new DefinitionImportDialog(m_services.offers.newImport, m_services.dialogs, &m_page);
    dialog->show();
    if (!paths.isEmpty())
        dialog->read(paths);
}

void DefinitionExchange::exportAll(const QList<QJsonObject> &definitions)
{
    QList<FileDefinition> files;
    for (const QJsonObject &definition : definitions)
        files.append({m_services.kind, definition, {}});
    auto *dialog = new DefinitionExportDialog(m_services.kind, files, m_services.dialogs, &m_page);
    dialog->show();
}

void DefinitionExchange::promote(const QList<QJsonObject> &definitions)
{
    if (!canPromote() || definitions.isEmpty())
        return;
    QList<Profile> targets = m_services.offers.profiles->all();
    targets.removeIf([open = m_services.workspace.profile().id](const Profile &profile) {
        return profile.kind != Profile::Kind::Team || profile.id == open;
    });
    const auto make = [this, definitions](QObject *parent) { return m_services.offers.newPromotion(definitions, parent); };
    auto *dialog = new PromotionDialog(make, targets, m_services.dialogs, &m_page);
    connect(&m_services.workspace, &Workspace::accountChanged, dialog, &QWidget::close); // they were somebody else's
    dialog->show();
}

} // namespace desk
