#include "localserver/engine/workflow/askedwords.h"

#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/json/approvaljson.h"
#include "wire/json/reader.h"
#include "wire/workflow/workflowreference.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype mostNotificationChars = 100'000;
constexpr double mostMinutes = 525'600; // a year

QString hashOf(const QJsonObject &object)
{
    return QString::fromLatin1(QCryptographicHash::hash(compact(object), QCryptographicHash::Sha256).toHex());
}

// Without any, a person can only say that it goes on.
QJsonArray optionsOf(const QJsonObject &config)
{
    QJsonArray out;
    const QJsonArray options = config.value("options"_L1).toArray();
    for (const QJsonValue &option : options) {
        const QString id = option["id"_L1].toString();
        if (!id.isEmpty())
            out.append(QJsonObject{{"id"_L1, id}, {"label"_L1, option["label"_L1].toString(id)}});
    }
    if (out.isEmpty())
        out.append(QJsonObject{{"id"_L1, u"continue"_s}, {"label"_L1, LocalServer::tr("Continue")}});
    return out;
}

} // namespace

QJsonObject askedByHuman(const QJsonObject &step, const QJsonObject &context, const QString &nonce)
{
    const QJsonObject config = step.value("human_config"_L1).toObject();
    const QJsonValue said = wire::withReferences(config.value("notification"_L1).toString(), context);
    QString notification = wire::isLargerThan(said, wire::maxWorkflowText) ? u"…"_s : wire::workflowText(said);
    if (notification.size() > mostNotificationChars)
        notification = notification.left(mostNotificationChars) + u'…';
    QJsonObject asked{{"step_id"_L1, step.value("id"_L1)},
                      {"kind"_L1, u"human"_s},
                      {"notification"_L1, notification},
                      {"options"_L1, optionsOf(config)},
                      {"on_timeout"_L1, config.value("on_timeout"_L1).toString(u"continue"_s)},
                      {"expires_at"_L1, QJsonValue()}};
    const double minutes = config.value("timeout_minutes"_L1).toDouble();
    if (minutes > 0)
        asked.insert("expires_at"_L1, wire::formatTime(now().addMSecs(static_cast<qint64>(qMin(minutes, mostMinutes) * 60'000))));
    asked.insert("arguments_hash"_L1, hashOf({{"asked"_L1, asked}, {"nonce"_L1, nonce}}));
    return asked;
}

QJsonObject askedByPrompt(const Prompt &prompt, const QJsonObject &step)
{
    QJsonArray options;
    for (qsizetype i = 0; i < prompt.optionIds.size(); ++i)
        options.append(QJsonObject{{"id"_L1, prompt.optionIds.at(i)}, {"label"_L1, prompt.options.value(i)}});
    QJsonObject asked{
        {"step_id"_L1, step.value("id"_L1)}, {"kind"_L1, u"tool"_s}, {"notification"_L1, prompt.text}, {"on_timeout"_L1, u"fail"_s}};
    wire::insertApproval(asked, prompt);
    asked.insert("options"_L1, options);
    asked.insert("expires_at"_L1, wire::formatTime(prompt.expiresAt));
    return asked;
}

} // namespace desk::server
