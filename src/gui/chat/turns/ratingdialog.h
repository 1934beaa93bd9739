#pragma once

#include "state/models/messagemarks.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace desk {

// Good or bad, and why (CH-67).
class RatingDialog : public QDialog
{
    Q_OBJECT
public:
    RatingDialog(Rating rating, const QString &note, QWidget *parent = nullptr);

Q_SIGNALS:
    void rated(desk::Rating rating, const QString &note); // None: the rating is taken back

private:
    void save();

    QRadioButton *m_up;
    QRadioButton *m_down;
    QPlainTextEdit *m_note;
    QPushButton *m_save = nullptr;
};

} // namespace desk
