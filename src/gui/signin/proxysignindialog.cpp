#include "gui/signin/proxysignindialog.h"

#include "gui/settings/formlabels.h"
#include "gui/theme.h"
#include "state/networksetup.h"
#include "ui_proxysignindialog.h"

#include <QPushButton>

namespace desk {

using namespace Qt::StringLiterals;

ProxySignInDialog::ProxySignInDialog(NetworkSetup &network, const QString &proxy, QWidget *parent)
    : QDialog(parent)
    , m_network(network)
    , m_proxy(proxy)
    , m_ui(std::make_unique<Ui::ProxySignInDialog>())
{
    m_ui->setupUi(this);
    setObjectName(u"proxySignInDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Theme::space(this, 48));
    centreFormLabels(*m_ui->form);
    m_ui->introLabel->setText(tr("The proxy %1 wants to know who you are.", "host and port").arg(proxy));
    m_ui->passwordEdit->setEchoMode(QLineEdit::Password);
    m_ui->passwordEdit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    QPushButton *signIn = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    signIn->setText(tr("Sign in"));
    signIn->setEnabled(false);
    connect(m_ui->userEdit, &QLineEdit::textChanged, signIn,
            [signIn](const QString &text) { signIn->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ProxySignInDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ProxySignInDialog::~ProxySignInDialog() = default;

void ProxySignInDialog::accept()
{
    const QString password = m_ui->passwordEdit->text();
    m_ui->passwordEdit->clear();
    m_network.signInToProxy(m_proxy, m_ui->userEdit->text().trimmed(), password, m_ui->keepCheck->isChecked());
    QDialog::accept();
}

} // namespace desk
