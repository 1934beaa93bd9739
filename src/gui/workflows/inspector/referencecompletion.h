#pragma once

#include <QObject>
#include <QString>

class QAbstractItemView;
class QCompleter;
class QPlainTextEdit;
class QStandardItemModel;

namespace desk {

class ReferenceSource;

// Offers references while "$." is written in a text field: a list with what each one was in the last run (WF-08). Arrows, Enter, Tab and
// the mouse take one, Escape closes the list and leaves the text; Ctrl+Space asks for it. The source outlives the field.
class ReferenceCompletion : public QObject
{
    Q_OBJECT
public:
    ReferenceCompletion(const ReferenceSource &source, QPlainTextEdit *field);

    [[nodiscard]] QAbstractItemView *popup() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer(bool isAsked);
    void take(const QString &reference);
    void place();
    [[nodiscard]] int widestPreview() const;
    [[nodiscard]] QString written() const; // the reference in front of the caret; empty: none

    const ReferenceSource &m_source;
    QPlainTextEdit *m_field;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    bool m_isTaking = false;
};

} // namespace desk
