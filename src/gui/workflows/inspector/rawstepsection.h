#pragma once

#include "gui/workflows/inspector/stepsection.h"

#include <QHash>

class QPlainTextEdit;
class QPushButton;

namespace desk {

class InspectorField;
class ReferenceSource;

// The step as its JSON, applied as a whole by a button: one entry to undo. What is typed stays until it is applied or thrown away.
class RawStepSection : public StepSection
{
    Q_OBJECT
public:
    RawStepSection(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &step) override;

private:
    void check();
    void apply();
    void revert();
    [[nodiscard]] QString problemOf(const QJsonObject &step) const;

    const ReferenceSource &m_source;
    QPlainTextEdit *m_text;
    QPushButton *m_apply;
    QPushButton *m_revert;
    InspectorField *m_field;
    QJsonObject m_step;
    QHash<NodeId, QString> m_left; // typed in other steps and not applied
    NodeId m_node = NodeId::Root;
    bool m_isTyped = false;
    bool m_isLoading = false;
};

} // namespace desk
