#pragma once

#include "domain/conversation.h"
#include "gui/text/markdownstyle.h"
#include "gui/text/textmatcher.h"

#include <QDialog>

class QPushButton;

namespace desk {

class FindBar;
class SafeTextBrowser;

// One message in a window of its own with a text cursor: for screen readers, for selecting and for reading in peace. Never modal.
// A text of megabytes comes page by page. Ctrl+F finds in what is shown, Ctrl++, Ctrl+- and Ctrl+0 (or the wheel) change the size.
class MessageReader : public QDialog
{
    Q_OBJECT
public:
    static constexpr int smallest = 60; // per cent
    static constexpr int largest = 300;

    explicit MessageReader(const Message &message, QWidget *parent = nullptr);

    [[nodiscard]] SafeTextBrowser *browser() const { return m_browser; }
    void showMore();
    void setZoom(int percent);
    [[nodiscard]] int zoom() const { return m_zoom; }

Q_SIGNALS:
    void linkActivated(const QString &href, const QString &label);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addActions();
    void append(qsizetype from, qsizetype to);
    void find(const QString &words);
    void step(int by);
    void showMatch();
    void closeFind();
    void placeFindBar();

    QString m_text;
    bool m_isMarkdown;
    MarkdownStyle m_style;
    int m_zoom = 100;
    qsizetype m_shown = 0; // characters of the text
    SafeTextBrowser *m_browser;
    QPushButton *m_more;
    FindBar *m_find;
    TextMatcher m_matcher;
    QList<TextMatcher::Found> m_found;
    qsizetype m_match = -1;
};

} // namespace desk
