#include "gui/workflows/inspector/stepfacts.h"

#include "gui/text/textlimiter.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/remarklabel.h"
#include "gui/workflows/inspector/referencesource.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "state/workflows/workflowgraph.h"

#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

StepFacts::StepFacts(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_remark(new RemarkLabel(RemarkLabel::Tone::Hint, u"factsRemark"_s, this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->addWidget(m_remark);
}

void StepFacts::load(const QJsonObject &step)
{
    constexpr qsizetype most = 40;
    const QJsonValue foreign = m_source.graph().foreign(m_source.node());
    const bool isStep = foreign.isUndefined();
    m_remark->say(isStep ? tr("This version does not know steps of this kind. It keeps them as they are.")
                         : tr("This is no step: servers will refuse it. It is kept until it is deleted."));
    const QJsonObject shown = isStep ? step : QJsonObject{{tr("Value"), foreign}};
    if (m_facts != nullptr && shown == m_shown)
        return;
    m_shown = shown;
    delete m_facts; // its rows are another step's
    m_facts = new FactView(this);
    m_column->addWidget(m_facts);
    qsizetype count = 0;
    for (auto one = shown.begin(); one != shown.end() && count < most; ++one, ++count) {
        const QString text = one.value().isString() ? one.value().toString() : stepmembers::compactJson(one.value());
        m_facts->setFact(displayLine(one.key(), 40), displayLine(text, 300));
    }
}

} // namespace desk
