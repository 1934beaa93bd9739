#include "gui/chat/compose/promptbar.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxText = 2000;
constexpr int digits = 9;

} // namespace

PromptBar::PromptBar(QWidget *parent)
    : CardFrame(parent)
    , m_box(new QVBoxLayout(this))
{
    setObjectName(u"promptBar"_s);
    setAccessibleName(tr("Question of the agent"));
    const int unit = Theme::space(this);
    m_box->setContentsMargins(unit * 3 / 2, unit, unit * 3 / 2, unit);
    m_box->setSpacing(unit);
    hide();
}

// ------------------------------------------------------------------------------------------------ what is asked

void PromptBar::showPrompt(const Prompt &prompt)
{
    Question question;
    question.text = displayText(QStringView(prompt.text).left(maxText), TextUse::Prose);
    question.answers = prompt.options.mid(0, maxOptions);
    if (question.answers.isEmpty() && prompt.type == Prompt::Type::Confirm)
        question.answers = QStringList{tr("Yes"), tr("No")};
    for (const QString &answer : std::as_const(question.answers))
        question.options << displayLine(answer, 80);
    question.suggested = prompt.defaultOption;
    add(question);
}

void PromptBar::askAgent(const QString &text, const QStringList &shown, const QStringList &names)
{
    Question question;
    question.text = text;
    question.options = shown.mid(0, maxOptions);
    question.answers = names.mid(0, maxOptions);
    question.isAgent = true;
    clear(); // it stands alone: its answer is no message
    add(question);
}

void PromptBar::askInstead(const QString &text, const QStringList &shown, const QStringList &names)
{
    Question question;
    question.text = text;
    question.options = shown.mid(0, digits); // each has a digit: it is one of many, and not a list to look through
    question.answers = names.mid(0, digits);
    question.isAgent = true;
    question.mayKeep = true;
    clear();
    add(question);
}

void PromptBar::add(Question question)
{
    if (question.text.isEmpty() && question.answers.isEmpty())
        return;
    const bool known = std::any_of(m_questions.cbegin(), m_questions.cend(), [&question](const Question &other) {
        return other.text == question.text && other.answers == question.answers;
    });
    if (!known && m_questions.size() < maxQuestions) {
        m_questions.append(question);
        rebuild();
    }
    show();
}

void PromptBar::clear()
{
    clearWidgets();
    m_questions.clear();
    m_marked = 0;
    m_expiry.clear();
    hide();
}

void PromptBar::expire(const QString &note)
{
    if (m_questions.isEmpty() || isExpired())
        return;
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    m_expiry = note;
    rebuild();
    if (hadFocus)
        Q_EMIT escapePressed(); // there is nothing in it that takes the focus
}

void PromptBar::clearWidgets()
{
    for (Question &question : m_questions) { // hiding what has the focus sends it on, and that is heard here
        question.row = nullptr;
        question.label = nullptr;
        question.line = nullptr;
        question.buttons.clear();
    }
    while (QLayoutItem *item = m_box->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr); // nobody finds it any more
            widget->deleteLater();
        }
        delete item;
    }
    m_send = nullptr;
    m_state = nullptr;
}

void PromptBar::rebuild()
{
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    clearWidgets();
    const bool several = m_questions.size() > 1;
    for (Question &question : m_questions) {
        question.buttons.clear();
        question.line = nullptr;
        buildQuestion(question, several, m_box);
    }
    if (several) {
        auto *foot = new QWidget(this);
        auto *line = new QHBoxLayout(foot);
        line->setContentsMargins(0, 0, 0, 0);
        m_state = new PlainLabel(foot);
        m_state->setObjectName(u"promptState"_s);
        m_state->setFont(Theme::small(font()));
        m_send = new QPushButton(tr("Send &Answers"), foot);
        m_send->setObjectName(u"promptSend"_s);
        m_send->installEventFilter(this);
        connect(m_send, &QPushButton::clicked, this, &PromptBar::sendAnswers);
        line->addWidget(m_state, 1);
        line->addWidget(m_send);
        m_box->addWidget(foot);
        updateSend();
    }
    if (isExpired())
        buildExpiry();
    mark(std::min<int>(m_marked, static_cast<int>(m_questions.size()) - 1));
    if (hadFocus)
        focusOptions();
}

void PromptBar::buildExpiry()
{
    for (const Question &question : std::as_const(m_questions))
        question.row->setEnabled(false);
    if (m_send != nullptr)
        m_send->setEnabled(false);
    auto *note = new PlainLabel(m_expiry, this);
    note->setObjectName(u"promptExpiry"_s);
    note->setWordWrap(true);
    note->setFont(Theme::small(font()));
    m_box->addWidget(note);
}

void PromptBar::buildQuestion(Question &question, bool several, QVBoxLayout *into)
{
    question.row = new QWidget(this);
    auto *box = new QVBoxLayout(question.row);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(Theme::space(this, 0.5));
    question.label = new PlainLabel(question.text, question.row);
    question.label->setObjectName(u"promptQuestion"_s);
    question.label->setWordWrap(true);
    box->addWidget(question.label);
    auto *options = new QWidget(question.row);
    auto *flow = new FlowLayout(options);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(Theme::space(this, 0.75));
    for (int i = 0; i < static_cast<int>(question.options.size()); ++i)
        addOption(question, i, several);
    for (QPushButton *button : std::as_const(question.buttons))
        flow->addWidget(button);
    if (question.mayKeep)
        flow->addWidget(addKeep(question));
    options->setVisible(!question.buttons.isEmpty());
    box->addWidget(options);
    if (several && question.options.isEmpty()) {
        question.line = new QLineEdit(question.answer, question.row);
        question.line->setObjectName(u"promptLine"_s);
        question.line->setAccessibleName(displayLine(question.text, 200));
        question.line->setMaxLength(static_cast<int>(maxText));
        question.line->installEventFilter(this);
        connect(question.line, &QLineEdit::textEdited, this, [this, row = question.row](const QString &text) {
            for (Question &asked : m_questions)
                asked.answer = asked.row == row ? text : asked.answer;
            updateSend();
        });
        box->addWidget(question.line);
    }
    into->addWidget(question.row);
}

void PromptBar::addOption(Question &question, int option, bool several)
{
    const QString shown = QString(question.options.at(option)).replace(u'&', u"&&"_s);
    const bool suggested = !question.suggested.isEmpty() && question.answers.at(option) == question.suggested;
    //: A choice and the digit that chooses it
    QString text = option >= digits ? shown : tr("%1  %2").arg(option + 1).arg(shown);
    if (suggested)
        //: A choice, marked as the one that the agent suggests
        text = tr("%1 (suggested)").arg(text);
    auto *button = new QPushButton(text, question.row);
    button->setObjectName(u"promptOption"_s);
    button->setAccessibleName(suggested ? tr("%1, suggested").arg(question.options.at(option)) : question.options.at(option));
    button->setDefault(suggested);
    button->setCheckable(several);
    button->setChecked(several && question.answer == question.answers.at(option));
    button->installEventFilter(this);
    const int number = static_cast<int>(
        std::find_if(m_questions.cbegin(), m_questions.cend(), [&question](const Question &other) { return &other == &question; }) -
        m_questions.cbegin());
    connect(button, &QPushButton::clicked, this, [this, number, option] { choose(number, option); });
    question.buttons << button;
}

QPushButton *PromptBar::addKeep(Question &question)
{
    auto *keep = new QPushButton(tr("Keep this answer"), question.row);
    keep->setObjectName(u"promptKeep"_s);
    keep->setFlat(true);
    keep->installEventFilter(this);
    connect(keep, &QPushButton::clicked, this, &PromptBar::answerKept);
    return keep;
}

// ------------------------------------------------------------------------------------------------ answers

void PromptBar::choose(int number, int option)
{
    Question &question = m_questions[number];
    const QString answer = question.answers.at(option);
    if (m_questions.size() == 1) {
        const bool isAgent = question.isAgent;
        if (isAgent)
            Q_EMIT agentChosen(answer);
        else
            Q_EMIT answered(answer);
        return;
    }
    question.answer = answer;
    for (qsizetype i = 0; i < question.buttons.size(); ++i)
        question.buttons.at(i)->setChecked(i == option);
    updateSend();
    for (int step = 1; step <= static_cast<int>(m_questions.size()); ++step) {
        const int next = (number + step) % static_cast<int>(m_questions.size());
        if (m_questions.at(next).answer.trimmed().isEmpty()) {
            mark(next);
            focusOptions();
            return;
        }
    }
    m_send->setFocus();
}

void PromptBar::mark(int number)
{
    m_marked = std::max(0, number);
    for (int i = 0; i < static_cast<int>(m_questions.size()); ++i) {
        QFont font = this->font();
        font.setBold(m_questions.size() > 1 && i == m_marked);
        if (m_questions.at(i).label != nullptr)
            m_questions.at(i).label->setFont(font);
    }
}

void PromptBar::updateSend()
{
    if (m_send == nullptr)
        return;
    const auto done = static_cast<int>(
        std::count_if(m_questions.cbegin(), m_questions.cend(), [](const Question &q) { return !q.answer.trimmed().isEmpty(); }));
    m_send->setEnabled(done > 0);
    m_state->setText(tr("%1 of %2 answered").arg(done).arg(m_questions.size()));
    m_send->setAccessibleDescription(m_state->text());
}

// What was asked stands beside each answer: the message has to be understood without the card.
void PromptBar::sendAnswers()
{
    QStringList lines;
    for (const Question &question : std::as_const(m_questions)) {
        if (!question.answer.trimmed().isEmpty())
            //: A question of the agent and the answer to it
            lines << tr("%1 %2").arg(question.text.simplified().left(300), question.answer.trimmed());
    }
    if (!lines.isEmpty())
        Q_EMIT answered(lines.join(u'\n'));
}

void PromptBar::takeSuggestion()
{
    const Question &question = m_questions.at(m_marked);
    const qsizetype option = question.suggested.isEmpty() ? -1 : question.answers.indexOf(question.suggested);
    if (option >= 0)
        choose(m_marked, static_cast<int>(option));
}

void PromptBar::focusOptions()
{
    if (m_questions.isEmpty() || isExpired())
        return;
    const Question &question = m_questions.at(m_marked);
    const qsizetype suggested = question.answers.indexOf(question.suggested);
    if (question.line != nullptr)
        question.line->setFocus();
    else if (!question.buttons.isEmpty())
        question.buttons.at(qMax<qsizetype>(0, question.suggested.isEmpty() ? 0 : suggested))->setFocus();
}

// ------------------------------------------------------------------------------------------------ keys

// Up and Down go from question to question, also from inside a line; what the focus is in is marked.
bool PromptBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        for (int i = 0; i < static_cast<int>(m_questions.size()); ++i) {
            if (m_questions.at(i).row != nullptr && m_questions.at(i).row->isAncestorOf(qobject_cast<QWidget *>(watched)))
                mark(i);
        }
    }
    if (event->type() != QEvent::KeyPress || m_questions.size() < 2)
        return CardFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
        const int count = static_cast<int>(m_questions.size());
        mark((m_marked + (key->key() == Qt::Key_Down ? 1 : count - 1)) % count);
        focusOptions();
        return true;
    }
    if (enter && (watched == m_send || qobject_cast<QLineEdit *>(watched) != nullptr)) {
        sendAnswers();
        return true;
    }
    return CardFrame::eventFilter(watched, event);
}

void PromptBar::keyPressEvent(QKeyEvent *event)
{
    if (m_questions.isEmpty() || isExpired())
        return CardFrame::keyPressEvent(event);
    const int digit = event->key() - Qt::Key_0;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool one = m_questions.size() == 1;
    if (plain && digit >= 1 && digit <= digits && digit <= m_questions.at(m_marked).answers.size())
        choose(m_marked, digit - 1);
    else if (event->key() == Qt::Key_Escape && m_questions.at(m_marked).mayKeep)
        Q_EMIT answerKept();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT escapePressed();
    else if (plain && enter)
        takeSuggestion();
    else if (one && !event->text().isEmpty() && event->text().front().isPrint())
        Q_EMIT typed(event->text());
    else
        CardFrame::keyPressEvent(event);
}

} // namespace desk
