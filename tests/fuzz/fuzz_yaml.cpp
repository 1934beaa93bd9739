// Any bytes as a YAML file of definitions: what is refused says why, what is taken is within the limits, and what is written of it reads
// back as the same value.
#include "require.h"
#include "state/definitions/files/yamltext.h"
#include "state/export/canonicaljson.h"

#include <cstddef>
#include <cstdint>

using namespace desk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<QJsonValue> value = jsonOfYaml(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!value) {
        require(!value.error().message.isEmpty());
        return 0;
    }
    const Result<QString> yaml = yamlOf(*value);
    if (!yaml) // larger when written: every line has its blanks
        return 0;
    const Result<QJsonValue> again = jsonOfYaml(yaml->toUtf8());
    require(again && canonicalJson(*again) == canonicalJson(*value));
    return 0;
}
