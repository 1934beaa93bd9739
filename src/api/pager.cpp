#include "api/pager.h"

#include "api/replyerror.h"

#include <QCoreApplication>

#include <utility>

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::Errors)
};

Error endless(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.message = message;
    error.nextStep = Texts::tr("Tell the server's operators.");
    return error;
}

} // namespace

void PagerBase::abort()
{
    if (m_done)
        return;
    stop();
    m_done = false;
    takeError(errorForAbort(AbortReason::User, {}));
}

void PagerBase::stop()
{
    m_done = true; // so that the end of the call is not taken for an error
    cancelCall();
}

std::optional<Error> PagerBase::countPage(bool broughtNews)
{
    m_barren = broughtNews ? 0 : m_barren + 1;
    if (m_barren >= maxBarren)
        return endless(Texts::tr("The server repeats the same part of the list again and again."));
    if (++m_pages >= maxPages)
        return endless(Texts::tr("The list has no end."));
    return std::nullopt;
}

void PagerBase::deliver()
{
    if (std::exchange(m_done, true))
        return;
    Q_EMIT finished(QPrivateSignal());
    deleteLater();
}

} // namespace desk
