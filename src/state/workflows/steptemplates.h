#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace desk {

// Steps as they begin (WF-02, BUG-72: what is shown as a default is stored as one), and names nobody has.
class StepTemplates
{
    Q_DECLARE_TR_FUNCTIONS(StepTemplates)
public:
    [[nodiscard]] static QJsonObject step(const QString &type); // without an id
    [[nodiscard]] static QString idBase(const QString &type);
    // `base`, else base_2, base_3, …: no word that means something else in a reference.
    [[nodiscard]] static QString freshId(const QString &base, const QSet<QString> &taken);
};

} // namespace desk
