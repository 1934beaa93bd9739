#pragma once

#include <QWidget>

class QToolButton;

namespace desk {

// Fields that are mostly not needed, folded away below their name.
class FoldSection : public QWidget
{
    Q_OBJECT
public:
    FoldSection(const QString &name, const QString &key, QWidget *content, QWidget *parent); // owns the content

    void setOpen(bool isOpen);
    [[nodiscard]] bool isOpen() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showArrow();

    QToolButton *m_button;
    QWidget *m_content;
};

} // namespace desk
