#include "state/prompts/promptfile.h"

#include "wire/json/jsonparser.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QLatin1StringView format("agentdesk-prompts");
constexpr int version = 1;

Error refusal(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.message = message;
    return error;
}

QJsonObject toJson(const SavedPrompt &prompt)
{
    QJsonObject out{{"title"_L1, prompt.title}, {"text"_L1, prompt.text}};
    if (!prompt.folder.isEmpty())
        out.insert("folder"_L1, prompt.folder);
    if (!prompt.tags.isEmpty())
        out.insert("tags"_L1, QJsonArray::fromStringList(prompt.tags));
    return out;
}

bool areTexts(const QJsonArray &array)
{
    return std::all_of(array.begin(), array.end(), [](const QJsonValue &value) { return value.isString(); });
}

bool takePrompt(const QJsonObject &json, SavedPrompt &prompt)
{
    const QJsonValue folder = json.value("folder"_L1);
    const QJsonValue tags = json.value("tags"_L1);
    if (!json.value("title"_L1).isString() || !json.value("text"_L1).isString() || !(folder.isUndefined() || folder.isString()) ||
        !(tags.isUndefined() || (tags.isArray() && areTexts(tags.toArray()))))
        return false;
    prompt.title = json.value("title"_L1).toString();
    prompt.text = json.value("text"_L1).toString();
    prompt.folder = folder.toString();
    const QJsonArray words = tags.toArray();
    for (const QJsonValue &word : words)
        prompt.tags.append(word.toString());
    return !prompt.title.isEmpty() && !prompt.text.trimmed().isEmpty() && normalized(prompt) == prompt;
}

} // namespace

QByteArray PromptFile::write(const QList<SavedPrompt> &prompts)
{
    QList<SavedPrompt> sorted = prompts;
    std::sort(sorted.begin(), sorted.end(), [](const SavedPrompt &a, const SavedPrompt &b) {
        return std::tie(a.folder, a.title, a.text, a.tags) < std::tie(b.folder, b.title, b.text, b.tags);
    });
    QJsonArray list;
    for (const SavedPrompt &prompt : std::as_const(sorted))
        list.append(toJson(prompt));
    return QJsonDocument(QJsonObject{{"format"_L1, format}, {"version"_L1, version}, {"prompts"_L1, list}}).toJson();
}

Result<QList<SavedPrompt>> PromptFile::read(const QByteArray &bytes)
{
    if (bytes.size() > maxBytes)
        return Unexpected{refusal(tr("The file is too large to be one of prompts."))};
    const Result<QJsonValue> json = wire::parseJson(bytes);
    if (!json || json->toObject().value("format"_L1).toString() != format)
        return Unexpected{refusal(tr("This is no file of prompts."))};
    if (json->toObject().value("version"_L1).toInt() != version)
        return Unexpected{refusal(tr("The file was written by a newer version of this program."))};
    const QJsonArray list = json->toObject().value("prompts"_L1).toArray();
    if (!json->toObject().value("prompts"_L1).isArray() || list.size() > maxPrompts)
        return Unexpected{refusal(tr("The file has no list of prompts, or too many of them."))};
    QList<SavedPrompt> prompts;
    for (const QJsonValue &item : list) {
        SavedPrompt prompt;
        if (!takePrompt(item.toObject(), prompt))
            return Unexpected{
                refusal(tr("Prompt %1 of the file cannot be taken: its title or text is missing, too long, or holds characters that "
                           "cannot be seen.")
                            .arg(prompts.size() + 1))};
        prompts.append(prompt);
    }
    return prompts;
}

Result<QList<SavedPrompt>> PromptFile::readFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error = refusal(tr("The file cannot be read."));
        error.kind = Error::Kind::Storage;
        error.detail = file.errorString();
        return Unexpected{error};
    }
    return read(file.read(maxBytes + 1));
}

} // namespace desk
