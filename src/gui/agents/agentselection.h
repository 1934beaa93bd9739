#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {

// What can be done with several chosen agents, in the place of the details of one.
class AgentSelection : public QWidget
{
    Q_OBJECT
public:
    explicit AgentSelection(QWidget *parent = nullptr);

    void setCount(int count, bool areFavourites, bool canMark); // canMark: there are favourites
    void setExchange(bool promotes);                            // else they can only be exported

Q_SIGNALS:
    void deactivateRequested();
    void reactivateRequested();
    void removeRequested();
    void favouriteRequested();
    void exportRequested();
    void promoteRequested();

private:
    QPushButton *add(const QString &name, const QString &icon, const QString &text);

    QLabel *m_count;
    QPushButton *m_deactivate;
    QPushButton *m_reactivate;
    QPushButton *m_favourite;
    QPushButton *m_export;
    QPushButton *m_promote;
    QPushButton *m_remove;
};

} // namespace desk
