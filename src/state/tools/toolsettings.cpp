#include "state/tools/toolsettings.h"

#include "domain/secretscan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr std::array secretWords{"key"_L1,  "token"_L1,      "password"_L1, "passwd"_L1, "passphrase"_L1, "secret"_L1,
                                 "auth"_L1, "credential"_L1, "cookie"_L1,   "bearer"_L1, "private"_L1,    "signature"_L1};

using Leaves = QMap<QString, QJsonValue>; // a value by its path

void gather(Leaves &leaves, const QString &path, const QJsonValue &value)
{
    const QJsonObject members = value.toObject();
    if (members.isEmpty()) {
        leaves.insert(path, value);
        return;
    }
    for (auto member = members.begin(); member != members.end() && leaves.size() < ToolSettings::mostSettings; ++member)
        gather(leaves, path + u'.' + member.key(), member.value());
}

Leaves leavesOf(const std::optional<ToolConfig> &config)
{
    Leaves leaves;
    if (!config)
        return leaves;
    for (const auto &[name, members] : {std::pair{u"providers"_s, config->providers}, {u"settings"_s, config->settings}}) {
        if (!members.isEmpty())
            gather(leaves, name, members);
    }
    return leaves;
}

// Inside of a list the names of its objects' members count, too.
QJsonValue withoutSecrets(const QJsonValue &value, const QString &mask)
{
    if (value.isString())
        return SecretScan::scan(value.toString()).isEmpty() ? value : QJsonValue(mask);
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray in = value.toArray();
        for (const QJsonValue &each : in)
            out.append(withoutSecrets(each, mask));
        return out;
    }
    QJsonObject out = value.toObject();
    if (!value.isObject())
        return value;
    for (auto member = out.begin(); member != out.end(); ++member)
        member.value() = ToolSettings::isSecretName(member.key()) ? QJsonValue(mask) : withoutSecrets(member.value(), mask);
    return out;
}

} // namespace

bool ToolSettings::isEmpty(const ToolConfig &config)
{
    return config.providers.isEmpty() && config.settings.isEmpty();
}

bool ToolSettings::isSecretName(const QString &name)
{
    return std::any_of(secretWords.begin(), secretWords.end(),
                       [&name](QLatin1StringView word) { return name.contains(word, Qt::CaseInsensitive); });
}

QString ToolSettings::shown(const QString &name, const QJsonValue &value)
{
    const QString mask(8, u'\u2022'); // tells nothing, not even how long it is
    if (value.isNull() || value.isUndefined())
        return tr("nothing", "value of a setting");
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (isSecretName(name))
        return value.isString() && value.toString().isEmpty() ? tr("empty", "value of a setting") : mask;
    const QJsonValue safe = withoutSecrets(value, mask);
    if (safe.isString())
        return safe.toString().isEmpty() ? tr("empty", "value of a setting") : safe.toString();
    if (safe.isObject())
        return QString::fromUtf8(QJsonDocument(safe.toObject()).toJson(QJsonDocument::Compact));
    // A number by itself is no document.
    const QString list =
        QString::fromUtf8(QJsonDocument(safe.isArray() ? safe.toArray() : QJsonArray{safe}).toJson(QJsonDocument::Compact));
    return safe.isArray() ? list : list.sliced(1, list.size() - 2);
}

int ToolSettings::effectiveLevel(const Stored &stored)
{
    for (int level = User; level >= System; --level) {
        const std::optional<ToolConfig> &config = stored.at(static_cast<size_t>(level));
        if (config && !isEmpty(*config))
            return level;
    }
    return -1;
}

QList<ToolSetting> ToolSettings::sideBySide(const Stored &stored)
{
    const int counts = effectiveLevel(stored);
    QMap<QString, ToolSetting> settings;
    for (int level = System; level <= User; ++level) {
        const Leaves leaves = leavesOf(stored.at(static_cast<size_t>(level)));
        for (auto leaf = leaves.begin(); leaf != leaves.end(); ++leaf) {
            ToolSetting &setting = settings[leaf.key()];
            setting.name = leaf.key();
            setting.values.at(static_cast<size_t>(level)) = shown(leaf.key(), leaf.value());
            if (level == counts)
                setting.from = level;
        }
    }
    return settings.values();
}

} // namespace desk
