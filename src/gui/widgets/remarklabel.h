#pragma once

#include "gui/widgets/plainlabel.h"

namespace desk {

// A small remark beside a field, in the colour of its tone in every theme. Takes no room while it has no text.
class RemarkLabel : public PlainLabel
{
public:
    enum class Tone { Hint, Problem };

    RemarkLabel(Tone tone, const QString &objectName, QWidget *parent);

    void say(const QString &words); // from strangers: after displayText() or displayLine()

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeTone();

    Tone m_tone;
    bool m_isTaking = false;
};

} // namespace desk
