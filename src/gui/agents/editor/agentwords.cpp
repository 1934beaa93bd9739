#include "gui/agents/editor/agentwords.h"

#include "gui/text/textlimiter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <array>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QLatin1StringView, const char *>, 15> titles_{{
    {"name"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Name")},
    {"display_name"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Title")},
    {"description"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Description")},
    {"model"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Language model")},
    {"instructions"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Instructions")},
    {"tools"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Tools")},
    {"scopes"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Scopes")},
    {"visibility"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "For whom")},
    {"app_id"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Application")},
    {"mcp_servers"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Tool servers")},
    {"context_compression"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Shortening of long conversations")},
    {"workflows"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Workflows")},
    {"is_active"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "In use")},
    {"allow_frontier_fallback"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Fall back to the most capable model")},
    {"version"_L1, QT_TRANSLATE_NOOP("desk::AgentWords", "Version")},
}};

constexpr int mostLines = 400;

void collect(const QJsonValue &value, const QString &path, bool hidden, QStringList &lines)
{
    if (lines.size() >= mostLines)
        return;
    const QString lead = path.isEmpty() ? QString() : path + u": "_s;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            collect(member.value(), path.isEmpty() ? member.key() : path + u" \u203a "_s + member.key(),
                    hidden || AgentWords::holdsSecrets(member.key()), lines);
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            collect(items.at(i), items.at(i).isObject() ? lead + QLocale().toString(i + 1) : path, hidden, lines);
    } else if (hidden) {
        lines.append(lead + QString(8, QChar(0x2022)));
    } else if (value.isBool()) {
        lines.append(lead + (value.toBool() ? AgentWords::tr("Yes") : AgentWords::tr("No")));
    } else if (value.isDouble()) {
        lines.append(lead + QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest));
    } else if (value.isString()) {
        lines.append(lead + displayText(value.toString(), TextUse::Code));
    }
}

} // namespace

QString AgentWords::title(const QString &member)
{
    for (const auto &[name, words] : titles_) {
        if (member == name)
            return tr(words);
    }
    return displayLine(member, 80);
}

QString AgentWords::titles(const QStringList &members)
{
    QStringList out;
    for (const QString &member : members)
        out.append(title(member));
    return QLocale().createSeparatedList(out);
}

bool AgentWords::holdsSecrets(const QString &member)
{
    return member.compare("env"_L1, Qt::CaseInsensitive) == 0 || member.compare("headers"_L1, Qt::CaseInsensitive) == 0;
}

QString AgentWords::value(const QJsonValue &value)
{
    QJsonValue shown = value;
    if (value.isObject() && value.toObject().keys() == QStringList{u"names"_s})
        shown = value.toObject().value("names"_L1); // the tools
    QStringList lines;
    collect(shown, {}, false, lines);
    return lines.isEmpty() ? tr("Nothing") : lines.join(u'\n');
}

} // namespace desk
