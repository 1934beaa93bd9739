#pragma once

#include "domain/desklink.h"
#include "domain/ids.h"
#include "gui/services.h"
#include "state/commandrules.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <optional>
#include <utility>

class QLineEdit;
class QStackedWidget;

namespace desk {

class Actions;
class AdminPage;
class AgentsPage;
class ChatPage;
class ErrorBanner;
class InsightsPage;
class NavigationRail;
class ProfileMenu;
class RunsPage;
class SearchDialog;
class SessionBanner;
class SettingsPage;
class SignInDialog;
class StatusLine;
class WorkflowsPage;

// The window: navigation rail, one page at a time, menu bar, status line. Everything it shows belongs to services, which outlive it.
//
// To add a page: one addPage() in buildPages(). It gets its place in rail and View menu, and the next Ctrl+number. One that needs a role is
// there only for people who have it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(const QString &key); // "chat", "agents", "workflows", "runs", "settings"; an unknown one is ignored
    [[nodiscard]] QString currentPage() const;
    [[nodiscard]] ChatPage &chat() { return *m_chat; }
    // Asked when the window is closed: true hides it, and the program goes on.
    void setHidesOnClose(std::function<bool()> hides) { m_hidesOnClose = std::move(hides); }

public Q_SLOTS:
    void newChat();
    void chatWithAgent(const QString &agentName);
    void openConversation(const desk::ConversationId &id);
    void openLink(const desk::DeskLink &link); // waits until the workspace is ready; says so when there is no such thing
    void comeForward();                        // somebody started the program again
    void quit();                               // closes, whatever closing does otherwise

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Page {
        QString key;
        QString title;
        QString iconName;
        QWidget *widget = nullptr;
        std::function<void()> refresh = {}; // empty: there is nothing to load
        QLineEdit *search = nullptr;        // null: the page has none, or its own way to find
        std::function<void()> focus = {};   // puts the focus where work on the page begins
        // Hidden, with its place in rail and menu, while whoever is signed in has not the role for it (S-046).
        std::optional<CommandRules::Command> needs = {};
        std::function<bool()> exists = {}; // on this server; empty: on every one
    };

    void buildPages();
    void buildInsights();
    void addPage(const Page &page);
    void buildMenus();
    void buildLayout();
    void connectActions();
    void connectSearch();
    void searchEverywhere(const QString &text);
    void restore();
    void updatePageActions();
    void updateOffers();
    [[nodiscard]] bool isOffered(const Page &page) const;
    void signIn();
    void signInToProxy();
    void updateDoctor();
    void followLink();
    [[nodiscard]] QString profileKey() const;
    void openSettings(int section);
    void rememberConversation(const ConversationId &id);
    void reopenConversation();

    Services m_services;
    CommandRules m_rules;
    Actions *m_actions;
    NavigationRail *m_rail;
    QStackedWidget *m_stack;
    ErrorBanner *m_failure;
    SessionBanner *m_session;
    ProfileMenu *m_profiles;
    QPointer<SignInDialog> m_signIn;
    QPointer<SearchDialog> m_search;
    std::function<bool()> m_hidesOnClose;
    bool m_quitting = false;
    QString m_reopenedFor;          // profile
    std::optional<DeskLink> m_link; // not followed yet
    StatusLine *m_status = nullptr;
    ChatPage *m_chat = nullptr;
    AgentsPage *m_agents = nullptr;
    AdminPage *m_admin = nullptr;
    InsightsPage *m_insights = nullptr;
    WorkflowsPage *m_workflows = nullptr;
    RunsPage *m_runs = nullptr;
    SettingsPage *m_settingsPage = nullptr;
    QList<Page> m_pages; // same order as m_stack
};

} // namespace desk
