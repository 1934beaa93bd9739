#pragma once

#include "gui/chat/source/quotefinder.h"
#include "gui/chat/source/sourceheading.h"
#include "gui/chat/source/sourcelines.h"
#include "gui/text/textlimiter.h"
#include "gui/text/textmatcher.h"

#include <QStackedWidget>
#include <QTimer>

#include <memory>

class QImage;
class QPlainTextEdit;
class QTextDocument;

namespace desk {

class SafeTextBrowser;
class SourcePicture;

// What the source panel shows: the quoted words, or the document they are from as rendered Markdown, as plain text, or as a picture. Marks
// and shows a passage in it, and finds words. Everything it is given is hostile: no HTML, nothing is loaded, links are only announced.
class SourceView : public QStackedWidget
{
    Q_OBJECT
public:
    explicit SourceView(QWidget *parent = nullptr);
    ~SourceView() override;

    void showQuote(const QString &text);
    // Markdown is rendered up to a bound, and plain text beyond it. Plain text of megabytes comes in slices; ready() follows in any case,
    // never within the call, unless something else is shown meanwhile.
    enum class Form { Plain, Code, Markdown };
    void showText(const QString &text, Form form);
    void showPicture(const QImage &image, const QString &name);

    [[nodiscard]] const QList<SourceHeading> &contents() const { return m_contents; } // of the document that is shown
    [[nodiscard]] bool isCut() const { return m_lines.isCut(); }                      // it had more lines than are shown
    void goTo(int position);
    void keepInView(); // the place it went to last, after there was less room
    // Marks the quote where it stands nearest to the line (1-based, 0: unknown) and shows it; where it is not found, shows the line.
    // Returns whether it was found; true as well where there is none to find.
    bool goToPassage(const QString &quote, int line);

    struct Found {
        qsizetype match = -1; // 0-based, the one that is marked as the current one
        qsizetype count = 0;
    };
    // by: 1 and -1 walk, 0 begins at the first; Stay marks all and moves to none.
    static constexpr int Stay = 2;
    Found find(const QString &words, int by);

    [[nodiscard]] QWidget *focusTarget() const { return currentWidget(); }
    [[nodiscard]] QList<QWidget *> pages() const; // those that take keys

Q_SIGNALS:
    void ready();
    void linkActivated(const QString &href);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QTextDocument *document() const; // of the text that is shown; null for a picture
    void turnTo(QWidget *page, const QString &accessibleName);
    void setBrowserDocument(std::unique_ptr<QTextDocument> document);
    [[nodiscard]] std::unique_ptr<QTextDocument> rendered() const; // of the Markdown
    void renderAgain();
    void addLines();
    void finishLines();
    void forget();
    void placeCursor(int position, int length);
    void paintMarks();

    SafeTextBrowser *m_browser;
    QPlainTextEdit *m_plain;
    SourcePicture *m_picture;
    QTimer m_timer; // the next slice, or ready()
    SourceLines m_lines;
    std::unique_ptr<QTextDocument> m_coming; // not shown yet
    TextUse m_use = TextUse::Code;
    QString m_markdown; // that is shown as such; empty: something else is
    QList<SourceHeading> m_contents;
    std::unique_ptr<QuoteFinder> m_finder; // made when it is needed
    QList<QuoteFinder::Range> m_passage;
    QString m_words;
    bool m_isSearched = false; // m_found is of these words and this document
    QList<TextMatcher::Found> m_found;
    qsizetype m_match = -1;
};

} // namespace desk
