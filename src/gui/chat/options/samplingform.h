#pragma once

#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace desk {

// Temperature and length of answers (CH-28): a preset or a value of one's own; without either, as the server does.
class SamplingForm : public QWidget
{
    Q_OBJECT
public:
    explicit SamplingForm(QWidget *parent = nullptr);

    void setValues(std::optional<double> temperature, std::optional<int> maxTokens);
    [[nodiscard]] std::optional<double> temperature() const;
    [[nodiscard]] std::optional<int> maxTokens() const;

Q_SIGNALS:
    void changed(); // by the person

private:
    void showPresets();

    QComboBox *m_temperaturePreset;
    QDoubleSpinBox *m_temperature;
    QComboBox *m_tokensPreset;
    QSpinBox *m_tokens;
    bool m_showing = false;
};

} // namespace desk
