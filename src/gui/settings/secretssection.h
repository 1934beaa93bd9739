#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class SecretsSection;
}

namespace desk {

class SecretKeeper;
class Settings;
class StatusChip;

// Where sign-ins and keys are kept, how that stands, and what the person can do about it (KEY-02, KEY-05).
class SecretsSection : public QWidget
{
    Q_OBJECT
public:
    SecretsSection(SecretKeeper &secrets, Settings &settings, QWidget *parent = nullptr);
    ~SecretsSection() override;

private:
    void update();
    void ask(void (SecretKeeper::*question)());

    SecretKeeper &m_secrets;
    std::unique_ptr<Ui::SecretsSection> m_ui;
    StatusChip *m_chip;
    bool m_asking = false;
};

} // namespace desk
