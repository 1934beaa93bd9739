#include "localserver/routes/optionrules.h"

#include "domain/chatoptions.h"
#include "localserver/texts.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

bool areStrings(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return value.isArray() && std::all_of(array.begin(), array.end(), [](const QJsonValue &item) { return item.isString(); });
}

} // namespace

QString optionFault(QLatin1StringView key, const QJsonValue &value)
{
    if ((key == "enabled_tools"_L1 || key == "enabled_agents"_L1) && !areStrings(value))
        return LocalServer::tr("\"%1\" must be a list of texts.").arg(key);
    if (key == "model"_L1 && !value.isString() && !value.isNull())
        return LocalServer::tr("\"%1\" must be a text or null.").arg(key);
    if (key == "temperature"_L1 && (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > ChatOptions::maxTemperature))
        return LocalServer::tr("\"%1\" must be between %2 and %3.").arg(key).arg(0).arg(ChatOptions::maxTemperature);
    if (key == "max_tokens"_L1 && (!value.isDouble() || value.toInt() < 1 || value.toInt() > ChatOptions::maxTokensLimit))
        return LocalServer::tr("\"%1\" must be between %2 and %3.").arg(key).arg(1).arg(ChatOptions::maxTokensLimit);
    if (key == "enable_doc_search"_L1 && !value.isBool())
        return LocalServer::tr("\"%1\" must be true or false.").arg(key);
    return {};
}

} // namespace desk::server
