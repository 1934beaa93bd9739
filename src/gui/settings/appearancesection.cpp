#include "gui/settings/appearancesection.h"

#include "gui/settings/formlabels.h"
#include "gui/theme.h"
#include "state/settings.h"
#include "ui_appearancesection.h"

namespace desk {

using namespace Qt::StringLiterals;

AppearanceSection::AppearanceSection(Settings &settings, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_ui(std::make_unique<Ui::AppearanceSection>())
{
    m_ui->setupUi(this);
    centreFormLabels(*m_ui->form);
    m_ui->themeCombo->addItem(tr("As the system"), u"system"_s);
    m_ui->themeCombo->addItem(tr("Light"), u"light"_s);
    m_ui->themeCombo->addItem(tr("Dark"), u"dark"_s);
    m_ui->languageCombo->addItem(tr("As the system"), QString());
    m_ui->languageCombo->addItem(u"English"_s, u"en"_s); // a language is named in itself
    m_ui->languageCombo->addItem(u"Deutsch"_s, u"de"_s);
    m_ui->themeCombo->setCurrentIndex(qMax(0, m_ui->themeCombo->findData(settings.text(Settings::Key::Theme))));
    m_ui->languageCombo->setCurrentIndex(qMax(0, m_ui->languageCombo->findData(settings.text(Settings::Key::Language))));
    connect(m_ui->themeCombo, &QComboBox::currentIndexChanged, this, &AppearanceSection::chooseTheme);
    connect(m_ui->languageCombo, &QComboBox::currentIndexChanged, this, &AppearanceSection::chooseLanguage);
}

AppearanceSection::~AppearanceSection() = default;

void AppearanceSection::chooseTheme()
{
    const QString name = m_ui->themeCombo->currentData().toString();
    m_settings.set(Settings::Key::Theme, name);
    m_theme.apply(name);
}

void AppearanceSection::chooseLanguage()
{
    m_settings.set(Settings::Key::Language, m_ui->languageCombo->currentData());
}

} // namespace desk
