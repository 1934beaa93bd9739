#include "gui/widgets/remarklabel.h"

#include "gui/theme.h"

#include <QEvent>

#include <utility>

namespace desk {

RemarkLabel::RemarkLabel(Tone tone, const QString &objectName, QWidget *parent)
    : PlainLabel(parent)
    , m_tone(tone)
{
    setObjectName(objectName);
    setWordWrap(true);
    setFont(Theme::small(parent->font()));
    setTextInteractionFlags(Qt::NoTextInteraction);
    takeTone();
    hide();
}

void RemarkLabel::say(const QString &words)
{
    if (text() != words)
        setText(words);
    setVisible(!words.isEmpty());
}

void RemarkLabel::changeEvent(QEvent *event)
{
    PlainLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isTaking)
        takeTone();
}

void RemarkLabel::takeTone()
{
    const QPalette around = parentWidget()->palette();
    QPalette own;
    own.setColor(QPalette::WindowText, m_tone == Tone::Problem ? Theme::danger(around) : Theme::subtleText(around));
    m_isTaking = true;
    setPalette(own);
    m_isTaking = false;
}

} // namespace desk
