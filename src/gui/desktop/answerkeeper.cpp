#include "gui/desktop/answerkeeper.h"

#include "gui/dialogs.h"
#include "gui/mainwindow.h"
#include "state/chat/chatsessions.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QString noticeKey = u"agentdesk:stays"_s; // no conversation is called so

} // namespace

AnswerKeeper::AnswerKeeper(Context context, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_window(window)
{
    m_window.setHidesOnClose([this] { return hides(); });
    m_window.setAsksOnClose([this](QWidget *closing) { return asks(closing); });
    connect(&m_window, &MainWindow::leftToTray, this, &AnswerKeeper::tellOnce);
}

AnswerKeeper::~AnswerKeeper()
{
    m_window.setHidesOnClose({});
    m_window.setAsksOnClose({});
}

void AnswerKeeper::addNotifier(Notifier &notifier)
{
    const qsizetype place = m_notifiers.size();
    m_notifiers.append(&notifier);
    connect(&notifier, &Notifier::openRequested, &m_window, [this](const QString &key) {
        if (key == noticeKey)
            m_window.comeForward();
    });
    connect(&notifier, &Notifier::quitRequested, &m_window, [this](const QString &key) {
        if (key == noticeKey)
            m_window.quit();
    });
    connect(&notifier, &Notifier::failed, this, [this, place](const Notice &notice) {
        if (notice.key == noticeKey && place + 1 < m_notifiers.size())
            m_notifiers.at(place + 1)->show(notice);
    });
}

void AnswerKeeper::withdraw()
{
    if (!std::exchange(m_isShown, false))
        return;
    for (Notifier *notifier : std::as_const(m_notifiers))
        notifier->withdraw(noticeKey);
}

bool AnswerKeeper::hides() const
{
    return m_context.hasTray() && (m_context.sessions.busyCount() > 0 || m_context.settings.value(Settings::Key::CloseToTray).toBool());
}

bool AnswerKeeper::asks(QWidget *closing)
{
    const int running = m_context.sessions.busyCount();
    if (running == 0 || m_context.hasTray())
        return false;
    m_context.dialogs.confirm(closing, tr("Quit Agent Desk?"),
                              tr("%n answer(s) are still being written.", nullptr, running) + u'\n' + whatBecomes(), tr("Quit"),
                              [window = &m_window] { window->quit(); });
    return true;
}

QString AnswerKeeper::whatBecomes() const
{
    if (m_context.workspace.profile().kind == Profile::Kind::Local)
        return tr("The server on this computer ends with the program: what is not finished stays as far as it got.");
    if (m_context.workspace.capabilities().has(feature::chatDetach))
        return tr("The server goes on without this computer: the answer is there at the next start.");
    return tr("This server does not go on without this computer: what is not finished is lost.");
}

// Who wants it in the tray always knows.
void AnswerKeeper::tellOnce()
{
    const int running = m_context.sessions.busyCount();
    if (running == 0 || m_notifiers.isEmpty() || m_context.settings.value(Settings::Key::CloseToTray).toBool() || !m_context.hasTray() ||
        std::exchange(m_isTold, true))
        return;
    m_isShown = true;
    m_notifiers.constFirst()->show(
        {noticeKey, tr("Agent Desk keeps running"),
         tr("%n answer(s) are still being written. Agent Desk stays in the tray until you quit it.", nullptr, running),
         Notice::Actions::OpenAndQuit});
}

} // namespace desk
