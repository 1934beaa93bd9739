#pragma once

#include "gui/workflows/inspector/stepsection.h"

class QComboBox;

namespace desk {

class InspectorField;
class ReferenceSource;
class TypedValueEdit;

// What an output step gives, and what a transform step makes of what: both of our local server only.
class ValueStepSection : public StepSection
{
    Q_OBJECT
public:
    ValueStepSection(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &step) override;

private:
    void fillOperations();
    void connectParts();
    void showOperation(const QString &word);
    [[nodiscard]] QStringList path(const QString &name) const;

    const ReferenceSource &m_source;
    TypedValueEdit *m_value;
    QWidget *m_transform;
    QComboBox *m_operation;
    TypedValueEdit *m_argument;
    InspectorField *m_operationField;
    bool m_isTransform = false;
};

} // namespace desk
