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
class ProviderBook;
class ProviderList;

// The language models of the local workspace, from as many providers as one likes, or the honest choice of none (AG-47).
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
    void addList();
    void load(const QString &name); // into the form; empty: a further one
    void choosePreset(int index);
    void updateEnabled();
    void apply();
    void addTest(const Services &services);
    void test();
    void takeModel(const QString &model);
    [[nodiscard]] std::optional<QUrl> checkedAddress(const QByteArray &key); // none: why not is said
    void applyEndpoint();
    void beginNew();
    void askToRemove(const QString &name);
    void remove(const QString &name);
    void makeDefault(const QString &name);
    void forgetKey();
    void sayWhoAnswers();
    void showProblem(const QString &text);
    void showState(const QString &text);
    [[nodiscard]] ModelProvider typed(const QUrl &url) const;

    ProviderBook &m_book;
    Dialogs &m_dialogs;
    std::unique_ptr<Ui::ModelSection> m_ui;
    ProviderList *m_list = nullptr;
    QString m_editing;              // name of the one in the form; empty: a further one
    ModelTestRow *m_test = nullptr; // null: see Services::newProviderCheck
};

} // namespace desk
