#pragma once

#include "api/endpoints/chapter.h"
#include "domain/file.h"

namespace desk {

// A team's file service (contract 3.10): another server than the agents', so a transport of its own, with tokens for that one.
class DataApi : public Chapter
{
public:
    using Chapter::Chapter;

    [[nodiscard]] ApiCall<DataFile> *upload(const QString &path); // see uploadProgress; never sent twice by itself
};

} // namespace desk
