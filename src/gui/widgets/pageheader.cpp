#include "gui/widgets/pageheader.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace desk {

using namespace Qt::StringLiterals;

PageHeader::PageHeader(const QString &title, const QString &searchName, QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(title, this))
    , m_row(new QHBoxLayout(this))
{
    m_title->setFont(Theme::heading(font()));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::space(this));
    m_row->addWidget(m_title);
    m_row->addStretch(1);
    if (searchName.isEmpty())
        return;
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"search"_s);
    m_search->setPlaceholderText(searchName);
    m_search->setAccessibleName(searchName);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(Theme::space(this, 20));
    m_search->setMaximumWidth(Theme::space(this, 36));
    m_row->addWidget(m_search, 1);
}

void PageHeader::addFilter(QWidget *widget)
{
    m_row->insertWidget(m_search ? m_row->count() - 1 : m_row->count(), widget);
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_title->setFont(Theme::heading(font()));
}

} // namespace desk
