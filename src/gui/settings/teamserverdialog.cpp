#include "gui/settings/teamserverdialog.h"

#include "gui/profiles/profilemark.h"
#include "gui/settings/formlabels.h"
#include "gui/settings/profilelist.h"
#include "gui/theme.h"
#include "state/profilestore.h"
#include "ui_teamserverdialog.h"

#include <QPushButton>

namespace desk {

namespace {

Error missing(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.message = message;
    return error;
}

} // namespace

TeamServerDialog::TeamServerDialog(const Profile *profile, QStringList takenNames, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TeamServerDialog>())
    , m_takenNames(std::move(takenNames))
{
    m_ui->setupUi(this);
    centreFormLabels(*m_ui->form);
    setMinimumWidth(Theme::space(this, 56));
    m_ui->tokenEdit->setEchoMode(QLineEdit::Password);
    m_ui->tokenEdit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_ui->urlEdit->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_ui->identityEdit->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_ui->problemLabel->hide();
    QPalette danger = palette();
    danger.setColor(QPalette::WindowText, Theme::danger(danger));
    m_ui->problemLabel->setPalette(danger);
    fillChoices();
    if (profile) {
        m_id = profile->id;
        m_ui->nameEdit->setText(profile->name);
        m_ui->urlEdit->setText(profile->baseUrl.toString());
        m_ui->signInCombo->setCurrentIndex(m_ui->signInCombo->findData(QVariant::fromValue(static_cast<int>(profile->signIn))));
        m_ui->identityEdit->setText(profile->identityUrl.toString());
        m_ui->clientEdit->setText(profile->clientId);
        m_ui->colourCombo->setCurrentIndex(qMax(0, m_ui->colourCombo->findData(profile->colour)));
        m_ui->tokenEdit->setPlaceholderText(tr("Unchanged"));
    }
    connect(m_ui->signInCombo, &QComboBox::currentIndexChanged, this, &TeamServerDialog::updateFields);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &TeamServerDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &TeamServerDialog::reject);
    updateFields();
}

TeamServerDialog::~TeamServerDialog() = default;

void TeamServerDialog::fillChoices()
{
    const auto add = [this](const QString &text, SignInWay way) { m_ui->signInCombo->addItem(text, static_cast<int>(way)); };
    add(tr("A code by e-mail"), SignInWay::EmailCode);
    add(tr("The browser"), SignInWay::Browser);
    add(tr("A code typed on another device"), SignInWay::Device);
    add(tr("An access token"), SignInWay::Token);
    const QStringList names{tr("None"), tr("Red"), tr("Orange"), tr("Green"), tr("Teal"), tr("Blue"), tr("Violet"), tr("Magenta")};
    for (qsizetype i = 0; i < ProfileStore::colours().size(); ++i) {
        const QString &colour = ProfileStore::colours().at(i);
        m_ui->colourCombo->addItem(profileMark(colour, font()), names.value(i), colour);
    }
}

SignInWay TeamServerDialog::way() const
{
    return static_cast<SignInWay>(m_ui->signInCombo->currentData().toInt());
}

void TeamServerDialog::updateFields()
{
    const bool token = way() == SignInWay::Token;
    m_ui->form->setRowVisible(m_ui->identityEdit, !token);
    m_ui->form->setRowVisible(m_ui->clientEdit, way() == SignInWay::Browser || way() == SignInWay::Device);
    m_ui->form->setRowVisible(m_ui->tokenEdit, token);
    m_ui->tokenHint->setVisible(token);
    adjustSize();
}

Result<Profile> TeamServerDialog::entered() const
{
    Profile profile{Profile::Kind::Team, m_ui->nameEdit->text().trimmed()};
    profile.id = m_id;
    profile.signIn = way();
    profile.colour = m_ui->colourCombo->currentData().toString();
    if (profile.name.isEmpty())
        return Unexpected{missing(tr("Enter a name for this profile."))};
    if (m_takenNames.contains(profile.name, Qt::CaseInsensitive))
        return Unexpected{missing(tr("There is already a profile of this name."))};
    const Result<QUrl> url = ProfileList::checkServerUrl(m_ui->urlEdit->text());
    if (!url)
        return Unexpected{url.error()};
    profile.baseUrl = *url;
    if (profile.signIn == SignInWay::Token)
        return profile;
    const QString typed = m_ui->identityEdit->text();
    if (typed.trimmed().isEmpty())
        return Unexpected{missing(tr("Enter the address of the sign-in service. Whoever runs the server knows it."))};
    const Result<QUrl> identity = ProfileList::checkServerUrl(typed);
    if (!identity)
        return Unexpected{identity.error()};
    profile.identityUrl = *identity;
    if (profile.signIn == SignInWay::EmailCode)
        return profile;
    profile.clientId = m_ui->clientEdit->text().trimmed();
    if (profile.clientId.isEmpty())
        return Unexpected{missing(tr("Enter the ID this program has at the sign-in service. Whoever runs the service knows it."))};
    return profile;
}

void TeamServerDialog::accept()
{
    const Result<Profile> profile = entered();
    const QString text = profile ? QString() : profile.error().message;
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->setVisible(!text.isEmpty());
    m_ui->urlEdit->setAccessibleDescription(text);
    if (!profile)
        return;
    const QByteArray token = way() == SignInWay::Token ? m_ui->tokenEdit->text().trimmed().toUtf8() : QByteArray();
    m_ui->tokenEdit->clear();
    Q_EMIT saved(*profile, token);
    QDialog::accept();
}

} // namespace desk
