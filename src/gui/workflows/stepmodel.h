#pragma once

#include "domain/workflow.h"

#include <QStandardItemModel>

namespace desk {

// The steps of one workflow as a tree: what runs inside a parallel or loop step is below it. Order is order of execution (contract 5.4).
class StepModel final : public QStandardItemModel
{
    Q_OBJECT
public:
    enum Roles { TypeRole = Qt::UserRole + 1, TitleRole, SummaryRole, IconNameRole };

    using QStandardItemModel::QStandardItemModel;

    void setWorkflow(const Workflow &workflow);
    [[nodiscard]] static QString kindText(const QString &type); // translated; an unknown kind as the server names it
    [[nodiscard]] static QString kindIcon(const QString &type);
    [[nodiscard]] static QString summaryOf(const QJsonObject &step); // one line on what the step does

private:
    void addSteps(QStandardItem *parent, const QJsonArray &steps, int depth);
    [[nodiscard]] static QStandardItem *makeItem(const QJsonObject &step);
    [[nodiscard]] static QString conditionText(const QJsonObject &condition);
};

} // namespace desk
