#pragma once

#include "domain/prompttemplate.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTextCursor>

class QKeyEvent;

namespace desk {

class CompletionList;
class ComposerEdit;

// A prompt in the text whose variables are being filled in: Tab and Shift+Tab go from one to the next, what is typed replaces it, the
// same name elsewhere gets the same text. Of some one chooses from a list. Escape, or Tab behind the last one, leaves; the text stays.
class TemplateMode : public QObject
{
    Q_OBJECT
public:
    explicit TemplateMode(ComposerEdit &edit, QObject *parent = nullptr);
    ~TemplateMode() override;

    void insert(const PromptTemplate::Filled &prompt); // at the caret, in place of what is selected
    void leave();
    [[nodiscard]] bool isActive() const { return m_current >= 0; }
    [[nodiscard]] QString currentName() const; // empty: not active

Q_SIGNALS:
    void hint(const QString &text); // which keys there are now, for people; empty: none

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field {
        QTextCursor start; // stays before what is typed at it
        QTextCursor end;   // goes behind it
        QString name;
        QString placeholder;
        QStringList choices;
    };
    [[nodiscard]] QTextCursor selectionOf(const Field &field) const;
    [[nodiscard]] QString textOf(const Field &field) const;
    void setText(const Field &field, const QString &text);
    void step(int by);
    void enter(qsizetype index);
    void repeatElsewhere(qsizetype index);
    void onChanged();
    void mark();
    void offerChoices();
    void choose();
    [[nodiscard]] bool takeKey(const QKeyEvent &event);

    ComposerEdit &m_edit;
    QPointer<CompletionList> m_list; // in the window of the text
    QList<Field> m_fields;
    qsizetype m_current = -1; // -1: not active
    bool m_changing = false;
};

} // namespace desk
