#pragma once

#include "gui/schemaform/schemafield.h"

class QPlainTextEdit;

namespace desk {

// A value of any kind as JSON text, which may be no JSON while it is being typed (TL-12).
class SchemaJsonField : public SchemaField
{
    Q_OBJECT
public:
    explicit SchemaJsonField(QWidget *parent);

    [[nodiscard]] bool takes(const wire::JsonNode & /*value*/) const override { return true; }
    void setValue(const Value &value) override;
    [[nodiscard]] Value value() const override { return m_value; }
    [[nodiscard]] QString fault() const override { return m_fault; }
    void setNames(const QString &name, const QString &description) override;
    void addStops(QList<QWidget *> &stops) const override;
    [[nodiscard]] QWidget *control() const override;

private:
    void takeEdit();

    QPlainTextEdit *m_edit;
    Value m_value;
    QString m_fault;
    bool m_isSetting = false;
};

// JSON reads from left to right, in letters of one width, and leaves Tab to the form.
void setUpJsonEdit(QPlainTextEdit *edit);

} // namespace desk
