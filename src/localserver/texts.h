#pragma once

#include <QCoreApplication>

namespace desk::server {

// The translation context of every sentence the server says to people.
class LocalServer
{
    Q_DECLARE_TR_FUNCTIONS(desk::server::LocalServer)
};

} // namespace desk::server
