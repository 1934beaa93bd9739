#pragma once

#include "gui/chat/table/tabledata.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QTableView;

namespace desk {

class TableModel;

// A table of an answer in a window of its own, whole and as wide as it is: sorted by clicks on its head, filtered, copied and dragged as
// cells, saved as CSV. Never modal.
class TableWindow : public QDialog
{
    Q_OBJECT
public:
    explicit TableWindow(const TableData &table, QWidget *parent = nullptr);

Q_SIGNALS:
    void saveRequested(const QString &name, const QByteArray &bytes);

private:
    void build();
    void copy();
    void filter(const QString &words);
    void updateCount();

    TableModel *m_model;
    QLineEdit *m_filter;
    QLabel *m_count;
    QTableView *m_view;
};

} // namespace desk
