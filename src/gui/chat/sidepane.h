#pragma once

#include <QList>
#include <QVariantMap>
#include <QWidget>

class QAction;
class QToolButton;

namespace desk {

// The place of one pane beside the chat, with a button that puts the pane into a window of its own and back (D-27), so that it can stand
// on another screen. Shown while its content is, in one place or the other: whoever shows or hides the content need not know which. The
// window goes and comes with the chat's, whose keys work in it.
class SidePane : public QWidget
{
    Q_OBJECT
public:
    // Takes the content. The title is that of the window.
    SidePane(QWidget &content, const QString &title, QWidget *parent = nullptr);

    void setKeys(const QList<QAction *> &keys); // of the chat alone, for the window; they outlive it
    void setDetached(bool detached);
    [[nodiscard]] bool isDetached() const { return m_window != nullptr; }

    [[nodiscard]] QVariantMap state() const; // {detached, geometry}
    void restore(const QVariantMap &state);  // onto a screen that is there; empty: beside the chat

Q_SIGNALS:
    void changed();        // the state
    void closeRequested(); // the person closed the window

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeWindow();
    void follow();
    void updateButton();

    QWidget &m_content;
    QString m_title;
    QWidget *m_inside; // button and content
    QToolButton *m_button;
    QWidget *m_window = nullptr;
    QList<QAction *> m_keys;
    QByteArray m_geometry; // of the window, while there is none
};

} // namespace desk
