#pragma once

#include "state/models/conversationfilter.h"

#include <QList>
#include <QPair>
#include <QStringList>
#include <QWidget>

#include <functional>

class QMenu;
class QToolButton;

namespace desk {

// What of the list is shown: a button with a menu, and a chip for each thing that is asked for, which takes it back when it is clicked.
class ConversationFilterBar : public QWidget
{
    Q_OBJECT
public:
    // What there is to choose from, asked when the menu opens. What comes from a server is hostile and shown as plain text.
    struct Choices {
        QStringList tags;
        QList<QPair<QString, QString>> agents; // what the filter takes, and a name for people
        QStringList sources;
    };

    explicit ConversationFilterBar(std::function<Choices()> choices, QWidget *parent = nullptr);

    void setFilter(const ConversationListFilter &filter); // without announcing it
    [[nodiscard]] const ConversationListFilter &filter() const { return m_filter; }

Q_SIGNALS:
    void filterChanged(const desk::ConversationListFilter &filter);

private:
    using Change = std::function<void(ConversationListFilter &)>;

    void fillMenu();
    void addChoices(const QString &title, const QList<QPair<QString, QString>> &choices, QString ConversationListFilter::*field);
    void showChips();
    void addChip(const QString &name, const QString &text, const Change &takeBack);
    void change(const Change &change);

    std::function<Choices()> m_choices;
    ConversationListFilter m_filter;
    QToolButton *m_button;
    QMenu *m_menu;
    QList<QWidget *> m_chips;
};

} // namespace desk
