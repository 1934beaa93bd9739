// Any bytes as an error body, of any content type: what comes out is short, printable and one line.
#include "require.h"
#include "wire/problem.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

using namespace desk::wire;

namespace {

constexpr std::array contentTypes{"application/json", "application/problem+json", "text/html; charset=utf-8", "text/plain", ""};

void requireLine(const QString &text)
{
    require(text.size() <= 1000);
    require(std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }));
    require(text == text.simplified());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Problem problem = parseProblem(body, contentTypes.at(size % contentTypes.size()));
    for (const QString &text : {problem.title, problem.detail, problem.type})
        requireLine(text);
    require(problem.fields.size() <= 50);
    for (const desk::FieldError &field : problem.fields) {
        requireLine(field.path);
        requireLine(field.message);
        require(!field.message.isEmpty());
    }
    require(!problem.isJson || !problem.looksLikeHtml);

    const Problem again = parseProblem(problemBody(500, problem.title, problem.detail, problem.type), "application/problem+json");
    require(again.isJson);
    if (!problem.detail.isEmpty())
        require(again.detail == problem.detail);
    return 0;
}
