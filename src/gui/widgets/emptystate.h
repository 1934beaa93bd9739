#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {

// The centre of a page that has nothing to show: says why, and what to do about it. Plain text.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    // iconName as in Theme::icon. Without an actionText there is no button.
    void setContent(const QString &iconName, const QString &title, const QString &text, const QString &actionText = {});

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateLook();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace desk
