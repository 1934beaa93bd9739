#include "gui/widgets/factview.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QEvent>
#include <QFormLayout>

#include <algorithm>

namespace desk {

FactView::FactView(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(Theme::space(this, 2));
    m_form->setVerticalSpacing(Theme::space(this, 0.75));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
}

void FactView::setFact(const QString &name, const QString &value)
{
    auto row = std::find_if(m_rows.begin(), m_rows.end(), [&name](const Row &r) { return r.name->text() == name; });
    if (row == m_rows.end()) {
        auto *label = new PlainLabel(name, this);
        auto *text = new PlainLabel(this);
        // Beside its name also where a number is written from the left in a window that goes from the right.
        text->setAlignment(Qt::AlignAbsolute | Qt::AlignTop | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setFocusPolicy(Qt::StrongFocus); // to copy a value without a mouse
        text->setAccessibleName(name);
        label->setBuddy(text);
        m_form->addRow(label, text);
        row = m_rows.insert(m_rows.end(), Row{label, text});
        updateColors();
    }
    row->value->setText(value);
    row->value->setAccessibleDescription(value.left(500));
    row->name->setVisible(!value.isEmpty());
    row->value->setVisible(!value.isEmpty());
}

void FactView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
}

void FactView::updateColors()
{
    QPalette subtle = palette();
    subtle.setColor(QPalette::WindowText, Theme::subtleText(subtle));
    for (const Row &row : std::as_const(m_rows))
        row.name->setPalette(subtle);
}

} // namespace desk
