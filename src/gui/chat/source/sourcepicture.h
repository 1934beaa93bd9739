#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace desk {

// A picture of a source, as large as there is room for, and never larger than it is.
class SourcePicture : public QWidget
{
    Q_OBJECT
public:
    explicit SourcePicture(QWidget *parent = nullptr);

    void setImage(const QImage &image); // already decoded within its bounds
    [[nodiscard]] const QImage &image() const { return m_image; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
    QPixmap m_scaled; // to the size it was painted at last
};

} // namespace desk
