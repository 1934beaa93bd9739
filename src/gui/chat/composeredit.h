#pragma once

#include <QPlainTextEdit>

namespace desk {

// The text of the message being written. Enter asks to send, Shift+Enter makes a new line, nothing is sent while an input method
// composes. Grows with its text to eight lines. Plain text only; files that are pasted are announced.
class ComposerEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr int maxLines = 8;
    // Beyond this the text layout would block for seconds (M-20): such a paste is refused, with the advice to attach it.
    static constexpr qsizetype maxPaste = 200'000;
    static constexpr qsizetype maxPastedLine = 20'000;

    explicit ComposerEdit(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void submitted();
    void escapePressed();
    void recallRequested(); // Up in an empty text
    void filesPasted(const QStringList &paths);
    void pasteRefused();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void adjustHeight();
    [[nodiscard]] int heightFor(int lines) const;

    bool m_composing = false;
};

} // namespace desk
