#include "gui/settings/modelsection.h"

#include "domain/log.h"
#include "gui/settings/formlabels.h"
#include "gui/settings/modeltestrow.h"
#include "gui/theme.h"
#include "state/llm/serverproviders.h"
#include "state/profiles/serveraddress.h"
#include "state/settings.h"
#include "state/workspace.h"
#include "ui_modelsection.h"

#include <QPointer>

namespace desk {

using namespace Qt::StringLiterals;

ModelSection::ModelSection(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_settings(services.settings)
    , m_workspace(services.workspace)
    , m_saveKey(services.saveProviderKey)
    , m_ui(std::make_unique<Ui::ModelSection>())
{
    m_ui->setupUi(this);
    centreFormLabels(*m_ui->form);
    m_ui->keyEdit->setEchoMode(QLineEdit::Password);
    m_ui->keyEdit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_ui->forgetKeyButton->setVisible(static_cast<bool>(m_saveKey));
    m_ui->problemLabel->hide();
    m_ui->stateLabel->hide();
    QPalette danger = palette();
    danger.setColor(QPalette::WindowText, Theme::danger(danger));
    m_ui->problemLabel->setPalette(danger);
    const int indent = Theme::space(this, 3);
    m_ui->builtinHint->setIndent(indent);
    m_ui->endpointBox->layout()->setContentsMargins(indent, 0, 0, 0);
    addTest(services);
    fillPresets();
    load();

    connect(m_ui->presetCombo, &QComboBox::activated, this, &ModelSection::choosePreset);
    connect(m_ui->endpointRadio, &QRadioButton::toggled, this, &ModelSection::updateEnabled);
    connect(m_ui->applyButton, &QPushButton::clicked, this, &ModelSection::apply);
    connect(m_ui->forgetKeyButton, &QPushButton::clicked, this, [this] { storeKey(stored(), {}); });
    connect(&m_workspace, &Workspace::providerFailed, this, [this](const Error &error) { showProblem(error.userText()); });
}

ModelSection::~ModelSection() = default;

void ModelSection::fillPresets()
{
    // Addresses these programs listen on by default.
    const auto add = [this](const QString &text, const QString &name, const QString &url) {
        m_ui->presetCombo->addItem(text, QStringList{name, url});
    };
    add(u"Ollama"_s, u"ollama"_s, u"http://127.0.0.1:11434/v1"_s);
    add(tr("llama.cpp server"), u"llama-cpp"_s, u"http://127.0.0.1:8080/v1"_s);
    add(u"vLLM"_s, u"vllm"_s, u"http://127.0.0.1:8000/v1"_s);
    add(u"LiteLLM"_s, u"litellm"_s, u"http://127.0.0.1:4000/v1"_s);
    add(tr("Another server"), u"custom"_s, QString());
}

void ModelSection::load()
{
    const QString name = m_settings.text(Settings::Key::ProviderName);
    int preset = name.isEmpty() ? 0 : m_ui->presetCombo->count() - 1;
    for (int i = 0; i < m_ui->presetCombo->count(); ++i) {
        if (m_ui->presetCombo->itemData(i).toStringList().value(0) == name)
            preset = i;
    }
    m_ui->presetCombo->setCurrentIndex(preset);
    const QString url = m_settings.text(Settings::Key::ProviderUrl);
    m_ui->urlEdit->setText(url.isEmpty() ? m_ui->presetCombo->currentData().toStringList().value(1) : url);
    m_ui->modelsEdit->setText(m_settings.value(Settings::Key::ProviderModels).toStringList().join(u", "_s));
    m_ui->builtinRadio->setChecked(name.isEmpty());
    m_ui->endpointRadio->setChecked(!name.isEmpty());
    updateEnabled();
}

void ModelSection::choosePreset(int index)
{
    m_ui->urlEdit->setText(m_ui->presetCombo->itemData(index).toStringList().value(1));
}

// The one in use, whatever is being typed.
ModelProvider ModelSection::stored() const
{
    ModelProvider provider;
    provider.name = m_settings.text(Settings::Key::ProviderName);
    provider.baseUrl = QUrl(m_settings.text(Settings::Key::ProviderUrl));
    return provider;
}

QString ModelSection::providerName() const
{
    return m_ui->presetCombo->currentData().toStringList().value(0);
}

void ModelSection::updateEnabled()
{
    m_ui->endpointBox->setEnabled(m_ui->endpointRadio->isChecked());
    m_ui->forgetKeyButton->setEnabled(m_ui->endpointRadio->isChecked());
}

void ModelSection::apply()
{
    showProblem({});
    if (m_ui->builtinRadio->isChecked()) {
        applyProvider({}, {});
        return showState(tr("The built-in engine answers from now on."));
    }
    const QByteArray key = m_ui->keyEdit->text().trimmed().toUtf8();
    const std::optional<QUrl> url = checkedAddress(key);
    if (!url)
        return;
    ModelProvider provider;
    provider.name = providerName();
    provider.baseUrl = *url;
    const QStringList models = m_ui->modelsEdit->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &model : models)
        provider.models.append(model.trimmed());
    provider.models.removeAll(QString());
    if (provider.models.isEmpty())
        return showProblem(tr("Enter the name of a model the server offers."));
    provider.needsKey = !key.isEmpty();
    registerSecret(key);
    applyProvider(provider, key);
    const QString model = provider.models.constFirst();
    showState(ServerAddress::isUnencrypted(*url)
                  ? tr("%1 answers from now on. The connection to it is not encrypted: use it in a network you trust.").arg(model)
                  : tr("%1 answers from now on.").arg(model));
    if (!key.isEmpty())
        storeKey(provider, key);
}

std::optional<QUrl> ModelSection::checkedAddress(const QByteArray &key)
{
    const Result<QUrl> url = ServerAddress::checkModel(m_ui->urlEdit->text());
    if (!url)
        showProblem(url.error().message);
    else if (!key.isEmpty() && ServerAddress::isUnencrypted(*url))
        showProblem(tr("The key would travel unencrypted to another computer. Use https, or leave the key empty."));
    else
        return *url;
    return std::nullopt;
}

void ModelSection::addTest(const Services &services)
{
    if (!services.newProviderCheck)
        return;
    m_test = new ModelTestRow(services.newProviderCheck(nullptr), m_ui->endpointBox);
    m_ui->form->setWidget(m_ui->form->rowCount(), QFormLayout::FieldRole, m_test);
    connect(m_test, &ModelTestRow::testRequested, this, &ModelSection::test);
    connect(m_test, &ModelTestRow::modelChosen, this, &ModelSection::takeModel);
    const auto forget = [this] { m_test->check().forget(); }; // what was found is not said of another address
    connect(m_ui->urlEdit, &QLineEdit::textChanged, this, forget);
    connect(m_ui->keyEdit, &QLineEdit::textEdited, this, forget);
    if (services.providers)
        connect(&m_test->check(), &ProviderCheck::listed, services.providers, &ServerProviders::takeOffered);
}

// Applies nothing: the key goes to the local server's memory for this test alone.
void ModelSection::test()
{
    showProblem({});
    m_ui->stateLabel->hide();
    const QByteArray key = m_ui->keyEdit->text().trimmed().toUtf8();
    const std::optional<QUrl> url = checkedAddress(key);
    if (!url)
        return m_test->check().forget();
    registerSecret(key);
    ModelProvider provider;
    provider.name = providerName();
    provider.baseUrl = *url;
    m_test->check().start(provider, key);
}

// The first is the default, so what was chosen comes first; a name typed before stays.
void ModelSection::takeModel(const QString &model)
{
    QStringList models;
    const QStringList typed = m_ui->modelsEdit->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &name : typed)
        models.append(name.trimmed());
    models.removeAll(model);
    models.removeAll(QString());
    models.prepend(model);
    m_ui->modelsEdit->setText(models.join(u", "_s));
}

void ModelSection::applyProvider(const ModelProvider &provider, const QByteArray &key)
{
    m_settings.set(Settings::Key::ProviderName, provider.name);
    m_settings.set(Settings::Key::ProviderUrl, provider.baseUrl.toString());
    m_settings.set(Settings::Key::ProviderModels, provider.models);
    m_workspace.setProvider(provider, key);
    m_workspace.storeProvider(provider);
    Q_EMIT applied();
}

void ModelSection::storeKey(const ModelProvider &provider, const QByteArray &key)
{
    m_ui->keyEdit->clear();
    if (!m_saveKey)
        return;
    m_saveKey(provider, key, [self = QPointer(this), removed = key.isEmpty()](const Result<> &outcome) {
        if (!self)
            return;
        if (!outcome)
            self->showProblem(outcome.error().userText());
        else if (removed)
            self->showState(tr("The key is out of the keychain. It is still used until Agent Desk ends."));
    });
}

void ModelSection::showProblem(const QString &text)
{
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->setVisible(!text.isEmpty());
    m_ui->urlEdit->setAccessibleDescription(text);
    if (!text.isEmpty())
        m_ui->stateLabel->hide();
}

void ModelSection::showState(const QString &text)
{
    m_ui->stateLabel->setText(text);
    m_ui->stateLabel->show();
}

} // namespace desk
