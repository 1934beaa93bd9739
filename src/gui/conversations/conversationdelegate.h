#pragma once

#include <QDateTime>
#include <QFont>
#include <QStyledItemDelegate>

namespace desk {

// A conversation in the list: title and time, below them the preview and its tags; a sign while its answer is being written, a dot and bold
// letters when it has not been read. Headers of groups are lower. The tooltip has the whole title and the exact time.
class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

    [[nodiscard]] static QString relativeTime(const QDateTime &time, const QDateTime &now);

private:
    // The list asks for the size of every row at each change.
    struct Heights {
        QFont font;
        int row = 0;
        int header = 0;
    };
    mutable Heights m_heights;

    static void paintHeader(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintCard(QPainter *painter, const QStyleOptionViewItem &option);
    static void paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line);
    static void paintPreview(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line);
};

} // namespace desk
