#include "gui/workflows/canvas/steppalette.h"

#include "gui/theme.h"
#include "gui/workflows/canvas/stepcommands.h"
#include "gui/workflows/canvas/stepmime.h"
#include "gui/workflows/canvas/steppainter.h"
#include "gui/workflows/stepmodel.h"

#include <QEvent>
#include <QMimeData>

namespace desk {

StepPalette::StepPalette(StepCommands &commands, QWidget *parent)
    : QListWidget(parent)
    , m_commands(commands)
{
    setObjectName(QStringLiteral("stepPalette"));
    setAccessibleName(tr("Kinds of steps"));
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setSizeAdjustPolicy(AdjustToContents);
    connect(this, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { m_commands.insertBehindCurrent(item->data(Qt::UserRole).toString()); });
    fill();
}

void StepPalette::setKinds(const QStringList &kinds)
{
    m_commands.setKinds(kinds);
    fill();
}

void StepPalette::fill()
{
    clear();
    for (const QString &type : m_commands.kinds()) {
        const QColor color = StepPainter::kindColor(type, palette());
        auto *item = new QListWidgetItem(Theme::icon(StepModel::kindIcon(type), color), StepModel::kindText(type), this);
        item->setData(Qt::UserRole, type);
        item->setData(Qt::AccessibleDescriptionRole, tr("Enter adds a step of this kind."));
    }
    if (count() > 0)
        setCurrentRow(0, QItemSelectionModel::NoUpdate);
}

QMimeData *StepPalette::mimeData(const QList<QListWidgetItem *> &items) const
{
    return items.isEmpty() || m_commands.isReadOnly() ? nullptr : stepmime::ofKind(items.constFirst()->data(Qt::UserRole).toString());
}

void StepPalette::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace desk
