#pragma once

#include <QWidget>

class QListWidget;
class QPushButton;

namespace desk {

class ProviderBook;

// The endpoints that are set up, the default first said, and what can be done with the chosen one. Takes no room while there is none.
class ProviderList : public QWidget
{
    Q_OBJECT
public:
    explicit ProviderList(ProviderBook &book, QWidget *parent = nullptr); // outlives it

    void choose(const QString &name); // empty, or nobody's: none is chosen
    [[nodiscard]] QString chosen() const;
    void focusList();
    void putInTabOrder(QWidget *before, QWidget *after);

Q_SIGNALS:
    void chosenChanged(); // by the person
    void addRequested();
    void removeRequested(const QString &name);
    void defaultRequested(const QString &name);

private:
    void build();
    void update();
    void updateButtons();

    ProviderBook &m_book;
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_default;
    QPushButton *m_remove;
};

} // namespace desk
