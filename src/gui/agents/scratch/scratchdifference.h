#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace desk {

// What is different between two answers, line by line, in the order of the columns above it.
class ScratchDifference : public QWidget
{
    Q_OBJECT
public:
    explicit ScratchDifference(QWidget *parent);

    void compare(const QString &mine, const QString &saved); // markdown as it came; hostile

private:
    QLabel *m_same;
    QPlainTextEdit *m_mine;
    QPlainTextEdit *m_saved;
};

} // namespace desk
