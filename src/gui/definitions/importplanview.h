#pragma once

#include <QList>
#include <QWidget>

class QStandardItemModel;
class QTreeView;

namespace desk {

class DefinitionImport;
class DefinitionDiffView;
class RemarkLabel;
struct ImportItem;

// What an import would do and what became of it: a list to choose from, and of the current one what is different and what had better be
// looked at (AG-06, D-62). Text of files and servers is shown as it is.
class ImportPlanView : public QWidget
{
    Q_OBJECT
public:
    explicit ImportPlanView(DefinitionImport &import, QWidget *parent = nullptr);

    [[nodiscard]] QList<int> chosen() const; // of DefinitionImport::items(), those that are ticked
    void focusList();

Q_SIGNALS:
    void chosenChanged();

private:
    void build();
    void fill();
    void updateRow(int item);
    void showCurrent();
    [[nodiscard]] QString outcomeOf(int item) const;
    [[nodiscard]] static QString stateOf(const ImportItem &item);
    [[nodiscard]] static QString remarksOf(const ImportItem &item);

    DefinitionImport &m_import;
    QStandardItemModel *m_model;
    QTreeView *m_list;
    DefinitionDiffView *m_diff;
    RemarkLabel *m_remarks;
    bool m_isFilling = false;
};

} // namespace desk
