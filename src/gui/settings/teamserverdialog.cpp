#include "gui/settings/teamserverdialog.h"

#include "api/network/clientcertificate.h"
#include "gui/dialogs.h"
#include "gui/profiles/profilemark.h"
#include "gui/settings/formlabels.h"
#include "gui/theme.h"
#include "state/profiles/productionprofile.h"
#include "state/profiles/profilestore.h"
#include "state/profiles/serveraddress.h"
#include "ui_teamserverdialog.h"

#include <QAccessible>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QPushButton>

namespace desk {

TeamServerDialog::TeamServerDialog(const Profile *profile, QStringList takenNames, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TeamServerDialog>())
    , m_dialogs(dialogs)
    , m_takenNames(std::move(takenNames))
{
    m_ui->setupUi(this);
    centreFormLabels(*m_ui->form);
    setMinimumWidth(Theme::space(this, 56));
    m_ui->tokenEdit->setEchoMode(QLineEdit::Password);
    m_ui->tokenEdit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_ui->certificatePasswordEdit->setEchoMode(QLineEdit::Password);
    m_ui->certificatePasswordEdit->setInputMethodHints(m_ui->tokenEdit->inputMethodHints());
    m_ui->urlEdit->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_ui->identityEdit->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_ui->dataEdit->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_ui->dataEdit->setToolTip(tr("Where the team keeps files. Without it, files can be attached only where the agent server takes them "
                                  "itself. Whoever runs the server knows it."));
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
        m_ui->dataEdit->setText(profile->dataUrl.toString());
        m_ui->clientEdit->setText(profile->clientId);
        if (m_ui->colourCombo->findData(profile->colour) < 0) // from a file
            m_ui->colourCombo->addItem(profileMark(profile->colour, font()), tr("Another"), profile->colour);
        m_ui->colourCombo->setCurrentIndex(qMax(0, m_ui->colourCombo->findData(profile->colour)));
        m_ui->tokenEdit->setPlaceholderText(tr("Unchanged"));
        m_storedCertificate = profile->certificateFile;
        m_production = profile->production;
    }
    proposeProduction();
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &TeamServerDialog::proposeProduction);
    connect(m_ui->urlEdit, &QLineEdit::textChanged, this, &TeamServerDialog::proposeProduction);
    connect(m_ui->productionCheck, &QCheckBox::clicked, this, [this](bool isOn) { m_production = isOn; });
    connect(m_ui->signInCombo, &QComboBox::currentIndexChanged, this, &TeamServerDialog::updateFields);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &TeamServerDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &TeamServerDialog::reject);
    connect(m_ui->certificateButton, &QPushButton::clicked, this, &TeamServerDialog::chooseCertificate);
    connect(m_ui->noCertificateButton, &QPushButton::clicked, this, [this] {
        setCertificate({});
        m_ui->certificateButton->setFocus(); // the button pressed is gone
    });
    updateFields();
    setCertificate(m_storedCertificate);
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

void TeamServerDialog::chooseCertificate()
{
    m_dialogs.openFiles(this, tr("Your certificate"), [self = QPointer(this)](const QStringList &files) {
        if (!self || files.isEmpty())
            return;
        self->setCertificate(files.constFirst());
        self->m_ui->certificatePasswordEdit->setFocus();
    });
}

void TeamServerDialog::setCertificate(const QString &file)
{
    m_certificate = file;
    const QString shown = QFileInfo(file).fileName();
    m_ui->certificateFileLabel->setText(shown);
    m_ui->certificateFileLabel->setToolTip(QDir::toNativeSeparators(file));
    m_ui->certificateButton->setAccessibleDescription(shown);
    m_ui->noCertificateButton->setVisible(!file.isEmpty());
    m_ui->form->setRowVisible(m_ui->certificatePasswordEdit, !file.isEmpty());
    m_ui->certificatePasswordEdit->clear();
    m_ui->certificatePasswordEdit->setPlaceholderText(file == m_storedCertificate ? tr("Unchanged") : QString());
    adjustSize();
}

// Until somebody says it, name and address do: it stays a guess also when it is saved.
void TeamServerDialog::proposeProduction()
{
    Profile typed{Profile::Kind::Team, m_ui->nameEdit->text(), QUrl::fromUserInput(m_ui->urlEdit->text())};
    typed.production = m_production;
    m_ui->productionCheck->setChecked(isProduction(typed));
}

Expected<Profile, TeamServerDialog::Problem> TeamServerDialog::entered() const
{
    Profile profile{Profile::Kind::Team, m_ui->nameEdit->text().trimmed()};
    profile.id = m_id;
    profile.signIn = way();
    profile.colour = m_ui->colourCombo->currentData().toString();
    profile.production = m_production;
    profile.certificateFile = m_certificate;
    if (profile.name.isEmpty())
        return Unexpected{Problem{tr("Enter a name for this profile."), m_ui->nameEdit}};
    if (m_takenNames.contains(profile.name, Qt::CaseInsensitive))
        return Unexpected{Problem{tr("There is already a profile of this name."), m_ui->nameEdit}};
    const Result<QUrl> url = ServerAddress::check(m_ui->urlEdit->text());
    if (!url)
        return Unexpected{Problem{url.error().message, m_ui->urlEdit}};
    profile.baseUrl = *url;
    if (const QString typed = m_ui->dataEdit->text().trimmed(); !typed.isEmpty()) {
        const Result<QUrl> files = ServerAddress::check(typed);
        if (!files)
            return Unexpected{Problem{files.error().message, m_ui->dataEdit}};
        profile.dataUrl = *files;
    }
    if (const std::optional<Problem> problem = checkCertificate(profile))
        return Unexpected{*problem};
    return withSignIn(profile);
}

Expected<Profile, TeamServerDialog::Problem> TeamServerDialog::withSignIn(Profile profile) const
{
    if (profile.signIn == SignInWay::Token)
        return profile;
    const QString typed = m_ui->identityEdit->text();
    if (typed.trimmed().isEmpty())
        return Unexpected{Problem{tr("Enter the address of the sign-in service. Whoever runs the server knows it."), m_ui->identityEdit}};
    const Result<QUrl> identity = ServerAddress::check(typed);
    if (!identity)
        return Unexpected{Problem{identity.error().message, m_ui->identityEdit}};
    profile.identityUrl = *identity;
    if (profile.signIn == SignInWay::EmailCode)
        return profile;
    profile.clientId = m_ui->clientEdit->text().trimmed();
    if (profile.clientId.isEmpty())
        return Unexpected{
            Problem{tr("Enter the ID this program has at the sign-in service. Whoever runs the service knows it."), m_ui->clientEdit}};
    return profile;
}

// That it can be used is found out now, not at the next start.
std::optional<TeamServerDialog::Problem> TeamServerDialog::checkCertificate(const Profile &profile) const
{
    const QString password = m_ui->certificatePasswordEdit->text();
    if (profile.certificateFile.isEmpty() || (profile.certificateFile == m_storedCertificate && password.isEmpty()))
        return {};
    const Result<ClientCertificate> read = ClientCertificate::read(profile.certificateFile, password);
    if (read)
        return {};
    QWidget *field = m_ui->certificateButton;
    if (read.error().kind == Error::Kind::Unauthorized)
        field = m_ui->certificatePasswordEdit;
    return Problem{read.error().userText(), field};
}

void TeamServerDialog::show(const Problem &problem)
{
    m_ui->problemLabel->setText(problem.text);
    m_ui->problemLabel->show();
    problem.field->setAccessibleDescription(problem.text);
    problem.field->setFocus();
    QAccessibleEvent alert(m_ui->problemLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void TeamServerDialog::accept()
{
    const Expected<Profile, Problem> profile = entered();
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        edit->setAccessibleDescription({});
    m_ui->problemLabel->hide();
    if (!profile)
        return show(profile.error());
    Entered out{*profile, way() == SignInWay::Token ? m_ui->tokenEdit->text().trimmed().toUtf8() : QByteArray(), {}};
    if (const QString password = m_ui->certificatePasswordEdit->text(); m_certificate != m_storedCertificate || !password.isEmpty())
        out.certificatePassword = password.toUtf8();
    m_ui->tokenEdit->clear();
    m_ui->certificatePasswordEdit->clear();
    Q_EMIT saved(out);
    QDialog::accept();
}

} // namespace desk
