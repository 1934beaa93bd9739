#pragma once

#include <QTableView>

namespace desk {

// The table of a DefinitionDiffView: whole rows are chosen, and copied as text; all of them where none is chosen. As wide as it is, so
// that nothing lies beside it.
class DefinitionDiffTable : public QTableView
{
    Q_OBJECT
public:
    explicit DefinitionDiffTable(QWidget *parent = nullptr);

    [[nodiscard]] QString selectedText() const;
    void copy() const;
    void fit(); // columns to the width, rows to what is in them

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
};

} // namespace desk
