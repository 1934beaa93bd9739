#include "wire/json/taskconfigjson.h"

#include "wire/json/overlay.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

NotificationTarget targetFromJson(const QJsonObject &object)
{
    const Reader reader(object);
    NotificationTarget target;
    target.channel = OpenEnum<NotificationChannel>::fromWire(reader.string("channel"_L1));
    target.recipient = reader.string("recipient"_L1);
    target.isEnabled = reader.boolean("enabled"_L1, true);
    target.raw = object;
    return target;
}

QJsonObject toJson(const NotificationTarget &target)
{
    Overlay out(target.raw);
    out.string("channel"_L1, target.channel.wire());
    out.string("recipient"_L1, target.recipient);
    out.boolean("enabled"_L1, target.isEnabled);
    return out.json();
}

// {channel, recipient} instead of a list.
bool isSingle(const QJsonObject &config)
{
    return config.value("channels"_L1).toArray().isEmpty() && !config.value("channel"_L1).toString().isEmpty();
}

QList<NotificationTarget> targetsOf(const QJsonObject &config)
{
    if (isSingle(config))
        return {targetFromJson({{u"channel"_s, config.value("channel"_L1)}, {u"recipient"_s, config.value("recipient"_L1)}})};
    QList<NotificationTarget> out;
    const QJsonArray channels = config.value("channels"_L1).toArray();
    for (const QJsonValue channel : channels) {
        if (channel.isObject())
            out.append(targetFromJson(channel.toObject()));
    }
    return out;
}

void writeTargets(Overlay &out, const NotificationConfig &config)
{
    if (isSingle(config.raw) && config.targets.size() == 1 && config.targets.constFirst().isEnabled) {
        out.string("channel"_L1, config.targets.constFirst().channel.wire());
        out.string("recipient"_L1, config.targets.constFirst().recipient);
        return;
    }
    QJsonArray channels;
    for (const NotificationTarget &target : config.targets)
        channels.append(toJson(target));
    out.value("channels"_L1, channels);
    out.known("channel"_L1, {}); // else it would be notified as well
    out.known("recipient"_L1, {});
}

} // namespace

TriggerConfig triggerConfigFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    return {reader.string("cron"_L1), reader.time("run_at"_L1), reader.string("library_id"_L1), reader.string("schema_document_id"_L1),
            reader.json()};
}

QJsonObject toJson(const TriggerConfig &config)
{
    Overlay out(config.raw);
    out.known("cron"_L1, config.cron);
    if (config.runAt.isValid())
        out.time("run_at"_L1, config.runAt);
    else
        out.known("run_at"_L1, {});
    out.known("library_id"_L1, config.libraryId);
    out.known("schema_document_id"_L1, config.schemaDocumentId);
    return out.json();
}

NotificationConfig notificationConfigFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    NotificationConfig config;
    config.targets = targetsOf(reader.json());
    config.isEnabled = reader.boolean("enabled"_L1, !config.targets.isEmpty());
    config.includesSummary = reader.boolean("include_summary"_L1, true);
    config.includesPortalLink = reader.boolean("include_portal_link"_L1, true);
    config.onSuccess = reader.boolean("on_success"_L1, true);
    config.onFailure = reader.boolean("on_failure"_L1, true);
    config.raw = reader.json();
    return config;
}

QJsonObject toJson(const NotificationConfig &config)
{
    Overlay out(config.raw);
    out.boolean("enabled"_L1, config.isEnabled);
    writeTargets(out, config);
    out.boolean("include_summary"_L1, config.includesSummary);
    out.boolean("include_portal_link"_L1, config.includesPortalLink);
    out.boolean("on_success"_L1, config.onSuccess);
    out.boolean("on_failure"_L1, config.onFailure);
    return out.json();
}

InsightsConfig insightsConfigFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    InsightsConfig config;
    config.isEnabled = reader.boolean("enabled"_L1, config.isEnabled);
    config.maxInsights = reader.integer("max_insights"_L1, config.maxInsights);
    if (reader.value("purge_after_days"_L1).isNull())
        config.purgeAfterDays.reset();
    else
        config.purgeAfterDays = reader.integer("purge_after_days"_L1, *config.purgeAfterDays);
    config.includesInContext = reader.boolean("include_in_context"_L1, config.includesInContext);
    config.contextLimit = reader.integer("context_limit"_L1, config.contextLimit);
    config.raw = reader.json();
    return config;
}

QJsonObject toJson(const InsightsConfig &config)
{
    Overlay out(config.raw);
    out.boolean("enabled"_L1, config.isEnabled);
    out.integer("max_insights"_L1, config.maxInsights);
    out.value("purge_after_days"_L1, config.purgeAfterDays ? QJsonValue(*config.purgeAfterDays) : QJsonValue());
    out.boolean("include_in_context"_L1, config.includesInContext);
    out.integer("context_limit"_L1, config.contextLimit);
    return out.json();
}

OutputSavingConfig outputSavingConfigFromJson(const QJsonValue &value)
{
    const Reader reader(value);
    OutputSavingConfig config;
    config.isEnabled = reader.boolean("enabled"_L1);
    if (reader.value("library_type"_L1).isString())
        config.libraryType = reader.string("library_type"_L1);
    config.tags = reader.strings("tags"_L1);
    config.titleTemplate = reader.string("title_template"_L1);
    config.onSuccessOnly = reader.boolean("on_success_only"_L1, true);
    config.raw = reader.json();
    return config;
}

QJsonObject toJson(const OutputSavingConfig &config)
{
    Overlay out(config.raw);
    out.boolean("enabled"_L1, config.isEnabled);
    out.string("library_type"_L1, config.libraryType);
    out.value("tags"_L1, QJsonArray::fromStringList(config.tags));
    out.known("title_template"_L1, config.titleTemplate);
    out.boolean("on_success_only"_L1, config.onSuccessOnly);
    return out.json();
}

} // namespace desk::wire
