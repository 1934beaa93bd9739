#include "gui/workflows/inspector/foldsection.h"

#include "gui/theme.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

FoldSection::FoldSection(const QString &name, const QString &key, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_button(new QToolButton(this))
    , m_content(content)
{
    m_button->setObjectName(key);
    m_button->setText(name);
    m_button->setAccessibleName(name);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_button, 0, Qt::AlignLeading);
    column->addWidget(content);
    connect(m_button, &QToolButton::toggled, this, &FoldSection::setOpen);
    setOpen(false);
}

void FoldSection::setOpen(bool isOpen)
{
    m_button->setChecked(isOpen);
    showArrow();
    m_content->setVisible(isOpen);
}

void FoldSection::showArrow()
{
    const QString closed = isRightToLeft() ? u"chevron-left"_s : u"chevron-right"_s;
    m_button->setIcon(Theme::icon(isOpen() ? u"chevron-down"_s : closed));
}

void FoldSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        showArrow();
}

bool FoldSection::isOpen() const
{
    return m_button->isChecked();
}

} // namespace desk
