#include "gui/insights/insightpanel.h"

#include "gui/insights/insightactions.h"
#include "gui/insights/insightlist.h"
#include "gui/insights/undobar.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "state/models/insightmodel.h"
#include "state/workspace.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

InsightPanel::InsightPanel(InsightStore &store, Workspace &workspace, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(new InsightModel(store, this))
    , m_banner(new ErrorBanner(this))
    , m_undo(new UndoBar(this))
    , m_list(new InsightList({}, this))
    , m_note(new PlainLabel(this))
    , m_learn(new QPushButton(Theme::icon(u"thought"_s), tr("&Learn"), this))
    , m_add(new QPushButton(Theme::icon(u"add"_s), tr("&Add…"), this))
    , m_all(new QPushButton(tr("All i&nsights"), this))
    , m_actions(new InsightActions(store, workspace, dialogs, {*this, *m_banner, *m_undo}, this))
{
    setObjectName(u"insightPanel"_s);
    auto *title = new PlainLabel(tr("Insights"), this);
    title->setFont(Theme::heading(font()));
    m_list->setObjectName(u"panelInsights"_s);
    m_list->setAccessibleName(tr("Insights of this conversation"));
    m_list->setModel(m_model);
    m_note->setObjectName(u"panelNote"_s);
    m_note->setWordWrap(true);
    m_learn->setObjectName(u"panelLearn"_s);
    m_learn->setToolTip(tr("Let the server learn from this conversation"));
    m_add->setObjectName(u"panelAdd"_s);
    m_all->setObjectName(u"panelAll"_s);
    const int gap = Theme::space(this);
    auto *buttons = new FlowLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(gap);
    for (QPushButton *button : {m_learn, m_add, m_all})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(title);
    column->addWidget(m_banner);
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
    column->addStretch(0); // the room of the list while there is none
    column->addWidget(m_undo);
    column->addLayout(buttons);
    connect(m_learn, &QPushButton::clicked, this, [this] { m_store.generate(m_conversation); });
    connect(m_add, &QPushButton::clicked, this, [this] { m_actions->add(m_conversation); });
    connect(m_all, &QPushButton::clicked, this, &InsightPanel::allRequested);
    connect(m_list, &InsightList::editRequested, m_actions, &InsightActions::edit);
    connect(m_list, &InsightList::removeRequested, m_actions, &InsightActions::remove);
    connect(m_list, &InsightList::nearEnd, &m_store, &InsightStore::loadMore);
    connect(&m_store, &InsightStore::insightsChanged, this, &InsightPanel::updateState);
    connect(&m_store, &InsightStore::loadingChanged, this, &InsightPanel::updateState);
    connect(&m_store, &InsightStore::availabilityChanged, this, &InsightPanel::updateState);
    connect(&m_store, &InsightStore::generatingChanged, this, &InsightPanel::updateState);
    connect(&workspace, &Workspace::ready, this, &InsightPanel::load);
    updateState();
}

void InsightPanel::setConversation(const ConversationId &id)
{
    if (m_conversation == id)
        return;
    m_conversation = id;
    m_banner->clear();
    load();
}

void InsightPanel::focusContent()
{
    QWidget *first = m_list->isVisible() ? static_cast<QWidget *>(m_list) : m_learn->isEnabled() ? m_learn : m_all;
    first->setFocus(Qt::ShortcutFocusReason);
}

void InsightPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void InsightPanel::load()
{
    if (isVisible() && !m_conversation.isEmpty()) {
        if (m_store.conversation() == m_conversation)
            m_store.refresh();
        else
            m_store.setConversation(m_conversation);
    }
    updateState();
}

void InsightPanel::updateState()
{
    const QString why = InsightActions::whyNone(m_store);
    QString note = why;
    if (note.isEmpty() && m_store.isGenerating())
        note = tr("The server reads the conversation…");
    else if (note.isEmpty() && m_conversation.isEmpty())
        note = tr("There is nothing to learn from yet.");
    else if (note.isEmpty() && m_store.isLoading() && m_store.rows().isEmpty())
        note = tr("Loading…");
    else if (note.isEmpty() && m_store.isLoaded() && m_store.rows().isEmpty())
        note = tr("Nothing was learned from this conversation yet.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_list->setVisible(!m_store.rows().isEmpty() && !m_conversation.isEmpty());
    const bool writable = why.isEmpty() && !m_store.isReadOnly() && !m_conversation.isEmpty();
    const QString tip = m_store.isReadOnly() ? tr("Switched off by the administrator of the server.") : QString();
    m_learn->setEnabled(writable && !m_store.isGenerating());
    m_learn->setToolTip(tip.isEmpty() ? tr("Let the server learn from this conversation") : tip);
    m_add->setEnabled(writable);
    m_add->setToolTip(tip);
}

} // namespace desk
