#pragma once

#include "domain/definition.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>

namespace desk {

class DefinitionImport;
class DefinitionPromotion;
class Dialogs;
class ProfileStore;
class Workspace;

// The windows in which definitions of one kind come from files, go into files, and go to other servers (AG-06, AG-26, D-62, D-63).
class DefinitionExchange : public QObject
{
    Q_OBJECT
public:
    struct Offers {
        std::function<DefinitionImport *(QObject *parent)> newImport = {}; // empty: nothing can be imported
        // Empty, or without profiles: nothing can be promoted.
        std::function<DefinitionPromotion *(const QList<QJsonObject> &definitions, QObject *parent)> newPromotion = {};
        ProfileStore *profiles = nullptr;
    };
    struct Services {
        DefinitionKind kind;
        Workspace &workspace;
        Dialogs &dialogs;
        Offers offers;
    };

    DefinitionExchange(const Services &services, QWidget &page, QObject *parent);

    [[nodiscard]] bool canImport() const { return static_cast<bool>(m_services.offers.newImport); }
    [[nodiscard]] bool canPromote() const { return m_services.offers.newPromotion && m_services.offers.profiles; }

    void importFiles(const QStringList &paths = {}); // files and folders; none: they are chosen there
    void exportAll(const QList<QJsonObject> &definitions);
    void promote(const QList<QJsonObject> &definitions);

private:
    Services m_services;
    QWidget &m_page;
};

} // namespace desk
