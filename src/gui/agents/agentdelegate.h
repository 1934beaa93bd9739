#pragma once

#include "domain/agent.h"

#include <QStyledItemDelegate>

namespace desk {

// An agent in the list: title and kind, below them its description; a star where it is a favourite, and quiet letters and a word where it
// is inactive. Foreign text is drawn as it is, never as markup.
class AgentDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString kindText(AgentVisibility visibility); // one word; empty where the server did not tell

private:
    static void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line);
    static QRect paintSigns(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line);
};

} // namespace desk
