#pragma once

#include <QFrame>

namespace desk {

// A rounded card: the ground that the bars of the chat and of the list stand on.
class CardFrame : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Plain, Warning };

    explicit CardFrame(QWidget *parent = nullptr, Tone tone = Tone::Plain);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace desk
