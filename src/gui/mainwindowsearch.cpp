// How the window searches in everything, and goes to what was found. The rest is in mainwindow.cpp.
#include "gui/actions.h"
#include "gui/chat/chatpage.h"
#include "gui/insights/insightspage.h"
#include "gui/mainwindow.h"
#include "gui/palette/palette.h"
#include "gui/search/searchdialog.h"
#include "gui/shell/conversationwindow.h"
#include "gui/shell/conversationwindows.h"
#include "gui/shell/statusline.h"
#include "state/settings/savedsearches.h"
#include "state/workspace.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace desk {

void MainWindow::connectSearch()
{
    m_actions->findEverywhere->setEnabled(m_services.search != nullptr);
    if (!m_services.search)
        return;
    connect(m_actions->findEverywhere, &QAction::triggered, this, [this] { searchEverywhere({}); });
    connect(m_chat, &ChatPage::searchRequested, this, &MainWindow::searchEverywhere);
    connect(m_palette, &Palette::searchChosen, this, &MainWindow::searchEverywhere);
}

void MainWindow::searchEverywhere(const QString &text)
{
    if (!m_search) {
        m_search = new SearchDialog(*m_services.search, m_services.filler, this);
        m_search->setSaved([this] { return SavedSearches(m_services.settings, m_services.workspace.profile()); });
        connect(m_search, &SearchDialog::chosen, this, &MainWindow::showHit);
    }
    m_search->begin(text);
}

void MainWindow::showHit(const SearchHit &hit)
{
    if (!hit.insight.isEmpty()) {
        activateWindow(); // the dialog was it
        showPage(u"insights"_s);
        if (m_insights == nullptr || currentPage() != "insights"_L1) // the page is there when the server was heard
            return m_status->showActivity(tr("Insights can be opened when the server can be reached."));
        return m_insights->showInsight(hit.insight);
    }
    openConversation(hit.conversation);
    ConversationWindow *own = m_windows->find(hit.conversation);
    if (own == nullptr)
        activateWindow();
    (own != nullptr ? own->chat() : *m_chat).showMessage(hit.message, hit.needle);
}

} // namespace desk
