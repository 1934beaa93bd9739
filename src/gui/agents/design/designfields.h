#pragma once

#include "state/agents/design/designproposal.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace desk {

class PlainLabel;

// A proposal field by field, now and proposed side by side, each to be taken by itself (AG-49, FR-042): why it is proposed, what of it the
// server does not have, and what the rules would say of it. Fields that would change nothing are named in one line. All text is plain.
class DesignFields : public QWidget
{
    Q_OBJECT
public:
    explicit DesignFields(QWidget *parent = nullptr);

    // The rows are made anew only where they differ; the focus stays among them.
    void setDesign(const DesignProposal &proposal, const Agent &current, const AgentSurroundings &known);
    [[nodiscard]] int open() const { return static_cast<int>(m_shown.size()); } // fields that can be taken

    [[nodiscard]] static QString memberOf(AgentField field); // its name in the contract

Q_SIGNALS:
    void taken(desk::AgentField field);
    void allTaken();

private:
    void addRow(const DesignField &field, const Agent &current, const std::optional<Agent> &after, const AgentSurroundings &known);
    [[nodiscard]] QWidget *side(const QString &field, const QString &title, const QString &text, int lines, QWidget *parent);
    void addWords(const DesignField &field, const std::optional<Agent> &after, const AgentSurroundings &known, QVBoxLayout *column,
                  QWidget *block);
    void focusNext();
    void takeAwayRows();

    QVBoxLayout *m_column;
    PlainLabel *m_same;
    QPushButton *m_all;
    QList<QWidget *> m_rows;
    QList<AgentField> m_shown;
    QStringList m_drawn; // what the rows were made of
};

} // namespace desk
