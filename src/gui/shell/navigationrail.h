#pragma once

#include <QWidget>

class QAction;
class QButtonGroup;
class QVBoxLayout;

namespace desk {

// The pages as an exclusive group of buttons with icon and words; arrow keys move within it. Each button stands for a checkable action.
class NavigationRail : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationRail(QWidget *parent = nullptr);

    enum class Place { Top, Bottom };
    void addPage(QAction &action, const QString &objectName, Place place);

    void setBadge(const QString &objectName, int count, const QString &words); // see RailButton

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_column;
    int m_topCount = 0;
};

} // namespace desk
