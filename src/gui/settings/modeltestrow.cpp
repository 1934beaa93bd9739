#include "gui/settings/modeltestrow.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"

#include <QComboBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ModelTestRow::ModelTestRow(ProviderCheck *check, QWidget *parent)
    : QWidget(parent)
    , m_check(check)
    , m_test(new QPushButton(Theme::icon(u"link"_s), tr("Test connection"), this))
    , m_cancel(new QPushButton(Theme::icon(u"cancelled"_s), tr("Cancel the test"), this))
    , m_progress(new QProgressBar(this))
    , m_outcome(new PlainLabel(this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"modelTestProblem"_s, this))
    , m_offered(new QComboBox(this))
{
    m_check->setParent(this);
    setObjectName(u"modelTestRow"_s);
    m_test->setObjectName(u"modelTest"_s);
    m_cancel->setObjectName(u"modelTestCancel"_s);
    m_progress->setObjectName(u"modelTestProgress"_s);
    m_progress->setAccessibleName(tr("The connection is being tested"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_outcome->setObjectName(u"modelTestOutcome"_s);
    m_outcome->setWordWrap(true);
    m_offered->setObjectName(u"modelTestOffered"_s);
    m_offered->setAccessibleName(tr("Models the server offers"));
    m_offered->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_offered->setMinimumContentsLength(20);
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_test, m_cancel}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addLayout(buttons);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_progress, m_outcome, m_problem, m_offered})
        column->addWidget(widget);
    connect(m_test, &QPushButton::clicked, this, &ModelTestRow::testRequested);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_check->cancel(); });
    connect(m_offered, &QComboBox::activated, this, [this](int row) {
        if (row > 0)
            Q_EMIT modelChosen(m_offered->itemData(row).toString());
    });
    connect(m_check, &ProviderCheck::changed, this, &ModelTestRow::update);
    update();
}

void ModelTestRow::update()
{
    const bool isRunning = m_check->isRunning();
    const QString text = displayText(m_check->text(), TextUse::Prose);
    // Whoever pressed the one has the focus on the other, which takes its place.
    const bool hadFocus = isRunning ? m_test->hasFocus() : m_cancel->hasFocus();
    (isRunning ? m_cancel : m_test)->setVisible(true);
    (isRunning ? m_cancel : m_test)->setEnabled(true);
    if (hadFocus)
        (isRunning ? m_cancel : m_test)->setFocus();
    m_test->setEnabled(!isRunning);
    m_cancel->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    m_outcome->setText(m_check->hasFailed() ? QString() : text);
    m_outcome->setVisible(!m_outcome->text().isEmpty());
    m_problem->say(m_check->hasFailed() ? text : QString());
    showOffered();
}

void ModelTestRow::showOffered()
{
    m_offered->clear();
    const QList<OfferedModel> offered = m_check->report() ? m_check->report()->models : QList<OfferedModel>();
    m_offered->setVisible(!offered.isEmpty());
    m_offered->addItem(tr("Choose one of its models"));
    for (const OfferedModel &model : offered)
        m_offered->addItem(displayLine(model.id, 120), model.id);
}

} // namespace desk
