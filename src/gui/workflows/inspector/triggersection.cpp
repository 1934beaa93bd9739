#include "gui/workflows/inspector/triggersection.h"

#include "gui/schemaform/quietcombobox.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/workflows/inspector/choicebox.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/jsonvalueedit.h"
#include "gui/workflows/inspector/referencesource.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QTimeZone>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

const QString member = u"trigger"_s;
constexpr int knownTypes = 5;
constexpr int knownAuth = 3;
constexpr auto memberName = "triggerMember";

void showWord(QComboBox *box, const QString &word, int known)
{
    if (box->findData(word) < known)
        box->removeItem(known); // one of another workflow
    if (!word.isEmpty() && box->findData(word) < 0)
        box->addItem(displayLine(word, 60), word);
    box->setCurrentIndex(box->findData(word));
}

} // namespace

TriggerSection::TriggerSection(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_type(new QuietComboBox(this))
    , m_typeField(new InspectorField(tr("Started"), u"triggerType"_s, m_type, this))

{
    fillTypes();
    buildPages();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_typeField);
    for (QWidget *page : std::as_const(m_pages))
        column->addWidget(page);
    connect(m_type, &QComboBox::activated, this, &TriggerSection::choose);
}

void TriggerSection::fillTypes()
{
    m_type->setPlaceholderText(tr("By hand (not stored)"));
    m_type->addItem(tr("By hand"), u"manual"_s);
    m_type->addItem(tr("At times"), u"cron"_s);
    m_type->addItem(tr("By a call over the web"), u"webhook"_s);
    m_type->addItem(tr("By an event"), u"event"_s);
    m_type->addItem(tr("When an agent is done"), u"agent_completion"_s);
}

QWidget *TriggerSection::newPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    m_pages.append(page);
    return page;
}

QLineEdit *TriggerSection::line(const QString &name, const QString &words, const QString &key, const QString &placeholder, QWidget *page)
{
    auto *edit = new QLineEdit(page);
    edit->setProperty(memberName, name);
    edit->setPlaceholderText(placeholder);
    auto *field = new InspectorField(words, key, edit, page);
    page->layout()->addWidget(field);
    m_lines.append(edit);
    if (name == "cron"_L1) {
        m_cron = edit;
        m_cronField = field;
    }
    connect(edit, &QLineEdit::textEdited, this, [this, name](const QString &text) {
        Q_EMIT edited({member, name}, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text), true);
    });
    return edit;
}

void TriggerSection::buildPages()
{
    newPage(); // by hand
    QWidget *cron = newPage();
    line(u"cron"_s, tr("Times, as a cron expression"), u"triggerCron"_s, u"0 9 * * 1"_s, cron);
    m_zone = new ChoiceBox(cron);
    m_zoneField = new InspectorField(tr("Time zone"), u"triggerZone"_s, m_zone, cron);
    cron->layout()->addWidget(m_zoneField);
    QWidget *webhook = newPage();
    line(u"path"_s, tr("Path"), u"triggerPath"_s, u"/weather-note"_s, webhook);
    m_auth = new QuietComboBox(webhook);
    m_auth->setPlaceholderText(tr("Not given"));
    m_auth->addItem(tr("No proof: everybody may call"), u"none"_s);
    m_auth->addItem(tr("By a secret"), u"secret"_s);
    m_auth->addItem(tr("By a sign-in"), u"token"_s);
    webhook->layout()->addWidget(new InspectorField(tr("Who may call"), u"triggerAuth"_s, m_auth, webhook));
    QWidget *event = newPage();
    line(u"event_type"_s, tr("Kind of event"), u"triggerEvent"_s, u"document.created"_s, event);
    m_filter = new JsonValueEdit(JsonValueEdit::Kind::Object, event);
    m_filter->setLines(5);
    m_filter->setPlaceholderText(tr("Every event of this kind"));
    m_filterField = new InspectorField(tr("Only events with (JSON)"), u"triggerFilter"_s, m_filter, event);
    event->layout()->addWidget(m_filterField);
    QWidget *completion = newPage();
    m_agent = new ChoiceBox(completion);
    m_agentField = new InspectorField(tr("Agent"), u"triggerAgent"_s, m_agent, completion);
    completion->layout()->addWidget(m_agentField);
    connect(m_zone, &ChoiceBox::chosen, this, [this](const QString &word) {
        Q_EMIT edited({member, u"timezone"_s}, word.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(word), false);
    });
    connect(m_auth, &QComboBox::activated, this, [this] { Q_EMIT edited({member, u"auth"_s}, m_auth->currentData().toString(), false); });
    connect(m_agent, &ChoiceBox::chosen, this, [this](const QString &word) { Q_EMIT edited({member, u"agent"_s}, word, false); });
    connect(m_filter, &JsonValueEdit::edited, this, [this](const QJsonValue &value) { Q_EMIT edited({member, u"filter"_s}, value, true); });
    connect(m_filter, &JsonValueEdit::checked, this, [this] { m_filterField->setProblem(m_filter->problem()); });
    fillZones();
}

void TriggerSection::fillZones()
{
    QList<ChoiceBox::Choice> zones{{QString(), tr("The server's")}};
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids)
        zones.append({QString::fromLatin1(id), QString::fromLatin1(id)});
    m_zone->setChoices(zones);
}

void TriggerSection::load(const QJsonObject &fields)
{
    const QJsonObject trigger = fields.value(member).toObject();
    showType(trigger);
    showFields(trigger);
}

void TriggerSection::showType(const QJsonObject &trigger)
{
    const QString word = trigger.value("type"_L1).toString();
    showWord(m_type, word, knownTypes);
    const int index = m_type->currentIndex();
    const bool isUnknown = index >= knownTypes;
    m_typeField->setProblem(isUnknown ? tr("This version does not know this trigger. It is kept.") : QString());
    m_typeField->setHint(index > 0 && m_source.surroundings().isTeamServer
                             ? tr("The team server keeps this and starts nothing by it: a task does that.")
                             : QString());
    for (int page = 0; page < m_pages.size(); ++page)
        m_pages.at(page)->setVisible(page > 0 && page == index);
}

void TriggerSection::showFields(const QJsonObject &trigger)
{
    for (QLineEdit *edit : std::as_const(m_lines)) {
        const QString text = trigger.value(edit->property(memberName).toString()).toString();
        if (edit->text() != text)
            edit->setText(text);
    }
    m_cronField->setProblem(cronProblem(m_cron->text()));
    m_zone->setWord(trigger.value("timezone"_L1).toString());
    m_zoneField->setProblem(m_zone->isUnknown() ? tr("This computer does not know this time zone. It is kept.") : QString());
    showWord(m_auth, trigger.value("auth"_L1).toString(), knownAuth);
    m_filter->load(trigger.value("filter"_L1));
    QList<ChoiceBox::Choice> agents;
    const InspectorSurroundings &known = m_source.surroundings();
    for (const Agent &agent : known.agents)
        agents.append(
            {agent.name, agent.title() == agent.name ? agent.name : tr("%1 (%2)", "title and name").arg(agent.title(), agent.name)});
    m_agent->setChoices(agents);
    m_agent->setWord(trigger.value("agent"_L1).toString());
    const bool isUnknown = known.hasAgents && m_agent->isUnknown() && !m_agent->word().isEmpty();
    m_agentField->setProblem(m_agent->word().isEmpty() ? tr("Choose an agent.")
                             : isUnknown               ? tr("The server knows no agent of this name. It is kept.")
                                                       : QString());
}

void TriggerSection::choose()
{
    Q_EMIT edited({member, u"type"_s}, m_type->currentData().toString(), false);
}

// Five fields of digits, names and signs; whether the days fit is for the server to say.
QString TriggerSection::cronProblem(const QString &expression)
{
    static const QRegularExpression field(u"\\A[0-9A-Za-z*/,?#-]+\\z"_s);
    const QStringList parts = expression.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return tr("Write when it starts: minute, hour, day, month, day of the week.");
    for (const QString &part : parts) {
        if (!field.match(part).hasMatch())
            return tr("“%1” does not belong in a cron expression.").arg(displayLine(part, 40));
    }
    return parts.size() == 5 ? QString() : tr("Five fields are needed: minute, hour, day, month, day of the week.");
}

} // namespace desk
