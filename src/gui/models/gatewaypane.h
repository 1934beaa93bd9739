#pragma once

#include "state/llm/catalogmodel.h"

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace desk {

class FactView;
class ModelCatalog;

// How a team server's gateway to language models is, and how busy, with the time of the reading (contract 3.17).
class GatewayPane : public QScrollArea
{
    Q_OBJECT
public:
    explicit GatewayPane(ModelCatalog &catalog, QWidget *parent = nullptr);

    // Why a part says nothing, for people; empty: it does, or nobody asked yet.
    [[nodiscard]] static QString remarkOf(const CatalogPart &part);

private:
    void update();
    void showHealth();
    void showLoad();

    ModelCatalog &m_catalog;
    QLabel *m_state;
    QPushButton *m_again;
    FactView *m_health;
    QLabel *m_loadTitle;
    QLabel *m_loadState;
    FactView *m_load;
    QStringList m_purposes; // that have a row
};

} // namespace desk
