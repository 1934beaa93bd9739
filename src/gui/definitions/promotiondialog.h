#pragma once

#include "domain/profile.h"

#include <QDialog>
#include <QList>

#include <functional>

class QComboBox;
class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;

namespace desk {

class DefinitionPromotion;
class Dialogs;
class ErrorBanner;
class ImportPlanView;

// Brings definitions of one kind to the server of another profile: chosen there, compared, with a checklist, and taken back in one step
// (D-63). The target wears its colour, and a production server is asked about once more. Not modal; deletes itself when it is closed. Show
// it with show().
class PromotionDialog : public QDialog
{
    Q_OBJECT
public:
    using NewPromotion = std::function<DefinitionPromotion *(QObject *parent)>; // owned by its parent

    PromotionDialog(const NewPromotion &newPromotion, const QList<Profile> &targets, Dialogs &dialogs, QWidget *parent = nullptr);

protected:
    void reject() override; // while something is under way: stops after it

private:
    void build();
    void buildTarget();
    [[nodiscard]] QWidget *buildButtons();
    void follow();
    void openTarget();
    void update();
    void updateButtons();
    void showError();
    void wearColour();
    void showChecklist();
    void tellProgress();
    void promote();

    QList<Profile> m_targets;
    Dialogs &m_dialogs;
    DefinitionPromotion *m_promotion;
    ErrorBanner *m_error;
    QComboBox *m_target;
    QFrame *m_band;
    QLabel *m_bandText;
    QLabel *m_checklist;
    ImportPlanView *m_plan;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_promote;
    QPushButton *m_back;
    QPushButton *m_close;
};

} // namespace desk
