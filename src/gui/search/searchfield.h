#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace desk {

class MessageSearch;

// Where a search is typed. Completes the word at the caret: filters, and what they can ask for. Up and Down go to the list of hits.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(MessageSearch &search, QWidget *parent = nullptr);

    void addFilter(const QString &filter); // at the end, to go on writing there

Q_SIGNALS:
    void stepRequested(int key); // Qt::Key_Up, Key_Down, Key_PageUp, Key_PageDown

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offer();
    void show(const QString &begin, const QStringList &offers);
    void take(const QString &offer);
    [[nodiscard]] QString word() const; // at the caret, up to it

    MessageSearch &m_search;
    QStringListModel *m_offers;
    QCompleter *m_completer;
};

} // namespace desk
