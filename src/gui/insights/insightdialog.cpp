#include "gui/insights/insightdialog.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/insights/insighttexts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

InsightDialog::InsightDialog(Insight insight, QWidget *parent)
    : QDialog(parent)
    , m_insight(std::move(insight))
    , m_text(new QPlainTextEdit(m_insight.content, this))
    , m_category(new QComboBox(this))
{
    const bool isNew = m_insight.id.isEmpty();
    setObjectName(u"insightDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(isNew ? tr("Add an insight") : tr("Edit the insight"));
    m_text->setObjectName(u"insightText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("For example: Reports go to the board on the first Monday of a month."));
    m_category->setObjectName(u"insightCategory"_s);
    for (const OpenEnum<InsightCategory> category : InsightTexts::categories)
        m_category->addItem(InsightTexts::title(category), category.wire());
    if (m_category->findData(m_insight.category.wire()) < 0) // a word of the server's own is kept
        m_category->addItem(InsightTexts::title(m_insight.category), m_insight.category.wire());
    m_category->setCurrentIndex(m_category->findData(m_insight.category.wire()));
    auto *textLabel = new PlainLabel(tr("&What the agents should remember"), this);
    textLabel->setBuddy(m_text);
    auto *categoryLabel = new PlainLabel(tr("&Kind"), this);
    categoryLabel->setBuddy(m_category);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(isNew ? tr("&Add") : tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveInsight"_s);
    m_save->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(textLabel);
    column->addWidget(m_text, 1);
    column->addWidget(categoryLabel);
    column->addWidget(m_category);
    column->addWidget(buttons);
    resize(Theme::space(this, 56), Theme::space(this, 34));
    connect(m_text, &QPlainTextEdit::textChanged, this, &InsightDialog::updateButtons);
    connect(m_category, &QComboBox::currentIndexChanged, this, &InsightDialog::updateButtons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &InsightDialog::save);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_save, &QPushButton::click);
    updateButtons();
    m_text->setFocus();
}

QString InsightDialog::content() const
{
    return m_text->toPlainText().trimmed();
}

void InsightDialog::updateButtons()
{
    const bool changed = content() != m_insight.content || m_category->currentData().toString() != m_insight.category.wire();
    m_save->setEnabled(!content().isEmpty() && content().size() <= maxContent && (changed || m_insight.id.isEmpty()));
    m_save->setToolTip(content().size() > maxContent ? tr("At most %n character(s).", nullptr, maxContent) : QString());
}

void InsightDialog::save()
{
    m_insight.content = content();
    m_insight.category = OpenEnum<InsightCategory>::fromWire(m_category->currentData().toString());
    Q_EMIT saved(m_insight);
    accept();
}

} // namespace desk
