#pragma once

#include <QFrame>

class QPushButton;

namespace desk {

// Stands over the composer while its message goes by itself as soon as the files are uploaded (CH-83), with a way to take that back.
class WaitingSendBar : public QFrame
{
    Q_OBJECT
public:
    explicit WaitingSendBar(QWidget *parent = nullptr); // hidden

    [[nodiscard]] bool holdsFocus() const;

Q_SIGNALS:
    void cancelRequested();

private:
    QPushButton *m_cancel;
};

} // namespace desk
