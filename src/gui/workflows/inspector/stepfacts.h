#pragma once

#include "gui/workflows/inspector/stepsection.h"

class QVBoxLayout;

namespace desk {

class FactView;
class ReferenceSource;
class RemarkLabel;

// What a step of a kind that this version does not know says, to read. Its JSON is written below.
class StepFacts : public StepSection
{
    Q_OBJECT
public:
    StepFacts(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &step) override;

private:
    const ReferenceSource &m_source;
    RemarkLabel *m_remark;
    QVBoxLayout *m_column;
    FactView *m_facts = nullptr;
    QJsonObject m_shown;
};

} // namespace desk
