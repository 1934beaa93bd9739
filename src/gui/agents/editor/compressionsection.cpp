#include "gui/agents/editor/compressionsection.h"

#include "gui/agents/editor/fieldblock.h"
#include "gui/theme.h"
#include "state/agents/agentlimits.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

CompressionSection::CompressionSection(QWidget *parent)
    : AgentSection(parent)
    , m_own(new QCheckBox(tr("Long conversations are shortened in a way of its own"), this))
    , m_fields(new QWidget(this))
    , m_enabled(new QCheckBox(tr("Shorten them"), m_fields))
    , m_model(new QLineEdit(m_fields))
{
    m_enabled->setObjectName(u"compressionEnabled"_s);
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins({});
    fields->setSpacing(Theme::space(this, 1.5));
    fields->addWidget(m_enabled);
    m_threshold = number(tr("From how many characters on"), u"compressionThreshold"_s, agentlimit::thresholdChars.least,
                         agentlimit::thresholdChars.most);
    m_recent = number(tr("How many of the last exchanges stay as they are"), u"compressionRecent"_s, agentlimit::recentMessages.least,
                      agentlimit::recentMessages.most);
    m_summary = number(tr("How many characters the summary may have"), u"compressionSummary"_s, agentlimit::summaryChars.least,
                       agentlimit::summaryChars.most);
    fields->addWidget(new FieldBlock(tr("Language model that sums up"), u"compressionModel"_s, m_model, m_fields));
    m_block = new FieldBlock(QString(), u"compressionOwn"_s, m_own, this);
    m_own->setAccessibleName(m_own->text());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 1.5));
    column->addWidget(m_block);
    column->addWidget(m_fields);
    connect(m_own, &QCheckBox::clicked, this, [this] {
        showFields();
        Q_EMIT edited(m_own->objectName());
    });
    connect(m_enabled, &QCheckBox::clicked, this, [this] { Q_EMIT edited(m_enabled->objectName()); });
    connect(m_model, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(m_model->objectName()); });
    showFields();
}

QSpinBox *CompressionSection::number(const QString &name, const QString &key, int least, int most)
{
    auto *box = new QSpinBox(m_fields);
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    m_fields->layout()->addWidget(new FieldBlock(name, key, box, m_fields));
    connect(box, &QSpinBox::valueChanged, this, [this, box] { Q_EMIT edited(box->objectName()); });
    return box;
}

void CompressionSection::show(const Agent &agent, bool)
{
    m_shown = agent.contextCompression;
    const ContextCompression values = m_shown.value_or(ContextCompression());
    m_own->setChecked(m_shown.has_value());
    m_enabled->setChecked(values.enabled);
    const auto set = [](QSpinBox *box, int value) {
        const QSignalBlocker blocker(box);
        if (box->value() != qBound(box->minimum(), value, box->maximum())) // else it would format what is being typed, under the caret
            box->setValue(value);
    };
    set(m_threshold, values.thresholdChars);
    set(m_recent, values.recentMessages);
    set(m_summary, values.maxSummaryChars);
    if (m_model->text() != values.model)
        m_model->setText(values.model);
    showFields();
}

void CompressionSection::apply(Agent &agent) const
{
    if (!m_own->isChecked()) {
        agent.contextCompression.reset();
        return;
    }
    ContextCompression out = m_shown.value_or(ContextCompression());
    out.enabled = m_enabled->isChecked();
    // A value out of range that came stays until somebody changes it.
    const auto take = [](const QSpinBox *box, int &value) {
        if (box->value() != qBound(box->minimum(), value, box->maximum()))
            value = box->value();
    };
    take(m_threshold, out.thresholdChars);
    take(m_recent, out.recentMessages);
    take(m_summary, out.maxSummaryChars);
    out.model = m_model->text();
    agent.contextCompression = out;
}

void CompressionSection::setRemarks(const QList<AgentRemark> &remarks)
{
    m_block->setRemarks(remarks, AgentField::ContextCompression);
}

bool CompressionSection::focusField(AgentField field)
{
    if (field != AgentField::ContextCompression)
        return false;
    m_own->setFocus(Qt::OtherFocusReason);
    return true;
}

void CompressionSection::showFields()
{
    m_fields->setVisible(m_own->isChecked());
}

} // namespace desk
