#include "gui/shell/settingsbanner.h"

#include "domain/error.h"
#include "state/settings.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace desk {

SettingsBanner::SettingsBanner(Settings &settings, QWidget *parent)
    : ErrorBanner(parent)
{
    setObjectName(u"settingsBanner"_s);
    const QVariantMap repaired = settings.value(Settings::Key::Repaired).toMap();
    clear();
    if (repaired.isEmpty())
        return;
    Error notice;
    notice.kind = Error::Kind::Storage;
    notice.message = repaired.value(u"hasCopy"_s).toBool()
                         ? tr("The file of your settings was damaged. Those of the last good copy are used.")
                         : tr("The file of your settings was damaged. Everything is set as at the first start.");
    notice.nextStep = tr("The damaged file was kept: %1").arg(QDir::toNativeSeparators(repaired.value(u"file"_s).toString()));
    showError(notice);
    settings.set(Settings::Key::Repaired, QVariantMap());
}

} // namespace desk
