#pragma once

#include "state/workflows/nodeid.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <QWidget>

namespace desk {

// A group of fields of a step, or of the workflow. It shows what is given and says what a person changes, member by member, so that
// everything else stays as it is (BUG-64); it changes nothing itself.
class StepSection : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    // As often as anything changed: fields that say the same are left alone. `object` is the step without what is nested in it, or the
    // workflow's fields.
    virtual void load(const QJsonObject &object) = 0;

Q_SIGNALS:
    void edited(const QStringList &path, const QJsonValue &value, bool isTyping); // undefined: the member goes; isTyping: one of many
    void replaced(const QJsonObject &object);                                     // several members at once
    void renameAsked(const QString &id);
    void jumpAsked(desk::NodeId node);
};

} // namespace desk
