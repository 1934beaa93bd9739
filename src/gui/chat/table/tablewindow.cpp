#include "gui/chat/table/tablewindow.h"

#include "gui/chat/table/tablemodel.h"
#include "gui/chat/table/tabletext.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

TableWindow::TableWindow(const TableData &table, QWidget *parent)
    : QDialog(parent)
    , m_model(new TableModel(table, this))
    , m_filter(new QLineEdit(this))
    , m_count(new PlainLabel(this))
    , m_view(new QTableView(this))
{
    setObjectName(u"tableWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Table"));
    build();
    const QFontMetrics metrics(font());
    const int most = metrics.averageCharWidth() * 45;
    m_view->resizeColumnsToContents();
    int width = m_view->verticalHeader()->sizeHint().width() + metrics.height() * 4;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_view->setColumnWidth(column, qMin(m_view->columnWidth(column) + metrics.averageCharWidth(), most));
        width += m_view->columnWidth(column);
    }
    const int rows = qBound(6, m_model->rowCount(), 24);
    resize(qBound(metrics.averageCharWidth() * 60, width, metrics.averageCharWidth() * 130), metrics.height() * (rows * 2 + 8));
    updateCount();
    m_view->setFocus();
}

void TableWindow::build()
{
    m_filter->setObjectName(u"tableFilter"_s);
    m_filter->setPlaceholderText(tr("Filter rows"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_count->setObjectName(u"tableCount"_s);
    m_view->setObjectName(u"tableView"_s);
    m_view->setAccessibleName(tr("Table"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new IsolatingDelegate(m_view));
    m_view->setTabKeyNavigation(false);
    m_view->setDragEnabled(true);
    m_view->setDragDropMode(QAbstractItemView::DragOnly);
    m_view->setDefaultDropAction(Qt::CopyAction);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    if (auto *corner = m_view->findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly)) { // Qt gives it neither
        corner->setToolTip(tr("Select the whole table"));
        corner->setAccessibleName(corner->toolTip());
    }
    auto *copyAction = new QAction(tr("Copy cells"), this);
    copyAction->setObjectName(u"copyCells"_s);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(copyAction);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter is for what is inside
    QPushButton *copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(u"copyTable"_s);
    copyButton->setToolTip(tr("The selected cells, or the whole table"));
    QPushButton *save = buttons->addButton(tr("&Save as CSV\u2026"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"saveTable"_s);
    for (QPushButton *button : {copyButton, save})
        button->setAutoDefault(false);
    connect(copyAction, &QAction::triggered, this, &TableWindow::copy);
    connect(copyButton, &QPushButton::clicked, this, &TableWindow::copy);
    connect(save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(u"table.csv"_s, tableCsv(m_model->shown()).toUtf8()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_filter, &QLineEdit::textChanged, this, &TableWindow::filter);
    auto *top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_count);
    auto *box = new QVBoxLayout(this);
    box->addLayout(top);
    box->addWidget(m_view, 1);
    box->addWidget(buttons);
}

void TableWindow::copy()
{
    QApplication::clipboard()->setMimeData(tableMimeData(m_model->selected(m_view->selectionModel()->selectedIndexes())).release());
}

void TableWindow::filter(const QString &words)
{
    m_model->setFilter(words);
    updateCount();
}

void TableWindow::updateCount()
{
    const auto all = static_cast<int>(m_model->table().rows.size());
    const int shown = m_model->rowCount();
    //: How many rows the filter leaves
    m_count->setText(shown == all ? tr("%n rows", nullptr, all) : tr("%1 of %n rows", nullptr, all).arg(locale().toString(shown)));
}

} // namespace desk
