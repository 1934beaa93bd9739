#include "gui/chat/turns/askagainmenu.h"

#include "gui/text/textlimiter.h"

namespace desk {

AskAgainMenu::AskAgainMenu(const QString &objectName, const QString &title, QWidget *parent)
    : QMenu(title, parent)
{
    setObjectName(objectName);
    setAccessibleName(title);
}

void AskAgainMenu::setOthers(const QList<Other> &others, const QString &note)
{
    clear();
    for (const Other &other : others.mid(0, mostShown)) {
        QAction *action = addAction(displayLine(other.title, 60).replace(u'&', QLatin1String("&&")));
        action->setObjectName(objectName() + QLatin1String("Entry"));
        action->setData(other.key);
        connect(action, &QAction::triggered, this, [this, key = other.key] { Q_EMIT chosen(key); });
    }
    const auto left = static_cast<int>(others.size() - mostShown);
    if (left > 0)
        //: At the end of a menu that is full
        addAction(tr("%n more can be chosen beside the message", nullptr, left))->setEnabled(false);
    if (others.isEmpty())
        addAction(QString(note).replace(u'&', QLatin1String("&&")))->setEnabled(false);
}

} // namespace desk
