#pragma once

#include <QDialog>
#include <QStringList>

class QPlainTextEdit;
class QPushButton;

namespace desk {

// An own message with another text, to be asked beside the first one (CH-63). Ctrl+Enter sends. Closing it with changes loses them: the
// message itself is as it was.
class EditMessageDialog : public QDialog
{
    Q_OBJECT
public:
    // files: names of what is attached, and stays so. notice: what the server makes of the versions; may be empty.
    EditMessageDialog(const QString &text, const QStringList &files, const QString &notice, QWidget *parent = nullptr);

Q_SIGNALS:
    void sendRequested(const QString &text);

private:
    void send();

    QPlainTextEdit *m_edit;
    QPushButton *m_send;
};

} // namespace desk
