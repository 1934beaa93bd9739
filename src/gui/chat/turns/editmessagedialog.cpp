#include "gui/chat/turns/editmessagedialog.h"

#include "gui/chat/textlimiter.h"
#include "gui/theme.h"

#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

EditMessageDialog::EditMessageDialog(const QString &text, const QStringList &files, const QString &notice, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QPlainTextEdit(this))
{
    setObjectName(u"editMessageDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Edit and Resend"));
    const auto addLabel = [this](const QString &name, const QString &words) {
        auto *label = new QLabel(words, this);
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
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

void EditMessageDialog::send()
{
    const QString text = m_edit->toPlainText().trimmed();
    if (text.isEmpty())
        return;
    Q_EMIT sendRequested(text);
    accept();
}

} // namespace desk
