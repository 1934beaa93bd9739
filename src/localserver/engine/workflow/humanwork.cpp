#include "localserver/engine/workflow/humanwork.h"

#include "localserver/engine/workflow/askedwords.h"
#include "localserver/store/values.h"
#include "localserver/texts.h"
#include "wire/json/reader.h"

using namespace Qt::StringLiterals;

namespace desk::server {

HumanWork::HumanWork(WorkflowHost &host, StepPlace place, StepExecutionId id, QJsonObject asked, QObject *parent)
    : StepWork(parent)
    , m_host(host)
    , m_place(std::move(place))
    , m_id(std::move(id))
    , m_asked(std::move(asked))
{
}

HumanWork::~HumanWork()
{
    if (m_wait)
        m_host.takeBack(*m_wait);
}

void HumanWork::start()
{
    // A word that was given, and the server ended before it went on.
    if (const QJsonObject word = m_host.journal().answerAt(m_place.key); !word.isEmpty() && m_asked.isEmpty())
        return onWord(word);
    m_wait = std::make_unique<PersonWait>(m_asked.isEmpty() ? askedByHuman(m_place.step, m_place.context, m_id.value()) : m_asked);
    connect(m_wait.get(), &PersonWait::answered, this, &HumanWork::onWord);
    connect(m_wait.get(), &PersonWait::expired, this, &HumanWork::onExpired);
    m_host.ask(m_id, *m_wait);
}

void HumanWork::onWord(QJsonObject word)
{
    if (m_wait)
        m_host.takeBack(*m_wait);
    word.insert("status"_L1, u"answered"_s);
    StepOutcome outcome;
    outcome.output = word;
    finishLater(outcome);
}

void HumanWork::onExpired()
{
    m_host.takeBack(*m_wait);
    const QString then = m_wait->asked().value("on_timeout"_L1).toString();
    StepOutcome outcome;
    if (then == "fail"_L1) {
        outcome.error = LocalServer::tr("Nobody answered in time.");
        outcome.errorType = u"approval_expired"_s;
    } else if (then == "skip"_L1) {
        outcome.isSkipped = true;
    } else {
        outcome.output = QJsonObject{{"status"_L1, u"timed_out"_s},
                                     {"option_id"_L1, QJsonValue()},
                                     {"label"_L1, QJsonValue()},
                                     {"comment"_L1, QJsonValue()},
                                     {"answered_at"_L1, wire::formatTime(now())}};
    }
    finishLater(outcome);
}

} // namespace desk::server
