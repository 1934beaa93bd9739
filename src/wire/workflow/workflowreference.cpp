#include "wire/workflow/workflowreference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

// Behind the dot; 0: there is no name.
qsizetype nameLength(QStringView text)
{
    qsizetype length = 0;
    while (length < text.size() && isNameCharacter(text.at(length)))
        ++length;
    return length;
}

// The reference that begins here; without a path where none does.
WorkflowReference referenceAt(const QString &text, qsizetype position)
{
    WorkflowReference out;
    qsizetype end = position + 1;
    while (end < text.size() && text.at(end) == u'.') {
        const qsizetype length = nameLength(QStringView(text).sliced(end + 1));
        if (length == 0)
            break;
        out.path.append(text.sliced(end + 1, length));
        end += 1 + length;
    }
    out.text = text.sliced(position, end - position);
    out.position = position;
    return out;
}

// Takes what the value needs off the budget; false: it is used up.
bool pays(const QJsonValue &value, qsizetype &budget, int depth)
{
    if (depth > maxWorkflowDepth)
        return false;
    budget -= value.isString() ? value.toString().size() + 3 : 6;
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items) {
            if (budget < 0 || !pays(item, budget, depth + 1))
                return false;
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            budget -= it.key().size() + 4;
            if (budget < 0 || !pays(it.value(), budget, depth + 1))
                return false;
        }
    }
    return budget >= 0;
}

// One value whose references are replaced: all its texts share one budget, for many short ones can describe gigabytes too.
struct Replacing {
    const QJsonObject &context;
    qsizetype left = maxWorkflowText;
    qsizetype valuesLeft = maxWorkflowText; // of what stands for a whole reference within an array or object: each is a copy
    QSet<QString> staying = {};             // references that are not replaced, nor looked at again
    QSet<QString> stayingValues = {};       // the same of whole ones
};

bool mayCopy(const WorkflowReference &reference, const QJsonValue &value, Replacing &replacing)
{
    qsizetype left = replacing.valuesLeft;
    if (replacing.stayingValues.contains(reference.text))
        return false;
    if (pays(value, left, 0)) {
        replacing.valuesLeft = left;
        return true;
    }
    replacing.stayingValues.insert(reference.text);
    return false;
}

// Null: it stays as it was written.
QString wordsFor(const WorkflowReference &reference, qsizetype most, Replacing &replacing)
{
    if (replacing.staying.contains(reference.text))
        return {};
    const QJsonValue value = resolved(reference.path, replacing.context);
    const bool isTooLarge = value.isUndefined() || isLargerThan(value, maxWorkflowText);
    const QString words = isTooLarge ? QString() : workflowText(value);
    if (isTooLarge || words.size() > replacing.left)
        replacing.staying.insert(reference.text);
    if (isTooLarge || words.size() > qMin(most, replacing.left))
        return {};
    replacing.left -= words.size();
    return words.isNull() ? u""_s : words;
}

QString interpolated(const QString &text, Replacing &replacing)
{
    QString out;
    qsizetype copied = 0;
    const QList<WorkflowReference> references = referencesIn(text);
    for (const WorkflowReference &reference : references) {
        const QString words = wordsFor(reference, maxWorkflowText - out.size(), replacing);
        if (words.isNull())
            continue;
        out += QStringView(text).sliced(copied, reference.position - copied);
        out += words;
        copied = reference.position + reference.text.size();
    }
    out += QStringView(text).sliced(copied);
    return out;
}

QJsonValue replaced(const QJsonValue &value, Replacing &replacing, int depth)
{
    if (depth > maxWorkflowDepth)
        return value;
    if (value.isString()) {
        const QString text = value.toString();
        if (!isWholeReference(text))
            return text.contains(u'$') ? QJsonValue(interpolated(text, replacing)) : value;
        const WorkflowReference reference = referenceAt(text, 0);
        const QJsonValue found = resolved(reference.path, replacing.context);
        return found.isUndefined() || (depth > 0 && !mayCopy(reference, found, replacing)) ? value : found;
    }
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            out.append(replaced(item, replacing, depth + 1));
        return out;
    }
    if (value.isObject()) {
        QJsonObject out = value.toObject();
        for (auto it = out.begin(); it != out.end(); ++it)
            it.value() = replaced(it.value(), replacing, depth + 1);
        return out;
    }
    return value;
}

} // namespace

QList<WorkflowReference> referencesIn(const QString &text)
{
    QList<WorkflowReference> out;
    for (qsizetype at = text.indexOf("$."_L1); at >= 0; at = text.indexOf("$."_L1, at)) {
        const WorkflowReference reference = referenceAt(text, at);
        if (!reference.path.isEmpty())
            out.append(reference);
        at += reference.text.size();
    }
    return out;
}

bool isWholeReference(const QString &text)
{
    if (!text.startsWith("$."_L1))
        return false;
    const WorkflowReference reference = referenceAt(text, 0);
    return !reference.path.isEmpty() && reference.text.size() == text.size();
}

QJsonValue resolved(const QStringList &path, const QJsonObject &context)
{
    QJsonValue value = context;
    for (const QString &name : path) {
        if (!value.isObject())
            return QJsonValue::Undefined;
        value = value.toObject().value(name);
    }
    return path.isEmpty() ? QJsonValue(QJsonValue::Undefined) : value;
}

QJsonValue withReferences(const QJsonValue &value, const QJsonObject &context)
{
    Replacing replacing{context};
    return replaced(value, replacing, 0);
}

QString workflowText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented)).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Indented)).trimmed();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

bool isLargerThan(const QJsonValue &value, qsizetype bytes)
{
    qsizetype budget = bytes;
    return !pays(value, budget, 0);
}

} // namespace desk::wire
