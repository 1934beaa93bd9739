#pragma once

#include "gui/widgets/plainlabel.h"
#include <QPointer>

namespace desk {

class ChatSession;
class Workspace;

// Says that what a conversation shows is a copy of this computer, of when, and why it is no more than that (D-05). Hidden while it is not,
// and in the moments until the server has answered.
class SavedNote : public PlainLabel
{
    Q_OBJECT
public:
    explicit SavedNote(Workspace &workspace, QWidget *parent = nullptr);

    void setSession(ChatSession *session); // or null
    void update();

private:
    Workspace &m_workspace;
    QPointer<ChatSession> m_session;
};

} // namespace desk
