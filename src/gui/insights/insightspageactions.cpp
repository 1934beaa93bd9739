// What the page does. How it is built is in insightspage.cpp.
#include "gui/insights/categorybar.h"
#include "gui/insights/insightactions.h"
#include "gui/insights/insightdetail.h"
#include "gui/insights/insightlist.h"
#include "gui/insights/insightspage.h"
#include "gui/insights/learndialog.h"
#include "gui/insights/undobar.h"
#include "gui/text/textlimiter.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/listfilter.h"
#include "gui/widgets/pageheader.h"
#include "state/conversations/conversationstore.h"
#include "state/models/insightmodel.h"

#include <QAction>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

void InsightsPage::refresh()
{
    m_store.refresh();
}

QLineEdit *InsightsPage::searchField() const
{
    return m_header->search();
}

void InsightsPage::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void InsightsPage::showConversation(const ConversationId &id)
{
    m_store.search({});
    searchField()->clear();
    m_store.setConversation(id);
    updateScope();
}

void InsightsPage::showInsight(const InsightId &id)
{
    m_store.setCategory({});
    showConversation({});
    m_wanted = id;
    focusList();
    goOnToWanted();
}

void InsightsPage::goOnToWanted()
{
    if (!m_store.query().isEmpty()) // something else is looked for by now
        m_wanted = {};
    if (m_wanted.isEmpty())
        return;
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(m_wanted));
    if (index.isValid()) {
        m_wanted = {};
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    } else if (m_store.isLoading()) {
        return; // and once more then
    } else if (m_store.canLoadMore()) {
        m_store.loadMore();
    } else if (m_store.isLoaded()) {
        m_wanted = {};
        m_undo->offer(tr("This insight is no longer on the server."), {});
    }
}

void InsightsPage::searchByMeaning()
{
    const QString text = searchField()->text().trimmed();
    m_filter->setText({}); // what is near in meaning need not hold the words
    m_store.search(text);
    updateScope();
    if (!text.isEmpty())
        focusList();
}

void InsightsPage::endSearch()
{
    const bool hadFocus = m_scopeEnd->hasFocus();
    if (!m_store.query().isEmpty()) {
        searchField()->clear();
        m_store.search({});
    } else {
        m_store.setConversation({});
    }
    updateScope();
    if (hadFocus)
        focusList();
}

bool InsightsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == searchField() && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        searchField()->clear();
        m_store.search({});
        updateScope();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void InsightsPage::learn()
{
    auto *dialog = new LearnDialog(m_services.conversationList, this);
    connect(dialog, &LearnDialog::chosen, &m_store, &InsightStore::generate);
    dialog->open();
}

void InsightsPage::updateStatus()
{
    const QString why = InsightActions::whyNone(m_store);
    const bool narrowed =
        !m_store.query().isEmpty() || !m_store.conversation().isEmpty() || !m_store.category().wire().isEmpty() || m_store.total() > 0;
    m_stack->setEmptyText(why.isEmpty()
                              ? ContentStack::EmptyText{u"thought"_s, tr("No insights yet"),
                                                        tr("What agents learn about you, and what you add yourself, appears here.")}
                              : ContentStack::EmptyText{u"info"_s, why, tr("Everything else works without them.")});
    const bool loaded = m_store.isLoaded() || !why.isEmpty();
    m_stack->setStatus({m_store.isLoading(), loaded, !why.isEmpty() || (m_store.rows().isEmpty() && (!m_store.isLoaded() || !narrowed))});
    m_more->setVisible(m_store.canLoadMore());
    m_more->setEnabled(!m_store.isLoading());
    updateActions();
}

void InsightsPage::updateActions()
{
    const bool available = m_store.availability() == InsightStore::Availability::Available;
    const QString why = m_store.isReadOnly() ? tr("Switched off by the administrator of the server.") : QString();
    m_add->setEnabled(available && why.isEmpty());
    m_add->setToolTip(why);
    m_menu->setEnabled(available);
    m_learn->setEnabled(why.isEmpty() && !m_store.isGenerating());
    m_forget->setEnabled(!m_store.conversation().isEmpty());
    for (QAction *action : std::as_const(m_exports))
        action->setEnabled(!m_store.rows().isEmpty());
    m_categories->setEnabled(available);
    m_categories->setVisible(InsightActions::whyNone(m_store).isEmpty());
}

void InsightsPage::updateScope()
{
    QString text;
    const QString query = displayLine(m_store.query(), 80);
    if (m_store.isGenerating())
        text = tr("The server reads the conversation…");
    else if (!query.isEmpty() && m_store.isLoading())
        text = tr("Searching for what is near to “%1”…").arg(query);
    else if (!query.isEmpty())
        text = tr("Nearest in meaning to “%1”").arg(query);
    else if (!m_store.conversation().isEmpty())
        text = tr("Learned from “%1”").arg(displayLine(titleOf(m_store.conversation()), 80));
    m_scopeText->setText(text);
    m_scope->setVisible(!text.isEmpty());
    m_scopeEnd->setVisible(!query.isEmpty() || !m_store.conversation().isEmpty());
    m_categories->setCurrent(m_store.category());
    updateStatus();
}

void InsightsPage::keepSelection()
{
    updateStatus();
    QModelIndex index = m_filter->mapFromSource(m_model->indexOf(m_current));
    if (!index.isValid())
        index = m_filter->index(qBound(0, m_list->currentIndex().row(), qMax(0, m_filter->rowCount() - 1)), 0);
    if (index != m_list->currentIndex() || !index.isValid())
        m_list->setCurrentIndex(index);
    updateDetail();
}

void InsightsPage::updateDetail()
{
    const InsightRow *row = m_model->rowAt(m_filter->mapToSource(m_list->currentIndex()));
    m_detail->setVisible(row != nullptr);
    if (!row)
        return;
    m_current = row->insight.id;
    m_detail->setRow(*row, titleOf(row->insight.conversationId), m_store.canChange(m_current));
}

QString InsightsPage::titleOf(const ConversationId &id) const
{
    if (id.isEmpty())
        return {};
    const Conversation *conversation = m_services.conversations.find(id);
    return conversation && !conversation->title.isEmpty() ? conversation->title : tr("an earlier conversation");
}

} // namespace desk
