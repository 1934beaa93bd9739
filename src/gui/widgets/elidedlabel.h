#pragma once

#include "gui/widgets/plainlabel.h"

namespace desk {

// One line that ends in "…" where there is no room for it, and then says the whole in its tip. text() is always the whole.
class ElidedLabel : public PlainLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] bool isElided() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace desk
