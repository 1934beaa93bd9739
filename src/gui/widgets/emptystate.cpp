#include "gui/widgets/emptystate.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_text(new PlainLabel(this))
    , m_action(new QPushButton(this))
{
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    m_icon->setAlignment(Qt::AlignCenter);
    m_action->setObjectName(u"emptyStateAction"_s);
    m_action->setDefault(true);
    m_action->hide();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    auto *middle = new QHBoxLayout; // a label with a largest width does not centre itself in a column
    middle->addStretch(1);
    middle->addWidget(m_text, 1000);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(Theme::space(this));
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    updateLook();
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &text, const QString &actionText)
{
    m_iconName = iconName;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    updateLook();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateLook();
}

void EmptyState::updateLook()
{
    const int side = Theme::space(font(), 5);
    m_icon->setPixmap(Theme::icon(m_iconName, Theme::subtleText(palette())).pixmap(QSize(side, side), devicePixelRatioF()));
    m_title->setFont(Theme::heading(font()));
    QPalette subtle = palette();
    subtle.setColor(QPalette::WindowText, Theme::subtleText(subtle));
    m_text->setPalette(subtle);
    m_text->setMaximumWidth(Theme::space(font(), 64));
}

} // namespace desk
