#pragma once

#include "state/agents/design/designadvice.h"

#include <QWidget>

class QVBoxLayout;

namespace desk {

class PlainLabel;

// Suggestions of the rules for the agent as it is, with a button where a rule can do what it suggests (AG-49, FR-040).
class DesignHints : public QWidget
{
    Q_OBJECT
public:
    explicit DesignHints(QWidget *parent = nullptr);

    void setHints(const QList<DesignHint> &hints); // made anew only where they differ

Q_SIGNALS:
    void applied(const QString &key);

private:
    void addRow(const DesignHint &hint);

    QVBoxLayout *m_column;
    PlainLabel *m_none;
    QList<QWidget *> m_rows;
    QStringList m_drawn;
};

} // namespace desk
