#pragma once

#include <QAbstractButton>

class QAction;

namespace desk {

// An entry of the rail: icon above its words, a mark beside the chosen one. Mirrors a checkable action.
class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RailButton(QAction &action, QWidget *parent = nullptr);

    // How many things wait on the page, said by `words` to who does not see it; 0: none.
    void setBadge(int count, const QString &words);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void sync();

    void paintBadge(QPainter &painter, const QRect &icon);

    QAction &m_action;
    int m_badge = 0;
    QString m_badgeWords;
};

} // namespace desk
