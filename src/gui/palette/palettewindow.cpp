#include "gui/palette/palettewindow.h"

#include "gui/palette/palettedelegate.h"
#include "gui/palette/palettemodel.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int rowsShown = 12;

} // namespace

PaletteWindow::PaletteWindow(QList<PaletteEntry> entries, const QStringList &recent, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_note(new PlainLabel(this))
{
    setObjectName(u"palette"_s);
    setWindowTitle(tr("Go to or do"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_model->setEntries(std::move(entries), recent);
    build();
    onPattern({});
}

void PaletteWindow::build()
{
    const int gap = Theme::space(this);
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("Go to or do"));
    m_field->setPlaceholderText(tr("A command, page, conversation, agent or profile"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(200);
    m_field->addAction(Theme::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What fits"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(m_list->sizeHintForRow(0) * rowsShown);
    m_note->setObjectName(u"paletteNote"_s);
    m_note->setContentsMargins(gap, gap, gap, gap);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(gap, gap, gap, gap);
    box->setSpacing(gap);
    box->addWidget(m_field);
    box->addWidget(m_note);
    box->addWidget(m_list, 1);
    setMinimumWidth(Theme::space(this, 92));
    connect(m_field, &QLineEdit::textChanged, this, &PaletteWindow::onPattern);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        setRow(index.row());
        runCurrent();
    });
}

void PaletteWindow::onPattern(const QString &pattern)
{
    m_model->setPattern(pattern);
    const bool any = m_model->rowCount() > 0;
    m_note->setText(any ? QString() : tr("Nothing fits."));
    m_note->setVisible(!any);
    setRow(any ? 0 : -1);
}

void PaletteWindow::walk(int by)
{
    const int rows = m_model->rowCount();
    if (rows > 0)
        setRow(std::clamp(m_list->currentIndex().row() + by, 0, rows - 1));
}

// The focus stays in the field: what is chosen is told as its description.
void PaletteWindow::setRow(int row)
{
    const QModelIndex index = m_model->index(row);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    m_field->setAccessibleDescription(index.isValid() ? index.data(Qt::AccessibleTextRole).toString() : m_note->text());
    QAccessibleEvent event(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void PaletteWindow::runCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || !m_model->entry(row).whyNot.isEmpty())
        return; // why is beside it
    const PaletteEntry entry = m_model->entry(row);
    Q_EMIT chosen(entry.id);
    accept();
    entry.run(); // after the focus went back to where it was
}

bool PaletteWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        walk(-1);
        return true;
    case Qt::Key_Down:
        walk(1);
        return true;
    case Qt::Key_PageUp:
        walk(1 - rowsShown);
        return true;
    case Qt::Key_PageDown:
        walk(rowsShown - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

void PaletteWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow())
        reject(); // somebody went elsewhere
}

void PaletteWindow::showEvent(QShowEvent *event)
{
    place();
    m_field->setFocus();
    QDialog::showEvent(event);
}

// At the top of the window, where the eye is when the keys were pressed.
void PaletteWindow::place()
{
    const QWidget *parent = parentWidget();
    if (parent == nullptr)
        return;
    adjustSize();
    const QRect around(parent->mapToGlobal(QPoint(0, 0)), parent->size());
    move(around.center().x() - width() / 2, around.top() + around.height() / 8);
}

} // namespace desk
