#include "state/prompts/savedprompt.h"

#include <algorithm>

namespace desk {

namespace {

bool isHidden(QChar c)
{
    const bool isControl = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
    const bool turnsText = (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    return isControl || turnsText;
}

QString plain(QString text, qsizetype most)
{
    text.removeIf(isHidden);
    return text.left(most);
}

QString line(QString text, qsizetype most)
{
    text.replace(u'\n', u' ').replace(u'\t', u' ');
    return plain(text, most).trimmed();
}

} // namespace

SavedPrompt normalized(SavedPrompt prompt)
{
    prompt.title = line(prompt.title, SavedPrompt::maxTitle);
    prompt.text = plain(prompt.text, SavedPrompt::maxText);
    prompt.folder = line(prompt.folder, SavedPrompt::maxFolder);
    QStringList tags;
    for (const QString &tag : std::as_const(prompt.tags)) {
        const QString clean = line(tag, SavedPrompt::maxTag);
        if (!clean.isEmpty() && !tags.contains(clean) && tags.size() < SavedPrompt::maxTags)
            tags.append(clean);
    }
    prompt.tags = tags;
    return prompt;
}

} // namespace desk
