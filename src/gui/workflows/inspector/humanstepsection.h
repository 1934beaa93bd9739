#pragma once

#include "gui/workflows/inspector/stepsection.h"

class QComboBox;

namespace desk {

class HumanOptions;
class InspectorField;
class OptionalNumberEdit;
class ReferenceEdit;
class ReferenceSource;
class RemarkLabel;

// What a person is asked, what they may answer, and what happens when nobody does (WF-11).
class HumanStepSection : public StepSection
{
    Q_OBJECT
public:
    HumanStepSection(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &step) override;

private:
    void connectParts();
    void showOnTimeout(const QString &word);

    const ReferenceSource &m_source;
    ReferenceEdit *m_message;
    HumanOptions *m_options;
    OptionalNumberEdit *m_timeout;
    QComboBox *m_onTimeout;
    InspectorField *m_messageField;
    InspectorField *m_timeoutField;
    InspectorField *m_onTimeoutField;
    RemarkLabel *m_channels;
};

} // namespace desk
