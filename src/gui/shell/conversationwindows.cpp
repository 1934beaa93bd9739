#include "gui/shell/conversationwindows.h"

#include "gui/chat/chatpage.h"
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"
#include "state/store/draftstore.h"

#include <QMenu>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ConversationWindows::ConversationWindows(const Services &services, QWidget &main, ChatPage &mainChat)
    : QObject(&main)
    , m_services(services)
    , m_main(main)
    , m_mainChat(mainChat)
    , m_menu(new QMenu(tr("&Window"), &main))
{
    m_menu->setObjectName(u"windowMenu"_s);
    connect(m_menu, &QMenu::aboutToShow, this, &ConversationWindows::fillMenu);
    fillMenu(); // an empty menu is shown nowhere
    connect(&services.sessions, &ChatSessions::cleared, this, &ConversationWindows::onAccountGone);
    connect(&services.conversations, &ConversationStore::removed, this, &ConversationWindows::onRemoved);
    mainChat.setElsewhere([this](const ConversationId &id) { return find(id) != nullptr; });
    connect(&mainChat, &ChatPage::windowRequested, this, &ConversationWindows::open);
    connect(&mainChat, &ChatPage::textRequested, this, [this](const ConversationId &id, const QString &text) {
        if (ConversationWindow *window = open(id))
            window->chat().addText(text);
    });
}

ConversationWindows::~ConversationWindows()
{
    // The main window goes, too: it shows what it shows, and begins nothing anew.
    m_mainChat.setElsewhere([was = m_mainChat.isElsewhere()](const ConversationId &) { return was; });
    m_windows.clear();
    for (const QPointer<ConversationWindow> &window : std::exchange(m_alive, {}))
        delete window;
}

void ConversationWindows::setShared(const ConversationWindow::Shared &shared)
{
    m_shared = shared;
}

void ConversationWindows::setQuitOnClose(std::function<bool()> quits)
{
    m_quits = std::move(quits);
}

void ConversationWindows::setMayClose(std::function<bool(QWidget *closing)> may)
{
    m_mayClose = std::move(may);
}

QString ConversationWindows::whyNot(const ConversationId &id) const
{
    if (!m_services.newAttachments)
        return tr("This program was started with one window only.");
    return id.isEmpty() ? tr("A new chat gets a window of its own after its first message.") : QString();
}

ConversationWindow *ConversationWindows::find(const ConversationId &id) const
{
    if (id.isEmpty())
        return nullptr;
    for (ConversationWindow *window : m_windows) {
        if (window->conversationId() == id)
            return window;
    }
    return nullptr;
}

ConversationWindow *ConversationWindows::open(const ConversationId &id)
{
    ConversationWindow *window = find(id);
    if (window == nullptr && whyNot(id).isEmpty()) {
        window = create(id);
        Q_EMIT opened(window);
        Q_EMIT changed();
    }
    if (window != nullptr)
        window->comeForward();
    return window;
}

ConversationWindow *ConversationWindows::create(const ConversationId &id)
{
    const std::optional<ChatPage::PromisedSend> promised = m_mainChat.takePromise(id); // before its files go
    // The main window lets go first: what it has of the draft is stored, and its files go on in the queue of the new window.
    m_mainChat.setElsewhere([this, id](const ConversationId &other) { return other == id || find(other) != nullptr; });
    AttachmentQueue *files = m_services.newAttachments(this);
    m_services.attachments.handOver(id, *files);
    auto *window = new ConversationWindow(m_services, *files, id, m_shared);
    m_windows.append(window);
    m_alive.removeAll(nullptr);
    m_alive.append(window);
    m_mainChat.setElsewhere([this](const ConversationId &other) { return find(other) != nullptr; });
    if (promised)
        window->chat().promise(id, *promised);
    // One that is not among them any more is closed for another reason than that somebody wished so.
    window->setMayClose([this, window] { return !m_windows.contains(window) || !m_mayClose || m_mayClose(window); });
    connect(window, &ConversationWindow::closing, this, [this, window] {
        window->setAttribute(Qt::WA_QuitOnClose, !m_quits || m_quits());
        if (handBack(*window))
            Q_EMIT changed();
    });
    connect(window, &ConversationWindow::changed, this, [this] { Q_EMIT changed(); });
    connect(&window->chat(), &ChatPage::newChatRequested, this, &ConversationWindows::newChatRequested);
    connect(&window->chat(), &ChatPage::settingsRequested, this, &ConversationWindows::settingsRequested);
    connect(&window->chat(), &ChatPage::insightsRequested, this, &ConversationWindows::insightsRequested);
    return window;
}

// False: it is closed for another reason than that somebody wished so.
bool ConversationWindows::handBack(ConversationWindow &window)
{
    if (!m_windows.removeOne(&window))
        return false;
    const ConversationId id = window.conversationId();
    const bool wasPromised = window.chat().takePromise(id).has_value();
    window.chat().setElsewhere([](const ConversationId &) { return true; }); // keeps the draft, and lets go of it
    window.attachments().handOver(id, m_services.attachments);
    m_mainChat.updateElsewhere();
    if (m_services.drafts)
        m_services.drafts->flush();
    if (wasPromised)
        Q_EMIT statusMessage(tr("The message in the window that was closed is not sent: it waited for its files. It is kept as a draft."));
    return true;
}

void ConversationWindows::onRemoved(const ConversationId &id)
{
    if (ConversationWindow *window = find(id)) {
        m_windows.removeOne(window);
        window->close();
        Q_EMIT changed();
    }
}

void ConversationWindows::onAccountGone()
{
    closeAll();
    m_mainChat.updateElsewhere();
}

void ConversationWindows::closeAll()
{
    for (ConversationWindow *window : std::exchange(m_windows, {}))
        window->close();
}

void ConversationWindows::fillMenu()
{
    m_menu->clear();
    const auto add = [this](QWidget &window, const QString &title) {
        QAction *action = m_menu->addAction(QString(title).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(window.isActiveWindow());
        return action;
    };
    connect(add(m_main, tr("Main window")), &QAction::triggered, &m_main, [this] {
        m_main.setWindowState(m_main.windowState() & ~Qt::WindowMinimized);
        m_main.show();
        m_main.raise();
        m_main.activateWindow();
    });
    if (!m_windows.isEmpty())
        m_menu->addSeparator();
    for (ConversationWindow *window : std::as_const(m_windows))
        connect(add(*window, window->windowTitle()), &QAction::triggered, window, &ConversationWindow::comeForward);
}

} // namespace desk
