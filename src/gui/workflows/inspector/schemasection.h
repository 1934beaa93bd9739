#pragma once

#include "gui/workflows/inspector/stepsection.h"

namespace desk {

class InspectorField;
class JsonValueEdit;

// The JSON schema of what a workflow is given: of an input step, or of the workflow itself.
class SchemaSection : public StepSection
{
    Q_OBJECT
public:
    // `member`: where it is; `key` names the parts.
    SchemaSection(const QString &member, const QString &name, const QString &key, QWidget *parent);

    void load(const QJsonObject &object) override;

private:
    QString m_member;
    JsonValueEdit *m_schema;
    InspectorField *m_field;
};

} // namespace desk
