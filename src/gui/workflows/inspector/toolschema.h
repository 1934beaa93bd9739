#pragma once

#include <QCoreApplication>
#include <QJsonObject>

namespace desk {

// The schema of a tool's arguments as a step of a workflow may write them: in place of any value there may be a reference. Pure.
class ToolSchema
{
    Q_DECLARE_TR_FUNCTIONS(ToolSchema)
public:
    [[nodiscard]] static QJsonObject withReferences(const QJsonObject &schema);

private:
    [[nodiscard]] static QJsonObject property(const QJsonObject &schema);
};

} // namespace desk
