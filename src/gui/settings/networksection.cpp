#include "gui/settings/networksection.h"

#include "api/network/clientcertificate.h"
#include "api/network/companycertificates.h"
#include "gui/dialogs.h"
#include "gui/settings/formlabels.h"
#include "gui/signin/proxysignindialog.h"
#include "state/networksetup.h"
#include "state/workspace.h"
#include "ui_networksection.h"

#include <QCryptographicHash>
#include <QDir>
#include <QPointer>

#include <utility>

namespace desk {

using namespace Qt::StringLiterals;
using Mode = NetworkSettings::ProxyMode;

namespace {

constexpr int maxShown = 8; // certificates that a person can be asked to look at

// As other programs show it: of the certificate itself, not of the file it comes in.
QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
}

} // namespace

NetworkSection::NetworkSection(NetworkSetup &network, Workspace &workspace, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_network(network)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_ui(std::make_unique<Ui::NetworkSection>())
{
    m_ui->setupUi(this);
    centreFormLabels(*m_ui->form);
    m_ui->modeCombo->addItem(tr("As the system"), static_cast<int>(Mode::System));
    m_ui->modeCombo->addItem(tr("This one"), static_cast<int>(Mode::Manual));
    m_ui->modeCombo->addItem(tr("None"), static_cast<int>(Mode::None));
    m_ui->kindCombo->addItem(tr("HTTP"), false);
    m_ui->kindCombo->addItem(tr("SOCKS 5"), true);
    m_ui->hostEdit->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    connect(m_ui->modeCombo, &QComboBox::currentIndexChanged, this, &NetworkSection::updateFields);
    connect(m_ui->applyProxyButton, &QPushButton::clicked, this, &NetworkSection::applyProxy);
    connect(m_ui->proxySignInButton, &QPushButton::clicked, this, &NetworkSection::signInToProxy);
    connect(m_ui->proxyForgetButton, &QPushButton::clicked, this, [this] {
        m_network.signInToProxy(m_network.proxyFor(m_workspace.profile().baseUrl), {}, {}, false);
        m_ui->proxySignInButton->setFocus(); // the button pressed is gone
    });
    connect(m_ui->chooseCaButton, &QPushButton::clicked, this, &NetworkSection::chooseFile);
    connect(m_ui->removeCaButton, &QPushButton::clicked, this, [this] {
        NetworkSettings settings = m_network.settings();
        settings.caFile.clear();
        settings.caFingerprint.clear();
        m_network.change(settings);
    });
    connect(&m_network, &NetworkSetup::changed, this, &NetworkSection::show);
    connect(&m_workspace, &Workspace::stateChanged, this, &NetworkSection::updateFields);
    show();
}

NetworkSection::~NetworkSection() = default;

void NetworkSection::show()
{
    const NetworkSettings settings = m_network.settings();
    const NetworkSettings before = std::exchange(m_shown, settings);
    const bool isSameProxy = before.mode == settings.mode && before.proxyHost == settings.proxyHost &&
                             before.proxyPort == settings.proxyPort && before.socks == settings.socks;
    if (!isSameProxy || !m_isFilled) { // else what somebody is typing would go
        m_isFilled = true;
        m_ui->modeCombo->setCurrentIndex(m_ui->modeCombo->findData(static_cast<int>(settings.mode)));
        m_ui->hostEdit->setText(settings.proxyHost);
        m_ui->portSpin->setValue(settings.proxyPort);
        m_ui->kindCombo->setCurrentIndex(settings.socks ? 1 : 0);
    }
    m_ui->managedLabel->setVisible(m_network.isManaged());
    for (QWidget *field :
         {static_cast<QWidget *>(m_ui->modeCombo), static_cast<QWidget *>(m_ui->hostEdit), static_cast<QWidget *>(m_ui->portSpin),
          static_cast<QWidget *>(m_ui->kindCombo), static_cast<QWidget *>(m_ui->applyProxyButton),
          static_cast<QWidget *>(m_ui->chooseCaButton), static_cast<QWidget *>(m_ui->removeCaButton)})
        field->setEnabled(!m_network.isManaged());
    const QString file = QDir::toNativeSeparators(settings.caFile);
    if (settings.caFile.isEmpty())
        m_ui->caLabel->setText(tr("None is added."));
    else if (m_network.certificateProblem())
        m_ui->caLabel->setText(u"%1\n%2"_s.arg(file, m_network.certificateProblem()->userText()));
    else
        m_ui->caLabel->setText(tr("Trusted: %1", "file").arg(file));
    m_ui->removeCaButton->setVisible(!settings.caFile.isEmpty());
    updateFields();
}

void NetworkSection::updateFields()
{
    if (!isVisible())
        return; // the desktop need not be asked
    const bool manual = m_ui->modeCombo->currentData().toInt() == static_cast<int>(Mode::Manual);
    for (QWidget *field :
         {static_cast<QWidget *>(m_ui->hostEdit), static_cast<QWidget *>(m_ui->portSpin), static_cast<QWidget *>(m_ui->kindCombo)})
        m_ui->form->setRowVisible(field, manual);
    const bool isTeam = m_workspace.profile().kind == Profile::Kind::Team;
    const QString proxy = isTeam ? m_network.proxyFor(m_workspace.profile().baseUrl) : QString();
    m_ui->proxySignInButton->setVisible(!proxy.isEmpty());
    m_ui->proxyForgetButton->setVisible(!proxy.isEmpty() && m_network.isSignedInTo(proxy));
    if (!isTeam)
        m_ui->proxyLabel->setText(tr("The local workspace needs no network."));
    else if (proxy.isEmpty())
        m_ui->proxyLabel->setText(tr("The server is reached without a proxy."));
    else
        m_ui->proxyLabel->setText(m_network.isSignedInTo(proxy)
                                      ? tr("The server is reached through %1, with your name.", "proxy").arg(proxy)
                                      : tr("The server is reached through %1.", "proxy").arg(proxy));
}

void NetworkSection::applyProxy()
{
    NetworkSettings settings = m_network.settings();
    settings.mode = static_cast<Mode>(m_ui->modeCombo->currentData().toInt());
    settings.proxyHost = m_ui->hostEdit->text().trimmed();
    settings.proxyPort = m_ui->portSpin->value();
    settings.socks = m_ui->kindCombo->currentData().toBool();
    if (settings.mode == Mode::Manual && settings.proxyHost.isEmpty()) {
        m_ui->proxyLabel->setText(tr("Enter the address of the proxy."));
        m_ui->hostEdit->setFocus();
        return;
    }
    m_network.change(settings);
}

void NetworkSection::showEvent(QShowEvent *event)
{
    updateFields();
    QWidget::showEvent(event);
}

void NetworkSection::signInToProxy()
{
    const QString proxy = m_network.proxyFor(m_workspace.profile().baseUrl);
    if (!proxy.isEmpty())
        (new ProxySignInDialog(m_network, proxy, window()))->open();
}

void NetworkSection::chooseFile()
{
    m_dialogs.openFiles(this, tr("The certificate of your company"), [self = QPointer(this)](const QStringList &files) {
        if (self && !files.isEmpty())
            self->confirm(files.constFirst());
    });
}

void NetworkSection::confirm(const QString &file)
{
    const Result<CompanyCertificates::Bundle> bundle = CompanyCertificates::read(file);
    if (!bundle) {
        m_dialogs.inform(this, tr("This file cannot be used"), bundle.error().userText());
        return;
    }
    if (bundle->certificates.size() > maxShown) {
        m_dialogs.inform(this, tr("This file cannot be used"),
                         tr("It holds %n certificates, more than anybody could compare. Ask for a file with your company's alone.", nullptr,
                            static_cast<int>(bundle->certificates.size())));
        return;
    }
    QStringList shown;
    for (const QSslCertificate &certificate : bundle->certificates)
        shown.append(tr("%1\nFingerprint (SHA-256): %2", "%1 a certificate").arg(describe(certificate), fingerprintOf(certificate)));
    const QString text =
        tr("Whoever holds this certificate can read what you send and receive. Compare the fingerprint with the one your IT "
           "department gives you.\n\n%1")
            .arg(shown.join(u"\n\n"_s));
    m_dialogs.confirm(this, tr("Trust this certificate?"), text, tr("Trust"), [this, file, fingerprint = bundle->fingerprint] {
        NetworkSettings settings = m_network.settings();
        settings.caFile = file;
        settings.caFingerprint = fingerprint;
        m_network.change(settings);
    });
}

} // namespace desk
