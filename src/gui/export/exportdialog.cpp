#include "gui/export/exportdialog.h"

#include "gui/dialogs.h"
#include "gui/export/conversationexport.h"
#include "gui/export/exportjob.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/plainlabel.h"
#include "state/export/exporttext.h"
#include "state/export/exportwords.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// The answer with this id, or the last one, behind the question it belongs to.
QList<Message> answerWithQuestion(const QList<Message> &messages, const MessageId &id)
{
    qsizetype answer = -1;
    for (qsizetype i = messages.size() - 1; i >= 0 && answer < 0; --i) {
        if (messages.at(i).role == Role::Assistant && (id.isEmpty() || messages.at(i).id == id))
            answer = i;
    }
    if (answer < 0)
        return {};
    for (qsizetype i = answer - 1; i >= 0; --i) {
        if (messages.at(i).role == Role::User)
            return {messages.at(i), messages.at(answer)};
    }
    return {messages.at(answer)};
}

} // namespace

ExportDialog::ExportDialog(ExportContent content, const MessageId &answer, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_content(std::move(content))
    , m_one(answerWithQuestion(m_content.messages, answer))
    , m_isAsked(!answer.isEmpty() && !m_one.isEmpty())
    , m_dialogs(dialogs)
    , m_format(new QComboBox(this))
    , m_hint(new PlainLabel(this))
    , m_whole(new QRadioButton(tr("The &whole conversation (%n message(s))", nullptr, static_cast<int>(m_content.messages.size())), this))
    , m_single(new QRadioButton(m_isAsked ? tr("Only this &answer and its question") : tr("Only the last &answer and its question"), this))
    , m_tools(new QCheckBox(tr("&Input and output of tools"), this))
    , m_thoughts(new QCheckBox(tr("&Thoughts"), this))
    , m_error(new ErrorBanner(this))
    , m_result(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_folder(new QPushButton(tr("Show in &Folder").remove(u'&'), this))
    , m_print(new QPushButton(tr("&Print…"), this))
    , m_export(new QPushButton(tr("&Export…"), this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"exportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export"));
    buildForm();
    buildButtons();
    m_whole->setChecked(!m_isAsked);
    m_single->setChecked(m_isAsked);
    m_single->setEnabled(!m_one.isEmpty());
    m_tools->setChecked(m_content.options.toolDetails);
    m_thoughts->setChecked(m_content.options.thoughts);
    update();
    m_format->setFocus();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::buildForm()
{
    addFormats();
    m_hint->setObjectName(u"exportHint"_s);
    m_whole->setObjectName(u"exportWhole"_s);
    m_single->setObjectName(u"exportSingle"_s);
    m_tools->setObjectName(u"exportTools"_s);
    m_thoughts->setObjectName(u"exportThoughts"_s);
    m_result->setObjectName(u"exportResult"_s);
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    for (QLabel *label : {m_hint, m_result}) {
        label->setWordWrap(true);
    }
    auto *form = new QFormLayout;
    auto *formatLabel = new PlainLabel(tr("&Format:"), this);
    formatLabel->setBuddy(m_format);
    form->addRow(formatLabel, m_format);
    form->addRow(QString(), m_hint);
    form->addRow(tr("Scope:"), m_whole);
    form->addRow(QString(), m_single);
    form->addRow(tr("With:"), m_tools);
    form->addRow(QString(), m_thoughts);
    auto *note = new PlainLabel(tr("Attachments are named; the files themselves are not in it."), this);
    note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_error);
    column->addLayout(form);
    column->addWidget(note);
    column->addWidget(m_result);
    column->addWidget(m_progress);
    column->addStretch(1);
    setMinimumWidth(Theme::space(this, 62));
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::update);
}

void ExportDialog::addFormats()
{
    m_format->setObjectName(u"exportFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    const auto add = [this](ExportFormat format, const QString &name, const QString &hint) {
        m_format->addItem(name, static_cast<int>(format));
        m_format->setItemData(m_format->count() - 1, hint, Qt::ToolTipRole);
    };
    add(ExportFormat::Pdf, tr("PDF"), tr("For reading, printing and filing."));
    add(ExportFormat::OpenDocument, tr("OpenDocument text"), tr("For Word and LibreOffice: can be edited."));
    add(ExportFormat::Html, tr("HTML"), tr("One file that any browser shows. It loads nothing."));
    add(ExportFormat::Markdown, tr("Markdown"), tr("Text with marks, for notes and wikis."));
    add(ExportFormat::PlainText, tr("Plain text"), tr("For reading anywhere."));
    add(ExportFormat::Json, tr("JSON"), tr("Complete, for other programs and for Agent Desk itself."));
    if (!m_one.isEmpty())
        add(ExportFormat::Evidence, tr("Evidence of one answer"),
            tr("With checksums, which show whether the file was changed since. It is not signed."));
}

void ExportDialog::buildButtons()
{
    m_folder->setObjectName(u"exportFolder"_s); // without a letter: it is the format's, which is chosen more often
    m_print->setObjectName(u"exportPrint"_s);
    m_export->setObjectName(u"exportButton"_s);
    m_close->setObjectName(u"exportClose"_s);
    m_export->setDefault(true);
    auto *buttons = new QHBoxLayout; // no QDialogButtonBox: see DiagnosticsDialog
    buttons->addWidget(m_folder);
    buttons->addStretch(1);
    for (QPushButton *button : {m_print, m_export, m_close})
        buttons->addWidget(button);
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(m_folder, &QPushButton::clicked, this, &ExportDialog::showFolder);
    connect(m_print, &QPushButton::clicked, this, &ExportDialog::askForPrinter);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::askForFile);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

ExportContent ExportDialog::chosen() const
{
    ExportContent content = m_content;
    content.writtenAt = QDateTime::currentDateTimeUtc();
    content.options = {m_thoughts->isChecked(), m_tools->isChecked()};
    if (m_single->isChecked() || format() == ExportFormat::Evidence)
        content.messages = m_one;
    return content;
}

void ExportDialog::update()
{
    const bool isEvidence = format() == ExportFormat::Evidence;
    const bool isBusy = m_job != nullptr;
    m_hint->setText(m_format->currentData(Qt::ToolTipRole).toString());
    m_format->setAccessibleDescription(m_hint->text());
    if (isEvidence)
        m_single->setChecked(true);
    m_format->setEnabled(!isBusy);
    m_whole->setEnabled(!isBusy && !isEvidence);
    m_single->setEnabled(!isBusy && !m_one.isEmpty());
    m_tools->setEnabled(!isBusy && !isEvidence); // always in it
    m_thoughts->setEnabled(!isBusy);
    m_print->setEnabled(!isBusy && !isEvidence);
    m_export->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
    m_result->setVisible(!isBusy && !m_result->text().isEmpty());
    m_folder->setVisible(!isBusy && m_result->isVisibleTo(this) && !m_path.isEmpty());
    m_close->setText(isBusy ? tr("Cancel") : tr("Close"));
}

void ExportDialog::askForFile()
{
    const QString name = safeFileName(m_content.conversation.title, tr("conversation", "file name"), ConversationExport::suffix(format()));
    m_dialogs.saveFile(this, tr("Export"), name, [self = QPointer(this)](const QString &path) {
        if (!self || self->m_job)
            return;
        self->begin(path);
        self->m_job->start([content = self->chosen(), format = self->format(), path, look = ExportLook::forPaper()](
                               ExportProgress &progress) { return ConversationExport::write(content, format, path, look, progress); });
    });
}

void ExportDialog::askForPrinter()
{
    m_dialogs.choosePrinter(this, tr("Print"), [self = QPointer(this)](const std::shared_ptr<QPrinter> &printer) {
        if (!self || self->m_job)
            return;
        printer->setDocName(ExportWords::title(self->m_content.conversation));
        self->begin(QString());
        self->m_job->start([content = self->chosen(), printer, look = ExportLook::forPaper()](ExportProgress &progress) {
            return ConversationExport::paint(content, *printer, look, progress);
        });
    });
}

void ExportDialog::begin(const QString &path)
{
    m_path = path;
    m_error->clear();
    m_result->clear();
    m_progress->setRange(0, 0);
    m_job = new ExportJob(this);
    connect(m_job, &ExportJob::finished, this, &ExportDialog::onFinished);
    connect(m_job, &ExportJob::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    update();
    m_close->setFocus();
}

void ExportDialog::onFinished(const Result<> &outcome)
{
    m_job->deleteLater();
    m_job = nullptr;
    if (outcome) {
        m_result->setText(m_path.isEmpty() ? tr("It was sent to the printer.") : tr("Saved as %1.", "path").arg(m_path));
        QAccessibleEvent announcement(m_result, QAccessible::Alert);
        QAccessible::updateAccessibility(&announcement);
    } else if (outcome.error().kind != Error::Kind::Cancelled) {
        m_error->showError(outcome.error());
    }
    update();
    (outcome ? m_close : m_export)->setFocus();
}

void ExportDialog::showFolder()
{
    m_dialogs.openUrl(QUrl::fromLocalFile(QFileInfo(m_path).absolutePath()));
}

void ExportDialog::reject()
{
    if (m_job)
        m_job->cancel(); // it says so when it has ended
    else
        QDialog::reject();
}

} // namespace desk
