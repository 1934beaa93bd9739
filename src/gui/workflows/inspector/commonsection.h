#pragma once

#include "gui/workflows/inspector/stepsection.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace desk {

class InspectorField;
class ReferenceSource;

// What every step has (WF-07): its id, which other steps refer to (BUG-62), names for people, whether it runs, and a "next_step" that
// no server looks at.
class CommonSection : public StepSection
{
    Q_OBJECT
public:
    CommonSection(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &step) override;

private:
    void takeId();
    void checkId();
    [[nodiscard]] QString problemOf(const QString &id) const;

    const ReferenceSource &m_source;
    QLineEdit *m_id;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QCheckBox *m_disabled;
    QWidget *m_next;
    QLabel *m_nextWords;
    QPushButton *m_dropNext;
    InspectorField *m_idField;
    InspectorField *m_disabledField;
    QString m_stored;
    NodeId m_node = NodeId::Root;
};

} // namespace desk
