#include "gui/shell/storebanner.h"

#include "state/store/storehealth.h"

using namespace Qt::StringLiterals;

namespace desk {

StoreBanner::StoreBanner(const StoreHealth &health, QWidget *parent)
    : ErrorBanner(parent)
    , m_health(health)
{
    setObjectName(u"storeBanner"_s);
    connect(&health, &StoreHealth::changed, this, &StoreBanner::update);
    connect(this, &ErrorBanner::dismissed, this, [this] { m_noticeSeen = m_noticeSeen || !m_health.problem(); });
    update();
}

void StoreBanner::update()
{
    if (m_health.problem())
        return showError(*m_health.problem());
    if (m_health.notice().isEmpty() || m_noticeSeen)
        return clear();
    Error notice;
    notice.kind = Error::Kind::Storage;
    notice.message = m_health.notice();
    showError(notice);
}

} // namespace desk
