#include "gui/spell/spellmarks.h"

#include "gui/chat/compose/composeredit.h"
#include "gui/spell/spellchecker.h"
#include "gui/spell/wordfinder.h"
#include "gui/theme.h"

#include <QAction>
#include <QMenu>
#include <QPointer>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int idleMs = 350;
constexpr int blocksAtOnce = 40;
constexpr int maxBlock = 20'000; // characters; a longer line is no sentence
constexpr int checkedState = 1;  // of a block; -1, as they begin: to be checked
constexpr int toCheck = -1;

} // namespace

SpellMarks::SpellMarks(ComposerEdit &edit, SpellChecker &checker, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_checker(checker)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMs);
    connect(&m_idle, &QTimer::timeout, this, &SpellMarks::checkDirty);
    connect(edit.document(), &QTextDocument::contentsChange, this, &SpellMarks::onContentsChange);
    connect(&edit, &QPlainTextEdit::cursorPositionChanged, this, &SpellMarks::onCaret);
    connect(&edit, &ComposerEdit::menuAboutToShow, this, &SpellMarks::fillMenu);
    connect(&edit, &ComposerEdit::suggestionsRequested, this, &SpellMarks::openSuggestions);
    connect(&checker, &SpellChecker::changed, this, &SpellMarks::checkAll);
    checkAll();
}

// While somebody types only this happens: marks move with their words, and what was changed is noted.
void SpellMarks::onContentsChange(int position, int removed, int added)
{
    const QTextDocument *document = m_edit.document();
    QTextBlock block = document->findBlock(position);
    const QTextBlock last = document->findBlock(position + added);
    if (block == last && block.isValid()) {
        const int at = position - block.position();
        QList<QTextLayout::FormatRange> marks = block.layout()->formats();
        marks.removeIf(
            [at, removed](const QTextLayout::FormatRange &mark) { return mark.start < at + removed && mark.start + mark.length > at; });
        for (QTextLayout::FormatRange &mark : marks) {
            if (mark.start >= at)
                mark.start += added - removed;
        }
        marks.removeIf(
            [&block](const QTextLayout::FormatRange &mark) { return mark.start < 0 || mark.start + mark.length >= block.length(); });
        if (block.layout()->preeditAreaText().isEmpty() && marks != block.layout()->formats())
            block.layout()->setFormats(marks);
    }
    for (; block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next())
        block.setUserState(toCheck);
    m_idle.start();
}

// The word that was being typed is one like any other as soon as the caret has left it.
void SpellMarks::onCaret()
{
    QTextBlock before = m_caretBlock;
    m_caretBlock = m_edit.textCursor().block();
    if (before.isValid() && before.document() == m_edit.document())
        before.setUserState(toCheck);
    if (m_checker.isActive())
        m_idle.start();
}

void SpellMarks::checkAll()
{
    m_isChecking = false; // what another dictionary was asked is not answered any more
    for (QTextBlock block = m_edit.document()->begin(); block.isValid(); block = block.next()) {
        block.setUserState(toCheck);
        if (!m_checker.isActive())
            setMarks(block, {});
    }
    m_idle.start();
}

void SpellMarks::checkDirty()
{
    if (!m_checker.isActive() || m_isChecking)
        return;
    QList<QPair<QTextBlock, int>> blocks; // and the revision that is checked
    QStringList words;
    bool isCode = false;
    for (QTextBlock block = m_edit.document()->begin(); block.isValid() && blocks.size() < blocksAtOnce; block = block.next()) {
        const bool isFence = WordFinder::isFence(block.text());
        const bool isText = !isCode && !isFence && block.length() <= maxBlock;
        isCode = isFence ? !isCode : isCode;
        if (block.userState() == checkedState || !block.layout()->preeditAreaText().isEmpty())
            continue;
        block.setUserState(checkedState);
        if (!isText) {
            setMarks(block, {});
            continue;
        }
        const QString text = block.text();
        for (const WordFinder::Word &word : WordFinder::words(text))
            words.append(text.mid(word.start, word.length));
        blocks.append({block, block.revision()});
    }
    if (blocks.isEmpty())
        return;
    m_isChecking = true;
    words.removeDuplicates();
    m_checker.check(words, this, [this, blocks](const QSet<QString> &wrong) {
        m_isChecking = false;
        for (const auto &[block, revision] : blocks) {
            if (block.isValid() && block.revision() == revision)
                apply(block, wrong);
        }
        m_idle.start(); // perhaps there is more
    });
}

void SpellMarks::apply(const QTextBlock &block, const QSet<QString> &wrong)
{
    const QString text = block.text();
    const int caret = m_edit.textCursor().position() - block.position();
    QList<QTextLayout::FormatRange> marks;
    for (const WordFinder::Word &word : WordFinder::words(text)) {
        const bool isBeingTyped = m_edit.hasFocus() && caret == word.start + word.length;
        if (isBeingTyped || !wrong.contains(text.mid(word.start, word.length)))
            continue;
        QTextLayout::FormatRange mark;
        mark.start = static_cast<int>(word.start);
        mark.length = static_cast<int>(word.length);
        mark.format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        mark.format.setUnderlineColor(Theme::danger(m_edit.palette()));
        marks.append(mark);
    }
    setMarks(block, marks);
}

void SpellMarks::setMarks(const QTextBlock &block, const QList<QTextLayout::FormatRange> &marks)
{
    if (block.layout()->formats() == marks || !block.layout()->preeditAreaText().isEmpty())
        return;
    block.layout()->setFormats(marks);
    m_edit.document()->markContentsDirty(block.position(), block.length());
}

QStringList SpellMarks::markedWords() const
{
    QStringList words;
    for (QTextBlock block = m_edit.document()->begin(); block.isValid(); block = block.next()) {
        const QList<QTextLayout::FormatRange> marks = block.layout()->formats();
        for (const QTextLayout::FormatRange &mark : marks)
            words.append(block.text().mid(mark.start, mark.length));
    }
    return words;
}

// ------------------------------------------------------------------------------------------------ what to do about one

QTextCursor SpellMarks::markedAt(int position) const
{
    QTextCursor cursor(m_edit.document());
    const QTextBlock block = m_edit.document()->findBlock(position);
    const int at = position - block.position();
    const QList<QTextLayout::FormatRange> marks = block.layout()->formats();
    for (const QTextLayout::FormatRange &mark : marks) {
        if (at < mark.start || at > mark.start + mark.length)
            continue;
        cursor.setPosition(block.position() + mark.start);
        cursor.setPosition(block.position() + mark.start + mark.length, QTextCursor::KeepAnchor);
    }
    return cursor;
}

void SpellMarks::replace(QTextCursor word, const QString &by)
{
    word.insertText(by);
    m_edit.setFocus();
}

void SpellMarks::fillMenu(QMenu *menu, int position)
{
    const QTextCursor word = markedAt(position);
    if (word.hasSelection())
        addSuggestions(menu, word);
}

// At the menu's top: what the dictionary suggests comes as soon as it has been looked up.
void SpellMarks::addSuggestions(QMenu *menu, const QTextCursor &word)
{
    QAction *first = menu->actions().value(0);
    auto *looking = new QAction(tr("Looking for suggestions\u2026"), menu);
    looking->setEnabled(false);
    auto *add = new QAction(tr("Add “%1” to the dictionary").arg(word.selectedText()), menu);
    add->setObjectName(u"spellAdd"_s);
    auto *ignore = new QAction(tr("Ignore “%1” for now").arg(word.selectedText()), menu);
    ignore->setObjectName(u"spellIgnore"_s);
    menu->insertActions(first, {looking, add, ignore});
    if (first != nullptr)
        menu->insertSeparator(first);
    connect(add, &QAction::triggered, this, [this, text = word.selectedText()] { m_checker.addWord(text); });
    connect(ignore, &QAction::triggered, this, [this, text = word.selectedText()] { m_checker.ignore(text); });
    m_checker.suggest(word.selectedText(), menu, [this, menu, looking, word](const QStringList &words) {
        looking->setText(tr("No suggestions"));
        looking->setVisible(words.isEmpty());
        for (const QString &suggestion : words) {
            auto *action = new QAction(QString(suggestion).replace(u'&', u"&&"_s), menu);
            action->setObjectName(u"spellSuggestion"_s);
            connect(action, &QAction::triggered, this, [this, word, suggestion] { replace(word, suggestion); });
            menu->insertAction(looking, action);
        }
        if (!words.isEmpty() && menu->isVisible() && (menu->activeAction() == nullptr || menu->activeAction() == looking))
            menu->setActiveAction(menu->actions().constFirst());
    });
}

void SpellMarks::openSuggestions()
{
    const QTextCursor word = markedAt(m_edit.textCursor().position());
    if (!word.hasSelection())
        return;
    auto *menu = new QMenu(&m_edit);
    menu->setObjectName(u"spellMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addSuggestions(menu, word);
    menu->popup(m_edit.viewport()->mapToGlobal(m_edit.cursorRect(word).bottomLeft()));
}

} // namespace desk
