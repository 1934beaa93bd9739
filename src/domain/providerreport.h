#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// A model as an OpenAI-compatible endpoint lists it. What it does not say is missing.
struct OfferedModel {
    QString id;
    QString ownedBy;
    std::optional<int> contextWindow; // tokens
    QStringList capabilities;         // the endpoint's own words

    bool operator==(const OfferedModel &) const = default;
};

// What came of asking an endpoint for its models: the list, or what stood in the way.
struct ProviderReport {
    bool isOk = false;
    QList<OfferedModel> models;
    qint64 latencyMs = -1; // from the question to the whole answer; -1: there was none
    // refused, name_not_found, tls, wrong_key, no_key, unencrypted, no_models_list, timeout, redirected, busy, server_error, unreachable;
    // empty: nothing
    QString problem;
    QString message;  // for people
    QString nextStep; // for people, may be empty
    QString detail;   // for whoever looks into it, may be empty; hostile text
};

} // namespace desk
