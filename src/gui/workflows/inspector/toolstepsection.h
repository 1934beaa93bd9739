#pragma once

#include "gui/workflows/inspector/stepsection.h"

namespace desk {

class ChoiceBox;
class InspectorField;
class ReferenceSource;
class RemarkLabel;
class SchemaEditor;

// Which tool, and its arguments as a form with the JSON beside it (WF-09). What is typed and is nothing yet changes nothing (BUG-68).
class ToolStepSection : public StepSection
{
    Q_OBJECT
public:
    ToolStepSection(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &step) override;

private:
    void showTools(const QString &name);
    void showSchema(const QString &name);
    void showArguments(const QJsonValue &arguments);
    void takeArguments();

    const ReferenceSource &m_source;
    ChoiceBox *m_tool;
    InspectorField *m_toolField;
    SchemaEditor *m_arguments;
    RemarkLabel *m_argumentsRemark;
    QJsonObject m_schema;
    QJsonValue m_stored;
    NodeId m_node = NodeId::Root;
    bool m_hasSchema = false;
    bool m_isLoading = false;
};

} // namespace desk
