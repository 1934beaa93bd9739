#pragma once

#include "domain/chatevent.h"
#include "localserver/engine/customtool.h"

namespace desk::server {

inline constexpr QLatin1StringView approveOption("approve");
inline constexpr QLatin1StringView refuseOption("refuse");

// One call as the person is asked about it. run and call (its number in the run) are in the hash as well: no approval fits two calls.
struct ProgramCall {
    RunId run;
    int call = 0;
    QString agent;
    CustomTool tool;
    QJsonObject arguments;
};

// Words as a JSON list, so that blanks and quotes within one cannot be taken for its end.
[[nodiscard]] QString listedWords(const QStringList &words);

// SHA-256, in hexadecimal digits, of the canonical JSON (compact, keys sorted) of all of the call.
[[nodiscard]] QString approvalHash(const ProgramCall &call);
[[nodiscard]] Prompt approvalPrompt(const ProgramCall &call, const QDateTime &expiresAt);

} // namespace desk::server
