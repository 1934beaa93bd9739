#pragma once

#include "domain/ids.h"
#include "gui/palette/paletteentry.h"
#include "gui/services.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;

namespace desk {

class Actions;
class ChatPage;
class PaletteWindow;
class ProfileMenu;

// Opens the palette over a window and knows what there is to offer: every action with its keys, and why not when it is disabled; pages;
// conversations; agents; profiles; saved searches. Remembers what was chosen last.
class Palette : public QObject
{
    Q_OBJECT
public:
    Palette(const Services &services, Actions &actions, ProfileMenu &profiles, QObject *parent); // all outlive it

    // Over the main window with its chat, or a window of one conversation.
    void open(QWidget &window, ChatPage &chat, bool isMainWindow);

Q_SIGNALS:
    void conversationChosen(const desk::ConversationId &id);
    void agentChosen(const QString &name);
    void searchChosen(const QString &text);

private:
    [[nodiscard]] QList<PaletteEntry> entries(ChatPage &chat, bool isMainWindow);
    void addActions(QList<PaletteEntry> &entries, bool isMainWindow) const;
    void addProfiles(QList<PaletteEntry> &entries) const;
    void addChatCommands(QList<PaletteEntry> &entries, ChatPage &chat, bool isMainWindow) const;
    void addAgents(QList<PaletteEntry> &entries);
    void addConversations(QList<PaletteEntry> &entries);
    void addSearches(QList<PaletteEntry> &entries);
    void remember(const QString &id);

    Services m_services;
    Actions &m_actions;
    ProfileMenu &m_profiles;
    QPointer<PaletteWindow> m_window;
};

} // namespace desk
