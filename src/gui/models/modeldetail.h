#pragma once

#include "state/llm/catalogmodel.h"

#include <QScrollArea>

class QLabel;

namespace desk {

class FactView;
class UserButtons;

// One language model: what is said of it, and which agents use it. What nobody says is not there.
class ModelDetail : public QScrollArea
{
    Q_OBJECT
public:
    explicit ModelDetail(QWidget *parent = nullptr);

    void setModel(const CatalogModel *model); // null: none is chosen

Q_SIGNALS:
    void agentRequested(const desk::AgentId &id);

private:
    QLabel *m_title;
    QLabel *m_description;
    FactView *m_facts;
    UserButtons *m_users;
};

} // namespace desk
