#pragma once

#include <QImage>
#include <QPlainTextEdit>

class QMenu;
class QMimeData;

namespace desk {

// The text of the message being written. Enter asks to send, or Ctrl+Enter alone does; Shift+Enter makes a new line, nothing is sent while
// an input method composes. Grows with its text to eight lines. Plain text only; what is pasted and is a file, or had better be one, is
// announced.
class ComposerEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr int maxLines = 8;
    static constexpr qsizetype maxPaste = 10'000; // characters; a longer one is better read as a file
    // Beyond these the text layout would block for seconds (M-20).
    static constexpr qsizetype maxText = 200'000;
    static constexpr qsizetype maxPastedLine = 20'000;

    explicit ComposerEdit(QWidget *parent = nullptr);

    void setEnterSends(bool sends) { m_enterSends = sends; } // false: Ctrl+Enter does, Enter makes a new line
    // True: long texts and pictures are announced, to be attached. Else long texts are refused and pictures are not taken.
    void setAttaches(bool attaches) { m_attaches = attaches; }
    [[nodiscard]] static bool canHold(const QString &text); // without blocking
    bool takeFrom(const QMimeData *source);                 // as by pasting; false: there is nothing to take

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void submitted();
    void escapePressed();
    void recallRequested(); // Up in an empty text
    void filesPasted(const QStringList &paths);
    void textPasted(const QString &text); // too much to stand here, and not inserted
    void imagePasted(const QImage &image);
    void pasteRefused();
    void menuAboutToShow(QMenu *menu, int position); // to be added to; position: in the text, that it is about
    void suggestionsRequested();                     // for the word at the caret

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void adjustHeight();
    [[nodiscard]] int heightFor(int lines) const;
    [[nodiscard]] bool fits(const QString &pasted) const;
    [[nodiscard]] bool isPicture(const QMimeData *source) const;

    bool m_composing = false;
    bool m_attaches = false;
    bool m_enterSends = true;
};

} // namespace desk
