#pragma once

#include <QWidget>

class QPainter;

namespace desk {

// A rounded label that tells a state by icon, colour and words together, never by colour alone.
class StatusChip : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Neutral, Active, Success, Warning, Danger };

    explicit StatusChip(QWidget *parent = nullptr);

    void setStatus(Tone tone, const QString &iconName, const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    // The same look for delegates. drawChip keeps within rect: it elides, and aligns to the start of the layout direction.
    static void drawChip(QPainter &painter, const QRect &rect, const QPalette &palette, const QFont &font, Qt::LayoutDirection direction,
                         Tone tone, const QString &iconName, const QString &text);
    [[nodiscard]] static QSize chipSize(const QFont &font, const QString &text);
    [[nodiscard]] static QColor toneColor(Tone tone, const QPalette &palette);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
    QString m_iconName;
    QString m_text;
};

} // namespace desk
