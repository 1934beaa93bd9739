#pragma once

#include "gui/text/safetextbrowser.h"

namespace desk {

// A short foreign text with its markdown, drawn by our own renderer: nothing is loaded, nothing is followed by itself. Beyond maxText it
// is cut, and says so.
class MarkdownView : public SafeTextBrowser
{
    Q_OBJECT
public:
    static constexpr qsizetype maxText = 128 * 1024; // characters: unlike a transcript this lays out all it has

    explicit MarkdownView(QWidget *parent = nullptr);

    void showText(const QString &text); // keeps the place that is read, or the end where that is in sight
    [[nodiscard]] const QString &text() const { return m_text; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    QString m_text;
};

} // namespace desk
