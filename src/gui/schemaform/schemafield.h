#pragma once

#include "wire/json/jsonschema.h"

#include <QWidget>

#include <optional>

namespace desk {

// Whether a value may be left out of what is sent. An item of a list is always there.
enum class SchemaNeed { Optional, Required, Item };

// One value of a form. Keeps what it was given, to the letter, until somebody changes it.
class SchemaField : public QWidget
{
    Q_OBJECT
public:
    using Value = std::optional<wire::JsonNode>; // nothing: not given
    using Problems = QList<wire::SchemaProblem>;

    using QWidget::QWidget;

    // Whether setValue() may have it: other values need a SchemaJsonField.
    [[nodiscard]] virtual bool takes(const wire::JsonNode &value) const = 0;
    virtual void setValue(const Value &value) = 0; // tells nobody
    [[nodiscard]] virtual Value value() const = 0;
    [[nodiscard]] virtual QString fault() const { return {}; }                 // of what was typed and is no value yet, for people
    [[nodiscard]] virtual bool hasFault() const { return !fault().isEmpty(); } // here or in a field inside
    [[nodiscard]] virtual bool showsInside() const { return false; }           // else the row says what is wrong inside
    virtual void showProblems(const Problems & /*problems*/, const QString & /*pointer*/) {} // beside the fields inside
    virtual void setNames(const QString &name, const QString &description) = 0;              // for assistive technology
    virtual void addStops(QList<QWidget *> &stops) const = 0;                                // what Tab reaches, in the order of reading
    [[nodiscard]] virtual QWidget *control() const = 0;                                      // takes the focus

Q_SIGNALS:
    void changed(); // by a person
    void remade();  // other widgets: Tab must learn its way anew
};

// The field for a value of this schema; for one that no such field takes, a SchemaJsonField. `depth`: fields that it is inside of.
[[nodiscard]] SchemaField *newSchemaField(const wire::JsonSchema &schema, SchemaNeed need, int depth, const SchemaField::Value &value,
                                          QWidget *parent);

} // namespace desk
