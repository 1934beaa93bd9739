#pragma once

#include "domain/ids.h"
#include "gui/services.h"

#include <QObject>

#include <memory>

namespace desk {

class AnswerKeeper;
class AnswerNotices;
class ApprovalNotices;
class MainWindow;
class Notifier;
class QuickAskWindow;
class TrayIcon;

// Connects the window with the desktop around it: notices of answers, the tray, the window for quick questions and its key. Services and
// window outlive it; the services' desktop is not null.
class DesktopIntegration : public QObject
{
    Q_OBJECT
public:
    DesktopIntegration(const Services &services, MainWindow &window, QObject *parent = nullptr);
    ~DesktopIntegration() override;

    void start(); // after the window is shown
    void quickAsk();
    [[nodiscard]] TrayIcon &tray() { return *m_tray; }
    [[nodiscard]] QuickAskWindow &quickAskWindow() { return *m_quickAsk; }

private:
    void offerMaterial();
    void connectTray();
    void connectNotices();
    void connectApprovals();
    void connectShortcut();
    void applySettings();
    void openConversation(const ConversationId &id);
    void reply(const ConversationId &id, const QString &text);
    void seen();
    [[nodiscard]] bool isWatched(const ConversationId &id) const;

    Services m_services;
    MainWindow &m_window;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<QuickAskWindow> m_quickAsk;
    AnswerNotices *m_notices;
    ApprovalNotices *m_approvals = nullptr; // null: see Services::approvals
    AnswerKeeper *m_keeper;
    Notifier *m_trayNotifier;
};

} // namespace desk
