#pragma once

#include "gui/schemaform/schemafield.h"

class QLineEdit;

namespace desk {

// A number as it is written, to its last digit: no spin box rounds it.
class SchemaNumberField : public SchemaField
{
    Q_OBJECT
public:
    explicit SchemaNumberField(QWidget *parent);

    [[nodiscard]] bool takes(const wire::JsonNode &value) const override;
    void setValue(const Value &value) override;
    [[nodiscard]] Value value() const override { return m_value; }
    [[nodiscard]] QString fault() const override;
    void setNames(const QString &name, const QString &description) override;
    void addStops(QList<QWidget *> &stops) const override;
    [[nodiscard]] QWidget *control() const override;

private:
    void takeEdit();

    QLineEdit *m_line;
    Value m_value;
    bool m_isSetting = false;
    bool m_isFaulty = false;
};

} // namespace desk
