#include "gui/chat/promptbar.h"

#include "gui/chat/flowlayout.h"
#include "gui/chat/textlimiter.h"
#include "gui/theme.h"

#include <QKeyEvent>
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
    m_answers.clear();
    hide();
}

void PromptBar::focusOptions()
{
    if (QLayoutItem *first = m_options->layout()->itemAt(0))
        first->widget()->setFocus();
}

void PromptBar::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && digit >= 1 && digit <= 9 && digit <= m_answers.size())
        Q_EMIT answered(QString(m_answers.at(digit - 1)));
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT escapePressed();
    else if (!event->text().isEmpty() && event->text().front().isPrint())
        Q_EMIT typed(event->text());
    else
        QFrame::keyPressEvent(event);
}

void PromptBar::addOption(const QString &text, bool isDefault)
{
    m_answers.append(text);
    const QString shown = displayLine(text, 80).replace(u'&', u"&&"_s);
    //: A choice and the digit that chooses it
    auto *button = new QPushButton(m_answers.size() > 9 ? shown : tr("%1  %2").arg(m_answers.size()).arg(shown), m_options);
    button->setObjectName(u"promptOption"_s);
    button->setAccessibleName(displayLine(text, 80));
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
