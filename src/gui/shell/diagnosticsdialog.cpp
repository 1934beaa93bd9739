#include "gui/shell/diagnosticsdialog.h"

#include "gui/dialogs.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/atomicfile.h"
#include "state/detailedlog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

DiagnosticsDialog::DiagnosticsDialog(std::function<QString()> text, DetailedLog *log, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_text(std::move(text))
    , m_dialogs(dialogs)
    , m_view(new QPlainTextEdit(this))
{
    setObjectName(u"diagnosticsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Diagnostics"));
    auto *intro =
        new PlainLabel(tr("This is everything a report holds. It names no message, no file and no password; it does name the address of "
                          "the server. Read it before you pass it on."),
                       this);
    intro->setWordWrap(true);
    m_view->setObjectName(u"diagnosticsText"_s);
    m_view->setAccessibleName(tr("Report"));
    m_view->setReadOnly(true);
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setFont(Theme::monospace(Theme::small(font())));
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setFocusPolicy(Qt::StrongFocus); // read-only texts lose it
    m_view->setTabChangesFocus(true);
    auto *copy = new QPushButton(tr("&Copy"), this);
    copy->setObjectName(u"copyDiagnostics"_s);
    auto *save = new QPushButton(tr("&Save…"), this);
    save->setObjectName(u"saveDiagnostics"_s);
    auto *close = new QPushButton(tr("Close"), this);
    // No QDialogButtonBox: in Qt 6.4 it ties the Tab order of its buttons into a ring when they have different roles.
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {copy, save, close})
        buttons->addWidget(button);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_view->toPlainText()); });
    connect(save, &QPushButton::clicked, this, &DiagnosticsDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(m_view, 1);
    if (log) {
        auto *detailed = new QCheckBox(tr("&Detailed log for 24 hours"), this);
        detailed->setObjectName(u"detailedLogCheck"_s);
        detailed->setToolTip(tr("Helps to find a fault that happens again. It ends by itself."));
        detailed->setChecked(log->isOn());
        connect(detailed, &QCheckBox::toggled, log, &DetailedLog::setOn);
        connect(log, &DetailedLog::changed, detailed, [log, detailed] { detailed->setChecked(log->isOn()); });
        column->addWidget(detailed);
        setTabOrder(m_view, detailed);
        setTabOrder(detailed, copy);
    }
    column->addLayout(buttons);
    resize(Theme::space(this, 90), Theme::space(this, 64));
    update();
}

void DiagnosticsDialog::update()
{
    m_view->setPlainText(m_text ? m_text() : QString());
}

void DiagnosticsDialog::save()
{
    m_dialogs.saveFile(this, tr("Save the report"), u"agentdesk-diagnostics.txt"_s, [self = QPointer(this)](const QString &path) {
        if (!self)
            return;
        const Result<> saved = AtomicFile::replace(path, self->m_view->toPlainText().toUtf8());
        if (!saved)
            self->m_dialogs.inform(self, tr("The report was not saved."), saved.error().userText());
    });
}

} // namespace desk
