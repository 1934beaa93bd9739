#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace desk {

// Things to tick: searched by typing, counted, cleared at once. A ticked one that is not among the things is kept, and says so.
class ChoiceList : public QWidget
{
    Q_OBJECT
public:
    struct Choice {
        QString key;
        QString title; // hostile: shown as it is
        QString about;
    };

    // name: of the list, for screen readers; unknown: what stands behind one that the server does not have.
    ChoiceList(const QString &objectName, const QString &name, const QString &unknown, QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices, const QStringList &ticked);
    [[nodiscard]] QStringList ticked() const; // in the order they are shown
    void setAllTicked(bool ticked);

Q_SIGNALS:
    void changed(); // by the person

private:
    void filter(const QString &text);
    void updateCount();

    QString m_unknown;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_count;
    QPushButton *m_all;
    QPushButton *m_none;
};

} // namespace desk
