#pragma once

#include "state/llm/providercheck.h"

#include <QScrollArea>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace desk {

class FactView;
class RemarkLabel;
class ServerProviders;

// The endpoints that the local workspace's language models are behind, and whether each can be used. They are set up in the settings.
class ProviderPane : public QScrollArea
{
    Q_OBJECT
public:
    ProviderPane(ServerProviders &providers, ProviderCheck *check, QWidget *parent = nullptr); // takes the check over

Q_SIGNALS:
    void settingsRequested();

private:
    void build();
    void update();
    void showChosen();
    void showCheck();
    void test();
    [[nodiscard]] const ModelProvider *chosen() const;

    ServerProviders &m_providers;
    ProviderCheck *m_check;
    QLabel *m_state;
    QComboBox *m_provider;
    FactView *m_facts;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QPushButton *m_setUp;
    QProgressBar *m_progress;
    QLabel *m_outcome;
    RemarkLabel *m_problem;
};

} // namespace desk
