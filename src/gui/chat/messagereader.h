#pragma once

#include "domain/conversation.h"
#include "gui/chat/markdownstyle.h"

#include <QDialog>

class QPushButton;

namespace desk {

class SafeTextBrowser;

// One message in a window of its own with a text cursor: for screen readers, for selecting and for reading in peace. Never modal.
// A text of megabytes comes page by page.
class MessageReader : public QDialog
{
    Q_OBJECT
public:
    explicit MessageReader(const Message &message, QWidget *parent = nullptr);

    [[nodiscard]] SafeTextBrowser *browser() const { return m_browser; }
    void showMore();

Q_SIGNALS:
    void linkActivated(const QString &href, const QString &label);

private:
    QString m_text;
    bool m_isMarkdown;
    MarkdownStyle m_style;
    qsizetype m_shown = 0; // characters of the text
    SafeTextBrowser *m_browser;
    QPushButton *m_more;
};

} // namespace desk
