#include "gui/export/htmlwriter.h"

#include "gui/export/markdownhtml.h"
#include "gui/theme.h"
#include "state/export/exporttext.h"
#include "state/export/exportwords.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QPalette>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString colours(const QPalette &palette)
{
    return u"--text:%1;--subtle:%2;--back:%3;--card:%4;--user:%5;--code:%6;--line:%7;--link:%8;--warn:%9"_s.arg(
        palette.color(QPalette::Text).name(), Theme::subtleText(palette).name(), palette.color(QPalette::Base).name(),
        Theme::cardBackground(palette).name(), Theme::userBubble(palette).name(), Theme::codeBackground(palette).name(),
        Theme::border(palette).name(), Theme::accent(palette).name(), Theme::warning(palette).name());
}

QString styleSheet()
{
    return u":root{color-scheme:light dark;"_s + colours(Theme::lightPalette()) + u"}"_s + u"@media (prefers-color-scheme:dark){:root{"_s +
           colours(Theme::darkPalette()) + u"}}"_s +
           u"body{margin:0 auto;max-width:52em;padding:1em;background:var(--back);color:var(--text);font:1em/1.5 system-ui,sans-serif}"
           u"article{margin:1em 0;padding:.5em 1em;border:1px solid var(--line);border-radius:.5em;overflow-wrap:anywhere}"
           u"article.user{background:var(--user)}h1{font-size:1.5em}h2{font-size:1em;margin:.3em 0}h3,h4,h5,h6{font-size:1.05em}"
           u"header ul,ul.f{list-style:none;padding:0;color:var(--subtle)}a{color:var(--link)}"
           u".s{color:var(--warn);font-weight:600}.i{background:var(--code);color:var(--subtle)}"
           u"pre,code{font-family:ui-monospace,monospace;font-size:.92em;background:var(--code)}"
           u"pre{padding:.6em;white-space:pre-wrap;border-radius:.3em}details{margin:.4em 0}summary{color:var(--subtle)}"
           u".t{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:.2em .6em;text-align:start}"
           u"th{background:var(--card)}.c{text-align:center}.r{text-align:right}"
           u"blockquote{margin:0;padding-inline-start:1em;border-inline-start:.2em solid var(--line)}.p{white-space:pre-wrap}"
           u"@media print{article{break-inside:auto;border-color:currentColor}body{max-width:none}}"_s;
}

// Allows this one sheet and nothing else.
QString policy(const QString &sheet)
{
    const QByteArray hash = QCryptographicHash::hash(sheet.toUtf8(), QCryptographicHash::Sha256).toBase64();
    return u"default-src 'none'; style-src 'sha256-%1'; base-uri 'none'; form-action 'none'"_s.arg(QLatin1StringView(hash));
}

QString list(const QString &label, const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    QString out = u"<h3>"_s + htmlText(label) + u"</h3>\n<ul class=\"f\">\n"_s;
    for (const QString &line : lines)
        out += u"<li><bdi>"_s + line + u"</bdi></li>\n"_s;
    return out + u"</ul>\n"_s;
}

QString pre(const QString &label, const QString &text)
{
    return text.isEmpty() ? QString()
                          : u"<p>"_s + htmlText(label) + u"</p>\n<pre dir=\"ltr\">"_s + htmlText(visibleText(text)) + u"</pre>\n"_s;
}

QString thoughts(const Message &message)
{
    const QList<Thought> all = ExportWords::thoughts(message);
    if (all.isEmpty())
        return {};
    QString out = u"<details><summary>"_s + htmlText(ExportWords::thoughtsLabel()) + u"</summary>\n"_s;
    for (const Thought &thought : all) {
        const QString source = ExportWords::thought(thought);
        out += u"<p class=\"p\" dir=\"auto\">"_s + (source.isEmpty() ? QString() : u"<b><bdi>"_s + htmlText(source) + u"</bdi></b> "_s) +
               htmlText(thought.text) + u"</p>\n"_s;
    }
    return out + u"</details>\n"_s;
}

QString tools(const Message &message, bool withDetails)
{
    QString out;
    for (const ToolCall &call : message.toolCalls) {
        const QString name = u"<bdi>"_s + htmlText(ExportWords::toolCall(call)) + u"</bdi>"_s;
        const QString details = withDetails ? pre(ExportWords::inputLabel(), ExportWords::value(call.input)) +
                                                  pre(ExportWords::outputLabel(), ExportWords::value(call.output))
                                            : QString();
        out += details.isEmpty() ? u"<p>"_s + name + u"</p>\n"_s
                                 : u"<details><summary>"_s + name + u"</summary>\n"_s + details + u"</details>\n"_s;
    }
    return out;
}

// What people type keeps its lines; what agents write is Markdown.
QString body(const Message &message)
{
    if (message.content.isEmpty())
        return {};
    if (message.role == Role::User)
        return u"<div class=\"p\" dir=\"auto\">"_s + htmlText(message.content) + u"</div>\n"_s;
    return u"<div dir=\"auto\">"_s + markdownHtml(message.content) + u"</div>\n"_s;
}

QStringList sources(const Message &message)
{
    QStringList out;
    for (const Citation &citation : message.citations) {
        const QString quote = harmlessLine(citation.quote, 2000);
        const QString name = htmlText(ExportWords::source(citation));
        out.append(quote.isEmpty() ? name : name + u" <q>"_s + htmlText(quote) + u"</q>"_s);
    }
    return out;
}

} // namespace

QByteArray HtmlWriter::head(const ExportContent &content)
{
    const QString title = htmlText(ExportWords::title(content.conversation));
    const QString sheet = styleSheet();
    const QLocale locale;
    QString out = u"<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n"_s.arg(
        htmlText(locale.bcp47Name()), locale.textDirection() == Qt::RightToLeft ? u"rtl"_s : u"ltr"_s);
    out += u"<meta http-equiv=\"Content-Security-Policy\" content=\""_s + policy(sheet) + u"\">\n"_s;
    out += u"<meta name=\"referrer\" content=\"no-referrer\">\n"
           u"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_s;
    out += u"<title>"_s + title + u"</title>\n<style>"_s + sheet + u"</style>\n</head>\n<body>\n"_s;
    out += u"<header>\n<h1><bdi>"_s + title + u"</bdi></h1>\n<ul>\n"_s;
    const QStringList facts = ExportWords::facts(content);
    for (const QString &fact : facts)
        out += u"<li>"_s + htmlText(fact) + u"</li>\n"_s;
    return (out + u"</ul>\n</header>\n<main>\n"_s).toUtf8();
}

QByteArray HtmlWriter::message(const ExportContent &content, qsizetype index)
{
    const Message &message = content.messages.at(index);
    QString out = message.role == Role::User ? u"<article class=\"user\">\n"_s : u"<article>\n"_s;
    out += u"<h2>"_s + htmlText(ExportWords::heading(message)) + u"</h2>\n"_s;
    if (const QString state = ExportWords::state(message); !state.isEmpty())
        out += u"<p class=\"s\">"_s + htmlText(state) + u"</p>\n"_s;
    QStringList files;
    for (const StoredFile &file : message.attachments)
        files.append(htmlText(ExportWords::attachment(file)));
    if (content.options.thoughts)
        out += thoughts(message);
    out += tools(message, content.options.toolDetails) + body(message);
    out += list(ExportWords::attachmentsLabel(), files) + list(ExportWords::sourcesLabel(), sources(message));
    return (out + u"</article>\n"_s).toUtf8();
}

QByteArray HtmlWriter::tail(const ExportContent &)
{
    return "</main>\n</body>\n</html>\n";
}

} // namespace desk
