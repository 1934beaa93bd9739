#include "gui/settings/profilesection.h"

#include "gui/dialogs.h"
#include "gui/settings/profilelist.h"
#include "gui/settings/teamserverdialog.h"
#include "gui/theme.h"
#include "state/chatsessions.h"
#include "state/settings.h"
#include "state/workspace.h"
#include "ui_profilesection.h"

#include <QPointer>
#include <QTextDocument>

namespace desk {

using namespace Qt::StringLiterals;

ProfileSection::ProfileSection(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_settings(services.settings)
    , m_workspace(services.workspace)
    , m_sessions(services.sessions)
    , m_dialogs(services.dialogs)
    , m_saveToken(services.saveToken)
    , m_ui(std::make_unique<Ui::ProfileSection>())
{
    m_ui->setupUi(this);
    m_ui->profileList->setMinimumHeight(Theme::space(this, 16));
    m_ui->profileList->setTextElideMode(Qt::ElideMiddle);
    m_ui->stateLabel->hide();
    connect(m_ui->profileList, &QListWidget::currentRowChanged, this, &ProfileSection::updateButtons);
    connect(m_ui->profileList, &QListWidget::itemActivated, this, &ProfileSection::openSelected);
    connect(m_ui->openButton, &QPushButton::clicked, this, &ProfileSection::openSelected);
    connect(m_ui->addButton, &QPushButton::clicked, this, [this] { edit(nullptr); });
    connect(m_ui->editButton, &QPushButton::clicked, this, [this] {
        const Profile profile = selected();
        edit(&profile);
    });
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ProfileSection::removeSelected);
    connect(&m_settings, &Settings::changed, this, [this](Settings::Key key) {
        if (key == Settings::Key::Profiles)
            fill();
    });
    connect(&m_workspace, &Workspace::stateChanged, this, &ProfileSection::fill);
    fill();
}

ProfileSection::~ProfileSection() = default;

void ProfileSection::fill()
{
    const QString keep = m_profiles.isEmpty() ? m_workspace.profile().name : selected().name;
    m_profiles = QList<Profile>{ProfileList::local()} + ProfileList::teams(m_settings);
    const QSignalBlocker blocker(m_ui->profileList);
    m_ui->profileList->clear();
    int row = 0;
    for (qsizetype i = 0; i < m_profiles.size(); ++i) {
        const Profile &profile = m_profiles.at(i);
        const bool open = profile.name == m_workspace.profile().name && m_workspace.state() != Workspace::State::Stopped;
        const QString name = ProfileList::displayName(profile);
        QString text =
            profile.kind == Profile::Kind::Local ? name : tr("%1 (%2)", "profile, address").arg(name, profile.baseUrl.toString());
        if (open)
            text = tr("%1 – in use").arg(text);
        auto *item = new QListWidgetItem(Theme::icon(open ? u"check"_s : u"server"_s), text, m_ui->profileList);
        item->setToolTip(Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal));
        if (profile.name == keep)
            row = static_cast<int>(i);
    }
    m_ui->profileList->setCurrentRow(row);
    updateButtons();
}

Profile ProfileSection::selected() const
{
    const int row = m_ui->profileList->currentRow();
    return row < 0 ? ProfileList::local() : m_profiles.value(row);
}

void ProfileSection::updateButtons()
{
    const Profile profile = selected();
    const bool open = profile.name == m_workspace.profile().name && m_workspace.state() != Workspace::State::Stopped;
    m_ui->openButton->setEnabled(!open);
    m_ui->editButton->setEnabled(profile.kind == Profile::Kind::Team);
    m_ui->removeButton->setEnabled(profile.kind == Profile::Kind::Team && !open);
    m_ui->removeButton->setToolTip(open ? tr("The profile in use cannot be removed.") : QString());
}

void ProfileSection::openSelected()
{
    const Profile profile = selected();
    if (profile.name == m_workspace.profile().name && m_workspace.state() != Workspace::State::Stopped)
        return;
    const auto open = [this, profile] {
        m_settings.set(Settings::Key::Profile, profile.name);
        m_workspace.open(profile);
    };
    if (m_sessions.busyCount() == 0)
        return open();
    m_dialogs.confirm(
        this, tr("Change the profile?"),
        tr("%n answer(s) are still being written. They go on at the server, but not before your eyes.", nullptr, m_sessions.busyCount()),
        tr("Change profile"), open);
}

void ProfileSection::edit(const Profile *profile)
{
    QStringList taken;
    for (const Profile &other : std::as_const(m_profiles)) {
        if (!profile || other.name != profile->name)
            taken += {other.name, ProfileList::displayName(other)};
    }
    auto *dialog = new TeamServerDialog(profile, taken, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TeamServerDialog::saved, this, &ProfileSection::save);
    dialog->open();
}

void ProfileSection::save(const Profile &profile, const QByteArray &token)
{
    QList<Profile> teams = ProfileList::teams(m_settings);
    const auto same = [&profile](const Profile &other) { return other.name == profile.name; };
    const auto known = std::find_if(teams.begin(), teams.end(), same);
    if (known == teams.end())
        teams.append(profile);
    else
        *known = profile;
    ProfileList::setTeams(m_settings, teams);
    if (!token.isEmpty())
        saveToken(profile, token);
}

void ProfileSection::saveToken(const Profile &profile, const QByteArray &token)
{
    m_saveToken(profile, token, [self = QPointer(this), name = profile.name](const Result<> &outcome) {
        if (!self)
            return;
        self->m_ui->stateLabel->setVisible(true);
        self->m_ui->stateLabel->setText(outcome ? tr("The access token of %1 is in the keychain.").arg(name) : outcome.error().userText());
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
    QList<Profile> teams = ProfileList::teams(m_settings);
    teams.removeIf([&profile](const Profile &other) { return other.name == profile.name; });
    ProfileList::setTeams(m_settings, teams);
    m_saveToken(profile, {}, [self = QPointer(this)](const Result<> &outcome) {
        if (!self || outcome)
            return;
        self->m_ui->stateLabel->setVisible(true);
        self->m_ui->stateLabel->setText(outcome.error().userText());
    });
}

} // namespace desk
