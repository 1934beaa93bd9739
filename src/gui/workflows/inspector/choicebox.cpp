#include "gui/workflows/inspector/choicebox.h"

#include "gui/text/textlimiter.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace desk {

namespace {

constexpr qsizetype longest = 120;

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent)
    : QuietComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::activated, this, [this](int index) { take(itemData(index).toString()); });
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ChoiceBox::takeText);
}

void ChoiceBox::setChoices(const QList<Choice> &choices)
{
    if (choices == m_choices)
        return;
    const QSignalBlocker blocker(this);
    m_choices = choices;
    clear();
    for (const Choice &one : choices)
        addItem(displayLine(one.title, longest), one.word);
    showWord();
}

void ChoiceBox::setWord(const QString &word)
{
    m_word = word;
    if (!lineEdit()->hasFocus() || placeOf(lineEdit()->text()) < 0 || itemData(placeOf(lineEdit()->text())).toString() != word)
        showWord();
}

bool ChoiceBox::isUnknown() const
{
    return std::none_of(m_choices.begin(), m_choices.end(), [this](const Choice &one) { return one.word == m_word; });
}

void ChoiceBox::showWord()
{
    const QSignalBlocker blocker(this);
    const int place = findData(m_word);
    setCurrentIndex(place);
    lineEdit()->setText(place >= 0 ? itemText(place) : displayLine(m_word, longest));
    lineEdit()->setCursorPosition(0);
}

void ChoiceBox::take(const QString &word)
{
    if (word == m_word) {
        showWord();
        return;
    }
    m_word = word;
    showWord();
    Q_EMIT chosen(word);
}

int ChoiceBox::placeOf(const QString &text) const
{
    if (currentIndex() >= 0 && itemText(currentIndex()) == text)
        return currentIndex();
    const int title = findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive);
    return title >= 0 ? title : findData(text);
}

void ChoiceBox::takeText()
{
    const QString text = lineEdit()->text();
    if (text == displayLine(m_word, longest))
        return; // what is shown shortened is not what it is
    const int place = placeOf(text);
    take(place >= 0 ? itemData(place).toString() : text.trimmed());
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    const bool isLetGo = event->key() == Qt::Key_Escape && lineEdit()->isModified();
    if (isLetGo)
        showWord();
    else
        QuietComboBox::keyPressEvent(event);
}

void ChoiceBox::focusOutEvent(QFocusEvent *event)
{
    QuietComboBox::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        takeText();
}

} // namespace desk
