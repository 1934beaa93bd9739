#include "gui/shell/pagehost.h"

#include "gui/actions.h"
#include "gui/shell/navigationrail.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace desk {

PageHost::PageHost(Actions &actions, NavigationRail &rail, const CommandRules &rules, QWidget *parent)
    : QStackedWidget(parent)
    , m_actions(actions)
    , m_rail(rail)
    , m_rules(rules)
{
}

void PageHost::add(const ShellPage &page)
{
    m_pages.append(page);
    addWidget(page.widget);
    QAction *action = m_actions.addPage(page.key, page.title, page.iconName);
    const bool atBottom = page.key == "settings"_L1;
    m_rail.addPage(*action, u"rail:"_s + page.key, atBottom ? NavigationRail::Place::Bottom : NavigationRail::Place::Top);
    connect(action, &QAction::triggered, this, [this, key = page.key] { showPage(key); });
}

void PageHost::setBadge(const QString &key, int count, const QString &words)
{
    m_rail.setBadge(u"rail:"_s + key, count, words);
}

bool PageHost::isOffered(const ShellPage &page) const
{
    return (!page.needs || m_rules.isOffered(*page.needs)) && (!page.exists || page.exists());
}

// The server alone decides (AUTH-10); this keeps out of the way what would be refused.
void PageHost::updateOffers()
{
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        QAction *action = m_actions.pages().at(i);
        const bool offered = isOffered(m_pages.at(i));
        action->setVisible(offered);
        action->setEnabled(offered); // its keys, too
        if (!offered && m_pages.at(i).key == current().key)
            showPage(m_pages.constFirst().key);
    }
}

void PageHost::showPage(const QString &key)
{
    // Focus that was on the page that goes moves to the one that comes; on the rail or in the status line it stays.
    const QWidget *focus = window()->focusWidget();
    const bool focusMoves = !focus || isAncestorOf(focus);
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i).key != key || !isOffered(m_pages.at(i)))
            continue;
        setCurrentIndex(static_cast<int>(i));
        m_actions.pages().at(i)->setChecked(true);
        Q_EMIT pageShown(key);
        if (focusMoves)
            m_pages.at(i).focus();
    }
}

} // namespace desk
