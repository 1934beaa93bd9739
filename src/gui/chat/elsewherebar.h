#pragma once

#include <QFrame>

class QPushButton;

namespace desk {

// Stands in the place of the composer while the conversation is written in a window of its own.
class ElsewhereBar : public QFrame
{
    Q_OBJECT
public:
    explicit ElsewhereBar(QWidget *parent = nullptr); // hidden

    void focusButton();

Q_SIGNALS:
    void showRequested();

private:
    QPushButton *m_show;
};

} // namespace desk
