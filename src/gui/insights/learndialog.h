#pragma once

#include "domain/ids.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace desk {

class ConversationListModel;
class ListFilter;

// Chooses the conversation the server shall learn from. open() it; it deletes itself.
class LearnDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LearnDialog(ConversationListModel &conversations, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const desk::ConversationId &id);

private:
    void choose();
    void updateButton();
    [[nodiscard]] ConversationId currentId() const;

    ConversationListModel &m_conversations;
    ListFilter *m_filter;
    QListView *m_list;
    QPushButton *m_learn;
};

} // namespace desk
