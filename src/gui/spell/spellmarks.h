#pragma once

#include <QObject>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>

class QMenu;

namespace desk {

class ComposerEdit;
class SpellChecker;

// Wavy lines under the words of a text field that the dictionary does not know, when nobody has typed for a moment, and what stands in
// the field's menu for them. Only what was changed is looked at again; the word being typed is not marked.
class SpellMarks : public QObject
{
    Q_OBJECT
public:
    SpellMarks(ComposerEdit &edit, SpellChecker &checker, QObject *parent = nullptr);

    void openSuggestions();                        // for the word at the caret, by key
    [[nodiscard]] QStringList markedWords() const; // in the order of the text

private:
    void onContentsChange(int position, int removed, int added);
    void onCaret();
    void checkAll();
    void checkDirty();
    void apply(const QTextBlock &block, const QSet<QString> &wrong);
    void setMarks(const QTextBlock &block, const QList<QTextLayout::FormatRange> &marks);
    void fillMenu(QMenu *menu, int position);
    void addSuggestions(QMenu *menu, const QTextCursor &word);
    void replace(QTextCursor word, const QString &by);
    [[nodiscard]] QTextCursor markedAt(int position) const; // no selection: none is there

    ComposerEdit &m_edit;
    SpellChecker &m_checker;
    QTimer m_idle;
    QTextBlock m_caretBlock;
    bool m_isChecking = false;
};

} // namespace desk
