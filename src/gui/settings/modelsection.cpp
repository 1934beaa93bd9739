#include "gui/settings/modelsection.h"

#include "domain/log.h"
#include "gui/dialogs.h"
#include "gui/settings/formlabels.h"
#include "gui/settings/modeltestrow.h"
#include "gui/settings/providerlist.h"
#include "gui/theme.h"
#include "state/llm/providerbook.h"
#include "state/llm/serverproviders.h"
#include "state/profiles/serveraddress.h"
#include "state/workspace.h"
#include "ui_modelsection.h"

#include <QPointer>

namespace desk {

using namespace Qt::StringLiterals;

ModelSection::ModelSection(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_book(services.providerBook)
    , m_dialogs(services.dialogs)
    , m_ui(std::make_unique<Ui::ModelSection>())
{
    m_ui->setupUi(this);
    centreFormLabels(*m_ui->form);
    m_ui->keyEdit->setEchoMode(QLineEdit::Password);
    m_ui->keyEdit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_ui->problemLabel->hide();
    m_ui->stateLabel->hide();
    QPalette danger = palette();
    danger.setColor(QPalette::WindowText, Theme::danger(danger));
    m_ui->problemLabel->setPalette(danger);
    const int indent = Theme::space(this, 3);
    m_ui->builtinHint->setIndent(indent);
    m_ui->endpointBox->layout()->setContentsMargins(indent, 0, 0, 0);
    addList();
    addTest(services);
    fillPresets();
    m_ui->builtinRadio->setChecked(m_book.defaultName().isEmpty());
    m_ui->endpointRadio->setChecked(!m_book.defaultName().isEmpty());
    load(m_book.defaultName());

    connect(m_ui->presetCombo, &QComboBox::activated, this, &ModelSection::choosePreset);
    connect(m_ui->endpointRadio, &QRadioButton::toggled, this, &ModelSection::updateEnabled);
    connect(m_ui->applyButton, &QPushButton::clicked, this, &ModelSection::apply);
    connect(m_ui->forgetKeyButton, &QPushButton::clicked, this, &ModelSection::forgetKey);
    const auto say = [this](const Error &error) { showProblem(error.userText()); };
    connect(&services.workspace, &Workspace::providerFailed, this, say);
    connect(&m_book, &ProviderBook::keyFailed, this, say);
    connect(&m_book, &ProviderBook::changed, this, &ModelSection::updateEnabled);
    connect(&m_book, &ProviderBook::keyForgotten, this,
            [this](const QString &name) { showState(tr("The key of “%1” is out of the keychain, and is used no more.").arg(name)); });
    if (m_book.keyProblem())
        say(*m_book.keyProblem());
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

void ModelSection::addList()
{
    m_list = new ProviderList(m_book, this);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_ui->endpointBox), m_list);
    m_list->setContentsMargins(Theme::space(this, 3), 0, 0, 0);
    connect(m_list, &ProviderList::chosenChanged, this, [this] { load(m_list->chosen()); });
    connect(m_list, &ProviderList::addRequested, this, &ModelSection::beginNew);
    connect(m_list, &ProviderList::removeRequested, this, &ModelSection::askToRemove);
    connect(m_list, &ProviderList::defaultRequested, this, &ModelSection::makeDefault);
    m_list->putInTabOrder(m_ui->endpointRadio, m_ui->presetCombo);
}

void ModelSection::load(const QString &name)
{
    const ModelProvider *known = m_book.find(name);
    m_editing = known ? known->name : QString();
    int preset = known ? m_ui->presetCombo->count() - 1 : 0;
    for (int i = 0; known && i < m_ui->presetCombo->count(); ++i) {
        if (m_ui->presetCombo->itemData(i).toStringList().value(0) == known->name)
            preset = i;
    }
    m_ui->presetCombo->setCurrentIndex(preset);
    if (known) {
        m_ui->nameEdit->setText(known->name);
        m_ui->urlEdit->setText(known->baseUrl.toString());
    } else {
        choosePreset(preset);
    }
    m_ui->modelsEdit->setText(known ? known->models.join(u", "_s) : QString());
    m_ui->keyEdit->clear(); // what was typed for another one is not for this one
    if (m_test)
        m_test->check().forget();
    m_list->choose(m_editing);
    updateEnabled();
}

void ModelSection::choosePreset(int index)
{
    const QStringList preset = m_ui->presetCombo->itemData(index).toStringList();
    m_ui->urlEdit->setText(preset.value(1));
    if (m_editing.isEmpty())
        m_ui->nameEdit->setText(m_book.freeName(preset.value(0)));
}

void ModelSection::beginNew()
{
    showProblem({});
    m_ui->stateLabel->hide();
    load({});
    m_ui->presetCombo->setFocus(Qt::OtherFocusReason);
}

void ModelSection::askToRemove(const QString &name)
{
    m_dialogs.confirm(
        this, tr("Remove “%1”?").arg(name),
        tr("Its address is taken out of the settings and its key out of the keychain. Agents that name one of its models get the "
           "default instead."),
        tr("Remove"), [self = QPointer(this), name] {
            if (self)
                self->remove(name);
        });
}

void ModelSection::remove(const QString &name)
{
    const bool wasDefault = m_book.defaultName() == name;
    showProblem({});
    m_ui->stateLabel->hide();
    m_book.remove(name);
    if (wasDefault)
        sayWhoAnswers();
    if (m_book.providers().isEmpty())
        m_ui->builtinRadio->setChecked(true);
    load(m_book.providers().value(0).name);
    if (m_book.keyProblem())
        showProblem(m_book.keyProblem()->userText());
    m_book.providers().isEmpty() ? m_ui->builtinRadio->setFocus(Qt::OtherFocusReason) : m_list->focusList();
    Q_EMIT applied();
}

void ModelSection::makeDefault(const QString &name)
{
    showProblem({});
    m_book.setDefault(name);
    sayWhoAnswers();
    Q_EMIT applied();
}

void ModelSection::sayWhoAnswers()
{
    const ModelProvider *provider = m_book.find(m_book.defaultName());
    if (provider == nullptr)
        return showState(tr("The built-in engine answers from now on."));
    const QString model = provider->models.isEmpty() ? provider->name : provider->models.constFirst();
    showState(ServerAddress::isUnencrypted(provider->baseUrl)
                  ? tr("%1 answers from now on. The connection to it is not encrypted: use it in a network you trust.").arg(model)
                  : tr("%1 answers from now on.").arg(model));
}

ModelProvider ModelSection::typed(const QUrl &url) const
{
    ModelProvider provider;
    provider.name = m_ui->nameEdit->text().trimmed();
    provider.baseUrl = url;
    const QStringList models = m_ui->modelsEdit->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &model : models)
        provider.models.append(model.trimmed());
    provider.models.removeAll(QString());
    return provider;
}

void ModelSection::updateEnabled()
{
    const bool isOn = m_ui->endpointRadio->isChecked();
    const ModelProvider *known = m_book.find(m_editing);
    m_ui->endpointBox->setEnabled(isOn);
    m_list->setEnabled(isOn);
    m_ui->forgetKeyButton->setEnabled(isOn && known && known->needsKey);
}

void ModelSection::apply()
{
    showProblem({});
    if (m_ui->endpointRadio->isChecked())
        return applyEndpoint();
    m_book.setDefault({});
    sayWhoAnswers();
    Q_EMIT applied();
}

void ModelSection::applyEndpoint()
{
    const QByteArray key = m_ui->keyEdit->text().trimmed().toUtf8();
    const std::optional<QUrl> url = checkedAddress(key);
    if (!url)
        return;
    const ModelProvider provider = typed(*url);
    if (provider.models.isEmpty())
        return showProblem(tr("Enter the name of a model the server offers."));
    registerSecret(key);
    if (const Result<> outcome = m_book.put(m_editing, provider, key); !outcome)
        return showProblem(outcome.error().userText());
    m_ui->keyEdit->clear();
    if (m_book.defaultName().isEmpty())
        m_book.setDefault(provider.name);
    m_editing = provider.name;
    m_list->choose(m_editing);
    updateEnabled();
    if (m_book.defaultName() == provider.name)
        sayWhoAnswers();
    else
        showState(tr("“%1” is set up for whoever asks for one of its models.").arg(provider.name));
    if (m_book.keyProblem())
        showProblem(m_book.keyProblem()->userText());
    Q_EMIT applied();
}

void ModelSection::forgetKey()
{
    showProblem({});
    m_book.forgetKey(m_editing);
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
    ModelProvider provider = typed(*url);
    if (const ModelProvider *known = m_book.find(m_editing); known && known->origin() == provider.origin())
        provider.name = known->name; // its key is meant, whatever it will be called
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
