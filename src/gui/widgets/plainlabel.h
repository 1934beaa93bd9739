#pragma once

#include <QLabel>

namespace desk {

// Shows its text as it is. A QLabel guesses what it is given, and opens the pictures of what it takes for HTML (REND-02, M-18); so there is
// none of another kind, which lint looks after.
class PlainLabel : public QLabel
{
public:
    explicit PlainLabel(QWidget *parent = nullptr)
        : PlainLabel(QString(), parent)
    {
    }
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setText(text);
    }
};

} // namespace desk
