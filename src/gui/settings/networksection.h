#pragma once

#include "domain/networksettings.h"

#include <QWidget>

#include <memory>

namespace Ui {
class NetworkSection;
}

namespace desk {

class Dialogs;
class NetworkSetup;
class Workspace;

// The way to servers: proxy, and the company's certificates, which are trusted only after somebody has looked at them (TLS-02).
class NetworkSection : public QWidget
{
    Q_OBJECT
public:
    NetworkSection(NetworkSetup &network, Workspace &workspace, Dialogs &dialogs, QWidget *parent = nullptr);
    ~NetworkSection() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void show();
    void updateFields();
    void applyProxy();
    void signInToProxy();
    void chooseFile();
    void confirm(const QString &file);

    NetworkSetup &m_network;
    Workspace &m_workspace;
    Dialogs &m_dialogs;
    std::unique_ptr<Ui::NetworkSection> m_ui;
    NetworkSettings m_shown; // what the fields were last filled with
    bool m_isFilled = false;
};

} // namespace desk
