// The part of TranscriptView that offers what can be done with a message.
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/turns/messagecommand.h"
#include "gui/text/textlimiter.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = MessagePart::Kind;

namespace {

// They are in the menu by themselves, with their keys.
bool hasItsOwnEntry(Kind kind)
{
    return kind == Kind::Copy || kind == Kind::Action || kind == Kind::VersionBack || kind == Kind::VersionNext ||
           kind == Kind::VersionCompare || kind == Kind::StepsTrace;
}

} // namespace

void TranscriptView::setOffersActions(bool offers)
{
    m_delegate->setHasActions(offers);
    doItemsLayout();
}

bool TranscriptView::activateTurnPart(int row, const MessagePart &part)
{
    switch (part.kind) {
    case Kind::Action:
        Q_EMIT commandRequested(static_cast<MessageCommand>(part.index), row);
        return true;
    case Kind::StepsTrace:
        Q_EMIT commandRequested(MessageCommand::Trace, row);
        return true;
    case Kind::VersionBack:
        Q_EMIT commandRequested(MessageCommand::PreviousVersion, row);
        return true;
    case Kind::VersionNext:
        Q_EMIT commandRequested(MessageCommand::NextVersion, row);
        return true;
    case Kind::VersionCompare:
        Q_EMIT commandRequested(MessageCommand::Compare, row);
        return true;
    default:
        return false;
    }
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    int row = -1;
    if (event->reason() == QContextMenuEvent::Keyboard)
        return openMenu(currentIndex().row());
    static_cast<void>(hitPart(event->pos(), &row));
    if (row >= 0)
        showMenu(row, event->pos(), event->pos());
}

void TranscriptView::openMenu(int row)
{
    if (m_transcript == nullptr || row < 0 || row >= m_transcript->rowCount())
        return;
    const QRect rect = visualRect(m_transcript->index(row, 0)).intersected(viewport()->rect());
    showMenu(row, rect.center(), QPoint(-1, -1));
}

// Formulas are those at `pointed`, or all where nothing is pointed at.
void TranscriptView::showMenu(int row, const QPoint &at, const QPoint &pointed)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"messageMenu"_s);
    menu->setToolTipsVisible(true);
    if (!m_selection.isNothing())
        menu->addAction(tr("Copy Selection"), this, &TranscriptView::copy);
    if (!m_delegate->hasActions()) // else it is among those, with its key
        menu->addAction(tr("Copy Message as Markdown"), this, [this, row] { copyMessage(row); });
    menu->addAction(tr("Open for Reading"), this, [this, row] { Q_EMIT readerRequested(row); });
    menu->addAction(tr("Select All Messages"), this, &TranscriptView::selectAllMessages);
    addFormulas(*menu, row, pointed);
    Q_EMIT menuRequested(menu, row);
    const auto parts = itemAt(row).activatableParts();
    for (const MessagePart &part : parts) {
        if (!hasItsOwnEntry(part.kind))
            menu->addAction(displayLine(part.text, 60).replace(u'&', u"&&"_s), this, [this, row, part] { activate(row, part); });
    }
    menu->popup(viewport()->mapToGlobal(at));
}

} // namespace desk
