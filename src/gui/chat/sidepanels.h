#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

class QSplitter;

namespace desk {

// How wide the panes beside the chat are: conversations, source, insights, in any combination. Each keeps the width somebody gave it, also
// while it is hidden; where there is no room for all, the others give way first, and get their width back when there is.
class SidePanels : public QObject
{
    Q_OBJECT
public:
    // The pane of the splitter that takes what is left. Child of the splitter.
    SidePanels(QSplitter &splitter, QWidget &middle);

    void add(QWidget &panel, int width); // one of the splitter; this wide until somebody moves it

    [[nodiscard]] QByteArray state() const;
    void restore(const QByteArray &state); // also one of QSplitter: it tells how wide the first one was

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Panel {
        QWidget *widget;
        int width;
    };

    void remember();
    void fit(const QWidget *asked); // gives way last

    QSplitter &m_splitter;
    QWidget &m_middle;
    QList<Panel> m_panels;
};

} // namespace desk
