#pragma once

#include "gui/schemaform/schemafield.h"

#include <QCoreApplication>

namespace desk {

// What stands below a field, made safe to show. Pure.
class SchemaNotes
{
    Q_DECLARE_TR_FUNCTIONS(SchemaNotes)
public:
    // The name of a field: its title, or the member's name.
    [[nodiscard]] static QString title(const QString &key, const wire::SchemaFacts &facts);
    [[nodiscard]] static QString help(const wire::SchemaFacts &facts);
    // Whether the value is the default, how it is written, what is not checked.
    [[nodiscard]] static QString remarks(const wire::SchemaFacts &facts, SchemaNeed need, const SchemaField::Value &value);

private:
    [[nodiscard]] static QString hintOf(const QString &format);
    [[nodiscard]] static QString defaultOf(const wire::SchemaFacts &facts, SchemaNeed need, const SchemaField::Value &value);
};

} // namespace desk
