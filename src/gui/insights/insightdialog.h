#pragma once

#include "domain/insight.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace desk {

// Writes or corrects one insight. open() it; it deletes itself.
class InsightDialog : public QDialog
{
    Q_OBJECT
public:
    static constexpr int maxContent = 4000; // characters

    // An insight without an id is a new one.
    explicit InsightDialog(Insight insight, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const desk::Insight &insight);

private:
    void save();
    void updateButtons();
    [[nodiscard]] QString content() const;

    Insight m_insight;
    QPlainTextEdit *m_text;
    QComboBox *m_category;
    QPushButton *m_save;
};

} // namespace desk
