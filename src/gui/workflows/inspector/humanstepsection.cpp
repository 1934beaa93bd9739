#include "gui/workflows/inspector/humanstepsection.h"

#include "gui/schemaform/quietcombobox.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "gui/workflows/inspector/humanoptions.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/optionalnumberedit.h"
#include "gui/workflows/inspector/referenceedit.h"
#include "gui/workflows/inspector/referencesource.h"
#include "gui/workflows/inspector/stepmembers.h"

#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

const QString member = u"human_config"_s;
constexpr int knownWords = 3;

} // namespace

HumanStepSection::HumanStepSection(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_message(new ReferenceEdit(source, ReferenceEdit::Kind::Text, this))
    , m_options(new HumanOptions(this))
    , m_timeout(new OptionalNumberEdit(OptionalNumberEdit::Kind::Any, 0, this))
    , m_onTimeout(new QuietComboBox(this))
    , m_messageField(new InspectorField(tr("Message"), u"humanMessage"_s, m_message, this))
    , m_timeoutField(new InspectorField(tr("Waits for, in minutes"), u"humanTimeout"_s, m_timeout, this))
    , m_onTimeoutField(new InspectorField(tr("When nobody has answered"), u"humanOnTimeout"_s, m_onTimeout, this))
    , m_channels(new RemarkLabel(RemarkLabel::Tone::Hint, u"humanChannels"_s, this))
{
    m_onTimeout->setPlaceholderText(tr("Go on (not stored)"));
    m_onTimeout->addItem(tr("Go on"), u"continue"_s);
    m_onTimeout->addItem(tr("Fail"), u"fail"_s);
    m_onTimeout->addItem(tr("Skip the step"), u"skip"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_messageField);
    column->addWidget(new PlainLabel(tr("Options"), this));
    for (QWidget *part : std::initializer_list<QWidget *>{m_options, m_timeoutField, m_onTimeoutField, m_channels})
        column->addWidget(part);
    connectParts();
}

void HumanStepSection::connectParts()
{
    connect(m_message, &ReferenceEdit::edited, this, [this](const QString &text) {
        Q_EMIT edited({member, u"notification"_s}, text, true);
    });
    connect(m_options, &HumanOptions::edited, this, [this](const QJsonArray &options) {
        Q_EMIT edited({member, u"options"_s}, options, false);
    });
    connect(m_timeout, &OptionalNumberEdit::edited, this, [this](const QJsonValue &value) {
        Q_EMIT edited({member, u"timeout_minutes"_s}, value, true);
    });
    connect(m_timeout, &OptionalNumberEdit::checked, this, [this] { m_timeoutField->setProblem(m_timeout->problem()); });
    connect(m_onTimeout, &QComboBox::activated, this, [this] {
        Q_EMIT edited({member, u"on_timeout"_s}, m_onTimeout->currentData().toString(), false);
    });
}

void HumanStepSection::load(const QJsonObject &step)
{
    const QJsonObject config = step.value(member).toObject();
    m_message->load(config.value("notification"_L1).toString());
    m_messageField->setProblem(m_source.problem(m_message->text()));
    m_messageField->setHint(m_source.remark(m_message->text()));
    m_options->load(config.value("options"_L1).toArray());
    m_timeout->load(config.value("timeout_minutes"_L1));
    m_timeoutField->setHint(m_source.surroundings().isTeamServer
                                ? tr("The team server does not end the waiting, and does not go on after an answer.")
                                : QString());
    showOnTimeout(config.value("on_timeout"_L1).toString());
    const QJsonValue channels = config.contains("channels"_L1) ? config.value("channels"_L1) : config.value("channel"_L1);
    QStringList names;
    const QJsonArray list = channels.isArray() ? channels.toArray() : QJsonArray{channels};
    for (const QJsonValue &one : list)
        names.append(displayLine(one.isString() ? one.toString() : stepmembers::compactJson(one), 60));
    m_channels->say(channels.isUndefined() || channels.isNull() ? QString()
                                                                : tr("Channels (kept as they are): %1").arg(names.join(u", "_s)));
}

void HumanStepSection::showOnTimeout(const QString &word)
{
    if (m_onTimeout->findData(word) < knownWords)
        m_onTimeout->removeItem(knownWords); // one of another step
    if (!word.isEmpty() && m_onTimeout->findData(word) < 0)
        m_onTimeout->addItem(displayLine(word, 60), word);
    m_onTimeout->setCurrentIndex(m_onTimeout->findData(word));
    const bool isUnknown = m_onTimeout->currentIndex() >= knownWords;
    m_onTimeoutField->setProblem(isUnknown ? tr("Servers do not know this word. It is kept.") : QString());
}

} // namespace desk
