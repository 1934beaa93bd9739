#include "gui/chat/savednote.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/chatsession.h"
#include "state/workspace.h"

#include <QLocale>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int patienceMs = 1500;

} // namespace

SavedNote::SavedNote(Workspace &workspace, QWidget *parent)
    : PlainLabel(parent)
    , m_workspace(workspace)
{
    setObjectName(u"savedNote"_s);
    setWordWrap(true);
    const int unit = Theme::space(this);
    setContentsMargins(unit * 3, 0, unit * 3, unit);
    connect(&workspace, &Workspace::stateChanged, this, &SavedNote::update);
    hide();
}

void SavedNote::setSession(ChatSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session) {
        connect(session, &ChatSession::savedCopyChanged, this, &SavedNote::update);
        connect(session, &ChatSession::stateChanged, this, &SavedNote::update);
    }
    update();
}

void SavedNote::update()
{
    const auto isCopy = [this] { return m_session && m_session->isSavedCopy() && m_session->state() != ChatSession::State::Loading; };
    const bool isConnecting = m_workspace.state() == Workspace::State::Starting || m_workspace.state() == Workspace::State::Restarting;
    setVisible(isCopy() && (!isConnecting || isVisible()));
    if (!isCopy())
        return;
    if (isConnecting) // most often the server answers before anybody could have read it
        QTimer::singleShot(patienceMs, this, [this, isCopy] { setVisible(isCopy()); });
    const QString when = QLocale().toString(m_session->savedAt().toLocalTime(), QLocale::ShortFormat);
    if (!m_session->savedAt().isValid())
        setText(isConnecting ? tr("Saved on this computer. Connecting\u2026") : tr("Saved on this computer; not connected."));
    else if (isConnecting)
        setText(tr("Saved on this computer at %1. Connecting\u2026", "time").arg(when));
    else
        setText(tr("Saved on this computer at %1; not connected. What came since is not shown.", "time").arg(when));
}

} // namespace desk
