#include "gui/chat/turns/messagecopy.h"

#include "gui/chat/transcript/messagetext.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/export/formattedcopy.h"
#include "gui/text/plaintarget.h"
#include "gui/text/textlimiter.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

std::unique_ptr<QMimeData> textData(const QString &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(clipboardText(text));
    return data;
}

std::unique_ptr<QMimeData> markdownData(const QString &text)
{
    auto data = textData(text);
    data->setData(u"text/markdown"_s, data->text().toUtf8());
    return data;
}

} // namespace

QString plainWords(const Message &message)
{
    if (message.role == Role::User)
        return message.content;
    PlainTarget words;
    renderMessage(message.content, words);
    return words.take().trimmed();
}

std::unique_ptr<QMimeData> messagesCopy(const QList<Message> &messages, MessageCommand how)
{
    QStringList texts;
    QByteArray html;
    for (const Message &message : messages) {
        texts << (how == MessageCommand::CopyPlain ? plainWords(message) : message.content);
        if (how == MessageCommand::CopyFormatted)
            html += formattedCopy(message)->data(u"text/html"_s);
    }
    if (how == MessageCommand::CopyMarkdown)
        return markdownData(texts.join(u"\n\n"_s));
    auto data = textData(texts.join(u"\n\n"_s));
    if (how == MessageCommand::CopyFormatted)
        data->setData(u"text/html"_s, html);
    return data;
}

std::unique_ptr<QMimeData> selectionCopy(TranscriptView &view, MessageCommand how)
{
    if (how == MessageCommand::CopyMarkdown)
        return markdownData(view.selectedMarkdown());
    auto data = textData(view.selectedText());
    const QString html = how == MessageCommand::CopyFormatted ? view.selectedHtml() : QString();
    if (!html.isEmpty())
        data->setData(u"text/html"_s, (u"<meta charset=\"utf-8\">"_s + html).toUtf8());
    return data;
}

QString quoted(const QString &text)
{
    QStringList lines = clipboardText(text).split(u'\n');
    for (QString &line : lines)
        line = line.isEmpty() ? u">"_s : u"> "_s + line;
    return lines.join(u'\n');
}

} // namespace desk
