#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class DesktopSection;
}

namespace desk {

struct DesktopFeatures;
class Settings;

// Notices, the tray and the key of the quick question: what this desktop can do is offered, what it cannot is explained.
class DesktopSection : public QWidget
{
    Q_OBJECT
public:
    DesktopSection(Settings &settings, const DesktopFeatures &features, QWidget *parent = nullptr);
    ~DesktopSection() override;

    static constexpr QLatin1StringView command = QLatin1StringView("agentdesk --quick-ask");

protected:
    void showEvent(QShowEvent *event) override;

private:
    void updateTray();
    void updateShortcut();

    Settings &m_settings;
    const DesktopFeatures &m_features;
    std::unique_ptr<Ui::DesktopSection> m_ui;
};

} // namespace desk
