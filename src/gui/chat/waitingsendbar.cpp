#include "gui/chat/waitingsendbar.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

WaitingSendBar::WaitingSendBar(QWidget *parent)
    : QFrame(parent)
    , m_cancel(new QPushButton(tr("Do not send"), this))
{
    setObjectName(u"waitingSendBar"_s);
    setFrameShape(QFrame::StyledPanel);
    auto *text = new PlainLabel(tr("This message waits for its files."), this);
    text->setWordWrap(true);
    m_cancel->setObjectName(u"waitingSendCancel"_s);
    m_cancel->setAutoDefault(false);
    m_cancel->setToolTip(tr("Keep it as a draft"));
    m_cancel->setAccessibleDescription(text->text());
    const int gap = Theme::space(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap * 2, gap, gap, gap);
    row->setSpacing(gap);
    row->addWidget(text, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &WaitingSendBar::cancelRequested);
    hide();
}

bool WaitingSendBar::holdsFocus() const
{
    return m_cancel->hasFocus();
}

} // namespace desk
