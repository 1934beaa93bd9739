#pragma once

#include "gui/chat/find/transcriptsearch.h"
#include "gui/chat/transcript/messagedelegate.h"
#include "gui/chat/transcript/rowgeometry.h"
#include "state/models/transcriptmodel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QImage>
#include <QListView>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class QMenu;
class QMimeData;
class QPushButton;

namespace desk {

class FindBar;
class RtfWriter;
class Thumbnails;
enum class MessageCommand;

// The messages of one conversation. A QListView for its keyboard, selection and accessibility, with a geometry of its own: heights are
// estimates until a row is seen and exact while it is, and correcting one never moves what is looked at (design 3.9). It follows the
// end only while it is at the end. A streaming row is laid out and painted at most once per frame, less often when that costs much.
//
// Keyboard: Up/Down walk rows (tall rows scroll first), Right/Left walk the parts of the row in reading order, Enter or Space
// activates the part, Enter on the row opens the reader, Shift+Left/Right scroll code or a table that is wider than the text (the one of
// the focused part, or the first on screen), Shift+Up/Down and Ctrl+A select whole messages, Ctrl+C copies the selected text or the row's
// markdown (with HTML beside it), F3 and Shift+F3 go through what is searched for, Esc clears.
class TranscriptView : public QListView
{
    Q_OBJECT
public:
    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;

    void setModel(QAbstractItemModel *model) override; // a TranscriptModel or null
    [[nodiscard]] TranscriptModel *transcript() const { return m_transcript; }

    [[nodiscard]] bool isAtEnd() const { return m_pinned; }
    void jumpToEnd();
    struct Place { // a message, and where in the viewport its top is; no key: at the end
        QString key;
        int offset = 0;
    };
    [[nodiscard]] Place place() const;
    bool goTo(const Place &place);                                                // false: the message is not there, or not yet
    [[nodiscard]] QRect partRect(int row, MessagePart::Kind kind, int index = 0); // in the viewport; empty when not there
    [[nodiscard]] const MessagePart *focusedPart() const { return m_hasPart ? &m_part : nullptr; }
    [[nodiscard]] QString selectedText();
    [[nodiscard]] QString selectedHtml(); // of a selection that is not of whole messages; empty when it is too long
    [[nodiscard]] QString selectedMarkdown();
    [[nodiscard]] bool addSelectionTo(RtfWriter &rtf); // with looks; false: nothing is selected
    [[nodiscard]] QList<int> selectedMessages() const; // rows of a selection of whole messages
    [[nodiscard]] bool hasSelection() const { return !m_selection.isNothing(); }
    void setOffersActions(bool offers); // buttons for what commandRequested() asks for
    void openMenu(int row);
    [[nodiscard]] const TranscriptSearch &search() const { return m_search; }
    [[nodiscard]] std::unique_ptr<QMimeData> selectionData(); // plain and HTML; Markdown too where messages are whole
    // Where the file of an attachment lies on this computer; empty: nowhere. Such a one can be dragged out.
    void setOriginals(std::function<QString(const StoredFile &file)> originalOf) { m_originalOf = std::move(originalOf); }
    [[nodiscard]] std::unique_ptr<QMimeData> attachmentData(int row, int attachment) const; // null: it is not here
    [[nodiscard]] std::unique_ptr<QMimeData> pictureData(int row, int picture) const;       // of an answer; null: it is not shown
    void setThumbnails(Thumbnails *thumbnails);                                             // of attachments that are pictures; outlives it
    void setAgentNames(const QHash<QString, QString> &names);                               // what agents are called, by id and by name
    void showPicture(const QString &source, const QImage &picture);                         // in place of its card, wherever that is
    void setCodeLook(bool wraps, bool numbers); // long lines of code, and numbers beside its lines (CH-42)
    void openFind();
    void findAt(int row, const QString &needle); // goes to a message, and marks the words; empty: the message alone
    void closeFind();
    void findNext(int by);

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void doItemsLayout() override;
    void reset() override;

Q_SIGNALS:
    void nearTop(); // older messages may be wanted; repeated
    void linkActivated(const QString &href, const QString &label);
    void citationActivated(int row, int citation);                       // the first of a document
    void sourceLinkActivated(int row, const QString &href);              // one that docLink knows
    void attachmentActivated(int row, int attachment, const QPoint &at); // what can be done with it; a place on the screen
    void thumbnailActivated(int row, int attachment, const QPoint &at);  // a picture among them
    void retryRequested(int row);
    void routingRequested(int row, const QPoint &at);                 // why this agent; a place on the screen
    void imageRequested(const QString &source, const QString &label); // a person asks for this one
    void imageOpened(const QImage &picture, const QString &label);    // one that is shown, to look at
    void readerRequested(int row);
    void saveRequested(const QString &name, const QByteArray &bytes); // a file to write where the person says
    void tableRequested(const desk::TableData &table);                // in a window
    void toolRequested(int row, int tool);                            // its whole input and output
    void commandRequested(desk::MessageCommand command, int row);
    void menuRequested(QMenu *menu, int row);     // is about to be shown: what else can be done with the message may be added
    void partFocused(const QString &description); // for assistive technology
    void copied(const QString &what);             // for the status line

public Q_SLOTS:
    void copy();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

    virtual void beginDrag(std::unique_ptr<QMimeData> data); // out of the program, until the mouse button is let go
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    struct Anchor { // a point of the content and where in the viewport it stands
        QString key;
        int row = -1;
        int point = -1; // MessageItem::anchorAt
        int y = 0;
    };
    struct Selection { // of text, maybe across messages; rows by key
        QString key;
        TextPlace from;
        QString endKey;
        TextPlace to;
        bool dragging = false;
        bool whole = false; // messages as wholes

        [[nodiscard]] bool isNothing() const { return key.isEmpty() || (!whole && key == endKey && from == to); }
    };
    struct SelectedRows { // the same in order; rows are -1 when there is none
        int first = -1;
        int last = -1;
        TextPlace from;
        TextPlace to;
    };

    [[nodiscard]] int contentWidth() const { return viewport()->width(); }
    [[nodiscard]] MessageItem &itemAt(int row) const;
    [[nodiscard]] QString keyOf(int row) const;
    [[nodiscard]] std::vector<int> estimates(int first, int last) const;
    void rebuildGeometry();
    void forgetModel();
    void onRowsRemoved(const QModelIndex &parent, int first, int last);

    [[nodiscard]] Anchor captureAnchor() const;
    [[nodiscard]] Anchor anchorFor(int row, int point) const;
    [[nodiscard]] qint64 anchorTop(const Anchor &anchor) const;
    bool measureVisible();
    void settle(const Anchor &anchor); // exact heights for what is visible, the anchor where it was
    void setScrollRange();
    void afterScroll();
    void placeJumpButton();
    void updateTyping();

    void applyStreaming();
    void repaintRow(int row, int fromY = 0);
    void paintRow(QPainter &painter, int row, const QRect &rect, const QRect &clip);

    [[nodiscard]] MessagePart hitPart(const QPoint &point, int *row) const;
    void setHover(int row, const MessagePart &part);
    bool walkParts(int step);
    void activate(int row, const MessagePart &part);
    void toggle(int row, const MessagePart &part);
    bool scrollTallRow(int step);
    void clearPart();
    void copyText(const QString &text, const QString &what);
    void copyMessage(int row);
    void copyMessages(int first, int last);
    void copySelection();
    void updateSelection(const QPoint &point);
    void extendSelection(int by);
    void selectAllMessages();
    [[nodiscard]] SelectedRows selectedRows() const;
    [[nodiscard]] MessageDocument::Range selectionIn(int row, const SelectedRows &rows) const;
    void scrollAtEdge();
    [[nodiscard]] bool isSelected(int row, const QPoint &point);
    [[nodiscard]] std::unique_ptr<QMimeData> messageData(int row) const;
    [[nodiscard]] bool dragOut(const QPoint &point);
    [[nodiscard]] bool scrollBlockAt(const QPoint &point, qreal by);
    [[nodiscard]] bool scrollBlockByKey(const QKeyEvent &event);
    void afterBlockScroll(int row);
    void refreshPart(int row); // the focused one has moved
    [[nodiscard]] QString wordsOf(int row, const MessagePart &part) const;
    [[nodiscard]] bool revealPart(MessageItem &item);
    [[nodiscard]] qreal besideBlock() const;
    void pressBar(int row, const MessagePart &part, const QPoint &point);
    void dragBar(const QPoint &point);
    void activateImage(int row, int index);
    void dragTable(int row, int index);
    [[nodiscard]] bool dragFile(int row);
    void saveCode(int row, int index);
    void copyTool(int row, const MessagePart &part);
    void addFormulas(QMenu &menu, int row, const QPoint &at);
    [[nodiscard]] bool activateWindowPart(int row, const MessagePart &part);
    [[nodiscard]] bool activateTurnPart(int row, const MessagePart &part);
    void showMenu(int row, const QPoint &at, const QPoint &pointed);

    void showHit();
    void onSearchChanged();
    [[nodiscard]] QRect hitRect(int row, const FindHit &hit);
    void placeFindBar();
    void refreshDays();
    [[nodiscard]] QString jumpText() const;

    MessageDelegate *m_delegate;
    QPointer<TranscriptModel> m_transcript;
    RowGeometry m_geometry;
    QList<QMetaObject::Connection> m_connections;
    QPushButton *m_jump;
    Anchor m_removalAnchor;
    int m_width = 0;
    bool m_pinned = true;
    bool m_settling = false;
    bool m_fullUpdate = false;
    QTimer m_frame; // streaming
    QString m_streamingKey;
    bool m_partsChanged = false; // above the text of that row, since it was painted
    QBasicTimer m_typing;
    int m_typingPhase = 0;
    QString m_hoverKey;
    MessagePart m_hoverPart;
    std::function<QString(const StoredFile &file)> m_originalOf;
    MessagePart m_part; // focused part of the current row
    bool m_hasPart = false;
    MessagePart m_pressed;
    QPoint m_pressedAt;
    Selection m_selection;
    SelectedRows m_painted; // while painting
    struct Bar {            // of a wide block, while it is dragged
        QString key;
        MessageDocument::BlockId block;
        qreal value = 0;
        qreal perPixel = 0;
    };
    Bar m_bar;
    bool m_mayDrag = false; // pressed inside the selection: it moves or, without a move, is cleared
    QBasicTimer m_edge;     // a selection is dragged beyond the edge
    QPoint m_edgePoint;
    int m_unseen = 0; // messages that came below while something else was read
    QTimer m_midnight;
    TranscriptSearch m_search;
    FindBar *m_find;
    QPointer<QWidget> m_findReturn;
    FindHit m_hit; // of the current match, and where it is if it is in the text
    MessageDocument::Range m_hitRange;
};

} // namespace desk
