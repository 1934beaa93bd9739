#pragma once

#include "gui/widgets/errorbanner.h"

namespace desk {

class Settings;

// Says once that the settings file was damaged, and what is used instead (DATA-09). Hidden when it was not.
class SettingsBanner : public ErrorBanner
{
    Q_OBJECT
public:
    explicit SettingsBanner(Settings &settings, QWidget *parent = nullptr);
};

} // namespace desk
