#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace desk {

// What to look for, how often it is there, and where one is: over the corner of what is searched. Knows nothing of what that is.
class FindBar : public QFrame
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    void open();                    // shows it and takes the focus, with the last words selected
    void show(const QString &text); // without taking the focus, or telling of the text
    [[nodiscard]] QString text() const;
    void setState(int position, int total, bool running);
    void setNote(const QString &note); // in place of the count, until the next one

Q_SIGNALS:
    void textChanged(const QString &text);
    void stepRequested(int by);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool take(const QKeyEvent &event);

    QLineEdit *m_edit;
    QLabel *m_count;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
};

} // namespace desk
