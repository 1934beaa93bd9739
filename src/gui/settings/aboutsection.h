#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class AboutSection;
}

namespace desk {

class NetworkSetup;
class Workspace;

// What this program is, its version and licence, and what a report about it should contain.
class AboutSection : public QWidget
{
    Q_OBJECT
public:
    AboutSection(Workspace &workspace, const NetworkSetup *network, QWidget *parent = nullptr);
    ~AboutSection() override;

private:
    void update();

    Workspace &m_workspace;
    const NetworkSetup *m_network; // may be null
    std::unique_ptr<Ui::AboutSection> m_ui;
};

} // namespace desk
