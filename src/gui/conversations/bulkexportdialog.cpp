#include "gui/conversations/bulkexportdialog.h"

#include "gui/dialogs.h"
#include "gui/export/conversationexport.h"
#include "gui/export/exportjob.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/chatsessions.h"
#include "state/conversations/conversationstore.h"
#include "state/workspace.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestName = 60;

// Letters, digits and blanks of a title: what every file system takes.
QString fileName(const QString &title)
{
    QString name;
    for (const QChar c : title.simplified().left(longestName))
        name.append(c.isLetterOrNumber() || c == u' ' || c == u'-' || c == u'_' ? c : u'-');
    return name.trimmed().isEmpty() ? u"conversation"_s : name.trimmed();
}

} // namespace

BulkExportDialog::BulkExportDialog(const Sources &sources, const QList<ConversationId> &ids, QWidget *parent)
    : QDialog(parent)
    , m_sources(sources)
    , m_ids(ids)
    , m_error(new ErrorBanner(this))
    , m_format(new QComboBox(this))
    , m_text(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"bulkExportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export %n conversations", nullptr, static_cast<int>(ids.size())));
    build();
}

BulkExportDialog::~BulkExportDialog() = default;

void BulkExportDialog::build()
{
    m_format->setObjectName(u"bulkFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("Agent Desk (JSON), can be imported again"), static_cast<int>(ExportFormat::Json));
    m_format->addItem(tr("Markdown"), static_cast<int>(ExportFormat::Markdown));
    m_format->addItem(tr("HTML"), static_cast<int>(ExportFormat::Html));
    m_format->addItem(tr("Plain text"), static_cast<int>(ExportFormat::PlainText));
    m_text->setObjectName(u"bulkText"_s);
    m_text->setWordWrap(true);
    m_text->setText(tr("Each conversation becomes a file in a new folder."));
    m_progress->setObjectName(u"bulkProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setRange(0, static_cast<int>(m_ids.size()));
    m_progress->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setObjectName(u"bulkClose"_s);
    m_begin = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    m_begin->setObjectName(u"bulkExportButton"_s);
    m_begin->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_error);
    column->addWidget(m_format);
    column->addWidget(m_text);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    connect(m_begin, &QPushButton::clicked, this, &BulkExportDialog::askForFolder);
    connect(buttons, &QDialogButtonBox::rejected, this, &BulkExportDialog::reject);
    resize(Theme::space(this, 56), Theme::space(this, 28));
}

void BulkExportDialog::askForFolder()
{
    m_sources.dialogs.saveFile(this, tr("Name of the new folder"), tr("Conversations"), [self = QPointer(this)](const QString &path) {
        if (self != nullptr)
            self->begin(path);
    });
}

void BulkExportDialog::begin(const QString &path)
{
    m_error->clear();
    if (QFileInfo::exists(path) || !QDir().mkpath(path)) {
        Error error;
        error.kind = Error::Kind::Storage;
        error.message = tr("The folder could not be made: there is something of this name, or nothing can be written there.");
        error.nextStep = tr("Choose another name.");
        return m_error->showError(error);
    }
    m_folder = path;
    m_running = true;
    m_begin->setEnabled(false);
    m_format->setEnabled(false);
    m_close->setText(tr("Cancel"));
    m_progress->show();
    next();
}

void BulkExportDialog::next()
{
    m_progress->setValue(static_cast<int>(m_next));
    if (m_cancelled || m_next == m_ids.size())
        return end();
    const ConversationId id = m_ids.at(m_next);
    const Conversation *conversation = m_sources.conversations.find(id);
    m_title = conversation ? conversation->title : tr("Conversation");
    m_text->setText(tr("Loading \u201C%1\u201D…").arg(displayLine(m_title, 60)));
    QPointer<ChatSession> session = m_sources.sessions.session(id);
    session->loadWhole(this, [this, session](const Result<> &outcome) {
        if (!outcome || !session)
            return onWritten(outcome ? Result<>(Unexpected{Error()}) : outcome);
        write(*session);
    });
}

void BulkExportDialog::write(ChatSession &session)
{
    ExportContent content;
    content.conversation.id = session.conversationId();
    if (const Conversation *known = m_sources.conversations.find(session.conversationId()))
        content.conversation = *known;
    content.conversation.title = m_title;
    for (int row = 0; row < session.transcript().rowCount(); ++row)
        content.messages.append(session.transcript().messageAt(row));
    content.facts.program = QGuiApplication::applicationDisplayName();
    content.facts.version = QCoreApplication::applicationVersion();
    content.facts.server = m_sources.workspace.capabilities().server;
    content.facts.serverVersion = m_sources.workspace.capabilities().version;
    content.facts.serverAddress = m_sources.workspace.profile().baseUrl.toString(QUrl::RemoveUserInfo);
    const auto format = static_cast<ExportFormat>(m_format->currentData().toInt());
    auto *job = new ExportJob(this);
    connect(job, &ExportJob::finished, job, &QObject::deleteLater);
    connect(job, &ExportJob::finished, this, &BulkExportDialog::onWritten);
    job->start([content, format, path = fileFor(m_title), look = ExportLook::forPaper()](ExportProgress &progress) {
        return ConversationExport::write(content, format, path, look, progress);
    });
}

QString BulkExportDialog::fileFor(const QString &title) const
{
    const QString suffix = ConversationExport::suffix(static_cast<ExportFormat>(m_format->currentData().toInt()));
    const QDir folder(m_folder);
    QString path = folder.filePath(fileName(title) + suffix);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(u"%1 (%2)%3"_s.arg(fileName(title), QString::number(number), suffix));
    return path;
}

void BulkExportDialog::onWritten(const Result<> &outcome)
{
    if (!outcome)
        m_failed.append(outcome.error().message.isEmpty()
                            ? displayLine(m_title, 60)
                            : tr("\u201C%1\u201D: %2").arg(displayLine(m_title, 60), outcome.error().message));
    ++m_next;
    next();
}

void BulkExportDialog::end()
{
    m_running = false;
    m_progress->hide();
    m_close->setText(tr("Close"));
    m_close->setFocus();
    const auto written = static_cast<int>(m_next - m_failed.size());
    m_text->setText(tr("%n conversations are in %1.", nullptr, written).arg(QDir::toNativeSeparators(m_folder)));
    if (m_failed.isEmpty())
        return;
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = tr("%n conversations could not be exported.", nullptr, static_cast<int>(m_failed.size()));
    error.detail = m_failed.join(u'\n');
    m_error->showError(error);
}

void BulkExportDialog::reject()
{
    if (m_running)
        m_cancelled = true;
    else
        QDialog::reject();
}

} // namespace desk
