#include "gui/chat/turns/deletionbar.h"

#include "gui/chat/turns/messagecommand.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

DeletionBar::DeletionBar(QWidget *parent)
    : CardFrame(parent)
    , m_text(new PlainLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"deletionBar"_s);
    m_text->setObjectName(u"deletionText"_s);
    m_undo->setObjectName(u"undoDelete"_s);
    m_undo->setAccessibleName(MessageCommands::text(MessageCommand::UndoRemove));
    const QString keys = MessageCommands::keys(MessageCommand::UndoRemove).toString(QKeySequence::NativeText);
    m_undo->setToolTip(tr("Undo deleting (%1 in the conversation)").arg(keys));
    m_close->setObjectName(u"deletionClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(Theme::icon(u"close"_s));
    m_close->setToolTip(tr("Delete now"));
    m_close->setAccessibleName(m_close->toolTip());
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(this);
    const int gap = Theme::space(this);
    row->setContentsMargins(gap * 2, gap / 2, gap, gap / 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    row->addWidget(m_close);
    connect(m_undo, &QPushButton::clicked, this, &DeletionBar::undoRequested);
    connect(m_close, &QToolButton::clicked, this, &DeletionBar::dismissed);
    hide();
}

void DeletionBar::showDeleted(qsizetype messages)
{
    setVisible(messages > 0);
    if (messages == 0)
        return;
    m_text->setText(tr("%n messages deleted.", nullptr, static_cast<int>(messages)));
    setAccessibleName(m_text->text());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace desk
