#include "gui/workflows/begunbutton.h"

#include "gui/text/textlimiter.h"
#include "state/definitions/begundefinitions.h"

#include <QLocale>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace desk {

BegunButton::BegunButton(BegunDefinitions &begun, QWidget *parent)
    : QToolButton(parent)
    , m_begun(begun)
{
    setObjectName(u"begunWorkflows"_s);
    setText(tr("Begun workflows"));
    setAccessibleDescription(tr("New workflows that were begun and not saved"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(&m_begun, &BegunDefinitions::changed, this, &BegunButton::update);
    update();
}

void BegunButton::update()
{
    menu()->clear();
    for (const BegunDefinitions::Entry &entry : m_begun.entries()) {
        const QString title = entry.title.isEmpty() ? tr("Without a name") : displayLine(entry.title, 60);
        const QString at = QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat);
        QAction *action = menu()->addAction(tr("%1, %2", "a name, when it was changed").arg(title, at).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, id = entry.draftId] { Q_EMIT chosen(id); });
    }
    setVisible(!m_begun.entries().isEmpty());
}

} // namespace desk
