#pragma once

#include "state/workflows/nodeid.h"

#include <QFrame>
#include <QList>

class QLabel;
class QLineEdit;

namespace desk {

class WorkflowView;

// Finds steps by id, title and what they do, over the top of the canvas: Ctrl+F opens, Enter and Shift+Enter go on and back, Escape closes.
class CanvasSearch final : public QFrame
{
    Q_OBJECT
public:
    explicit CanvasSearch(WorkflowView &view);

    void open();
    void close();
    [[nodiscard]] const QList<NodeId> &found() const { return m_found; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void go(int by);
    void tell();

    WorkflowView &m_view;
    QLineEdit *m_edit;
    QLabel *m_count;
    QList<NodeId> m_found;
};

} // namespace desk
