#include "gui/shell/statusline.h"

#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/secretkeeper.h"
#include "gui/profiles/profilemark.h"
#include "gui/profiles/profilename.h"
#include "gui/theme.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/statuschip.h"
#include "state/chat/chatsessions.h"
#include "state/runstore.h"
#include "state/workspace.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

static QToolButton *flatButton(QWidget *parent, const QString &iconName, const QString &objectName)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIcon(Theme::icon(iconName));
    return button;
}

StatusLine::StatusLine(Workspace &workspace, ChatSessions &sessions, RunStore &runs, const SecretKeeper *secrets, QWidget *parent)
    : QStatusBar(parent)
    , m_workspace(workspace)
    , m_sessions(sessions)
    , m_runs(runs)
    , m_secretKeeper(secrets)
    , m_profile(flatButton(this, u"server"_s, u"statusProfile"_s))
    , m_chip(new StatusChip(this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_model(flatButton(this, u"model"_s, u"statusModel"_s))
    , m_secrets(flatButton(this, u"warning"_s, u"statusSecrets"_s))
    , m_running(new StatusChip(this))
    , m_activity(new ElidedLabel(this))
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    m_chip->setObjectName(u"statusChip"_s);
    m_retry->setObjectName(u"statusRetry"_s);
    m_running->setObjectName(u"statusRunning"_s);
    m_profile->setToolTip(tr("Choose another profile"));
    m_model->setToolTip(tr("Choose a language model"));
    addWidget(m_profile);
    addWidget(m_chip);
    addWidget(m_retry);
    addWidget(m_activity, 1);
    m_activityTimer.setSingleShot(true);
    m_activityTimer.setInterval(std::chrono::seconds(8));
    connect(&m_activityTimer, &QTimer::timeout, m_activity, &QLabel::clear);
    addPermanentWidget(m_running);
    addPermanentWidget(m_secrets);
    addPermanentWidget(m_model);
    connect(m_retry, &QPushButton::clicked, &m_workspace, &Workspace::retry);
    connect(m_model, &QToolButton::clicked, this, &StatusLine::modelClicked);
    connect(&m_workspace, &Workspace::stateChanged, this, &StatusLine::update);
    connect(&m_workspace.sessions(), &AuthManagers::added, this,
            [this](AuthManager *session) { connect(session, &AuthManager::stateChanged, this, &StatusLine::updateState); });
    connect(&m_sessions, &ChatSessions::busyCountChanged, this, &StatusLine::updateRunning);
    connect(&m_runs, &RunStore::runsChanged, this, &StatusLine::updateRunning);
    connect(&m_runs, &RunStore::runChanged, this, &StatusLine::updateRunning);
    connect(m_secrets, &QToolButton::clicked, this, &StatusLine::secretsClicked);
    if (m_secretKeeper)
        connect(m_secretKeeper, &SecretKeeper::stateChanged, this, &StatusLine::updateSecrets);
    update();
}

void StatusLine::update()
{
    const QString name = displayName(m_workspace.profile());
    const int room = Theme::space(this, 36);
    m_profile->setText(fontMetrics().elidedText(name, Qt::ElideMiddle, room).replace(u'&', u"&&"_s));
    const QString &colour = m_workspace.profile().colour;
    m_profile->setIcon(colour.isEmpty() ? Theme::icon(u"server"_s) : profileMark(colour, font()));
    m_profile->setAccessibleName(tr("Profile: %1").arg(name));
    const QString model = modelText();
    m_model->setText(fontMetrics().elidedText(model, Qt::ElideMiddle, room).replace(u'&', u"&&"_s));
    m_model->setAccessibleName(tr("Answers come from: %1", "a language model or engine").arg(model));
    updateState();
    updateRunning();
    updateSecrets();
}

void StatusLine::updateSecrets()
{
    const bool shown = m_secretKeeper && m_secretKeeper->isSessionOnly();
    m_secrets->setVisible(shown);
    if (!shown)
        return;
    const bool locked = !m_secretKeeper->isSessionOnlyByChoice() && m_secretKeeper->state() == SecretState::Locked;
    const QString text = locked ? tr("Keychain locked") : tr("Sign-ins end when you quit");
    m_secrets->setText(text);
    m_secrets->setAccessibleName(text);
    m_secrets->setToolTip(m_secretKeeper->isSessionOnlyByChoice()
                              ? tr("As you chose in the settings")
                              : Qt::convertFromPlainText(m_secretKeeper->error().userText(), Qt::WhiteSpaceNormal));
}

void StatusLine::updateState()
{
    const bool local = m_workspace.profile().kind == Profile::Kind::Local;
    QString text;
    switch (m_workspace.state()) {
    case Workspace::State::Stopped:
        text = tr("Not connected");
        m_chip->setStatus(StatusChip::Tone::Neutral, u"offline"_s, text);
        break;
    case Workspace::State::Starting:
        text = local ? tr("Starting the local server…") : tr("Connecting…");
        m_chip->setStatus(StatusChip::Tone::Active, u"running"_s, text);
        break;
    case Workspace::State::Ready:
        text = showReady();
        break;
    case Workspace::State::Restarting:
        text = local ? tr("Restarting the local server…") : tr("Connecting again…");
        m_chip->setStatus(StatusChip::Tone::Warning, u"retry"_s, text);
        break;
    case Workspace::State::Failed:
        text = tr("Not connected");
        m_chip->setStatus(StatusChip::Tone::Danger, u"error"_s, text);
        break;
    }
    const bool failed = m_workspace.state() == Workspace::State::Failed;
    m_chip->setToolTip(failed ? Qt::convertFromPlainText(m_workspace.error().userText(), Qt::WhiteSpaceNormal) : QString());
    m_chip->setAccessibleDescription(failed ? m_workspace.error().userText() : QString());
    m_retry->setVisible(failed);
    announce(text);
}

// A server that answers is of no use to somebody whom it does not know any more.
QString StatusLine::showReady()
{
    const AuthManager *session = m_workspace.session();
    if (session && session->state() == AuthManager::State::Expired) {
        const QString text = tr("Sign-in ended");
        m_chip->setStatus(StatusChip::Tone::Warning, u"warning"_s, text);
        return text;
    }
    if (session && session->state() == AuthManager::State::SigningIn) {
        const QString text = tr("Signing in…");
        m_chip->setStatus(StatusChip::Tone::Active, u"running"_s, text);
        return text;
    }
    const QString text = tr("Ready");
    m_chip->setStatus(StatusChip::Tone::Success, u"success"_s, text);
    return text;
}

QString StatusLine::modelText() const
{
    if (m_workspace.profile().kind == Profile::Kind::Team)
        return tr("Language models of the server");
    if (!m_workspace.hasModel())
        return tr("Built-in engine (no language model)");
    const ModelProvider &provider = m_workspace.provider();
    return provider.models.isEmpty() ? provider.name
                                     : tr("%1 (%2)", "language model, provider").arg(provider.models.constFirst(), provider.name);
}

void StatusLine::updateRunning()
{
    // A turn is a run, too: the larger of the two counts is right whether or not the list of runs has been asked for lately.
    const auto active =
        std::count_if(m_runs.runs().cbegin(), m_runs.runs().cend(), [](const Run &run) { return !run.status.isTerminal(); });
    const int count = qMax(m_sessions.busyCount(), static_cast<int>(active));
    m_running->setVisible(count > 0);
    m_running->setStatus(StatusChip::Tone::Active, u"running"_s, tr("%n running", nullptr, count));
}

void StatusLine::setProfileMenu(QMenu *menu)
{
    connect(m_profile, &QToolButton::clicked, menu, [this, menu] {
        menu->popup(m_profile->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); // upwards: the line is at the bottom
    });
}

void StatusLine::showActivity(const QString &text)
{
    m_activity->setText(text.simplified().left(200));
    m_activityTimer.start();
    announce(text);
}

void StatusLine::announce(const QString &text)
{
    if (text == m_announced)
        return;
    m_announced = text;
    setAccessibleName(tr("Status: %1").arg(text));
    // Qt 6.4 has no announcement; an alert of an object with the text as its name is what screen readers speak.
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        update();
}

} // namespace desk
