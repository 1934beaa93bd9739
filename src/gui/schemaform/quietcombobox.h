#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace desk {

// Leaves the wheel to the page it stands on, which is what is being scrolled; and is not as wide as its longest entry.
class QuietComboBox : public QComboBox
{
public:
    explicit QuietComboBox(QWidget *parent)
        : QComboBox(parent)
    {
        constexpr int leastCharacters = 12;
        setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
        setMinimumContentsLength(leastCharacters);
    }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace desk
