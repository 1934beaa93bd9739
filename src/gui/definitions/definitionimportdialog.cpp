#include "gui/definitions/definitionimportdialog.h"

#include "gui/definitions/definitionwords.h"
#include "gui/definitions/importplanview.h"
#include "gui/dialogs.h"
#include "gui/theme.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "state/definitions/exchange/definitionimport.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QStringList pathsOf(const QMimeData &data)
{
    QStringList out;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            out.append(url.toLocalFile());
    }
    return out;
}

} // namespace

DefinitionImportDialog::DefinitionImportDialog(const NewImport &newImport, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
    , m_import(newImport(this))
    , m_error(new ErrorBanner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_plan(new ImportPlanView(*m_import, this))
    , m_text(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_files(new QPushButton(tr("Choose &files…"), this))
    , m_folder(new QPushButton(tr("Choose a f&older…"), this))
    , m_apply(new QPushButton(tr("&Import"), this))
    , m_undo(new QPushButton(tr("&Undo the import"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(u"definitionImportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(DefinitionWords::importTitle(m_import->kind()));
    setAcceptDrops(true);
    build();
    follow();
    update();
}

void DefinitionImportDialog::build()
{
    m_text->setObjectName(u"importText"_s);
    m_text->setWordWrap(true);
    m_progress->setObjectName(u"importProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_plan);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_error);
    column->addWidget(m_stack, 1);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addWidget(buildButtons());
    resize(Theme::space(this, 124), Theme::space(this, 80));
}

QWidget *DefinitionImportDialog::buildButtons()
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    m_files->setObjectName(u"importFiles"_s);
    m_folder->setObjectName(u"importFolder"_s);
    m_apply->setObjectName(u"importApply"_s);
    m_undo->setObjectName(u"importUndo"_s);
    m_close->setObjectName(u"importClose"_s);
    for (QPushButton *button : {m_files, m_folder, m_apply, m_undo, m_close}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    return row;
}

void DefinitionImportDialog::follow()
{
    connect(m_files, &QPushButton::clicked, this, &DefinitionImportDialog::chooseFiles);
    connect(m_folder, &QPushButton::clicked, this, &DefinitionImportDialog::chooseFolder);
    connect(m_apply, &QPushButton::clicked, this, [this] { m_import->apply(m_plan->chosen()); });
    connect(m_undo, &QPushButton::clicked, m_import, &DefinitionImport::rollBack);
    connect(m_close, &QPushButton::clicked, this, &DefinitionImportDialog::reject);
    connect(m_import, &DefinitionImport::stateChanged, this, &DefinitionImportDialog::update);
    connect(m_import, &DefinitionImport::progressed, this, &DefinitionImportDialog::tellState);
    connect(m_import, &DefinitionImport::finished, this, &DefinitionImportDialog::imported);
    connect(m_plan, &ImportPlanView::chosenChanged, this, &DefinitionImportDialog::updateButtons);
}

void DefinitionImportDialog::read(const QStringList &paths)
{
    if (!m_import->isRunning())
        m_import->readFiles(paths);
}

void DefinitionImportDialog::chooseFiles()
{
    m_dialogs.openFiles(this, tr("Files to import"), [self = QPointer(this)](const QStringList &paths) {
        if (self)
            self->read(paths);
    });
}

void DefinitionImportDialog::chooseFolder()
{
    m_dialogs.chooseFolder(this, tr("Folder to import"), [self = QPointer(this)](const QString &path) {
        if (self)
            self->read({path});
    });
}

void DefinitionImportDialog::update()
{
    using State = DefinitionImport::State;
    const State state = m_import->state();
    if (state == State::Abandoned) { // what it shows belongs to another server
        close();
        return;
    }
    if (state == State::Failed)
        m_error->showError(m_import->error(), tr("Try again"), [this] { m_import->replan(); });
    else
        m_error->clear();
    if (m_import->items().isEmpty())
        m_empty->setContent(
            DefinitionWords::icon(m_import->kind()), state == State::Reading ? tr("Reading…") : DefinitionWords::noneYet(m_import->kind()),
            state == State::Planned ? DefinitionWords::noneFound(m_import->kind()) : DefinitionWords::chooseSome(m_import->kind()));
    m_stack->setCurrentWidget(m_import->items().isEmpty() ? static_cast<QWidget *>(m_empty) : m_plan);
    tellState();
    updateButtons();
    if (state == State::Planned && !m_import->items().isEmpty())
        m_plan->focusList();
}

void DefinitionImportDialog::updateButtons()
{
    using State = DefinitionImport::State;
    const State state = m_import->state();
    const auto chosen = static_cast<int>(m_plan->chosen().size());
    m_apply->setText(chosen > 0 ? DefinitionWords::importButton(m_import->kind(), chosen) : tr("&Import"));
    m_apply->setEnabled(state == State::Planned && chosen > 0);
    m_undo->setVisible(m_import->canRollBack());
    const bool isBusy = m_import->isRunning() || state == State::Reading;
    m_files->setEnabled(!isBusy);
    m_folder->setEnabled(!isBusy);
    m_close->setText(m_import->isRunning() ? tr("Stop") : tr("Close"));
}

void DefinitionImportDialog::tellState()
{
    const bool isRunning = m_import->isRunning();
    m_progress->setVisible(isRunning);
    m_progress->setMaximum(m_import->total());
    m_progress->setValue(m_import->done());
    if (m_import->state() == DefinitionImport::State::Applied || m_import->state() == DefinitionImport::State::RolledBack)
        tellResult();
    else
        m_text->setText(isRunning ? tr("%1 of %2").arg(m_import->done()).arg(m_import->total()) : QString());
}

void DefinitionImportDialog::tellResult()
{
    using Outcome = DefinitionImport::Outcome;
    QStringList parts;
    const auto add = [this, &parts](Outcome outcome, auto text) {
        if (const int count = m_import->count(outcome); count > 0)
            parts.append(text(count));
    };
    add(Outcome::Created, [](int count) { return tr("%n created", nullptr, count); });
    add(Outcome::Changed, [](int count) { return tr("%n changed", nullptr, count); });
    add(Outcome::TakenBack, [](int count) { return tr("%n taken back", nullptr, count); });
    add(Outcome::Stays, [](int count) { return tr("%n not taken back", nullptr, count); });
    add(Outcome::Refused, [](int count) { return tr("%n refused", nullptr, count); });
    add(Outcome::Unknown, [](int count) { return tr("%n without an answer", nullptr, count); });
    add(Outcome::NotReached, [](int count) { return tr("%n not reached", nullptr, count); });
    m_text->setText(parts.join(u" · "_s));
}

void DefinitionImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_import->isRunning() && !pathsOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DefinitionImportDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    read(pathsOf(*event->mimeData()));
}

void DefinitionImportDialog::reject()
{
    if (m_import->isRunning())
        m_import->cancel();
    else
        QDialog::reject();
}

} // namespace desk
