#include "gui/symbolicicon.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace desk {

using namespace Qt::StringLiterals;

SymbolicIconEngine::SymbolicIconEngine(const QString &path, std::optional<QColor> color)
    : m_path(path)
    , m_color(color)
{
}

QColor SymbolicIconEngine::colorFor(QIcon::Mode mode) const
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    return m_color ? *m_color : palette.color(QPalette::Active, QPalette::ButtonText);
}

void SymbolicIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap image = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), image);
}

QPixmap SymbolicIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(state)
    if (size.isEmpty())
        return {};
    const QColor color = colorFor(mode);
    const QString key = u"symbolic:%1:%2:%3x%4"_s.arg(m_path, color.name(QColor::HexArgb)).arg(size.width()).arg(size.height());
    QPixmap image;
    if (QPixmapCache::find(key, &image))
        return image;

    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    image = QPixmap(size);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
    painter.end();
    QPixmapCache::insert(key, image);
    return image;
}

QIconEngine *SymbolicIconEngine::clone() const
{
    return new SymbolicIconEngine(m_path, m_color);
}

bool SymbolicIconEngine::isNull()
{
    return !QFile::exists(m_path);
}

} // namespace desk
