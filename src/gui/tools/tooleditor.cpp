#include "gui/tools/tooleditor.h"

#include "gui/dialogs.h"
#include "gui/schemaform/schemajsonfield.h"
#include "gui/text/exacttext.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "state/chat/toolinput.h"
#include "state/tools/toolcheck.h"
#include "state/tools/toolstore.h"
#include "wire/json/tooljson.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ToolEditor::ToolEditor(Tool tool, ToolStore &store, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_tool(std::move(tool))
    , m_store(store)
    , m_dialogs(dialogs)
    , m_name(new QLineEdit(m_tool.name, this))
    , m_nameRemark(new RemarkLabel(RemarkLabel::Tone::Problem, u"toolNameProblem"_s, this))
    , m_description(new QLineEdit(m_tool.description, this))
    , m_entrypoint(new QLineEdit(m_tool.entrypoint, this))
    , m_entrypointRemark(new RemarkLabel(RemarkLabel::Tone::Problem, u"toolEntrypointProblem"_s, this))
    , m_scopes(new QLineEdit(m_tool.scopes.join(u", "_s), this))
    , m_active(new QCheckBox(tr("&Active: agents may be offered this tool"), this))
    , m_schema(new QPlainTextEdit(this))
    , m_schemaRemark(new RemarkLabel(RemarkLabel::Tone::Problem, u"toolSchemaProblem"_s, this))
    , m_launchRemark(new RemarkLabel(RemarkLabel::Tone::Hint, u"toolLaunchRemark"_s, this))
    , m_failure(new RemarkLabel(RemarkLabel::Tone::Problem, u"toolSaveProblem"_s, this))
    , m_schemaText(ToolInput::editable(m_tool.schema))
{
    setObjectName(u"toolEditor"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_tool.id.isEmpty() ? tr("New tool") : tr("Edit the tool"));
    build();
    for (QLineEdit *field : {m_name, m_description, m_entrypoint, m_scopes})
        connect(field, &QLineEdit::textChanged, this, &ToolEditor::update);
    connect(m_schema, &QPlainTextEdit::textChanged, this, &ToolEditor::update);
    connect(m_active, &QCheckBox::toggled, this, &ToolEditor::update);
    connect(&m_store, &ToolStore::saved, this, [this](const ToolId &id) {
        const Tool *known = m_store.find(id);
        const bool isMine = m_tool.id.isEmpty() ? known && known->name == m_name->text() : id == m_tool.id;
        if (!m_isBusy || !isMine)
            return;
        Q_EMIT saved(id);
        accept();
    });
    connect(&m_store, &ToolStore::saveFailed, this, [this](const ToolId &id, const Error &error) {
        if (m_isBusy && id == m_tool.id)
            takeFailure(error);
    });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_save, &QPushButton::click);
    update();
    m_name->setFocus();
}

void ToolEditor::build()
{
    m_name->setObjectName(u"toolNameField"_s);
    m_description->setObjectName(u"toolDescriptionField"_s);
    m_entrypoint->setObjectName(u"toolEntrypointField"_s);
    m_entrypoint->setPlaceholderText(tr("module.path:function"));
    m_scopes->setObjectName(u"toolScopesField"_s);
    m_scopes->setPlaceholderText(tr("For example: data:read, search:read"));
    m_active->setObjectName(u"toolActiveField"_s);
    m_active->setChecked(m_tool.isActive);
    m_schema->setObjectName(u"toolSchemaField"_s);
    setUpJsonEdit(m_schema);
    m_schema->setPlainText(m_schemaText);
    for (RemarkLabel *remark : {m_nameRemark, m_entrypointRemark, m_schemaRemark, m_launchRemark, m_failure})
        remark->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveTool"_s);
    m_save->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(buildForm(), 1);
    column->addWidget(m_launchRemark);
    column->addWidget(m_failure);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &ToolEditor::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ToolEditor::save);
    resize(Theme::space(this, 76), Theme::space(this, 60));
}

QFormLayout *ToolEditor::buildForm()
{
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Name"), m_name);
    form->addRow(QString(), m_nameRemark);
    form->addRow(tr("&Description"), m_description);
    form->addRow(tr("&Entrypoint"), m_entrypoint);
    form->addRow(QString(), m_entrypointRemark);
    form->addRow(tr("Sc&opes"), m_scopes);
    form->addRow(QString(), m_active);
    form->addRow(tr("Sche&ma, as JSON"), m_schema);
    form->addRow(QString(), m_schemaRemark);
    return form;
}

QString ToolEditor::nameProblem() const
{
    if (m_name->text().isEmpty() && !m_isTried)
        return {};
    const Tool *other = m_store.findByName(m_name->text());
    if (other && other->id != m_tool.id)
        return tr("There is a tool of this name already.");
    return m_name->text() == m_tool.name && !m_tool.id.isEmpty() ? QString() : ToolCheck::nameProblem(m_name->text());
}

void ToolEditor::update()
{
    const auto say = [](RemarkLabel *remark, QWidget *field, const QString &words) {
        remark->say(words);
        field->setAccessibleDescription(words);
    };
    say(m_nameRemark, m_name, nameProblem());
    const bool isEarly = m_entrypoint->text().isEmpty() && !m_isTried;
    const bool isOld = !m_tool.id.isEmpty() && m_entrypoint->text() == m_tool.entrypoint;
    say(m_entrypointRemark, m_entrypoint, isEarly || isOld ? QString() : ToolCheck::entrypointProblem(m_entrypoint->text()));
    say(m_schemaRemark, m_schema, ToolInput(exactText(m_schema)).problem());
    m_failure->say({});
    m_save->setEnabled(!m_isBusy);
}

Tool ToolEditor::edited() const
{
    Tool tool = m_tool;
    tool.name = m_name->text();
    tool.description = m_description->text();
    tool.entrypoint = m_entrypoint->text();
    if (m_scopes->text() != m_tool.scopes.join(u", "_s))
        tool.scopes = ToolCheck::scopes(m_scopes->text());
    tool.isActive = m_active->isChecked();
    if (exactText(m_schema) != m_schemaText) // else not even its order of members changes
        tool.schema = ToolInput(exactText(m_schema)).object();
    if (m_launch)
        tool.raw = m_launch->appliedTo(tool.raw);
    return tool;
}

void ToolEditor::propose(const Tool &tool)
{
    m_description->setText(tool.description);
    m_entrypoint->setText(tool.entrypoint);
    m_scopes->setText(tool.scopes.join(u", "_s));
    m_active->setChecked(tool.isActive);
    m_schema->setPlainText(tool.schema == m_tool.schema ? m_schemaText : ToolInput::editable(tool.schema));
    m_launch.emplace(m_tool.raw, tool.raw);
    m_launchRemark->say(m_launch->remark());
    m_save->setAccessibleDescription(m_launchRemark->text()); // what it saves and no field tells
}

bool ToolEditor::isChanged() const
{
    return exactText(m_schema) != m_schemaText || !wire::toolChanges(m_tool, edited()).isEmpty();
}

void ToolEditor::save()
{
    if (m_isBusy)
        return;
    m_isTried = true;
    update();
    for (const auto &[remark, field] :
         {std::pair<RemarkLabel *, QWidget *>{m_nameRemark, m_name}, {m_entrypointRemark, m_entrypoint}, {m_schemaRemark, m_schema}}) {
        if (remark->text().isEmpty())
            continue;
        field->setFocus(); // the first that is wrong
        return;
    }
    if (m_store.isBusy(m_tool.id)) {
        m_failure->say(tr("What was sent before has not been answered yet. Please try again in a moment."));
        return;
    }
    setBusy(true);
    if (m_tool.id.isEmpty())
        m_store.create(edited());
    else
        m_store.update(m_tool, edited()); // with nothing changed it is saved at once
}

void ToolEditor::takeFailure(const Error &error)
{
    setBusy(false);
    QStringList rest;
    for (const FieldError &wrong : error.fields) {
        const QString words = displayLine(wrong.message, 300);
        if (wrong.path.contains("entrypoint"_L1))
            m_entrypointRemark->say(words);
        else if (wrong.path.contains("schema"_L1))
            m_schemaRemark->say(words);
        else if (wrong.path.contains("name"_L1))
            m_nameRemark->say(words);
        else
            rest << words;
    }
    rest.prepend(displayLine(error.userText(), 600));
    m_failure->say(rest.join(u'\n'));
}

void ToolEditor::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    for (QWidget *field : QList<QWidget *>{m_name, m_description, m_entrypoint, m_scopes, m_active, m_schema, m_save})
        field->setEnabled(!isBusy);
    if (!isBusy)
        m_save->setFocus();
}

void ToolEditor::reject()
{
    if (!isChanged()) {
        QDialog::reject();
        return;
    }
    m_dialogs.confirm(this, tr("Close without saving?"), tr("What you changed in this tool will be lost."), tr("Close without saving"),
                      [self = QPointer(this)] {
                          if (self)
                              self->QDialog::reject();
                      });
}

} // namespace desk
