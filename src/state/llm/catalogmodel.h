#pragma once

#include "domain/error.h"
#include "domain/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

struct ModelUser {
    AgentId id;
    QString name; // for people

    bool operator==(const ModelUser &) const = default;
};

// A language model of the open workspace with everything that is said of it; what nobody says is missing (AG-47).
struct CatalogModel {
    QString id; // what agents name
    QString provider;
    QString description;
    QString actualModel;
    QStringList purposes;             // that lead to it
    QList<ModelUser> users;           // agents that name it or a purpose of it, by name
    std::optional<int> contextWindow; // tokens
    QStringList capabilities;
    bool isSetUp = true; // false: its endpoint offers it, but the local workspace does not use it

    bool operator==(const CatalogModel &) const = default;
};

// What became of asking for one part of the catalogue.
struct CatalogPart {
    enum class State {
        Unknown, // not asked
        Known,
        Refused, // 403: not for this person
        Absent,  // 404: this server has no such thing
        Failed
    };
    State state = State::Unknown;
    bool isLoading = false;
    Error error;      // of Refused, Absent and Failed
    QDateTime readAt; // UTC, of what is known; invalid: nothing
};

} // namespace desk
