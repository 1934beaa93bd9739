#pragma once

#include "gui/services.h"

#include "domain/ids.h"

#include <QMainWindow>
#include <QPointer>

class QAction;
class QMenu;

namespace desk {

class AttachmentQueue;
class ChatPage;
class ChatSession;

// One conversation with its composer, in a window of its own (D-27). It shows what the main window shows of it, from the same session;
// what is written is written here as long as the window is open. Deletes itself when it is closed.
class ConversationWindow : public QMainWindow
{
    Q_OBJECT
public:
    struct Shared { // actions of the main window that work here, too, and the menu with all windows
        QList<QAction *> file;
        QList<QAction *> edit;
        QMenu *windows = nullptr;
    };

    // The queue becomes the window's. `services.newAttachments` is not asked again.
    ConversationWindow(const Services &services, AttachmentQueue &attachments, const ConversationId &id, const Shared &shared);
    ~ConversationWindow() override;

    [[nodiscard]] ConversationId conversationId() const;
    [[nodiscard]] ChatPage &chat() { return *m_chat; }
    [[nodiscard]] AttachmentQueue &attachments() { return m_attachments; }
    void comeForward();
    void setMayClose(std::function<bool()> may) { m_mayClose = std::move(may); } // false keeps it

Q_SIGNALS:
    void closing(); // somebody closes it: what is written in it can still be taken over
    void changed(); // where it stands, or its title

protected:
    void closeEvent(QCloseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMenus(const Shared &shared);
    void followSession();
    void updateTitle();

    AttachmentQueue &m_attachments;
    ChatPage *m_chat;
    QAction *m_export;
    QAction *m_find;
    QAction *m_insights;
    QAction *m_close;
    QPointer<ChatSession> m_session;
    std::function<bool()> m_mayClose;
};

} // namespace desk
