#include "wire/problem.h"

#include "wire/json/reader.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

constexpr qsizetype maxTextLength = 1000; // an error line, not a page
constexpr qsizetype maxBodyBytes = 65536; // SSE-20: more of an error body is never needed
constexpr qsizetype maxFields = 50;

// One line of printable text: foreign bodies may hold anything.
QString clean(const QString &text)
{
    QString out = text;
    out.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
    out = out.simplified();
    if (out == "[object Object]"_L1)
        return {};
    if (out.size() <= maxTextLength)
        return out;
    const bool splits = out.at(maxTextLength - 2).isHighSurrogate();
    return out.left(maxTextLength - (splits ? 2 : 1)) + u'…';
}

QString scalarText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble() || value.isBool())
        return value.toVariant().toString();
    return {};
}

// ["body","input","prompt"] → "input.prompt"; the first word only says where in the request it stood.
QString pathOf(const QJsonValue &loc)
{
    if (loc.isString())
        return loc.toString();
    QStringList words;
    const QJsonArray parts = loc.toArray();
    for (const QJsonValue part : parts)
        words.append(scalarText(part));
    static const QStringList places{u"body"_s, u"query"_s, u"path"_s, u"header"_s, u"cookie"_s};
    if (words.size() > 1 && places.contains(words.first()))
        words.removeFirst();
    return words.join(u'.');
}

QString textOf(const QJsonValue &value, Problem &problem);

// A validation list: FastAPI's {loc, msg}, RFC 9457's {pointer, detail}, or plain strings.
QString readList(const QJsonArray &list, Problem &problem)
{
    QStringList lines;
    for (const QJsonValue item : list) {
        if (lines.size() == maxFields)
            break;
        const Reader reader(item);
        QString message;
        for (const QLatin1StringView key : {"msg"_L1, "message"_L1, "detail"_L1, "error"_L1}) {
            if (message.isEmpty())
                message = clean(reader.string(key));
        }
        if (!item.isObject())
            message = clean(scalarText(item));
        if (message.isEmpty())
            continue;
        const QString path = clean(pathOf(reader.value(reader.json().contains("loc"_L1) ? "loc"_L1 : "pointer"_L1)));
        if (!path.isEmpty())
            problem.fields.append({path, message});
        lines.append(path.isEmpty() ? message : path + ": "_L1 + message);
    }
    return clean(lines.join("; "_L1));
}

QString readObject(const QJsonObject &object, Problem &problem)
{
    const Reader reader(object);
    for (const QLatin1StringView key : {"type"_L1, "code"_L1, "error_type"_L1, "error"_L1}) {
        const QString code = clean(reader.string(key));
        const bool sentence = code.contains(u' ');
        if (problem.type.isEmpty() && !sentence && code != "about:blank"_L1)
            problem.type = code;
    }
    for (const QLatin1StringView key :
         {"message"_L1, "detail"_L1, "msg"_L1, "error_description"_L1, "error"_L1, "errors"_L1, "reason"_L1}) {
        if (const QString text = textOf(reader.value(key), problem); !text.isEmpty())
            return text;
    }
    QStringList members; // nothing we know: its scalar members are still better than nothing
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const QString text = clean(scalarText(it.value())); !text.isEmpty())
            members.append(it.key() + ": "_L1 + text);
    }
    return clean(members.join(", "_L1));
}

QString textOf(const QJsonValue &value, Problem &problem)
{
    if (value.isArray())
        return readList(value.toArray(), problem);
    if (value.isObject())
        return readObject(value.toObject(), problem);
    return clean(scalarText(value));
}

void readJson(const QJsonValue &json, Problem &problem)
{
    problem.isJson = true;
    if (!json.isObject()) {
        problem.detail = textOf(json, problem);
        return;
    }
    const Reader reader(json);
    problem.title = clean(reader.string("title"_L1));
    const QJsonValue errors = reader.value("errors"_L1);
    if (errors.isArray())
        readList(errors.toArray(), problem);
    // `detail` first: it is where the server's own sentence stands in both contracts.
    problem.detail = textOf(reader.value("detail"_L1), problem);
    const QString code = clean(reader.string("type"_L1));
    if (!code.isEmpty() && code != "about:blank"_L1)
        problem.type = code;
    if (problem.type.isEmpty())
        problem.type = clean(reader.string("code"_L1));
    if (problem.type == approvalRequired)
        problem.asked = reader.json();
    if (!problem.detail.isEmpty())
        return;
    problem.fields.clear();
    QJsonObject rest = reader.json();
    for (const QLatin1StringView key : {"title"_L1, "status"_L1, "success"_L1, "instance"_L1, "detail"_L1})
        rest.remove(key);
    if (rest.value("type"_L1).toString() == "about:blank"_L1)
        rest.remove("type"_L1);
    problem.detail = readObject(rest, problem);
    if (problem.detail.isEmpty())
        problem.detail = problem.title;
}

// 409 resource_in_use names the agents (contract 1.7): under detail on the team server, beside it in a problem+json.
void readUsers(const Reader &reader, Problem &problem)
{
    if (problem.type != "resource_in_use"_L1)
        return;
    const QJsonValue detail = reader.value("detail"_L1);
    const QJsonArray agents = (detail.isObject() ? Reader(detail) : reader).array("agents"_L1);
    for (const QJsonValue item : agents) {
        const Reader agent(item);
        const QString id = clean(agent.string("id"_L1));
        const QString name = clean(agent.string("name"_L1));
        if (!id.isEmpty() && problem.fields.size() < maxFields)
            problem.fields.append({usedByPath + id, name.isEmpty() ? id : name});
    }
}

// Tags, scripts and styles go; the title is what names the failure ("502 Bad Gateway").
void readHtml(const QString &text, Problem &problem)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]*)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression heading(u"<h1[^>]*>([^<]*)"_s, QRegularExpression::CaseInsensitiveOption);
    problem.looksLikeHtml = true;
    for (const QRegularExpression &pattern : {title, heading}) {
        if (problem.title.isEmpty())
            problem.title = clean(pattern.match(text).captured(1));
    }
    problem.detail = problem.title;
}

bool isHtml(const QString &text, const QByteArray &contentType)
{
    if (contentType.toLower().contains("html"))
        return true;
    const QStringView start = QStringView(text).trimmed().left(32);
    return start.startsWith("<!doctype html"_L1, Qt::CaseInsensitive) || start.startsWith("<html"_L1, Qt::CaseInsensitive) ||
           start.startsWith("<head"_L1, Qt::CaseInsensitive);
}

} // namespace

Problem parseProblem(const QByteArray &body, const QByteArray &contentType)
{
    Problem problem;
    const QByteArray trimmed = body.trimmed();
    if (trimmed.isEmpty())
        return problem;
    const bool shapedLikeJson = trimmed.startsWith('{') || trimmed.startsWith('[') || trimmed.startsWith('"');
    if (shapedLikeJson || contentType.toLower().contains("json")) {
        if (const Result<QJsonValue> json = parseJson(trimmed)) {
            readJson(*json, problem);
            readUsers(Reader(*json), problem);
            return problem;
        }
    }
    const QString text = QString::fromUtf8(trimmed.left(maxBodyBytes));
    if (isHtml(text, contentType))
        readHtml(text, problem);
    else if (!shapedLikeJson) // half a JSON body is no sentence
        problem.detail = clean(text);
    return problem;
}

QByteArray problemBody(int status, const QString &title, const QString &detail, const QString &type, const QJsonObject &extra)
{
    QJsonObject object = extra;
    object.insert("type"_L1, type.isEmpty() ? u"about:blank"_s : type);
    object.insert("title"_L1, title);
    object.insert("status"_L1, status);
    object.insert("detail"_L1, detail);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace desk::wire
