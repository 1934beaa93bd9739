#include "gui/conversations/importdialog.h"

#include "gui/export/exportjob.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/plainlabel.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/conversationtools.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ImportDialog::ImportDialog(ConversationTools &tools, ConversationStore &conversations, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_tools(tools)
    , m_conversations(conversations)
    , m_content(std::make_shared<Content>())
    , m_job(new ExportJob(this))
    , m_error(new ErrorBanner(this))
    , m_text(new PlainLabel(this))
    , m_losses(new PlainLabel(this))
    , m_again(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"importDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import conversation"));
    build();
    m_text->setText(tr("Reading %1\u2026").arg(displayLine(QFileInfo(path).fileName(), 80)));
    connect(m_job, &ExportJob::finished, this, &ImportDialog::onRead);
    m_job->start([path, content = m_content](ExportProgress &) -> Result<> {
        Result<ConversationFile> file = ConversationFile::read(path);
        if (!file)
            return Unexpected{file.error()};
        content->plan = ImportPlan::of(*file);
        content->file = *std::move(file);
        return {};
    });
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::build()
{
    m_text->setObjectName(u"importText"_s);
    m_losses->setObjectName(u"importLosses"_s);
    m_again->setObjectName(u"importAgain"_s);
    for (QLabel *label : {m_text, m_losses, m_again}) {
        label->setWordWrap(true);
    }
    m_losses->setForegroundRole(QPalette::PlaceholderText);
    m_again->hide();
    m_progress->setObjectName(u"importProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_close = buttons->button(QDialogButtonBox::Cancel);
    m_close->setObjectName(u"importCancel"_s);
    m_begin = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_begin->setObjectName(u"importButton"_s);
    m_begin->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_error);
    column->addWidget(m_text);
    column->addWidget(m_again);
    column->addWidget(m_losses);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    resize(Theme::space(this, 60), Theme::space(this, 32));
}

void ImportDialog::onRead(const Result<> &outcome)
{
    if (!outcome) {
        m_text->clear();
        m_error->showError(outcome.error());
        return;
    }
    const ImportPlan &plan = m_content->plan;
    m_text->setText(tr("\u201C%1\u201D with %n messages becomes a new conversation of yours.", nullptr, static_cast<int>(plan.messages))
                        .arg(displayLine(m_content->file.conversation.title, 80)));
    m_losses->setText(losses());
    m_tools.imports().find(plan.content, this, [this](const auto &record) { onRecord(record); });
}

QString ImportDialog::losses() const
{
    const ImportPlan &plan = m_content->plan;
    QStringList lines{
        tr("The messages get the time of the import and new IDs: the server gives them. Text, tool calls, sources and thoughts are "
           "handed over as they are in the file.")};
    if (plan.files > 0)
        lines.append(tr("%n attached files are left out: they are not in the file.", nullptr, static_cast<int>(plan.files)));
    if (plan.empty > 0)
        lines.append(tr("%n messages without words are left out: the server takes none.", nullptr, static_cast<int>(plan.empty)));
    return lines.join(u'\n');
}

void ImportDialog::onRecord(const std::optional<ImportRecords::Record> &record)
{
    const bool isHere = m_conversations.find(m_content->file.conversation.id) != nullptr;
    const bool wasImported = record && (m_conversations.find(record->conversation) || m_conversations.canLoadMore());
    if (wasImported)
        m_again->setText(tr("This file was imported on %1 already. Once more makes a second copy.")
                             .arg(QLocale().toString(record->when.toLocalTime(), QLocale::ShortFormat)));
    else if (isHere)
        m_again->setText(tr("This conversation is in the list already. The import makes a second copy."));
    m_again->setVisible(wasImported || isHere);
    if (wasImported || isHere)
        m_begin->setText(tr("&Import a second copy"));
    m_begin->setEnabled(m_content->plan.messages > 0);
    (wasImported || isHere ? m_close : m_begin)->setDefault(true);
    (wasImported || isHere ? m_close : m_begin)->setFocus();
}

void ImportDialog::begin()
{
    if (m_import)
        return;
    m_error->clear();
    m_begin->setEnabled(false);
    m_progress->setRange(0, static_cast<int>(m_content->plan.messages));
    m_progress->show();
    m_import = m_tools.newImport(this);
    connect(m_import, &ConversationImport::progressed, this, [this](qsizetype done) { m_progress->setValue(static_cast<int>(done)); });
    connect(m_import, &ConversationImport::finished, this, &ImportDialog::onFinished);
    m_import->start(m_content->file);
}

void ImportDialog::onFinished(const Result<ConversationId> &outcome)
{
    m_import->deleteLater();
    m_import = nullptr;
    m_progress->hide();
    if (outcome) {
        m_tools.imports().add(m_content->plan.content, *outcome);
        Q_EMIT imported(*outcome);
        return accept();
    }
    if (outcome.error().kind == Error::Kind::Cancelled)
        return QDialog::reject();
    m_error->showError(outcome.error());
    m_begin->setEnabled(true);
    m_close->setEnabled(true);
}

void ImportDialog::reject()
{
    if (!m_import)
        return QDialog::reject();
    m_close->setEnabled(false);
    m_text->setText(tr("Cancelling: what has arrived is deleted again\u2026"));
    m_import->cancel();
}

} // namespace desk
