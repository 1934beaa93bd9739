#include "gui/desktop/globalshortcut.h"

namespace desk {

void GlobalShortcut::setState(State state, const QString &trigger)
{
    if (m_state == state && m_trigger == trigger)
        return;
    m_state = state;
    m_trigger = trigger;
    Q_EMIT stateChanged();
}

} // namespace desk
