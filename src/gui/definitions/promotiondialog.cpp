#include "gui/definitions/promotiondialog.h"

#include "gui/definitions/definitionwords.h"
#include "gui/definitions/importplanview.h"
#include "gui/dialogs.h"
#include "gui/profiles/profilemark.h"
#include "gui/profiles/profilename.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "state/definitions/exchange/definitionpromotion.h"
#include "state/profiles/productionprofile.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestCheck = 300;

// Never by colour alone.
QString signOf(PromotionCheck::State state)
{
    switch (state) {
    case PromotionCheck::State::Good:
        return u"✓"_s;
    case PromotionCheck::State::Open:
        return u"!"_s;
    case PromotionCheck::State::Unknown:
        break;
    }
    return u"?"_s;
}

} // namespace

PromotionDialog::PromotionDialog(const NewPromotion &newPromotion, const QList<Profile> &targets, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_targets(targets)
    , m_dialogs(dialogs)
    , m_promotion(newPromotion(this))
    , m_error(new ErrorBanner(this))
    , m_target(new QComboBox(this))
    , m_band(new QFrame(this))
    , m_bandText(new PlainLabel(m_band))
    , m_checklist(new PlainLabel(this))
    , m_plan(new ImportPlanView(m_promotion->import(), this))
    , m_text(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_promote(new QPushButton(tr("&Promote"), this))
    , m_back(new QPushButton(tr("&Roll back"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(u"promotionDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(DefinitionWords::promoteTitle(m_promotion->kind(), m_promotion->count()));
    build();
    follow();
    openTarget();
    update();
}

void PromotionDialog::build()
{
    buildTarget();
    m_checklist->setObjectName(u"promotionChecklist"_s);
    m_checklist->setAccessibleName(tr("Checklist"));
    m_checklist->setWordWrap(true);
    m_text->setObjectName(u"promotionText"_s);
    m_text->setWordWrap(true);
    m_progress->setObjectName(u"promotionProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the promotion"));
    auto *label = new PlainLabel(tr("&To the profile"), this);
    label->setBuddy(m_target);
    const int edge = Theme::space(this, 0.25); // the last letter of a label with a key is cut by a hair without it
    label->setContentsMargins(edge, 0, edge, 0);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(Theme::space(this));
    choice->addWidget(label);
    choice->addWidget(m_target, 1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_band);
    column->addWidget(m_error);
    column->addLayout(choice);
    column->addWidget(m_checklist);
    column->addWidget(m_plan, 1);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addWidget(buildButtons());
    resize(Theme::space(this, 124), Theme::space(this, 88));
}

void PromotionDialog::buildTarget()
{
    m_target->setObjectName(u"promotionTarget"_s);
    m_target->setAccessibleName(tr("Profile to promote to"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Profile &profile : m_targets)
        m_target->addItem(profileMark(profile.colour, font()), displayLine(displayName(profile), 80));
    m_band->setObjectName(u"promotionBand"_s);
    m_band->setAutoFillBackground(true);
    m_bandText->setObjectName(u"promotionBandText"_s);
    m_bandText->setWordWrap(true);
    auto *row = new QVBoxLayout(m_band);
    row->addWidget(m_bandText);
}

QWidget *PromotionDialog::buildButtons()
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    m_promote->setObjectName(u"promotionApply"_s);
    m_back->setObjectName(u"promotionBack"_s);
    m_close->setObjectName(u"promotionClose"_s);
    for (QPushButton *button : {m_promote, m_back, m_close}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    return row;
}

void PromotionDialog::follow()
{
    DefinitionImport &import = m_promotion->import();
    connect(m_target, &QComboBox::currentIndexChanged, this, &PromotionDialog::openTarget);
    connect(m_promote, &QPushButton::clicked, this, &PromotionDialog::promote);
    connect(m_back, &QPushButton::clicked, &import, &DefinitionImport::rollBack);
    connect(m_close, &QPushButton::clicked, this, &PromotionDialog::reject);
    connect(&m_promotion->target(), &PromotionTarget::stateChanged, this, &PromotionDialog::update);
    connect(&import, &DefinitionImport::stateChanged, this, &PromotionDialog::update);
    connect(&import, &DefinitionImport::progressed, this, &PromotionDialog::tellProgress);
    connect(m_plan, &ImportPlanView::chosenChanged, this, &PromotionDialog::updateButtons);
    connect(m_plan, &ImportPlanView::chosenChanged, this, &PromotionDialog::showChecklist);
}

void PromotionDialog::openTarget()
{
    if (const int index = m_target->currentIndex(); index >= 0)
        m_promotion->open(m_targets.at(index));
    wearColour();
}

// Every profile its own; a production server says what it is besides.
void PromotionDialog::wearColour()
{
    const int index = m_target->currentIndex();
    m_band->setVisible(index >= 0);
    if (index < 0)
        return;
    const Profile &profile = m_targets.at(index);
    const QString name = displayLine(displayName(profile), 80);
    m_bandText->setText(isProduction(profile) ? tr("Production: %1").arg(name) : tr("Target: %1").arg(name));
    const QColor colour(profile.colour);
    QPalette own = palette();
    if (colour.isValid()) {
        own.setColor(QPalette::Window, colour);
        own.setColor(QPalette::WindowText, qGray(colour.rgb()) > 150 ? Qt::black : Qt::white);
    }
    m_band->setPalette(own);
    m_bandText->setPalette(own);
}

void PromotionDialog::update()
{
    showError();
    showChecklist();
    tellProgress();
    updateButtons();
}

void PromotionDialog::showError()
{
    const PromotionTarget &target = m_promotion->target();
    const DefinitionImport &import = m_promotion->import();
    const auto again = [this] { m_promotion->retry(); };
    Error ended;
    ended.kind = Error::Kind::Unauthorized;
    ended.message = tr("The session there has ended.");
    if (target.state() == PromotionTarget::State::Closed && !m_targets.isEmpty())
        m_error->showError(ended, tr("Try again"), again);
    else if (target.state() == PromotionTarget::State::Failed)
        m_error->showError(target.error(), tr("Try again"), again);
    else if (import.state() == DefinitionImport::State::Failed)
        m_error->showError(import.error(), tr("Try again"), again);
    else
        m_error->clear();
}

void PromotionDialog::updateButtons()
{
    const DefinitionImport &import = m_promotion->import();
    const auto chosen = static_cast<int>(m_plan->chosen().size());
    const bool isReady = m_promotion->target().state() == PromotionTarget::State::Ready;
    m_promote->setText(chosen > 0 ? DefinitionWords::promoteButton(m_promotion->kind(), chosen) : tr("&Promote"));
    m_promote->setEnabled(isReady && import.state() == DefinitionImport::State::Planned && chosen > 0);
    m_back->setVisible(isReady && import.canRollBack());
    m_target->setEnabled(!import.isRunning() && !import.canRollBack()); // another target could not be rolled back
    m_plan->setEnabled(isReady);
    m_close->setText(import.isRunning() ? tr("Stop") : tr("Close"));
}

void PromotionDialog::showChecklist()
{
    const bool isKnown = m_promotion->target().state() == PromotionTarget::State::Ready && !m_promotion->import().items().isEmpty();
    m_checklist->setVisible(isKnown);
    QStringList lines;
    for (const PromotionCheck &check : isKnown ? m_promotion->checklist(m_plan->chosen()) : QList<PromotionCheck>())
        lines.append(u"%1 %2"_s.arg(signOf(check.state), displayLine(check.text, longestCheck)));
    m_checklist->setText(lines.join(u'\n'));
}

void PromotionDialog::tellProgress()
{
    const DefinitionImport &import = m_promotion->import();
    m_progress->setVisible(import.isRunning());
    m_progress->setMaximum(import.total());
    m_progress->setValue(import.done());
    using Outcome = DefinitionImport::Outcome;
    const int done = import.count(Outcome::Created) + import.count(Outcome::Changed);
    const int failed = import.count(Outcome::Refused) + import.count(Outcome::Unknown) + import.count(Outcome::NotReached);
    const int back = import.count(Outcome::TakenBack);
    QStringList parts;
    if (m_targets.isEmpty())
        parts.append(tr("There is no other profile of a team to promote to. Add one first."));
    else if (m_promotion->target().state() == PromotionTarget::State::Opening)
        parts.append(tr("Asking the other server…"));
    if (done > 0)
        parts.append(tr("%n promoted", nullptr, done));
    if (failed > 0)
        parts.append(tr("%n not promoted", nullptr, failed));
    if (back > 0)
        parts.append(tr("%n rolled back", nullptr, back));
    if (const int stays = import.count(Outcome::Stays); stays > 0)
        parts.append(tr("%n not rolled back", nullptr, stays));
    m_text->setText(parts.join(u" · "_s));
}

void PromotionDialog::promote()
{
    const QList<int> chosen = m_plan->chosen();
    if (!m_promotion->isProduction())
        return m_promotion->import().apply(chosen);
    const QString name = displayLine(displayName(m_promotion->target().profile()), 80);
    const QString text = DefinitionWords::productionChange(m_promotion->kind(), static_cast<int>(chosen.size())).arg(name);
    m_dialogs.confirm(this, tr("Promote to production?"), text, tr("Promote"), [self = QPointer(this), chosen] {
        if (self)
            self->m_promotion->import().apply(chosen);
    });
}

void PromotionDialog::reject()
{
    if (m_promotion->import().isRunning())
        m_promotion->import().cancel();
    else
        QDialog::reject();
}

} // namespace desk
