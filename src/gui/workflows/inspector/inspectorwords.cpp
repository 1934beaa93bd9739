#include "gui/workflows/inspector/inspectorwords.h"

#include "gui/text/textlimiter.h"

#include <QHash>

namespace desk {

using namespace Qt::StringLiterals;

QString InspectorWords::kind(const QString &type)
{
    const QHash<QString, QString> words{{u"agent"_s, tr("Agent")},         {u"tool"_s, tr("Tool")},
                                        {u"condition"_s, tr("Condition")}, {u"human"_s, tr("Question to a person")},
                                        {u"parallel"_s, tr("Parallel")},   {u"loop"_s, tr("Loop")},
                                        {u"input"_s, tr("Input")},         {u"output"_s, tr("Output")},
                                        {u"transform"_s, tr("Transform")}};
    const QString word = words.value(type);
    return word.isEmpty() ? tr("Unknown kind: %1").arg(displayLine(type, 60)) : word;
}

} // namespace desk
