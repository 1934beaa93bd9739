#pragma once

#include <QJsonObject>
#include <QWidget>

namespace desk {

class DefinitionDiffModel;
class DefinitionDiffTable;
class PlainLabel;

// Two versions of a definition side by side, as a list of what is different (D-62, D-65). Secrets are not shown. Says how many differences
// there are, or that there are none, or why there is nothing to compare.
class DefinitionDiffView : public QWidget
{
    Q_OBJECT
public:
    // What is compared, with a name for each side as one safe line.
    struct Side {
        QString name;
        QJsonObject json;
    };

    explicit DefinitionDiffView(QWidget *parent = nullptr);

    void setSameWords(const QString &words); // said where there is no difference, of what are no versions
    void compare(const Side &before, const Side &after);
    void say(const QString &words); // instead of a comparison

private:
    DefinitionDiffModel *m_model;
    DefinitionDiffTable *m_table;
    PlainLabel *m_summary;
    QString m_same;
};

} // namespace desk
