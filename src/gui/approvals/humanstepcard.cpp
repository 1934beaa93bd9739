#include "gui/approvals/humanstepcard.h"

#include "gui/approvals/waitingwords.h"
#include "gui/chat/approval/exactfield.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextOption>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int textLines = 10;
constexpr int commentLines = 3;
constexpr int longLines = 6;
constexpr qsizetype longestLabel = 40; // of a button
constexpr qsizetype wholeLabel = 1000;
constexpr int everySecond = 1000;

QString escaped(QString label)
{
    return label.replace(u'&', u"&&"_s); // else a stranger's text makes keys
}

} // namespace

HumanStepCard::HumanStepCard(QWidget *parent)
    : CardFrame(parent, Tone::Warning)
    , m_title(new PlainLabel(this))
    , m_text(new ExactField(textLines, this))
    , m_doubts(new PlainLabel(this))
    , m_deadline(new PlainLabel(this))
    , m_long(new ExactField(longLines, this))
    , m_commentLabel(new PlainLabel(tr("Comment, kept with the answer:"), this))
    , m_comment(new QPlainTextEdit(this))
    , m_remark(new RemarkLabel(RemarkLabel::Tone::Problem, u"humanStepRemark"_s, this))
    , m_buttons(new QWidget(this))
    , m_stop(nullptr)
{
    setObjectName(u"humanStepCard"_s);
    setAccessibleName(tr("A step of a workflow waits for an answer"));
    m_guard.setSingleShot(true);
    m_guard.setInterval(guardMs);
    m_tick.setInterval(everySecond);
    build();
    connect(&m_tick, &QTimer::timeout, this, &HumanStepCard::tick);
    hide();
}

void HumanStepCard::build()
{
    const int unit = Theme::space(this);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit * 3 / 2, unit, unit * 3 / 2, unit);
    box->setSpacing(unit / 2);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    for (ExactField *field : {m_text, m_long}) {
        field->setFont(font());
        field->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        field->unsetLayoutDirection();
    }
    m_text->setObjectName(u"humanStepText"_s);
    m_text->setAccessibleName(tr("What is asked"));
    m_comment->setObjectName(u"humanStepComment"_s);
    m_comment->setAccessibleName(m_commentLabel->text());
    m_comment->setTabChangesFocus(true);
    const qreal margins = 2 * (m_comment->document()->documentMargin() + m_comment->frameWidth());
    m_comment->setFixedHeight(static_cast<int>(std::ceil(commentLines * fontMetrics().lineSpacing() + margins)));
    m_commentLabel->setBuddy(m_comment);
    m_doubts->setObjectName(u"humanStepDoubts"_s);
    m_deadline->setObjectName(u"humanStepDeadline"_s);
    m_long->setObjectName(u"humanStepLongOptions"_s);
    m_long->setAccessibleName(tr("Answers that are too long for a button"));
    for (PlainLabel *label : {m_title, m_doubts, m_deadline})
        label->setWordWrap(true);
    auto *flow = new FlowLayout(m_buttons);
    flow->setContentsMargins({});
    flow->setSpacing(unit);
    m_stop = addButton(u"humanStepStop"_s, tr("Stop the execution"));
    connect(m_stop, &QPushButton::clicked, this, &HumanStepCard::stop);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_title, m_text, m_doubts, m_deadline, m_long, m_commentLabel, m_comment, m_remark, m_buttons})
        box->addWidget(each);
}

QPushButton *HumanStepCard::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, m_buttons);
    button->setObjectName(name);
    button->setAutoDefault(false);
    button->installEventFilter(this);
    m_buttons->layout()->addWidget(button);
    return button;
}

// In the order of the definition. Two of the same words are told apart by their ids.
void HumanStepCard::buildOptions()
{
    for (QPushButton *old : std::as_const(m_options)) {
        m_buttons->layout()->removeWidget(old);
        old->hide();
        old->deleteLater(); // it may be the one whose click brought us here
    }
    m_options.clear();
    m_buttons->layout()->removeWidget(m_stop);
    QStringList tooLong;
    const Prompt &prompt = m_row.step.prompt;
    for (qsizetype i = 0; m_row.resumes && i < prompt.optionIds.size(); ++i) {
        const QString id = prompt.optionIds.at(i);
        const QString label = prompt.options.value(i);
        const QString whole = prompt.options.count(label) > 1 ? tr("%1 (%2)", "option, its id").arg(label, id) : label;
        const QString shown = displayLine(whole, longestLabel);
        if (shown != displayLine(whole, wholeLabel))
            tooLong.append(displayText(whole, TextUse::Code));
        QPushButton *button = addButton(u"humanStepOption"_s, escaped(shown));
        button->setAccessibleName(displayLine(whole, 4 * longestLabel));
        connect(button, &QPushButton::clicked, this, [this, id] { decide(id); });
        m_options.append(button);
    }
    m_buttons->layout()->addWidget(m_stop); // last: one that is hidden takes room between others
    m_long->showText(tooLong.join(u"\n\n"_s));
    m_long->setVisible(!tooLong.isEmpty());
    QWidget *before = m_comment;
    for (QPushButton *button : std::as_const(m_options)) {
        setTabOrder(before, button);
        before = button;
    }
    setTabOrder(before, m_stop);
    setTabOrder(m_stop, m_text);
    setTabOrder(m_text, m_long); // what is answered first, then what it is about
}

// ------------------------------------------------------------------------------------------------ what is shown

void HumanStepCard::showStep(const WaitingApproval &row)
{
    const bool isOther = isHidden() || row.key != m_row.key || !(row.step == m_row.step) || row.resumes != m_row.resumes;
    const bool isNews = isOther || row.state != m_row.state;
    m_row = row;
    if (isOther) {
        const QString text = displayText(row.step.prompt.text, TextUse::Code);
        m_text->showText(text.isEmpty() ? tr("The step asks nothing in words.") : text);
        m_comment->clear();
        buildOptions();
        begin();
    }
    update();
    show();
    if (isNews)
        announce();
}

void HumanStepCard::clear()
{
    m_guard.stop();
    m_tick.stop();
    m_row = {};
    hide();
}

void HumanStepCard::begin()
{
    m_guard.start();
}

void HumanStepCard::setGuardTime(int ms)
{
    m_guard.setInterval(ms);
    begin();
}

// Buttons stay enabled under the guard: a focus that wandered off would be one more surprise.
void HumanStepCard::update()
{
    using State = WaitingApproval::State;
    const bool isExpired = m_row.state == State::Expired;
    m_title->setText(isExpired ? tr("A step waited for an answer") : tr("A step waits for an answer"));
    m_doubts->setText(WaitingWords::doubts(m_row));
    m_doubts->setVisible(!m_doubts->text().isEmpty());
    const bool takesAnswers = m_row.resumes && (m_row.state == State::Asked || m_row.state == State::Failed);
    const bool hadFocus = window()->focusWidget() != nullptr && m_buttons->isAncestorOf(window()->focusWidget());
    m_commentLabel->setVisible(m_row.resumes);
    m_comment->setVisible(m_row.resumes);
    m_comment->setReadOnly(!takesAnswers);
    for (QPushButton *button : std::as_const(m_options))
        button->setEnabled(takesAnswers);
    m_stop->setVisible(!m_row.resumes || m_options.isEmpty());
    m_stop->setEnabled(m_row.state != State::Answering);
    const bool isOnItsWay = m_row.state == State::Answering;
    m_remark->say(m_row.state == State::Failed ? displayLine(m_row.error.userText(), 600)
                  : isOnItsWay                 ? tr("The answer is on its way.")
                                               : QString());
    tick();
    if (hadFocus && isOnItsWay) // a disabled one hands it on to anything
        m_text->setFocus();
}

void HumanStepCard::tick()
{
    m_deadline->setText(WaitingWords::deadline(m_row, QDateTime::currentDateTimeUtc()));
    m_deadline->setVisible(!m_deadline->text().isEmpty());
    const bool counts = isVisible() && m_row.step.prompt.expiresAt.isValid() && m_row.isOpen();
    if (counts && !m_tick.isActive())
        m_tick.start();
    else if (!counts)
        m_tick.stop();
}

void HumanStepCard::announce()
{
    setAccessibleDescription(displayLine(m_row.state == WaitingApproval::State::Failed ? m_remark->text() : m_row.step.prompt.text));
    QAccessibleEvent event(this, QAccessible::Alert); // what screen readers speak; Qt 6.4 has no announcement
    QAccessible::updateAccessibility(&event);
}

// ------------------------------------------------------------------------------------------------ answers

void HumanStepCard::decide(const QString &optionId)
{
    if (m_guard.isActive() || !m_row.resumes ||
        (m_row.state != WaitingApproval::State::Asked && m_row.state != WaitingApproval::State::Failed))
        return;
    Q_EMIT answered(m_row.key, optionId, m_comment->toPlainText().trimmed());
}

void HumanStepCard::stop()
{
    if (!m_guard.isActive() && m_row.state != WaitingApproval::State::Answering)
        Q_EMIT stopRequested(m_row.key);
}

void HumanStepCard::focusComment()
{
    QWidget *place = m_comment->isVisibleTo(this) ? static_cast<QWidget *>(m_comment) : m_text;
    place->setFocus(Qt::OtherFocusReason);
}

void HumanStepCard::showEvent(QShowEvent *event)
{
    CardFrame::showEvent(event);
    if (!event->spontaneous())
        begin(); // hidden by another page
    tick();
}

void HumanStepCard::hideEvent(QHideEvent *event)
{
    CardFrame::hideEvent(event);
    m_tick.stop();
}

// Nothing is pressed by a key that was held before it was here.
bool HumanStepCard::eventFilter(QObject *watched, QEvent *event)
{
    auto *pressed = qobject_cast<QPushButton *>(watched);
    if (pressed == nullptr || event->type() != QEvent::KeyPress)
        return CardFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter && key->key() != Qt::Key_Space)
        return CardFrame::eventFilter(watched, event);
    if (key->isAutoRepeat() || m_guard.isActive())
        return true;
    if (isEnter)
        pressed->click();
    return isEnter || CardFrame::eventFilter(watched, event);
}

} // namespace desk
