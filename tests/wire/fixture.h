#pragma once

#include "wire/json/reader.h"

#include <QFile>
#include <QTest>

namespace fixture {

// The bytes of a file below tests/data. A missing one fails the test that asks for it.
inline QByteArray bytes(const QString &name)
{
    QFile file(QStringLiteral(DESK_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("fixture %s cannot be read", qPrintable(name));
    return file.readAll();
}

inline QJsonValue json(const QString &name)
{
    const desk::Result<QJsonValue> value = desk::wire::parseJson(bytes(name));
    if (!value)
        qFatal("fixture %s is not JSON: %s", qPrintable(name), qPrintable(value.error().detail));
    return *value;
}

} // namespace fixture
