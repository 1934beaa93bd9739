#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class AppearanceSection;
}

namespace desk {

class Settings;
class Theme;

// Colours, at once; language, at the next start.
class AppearanceSection : public QWidget
{
    Q_OBJECT
public:
    AppearanceSection(Settings &settings, Theme &theme, QWidget *parent = nullptr);
    ~AppearanceSection() override;

private:
    void chooseTheme();
    void chooseLanguage();

    Settings &m_settings;
    Theme &m_theme;
    std::unique_ptr<Ui::AppearanceSection> m_ui;
};

} // namespace desk
