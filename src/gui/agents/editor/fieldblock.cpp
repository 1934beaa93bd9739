#include "gui/agents/editor/fieldblock.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"

#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRemarks = 4;

QString wordsOf(const QList<AgentRemark> &remarks, AgentField field, AgentRemark::Level level)
{
    QStringList lines;
    for (const AgentRemark &remark : remarks) {
        if (remark.field == field && remark.level == level && lines.size() < mostRemarks)
            lines.append(displayLine(remark.text, 400));
    }
    return lines.join(u'\n');
}

} // namespace

FieldBlock::FieldBlock(const QString &name, const QString &key, QWidget *field, QWidget *parent, QWidget *buddy)
    : QWidget(parent)
    , m_field(field)
    , m_column(new QVBoxLayout(this))
    , m_hint(new RemarkLabel(RemarkLabel::Tone::Hint, key + u"Hint"_s, this))
    , m_fault(new RemarkLabel(RemarkLabel::Tone::Problem, key + u"Fault"_s, this))
    , m_advice(new RemarkLabel(RemarkLabel::Tone::Hint, key + u"Advice"_s, this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(Theme::space(this, 0.5));
    if (!name.isEmpty()) {
        auto *label = new PlainLabel(name, this);
        label->setBuddy(buddy ? buddy : field);
        m_column->addWidget(label);
    }
    field->setObjectName(key);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(name).remove(u'&'));
    m_column->addWidget(field);
    for (QWidget *words : {m_fault, m_advice, m_hint})
        m_column->addWidget(words);
}

void FieldBlock::setHint(const QString &words)
{
    m_hint->say(words);
}

void FieldBlock::setRemarks(const QList<AgentRemark> &remarks, AgentField field)
{
    const QString fault = wordsOf(remarks, field, AgentRemark::Level::Fault);
    const QString advice = wordsOf(remarks, field, AgentRemark::Level::Advice);
    m_fault->say(fault);
    m_advice->say(fault.isEmpty() ? advice : QString());
    m_field->setAccessibleDescription(fault.isEmpty() ? advice : fault);
}

void FieldBlock::addBelow(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_field) + 1, widget);
}

} // namespace desk
