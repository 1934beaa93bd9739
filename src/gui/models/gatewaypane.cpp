#include "gui/models/gatewaypane.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/plainlabel.h"
#include "state/llm/modelcatalog.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype mostPurposes = 50;

QString number(const std::optional<int> &value)
{
    return value ? QLocale().toString(*value) : QString();
}

QString yesNo(const std::optional<bool> &value, const QString &yes, const QString &no)
{
    if (!value)
        return {};
    return *value ? yes : no;
}

} // namespace

GatewayPane::GatewayPane(ModelCatalog &catalog, QWidget *parent)
    : QScrollArea(parent)
    , m_catalog(catalog)
    , m_state(new PlainLabel(this))
    , m_again(new QPushButton(Theme::icon(u"refresh"_s), tr("Read again"), this))
    , m_health(new FactView(this))
    , m_loadTitle(new PlainLabel(tr("Load"), this))
    , m_loadState(new PlainLabel(this))
    , m_load(new FactView(this))
{
    setObjectName(u"gatewayPane"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_state->setObjectName(u"gatewayState"_s);
    m_loadState->setObjectName(u"gatewayLoadState"_s);
    m_again->setObjectName(u"gatewayAgain"_s);
    m_loadTitle->setFont(Theme::heading(font()));
    for (QLabel *label : {m_state, m_loadState})
        label->setWordWrap(true);
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(Theme::space(this));
    auto *top = new QHBoxLayout;
    top->addWidget(m_state, 1);
    top->addWidget(m_again, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(m_health);
    column->addWidget(m_loadTitle);
    column->addWidget(m_loadState);
    column->addWidget(m_load);
    column->addStretch(1);
    setWidget(inside);
    connect(m_again, &QPushButton::clicked, this, [this] { m_catalog.refreshGateway(); });
    connect(&catalog, &ModelCatalog::partsChanged, this, &GatewayPane::update);
    update();
}

QString GatewayPane::remarkOf(const CatalogPart &part)
{
    switch (part.state) {
    case CatalogPart::State::Refused:
        return tr("The server does not tell this to you.");
    case CatalogPart::State::Absent:
        return tr("This server does not tell this.");
    case CatalogPart::State::Failed:
        return part.error.userText();
    case CatalogPart::State::Unknown:
    case CatalogPart::State::Known:
        break;
    }
    return part.isLoading ? tr("It is being read\u2026") : QString();
}

void GatewayPane::update()
{
    const CatalogPart &health = m_catalog.part(ModelCatalog::Part::Health);
    const CatalogPart &load = m_catalog.part(ModelCatalog::Part::Load);
    m_again->setEnabled(!health.isLoading && !load.isLoading);
    QString state = remarkOf(health);
    if (state.isEmpty() && health.readAt.isValid())
        state = tr("Read at %1", "a time").arg(QLocale().toString(health.readAt.toLocalTime().time(), QLocale::LongFormat));
    m_state->setText(displayText(state, TextUse::Prose));
    m_loadState->setText(displayText(remarkOf(load), TextUse::Prose));
    m_loadState->setVisible(!m_loadState->text().isEmpty());
    showHealth();
    showLoad();
}

void GatewayPane::showHealth()
{
    const LlmHealth &health = m_catalog.health();
    m_health->setFact(tr("Gateway"), yesNo(health.isUp, tr("Works"), tr("Does not answer")));
    m_health->setFact(tr("Address"), displayLine(health.gatewayUrl, 300));
    m_health->setFact(tr("Models available"), number(health.modelsAvailable));
}

void GatewayPane::showLoad()
{
    const LlmLoad &load = m_catalog.load();
    m_load->setFact(tr("Requests at work"), number(load.totalActive));
    m_load->setFact(tr("Falls back from"), number(load.threshold));
    m_load->setFact(tr("Falling back"), yesNo(load.isFallingBack, tr("Yes: other models answer at the moment"), tr("No")));
    QStringList purposes;
    for (const LlmPurposeLoad &one : load.purposes.first(qMin(load.purposes.size(), mostPurposes))) {
        QStringList parts;
        if (one.active)
            parts << tr("%n at work", nullptr, *one.active);
        if (one.peakActive)
            parts << tr("%n at most", nullptr, *one.peakActive);
        if (one.totalRequests)
            parts << tr("%L1 requests in all").arg(*one.totalRequests);
        if (one.totalFallbacks)
            parts << tr("%L1 of them fell back").arg(*one.totalFallbacks);
        const QString name = displayLine(one.purpose, 80).replace(u'&', u"&&"_s); // a label with a buddy
        purposes << name;
        m_load->setFact(name, parts.join(u" \u00b7 "_s));
    }
    for (const QString &before : std::as_const(m_purposes)) {
        if (!purposes.contains(before))
            m_load->setFact(before, {});
    }
    m_purposes = purposes;
}

} // namespace desk
