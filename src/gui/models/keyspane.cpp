#include "gui/models/keyspane.h"

#include "gui/models/gatewaypane.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "state/llm/modelcatalog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

KeysPane::KeysPane(ModelCatalog &catalog, std::function<QString()> whyNot, QWidget *parent)
    : QScrollArea(parent)
    , m_catalog(catalog)
    , m_whyNot(std::move(whyNot))
    , m_state(new PlainLabel(this))
    , m_facts(new FactView(this))
    , m_provider(new QComboBox(this))
    , m_form(new QFormLayout)
    , m_set(new QPushButton(Theme::icon(u"key"_s), tr("Set the key"), this))
    , m_test(new QPushButton(tr("Test the key that is set"), this))
    , m_clean(new QPushButton(tr("Remove keys that cannot be read"), this))
    , m_outcome(new PlainLabel(this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"keyProblem"_s, this))
{
    setObjectName(u"keysPane"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    build();
    connect(m_provider, &QComboBox::currentIndexChanged, this, &KeysPane::showFields);
    connect(m_set, &QPushButton::clicked, this, &KeysPane::send);
    connect(m_test, &QPushButton::clicked, this, &KeysPane::test);
    connect(m_clean, &QPushButton::clicked, this, [this] { m_catalog.cleanStaleKeys(); });
    connect(&catalog, &ModelCatalog::partsChanged, this, &KeysPane::update);
    connect(&catalog, &ModelCatalog::keyDone, this,
            [this](const QString &said) { say(said.isEmpty() ? tr("The server has done it.") : displayLine(said, 300)); });
    connect(&catalog, &ModelCatalog::keyFailed, this, [this](const Error &error) { fail(error.userText()); });
    connect(&catalog, &ModelCatalog::keyTested, this, [this](const CloudModels &models) {
        const QString name = displayLine(models.provider.wire(), 80);
        if (models.needsKeyAgain)
            fail(tr("The key of %1 is stored but can no longer be read. Set it again.").arg(name));
        else if (!models.providerError.isEmpty())
            fail(tr("%1 refuses: %2", "provider, its words").arg(name, displayLine(models.providerError, 300)));
        else if (!models.isKeyConfigured)
            fail(tr("No key is set for %1.").arg(name));
        else
            say(tr("The key works: %1 offers %n model(s).", nullptr, static_cast<int>(models.models.size())).arg(name));
    });
    update();
    showFields();
}

void KeysPane::build()
{
    m_state->setObjectName(u"keysState"_s);
    m_outcome->setObjectName(u"keyOutcome"_s);
    for (QLabel *label : {m_state, m_outcome})
        label->setWordWrap(true);
    m_provider->setObjectName(u"keyProvider"_s);
    m_provider->setAccessibleName(tr("Provider"));
    m_provider->addItem(u"OpenAI"_s, static_cast<int>(LlmVendor::OpenAi));
    m_provider->addItem(u"Anthropic"_s, static_cast<int>(LlmVendor::Anthropic));
    m_provider->addItem(u"AWS Bedrock"_s, static_cast<int>(LlmVendor::Bedrock));
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(new PlainLabel(tr("Provider"), this), m_provider);
    m_key = addField(tr("API key"), u"keyField"_s, true);
    m_accessKey = addField(tr("AWS access key"), u"keyAccessField"_s, true);
    m_secretKey = addField(tr("AWS secret key"), u"keySecretField"_s, true);
    m_region = addField(tr("AWS region"), u"keyRegionField"_s, false);
    m_set->setObjectName(u"keySet"_s);
    m_test->setObjectName(u"keyTest"_s);
    m_clean->setObjectName(u"keyClean"_s);
    auto *inside = new QWidget(this);
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_set, m_test, m_clean}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_state);
    column->addWidget(m_facts);
    column->addLayout(m_form);
    column->addLayout(buttons);
    column->addWidget(m_outcome);
    column->addWidget(m_problem);
    column->addStretch(1);
    setWidget(inside);
}

QLineEdit *KeysPane::addField(const QString &label, const QString &objectName, bool isSecret)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    field->setAccessibleName(label);
    if (isSecret) {
        field->setEchoMode(QLineEdit::Password);
        field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    }
    m_form->addRow(new PlainLabel(label, this), field);
    connect(field, &QLineEdit::textEdited, this, [this] { m_problem->say({}); });
    connect(field, &QLineEdit::returnPressed, this, &KeysPane::send);
    return field;
}

LlmProvider KeysPane::chosen() const
{
    return LlmProvider(static_cast<LlmVendor>(m_provider->currentData().toInt()));
}

void KeysPane::showFields()
{
    const bool isBedrock = chosen() == LlmVendor::Bedrock;
    for (QLineEdit *field : {m_key, m_accessKey, m_secretKey, m_region}) {
        const bool isShown = (field == m_key) != isBedrock;
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
    }
    clearFields(); // what was typed for one provider is not another's
    say({});
}

void KeysPane::update()
{
    const CatalogPart &part = m_catalog.part(ModelCatalog::Part::Keys);
    const QString whyNot = m_whyNot();
    QString state = GatewayPane::remarkOf(part);
    if (state.isEmpty() && !whyNot.isEmpty())
        state = whyNot;
    m_state->setText(displayText(state, TextUse::Prose));
    m_state->setVisible(!state.isEmpty());
    const bool isOffered = whyNot.isEmpty() && part.state != CatalogPart::State::Refused && part.state != CatalogPart::State::Absent;
    const bool isIdle = isOffered && !m_catalog.isWorking();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_provider, m_key, m_accessKey, m_secretKey, m_region, m_set, m_test, m_clean})
        widget->setEnabled(widget == m_provider || qobject_cast<QLineEdit *>(widget) ? isOffered : isIdle);
    if (!isOffered)
        clearFields();
    if (m_catalog.isWorking())
        say(tr("The server is working on it\u2026"));
    else if (m_saysWorking) // of a workspace that was left
        say({});
    m_saysWorking = m_catalog.isWorking();
    showStates();
}

void KeysPane::showStates()
{
    QStringList shown;
    for (const LlmKeyState &key : m_catalog.keys()) {
        const QString name = displayLine(key.provider.wire(), 80).replace(u'&', u"&&"_s); // a label with a buddy
        shown << name;
        if (!key.isConfigured)
            m_facts->setFact(name, tr("No key is set"));
        else
            m_facts->setFact(name, key.maskedKey.isEmpty() ? tr("Set") : tr("Set: %1", "masked key").arg(displayLine(key.maskedKey, 40)));
    }
    for (const QString &before : std::as_const(m_shown)) {
        if (!shown.contains(before))
            m_facts->setFact(before, {});
    }
    m_shown = shown;
}

void KeysPane::send()
{
    if (!m_set->isEnabled())
        return;
    const LlmKey key{chosen(), m_key->text().trimmed(), m_accessKey->text().trimmed(), m_secretKey->text().trimmed(),
                     m_region->text().trimmed()};
    const bool isBedrock = key.provider == LlmVendor::Bedrock;
    if (isBedrock && (key.awsAccessKeyId.isEmpty() || key.awsSecretAccessKey.isEmpty()))
        return fail(tr("Both keys are needed."));
    if (!isBedrock && key.apiKey.isEmpty())
        return fail(tr("Enter the key first."));
    clearFields();
    m_catalog.setKey(key);
}

void KeysPane::test()
{
    m_catalog.testKey(chosen());
}

void KeysPane::clearFields()
{
    for (QLineEdit *field : {m_key, m_accessKey, m_secretKey, m_region})
        field->clear();
}

void KeysPane::say(const QString &text)
{
    m_saysWorking = false;
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
    m_problem->say({});
}

void KeysPane::fail(const QString &text)
{
    say({});
    m_problem->say(displayText(text, TextUse::Prose));
}

} // namespace desk
