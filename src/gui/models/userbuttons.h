#pragma once

#include "state/llm/catalogmodel.h"

#include <QWidget>

class QLabel;

namespace desk {

// Who uses a model: a button for each agent, of a great many for the first.
class UserButtons : public QWidget
{
    Q_OBJECT
public:
    explicit UserButtons(QWidget *parent = nullptr);

    void setUsers(const QList<ModelUser> &users);

Q_SIGNALS:
    void agentRequested(const desk::AgentId &id);

private:
    QLabel *m_label;
    QWidget *m_buttons = nullptr;
    QList<ModelUser> m_shown;
};

} // namespace desk
