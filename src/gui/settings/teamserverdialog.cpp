#include "gui/settings/teamserverdialog.h"

#include "gui/settings/formlabels.h"
#include "gui/settings/profilelist.h"
#include "gui/theme.h"
#include "ui_teamserverdialog.h"

#include <QPushButton>

namespace desk {

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
    m_ui->problemLabel->hide();
    QPalette danger = palette();
    danger.setColor(QPalette::WindowText, Theme::danger(danger));
    m_ui->problemLabel->setPalette(danger);
    if (profile) {
        m_ui->nameEdit->setText(profile->name);
        m_ui->nameEdit->setReadOnly(true);
        m_ui->urlEdit->setText(profile->baseUrl.toString());
        m_ui->tokenEdit->setPlaceholderText(tr("Unchanged"));
        m_ui->urlEdit->setFocus();
    }
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &TeamServerDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &TeamServerDialog::reject);
}

TeamServerDialog::~TeamServerDialog() = default;

QString TeamServerDialog::problem() const
{
    const QString name = m_ui->nameEdit->text().trimmed();
    if (name.isEmpty())
        return tr("Enter a name for this profile.");
    if (m_takenNames.contains(name, Qt::CaseInsensitive))
        return tr("There is already a profile of this name.");
    const Result<QUrl> url = ProfileList::checkServerUrl(m_ui->urlEdit->text());
    return url ? QString() : url.error().message;
}

void TeamServerDialog::accept()
{
    const QString text = problem();
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->setVisible(!text.isEmpty());
    m_ui->urlEdit->setAccessibleDescription(text);
    if (!text.isEmpty())
        return;
    const Result<QUrl> url = ProfileList::checkServerUrl(m_ui->urlEdit->text());
    const Profile profile{Profile::Kind::Team, m_ui->nameEdit->text().trimmed(), *url};
    const QByteArray token = m_ui->tokenEdit->text().trimmed().toUtf8();
    m_ui->tokenEdit->clear();
    Q_EMIT saved(profile, token);
    QDialog::accept();
}

} // namespace desk
