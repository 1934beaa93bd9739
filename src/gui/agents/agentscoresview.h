#pragma once

#include "domain/scorer.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace desk {

class AgentScoring;
class FactView;
class RemarkLabel;
struct ScoreAggregate;
struct ScorerFigures;

// How the agent that is looked at was graded, as the server tells it, with the period it speaks of (AG-25).
class AgentScoresView : public QWidget
{
    Q_OBJECT
public:
    explicit AgentScoresView(AgentScoring &scoring, QWidget *parent = nullptr); // scoring outlives it

private:
    void build();
    void updateState();
    void showFigures();
    void setFact(QStringList &shown, const QString &name, const QString &value);
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] QString metricsText() const;
    [[nodiscard]] static QString scorerText(const ScorerName &scorer);
    [[nodiscard]] static QString figuresText(const ScorerFigures &figures);
    [[nodiscard]] static QString wholeText(const ScoreAggregate &whole);
    [[nodiscard]] static QString summaryText(const ScoreAggregate &summary);

    AgentScoring &m_scoring;
    QComboBox *m_period;
    QLabel *m_note;
    RemarkLabel *m_problem;
    FactView *m_facts;
    QStringList m_shown; // names of the facts
    RemarkLabel *m_metrics;
    QPushButton *m_again;
};

} // namespace desk
