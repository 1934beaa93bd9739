#include "gui/definitions/definitiondifftable.h"

#include "gui/definitions/definitiondiffdelegate.h"
#include "gui/definitions/definitiondiffmodel.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

DefinitionDiffTable::DefinitionDiffTable(QWidget *parent)
    : QTableView(parent)
{
    setObjectName(u"definitionDiffTable"_s);
    setAccessibleName(tr("Differences"));
    setItemDelegate(new DefinitionDiffDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table
    setShowGrid(false);
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setVerticalScrollMode(ScrollPerPixel); // a row may be higher than the window
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    auto *copyAction = new QAction(tr("Copy"), this); // its key is handled below: in a shortcut it would be the window's too
    connect(copyAction, &QAction::triggered, this, &DefinitionDiffTable::copy);
    addAction(copyAction);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

QString DefinitionDiffTable::selectedText() const
{
    const auto *differences = qobject_cast<const DefinitionDiffModel *>(model());
    if (!differences)
        return {};
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    for (int row = 0; selectionModel()->selectedRows().isEmpty() && row < differences->rowCount(); ++row)
        rows.append(row);
    QStringList texts;
    for (const int row : rows)
        texts.append(DefinitionDiff::text(differences->rows().at(row)));
    return texts.join(u"\n\n"_s);
}

void DefinitionDiffTable::copy() const
{
    const QString text = clipboardText(selectedText());
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void DefinitionDiffTable::fit()
{
    if (!model())
        return;
    const int width = viewport()->width();
    const int field = std::min(width / 4, Theme::space(this, 24));
    const int side = (width - field) / 2;
    setColumnWidth(DefinitionDiffModel::FieldColumn, field);
    setColumnWidth(DefinitionDiffModel::BeforeColumn, side);
    setColumnWidth(DefinitionDiffModel::AfterColumn, width - field - side);
    resizeRowsToContents();
}

void DefinitionDiffTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTableView::keyPressEvent(event);
        return;
    }
    copy();
    event->accept();
}

void DefinitionDiffTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void DefinitionDiffTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace desk
