#include "gui/insights/insightdetail.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/markdownview.h"
#include "state/insights/insighttexts.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

InsightDetail::InsightDetail(QWidget *parent)
    : QWidget(parent)
    , m_text(new MarkdownView(this))
    , m_facts(new FactView(this))
    , m_edit(new QPushButton(Theme::icon(u"edit"_s), tr("&Edit…"), this))
    , m_remove(new QPushButton(Theme::icon(u"delete"_s), tr("&Delete"), this))
    , m_open(new QPushButton(Theme::icon(u"chat"_s), tr("&Open conversation"), this))
    , m_only(new QPushButton(Theme::icon(u"filter"_s), tr("&More from there"), this))
{
    setObjectName(u"insightDetail"_s);
    m_text->setObjectName(u"insightContent"_s);
    m_text->setAccessibleName(tr("Text of the insight"));
    m_edit->setObjectName(u"editInsight"_s);
    m_remove->setObjectName(u"removeInsight"_s);
    m_open->setObjectName(u"openInsightConversation"_s);
    m_only->setObjectName(u"onlyInsightConversation"_s);
    m_only->setToolTip(tr("Show only what was learned from that conversation"));
    auto *buttons = new FlowLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(Theme::space(this));
    for (QPushButton *button : {m_edit, m_remove, m_open, m_only})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this);
    column->setContentsMargins(gap, 0, 0, 0);
    column->setSpacing(gap * 3 / 2);
    column->addWidget(m_text, 1);
    column->addWidget(m_facts);
    column->addLayout(buttons);
    connect(m_edit, &QPushButton::clicked, this, &InsightDetail::editRequested);
    connect(m_remove, &QPushButton::clicked, this, &InsightDetail::removeRequested);
    connect(m_open, &QPushButton::clicked, this, &InsightDetail::conversationRequested);
    connect(m_only, &QPushButton::clicked, this, &InsightDetail::conversationFilterRequested);
    connect(m_text, &MarkdownView::linkActivated, this, &InsightDetail::linkActivated);
}

void InsightDetail::setRow(const InsightRow &row, const QString &conversationTitle, bool canChange)
{
    const Insight &insight = row.insight;
    m_text->showText(insight.content);
    m_facts->setFact(tr("Kind"), displayLine(InsightTexts::title(insight.category), 60));
    m_facts->setFact(tr("Match"), row.match < 100 ? tr("%1 %", "how well an insight fits a search").arg(row.match) : QString());
    m_facts->setFact(tr("Remembered on"),
                     insight.createdOn.isValid() ? QLocale().toString(insight.createdOn, QLocale::LongFormat) : QString());
    m_facts->setFact(tr("Conversation"), displayLine(conversationTitle, 120));
    const bool isUsual = insight.source == u"conversation"_s; // the server's word for what the line above says
    m_facts->setFact(tr("Source"), isUsual ? QString() : displayLine(insight.source, 60));
    m_edit->setEnabled(canChange);
    m_remove->setEnabled(canChange);
    m_open->setVisible(!insight.conversationId.isEmpty());
    m_only->setVisible(!insight.conversationId.isEmpty());
}

} // namespace desk
