#include "gui/shell/windowmemory.h"

#include "gui/chat/chatpage.h"
#include "gui/shell/conversationwindows.h"
#include "gui/shell/placekeeper.h"
#include "gui/theme.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <QEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int idleMs = 400;
constexpr int latestMs = 3000; // while somebody scrolls on and on

} // namespace

WindowMemory::WindowMemory(Settings &settings, Workspace &workspace, QWidget &window, ChatPage &chat, ConversationWindows &windows)
    : QObject(&window)
    , m_settings(settings)
    , m_workspace(workspace)
    , m_window(window)
    , m_chat(chat)
    , m_windows(windows)
    , m_place(new PlaceKeeper(chat))
{
    m_idle.setSingleShot(true);
    m_latest.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &WindowMemory::write);
    connect(&m_latest, &QTimer::timeout, this, &WindowMemory::write);
    connect(&chat, &ChatPage::conversationShown, this, &WindowMemory::schedule);
    connect(&chat, &ChatPage::layoutChanged, this, &WindowMemory::schedule);
    connect(m_place, &PlaceKeeper::moved, this, &WindowMemory::schedule);
    connect(&windows, &ConversationWindows::changed, this, &WindowMemory::schedule);
    connect(&windows, &ConversationWindows::opened, this, [this](ConversationWindow *opened) {
        auto *place = new PlaceKeeper(opened->chat());
        connect(place, &PlaceKeeper::moved, this, &WindowMemory::schedule);
        opened->restoreGeometry(std::exchange(m_nextGeometry, {})); // moves it onto a screen that is there
    });
    connect(&workspace, &Workspace::ready, this, &WindowMemory::reopen);
    window.installEventFilter(this);
}

WindowMemory::~WindowMemory()
{
    if (m_idle.isActive())
        write();
}

bool WindowMemory::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize || event->type() == QEvent::WindowStateChange)
        schedule();
    return QObject::eventFilter(watched, event);
}

bool WindowMemory::restores() const
{
    return m_settings.value(Settings::Key::RestoreSession).toBool();
}

void WindowMemory::restoreGeometry()
{
    m_window.resize(Theme::space(&m_window, 150), Theme::space(&m_window, 96));
    m_window.restoreGeometry(m_settings.value(Settings::Key::WindowGeometry).toByteArray());
    m_chat.restoreSplitter(m_settings.value(Settings::Key::ChatSplitter).toByteArray());
    m_chat.restorePanes(m_settings.value(Settings::Key::DetachedPanes).toMap());
}

void WindowMemory::rememberPage(const QString &key)
{
    m_settings.set(Settings::Key::WindowPage, key);
}

QString WindowMemory::page() const
{
    return restores() ? m_settings.text(Settings::Key::WindowPage) : QString();
}

void WindowMemory::schedule()
{
    m_idle.start(idleMs);
    if (!m_latest.isActive())
        m_latest.start(latestMs);
}

void WindowMemory::write()
{
    m_idle.stop();
    m_latest.stop();
    if (m_finished)
        return;
    QList<std::pair<Settings::Key, QVariant>> values;
    if (m_window.isVisible()) {
        values.append({Settings::Key::WindowGeometry, m_window.saveGeometry()});
        values.append({Settings::Key::ChatSplitter, m_chat.splitterState()});
        values.append({Settings::Key::DetachedPanes, m_chat.paneStates()});
    }
    if (m_reopenedFor == profileKey()) { // else what is remembered of this profile has not been opened yet
        QVariantMap last = m_settings.value(Settings::Key::LastConversation).toMap();
        last.insert(profileKey(), m_chat.conversationId().value());
        values.append({Settings::Key::LastConversation, last});
        QVariantMap all = m_settings.value(Settings::Key::OpenWindows).toMap();
        all.insert(profileKey(), openWindows());
        values.append({Settings::Key::OpenWindows, all});
    }
    m_settings.setAll(values);
}

void WindowMemory::finish()
{
    write();
    m_finished = true;
}

QVariantMap WindowMemory::openWindows() const
{
    QVariantList windows;
    for (ConversationWindow *window : m_windows.windows()) {
        const auto *place = window->chat().findChild<PlaceKeeper *>(QString(), Qt::FindDirectChildrenOnly);
        windows.append(QVariantMap{{u"conversation"_s, window->conversationId().value()},
                                   {u"geometry"_s, window->saveGeometry()},
                                   {u"place"_s, place == nullptr ? QVariantMap() : place->place()}});
    }
    return {{u"conversation"_s, m_chat.conversationId().value()}, {u"place"_s, m_place->place()}, {u"windows"_s, windows}};
}

void WindowMemory::reopen()
{
    if (std::exchange(m_reopenedFor, profileKey()) == profileKey())
        return; // ready again: somebody may have begun something else
    if (!restores())
        return;
    const QVariantMap kept = m_settings.value(Settings::Key::OpenWindows).toMap().value(profileKey()).toMap();
    const QVariantMap last = m_settings.value(Settings::Key::LastConversation).toMap();
    const ConversationId id(last.value(profileKey()).toString());
    if (!id.isEmpty() && m_chat.conversationId().isEmpty()) {
        m_chat.openConversation(id);
        if (kept.value(u"conversation"_s).toString() == id.value())
            m_place->goTo(kept.value(u"place"_s).toMap());
    }
    const QVariantList windows = kept.value(u"windows"_s).toList();
    for (const QVariant &window : windows)
        reopenWindow(window.toMap());
    if (!windows.isEmpty() && m_window.isVisible())
        m_window.activateWindow();
}

void WindowMemory::reopenWindow(const QVariantMap &entry)
{
    m_nextGeometry = entry.value(u"geometry"_s).toByteArray();
    ConversationWindow *window = m_windows.open(ConversationId(entry.value(u"conversation"_s).toString()));
    m_nextGeometry.clear();
    if (window == nullptr)
        return;
    if (auto *place = window->chat().findChild<PlaceKeeper *>(QString(), Qt::FindDirectChildrenOnly))
        place->goTo(entry.value(u"place"_s).toMap());
}

QString WindowMemory::profileKey() const
{
    const Profile &profile = m_workspace.profile();
    return profile.id.isEmpty() ? profile.name : profile.id;
}

} // namespace desk
