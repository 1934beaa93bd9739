#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace desk {

// The first line of a page: its name, room for filters, and a search field.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    // searchName is the accessible name of the field and its placeholder; empty: no search field.
    PageHeader(const QString &title, const QString &searchName, QWidget *parent = nullptr);

    void addFilter(QWidget *widget);                             // between the name and the search field
    [[nodiscard]] QLineEdit *search() const { return m_search; } // null without a search field

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title;
    QLineEdit *m_search = nullptr;
    QHBoxLayout *m_row;
};

} // namespace desk
