#pragma once

#include "gui/schemaform/quietcombobox.h"

#include <QList>
#include <QString>

namespace desk {

// One of many, searched by typing any part of it. A word that is none of them stays, and is said to be unknown.
class ChoiceBox : public QuietComboBox
{
    Q_OBJECT
public:
    struct Choice {
        QString word;  // what the definition says
        QString title; // foreign text
        bool operator==(const Choice &) const = default;
    };

    explicit ChoiceBox(QWidget *parent);

    void setChoices(const QList<Choice> &choices);
    void setWord(const QString &word); // tells nobody
    [[nodiscard]] QString word() const { return m_word; }
    [[nodiscard]] bool isUnknown() const; // the word is none of the choices

Q_SIGNALS:
    void chosen(const QString &word); // by a person

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void take(const QString &word);
    void takeText();
    void showWord();
    [[nodiscard]] int placeOf(const QString &text) const;

    QList<Choice> m_choices;
    QString m_word;
};

} // namespace desk
