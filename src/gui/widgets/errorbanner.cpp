#include "gui/widgets/errorbanner.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

static QLabel *plainLabel(QWidget *parent)
{
    auto *label = new PlainLabel(parent);
    label->setWordWrap(true);
    return label;
}

ErrorBanner::ErrorBanner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new PlainLabel(this))
    , m_message(plainLabel(this))
    , m_nextStep(plainLabel(this))
    , m_details(plainLabel(this))
    , m_actionButton(new QPushButton(this))
    , m_secondButton(new QPushButton(this))
    , m_detailsButton(new QPushButton(tr("Details"), this))
    , m_copyButton(new QPushButton(tr("Copy details"), this))
    , m_closeButton(new QToolButton(this))
{
    setObjectName(u"errorBanner"_s);
    m_actionButton->setObjectName(u"errorAction"_s);
    m_secondButton->setObjectName(u"errorSecondAction"_s);
    m_detailsButton->setObjectName(u"errorDetails"_s);
    m_copyButton->setObjectName(u"errorCopy"_s);
    m_closeButton->setObjectName(u"errorClose"_s);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setFocusPolicy(Qt::StrongFocus);
    m_details->setFont(Theme::monospace(Theme::small(font())));
    m_details->setAccessibleName(tr("Technical details"));
    m_detailsButton->setCheckable(true);
    m_closeButton->setAutoRaise(true);
    m_closeButton->setIcon(Theme::icon(u"close"_s));
    m_closeButton->setToolTip(tr("Dismiss"));
    m_closeButton->setAccessibleName(tr("Dismiss this message"));
    m_closeButton->setFocusPolicy(Qt::StrongFocus);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_actionButton);
    buttons->addWidget(m_secondButton);
    buttons->addWidget(m_detailsButton);
    buttons->addWidget(m_copyButton);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(Theme::space(this, 0.5));
    for (QLabel *label : {m_message, m_nextStep, m_details})
        column->addWidget(label);
    column->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    const int gap = Theme::space(this, 1.5);
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    row->addWidget(m_closeButton, 0, Qt::AlignTop);

    connect(m_actionButton, &QPushButton::clicked, this, &ErrorBanner::runAction);
    connect(m_secondButton, &QPushButton::clicked, this, [this] { m_secondAction(); });
    connect(m_detailsButton, &QPushButton::toggled, this, &ErrorBanner::toggleDetails);
    connect(m_copyButton, &QPushButton::clicked, this, &ErrorBanner::copyDetails);
    connect(m_closeButton, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    updateColors();
    hide();
}

void ErrorBanner::showError(const Error &error, const QString &actionText, std::function<void()> action)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    m_message->setText(error.message.isEmpty() ? tr("Something went wrong, and the server gave no reason.") : error.message);
    m_nextStep->setText(error.nextStep);
    m_nextStep->setVisible(!error.nextStep.isEmpty());
    const QString details = detailsOf(error);
    m_details->setText(details);
    m_detailsButton->setVisible(!details.isEmpty());
    m_detailsButton->setChecked(false);
    toggleDetails(false);
    m_action = std::move(action);
    m_actionButton->setText(actionText);
    m_actionButton->setVisible(!actionText.isEmpty());
    m_secondButton->hide();
    show();
    announce();
}

void ErrorBanner::setSecondAction(const QString &actionText, std::function<void()> action)
{
    m_secondAction = std::move(action);
    m_secondButton->setText(actionText);
    m_secondButton->setVisible(!actionText.isEmpty());
}

void ErrorBanner::clear()
{
    m_action = nullptr;
    hide();
}

QString ErrorBanner::text() const
{
    return isHidden() ? QString() : QStringList({m_message->text(), m_nextStep->text()}).join(u'\n').trimmed();
}

QString ErrorBanner::detailsOf(const Error &error)
{
    QStringList lines;
    if (error.httpStatus > 0)
        lines += tr("HTTP status: %1").arg(error.httpStatus);
    if (!error.requestId.isEmpty())
        lines += tr("Request id: %1").arg(error.requestId);
    for (const FieldError &field : error.fields)
        lines += tr("%1: %2", "field of a form: what is wrong with it").arg(field.path, field.message);
    if (!error.detail.isEmpty())
        lines += error.detail.left(4000);
    return lines.join(u'\n');
}

void ErrorBanner::runAction()
{
    const auto action = m_action; // the action may show another error or destroy the page
    clear();
    if (action)
        action();
}

void ErrorBanner::toggleDetails(bool shown)
{
    m_details->setVisible(shown);
    m_copyButton->setVisible(shown);
}

void ErrorBanner::copyDetails()
{
    QGuiApplication::clipboard()->setText(text() + u'\n' + m_details->text());
}

void ErrorBanner::announce()
{
    const QString spoken = text();
    setAccessibleName(spoken);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ErrorBanner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColors();
}

void ErrorBanner::updateColors()
{
    const int side = Theme::iconSize(font());
    m_icon->setPixmap(Theme::icon(u"error"_s, Theme::danger(palette())).pixmap(QSize(side, side), devicePixelRatioF()));
    QPalette strong = palette();
    strong.setColor(QPalette::WindowText, Theme::danger(strong));
    m_message->setPalette(strong);
}

void ErrorBanner::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = Theme::danger(palette());
    QColor line = color;
    line.setAlphaF(0.4F);
    painter.setBrush(Theme::tint(color, palette()));
    painter.setPen(line);
    const int radius = Theme::radius(font());
    painter.drawRoundedRect(QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace desk
