#pragma once

#include "state/llm/providercheck.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace desk {

class RemarkLabel;

// "Test connection" for an endpoint that is being typed: progress, cancel, the outcome in a sentence, and the models it offers to choose
// from (AG-47).
class ModelTestRow : public QWidget
{
    Q_OBJECT
public:
    explicit ModelTestRow(ProviderCheck *check, QWidget *parent = nullptr); // takes the check over

    [[nodiscard]] ProviderCheck &check() { return *m_check; }

Q_SIGNALS:
    void testRequested(); // whoever knows the address starts the check
    void modelChosen(const QString &model);

private:
    void update();
    void showOffered();

    ProviderCheck *m_check;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QLabel *m_outcome;
    RemarkLabel *m_problem;
    QComboBox *m_offered;
};

} // namespace desk
