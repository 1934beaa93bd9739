#include "gui/conversations/removalbar.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/conversations/conversationremovals.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

RemovalBar::RemovalBar(ConversationRemovals &removals, QWidget *parent)
    : CardFrame(parent)
    , m_removals(removals)
    , m_text(new PlainLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
{
    setObjectName(u"removalBar"_s);
    m_text->setObjectName(u"removalText"_s);
    m_text->setWordWrap(true);
    m_undo->setObjectName(u"removalUndo"_s);
    m_undo->setAccessibleName(tr("Undo deleting"));
    const int unit = Theme::space(this);
    auto *column = new QVBoxLayout(this); // the list may be narrow, and a title long
    column->setContentsMargins(unit, unit / 2, unit / 2, unit / 2);
    column->setSpacing(unit / 2);
    column->addWidget(m_text);
    column->addWidget(m_undo, 0, Qt::AlignRight);
    connect(m_undo, &QPushButton::clicked, this, &RemovalBar::undoRequested);
    connect(&removals, &ConversationRemovals::changed, this, &RemovalBar::update);
    update();
}

QString RemovalBar::text() const
{
    return m_text->text();
}

void RemovalBar::update()
{
    setVisible(m_removals.canUndo());
    if (!m_removals.canUndo())
        return;
    m_text->setText(m_removals.count() == 1 ? tr("Deleted \u201C%1\u201D.").arg(displayLine(m_removals.title(), 60))
                                            : tr("Deleted %n conversations.", nullptr, m_removals.count()));
    setAccessibleName(m_text->text());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace desk
