#include "gui/insights/undobar.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int shownMs = 15'000;

} // namespace

UndoBar::UndoBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new PlainLabel(this))
    , m_undo(new QPushButton(Theme::icon(u"retry"_s), tr("&Undo"), this))
{
    setObjectName(u"undoBar"_s);
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(u"undoText"_s);
    m_text->setWordWrap(true);
    m_undo->setObjectName(u"undoButton"_s);
    auto *row = new QHBoxLayout(this);
    const int gap = Theme::space(this);
    row->setContentsMargins(gap * 2, gap / 2, gap, gap / 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownMs);
    connect(&m_timer, &QTimer::timeout, this, &UndoBar::hideUnlessUsed);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::runUndo);
    hide();
}

void UndoBar::offer(const QString &text, std::function<void()> undo)
{
    m_text->setText(text);
    m_run = std::move(undo);
    m_undo->setVisible(static_cast<bool>(m_run));
    setAccessibleName(text);
    show();
    m_timer.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void UndoBar::runUndo()
{
    hide();
    if (const std::function<void()> run = std::exchange(m_run, {}))
        run();
}

void UndoBar::hideUnlessUsed()
{
    if (m_undo->hasFocus())
        m_timer.start();
    else
        hide();
}

} // namespace desk
