// The part of MessageItem that is asked: what can be clicked, and what it stands for.
#include "gui/chat/transcript/messageitem.h"

#include "domain/citations.h"
#include "gui/text/textlimiter.h"

#include <QFontMetrics>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

using Kind = MessagePart::Kind;

QList<MessagePart> MessageItem::bodyButtons()
{
    QList<MessagePart> buttons;
    const auto boxes = m_document.codeBoxes();
    for (int i = 0; i < static_cast<int>(boxes.size()); ++i) {
        const QRect header = boxes.at(i).header.translated(m_body).toAlignedRect();
        if (header.isEmpty())
            continue;
        const QRect save(header.right() - header.height() - m_unit / 2, header.top(), header.height(), header.height());
        if (boxes.at(i).canWrap)
            buttons << MessagePart{Kind::CodeWrap, i, save.translated(-2 * header.height(), 0),
                                   boxes.at(i).wraps ? tr("Do not wrap long lines") : tr("Wrap long lines"), true};
        buttons << MessagePart{Kind::CodeCopy, i, save.translated(-header.height(), 0), tr("Copy code"), true};
        buttons << MessagePart{Kind::CodeSave, i, save, tr("Save code as\u2026"), true};
    }
    const auto tables = m_document.tableBoxes();
    const int size = qRound(QFontMetrics(m_font).height() * 1.4);
    for (int i = 0; i < static_cast<int>(tables.size()); ++i) {
        const QRect box = tables.at(i).box.translated(m_body).toAlignedRect();
        // Beside the table, or over the end of its head where there is no room.
        const int right = qMin(box.right() + size * 2 + m_unit / 2, m_body.x() + m_bodyWidth);
        const QRect open(right - size, box.top() + 1, size, size);
        buttons << MessagePart{Kind::TableCopy, i, open.translated(-size, 0), tr("Copy table, or drag it elsewhere"), true};
        buttons << MessagePart{Kind::TableOpen, i, open, tr("Open table"), true};
    }
    return buttons;
}

QList<MessagePart> MessageItem::activatableParts()
{
    QList<MessagePart> all;
    for (const MessagePart &part : m_parts) {
        if (part.activatable && part.kind != Kind::Copy && part.kind != Kind::Action)
            all << part;
        if (part.kind != Kind::Body)
            continue;
        QList<MessagePart> inside;
        const auto links = m_document.links();
        for (int i = 0; i < static_cast<int>(links.size()); ++i) {
            const QRect rect = m_document.rectOf(links.at(i)).translated(m_body).toAlignedRect();
            inside << MessagePart{Kind::Link, i, rect, tr("Link: %1").arg(displayLine(links.at(i).label, 120)), true};
        }
        const auto pictures = m_document.images();
        for (int i = 0; i < static_cast<int>(pictures.size()); ++i) {
            const QRectF seen = m_document.rectOf(pictures.at(i)).translated(m_body);
            QRect rect = seen.toAlignedRect();
            if (seen.width() <= 0)
                rect.setWidth(0); // scrolled away: not a pixel of it is hit at the edge
            const QString label = displayLine(pictures.at(i).label, 120);
            inside << MessagePart{Kind::Image, i, rect, pictures.at(i).isShown ? tr("Open picture: %1").arg(label) : label, true};
        }
        inside += bodyButtons();
        std::stable_sort(inside.begin(), inside.end(), [](const auto &a, const auto &b) { return a.rect.top() < b.rect.top(); });
        all += inside;
    }
    for (const Kind last : {Kind::Action, Kind::Copy})
        std::copy_if(m_parts.cbegin(), m_parts.cend(), std::back_inserter(all), [last](const auto &part) { return part.kind == last; });
    return all;
}

MessagePart MessageItem::hit(const QPoint &point)
{
    const auto all = activatableParts();
    for (const MessagePart &part : all) {
        if (part.kind != Kind::Link && part.rect.contains(point))
            return part;
    }
    const auto scrolls = m_document.blockScrolls();
    for (int i = 0; i < static_cast<int>(scrolls.size()); ++i) {
        const QRect track = scrolls.at(i).track.translated(m_body).toAlignedRect();
        if (track.contains(point))
            return {Kind::BlockScroll, i, track, {}, false};
    }
    for (const MessagePart &part : std::as_const(m_parts)) {
        if (part.kind != Kind::Body || !part.rect.contains(point))
            continue;
        const int number = m_document.linkAt(point - m_body);
        for (const MessagePart &link : all) {
            if (link.kind == Kind::Link && link.index == number)
                return link;
        }
        return part;
    }
    return {Kind::Header, 0, {}, {}, false};
}

MessageDocument::BlockId MessageItem::blockOf(const MessagePart &part)
{
    return m_document.scrollableAt(part.rect.center() - m_body);
}

void MessageItem::setPictures(std::shared_ptr<const MarkdownPictures> pictures)
{
    m_document.setPictures(std::move(pictures));
    m_dirty = true;
}

bool MessageItem::isAbout(const MessagePart &chip, int citation) const
{
    const QList<Citation> &all = m_message.citations;
    const auto has = [&all](int i) { return i >= 0 && i < all.size(); };
    return chip.kind == Kind::Citation && has(chip.index) && has(citation) && isSameDocument(all.at(chip.index), all.at(citation));
}

QString MessageItem::codeText(int index)
{
    const auto boxes = m_document.codeBoxes();
    return index >= 0 && index < boxes.size() ? m_document.codeText(boxes.at(index)) : QString();
}

QString MessageItem::codeLanguage(int index)
{
    const auto boxes = m_document.codeBoxes();
    return index >= 0 && index < boxes.size() ? boxes.at(index).language : QString();
}

qint64 MessageItem::codeKey(int index)
{
    const auto boxes = m_document.codeBoxes();
    return index >= 0 && index < boxes.size() ? boxes.at(index).key : -1;
}

TableData MessageItem::tableData(int index)
{
    const auto boxes = m_document.tableBoxes();
    return index >= 0 && index < boxes.size() ? m_document.tableData(boxes.at(index)) : TableData();
}

} // namespace desk
