#pragma once

#include "gui/shell/shellpage.h"

#include <QList>
#include <QStackedWidget>

namespace desk {

class Actions;
class NavigationRail;

// The pages of the main window, one of them shown. Each has an action, a place in the rail and a number; one that is not offered to
// whoever is signed in keeps its place and cannot be shown.
class PageHost : public QStackedWidget
{
    Q_OBJECT
public:
    PageHost(Actions &actions, NavigationRail &rail, const CommandRules &rules, QWidget *parent = nullptr); // all outlive it

    void add(const ShellPage &page);
    void showPage(const QString &key);                                  // an unknown one, or one that is not offered, is ignored
    void setBadge(const QString &key, int count, const QString &words); // how many things wait on a page
    void updateOffers();                                                // after what is signed in, or what the server can, changed
    [[nodiscard]] const QList<ShellPage> &pages() const { return m_pages; }
    [[nodiscard]] const ShellPage &current() const { return m_pages.at(currentIndex()); }
    [[nodiscard]] bool isOffered(const ShellPage &page) const;

Q_SIGNALS:
    void pageShown(const QString &key); // also when it was shown already

private:
    Actions &m_actions;
    NavigationRail &m_rail;
    const CommandRules &m_rules;
    QList<ShellPage> m_pages; // same order as the widgets
};

} // namespace desk
