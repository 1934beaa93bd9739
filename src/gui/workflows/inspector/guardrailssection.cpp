#include "gui/workflows/inspector/guardrailssection.h"

#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/optionalnumberedit.h"
#include "gui/workflows/inspector/referencesource.h"

#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

const QString member = u"guardrails"_s;

} // namespace

GuardrailsSection::GuardrailsSection(const ReferenceSource &source, Of of, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_of(of)
    , m_remark(new RemarkLabel(RemarkLabel::Tone::Hint, u"guardrailsRemark"_s, this))
{
    using Kind = OptionalNumberEdit::Kind;
    struct Limit {
        QString name;
        QString words;
        Kind kind;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_remark);
    for (const Limit &one : {Limit{u"request_limit"_s, tr("Most requests to agents"), Kind::Whole},
                             Limit{u"total_tokens_limit"_s, tr("Most tokens (estimated)"), Kind::Whole},
                             Limit{u"tool_calls_limit"_s, tr("Most calls of tools"), Kind::Whole},
                             Limit{u"max_cost_dollars"_s, tr("Most dollars (estimated)"), Kind::Any},
                             Limit{u"timeout_seconds"_s, tr("Longest time, in seconds"), Kind::Whole}}) {
        auto *edit = new OptionalNumberEdit(one.kind, 0, this);
        auto *field = new InspectorField(one.words, one.name, edit, this);
        m_limits.insert(one.name, edit);
        m_timeout = field; // the last
        column->addWidget(field);
        connect(edit, &OptionalNumberEdit::checked, field, [edit, field] { field->setProblem(edit->problem()); });
        connect(edit, &OptionalNumberEdit::edited, this, [this, name = one.name](const QJsonValue &value) { take(name, value); });
    }
}

void GuardrailsSection::load(const QJsonObject &object)
{
    m_stored = object.value(member);
    const QJsonObject limits = m_stored.toObject();
    for (auto one = m_limits.cbegin(); one != m_limits.cend(); ++one)
        one.value()->load(limits.value(one.key()));
    const bool isTeam = m_source.surroundings().isTeamServer;
    m_remark->say(m_of == Of::Step && isTeam ? tr("The team server enforces none of these for a single step, only those of the workflow.")
                                             : QString());
    m_timeout->setHint(m_of == Of::Workflow && isTeam ? tr("The team server does not enforce this one.") : QString());
}

// The last limit takes the object along, if a person made it: an empty one says nothing.
void GuardrailsSection::take(const QString &name, const QJsonValue &value)
{
    const QJsonObject before = m_stored.toObject();
    const bool isLast = value.isUndefined() && before.size() == 1 && before.contains(name);
    if (isLast)
        Q_EMIT edited({member}, QJsonValue::Undefined, true);
    else
        Q_EMIT edited({member, name}, value, true);
}

} // namespace desk
