#include "gui/chat/turns/messagecopy.h"

#include "gui/chat/transcript/messagetext.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/export/formattedcopy.h"
#include "gui/export/messagertf.h"
#include "gui/text/plaintarget.h"
#include "gui/text/rtfwriter.h"
#include "gui/text/textlimiter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxRtf = 16 * 1024 * 1024; // bytes

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

// Under both names programs know it by.
void addRtf(QMimeData &data, const RtfWriter &rtf)
{
    if (rtf.size() > maxRtf)
        return;
    const QByteArray file = rtf.file();
    data.setData(u"text/rtf"_s, file);
    data.setData(u"application/rtf"_s, file);
}

} // namespace

QString plainWords(const Message &message)
{
    if (message.role == Role::User)
        return message.content;
    PlainTarget words(PlainTarget::Use::Reading);
    renderMessage(message.content, words);
    return words.take().trimmed();
}

std::unique_ptr<QMimeData> messagesCopy(const QList<Message> &messages, MessageCommand how)
{
    QStringList texts;
    QByteArray html;
    for (const Message &message : messages) {
        texts << (how == MessageCommand::CopyMarkdown ? message.content : plainWords(message));
        if (how == MessageCommand::CopyFormatted)
            html += formattedCopy(message)->data(u"text/html"_s);
    }
    if (how == MessageCommand::CopyMarkdown)
        return markdownData(texts.join(u"\n\n"_s));
    auto data = textData(texts.join(u"\n\n"_s));
    if (how != MessageCommand::CopyFormatted)
        return data;
    data->setData(u"text/html"_s, html);
    RtfWriter rtf;
    const auto fits = [&rtf](const Message &message) { return rtf.size() <= maxRtf && addToRtf(message, rtf); };
    if (std::all_of(messages.cbegin(), messages.cend(), fits))
        addRtf(*data, rtf);
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
    RtfWriter rtf;
    if (!html.isEmpty() && view.addSelectionTo(rtf))
        addRtf(*data, rtf);
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
