#pragma once

#include "domain/ids.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace desk {

class ConversationShares;
class ConversationStore;
class ConversationTools;
class ErrorBanner;
class PeopleList;
class PeopleLookup;

// Who else sees a conversation, and whether it is private (CH-24). Each change is sent at once and shows when the server has taken it.
// People are found by name where the team's sign-in service looks them up, and go by their ID elsewhere.
// Where the server has no such thing, or it is somebody else's conversation, it says so instead. Open it, do not execute it; it deletes
// itself.
class ShareDialog : public QDialog
{
    Q_OBJECT
public:
    // Tools and store outlive it.
    ShareDialog(ConversationTools &tools, ConversationStore &conversations, const ConversationId &id, QWidget *parent = nullptr);

private:
    void build();
    void update();
    void updateHint();
    void updatePrivate();
    void togglePrivate(bool isPrivate);
    void add();
    void changeRole();
    void removePerson();
    [[nodiscard]] UserId selected() const;
    [[nodiscard]] QString hintText() const;
    [[nodiscard]] QString stateText() const; // empty: the list is shown

    ConversationStore &m_conversations;
    ConversationId m_id;
    ConversationShares *m_shares;
    PeopleLookup *m_lookup;
    ErrorBanner *m_error;
    QCheckBox *m_private;
    QLabel *m_privateHint;
    QLabel *m_state;
    QWidget *m_people;
    QTreeWidget *m_list;
    QPushButton *m_role;
    QPushButton *m_remove;
    QLineEdit *m_user;
    PeopleList *m_found;
    QComboBox *m_newRole;
    QPushButton *m_add;
    QLabel *m_hint;
    bool m_sending = false;
};

} // namespace desk
