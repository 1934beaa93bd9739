#pragma once

#include "gui/widgets/errorbanner.h"

namespace desk {

class StoreHealth;

// Says when drafts and messages are not kept, until they are again, and once what became of a damaged file.
class StoreBanner : public ErrorBanner
{
    Q_OBJECT
public:
    explicit StoreBanner(const StoreHealth &health, QWidget *parent = nullptr);

private:
    void update();

    const StoreHealth &m_health;
    bool m_noticeSeen = false;
};

} // namespace desk
