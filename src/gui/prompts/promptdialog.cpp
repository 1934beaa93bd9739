#include "gui/prompts/promptdialog.h"

#include "gui/dialogs.h"
#include "gui/prompts/prompteditor.h"
#include "gui/prompts/promptlistmodel.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/listfilter.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/twolinedelegate.h"
#include "state/atomicfile.h"
#include "state/prompts/promptfile.h"
#include "state/prompts/promptstore.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

PromptDialog::PromptDialog(PromptStore &store, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_dialogs(dialogs)
    , m_model(new PromptListModel(store, this))
    , m_filter(new ListFilter(
          {PromptListModel::TitleRole, PromptListModel::FolderRole, PromptListModel::TagsRole, PromptListModel::TextRole}, this))
    , m_search(new QLineEdit(this))
    , m_banner(new ErrorBanner(this))
    , m_list(new QListView(this))
    , m_preview(new QPlainTextEdit(this))
    , m_note(new PlainLabel(this))
    , m_insert(new QPushButton(tr("&Use"), this))
    , m_new(new QPushButton(Theme::icon(u"add"_s), tr("&New\u2026"), this))
    , m_edit(new QPushButton(Theme::icon(u"edit"_s), tr("&Edit\u2026"), this))
    , m_delete(new QPushButton(Theme::icon(u"delete"_s), tr("&Delete"), this))
    , m_undo(new QPushButton(tr("&Bring back"), this))
    , m_import(new QPushButton(tr("&Import\u2026"), this))
    , m_export(new QPushButton(tr("E&xport\u2026"), this))
{
    setObjectName(u"promptDialog"_s);
    setWindowTitle(tr("Prompts"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_filter->setSourceModel(m_model);
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_filter->index(0, 0));
        update();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PromptDialog::update);
    connect(m_list, &QListView::activated, this, &PromptDialog::insert);
    connect(m_insert, &QPushButton::clicked, this, &PromptDialog::insert);
    connect(m_new, &QPushButton::clicked, this, &PromptDialog::add);
    connect(m_edit, &QPushButton::clicked, this, &PromptDialog::edit);
    connect(m_delete, &QPushButton::clicked, this, &PromptDialog::remove);
    connect(m_undo, &QPushButton::clicked, this, &PromptDialog::bringBack);
    connect(m_import, &QPushButton::clicked, this, &PromptDialog::importFile);
    connect(m_export, &QPushButton::clicked, this, &PromptDialog::exportFile);
    connect(new QShortcut(QKeySequence(Qt::Key_Delete), m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &PromptDialog::remove);
    connect(&store, &PromptStore::changed, this, &PromptDialog::update);
    connect(&store, &PromptStore::notKept, this, [this](const Error &error) { m_banner->showError(error); });
    m_list->setCurrentIndex(m_filter->index(0, 0));
    update();
    m_search->setFocus();
}

void PromptDialog::build()
{
    m_search->setObjectName(u"promptSearch"_s);
    m_search->setPlaceholderText(tr("Search prompts"));
    m_search->setAccessibleName(tr("Search prompts"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"promptList"_s);
    m_list->setAccessibleName(tr("Prompts"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TwoLineDelegate(u"edit"_s, PromptListModel::TitleRole, PromptListModel::AboutRole, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    new EmptyHint(*m_list, tr("No prompts here. New\u2026 writes one; “Save as prompt” in the menu of a message keeps its text."));
    m_preview->setObjectName(u"promptPreview"_s);
    m_preview->setAccessibleName(tr("Text of the prompt"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // lines are broken
    m_note->setObjectName(u"promptNote"_s);
    m_note->setWordWrap(true);
    const QList<QPair<QPushButton *, QString>> names{
        {m_insert, u"promptUse"_s}, {m_new, u"promptNew"_s},       {m_edit, u"promptEdit"_s},    {m_delete, u"promptDelete"_s},
        {m_undo, u"promptUndo"_s},  {m_import, u"promptImport"_s}, {m_export, u"promptExport"_s}};
    for (const auto &[button, name] : names) {
        button->setObjectName(name);
        button->setAutoDefault(false);
    }
    m_insert->setDefault(true);
    m_undo->hide();
    auto *panes = new QSplitter(this);
    panes->setChildrenCollapsible(false);
    panes->addWidget(m_list);
    panes->addWidget(m_preview);
    panes->setStretchFactor(0, 3);
    panes->setStretchFactor(1, 4);
    auto *tools = new QHBoxLayout;
    for (QPushButton *button : {m_new, m_edit, m_delete})
        tools->addWidget(button);
    tools->addStretch();
    tools->addWidget(m_import);
    tools->addWidget(m_export);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_note, 1);
    foot->addWidget(m_undo);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    foot->addWidget(close);
    foot->addWidget(m_insert);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_banner);
    column->addWidget(m_search);
    column->addWidget(panes, 1);
    column->addLayout(tools);
    column->addLayout(foot);
    resize(Theme::space(this, 96), Theme::space(this, 56));
}

QString PromptDialog::currentId() const
{
    return m_list->currentIndex().data(PromptListModel::IdRole).toString();
}

void PromptDialog::select(const QString &id)
{
    m_search->clear();
    m_list->setCurrentIndex(m_filter->mapFromSource(m_model->indexOf(id)));
}

void PromptDialog::update()
{
    const SavedPrompt *prompt = m_store.find(currentId());
    const QString text = prompt == nullptr ? QString() : displayText(prompt->text, TextUse::Code);
    if (m_preview->toPlainText() != text)
        m_preview->setPlainText(text);
    for (QPushButton *button : {m_insert, m_edit, m_delete})
        button->setEnabled(prompt != nullptr);
    m_export->setEnabled(!m_store.prompts().isEmpty());
    m_export->setToolTip(m_store.prompts().isEmpty() ? tr("There are no prompts yet.") : tr("Write all prompts to a file for colleagues"));
    m_import->setToolTip(tr("Add the prompts of a colleague's file"));
}

void PromptDialog::tell(const QString &text)
{
    m_note->setText(text);
    m_undo->setVisible(m_removed.has_value());
}

void PromptDialog::insert()
{
    const QString id = currentId();
    if (id.isEmpty())
        return;
    Q_EMIT chosen(id);
    accept();
}

void PromptDialog::add()
{
    auto *editor = new PromptEditor({}, m_store, this);
    connect(editor, &PromptEditor::saved, this, &PromptDialog::select);
    editor->open();
}

void PromptDialog::edit()
{
    const SavedPrompt *prompt = m_store.find(currentId());
    if (prompt == nullptr)
        return;
    auto *editor = new PromptEditor(*prompt, m_store, this);
    connect(editor, &PromptEditor::saved, this, &PromptDialog::select);
    editor->open();
}

void PromptDialog::remove()
{
    std::optional<SavedPrompt> removed = m_store.remove(currentId());
    if (!removed)
        return;
    m_removed = std::move(removed);
    tell(tr("“%1” was deleted.").arg(displayLine(m_removed->title, 60)));
}

void PromptDialog::bringBack()
{
    if (!m_removed)
        return;
    const SavedPrompt prompt = *m_removed;
    m_removed.reset();
    m_store.restore(prompt);
    select(prompt.id);
    m_list->setFocus();
    tell(tr("“%1” is back.").arg(displayLine(prompt.title, 60)));
}

void PromptDialog::importFile()
{
    m_dialogs.openFiles(this, tr("Import prompts"), [self = QPointer(this)](const QStringList &paths) {
        if (!self || paths.isEmpty())
            return;
        const Result<QList<SavedPrompt>> prompts = PromptFile::readFrom(paths.constFirst());
        if (!prompts)
            return self->m_banner->showError(prompts.error());
        self->m_banner->clear();
        const int added = self->m_store.take(*prompts);
        self->m_removed.reset();
        self->tell(added == 0 ? tr("All of them were here already.") : tr("%n prompts were added.", nullptr, added));
    });
}

void PromptDialog::exportFile()
{
    m_dialogs.saveFile(this, tr("Export prompts"), u"prompts.json"_s, [self = QPointer(this)](const QString &path) {
        if (!self)
            return;
        const QList<SavedPrompt> prompts = self->m_store.prompts();
        const Result<> written = AtomicFile::replace(path, PromptFile::write(prompts));
        if (!written)
            return self->m_banner->showError(written.error());
        self->m_banner->clear();
        self->tell(tr("%n prompts were written.", nullptr, static_cast<int>(prompts.size())));
    });
}

} // namespace desk
