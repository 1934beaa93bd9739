#include "state/definitions/files/definitionsecrets.h"

#include "domain/secretscan.h"

#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QRegularExpression &placeholder()
{
    static const QRegularExpression pattern(uR"(\$\{([A-Z_][A-Z0-9_]*)\})"_s);
    return pattern;
}

bool isPlaceholder(const QString &text)
{
    const QRegularExpressionMatch match = placeholder().match(text);
    return match.hasMatch() && match.capturedLength() == text.size();
}

// Asked of the one who knows such names: with a value that would be a secret under them.
bool namesASecret(const QString &key)
{
    const QString probe = key + u"=q7-Zr4x9-Lp2"_s;
    const QList<SecretScan::Finding> found = SecretScan::scan(probe);
    return std::any_of(found.begin(), found.end(), [&key](const SecretScan::Finding &one) { return one.start > key.size(); });
}

void collect(const QJsonValue &value, QStringList &names)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            collect(item, names);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            collect(member.value(), names);
    } else if (value.isString()) {
        auto matches = placeholder().globalMatch(value.toString());
        while (matches.hasNext()) {
            const QString name = matches.next().captured(1);
            if (!names.contains(name))
                names.append(name);
        }
    }
}

class Withholding
{
public:
    Withholding(const QJsonObject &definition, QList<OmittedSecret> &omitted)
        : m_taken(placeholdersIn(definition))
        , m_definition(definition.value("name"_L1).toString())
        , m_omitted(omitted)
    {
    }

    QJsonValue walk(const QJsonValue &value, bool isSecret)
    {
        if (value.isObject())
            return object(value.toObject(), isSecret);
        if (value.isArray())
            return array(value.toArray(), isSecret);
        if (isSecret && (value.isDouble() || value.isBool()))
            return mark(value, hint());
        if (!value.isString() || value.toString().isEmpty())
            return value;
        return text(value.toString(), isSecret);
    }

private:
    QJsonObject object(const QJsonObject &object, bool isSecret)
    {
        QJsonObject out;
        for (auto member = object.begin(); member != object.end(); ++member) {
            m_path.append(member.key());
            out.insert(member.key(), walk(member.value(), isSecret || holdsSecrets()));
            m_path.removeLast();
        }
        return out;
    }
    QJsonArray array(const QJsonArray &array, bool isSecret)
    {
        const bool areArguments = isOfServer() && m_path.back() == "args"_L1;
        QJsonArray out;
        for (qsizetype i = 0; i < array.size(); ++i) {
            m_option = areArguments && i > 0 ? secretOption(array.at(i - 1), array.at(i)) : QString();
            m_path.append(QString::number(i));
            out.append(walk(array.at(i), isSecret || !m_option.isEmpty()));
            m_option.clear();
            m_path.removeLast();
        }
        return out;
    }
    // The name before a secret: --api-key …
    [[nodiscard]] static QString secretOption(const QJsonValue &before, const QJsonValue &argument)
    {
        static const QRegularExpression pattern(u"\\A-{1,2}([A-Za-z][A-Za-z0-9_-]*)\\z"_s);
        const QString name = pattern.match(before.toString()).captured(1);
        const bool isOption = argument.toString().startsWith(u'-');
        return !name.isEmpty() && !isOption && namesASecret(name) ? name : QString();
    }

    [[nodiscard]] bool holdsSecrets() const { return isOfServer() && (m_path.back() == "env"_L1 || m_path.back() == "headers"_L1); }
    [[nodiscard]] bool isOfServer() const // a member of one
    {
        const bool isOfAgent = m_path.size() == 3 && m_path.front() == "mcp_servers"_L1; // which of them, env
        return isOfAgent || (m_path.size() == 2 && m_path.front() == "mcp_server"_L1);
    }

    QJsonValue text(const QString &text, bool isSecret)
    {
        if (isSecret || namesASecret(m_path.value(m_path.size() - 1)))
            return isPlaceholder(text) ? text : mark(text, hint());
        QString out;
        qsizetype done = 0;
        const QList<SecretScan::Finding> findings = SecretScan::scan(text);
        for (const SecretScan::Finding &one : findings) {
            const QString secret = text.mid(one.start, one.length);
            out += QStringView(text).mid(done, one.start - done);
            out += isPlaceholder(secret) ? secret : mark(secret, hint() + u"_SECRET"_s);
            done = one.start + one.length;
        }
        return out + text.mid(done);
    }

    // From the name nearest to the value.
    [[nodiscard]] QString hint() const
    {
        constexpr qsizetype most = 60;
        QString out = u"SECRET"_s;
        for (const QString &part : m_path) {
            bool isPlace = false;
            part.toUInt(&isPlace);
            if (!isPlace && !part.isEmpty())
                out = part.toUpper().left(most);
        }
        if (!m_option.isEmpty())
            out = m_option.toUpper().left(most);
        static const QRegularExpression other(u"[^A-Z0-9_]"_s);
        out.replace(other, u"_"_s);
        return out.front().isDigit() ? u'_' + out : out;
    }

    QString mark(const QJsonValue &secret, const QString &wanted)
    {
        QString name = m_names.value(secret.toVariant().toString());
        for (int number = 1; name.isEmpty(); ++number) {
            const QString candidate = number == 1 ? wanted : u"%1_%2"_s.arg(wanted).arg(number);
            if (!m_taken.contains(candidate))
                name = candidate;
        }
        m_names.insert(secret.toVariant().toString(), name);
        m_taken.append(name);
        m_omitted.append({m_definition, m_path.join(u'.'), name});
        return u"${%1}"_s.arg(name);
    }

    QStringList m_path;
    QString m_option; // of the argument that is looked at; empty: it has none that names a secret
    QStringList m_taken;
    QMap<QString, QString> m_names; // by the secret
    QString m_definition;
    QList<OmittedSecret> &m_omitted;
};

} // namespace

QJsonObject withoutSecrets(const QJsonObject &definition, QList<OmittedSecret> &omitted)
{
    return Withholding(definition, omitted).walk(definition, false).toObject();
}

QStringList placeholdersIn(const QJsonValue &value)
{
    QStringList names;
    collect(value, names);
    return names;
}

} // namespace desk
