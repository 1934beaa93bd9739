#pragma once

#include <QDialog>
#include <QString>

#include <memory>

namespace Ui {
class ProxySignInDialog;
}

namespace desk {

class NetworkSetup;

// Name and password for one proxy, which is named; that it may get them unencrypted is said before they are typed (HTTP-26). Open it, do
// not execute it.
class ProxySignInDialog : public QDialog
{
    Q_OBJECT
public:
    ProxySignInDialog(NetworkSetup &network, const QString &proxy, QWidget *parent = nullptr);
    ~ProxySignInDialog() override;

protected:
    void accept() override;

private:
    NetworkSetup &m_network;
    QString m_proxy;
    std::unique_ptr<Ui::ProxySignInDialog> m_ui;
};

} // namespace desk
