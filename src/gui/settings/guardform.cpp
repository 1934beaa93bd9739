#include "gui/settings/guardform.h"

#include "domain/profile.h"
#include "gui/chat/guard/guardpolicy.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/profiles/profilestore.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <QComboBox>
#include <QFormLayout>

using namespace Qt::StringLiterals;

namespace desk {

GuardForm::GuardForm(Settings &settings, ProfileStore &profiles, const Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_profiles(profiles)
    , m_workspace(workspace)
    , m_profile(new QComboBox(this))
    , m_secrets(new QComboBox(this))
    , m_personal(new QComboBox(this))
{
    m_profile->setObjectName(u"guardProfile"_s);
    m_secrets->setObjectName(u"guardSecrets"_s);
    m_personal->setObjectName(u"guardPersonal"_s);
    for (QComboBox *box : {m_secrets, m_personal}) {
        box->addItem(tr("Nothing"), static_cast<int>(GuardPolicy::Action::Off));
        box->addItem(tr("Ask before it is sent"), static_cast<int>(GuardPolicy::Action::Warn));
        box->addItem(tr("Do not send it"), static_cast<int>(GuardPolicy::Action::Block));
        connect(box, &QComboBox::activated, this, &GuardForm::save);
    }
    auto *note =
        new PlainLabel(tr("Messages and attached texts up to 256 kB are looked through on this computer. What is found is kept nowhere. It "
                          "is a help, and no guarantee: not everything secret can be told by its form."),
                       this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(Theme::space(this));
    form->addRow(tr("&In the profile"), m_profile);
    form->addRow(tr("&Keys, tokens and passwords"), m_secrets);
    form->addRow(tr("Card and &account numbers, lists of addresses"), m_personal);
    form->addRow(note);
    connect(m_profile, &QComboBox::activated, this, &GuardForm::showPolicy);
    connect(&profiles, &ProfileStore::changed, this, &GuardForm::fillProfiles);
    fillProfiles();
}

void GuardForm::fillProfiles()
{
    const QString chosen = m_profile->count() == 0 ? m_workspace.profile().name : m_profile->currentText();
    m_profile->clear();
    const QList<Profile> all = m_profiles.all();
    for (const Profile &profile : all)
        m_profile->addItem(displayLine(profile.name, 60), profile.id.isEmpty() ? profile.name : profile.id);
    m_profile->setCurrentIndex(qMax(0, m_profile->findText(chosen)));
    showPolicy();
}

void GuardForm::showPolicy()
{
    const Profile profile = m_profiles.find(m_profile->currentData().toString()).value_or(ProfileStore::local());
    const GuardPolicy policy = GuardPolicy::of(m_settings, profile);
    m_secrets->setCurrentIndex(m_secrets->findData(static_cast<int>(policy.secrets)));
    m_personal->setCurrentIndex(m_personal->findData(static_cast<int>(policy.personal)));
}

void GuardForm::save()
{
    const Profile profile = m_profiles.find(m_profile->currentData().toString()).value_or(ProfileStore::local());
    GuardPolicy::save(m_settings, profile,
                      {static_cast<GuardPolicy::Action>(m_secrets->currentData().toInt()),
                       static_cast<GuardPolicy::Action>(m_personal->currentData().toInt())});
}

} // namespace desk
