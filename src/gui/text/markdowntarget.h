#pragma once

#include "gui/text/math/mathspans.h"
#include "gui/text/textlimiter.h"

#include <QString>
#include <QStringView>

namespace desk {

enum class MarkdownSpan { None, Emphasis, Strong, Strike, Code, Link, SourceLink, Image, Label, Caption, Note };

// Who is told what a message consists of, block by block: a document to show, HTML for the clipboard, plain text to search. Everything
// handed over is hostile; links are only those that may be opened, and source links those that docLink knows.
class MarkdownTarget
{
public:
    MarkdownTarget() = default;
    MarkdownTarget(const MarkdownTarget &) = delete;
    MarkdownTarget &operator=(const MarkdownTarget &) = delete;
    virtual ~MarkdownTarget() = default;

    virtual void enterQuote() = 0;
    virtual void leaveQuote() = 0;
    virtual void enterList(bool ordered, unsigned start, bool tight) = 0;
    virtual void leaveList() = 0;
    virtual void enterItem(bool task, bool done) = 0;
    virtual void leaveItem() = 0;

    virtual void beginParagraph() = 0;
    virtual void beginHeading(unsigned level) = 0;
    virtual void endBlock() = 0;
    virtual void addRule() = 0;

    virtual void beginCode(const QString &language, bool first, bool last) = 0;
    virtual void addCode(QStringView code) = 0;
    virtual void endCode() = 0;

    virtual void beginTable(unsigned columns, unsigned rows) = 0;
    virtual void beginRow() = 0;
    virtual void beginCell(Qt::Alignment alignment, bool header) = 0;
    virtual void endTable() = 0;

    virtual void pushSpan(MarkdownSpan span, const QString &href = {}) = 0;
    virtual void popSpan() = 0;
    virtual void addText(QStringView text, TextUse use = TextUse::Prose) = 0;
    virtual void addMath(const MathSpan &span) = 0;
    // What stands for a picture, in words. canShow: a click may fetch it.
    virtual void addImage(const QString &words, const QString &source, bool canShow)
    {
        Q_UNUSED(source)
        Q_UNUSED(canShow)
        pushSpan(MarkdownSpan::Image);
        addText(words);
        popSpan();
    }
};

} // namespace desk
