#include "gui/chat/welcomepane.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Wrapped text with an alignment of its own would get no more than its smallest width.
void addCentred(QVBoxLayout *box, QWidget *widget)
{
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(widget, 1000);
    line->addStretch(1);
    box->addLayout(line);
}

} // namespace

WelcomePane::WelcomePane(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(tr("What would you like to know?"), this))
    , m_text(new PlainLabel(tr("Ask a question, or attach files and ask about them. Answers name their sources."), this))
    , m_actions(new QWidget(this))
    , m_engine(new PlainLabel(this))
    , m_connect(new QPushButton(tr("Connect a language model\u2026"), this))
{
    setObjectName(u"welcome"_s);
    const int unit = Theme::space(this);
    m_title->setObjectName(u"welcomeTitle"_s);
    m_title->setFont(Theme::heading(font()));
    m_engine->setObjectName(u"engineNote"_s);
    m_connect->setObjectName(u"connectModelButton"_s);
    for (QLabel *label : {m_title, m_text, m_engine}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setMaximumWidth(QFontMetrics(font()).averageCharWidth() * 76);
    }
    m_engine->setForegroundRole(QPalette::PlaceholderText);
    auto *actions = new QVBoxLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(unit);
    const QPushButton *table = addAction(u"tryTable"_s, u"table"_s, tr("Ask about a table"), tr("Attach a CSV file and ask for figures"));
    const QPushButton *document =
        addAction(u"tryDocument"_s, u"file"_s, tr("Ask about a document"), tr("Attach a text and get quotes with their place"));
    const QPushButton *calculate = addAction(u"tryCalculation"_s, u"step"_s, tr("Calculate"), tr("For example: 17.5 % of 2480"));
    connect(table, &QPushButton::clicked, this, &WelcomePane::tableRequested);
    connect(document, &QPushButton::clicked, this, &WelcomePane::documentRequested);
    connect(calculate, &QPushButton::clicked, this, [this] { Q_EMIT exampleRequested(tr("What is 17.5 % of 2480?")); });
    connect(m_connect, &QPushButton::clicked, this, &WelcomePane::settingsRequested);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(unit * 3, unit * 3, unit * 3, unit * 3);
    box->setSpacing(unit * 3 / 2);
    box->addStretch(2);
    addCentred(box, m_title);
    addCentred(box, m_text);
    box->addSpacing(unit);
    box->addWidget(m_actions, 0, Qt::AlignHCenter);
    box->addSpacing(unit * 2);
    addCentred(box, m_engine);
    box->addWidget(m_connect, 0, Qt::AlignHCenter);
    box->addStretch(3);
    setHasModel(true);
}

QPushButton *WelcomePane::addAction(const QString &name, const QString &icon, const QString &title, const QString &text)
{
    auto *row = new QWidget(m_actions);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::space(this, 1.5));
    auto *button = new QPushButton(Theme::icon(icon), title, row);
    button->setObjectName(name);
    button->setAccessibleDescription(text);
    button->setMinimumWidth(QFontMetrics(font()).averageCharWidth() * 34);
    button->setMinimumHeight(button->sizeHint().height());
    auto *hint = new PlainLabel(text, row);
    hint->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(button);
    line->addWidget(hint, 1);
    m_actions->layout()->addWidget(row);
    m_hints.append(hint);
    return button;
}

void WelcomePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    int needed = Theme::space(this, 8); // margins, and what is between the two
    for (const QLabel *hint : std::as_const(m_hints))
        needed = qMax(needed, Theme::space(this, 8) + hint->sizeHint().width());
    const bool fits = width() >= needed + QFontMetrics(font()).averageCharWidth() * 34;
    for (QLabel *hint : std::as_const(m_hints))
        hint->setVisible(fits);
}

void WelcomePane::setHasModel(bool hasModel)
{
    m_engine->setText(tr("No language model is connected: the built-in engine answers. It searches your files and quotes them, answers "
                         "questions on tables, and calculates. It does not write prose of its own."));
    m_engine->setVisible(!hasModel);
    m_connect->setVisible(!hasModel);
}

void WelcomePane::setReady(bool ready)
{
    m_actions->setEnabled(ready);
}

} // namespace desk
