#include "gui/chat/image/imagewindow.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/export/exporttext.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int step = 125; // per cent

} // namespace

ImageWindow::ImageWindow(const QImage &image, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_image(image)
    , m_name(safeFileName(title, tr("picture"), u".png"_s))
    , m_area(new QScrollArea(this))
    , m_picture(new PlainLabel(this))
    , m_state(new PlainLabel(this))
{
    setObjectName(u"imageWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(displayLine(title, 120));
    build(title);
}

void ImageWindow::build(const QString &title)
{
    const int unit = Theme::space(this);
    m_picture->setObjectName(u"imagePicture"_s);
    m_picture->setScaledContents(true);
    m_picture->setPixmap(QPixmap::fromImage(m_image));
    m_picture->setAccessibleName(displayLine(title, 200));
    m_area->setObjectName(u"imageArea"_s);
    m_area->setAccessibleName(tr("Picture"));
    m_area->setWidget(m_picture);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setFrameShape(QFrame::NoFrame);
    m_state->setFont(Theme::small(font()));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_state, 1);
    const auto add = [this, buttons](const QString &text, const QString &name, auto slot) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        buttons->addWidget(made);
    };
    add(tr("&Fit"), u"imageFit"_s, [this] { fit(); });
    add(tr("&Real Size"), u"imageReal"_s, [this] { setZoom(100); });
    add(tr("&Copy"), u"imageCopy"_s, [this] { copy(); });
    add(tr("&Save as\u2026"), u"imageSave"_s, [this] { save(); });
    add(tr("Close"), u"imageClose"_s, [this] { close(); });
    const auto key = [this](const QKeySequence &keys, auto slot) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    key(QKeySequence::ZoomIn, [this] { setZoom(m_zoom * step / 100); });
    key(QKeySequence::ZoomOut, [this] { setZoom(m_zoom * 100 / step); });
    key(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { setZoom(100); });
    key(QKeySequence::Copy, [this] { copy(); });
    key(QKeySequence::Save, [this] { save(); });
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit, unit, unit, unit);
    box->addWidget(m_area, 1);
    box->addLayout(buttons);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 90, metrics.height() * 32);
    m_area->setFocus();
}

void ImageWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fit();
}

void ImageWindow::setZoom(int percent)
{
    m_zoom = qBound(smallest, percent, largest);
    m_picture->resize((m_image.size() * m_zoom / 100).expandedTo({1, 1}));
    //: Width and height in pixels, and the size it is shown at
    m_state->setText(tr("%1 \u00D7 %2, %3 %").arg(m_image.width()).arg(m_image.height()).arg(m_zoom));
}

void ImageWindow::fit()
{
    const QSize room = m_area->viewport()->size();
    const QSize fitting = m_image.size().scaled(room, Qt::KeepAspectRatio);
    setZoom(qMin(100, fitting.width() * 100 / qMax(1, m_image.width())));
}

void ImageWindow::copy()
{
    QApplication::clipboard()->setImage(m_image);
}

void ImageWindow::save()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (buffer.open(QIODevice::WriteOnly) && m_image.save(&buffer, "PNG"))
        Q_EMIT saveRequested(m_name, bytes);
}

void ImageWindow::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier) && event->angleDelta().y() != 0)
        setZoom(event->angleDelta().y() > 0 ? m_zoom * step / 100 : m_zoom * 100 / step);
    else
        QDialog::wheelEvent(event);
}

} // namespace desk
