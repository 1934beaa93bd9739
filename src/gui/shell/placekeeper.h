#pragma once

#include "gui/chat/transcript/transcriptview.h"

#include <QObject>
#include <QVariantMap>

namespace desk {

class ChatPage;

// Brings a chat back to where somebody read, as soon as that message is loaded; older ones are asked for as far as needed. Gives up when
// the person scrolls, writes, or another conversation is shown.
class PlaceKeeper : public QObject
{
    Q_OBJECT
public:
    explicit PlaceKeeper(ChatPage &chat); // child of the chat

    void goTo(const QVariantMap &place); // of the conversation that is shown; empty: the end
    [[nodiscard]] QVariantMap place() const;

Q_SIGNALS:
    void moved(); // somebody scrolled

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void attempt();
    void giveUp();

    ChatPage &m_chat;
    TranscriptView::Place m_wanted; // no key: none
    int m_pages = 0;                // asked for on the way
};

} // namespace desk
