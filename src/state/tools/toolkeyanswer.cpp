#include "state/tools/toolkeyanswer.h"

using namespace Qt::StringLiterals;

namespace desk {

ToolKeyAnswer keyAnswer(const QString &provider, const ToolTestResult &result)
{
    using Verdict = ToolKeyAnswer::Verdict;
    ToolKeyAnswer answer;
    for (const QJsonValue &used : result.providersUsed) {
        const QJsonObject object = used.toObject();
        const QString name = used.isString() ? used.toString() : object.value("name"_L1).toString(object.value("provider"_L1).toString());
        if (!name.isEmpty() && !answer.providers.contains(name, Qt::CaseInsensitive))
            answer.providers.append(name);
    }
    if (!result.success)
        return answer;
    if (answer.providers.isEmpty())
        answer.verdict = Verdict::Untold;
    else if (!answer.providers.contains(provider, Qt::CaseInsensitive))
        answer.verdict = Verdict::Another;
    else
        answer.verdict = answer.providers.size() == 1 ? Verdict::Works : Verdict::NotAlone;
    return answer;
}

} // namespace desk
