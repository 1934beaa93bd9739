#pragma once

#include "domain/ids.h"

#include <QString>

namespace desk {

// Somebody else, as the sign-in service tells of them. Hostile text: names are what people call themselves.
struct Person {
    UserId id;
    QString name; // empty: not said
    QString email;

    bool operator==(const Person &) const = default;
};

} // namespace desk
