#include "gui/settings/profilesection.h"

#include "auth/secretkeeper.h"
#include "gui/dialogs.h"
#include "gui/profiles/profilemark.h"
#include "gui/profiles/profilename.h"
#include "gui/theme.h"
#include "state/chat/chatsessions.h"
#include "state/workspace.h"
#include "ui_profilesection.h"

#include <QPointer>
#include <QTextDocument>

namespace desk {

using namespace Qt::StringLiterals;

ProfileSection::ProfileSection(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_profileStore(services.profiles)
    , m_workspace(services.workspace)
    , m_opener(services.profiles, services.workspace, services.sessions, services.dialogs)
    , m_dialogs(services.dialogs)
    , m_sessions(services.sessions)
    , m_secrets(services.secrets)
    , m_exchange(services.profiles, services.dialogs)
    , m_saveToken(services.saveToken)
    , m_ui(std::make_unique<Ui::ProfileSection>())
{
    m_ui->setupUi(this);
    m_ui->profileList->setMinimumHeight(Theme::space(this, 16));
    m_ui->profileList->setTextElideMode(Qt::ElideMiddle);
    m_ui->stateLabel->setVisible(!services.policyProblem.isEmpty());
    m_ui->stateLabel->setText(tr("The policy of this computer is not used: %1").arg(services.policyProblem));
    connect(m_ui->profileList, &QListWidget::currentRowChanged, this, &ProfileSection::updateButtons);
    connect(m_ui->profileList, &QListWidget::itemActivated, this, &ProfileSection::openSelected);
    connect(m_ui->openButton, &QPushButton::clicked, this, &ProfileSection::openSelected);
    connect(m_ui->addButton, &QPushButton::clicked, this, [this] { edit(nullptr); });
    connect(m_ui->editButton, &QPushButton::clicked, this, [this] {
        const Profile profile = selected();
        edit(&profile);
    });
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ProfileSection::removeSelected);
    connect(m_ui->importButton, &QPushButton::clicked, this, [this] { m_exchange.importFile(this); });
    connect(m_ui->exportButton, &QPushButton::clicked, this, [this] { m_exchange.exportFile(this); });
    connect(&m_profileStore, &ProfileStore::changed, this, &ProfileSection::fill);
    connect(&m_workspace, &Workspace::stateChanged, this, &ProfileSection::fill);
    fill();
}

ProfileSection::~ProfileSection() = default;

void ProfileSection::fill()
{
    const QString keep = m_profiles.isEmpty() ? m_workspace.profile().id : selected().id;
    m_profiles = m_profileStore.all();
    const QSignalBlocker blocker(m_ui->profileList);
    m_ui->profileList->clear();
    int row = 0;
    for (qsizetype i = 0; i < m_profiles.size(); ++i) {
        const Profile &profile = m_profiles.at(i);
        const bool open = m_opener.isOpen(profile);
        const QString name = displayName(profile);
        QString text =
            profile.kind == Profile::Kind::Local ? name : tr("%1 (%2)", "profile, address").arg(name, profile.baseUrl.toString());
        if (profile.isManaged)
            text = tr("%1 – set up by your administrator").arg(text);
        if (open)
            text = tr("%1 – in use").arg(text);
        const QIcon icon = profile.colour.isEmpty() ? Theme::icon(open ? u"check"_s : u"server"_s) : profileMark(profile.colour, font());
        auto *item = new QListWidgetItem(icon, text, m_ui->profileList);
        item->setToolTip(Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal));
        if (profile.id == keep)
            row = static_cast<int>(i);
    }
    m_ui->profileList->setCurrentRow(row);
    updateButtons();
}

Profile ProfileSection::selected() const
{
    const int row = m_ui->profileList->currentRow();
    return row < 0 ? ProfileStore::local() : m_profiles.value(row);
}

void ProfileSection::updateButtons()
{
    const Profile profile = selected();
    const bool open = m_opener.isOpen(profile);
    m_ui->openButton->setEnabled(!open);
    const bool isOwn = profile.kind == Profile::Kind::Team && !profile.isManaged;
    m_ui->editButton->setEnabled(isOwn);
    m_ui->editButton->setToolTip(profile.isManaged ? tr("It was set up by your administrator.") : QString());
    m_ui->removeButton->setEnabled(isOwn && !open);
    m_ui->removeButton->setToolTip(open ? tr("The profile in use cannot be removed.") : m_ui->editButton->toolTip());
    m_ui->exportButton->setEnabled(!m_profileStore.teams().isEmpty());
}

void ProfileSection::openSelected()
{
    m_opener.open(selected(), this);
}

void ProfileSection::edit(const Profile *profile)
{
    QStringList taken;
    for (const Profile &other : std::as_const(m_profiles)) {
        if (!profile || other.id != profile->id)
            taken += {other.name, displayName(other)};
    }
    auto *dialog = new TeamServerDialog(profile, taken, m_dialogs, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TeamServerDialog::saved, this, &ProfileSection::save);
    dialog->open();
}

void ProfileSection::save(const TeamServerDialog::Entered &entered)
{
    const bool isElsewhere = m_opener.isOpen(entered.profile) && !entered.profile.leadsTo(m_workspace.profile());
    if (!isElsewhere || m_sessions.busyCount() == 0)
        return apply(entered);
    m_dialogs.confirm(
        this, tr("Change the profile?"),
        tr("%n answer(s) are still being written. They go on at the server, but not before your eyes.", nullptr, m_sessions.busyCount()),
        tr("Change profile"), [this, entered] { apply(entered); });
}

void ProfileSection::apply(const TeamServerDialog::Entered &entered)
{
    const Profile stored = m_profileStore.save(entered.profile);
    if (entered.certificatePassword && m_secrets)
        m_secrets->write(certificatePasswordKey(stored.id), *entered.certificatePassword, this, [](const Result<> &) {});
    if (m_opener.isOpen(stored) && entered.certificatePassword)
        m_workspace.open(stored); // the same file may be another certificate
    else
        m_workspace.updateProfile(stored);
    if (!entered.token.isEmpty())
        saveToken(stored, entered.token);
}

void ProfileSection::saveToken(const Profile &profile, const QByteArray &token)
{
    m_saveToken(profile, token, [self = QPointer(this), name = profile.name](const Result<> &outcome) {
        if (!self)
            return;
        self->m_ui->stateLabel->setVisible(true);
        self->m_ui->stateLabel->setText(!outcome ? outcome.error().userText()
                                        : self->m_secrets && self->m_secrets->isSessionOnly()
                                            ? tr("The access token of %1 is kept until you quit.").arg(name)
                                            : tr("The access token of %1 is in the keychain.").arg(name));
    });
}

void ProfileSection::removeSelected()
{
    const Profile profile = selected();
    m_dialogs.confirm(
        this, tr("Remove this profile?"),
        tr("%1 is taken off the list, and its access token out of the keychain. Nothing on the server changes.").arg(profile.name),
        tr("Remove"), [this, profile] { remove(profile); });
}

void ProfileSection::remove(const Profile &profile)
{
    m_profileStore.remove(profile.id);
    if (m_secrets && !profile.certificateFile.isEmpty())
        m_secrets->remove(certificatePasswordKey(profile.id), this, [](const Result<> &) {});
    m_saveToken(profile, {}, [self = QPointer(this)](const Result<> &outcome) {
        if (!self || outcome)
            return;
        self->m_ui->stateLabel->setVisible(true);
        self->m_ui->stateLabel->setText(outcome.error().userText());
    });
}

} // namespace desk
