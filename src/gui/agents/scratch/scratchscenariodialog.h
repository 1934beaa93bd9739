#pragma once

#include "domain/dataset.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace desk {

class ErrorBanner;
class ScratchScenarios;

// Keeps a question, and what a good answer to it has to say, in a dataset for evaluations, or in a new one. Closes when it is kept; a
// failure is said and loses nothing. open() it; it deletes itself.
class ScratchScenarioDialog : public QDialog
{
    Q_OBJECT
public:
    static constexpr int mostName = 255;        // characters of a scenario's name (contract 3.15)
    static constexpr int mostDatasetName = 120; // of a dataset's

    // agent: whom a new dataset is for, by name; may be empty.
    ScratchScenarioDialog(ScratchScenarios &scenarios, const Scenario &start, const QString &agent, QWidget *parent);

private:
    void build();
    void fill(const Scenario &start);
    [[nodiscard]] QPlainTextEdit *addText(const QString &name, const QString &title, int lines);
    void showDatasets();
    void updateState();
    void keep();
    [[nodiscard]] Scenario scenario() const;
    [[nodiscard]] Dataset dataset() const;

    ScratchScenarios &m_scenarios;
    QString m_agent;
    ErrorBanner *m_banner;
    QComboBox *m_dataset;
    QLineEdit *m_newName;
    QLineEdit *m_name;
    QPlainTextEdit *m_query;
    QPlainTextEdit *m_parts;
    QPlainTextEdit *m_outcome;
    QPushButton *m_keep = nullptr;
};

} // namespace desk
