#include "gui/profiles/profileimportdialog.h"

#include "gui/profiles/profilemark.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString waysIn(const Profile &profile)
{
    switch (profile.signIn) {
    case SignInWay::EmailCode:
        return ProfileImportDialog::tr("Signs in with a code by e-mail, at %1.", "%1 address").arg(profile.identityUrl.toString());
    case SignInWay::Browser:
        return ProfileImportDialog::tr("Signs in with the browser, at %1.", "%1 address").arg(profile.identityUrl.toString());
    case SignInWay::Device:
        return ProfileImportDialog::tr("Signs in with a code typed on another device, at %1.", "%1 address")
            .arg(profile.identityUrl.toString());
    default:
        return ProfileImportDialog::tr("Signs in with an access token.");
    }
}

bool hasName(const QList<Profile> &profiles, const QString &name)
{
    return std::any_of(profiles.begin(), profiles.end(),
                       [&name](const Profile &other) { return other.name.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

ProfileImportDialog::ProfileImportDialog(const QList<Profile> &offered, const QList<Profile> &known, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("&Add"), this))
{
    setObjectName(u"profileImportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add profiles from a file"));
    auto *intro = new PlainLabel(tr("A profile decides where your questions and your sign-in go. Add only servers that you know."), this);
    intro->setWordWrap(true);
    m_list->setObjectName(u"importList"_s);
    m_list->setAccessibleName(tr("Profiles in the file"));
    m_list->setWordWrap(true);
    m_list->setSpacing(Theme::space(this) / 2);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_add->setObjectName(u"importAdd"_s);
    m_add->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout; // no QDialogButtonBox: see DiagnosticsDialog
    buttons->addStretch(1);
    buttons->addWidget(m_add);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    QList<Profile> taken = known;
    for (const Profile &profile : offered) {
        const auto isSame = [&profile](const Profile &other) {
            return other.name.compare(profile.name, Qt::CaseInsensitive) == 0 && other.baseUrl == profile.baseUrl;
        };
        Profile row = profile;
        const bool isKnown = std::any_of(known.begin(), known.end(), isSame);
        for (int i = 2; !isKnown && hasName(taken, row.name); ++i)
            row.name = tr("%1 (%2)", "%1 name of a profile, %2 a number").arg(profile.name, QString::number(i));
        taken.append(row);
        addRow(row, isKnown);
    }
    resize(Theme::space(this, 64), Theme::space(this, 44));
    connect(m_list, &QListWidget::itemChanged, this, &ProfileImportDialog::update);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(ticked());
        accept();
    });
    update();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void ProfileImportDialog::addRow(const Profile &profile, bool isKnown)
{
    m_profiles.append(profile);
    QStringList lines{tr("%1 – %2", "%1 name of a profile, %2 address").arg(profile.name, profile.baseUrl.toString()), waysIn(profile)};
    if (profile.production)
        lines.append(*profile.production ? tr("A production server.") : tr("Not a production server."));
    if (isKnown)
        lines.append(tr("It is already there."));
    auto *item = new QListWidgetItem(profileMark(profile.colour, font()), lines.join(u'\n'), m_list);
    item->setFlags(isKnown ? Qt::ItemFlags(Qt::ItemIsSelectable) : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isKnown ? Qt::Unchecked : Qt::Checked);
}

QList<Profile> ProfileImportDialog::ticked() const
{
    QList<Profile> out;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            out.append(m_profiles.at(i));
    }
    return out;
}

void ProfileImportDialog::update()
{
    m_add->setEnabled(!ticked().isEmpty());
}

} // namespace desk
