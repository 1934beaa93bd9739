#pragma once

#include "gui/chat/guard/sendguard.h"

#include <QDialog>
#include <QStringList>

#include <functional>

class QLabel;
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

    // What is looked at before the text leaves this computer (D-51): said once, and sent all the same by the second try, unless forbidden.
    void setGuard(std::function<SendGuard::Findings(const QString &text)> find) { m_find = std::move(find); }

Q_SIGNALS:
    void sendRequested(const QString &text);

private:
    void send();
    [[nodiscard]] bool mayGo(const QString &text);

    std::function<SendGuard::Findings(const QString &text)> m_find;
    QString m_accepted; // the text that was asked about
    QLabel *m_found;
    QPlainTextEdit *m_edit;
    QPushButton *m_send;
};

} // namespace desk
