#include "gui/shell/navigationrail.h"

#include "gui/shell/railbutton.h"
#include "gui/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace desk {

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_group->setExclusive(true);
    const int gap = Theme::space(this, 0.5);
    m_column->setContentsMargins(gap / 2, gap * 2, gap / 2, gap * 2);
    m_column->setSpacing(gap);
    m_column->addStretch(1);
}

void NavigationRail::addPage(QAction &action, const QString &objectName, Place place)
{
    auto *button = new RailButton(action, this);
    button->setObjectName(objectName);
    m_group->addButton(button);
    if (place == Place::Top)
        m_column->insertWidget(m_topCount++, button);
    else
        m_column->addWidget(button);
}

void NavigationRail::setBadge(const QString &objectName, int count, const QString &words)
{
    if (auto *button = findChild<RailButton *>(objectName, Qt::FindDirectChildrenOnly))
        button->setBadge(count, words);
}

void NavigationRail::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setPen(Theme::border(palette()));
    const int x = isRightToLeft() ? 0 : width() - 1;
    painter.drawLine(x, 0, x, height());
}

} // namespace desk
