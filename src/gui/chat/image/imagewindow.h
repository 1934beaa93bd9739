#pragma once

#include <QDialog>
#include <QImage>

class QLabel;
class QScrollArea;

namespace desk {

// A picture that a person asked to see, as large as they like: Ctrl++ and Ctrl+- or the wheel with Ctrl, Ctrl+0 for its real size, fitting
// the window at first. Never modal. Save hands on a fresh PNG, not the bytes that came.
class ImageWindow : public QDialog
{
    Q_OBJECT
public:
    static constexpr int smallest = 5; // per cent
    static constexpr int largest = 800;

    ImageWindow(const QImage &image, const QString &title, QWidget *parent = nullptr);

    void setZoom(int percent);
    void fit();
    void copy();
    [[nodiscard]] int zoom() const { return m_zoom; }

Q_SIGNALS:
    void saveRequested(const QString &name, const QByteArray &bytes);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build(const QString &title);
    void save();

    QImage m_image;
    QString m_name;
    QScrollArea *m_area;
    QLabel *m_picture;
    QLabel *m_state;
    int m_zoom = 100;
};

} // namespace desk
