#pragma once

#include <QPlainTextEdit>

namespace desk {

// Writes the text of a comment or group where it stands on the canvas. Ctrl+Enter and leaving it keep the text, Escape does not.
// Deletes itself.
class NoteEditor final : public QPlainTextEdit
{
    Q_OBJECT
public:
    NoteEditor(const QString &text, const QRect &place, QWidget *canvas);

Q_SIGNALS:
    void written(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void finish(bool keeps);

    QString m_before;
    bool m_done = false;
};

} // namespace desk
