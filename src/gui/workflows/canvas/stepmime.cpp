#include "gui/workflows/canvas/stepmime.h"

#include <QMimeData>

namespace desk::stepmime {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestKind = 64;
constexpr qsizetype largest = 4 * 1024 * 1024; // bytes of another program's clipboard

QString kindFormat()
{
    return u"application/x-agentdesk-step-kind"_s;
}

QString stepsFormat()
{
    return u"application/x-agentdesk-steps+json"_s;
}

} // namespace

QMimeData *ofKind(const QString &type)
{
    auto *data = new QMimeData;
    data->setData(kindFormat(), type.toUtf8());
    return data;
}

QString kindIn(const QMimeData *data)
{
    return data ? QString::fromUtf8(data->data(kindFormat())).left(longestKind) : QString();
}

QMimeData *ofSteps(const QByteArray &json)
{
    auto *data = new QMimeData;
    data->setData(stepsFormat(), json);
    data->setText(QString::fromUtf8(json));
    return data;
}

QByteArray stepsIn(const QMimeData *data)
{
    if (!data)
        return {};
    QByteArray json = data->data(stepsFormat());
    if (json.isEmpty() && data->hasText())
        json = data->text().left(largest).toUtf8();
    return json.size() <= largest ? json : QByteArray();
}

} // namespace desk::stepmime
