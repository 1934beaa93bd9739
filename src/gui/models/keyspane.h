#pragma once

#include "domain/error.h"
#include "domain/llm.h"

#include <QScrollArea>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace desk {

class Dialogs;
class FactView;
class ModelCatalog;
class RemarkLabel;

// The keys that a team server has for providers of language models: whether each is set, masked by the server, tested, and for an
// administrator set anew. A key is sent and never shown again; its field is empty from then on (contract 3.17, LOC-02).
class KeysPane : public QScrollArea
{
    Q_OBJECT
public:
    KeysPane(ModelCatalog &catalog, std::function<QString()> whyNot,
             QWidget *parent = nullptr); // whyNot: keys cannot be set; empty: they can

private:
    void build();
    QLineEdit *addField(const QString &label, const QString &objectName, bool isSecret);
    void update();
    void showStates();
    void showFields();
    void send();
    void test();
    void clearFields();
    void say(const QString &text);
    void fail(const QString &text);
    [[nodiscard]] LlmProvider chosen() const;

    ModelCatalog &m_catalog;
    std::function<QString()> m_whyNot;
    QLabel *m_state;
    FactView *m_facts;
    QComboBox *m_provider;
    QFormLayout *m_form;
    QLineEdit *m_key = nullptr;
    QLineEdit *m_accessKey = nullptr; // the last three are Bedrock's
    QLineEdit *m_secretKey = nullptr;
    QLineEdit *m_region = nullptr;
    QPushButton *m_set;
    QPushButton *m_test;
    QPushButton *m_clean;
    QLabel *m_outcome;
    RemarkLabel *m_problem;
    bool m_saysWorking = false;
    QStringList m_shown; // providers that have a row
};

} // namespace desk
