#pragma once

#include "domain/file.h"

#include <QCoreApplication>

namespace desk {

// What stands on the chip of a message's attachment (CH-59).
class AttachmentText
{
    Q_DECLARE_TR_FUNCTIONS(AttachmentText)
public:
    [[nodiscard]] static QString of(const StoredFile &file); // its name, its size where that is known, and whether it is in the library
};

} // namespace desk
