#include "gui/shell/conversationwindow.h"

#include "gui/chat/transcript/transcriptview.h"
#include "gui/shell/chatservices.h"
#include "gui/shell/editmenu.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "state/chat/attachmentqueue.h"
#include "state/insights/insightstore.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenuBar>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int messageMs = 6000;

} // namespace

ConversationWindow::ConversationWindow(const Services &services, AttachmentQueue &attachments, const ConversationId &id,
                                       const Shared &shared)
    : m_attachments(attachments)
    , m_chat(new ChatPage(chatServices(services, attachments, true), this))
    , m_export(new QAction(Theme::icon(u"save"_s), tr("&Export or print…"), this))
    , m_find(new QAction(Theme::icon(u"search"_s), tr("&Find in this conversation"), this))
    , m_insights(new QAction(Theme::icon(u"thought"_s), tr("&Insights of this conversation"), this))
    , m_close(new QAction(tr("&Close window"), this))
{
    setObjectName(u"conversationWindow"_s);
    setWindowIcon(Theme::icon(u"agentdesk"_s));
    setAttribute(Qt::WA_DeleteOnClose);
    attachments.setParent(this);
    setCentralWidget(m_chat);
    statusBar()->setAccessibleName(tr("Status"));
    connect(m_chat, &ChatPage::statusMessage, this, [this](const QString &text) { statusBar()->showMessage(text, messageMs); });
    connect(m_chat, &ChatPage::canExportChanged, this, [this] { m_export->setEnabled(m_chat->canExport()); });
    connect(m_chat, &ChatPage::conversationShown, this, &ConversationWindow::followSession);
    buildMenus(shared);
    const auto offerInsights = [this] {
        m_insights->setEnabled(m_chat->hasInsights());
        m_insights->setToolTip(m_chat->hasInsights() ? QString() : tr("The server keeps no insights."));
    };
    if (services.insights)
        connect(services.insights, &InsightStore::availabilityChanged, this, offerInsights);
    connect(m_chat, &ChatPage::conversationShown, this, offerInsights);
    offerInsights();
    resize(Theme::space(this, 100), Theme::space(this, 90));
    m_chat->openConversation(id);
}

ConversationWindow::~ConversationWindow()
{
    delete m_chat; // before the queue it shows
}

void ConversationWindow::buildMenus(const Shared &shared)
{
    m_export->setObjectName(u"windowExport"_s);
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    connect(m_export, &QAction::triggered, m_chat, &ChatPage::exportConversation);
    m_find->setObjectName(u"windowFind"_s);
    m_find->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(m_find, &QAction::triggered, this, [this] { m_chat->transcript()->openFind(); });
    m_insights->setObjectName(u"windowInsights"_s);
    m_insights->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    connect(m_insights, &QAction::triggered, m_chat, &ChatPage::toggleInsights);
    m_close->setObjectName(u"windowClose"_s);
    m_close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    connect(m_close, &QAction::triggered, this, &QWidget::close);
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_export);
    file->addAction(m_close);
    file->addSeparator();
    file->addActions(shared.file);
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    EditMenu::fill(*edit);
    edit->addSeparator();
    edit->addAction(m_find);
    edit->addActions(shared.edit);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addAction(m_insights);
    if (shared.windows)
        menuBar()->addMenu(shared.windows);
    addActions(shared.file + shared.edit); // their keys
}

ConversationId ConversationWindow::conversationId() const
{
    return m_chat->conversationId();
}

void ConversationWindow::followSession()
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = m_chat->session();
    if (m_session)
        connect(m_session, &ChatSession::titleChanged, this, &ConversationWindow::updateTitle);
    updateTitle();
}

void ConversationWindow::updateTitle()
{
    const QString title = m_session ? displayLine(m_session->title(), 80) : QString();
    setWindowTitle(tr("%1 – Agent Desk", "title of a conversation").arg(title.isEmpty() ? tr("Conversation") : title));
    Q_EMIT changed();
}

void ConversationWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void ConversationWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

void ConversationWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    Q_EMIT changed();
}

void ConversationWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    Q_EMIT changed();
}

} // namespace desk
