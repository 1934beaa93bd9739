#include "gui/chat/turns/editmessagedialog.h"

#include "gui/chat/guard/guardwords.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

EditMessageDialog::EditMessageDialog(const QString &text, const QStringList &files, const QString &notice, QWidget *parent)
    : QDialog(parent)
    , m_found(new PlainLabel(this))
    , m_edit(new QPlainTextEdit(this))
{
    setObjectName(u"editMessageDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Edit and Resend"));
    const auto addLabel = [this](const QString &name, const QString &words) {
        auto *label = new PlainLabel(words, this);
        label->setObjectName(name);
        label->setWordWrap(true);
        return label;
    };
    m_edit->setObjectName(u"editMessageText"_s);
    m_edit->setAccessibleName(tr("New text of the message"));
    m_edit->setTabChangesFocus(true);
    m_edit->setPlainText(text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_send = buttons->addButton(tr("&Send as New Version"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(u"sendVersion"_s);
    auto *box = new QVBoxLayout(this);
    box->addWidget(
        addLabel(u"editMessageHint"_s, tr("The message and what followed it stay as they are. The new text is asked beside them.")));
    box->addWidget(m_edit, 1);
    if (!files.isEmpty()) {
        QStringList names;
        for (const QString &file : files)
            names << displayLine(file, 80);
        box->addWidget(addLabel(u"editMessageFiles"_s, tr("Also sent again: %1", "names of files").arg(names.join(u", "_s))));
    }
    if (!notice.isEmpty())
        box->addWidget(addLabel(u"editMessageNotice"_s, notice));
    m_found->setObjectName(u"editMessageFound"_s);
    m_found->setWordWrap(true);
    m_found->hide();
    box->addWidget(m_found);
    box->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &EditMessageDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto follow = [this] { m_send->setEnabled(!m_edit->toPlainText().trimmed().isEmpty()); };
    connect(m_edit, &QPlainTextEdit::textChanged, this, follow);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), this), &QShortcut::activated, this,
                &EditMessageDialog::send);
    follow();
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 80, metrics.height() * 18);
    m_edit->setFocus();
    m_edit->moveCursor(QTextCursor::End);
}

// The words of the quick question, which asks in the same way.
bool EditMessageDialog::mayGo(const QString &text)
{
    const SendGuard::Findings found = m_find ? m_find(text) : SendGuard::Findings();
    if (found.findings.isEmpty() || (!found.isBlocked && text == m_accepted))
        return true;
    m_accepted = text;
    const QString lines = GuardWords::lines(text, found.findings).join(u'\n');
    const QString words =
        found.isBlocked
            ? QCoreApplication::translate("desk::QuickAskWindow",
                                          "This is not asked: it seems to contain something that must not leave this computer.\n%1")
            : QCoreApplication::translate(
                  "desk::QuickAskWindow",
                  "This seems to contain something that should not leave this computer. Ask again to send it all the same.\n%1");
    m_found->setText(words.arg(lines));
    m_found->show();
    QAccessibleEvent event(m_found, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    return false;
}

void EditMessageDialog::send()
{
    const QString text = m_edit->toPlainText().trimmed();
    if (text.isEmpty() || !mayGo(text))
        return;
    Q_EMIT sendRequested(text);
    accept();
}

} // namespace desk
