#include "gui/chat/guard/guardbar.h"

#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

GuardBar::GuardBar(QWidget *parent)
    : CardFrame(parent, Tone::Warning)
    , m_icon(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_lines(new PlainLabel(this))
    , m_accept(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_edit(new QPushButton(tr("E&dit"), this))
{
    setObjectName(u"guardBar"_s);
    setAccessibleName(tr("Before this leaves your computer"));
    m_title->setObjectName(u"guardTitle"_s);
    m_lines->setObjectName(u"guardLines"_s);
    for (QLabel *label : {m_title, m_lines}) {
        label->setWordWrap(true);
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_accept->setObjectName(u"guardAccept"_s);
    m_remove->setObjectName(u"guardRemove"_s);
    m_edit->setObjectName(u"guardEdit"_s);
    const int unit = Theme::space(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(unit);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(unit);
    for (QPushButton *button : {m_remove, m_edit, m_accept})
        flow->addWidget(button);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit * 3 / 2, unit, unit * 3 / 2, unit);
    box->setSpacing(unit);
    box->addLayout(head);
    box->addWidget(m_lines);
    box->addWidget(buttons);
    setFocusProxy(m_remove); // never the way out
    connect(m_accept, &QPushButton::clicked, this, &GuardBar::accepted);
    connect(m_remove, &QPushButton::clicked, this, &GuardBar::removed);
    connect(m_edit, &QPushButton::clicked, this, &GuardBar::edited);
    hide();
}

void GuardBar::showFindings(About about, const QString &title, const QStringList &lines, bool isBlocked)
{
    const bool isText = about == About::Text;
    m_icon->setPixmap(Theme::icon(u"warning"_s, Theme::warning(palette())).pixmap(Theme::iconSize(font())));
    m_title->setText(title);
    m_lines->setText(lines.join(u'\n'));
    m_accept->setText(isText ? tr("&Send anyway") : tr("&Attach anyway"));
    m_accept->setVisible(!isBlocked);
    //: What stands in place of a secret: the same word as in the text
    m_remove->setText(isText ? tr("&Replace with %1").arg(tr("[removed]")) : tr("&Leave out"));
    m_edit->setVisible(isText);
    show();
    m_remove->setFocus(Qt::OtherFocusReason);
    window()->setAttribute(Qt::WA_KeyboardFocusChange); // the frame shows what Enter does
    announce();
}

void GuardBar::clear()
{
    hide();
}

void GuardBar::announce()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void GuardBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT edited();
    else
        CardFrame::keyPressEvent(event);
}

} // namespace desk
