#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// GET /health. Says only that the process answers: the team server asks neither its database nor a model.
struct ServerHealth {
    QString status; // "ok"
    QString nonce;  // proves that this is the process we started (LOC-18); "" where the server gives none
};

// GET /
struct ServerIdentity {
    QString service;
    QString environment;
};

// Tags that mean the same, under one name (POST /classify-tags).
struct TagGroup {
    QString name;
    QStringList tags;
    std::optional<double> confidence; // 0 … 1
};

} // namespace desk
