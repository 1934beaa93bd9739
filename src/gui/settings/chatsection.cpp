#include "gui/settings/chatsection.h"

#include "gui/theme.h"
#include "state/settings.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ChatSection::ChatSection(Settings &settings, QWidget *parent)
    : QWidget(parent)
{
    auto *enter = new QRadioButton(tr("E&nter sends the message"), this);
    enter->setObjectName(u"sendByEnter"_s);
    auto *both = new QRadioButton(tr("C&trl+Enter sends the message, Enter makes a new line"), this);
    both->setObjectName(u"sendByCtrlEnter"_s);
    const bool enterSends = settings.value(Settings::Key::EnterSends).toBool();
    enter->setChecked(enterSends);
    both->setChecked(!enterSends);
    connect(enter, &QRadioButton::toggled, this, [&settings](bool on) { settings.set(Settings::Key::EnterSends, on); });
    auto *note = new QLabel(tr("Shift+Enter always makes a new line."), this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(this));
    column->addWidget(enter);
    column->addWidget(both);
    column->addWidget(note);
    column->addStretch();
}

} // namespace desk
