#pragma once

#include "gui/desktop/screentaker.h"

#include <QDBusConnection>
#include <QVariantMap>

namespace desk {

// org.freedesktop.portal.Screenshot, always with the desktop's own window: nothing is taken that nobody chose. Never waits for the desktop.
class PortalScreenshot final : public ScreenTaker
{
    Q_OBJECT
public:
    explicit PortalScreenshot(const QDBusConnection &bus, QObject *parent = nullptr); // asks whether there is one

    [[nodiscard]] bool isAvailable() const override { return m_isAvailable; }
    [[nodiscard]] bool isTaking() const override { return m_isAsking; }
    void take() override;

private:
    void onAnswer(uint response, const QVariantMap &results);

    QDBusConnection m_bus;
    bool m_isAvailable = false;
    bool m_isAsking = false;
};

} // namespace desk
