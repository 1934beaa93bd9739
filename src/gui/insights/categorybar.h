#pragma once

#include "domain/insight.h"

#include <QMap>
#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace desk {

// The kinds of insights with their numbers, of which one, or all, is chosen.
class CategoryBar : public QWidget
{
    Q_OBJECT
public:
    explicit CategoryBar(QWidget *parent = nullptr);

    void setCounts(const QMap<QString, int> &counts, int total); // by the words of the wire
    void setCurrent(const OpenEnum<InsightCategory> &category);

Q_SIGNALS:
    void chosen(const desk::OpenEnum<desk::InsightCategory> &category); // Unknown without a word: all

private:
    QToolButton *button(const QString &word);

    QButtonGroup *m_group;
    QMap<QString, QToolButton *> m_buttons; // by word; all: empty
};

} // namespace desk
