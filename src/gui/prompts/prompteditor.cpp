#include "gui/prompts/prompteditor.h"

#include "domain/prompttemplate.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/prompts/promptstore.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

PromptEditor::PromptEditor(SavedPrompt prompt, PromptStore &store, QWidget *parent)
    : QDialog(parent)
    , m_prompt(std::move(prompt))
    , m_store(store)
    , m_title(new QLineEdit(m_prompt.title, this))
    , m_folder(new QComboBox(this))
    , m_tags(new QLineEdit(m_prompt.tags.join(u", "_s), this))
    , m_text(new QPlainTextEdit(m_prompt.text, this))
    , m_variables(new PlainLabel(this))
{
    setObjectName(u"promptEditor"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    build(m_prompt.id.isEmpty());
    connect(m_title, &QLineEdit::textChanged, this, &PromptEditor::update);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PromptEditor::update);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_save, &QPushButton::click);
    update();
    m_title->setFocus();
}

void PromptEditor::build(bool isNew)
{
    setWindowTitle(isNew ? tr("Save as prompt") : tr("Edit the prompt"));
    m_title->setObjectName(u"promptTitle"_s);
    m_title->setMaxLength(SavedPrompt::maxTitle);
    m_title->setPlaceholderText(tr("For example: Weekly report"));
    m_folder->setObjectName(u"promptFolder"_s);
    m_folder->setEditable(true);
    m_folder->addItem(QString());
    m_folder->addItems(m_store.folders());
    m_folder->setCurrentText(m_prompt.folder);
    m_folder->lineEdit()->setMaxLength(SavedPrompt::maxFolder);
    m_folder->lineEdit()->setPlaceholderText(tr("None"));
    m_tags->setObjectName(u"promptTags"_s);
    m_tags->setPlaceholderText(tr("Separated by commas"));
    m_text->setObjectName(u"promptText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // lines are broken
    m_text->setPlaceholderText(tr("Sum up {{clipboard}} for {{audience|the board}} in a {{tone: formal, friendly}} tone."));
    m_variables->setObjectName(u"promptVariables"_s);
    m_variables->setWordWrap(true);
    m_variables->setFont(Theme::small(font()));
    m_variables->setForegroundRole(QPalette::PlaceholderText);
    auto *form = new QFormLayout;
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Folder"), m_folder);
    form->addRow(tr("Ta&gs"), m_tags);
    form->addRow(tr("Te&xt"), m_text);
    form->addRow(QString(), m_variables);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"promptSave"_s);
    m_save->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &PromptEditor::save);
    resize(Theme::space(this, 72), Theme::space(this, 46));
}

void PromptEditor::update()
{
    const QString text = m_text->toPlainText();
    const QStringList names = PromptTemplate::variables(text);
    if (text.size() > SavedPrompt::maxText)
        m_variables->setText(tr("The text is too long: %L1 characters are the most.").arg(SavedPrompt::maxText));
    else if (names.isEmpty())
        m_variables->setText(tr("Variables: {{name}}, {{name|what stands there first}}, {{name: one, two}} to choose from. {{clipboard}}, "
                                "{{selection}} and {{date}} fill themselves in."));
    else
        m_variables->setText(tr("Variables: %1").arg(QLocale().createSeparatedList(names)));
    m_save->setEnabled(!m_title->text().trimmed().isEmpty() && !text.trimmed().isEmpty() && text.size() <= SavedPrompt::maxText);
}

void PromptEditor::save()
{
    if (!m_save->isEnabled())
        return;
    m_prompt.title = m_title->text();
    m_prompt.folder = m_folder->currentText();
    m_prompt.tags = m_tags->text().split(u',', Qt::SkipEmptyParts);
    m_prompt.text = m_text->toPlainText();
    if (m_prompt.id.isEmpty())
        m_prompt.id = m_store.add(m_prompt);
    else
        m_store.update(m_prompt);
    Q_EMIT saved(m_prompt.id);
    accept();
}

} // namespace desk
