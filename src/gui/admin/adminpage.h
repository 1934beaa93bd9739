#pragma once

#include "domain/error.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace desk {

class AdminStore;
class ContentStack;
class ErrorBanner;
class FactView;
class Workspace;

// How the server is used, for its administrators: what it counts of itself, and the models with their tokens and cost (AD-01). Figures are
// the server's own; one it does not give is left out.
class AdminPage : public QWidget
{
    Q_OBJECT
public:
    AdminPage(AdminStore &store, Workspace &workspace, QWidget *parent = nullptr);

    void refresh();
    void focusContent();

private:
    void fill();
    void fillModels();
    void updateStatus();
    void showFailure(const Error &error);

    AdminStore &m_store;
    Workspace &m_workspace;
    ErrorBanner *m_banner;
    FactView *m_facts;
    QLabel *m_modelsTitle;
    QTableWidget *m_models;
    ContentStack *m_stack;
};

} // namespace desk
