#include "gui/chat/elsewherebar.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

ElsewhereBar::ElsewhereBar(QWidget *parent)
    : QFrame(parent)
    , m_show(new QPushButton(tr("&Show that window"), this))
{
    setObjectName(u"elsewhereBar"_s);
    setFrameShape(QFrame::StyledPanel);
    auto *text = new PlainLabel(tr("This conversation is open in a window of its own. You write there."), this);
    text->setWordWrap(true);
    text->setBuddy(m_show);
    m_show->setObjectName(u"elsewhereShow"_s);
    m_show->setAccessibleDescription(text->text());
    const int gap = Theme::space(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap * 2, gap, gap, gap);
    row->setSpacing(gap);
    row->addWidget(text, 1);
    row->addWidget(m_show);
    connect(m_show, &QPushButton::clicked, this, &ElsewhereBar::showRequested);
    hide();
}

void ElsewhereBar::focusButton()
{
    m_show->setFocus();
}

} // namespace desk
