#include "gui/chat/find/findbar.h"

#include "gui/theme.h"
#include "gui/widgets/iconbutton.h"
#include "gui/widgets/plainlabel.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

FindBar::FindBar(QWidget *parent)
    : QFrame(parent)
    , m_edit(new QLineEdit(this))
    , m_count(new PlainLabel(this))
{
    setObjectName(u"findBar"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    setCursor(Qt::ArrowCursor);
    m_edit->setObjectName(u"findText"_s);
    m_edit->setPlaceholderText(tr("Find"));
    m_edit->setAccessibleName(tr("Find in this conversation"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaxLength(1000);
    m_edit->installEventFilter(this);
    m_count->setObjectName(u"findCount"_s);
    m_count->setFont(Theme::small(font()));
    m_count->setAlignment(Qt::AlignCenter);
    const QFontMetrics metrics(font());
    m_edit->setMinimumWidth(metrics.averageCharWidth() * 24);
    m_count->setMinimumWidth(metrics.averageCharWidth() * 12);
    m_previous = iconButton(this, u"findPrevious"_s, u"chevron-up"_s, tr("Previous match (Shift+F3)"));
    m_next = iconButton(this, u"findNext"_s, u"chevron-down"_s, tr("Next match (F3)"));
    QToolButton *close = iconButton(this, u"findClose"_s, u"close"_s, tr("Close (Esc)"));
    auto *box = new QHBoxLayout(this);
    const int unit = Theme::space(this);
    box->setContentsMargins(unit / 2, unit / 2, unit / 2, unit / 2);
    box->setSpacing(unit / 2);
    for (QWidget *widget : {static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_previous),
                            static_cast<QWidget *>(m_next), static_cast<QWidget *>(close)})
        box->addWidget(widget);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(close, &QToolButton::clicked, this, &FindBar::closeRequested);
    setState(0, 0, false);
    hide();
}

void FindBar::show(const QString &text)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setText(text);
    QFrame::show();
    raise();
}

void FindBar::open()
{
    QFrame::show();
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

QString FindBar::text() const
{
    return m_edit->text();
}

void FindBar::setState(int position, int total, bool running)
{
    QString text;
    if (m_edit->text().isEmpty())
        text = QString();
    else if (total == 0)
        text = running ? tr("Searching\u2026") : tr("Not found");
    else if (running)
        //: Which match of how many, while more may be found
        text = tr("%1 of %2\u2026").arg(locale().toString(position), locale().toString(total));
    else
        //: Which match of how many
        text = tr("%1 of %2").arg(locale().toString(position), locale().toString(total));
    m_count->setText(text);
    m_edit->setAccessibleDescription(text);
    m_previous->setEnabled(total > 0);
    m_next->setEnabled(total > 0);
}

void FindBar::setNote(const QString &note)
{
    m_count->setText(note);
    m_edit->setAccessibleDescription(note);
}

bool FindBar::take(const QKeyEvent &event)
{
    const bool back = event.modifiers().testFlag(Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        Q_EMIT stepRequested(back ? -1 : 1);
        return true;
    case Qt::Key_Escape:
        Q_EMIT closeRequested();
        return true;
    default:
        return false;
    }
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && take(*static_cast<QKeyEvent *>(event)))
        return true;
    return QFrame::eventFilter(watched, event);
}

// Keys of the buttons end here: what is below would scroll.
void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F3)
        static_cast<void>(take(*event));
    event->accept();
}

} // namespace desk
