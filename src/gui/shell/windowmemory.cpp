#include "gui/shell/windowmemory.h"

#include "gui/chat/chatpage.h"
#include "gui/theme.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <utility>

namespace desk {

WindowMemory::WindowMemory(Settings &settings, Workspace &workspace, QWidget &window, ChatPage &chat)
    : QObject(&window)
    , m_settings(settings)
    , m_workspace(workspace)
    , m_window(window)
    , m_chat(chat)
{
    connect(&chat, &ChatPage::conversationShown, this, &WindowMemory::rememberConversation);
    connect(&workspace, &Workspace::ready, this, &WindowMemory::reopenConversation);
}

void WindowMemory::restoreGeometry()
{
    m_window.resize(Theme::space(&m_window, 150), Theme::space(&m_window, 96));
    m_window.restoreGeometry(m_settings.value(Settings::Key::WindowGeometry).toByteArray());
    m_chat.restoreSplitter(m_settings.value(Settings::Key::ChatSplitter).toByteArray());
}

void WindowMemory::saveGeometry()
{
    m_settings.set(Settings::Key::WindowGeometry, m_window.saveGeometry());
    m_settings.set(Settings::Key::ChatSplitter, m_chat.splitterState());
}

void WindowMemory::rememberPage(const QString &key)
{
    m_settings.set(Settings::Key::WindowPage, key);
}

QString WindowMemory::page() const
{
    return m_settings.text(Settings::Key::WindowPage);
}

void WindowMemory::rememberConversation(const ConversationId &id)
{
    QVariantMap last = m_settings.value(Settings::Key::LastConversation).toMap();
    last.insert(profileKey(), id.value());
    m_settings.set(Settings::Key::LastConversation, last);
}

void WindowMemory::reopenConversation()
{
    if (std::exchange(m_reopenedFor, profileKey()) == profileKey())
        return; // ready again: somebody may have begun something else
    const QVariantMap last = m_settings.value(Settings::Key::LastConversation).toMap();
    const ConversationId id(last.value(profileKey()).toString());
    if (!id.isEmpty() && m_chat.conversationId().isEmpty())
        m_chat.openConversation(id);
}

QString WindowMemory::profileKey() const
{
    const Profile &profile = m_workspace.profile();
    return profile.id.isEmpty() ? profile.name : profile.id;
}

} // namespace desk
