#include "gui/chat/insightdock.h"

#include "gui/insights/insightpanel.h"
#include "gui/theme.h"
#include "state/chat/chatsessions.h"
#include "state/insights/insightstore.h"
#include "state/settings.h"

#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

InsightDock::InsightDock(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_panel(new InsightPanel(context.store, context.workspace, context.dialogs, this))
    , m_button(new QToolButton(this))
{
    setObjectName(u"insightDock"_s);
    m_open = context.settings && context.settings->value(Settings::Key::InsightsShown).toBool();
    m_button->setObjectName(u"insightsButton"_s);
    m_button->setIcon(Theme::icon(u"thought"_s));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_panel);
    setMinimumWidth(Theme::space(this, 24));
    connect(m_button, &QToolButton::clicked, this, &InsightDock::toggle);
    connect(m_panel, &InsightPanel::allRequested, this, &InsightDock::allRequested);
    connect(&context.store, &InsightStore::countsChanged, this, &InsightDock::updateButton);
    connect(&context.store, &InsightStore::insightsChanged, this, &InsightDock::updateButton);
    connect(&context.store, &InsightStore::availabilityChanged, this, &InsightDock::update);
    connect(&context.server, &InsightStore::availabilityChanged, this, &InsightDock::update);
    connect(&context.sessions, &ChatSessions::cleared, &context.store, &InsightStore::clear); // another account
    connect(&context.sessions, &ChatSessions::turnEnded, this, [this](const ConversationId &id) {
        if (id == m_conversation && isOffered() && m_context.store.conversation() == id)
            m_context.store.refresh(); // the server may have learned by itself
    });
    if (Settings *settings = context.settings)
        connect(settings, &Settings::changed, this, [this, settings](Settings::Key key) {
            m_open = key == Settings::Key::InsightsShown ? settings->value(key).toBool() : m_open;
            update();
        });
    update();
}

bool InsightDock::isOffered() const
{
    using Availability = InsightStore::Availability;
    const auto refused = [](const InsightStore &store) {
        return store.availability() == Availability::Missing || store.availability() == Availability::SwitchedOff;
    };
    return m_context.server.availability() == Availability::Available && !refused(m_context.store);
}

void InsightDock::setConversation(const ConversationId &id)
{
    m_conversation = isProvisional(id) ? ConversationId() : id; // the server does not know it yet
    m_panel->setConversation(m_conversation);
    update();
}

void InsightDock::toggle()
{
    m_open = !m_open;
    if (m_context.settings)
        m_context.settings->set(Settings::Key::InsightsShown, m_open);
    update();
}

void InsightDock::focusContent()
{
    m_panel->focusContent();
}

void InsightDock::update()
{
    const bool offered = isOffered();
    // Also while the panel is closed: the button tells how many there are.
    if (offered && !m_conversation.isEmpty() && m_context.store.conversation() != m_conversation)
        m_context.store.setConversation(m_conversation);
    m_button->setVisible(offered);
    setVisible(offered && m_open);
    updateButton();
}

void InsightDock::updateButton()
{
    const bool known = !m_conversation.isEmpty() && m_context.store.conversation() == m_conversation && m_context.store.isLoaded();
    const int count = known ? m_context.store.total() : 0;
    m_button->setChecked(m_open);
    m_button->setText(count > 0 ? tr("Insights (%1)", "how many").arg(QLocale().toString(count)) : tr("Insights"));
    m_button->setAccessibleName(count > 0 ? tr("%n insights of this conversation", nullptr, count) : tr("Insights of this conversation"));
    m_button->setToolTip(m_open ? tr("Hide what was learned from this conversation") : tr("Show what was learned from this conversation"));
}

} // namespace desk
