#pragma once

#include "domain/provider.h"
#include "gui/services.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ModelSection;
}

namespace desk {

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
};

} // namespace desk
