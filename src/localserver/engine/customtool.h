#pragma once

#include "domain/mcpserver.h"

#include <QJsonObject>
#include <QString>

namespace desk::server {

// A tool of the user's: a program that is started for each call.
struct CustomTool {
    QString name;     // in the catalogue, and for the language model
    QString onServer; // what the program calls it
    QString description;
    QJsonObject input; // JSON Schema of its arguments
    McpServer server;  // command: the program as it is started

    // All that a person approves with a call: of the variables the names, and a digest that their values cannot be read from. What changes
    // it makes another tool of it (APPR-02). It is compared and hashed, and never told.
    [[nodiscard]] QJsonObject definition() const;
};

} // namespace desk::server
