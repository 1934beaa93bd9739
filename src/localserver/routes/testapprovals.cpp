#include "localserver/routes/testapprovals.h"

#include "localserver/engine/programapproval.h"

#include <QUuid>

#include <algorithm>

namespace desk::server {

TestApprovals::TestApprovals(int validMs)
    : m_validMs(validMs)
{
}

QString TestApprovals::hashOf(const QString &nonce, const CustomTool &tool, const QJsonObject &input)
{
    return approvalHash({RunId(nonce), 0, {}, tool, input});
}

QString TestApprovals::ask(const CustomTool &tool, const QJsonObject &input)
{
    const QString nonce = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_open.append({hashOf(nonce, tool, input), nonce, QDateTime::currentDateTimeUtc()});
    if (m_open.size() > mostOpen)
        m_open.removeFirst();
    return m_open.constLast().hash;
}

// By the clock of the day: a timer would stand still while the computer sleeps. One that was set back ends it as well.
bool TestApprovals::take(const QString &hash, const CustomTool &tool, const QJsonObject &input)
{
    const auto isIt = [&hash](const Question &question) { return question.hash == hash; };
    const auto found = std::find_if(m_open.cbegin(), m_open.cend(), isIt);
    if (found == m_open.cend())
        return false;
    const Question question = *found;
    m_open.erase(found);
    const qint64 age = question.askedAt.msecsTo(QDateTime::currentDateTimeUtc());
    return age >= 0 && age < m_validMs && hashOf(question.nonce, tool, input) == hash;
}

} // namespace desk::server
