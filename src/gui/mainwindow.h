#pragma once

#include "domain/desklink.h"
#include "domain/ids.h"
#include "gui/services.h"
#include "gui/shell/shellpage.h"
#include "state/commandrules.h"

#include <QMainWindow>

#include <functional>
#include <utility>

namespace desk {

class Actions;
class AdminPage;
class AgentsPage;
class ApprovalsPage;
class ChatPage;
class ConversationWindows;
class ErrorBanner;
class InsightsPage;
class LinkFollower;
class OpenedFiles;
class ModelsPage;
class NavigationRail;
class PageHost;
class Palette;
class ProfileMenu;
class RunsPage;
class SearchDialog;
struct SearchHit;
class SessionBanner;
class SettingsPage;
class ShellDialogs;
class StatusLine;
class WindowMemory;
class ToolsPage;
class WorkflowsPage;

// The window: navigation rail, one page at a time, menu bar, status line. Everything it shows belongs to services, which outlive it.
//
// To add a page: one addPage() in buildPages() (mainwindowpages.cpp). It gets its place in rail and View menu, and the next Ctrl+number.
// One that needs a role is there only for people who have it. What the window is made of is in gui/shell: pages, menus, dialogs, links,
// what is remembered.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(const QString &key); // "chat", "agents", …; an unknown one is ignored
    [[nodiscard]] QString currentPage() const;
    [[nodiscard]] ChatPage &chat() { return *m_chat; }
    [[nodiscard]] ConversationWindows &windows() { return *m_windows; }
    [[nodiscard]] bool watchesApprovals() const;  // their page is shown, and the window is active
    [[nodiscard]] ConversationId watched() const; // the conversation in the window that is active; empty: none
    // Asked when the window is closed: true hides it, and the program goes on.
    void setHidesOnClose(std::function<bool()> hides) { m_hidesOnClose = std::move(hides); }
    // Asked when the last window is closed and the program would end: true keeps the window, somebody is asked and may quit().
    void setAsksOnClose(std::function<bool(QWidget *closing)> asks) { m_asksOnClose = std::move(asks); }

Q_SIGNALS:
    void leftToTray(); // the last window was closed, and the program goes on

public Q_SLOTS:
    void newChat();
    void chatWithAgent(const QString &agentName);
    void openConversation(const desk::ConversationId &id); // in its own window, when it has one
    void showConversation(const desk::ConversationId &id); // the same, and that window comes forward
    void openFiles(const QStringList &paths);              // asks, when the workspace is ready, whether a new message gets them
    void openLink(const desk::DeskLink &link);             // waits until the workspace is ready; says so when there is no such thing
    void showApproval(const QString &key);                 // of ApprovalInbox; the window comes forward
    void comeForward();                                    // somebody started the program again
    void quit();                                           // closes, whatever closing does otherwise

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPages();
    void showTool(const QString &name);
    void tellTools(); // what each does, to the page of agents
    void buildTools();
    void buildModels();
    void buildInsights();
    void buildApprovals();
    void tellApprovals(); // how many, in the rail
    void addPage(const ShellPage &page);
    void buildLayout();
    void connectActions();
    void connectSearch();
    void searchEverywhere(const QString &text);
    void showHit(const SearchHit &hit);
    void connectSession();
    void connectWindows();
    [[nodiscard]] bool mayClose(QWidget *closing);
    [[nodiscard]] bool quitsOnClose();
    void onPageShown(const QString &key);
    void updatePageActions();
    void updateOffers();
    void showLink(const DeskLink &link);
    void findOnPage();
    void openPalette();
    void openSettings(int section);

    Services m_services;
    CommandRules m_rules;
    Actions *m_actions;
    NavigationRail *m_rail;
    PageHost *m_pages;
    ErrorBanner *m_failure;
    SessionBanner *m_session;
    ProfileMenu *m_profiles;
    ShellDialogs *m_dialogs;
    LinkFollower *m_links;
    OpenedFiles *m_opened;
    Palette *m_palette;
    QPointer<SearchDialog> m_search;
    std::function<bool()> m_hidesOnClose;
    std::function<bool(QWidget *)> m_asksOnClose;
    bool m_quitting = false;
    ConversationWindows *m_windows = nullptr;
    WindowMemory *m_memory = nullptr;
    StatusLine *m_status = nullptr;
    ChatPage *m_chat = nullptr;
    AgentsPage *m_agents = nullptr;
    AdminPage *m_admin = nullptr;
    InsightsPage *m_insights = nullptr;
    ApprovalsPage *m_approvals = nullptr; // null: see Services::approvals
    ToolsPage *m_tools = nullptr;         // null: see Services::toolStore
    ModelsPage *m_models = nullptr;       // null: see Services::modelCatalog
    WorkflowsPage *m_workflows = nullptr;
    RunsPage *m_runs = nullptr;
    SettingsPage *m_settingsPage = nullptr;
};

} // namespace desk
