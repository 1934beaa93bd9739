#pragma once

#include "gui/workflows/inspector/stepsection.h"

#include <QHash>

namespace desk {

class InspectorField;
class OptionalNumberEdit;
class ReferenceSource;
class RemarkLabel;

// The five limits (contract 5.6, WF-14): of the workflow, or of one step, where the team server enforces none.
class GuardrailsSection : public StepSection
{
    Q_OBJECT
public:
    enum class Of { Workflow, Step };

    GuardrailsSection(const ReferenceSource &source, Of of, QWidget *parent);

    void load(const QJsonObject &object) override;

private:
    void take(const QString &name, const QJsonValue &value);

    const ReferenceSource &m_source;
    Of m_of;
    RemarkLabel *m_remark;
    QHash<QString, OptionalNumberEdit *> m_limits;
    InspectorField *m_timeout = nullptr;
    QJsonValue m_stored;
};

} // namespace desk
