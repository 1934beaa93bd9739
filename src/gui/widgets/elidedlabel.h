#pragma once

#include "gui/widgets/plainlabel.h"

namespace desk {

// One line that ends in an ellipsis where there is no room for all of it; the rest is in its tooltip, and assistive technology reads
// text(). It asks for no width: what stands beside it comes first.
class ElidedLabel : public PlainLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] bool isElided() const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace desk
