#pragma once

#include "gui/workflows/inspector/stepsection.h"

class QComboBox;
class QLineEdit;

namespace desk {

class ChoiceBox;
class InspectorField;
class JsonValueEdit;
class ReferenceSource;

// What starts the workflow (BUG-74, WF-02): by hand, at times, by a call over the web, by an event, or when an agent is done. The trigger
// is a free object: what this version does not know in it stays, also under another type.
class TriggerSection : public StepSection
{
    Q_OBJECT
public:
    TriggerSection(const ReferenceSource &source, QWidget *parent);

    void load(const QJsonObject &fields) override;

private:
    QLineEdit *line(const QString &name, const QString &words, const QString &key, const QString &placeholder, QWidget *page);
    QWidget *newPage();
    void fillTypes();
    void fillZones();
    void buildPages();
    void showType(const QJsonObject &trigger);
    void showFields(const QJsonObject &trigger);
    void choose();
    [[nodiscard]] static QString cronProblem(const QString &expression);

    const ReferenceSource &m_source;
    QComboBox *m_type;
    InspectorField *m_typeField;
    QList<QWidget *> m_pages;   // in the order of the types
    QList<QLineEdit *> m_lines; // each with its member
    QLineEdit *m_cron = nullptr;
    InspectorField *m_cronField = nullptr;
    ChoiceBox *m_zone = nullptr;
    InspectorField *m_zoneField = nullptr;
    JsonValueEdit *m_filter = nullptr;
    InspectorField *m_filterField = nullptr;
    ChoiceBox *m_agent = nullptr;
    InspectorField *m_agentField = nullptr;
    QComboBox *m_auth = nullptr;
};

} // namespace desk
