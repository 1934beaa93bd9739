#include "gui/chat/sidepane.h"

#include "gui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

SidePane::SidePane(QWidget &content, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_title(title)
    , m_inside(new QWidget(this))
    , m_button(new QToolButton(m_inside))
{
    setObjectName(content.objectName() + u"Pane"_s);
    m_button->setObjectName(content.objectName() + u"Detach"_s);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setFont(Theme::small(font()));
    const bool shown = !content.isHidden();
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_button, 0, Qt::AlignRight);
    column->addWidget(&content, 1);
    content.setVisible(shown);
    content.installEventFilter(this);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_inside);
    setMinimumWidth(content.minimumWidth());
    connect(m_button, &QToolButton::clicked, this, [this] { setDetached(!isDetached()); });
    updateButton();
    follow();
}

void SidePane::setKeys(const QList<QAction *> &keys)
{
    m_keys = keys;
}

void SidePane::setDetached(bool detached)
{
    if (detached == isDetached())
        return;
    const bool hadFocus = m_inside->isAncestorOf(QApplication::focusWidget());
    if (detached) {
        makeWindow();
        layout()->removeWidget(m_inside);
        m_window->layout()->addWidget(m_inside);
    } else {
        window()->removeEventFilter(this);
        m_window->removeEventFilter(this);
        m_geometry = m_window->saveGeometry();
        m_window->layout()->removeWidget(m_inside);
        layout()->addWidget(m_inside);
        m_window->hide();
        std::exchange(m_window, nullptr)->deleteLater();
    }
    m_inside->show();
    updateButton();
    follow();
    if (hadFocus) {
        m_inside->window()->activateWindow();
        m_button->setFocus();
    }
    Q_EMIT changed();
}

// A tool window: the keys of its parent's window work in it.
void SidePane::makeWindow()
{
    m_window = new QWidget(this, Qt::Tool);
    m_window->setObjectName(m_content.objectName() + u"Window"_s);
    //: Title of a window beside the main one; %1: "Sources" or "Insights"
    m_window->setWindowTitle(tr("%1 – Agent Desk").arg(m_title));
    m_window->setAttribute(Qt::WA_ShowWithoutActivating); // whoever shows the content says where the focus goes
    m_window->addActions(m_keys);
    m_window->resize(Theme::space(this, 48), Theme::space(this, 70));
    m_window->restoreGeometry(m_geometry);
    (new QVBoxLayout(m_window))->setContentsMargins(0, 0, 0, 0);
    m_window->installEventFilter(this);
    window()->installEventFilter(this);
}

void SidePane::follow()
{
    const bool shown = !m_content.isHidden();
    setVisible(shown && m_window == nullptr);
    if (m_window == nullptr)
        return;
    const bool wasActive = m_window->isActiveWindow();
    m_window->setVisible(shown && window()->isVisible());
    if (wasActive && !shown)
        window()->activateWindow();
}

void SidePane::updateButton()
{
    m_button->setText(isDetached() ? tr("Put back") : tr("Own window"));
    m_button->setAccessibleName(isDetached() ? tr("Put back beside the chat: %1").arg(m_title)
                                             : tr("Show in a window of its own: %1").arg(m_title));
    m_button->setToolTip(isDetached() ? tr("Put back beside the chat") : tr("Show in a window of its own"));
}

QVariantMap SidePane::state() const
{
    return {{u"detached"_s, isDetached()}, {u"geometry"_s, m_window == nullptr ? m_geometry : m_window->saveGeometry()}};
}

void SidePane::restore(const QVariantMap &state)
{
    m_geometry = state.value(u"geometry"_s).toByteArray();
    if (m_window != nullptr)
        m_window->restoreGeometry(m_geometry);
    setDetached(state.value(u"detached"_s).toBool());
}

bool SidePane::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == &m_content && (type == QEvent::ShowToParent || type == QEvent::HideToParent)) {
        follow();
    } else if (m_window != nullptr && watched == m_window) {
        if (type == QEvent::Move || type == QEvent::Resize)
            Q_EMIT changed();
        else if (type == QEvent::Close && event->spontaneous()) // not the end of the program
            Q_EMIT closeRequested();
    } else if (m_window != nullptr && watched == window() && (type == QEvent::Show || type == QEvent::Hide)) {
        QMetaObject::invokeMethod(this, &SidePane::follow, Qt::QueuedConnection); // the window itself comes first
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace desk
