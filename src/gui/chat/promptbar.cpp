#include "gui/chat/promptbar.h"

#include "gui/chat/flowlayout.h"
#include "gui/chat/textlimiter.h"
#include "gui/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

PromptBar::PromptBar(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel(this))
    , m_options(new QWidget(this))
{
    setObjectName(u"promptBar"_s);
    setAccessibleName(tr("Question of the agent"));
    m_question->setObjectName(u"promptQuestion"_s);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    auto *flow = new FlowLayout(m_options);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(Theme::space(this, 0.75));
    auto *box = new QVBoxLayout(this);
    const int unit = Theme::space(this);
    box->setContentsMargins(unit * 3 / 2, unit, unit * 3 / 2, unit);
    box->setSpacing(unit);
    box->addWidget(m_question);
    box->addWidget(m_options);
    hide();
}

void PromptBar::clear()
{
    while (QLayoutItem *item = m_options->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    hide();
}

void PromptBar::addOption(const QString &text, bool isDefault)
{
    auto *button = new QPushButton(displayLine(text, 80).replace(u'&', u"&&"_s), m_options);
    button->setObjectName(u"promptOption"_s);
    button->setDefault(isDefault);
    connect(button, &QPushButton::clicked, this, [this, text] { Q_EMIT answered(text); });
    m_options->layout()->addWidget(button);
}

void PromptBar::showPrompt(const Prompt &prompt)
{
    clear();
    m_question->setText(displayText(QStringView(prompt.text).left(2000), TextUse::Prose));
    QStringList options = prompt.options.mid(0, maxOptions);
    if (options.isEmpty() && prompt.type == Prompt::Type::Confirm)
        options = {tr("Yes"), tr("No")};
    for (const QString &option : std::as_const(options))
        addOption(option, option == prompt.defaultOption);
    m_options->setVisible(!options.isEmpty());
    setVisible(!prompt.text.isEmpty() || !options.isEmpty());
}

void PromptBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::border(palette()));
    painter.setBrush(Theme::cardBackground(palette()));
    const int radius = Theme::radius(font());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace desk
