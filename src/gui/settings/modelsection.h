#pragma once

#include "domain/provider.h"
#include "gui/services.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ModelSection;
}

namespace desk {

class ModelTestRow;
class ServerProviders;

// The language model of the local workspace, or the honest choice of none.
class ModelSection : public QWidget
{
    Q_OBJECT
public:
    explicit ModelSection(const Services &services, QWidget *parent = nullptr);
    ~ModelSection() override;

Q_SIGNALS:
    void applied();

private:
    void fillPresets();
    void load();
    void choosePreset(int index);
    void updateEnabled();
    void apply();
    void addTest(const Services &services);
    void test();
    void takeModel(const QString &model);
    [[nodiscard]] std::optional<QUrl> checkedAddress(const QByteArray &key); // none: why not is said
    void applyProvider(const ModelProvider &provider, const QByteArray &key);
    void storeKey(const ModelProvider &provider, const QByteArray &key);
    [[nodiscard]] ModelProvider stored() const;
    void showProblem(const QString &text);
    void showState(const QString &text);
    [[nodiscard]] QString providerName() const;

    Settings &m_settings;
    Workspace &m_workspace;
    Services::KeySaver m_saveKey;
    std::unique_ptr<Ui::ModelSection> m_ui;
    ModelTestRow *m_test = nullptr; // null: see Services::newProviderCheck
};

} // namespace desk
