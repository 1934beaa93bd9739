#pragma once

#include <QColor>
#include <QIconEngine>
#include <QString>

#include <optional>

namespace desk {

// Draws an SVG of the resources in one colour: "currentColor" in the file is replaced. Without a colour of its own it takes the
// application palette's at the moment of painting, so that a change of theme needs no new icons.
class SymbolicIconEngine final : public QIconEngine
{
public:
    explicit SymbolicIconEngine(const QString &path, std::optional<QColor> color = {});

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] bool isNull() override;

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const;

    QString m_path;
    std::optional<QColor> m_color;
};

} // namespace desk
