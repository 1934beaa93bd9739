#pragma once

#include "state/agents/agentrules.h"

#include <QWidget>

class QVBoxLayout;

namespace desk {

class RemarkLabel;

// A field with its name above it and, below, what is wrong with it or worth knowing (AG-52). Screen readers hear the same with the field.
class FieldBlock : public QWidget
{
    Q_OBJECT
public:
    // `name` may have a mnemonic; `key` names the parts for tests. The block owns the field.
    // `buddy` is where the mnemonic leads, when it is not the field itself.
    FieldBlock(const QString &name, const QString &key, QWidget *field, QWidget *parent, QWidget *buddy = nullptr);

    void setHint(const QString &words); // what belongs into the field; stays
    // Of these remarks those about `field`: the faults, or else the advice.
    void setRemarks(const QList<AgentRemark> &remarks, AgentField field);
    void addBelow(QWidget *widget);

private:
    QWidget *m_field;
    QVBoxLayout *m_column;
    RemarkLabel *m_hint;
    RemarkLabel *m_fault;
    RemarkLabel *m_advice;
};

} // namespace desk
