#include "gui/models/modeldetail.h"

#include "gui/models/userbuttons.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/plainlabel.h"

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestDescription = 2000;

QString listed(const QStringList &words)
{
    QStringList shown;
    for (const QString &word : words.first(qMin<qsizetype>(words.size(), 50)))
        shown << displayLine(word, 80);
    return QLocale().createSeparatedList(shown);
}

} // namespace

ModelDetail::ModelDetail(QWidget *parent)
    : QScrollArea(parent)
    , m_title(new PlainLabel(this))
    , m_description(new PlainLabel(this))
    , m_facts(new FactView(this))
    , m_users(new UserButtons(this))
{
    setObjectName(u"modelDetail"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and is scrolled to
    m_title->setObjectName(u"modelName"_s);
    m_title->setFont(Theme::heading(font()));
    for (QLabel *label : {m_title, m_description}) {
        label->setWordWrap(true);
        label->setMinimumWidth(Theme::space(this, 8)); // a word without end is cut
    }
    auto *inside = new QWidget(this);
    auto *column = new QVBoxLayout(inside);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_title);
    column->addWidget(m_description);
    column->addWidget(m_facts);
    column->addWidget(m_users);
    column->addStretch(1);
    setWidget(inside);
    connect(m_users, &UserButtons::agentRequested, this, &ModelDetail::agentRequested);
    setModel(nullptr);
}

void ModelDetail::setModel(const CatalogModel *model)
{
    m_description->setVisible(model == nullptr || !model->description.isEmpty());
    m_facts->setVisible(model != nullptr);
    m_users->setVisible(model != nullptr);
    m_title->setVisible(model != nullptr);
    if (model == nullptr) {
        m_description->setText(tr("No model is chosen."));
        return;
    }
    m_title->setText(displayLine(model->id));
    m_description->setText(displayText(model->description.left(longestDescription), TextUse::Prose));
    m_facts->setFact(tr("Provider"), displayLine(model->provider));
    m_facts->setFact(tr("State"), model->isSetUp ? QString() : tr("Offered by the server, but not set up"));
    m_facts->setFact(tr("Model behind it"), displayLine(model->actualModel, 300));
    m_facts->setFact(tr("Purposes"), listed(model->purposes));
    m_facts->setFact(tr("Context"), model->contextWindow ? tr("%n token(s)", nullptr, *model->contextWindow) : QString());
    m_facts->setFact(tr("Capabilities"), listed(model->capabilities));
    m_users->setUsers(model->users);
}

} // namespace desk
