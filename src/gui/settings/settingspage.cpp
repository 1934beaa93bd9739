#include "gui/settings/settingspage.h"

#include "gui/composeservices.h"
#include "gui/settings/aboutsection.h"
#include "gui/settings/appearancesection.h"
#include "gui/settings/chatsection.h"
#include "gui/settings/datasection.h"
#include "gui/settings/desktopsection.h"
#include "gui/settings/modelsection.h"
#include "gui/settings/networksection.h"
#include "gui/settings/profilesection.h"
#include "gui/settings/secretssection.h"
#include "gui/theme.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/plainlabel.h"

#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"settingsPage"_s);
    m_list->setObjectName(u"settingsSections"_s);
    m_list->setAccessibleName(tr("Sections of the settings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setSpacing(1);

    auto *model = new ModelSection(services, this);
    connect(model, &ModelSection::applied, this, &SettingsPage::modelChanged);
    addSection(Section::Profile, u"server"_s, tr("Profiles"), new ProfileSection(services, this));
    addSection(Section::Model, u"model"_s, tr("Language model"), model);
    if (services.secrets)
        addSection(Section::Secrets, u"key"_s, tr("Passwords"), new SecretsSection(*services.secrets, services.settings, this));
    if (services.network)
        addSection(Section::Network, u"route"_s, tr("Network"),
                   new NetworkSection(*services.network, services.workspace, services.dialogs, this));
    addSection(Section::Appearance, u"theme"_s, tr("Appearance"), new AppearanceSection(services.settings, services.theme, this));
    auto *chat = new ChatSection(services.settings, this);
    if (services.compose && services.compose->spelling)
        chat->addSpelling(*services.compose->spelling);
    chat->addGuard(services.profiles, services.workspace);
    addSection(Section::Chat, u"chat"_s, tr("Chat"), chat);
    if (services.desktop)
        addSection(Section::Desktop, u"keyboard"_s, tr("Desktop"), new DesktopSection(services.settings, *services.desktop, this));
    addSection(Section::Data, u"folder"_s, tr("Data"), new DataSection(services.dataDir, services.dialogs, this));
    addSection(Section::About, u"info"_s, tr("About"), new AboutSection(services.workspace, services.network, this));
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + Theme::space(this, 4));

    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::space(this, 3));
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this, 2);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(new PageHeader(tr("Settings"), QString(), this));
    column->addLayout(row, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    setFocusProxy(m_list);
}

void SettingsPage::addSection(Section section, const QString &iconName, const QString &title, QWidget *content)
{
    m_sections.append(section);
    auto *item = new QListWidgetItem(Theme::icon(iconName), title, m_list);
    item->setSizeHint(QSize(m_list->fontMetrics().horizontalAdvance(title) + Theme::space(this, 7), Theme::space(this, 4.5)));

    // A card of limited width: lines of settings text stay readable in a wide window. It scrolls in a small one.
    auto *heading = new PlainLabel(title, this);
    heading->setFont(Theme::heading(font()));
    auto *inner = new QWidget(this);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, Theme::space(this), 0);
    column->setSpacing(Theme::space(this, 1.5));
    column->addWidget(heading);
    column->addWidget(content, 1);
    inner->setMaximumWidth(Theme::space(this, 90));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    area->setWidget(inner);
    m_stack->addWidget(area);
}

void SettingsPage::showSection(Section section)
{
    m_list->setCurrentRow(static_cast<int>(qMax(qsizetype(0), m_sections.indexOf(section))));
    m_list->setFocus();
}

} // namespace desk
