#include "gui/chat/options/samplingform.h"

#include "domain/chatoptions.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr double noTemperature = -0.1; // below the least value: shown as words
constexpr int noTokens = 0;

} // namespace

SamplingForm::SamplingForm(QWidget *parent)
    : QWidget(parent)
    , m_temperaturePreset(new QComboBox(this))
    , m_temperature(new QDoubleSpinBox(this))
    , m_tokensPreset(new QComboBox(this))
    , m_tokens(new QSpinBox(this))
{
    const QString asServer = tr("As the server does");
    m_temperaturePreset->setObjectName(u"temperaturePreset"_s);
    m_temperaturePreset->setAccessibleName(tr("Preset of the temperature"));
    m_temperaturePreset->addItem(asServer, noTemperature);
    m_temperaturePreset->addItem(tr("Exact"), 0.0);
    m_temperaturePreset->addItem(tr("Balanced"), 0.7);
    m_temperaturePreset->addItem(tr("Inventive"), 1.2);
    m_temperaturePreset->addItem(tr("Own value"));
    m_temperature->setObjectName(u"temperatureValue"_s);
    m_temperature->setAccessibleName(tr("Temperature"));
    m_temperature->setRange(noTemperature, ChatOptions::maxTemperature);
    m_temperature->setDecimals(1);
    m_temperature->setSingleStep(0.1);
    m_temperature->setSpecialValueText(u"\u2013"_s);
    m_tokensPreset->setObjectName(u"tokensPreset"_s);
    m_tokensPreset->setAccessibleName(tr("Preset of the length"));
    m_tokensPreset->addItem(asServer, noTokens);
    m_tokensPreset->addItem(tr("Short"), 500);
    m_tokensPreset->addItem(tr("Medium"), 2000);
    m_tokensPreset->addItem(tr("Long"), 8000);
    m_tokensPreset->addItem(tr("Own value"));
    m_tokens->setObjectName(u"tokensValue"_s);
    m_tokens->setAccessibleName(tr("Tokens of an answer, at most"));
    m_tokens->setRange(noTokens, ChatOptions::maxTokensLimit);
    m_tokens->setSingleStep(100);
    m_tokens->setSpecialValueText(u"\u2013"_s);
    m_tokens->setGroupSeparatorShown(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Theme::space(this));
    grid->addWidget(new PlainLabel(tr("Temperature"), this), 0, 0);
    grid->addWidget(m_temperaturePreset, 0, 1);
    grid->addWidget(m_temperature, 0, 2);
    grid->addWidget(new PlainLabel(tr("Tokens, at most"), this), 1, 0);
    grid->addWidget(m_tokensPreset, 1, 1);
    grid->addWidget(m_tokens, 1, 2);
    grid->setColumnStretch(1, 1);
    connect(m_temperaturePreset, &QComboBox::activated, this, [this] {
        if (const QVariant value = m_temperaturePreset->currentData(); value.isValid())
            m_temperature->setValue(value.toDouble());
        else
            m_temperature->setFocus();
    });
    connect(m_tokensPreset, &QComboBox::activated, this, [this] {
        if (const QVariant value = m_tokensPreset->currentData(); value.isValid())
            m_tokens->setValue(value.toInt());
        else
            m_tokens->setFocus();
    });
    const auto told = [this] {
        showPresets();
        if (!m_showing)
            Q_EMIT changed();
    };
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, told);
    connect(m_tokens, &QSpinBox::valueChanged, this, told);
}

void SamplingForm::setValues(std::optional<double> temperature, std::optional<int> maxTokens)
{
    m_showing = true;
    m_temperature->setValue(temperature.value_or(noTemperature));
    m_tokens->setValue(maxTokens.value_or(noTokens));
    showPresets();
    m_showing = false;
}

void SamplingForm::showPresets()
{
    int preset = m_temperaturePreset->count() - 1;
    for (int i = 0; i < m_temperaturePreset->count() - 1; ++i) {
        if (qAbs(m_temperaturePreset->itemData(i).toDouble() - m_temperature->value()) < 0.05)
            preset = i;
    }
    m_temperaturePreset->setCurrentIndex(preset);
    const int tokens = m_tokensPreset->findData(m_tokens->value());
    m_tokensPreset->setCurrentIndex(tokens < 0 ? m_tokensPreset->count() - 1 : tokens);
}

std::optional<double> SamplingForm::temperature() const
{
    return m_temperature->value() < 0 ? std::nullopt : std::optional(m_temperature->value());
}

std::optional<int> SamplingForm::maxTokens() const
{
    return m_tokens->value() == noTokens ? std::nullopt : std::optional(m_tokens->value());
}

} // namespace desk
