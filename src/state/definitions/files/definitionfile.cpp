#include "state/definitions/files/definitionfile.h"

#include "state/definitions/files/definitionorder.h"
#include "state/definitions/files/yamltext.h"
#include "wire/json/jsonparser.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

using wire::JsonNode;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::DefinitionFile)
};

constexpr auto headKey = "agentdesk"_L1;
constexpr int formatVersion = 1;
constexpr wire::JsonRules rules{512, true};
constexpr std::array kinds{DefinitionKind::Agent, DefinitionKind::Tool, DefinitionKind::Workflow};
constexpr std::array serverKeys{"id"_L1, "version"_L1, "created_at"_L1, "updated_at"_L1, "created_by"_L1, "is_builtin"_L1};

Unexpected<Error> failure(Error::Kind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return {error};
}

QString word(DefinitionKind kind)
{
    return OpenEnum(kind).wire();
}
QString pluralWord(DefinitionKind kind)
{
    return word(kind) + u's';
}

JsonNode head(const QString &kind)
{
    JsonNode out = JsonNode::object();
    out.setMember(u"format"_s, JsonNode::number(QString::number(formatVersion)));
    out.setMember(u"kind"_s, JsonNode::string(kind));
    return out;
}

JsonNode written(const FileDefinition &definition, const DefinitionFileOptions &options, QList<OmittedSecret> &omitted)
{
    QJsonObject json = definition.json;
    if (!options.serverMembers) {
        for (const QLatin1StringView key : serverKeys)
            json.remove(key);
    }
    if (!options.secrets)
        json = withoutSecrets(json, omitted);
    return orderedDefinition(definition.kind, json);
}

JsonNode fileOf(const QList<FileDefinition> &definitions, const DefinitionFileOptions &options, QList<OmittedSecret> &omitted)
{
    JsonNode file = JsonNode::object();
    if (definitions.size() == 1) {
        const QString kind = word(definitions.constFirst().kind);
        file.setMember(headKey, head(kind));
        file.setMember(kind, written(definitions.constFirst(), options, omitted));
        return file;
    }
    file.setMember(headKey, head(u"definitions"_s));
    for (const DefinitionKind kind : kinds) {
        QList<JsonNode> list;
        for (const FileDefinition &definition : definitions) {
            if (definition.kind == kind)
                list.append(written(definition, options, omitted));
        }
        if (!list.isEmpty())
            file.setMember(pluralWord(kind), JsonNode::array(list));
    }
    return file;
}

// By what only they have.
DefinitionKind kindOf(const QJsonObject &json)
{
    if (json.contains("steps"_L1))
        return DefinitionKind::Workflow;
    if (json.contains("entrypoint"_L1) || json.contains("schema"_L1))
        return DefinitionKind::Tool;
    if (json.contains("instructions"_L1) || json.contains("model"_L1))
        return DefinitionKind::Agent;
    return DefinitionKind::Unknown;
}

Result<FileDefinition> definitionIn(const QJsonValue &value, DefinitionKind kind)
{
    const QJsonObject json = value.toObject();
    const FileDefinition out{kind == DefinitionKind::Unknown ? kindOf(json) : kind, json, placeholdersIn(json)};
    if (!value.isObject() || out.kind == DefinitionKind::Unknown)
        return failure(Error::Kind::Protocol, Texts::tr("There is something in it that is no agent, no tool and no workflow."));
    if (out.name().isEmpty())
        return failure(Error::Kind::Protocol, Texts::tr("One of the definitions in it has no name."));
    return out;
}

Result<QList<FileDefinition>> listIn(const QJsonArray &list, DefinitionKind kind)
{
    QList<FileDefinition> out;
    for (const QJsonValue &value : list) {
        Result<FileDefinition> one = definitionIn(value, kind);
        if (!one)
            return Unexpected{one.error()};
        out.append(*std::move(one));
    }
    return out;
}

Result<QList<FileDefinition>> fileIn(const QJsonObject &file)
{
    const int format = file.value(headKey).toObject().value("format"_L1).toInt();
    if (format > formatVersion)
        return failure(Error::Kind::Conflict, Texts::tr("A newer version of this program wrote the file. This one cannot read it."));
    QList<FileDefinition> out;
    bool isFile = false;
    for (const DefinitionKind kind : kinds) {
        QJsonArray list = file.value(pluralWord(kind)).toArray();
        isFile = isFile || file.value(pluralWord(kind)).isArray();
        if (file.contains(word(kind)))
            list.prepend(file.value(word(kind)));
        Result<QList<FileDefinition>> found = listIn(list, kind);
        if (!found)
            return found;
        out += *std::move(found);
    }
    if (format < 1 || (out.isEmpty() && !isFile && file.size() > 1))
        return failure(Error::Kind::Protocol, Texts::tr("This is no file of agents, tools or workflows."));
    return out;
}

Result<QJsonValue> valueIn(const QByteArray &bytes)
{
    if (bytes.size() > YamlLimits::bytes)
        return jsonOfYaml(bytes); // says so
    QByteArray begin = bytes.left(1024).trimmed();
    if (begin.startsWith("\xEF\xBB\xBF"))
        begin = begin.mid(3).trimmed();
    if (begin.startsWith('{') || begin.startsWith('[')) {
        Result<QJsonValue> json = wire::parseJson(bytes, rules);
        if (json)
            return json;
    }
    return jsonOfYaml(bytes); // which JSON is as well, and which says the line of a fault
}

} // namespace

Result<WrittenDefinitions> writeDefinitions(const QList<FileDefinition> &definitions, DefinitionFormat format,
                                            const DefinitionFileOptions &options)
{
    for (const FileDefinition &definition : definitions) {
        if (definition.kind == DefinitionKind::Unknown)
            return failure(Error::Kind::Invalid, Texts::tr("“%1” is no agent, no tool and no workflow.").arg(definition.name()));
    }
    WrittenDefinitions out;
    const JsonNode file = fileOf(definitions, options, out.omitted);
    if (format == DefinitionFormat::Json) {
        out.bytes = file.toJson(true).toUtf8() + '\n';
        return out;
    }
    const Result<QString> yaml = yamlOf(file);
    if (!yaml)
        return Unexpected{yaml.error()};
    out.bytes = yaml->toUtf8();
    return out;
}

Result<QList<FileDefinition>> readDefinitions(const QByteArray &bytes)
{
    const Result<QJsonValue> value = valueIn(bytes);
    if (!value)
        return Unexpected{value.error()};
    if (value->isArray())
        return listIn(value->toArray(), DefinitionKind::Unknown);
    const QJsonObject object = value->toObject();
    if (object.value(headKey).isObject())
        return fileIn(object);
    return listIn({*value}, DefinitionKind::Unknown);
}

} // namespace desk
