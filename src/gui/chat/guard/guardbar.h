#pragma once

#include "gui/widgets/cardframe.h"

class QLabel;
class QPushButton;

namespace desk {

// Over the composer: what was found in what is about to leave this computer, and what to do. Hidden when there is nothing. Escape goes
// back to the text.
class GuardBar : public CardFrame
{
    Q_OBJECT
public:
    // Of a text, or of files: which buttons there are and what they are called.
    enum class About { Text, Files };

    explicit GuardBar(QWidget *parent = nullptr);

    void showFindings(About about, const QString &title, const QStringList &lines, bool isBlocked);
    void clear();

Q_SIGNALS:
    void accepted(); // it goes all the same
    void removed();  // without what was found
    void edited();   // back to the text

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void announce();

    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_lines;
    QPushButton *m_accept;
    QPushButton *m_remove;
    QPushButton *m_edit;
};

} // namespace desk
