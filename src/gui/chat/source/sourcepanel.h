#pragma once

#include "domain/file.h"
#include "gui/text/textmatcher.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace desk {

class Dialogs;
class SafeTextBrowser;
class SourceFiles;

// The sources of one answer beside the conversation (CH-55 … CH-57): the words that the answer relies on, where they stand, a search in
// them, and the sources before and after. Plain text; the original is only saved, after a question, and never opened. Keys: Alt+Left and
// Alt+Right walk through the sources, Ctrl+F searches, Enter and Shift+Enter walk through matches, Esc closes.
class SourcePanel : public QWidget
{
    Q_OBJECT
public:
    // Both outlive it. Null files: the original cannot be saved.
    SourcePanel(Dialogs &dialogs, SourceFiles *files, QWidget *parent = nullptr);

    void open(const QList<Citation> &citations, int index);
    void focusText();
    [[nodiscard]] int current() const { return m_index; }

Q_SIGNALS:
    void closeRequested();
    void statusMessage(const QString &text);
    void sourceShown(int index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void showSource(int index);
    void find(int by); // 0: the first from the top
    void markMatches();
    void askForOriginal();
    void saveOriginal(const Citation &citation);

    Dialogs &m_dialogs;
    SourceFiles *m_files;
    QList<Citation> m_citations;
    int m_index = -1;
    QLabel *m_title;
    QLabel *m_name;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    SafeTextBrowser *m_words;
    QLineEdit *m_find;
    QLabel *m_count;
    QPushButton *m_original;
    QLabel *m_problem;
    QList<TextMatcher::Found> m_found;
    qsizetype m_match = -1;
};

} // namespace desk
