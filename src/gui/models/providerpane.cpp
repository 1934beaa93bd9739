#include "gui/models/providerpane.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/llm/serverproviders.h"
#include "state/profiles/serveraddress.h"

#include <QComboBox>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ProviderPane::ProviderPane(ServerProviders &providers, ProviderCheck *check, QWidget *parent)
    : QScrollArea(parent)
    , m_providers(providers)
    , m_check(check)
    , m_state(new PlainLabel(this))
    , m_provider(new QComboBox(this))
    , m_facts(new FactView(this))
    , m_test(new QPushButton(Theme::icon(u"link"_s), tr("Test connection"), this))
    , m_cancel(new QPushButton(Theme::icon(u"cancelled"_s), tr("Cancel"), this))
    , m_setUp(new QPushButton(Theme::icon(u"settings"_s), tr("Set up\u2026"), this))
    , m_progress(new QProgressBar(this))
    , m_outcome(new PlainLabel(this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"providerProblem"_s, this))
{
    m_check->setParent(this);
    setObjectName(u"providerPane"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    build();
    connect(m_provider, &QComboBox::currentIndexChanged, this, &ProviderPane::showChosen);
    connect(m_test, &QPushButton::clicked, this, &ProviderPane::test);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_check->cancel(); });
    connect(m_setUp, &QPushButton::clicked, this, &ProviderPane::settingsRequested);
    connect(m_check, &ProviderCheck::changed, this, &ProviderPane::showCheck);
    connect(m_check, &ProviderCheck::listed, &providers, &ServerProviders::takeOffered);
    connect(&providers, &ServerProviders::changed, this, &ProviderPane::update);
    update();
    showCheck();
}

void ProviderPane::build()
{
    m_state->setObjectName(u"providerState"_s);
    m_outcome->setObjectName(u"providerOutcome"_s);
    for (QLabel *label : {m_state, m_outcome})
        label->setWordWrap(true);
    m_provider->setObjectName(u"providerChoice"_s);
    m_provider->setAccessibleName(tr("Provider"));
    m_test->setObjectName(u"providerTest"_s);
    m_cancel->setObjectName(u"providerCancel"_s);
    m_setUp->setObjectName(u"providerSetUp"_s);
    m_progress->setObjectName(u"providerProgress"_s);
    m_progress->setAccessibleName(tr("The connection is being tested"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    auto *inside = new QWidget(this);
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_test, m_cancel, m_setUp}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_state);
    column->addWidget(m_provider, 0, Qt::AlignLeading);
    column->addWidget(m_facts);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addWidget(m_outcome);
    column->addWidget(m_problem);
    column->addStretch(1);
    setWidget(inside);
}

const ModelProvider *ProviderPane::chosen() const
{
    const int row = m_provider->currentIndex();
    return row >= 0 && row < m_providers.providers().size() ? &m_providers.providers().at(row) : nullptr;
}

void ProviderPane::update()
{
    const QList<ModelProvider> &providers = m_providers.providers();
    const QString before = m_provider->currentText();
    const QSignalBlocker blocker(m_provider);
    m_provider->clear();
    for (const ModelProvider &provider : providers)
        m_provider->addItem(displayLine(provider.name, 80));
    m_provider->setCurrentIndex(qMax(m_provider->findText(before), providers.isEmpty() ? -1 : 0));
    m_provider->setVisible(providers.size() > 1);
    QString state;
    if (providers.isEmpty() && m_providers.isLoaded())
        state = tr("No language model is set up. The built-in engine answers.");
    else if (!m_providers.isLoaded() && m_providers.isLoading())
        state = tr("It is being read\u2026");
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    showChosen();
}

void ProviderPane::showChosen()
{
    const ModelProvider *provider = chosen();
    if (provider == nullptr || provider->baseUrl != m_check->provider().baseUrl)
        m_check->forget();
    m_facts->setVisible(provider != nullptr);
    m_test->setEnabled(provider != nullptr && !m_check->isRunning());
    if (provider == nullptr)
        return;
    QStringList models;
    for (const QString &model : provider->models)
        models << displayLine(model, 80);
    m_facts->setFact(tr("Name"), displayLine(provider->name, 80));
    m_facts->setFact(tr("Address"), displayLine(provider->baseUrl.toDisplayString(), 300));
    m_facts->setFact(tr("Connection"), ServerAddress::isUnencrypted(provider->baseUrl) ? tr("Not encrypted") : QString());
    m_facts->setFact(tr("Models"), QLocale().createSeparatedList(models));
    m_facts->setFact(tr("Used"),
                     provider == &m_providers.providers().constFirst() ? tr("By default, and for its models") : tr("For its models only"));
    m_facts->setFact(tr("Key"), provider->needsKey ? tr("Needed; it is kept in the keychain") : QString());
}

void ProviderPane::test()
{
    if (const ModelProvider *provider = chosen())
        m_check->start(*provider, {});
}

void ProviderPane::showCheck()
{
    const bool isRunning = m_check->isRunning();
    const QString text = displayText(m_check->text(), TextUse::Prose);
    // Whoever pressed the one has the focus on the other, which takes its place.
    const bool hadFocus = isRunning ? m_test->hasFocus() : m_cancel->hasFocus();
    if (isRunning)
        m_cancel->show();
    else
        m_test->setEnabled(chosen() != nullptr);
    if (hadFocus)
        (isRunning ? m_cancel : m_test)->setFocus();
    m_test->setEnabled(chosen() != nullptr && !isRunning);
    m_cancel->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    m_outcome->setText(m_check->hasFailed() ? QString() : text);
    m_outcome->setVisible(!m_outcome->text().isEmpty());
    m_problem->say(m_check->hasFailed() ? text : QString());
}

} // namespace desk
