#pragma once

#include <QList>
#include <QMenu>

namespace desk {

// Who else could answer the same question: one entry each, or a line that says why there is none or that there are more. A part of a
// message's menu, which owns it.
class AskAgainMenu : public QMenu
{
    Q_OBJECT
public:
    struct Other {
        QString key;
        QString title; // hostile
    };
    static constexpr qsizetype mostShown = 60;

    AskAgainMenu(const QString &objectName, const QString &title, QWidget *parent);

    void setOthers(const QList<Other> &others, const QString &note); // the note: where there are none

Q_SIGNALS:
    void chosen(const QString &key);
};

} // namespace desk
