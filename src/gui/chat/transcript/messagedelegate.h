#pragma once

#include "gui/chat/transcript/messageitem.h"
#include "gui/chat/transcript/messagepainter.h"

#include <QCache>
#include <QHash>
#include <QStyledItemDelegate>

namespace desk {

// Lays out and paints the rows of a TranscriptModel. Keeps 128 laid out rows, fewer long ones, and what a person opened in every row.
class MessageDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int cacheSize = 128;

    explicit MessageDelegate(QObject *parent = nullptr);

    // The row, laid out for the width; valid until the next call that may evict it.
    [[nodiscard]] MessageItem &item(const QModelIndex &index, int width) const;
    [[nodiscard]] int estimatedHeight(const Message &message, int width) const;              // without any layout
    void markChanged(const QString &key);                                                    // the model has new data for it
    void clear();                                                                            // other model
    void setLook(const QPalette &palette, const QFont &font, Qt::LayoutDirection direction); // drops every layout

    // Whoever opens or closes one of the steps wants to see them: they stay open when the answer is there.
    void openSteps(const QString &key, bool open);
    void openThoughts(const QString &key, bool open);
    void toggleTool(const QString &key, int tool);
    void togglePlan(const QString &key);
    void setAgentNames(const QHash<QString, QString> &names);              // what agents are called, by id and by name
    [[nodiscard]] std::function<QString(const Message &)> authors() const; // who wrote an answer, by these names
    void addPicture(const QString &source, const QImage &picture);         // one that a person asked to see
    [[nodiscard]] QImage picture(const QString &source) const;             // null: not shown
    void setThumbnails(Thumbnails *thumbnails);                            // of attachments; outlives it, or null
    void markFilesChanged(const FileId &file);                             // in every row that has it; an empty id: that has any
    void showMore(const QString &key);
    void toggleWrap(const QString &key, qint64 block);        // of code, by MessageItem::codeKey()
    [[nodiscard]] bool setCodeLook(bool wraps, bool numbers); // of all code; true if it is new, and then every layout is dropped
    [[nodiscard]] bool hasActions() const { return m_hasActions; }
    void setHasActions(bool has);                        // buttons for what can be done with a message
    bool reveal(const QString &key, const FindHit &hit); // opens what hides it; true if something changed

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Set by the view before it paints a row.
    void setRowLook(const MessagePainter::Look &look)
    {
        m_look = look;
        m_look.thumbnails = m_thumbnails;
    }

private:
    struct Entry {
        MessageItem item;
        bool changed = true;
        int cost = 1; // in the cache
    };
    void pay(const QString &key, Entry *entry, int cost) const;

    mutable QCache<QString, Entry> m_cache;
    QHash<QString, MessageExpansion> m_expansions;
    std::shared_ptr<const QHash<QString, QString>> m_names;
    std::shared_ptr<const MarkdownPictures> m_pictures;
    QStringList m_pictureOrder; // oldest first
    Thumbnails *m_thumbnails = nullptr;
    MarkdownStyle m_style;
    QFont m_font;
    Qt::LayoutDirection m_direction = Qt::LeftToRight;
    MessagePainter::Look m_look;
    bool m_hasActions = false;
};

} // namespace desk
