#include "gui/settings/secretssection.h"

#include "auth/secretkeeper.h"
#include "gui/widgets/statuschip.h"
#include "state/settings.h"
#include "ui_secretssection.h"

namespace desk {

using namespace Qt::StringLiterals;

SecretsSection::SecretsSection(SecretKeeper &secrets, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_secrets(secrets)
    , m_ui(std::make_unique<Ui::SecretsSection>())
    , m_chip(new StatusChip(this))
{
    m_ui->setupUi(this);
    m_chip->setObjectName(u"secretsChip"_s);
    m_ui->stateRow->addWidget(m_chip);
    m_ui->stateRow->addStretch(1);
    m_ui->sessionOnlyCheck->setChecked(secrets.isSessionOnlyByChoice());
    connect(m_ui->unlockSecretsButton, &QPushButton::clicked, this, [this] { ask(&SecretKeeper::unlock); });
    connect(m_ui->retrySecretsButton, &QPushButton::clicked, this, [this] { ask(&SecretKeeper::retry); });
    connect(m_ui->sessionOnlyCheck, &QCheckBox::toggled, this, [this, &settings](bool on) {
        settings.set(Settings::Key::SecretsSessionOnly, on);
        m_secrets.setSessionOnlyByChoice(on);
    });
    connect(&secrets, &SecretKeeper::stateChanged, this, &SecretsSection::update);
    connect(&secrets, &SecretKeeper::answered, this, [this] {
        m_asking = false;
        update();
    });
    update();
}

SecretsSection::~SecretsSection() = default;

void SecretsSection::ask(void (SecretKeeper::*question)())
{
    m_asking = true;
    update();
    (m_secrets.*question)();
}

void SecretsSection::update()
{
    const SecretState state = m_secrets.state();
    const bool byChoice = m_secrets.isSessionOnlyByChoice();
    if (m_asking)
        m_chip->setStatus(StatusChip::Tone::Active, u"running"_s, tr("Asking the keychain…"));
    else if (byChoice)
        m_chip->setStatus(StatusChip::Tone::Neutral, u"key"_s, tr("Kept until you quit"));
    else if (state == SecretState::Available && !m_secrets.isSessionOnly())
        m_chip->setStatus(StatusChip::Tone::Success, u"success"_s, tr("The keychain is in use"));
    else if (state == SecretState::Unknown)
        m_chip->setStatus(StatusChip::Tone::Neutral, u"key"_s, tr("The keychain has not been needed yet"));
    else if (state == SecretState::Locked)
        m_chip->setStatus(StatusChip::Tone::Warning, u"key"_s, tr("The keychain is locked"));
    else
        m_chip->setStatus(StatusChip::Tone::Warning, u"warning"_s, tr("No keychain: kept until you quit"));
    const bool isTrouble = m_secrets.isSessionOnly() && !byChoice;
    m_ui->explanationLabel->setText(isTrouble ? m_secrets.error().userText() : QString());
    m_ui->explanationLabel->setVisible(isTrouble);
    m_ui->unlockSecretsButton->setVisible(isTrouble && state == SecretState::Locked);
    m_ui->retrySecretsButton->setVisible(isTrouble && state != SecretState::Locked);
    m_ui->unlockSecretsButton->setEnabled(!m_asking);
    m_ui->retrySecretsButton->setEnabled(!m_asking);
}

} // namespace desk
