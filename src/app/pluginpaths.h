#pragma once

namespace desk {

// Plugins of Qt come from where Qt is installed, whatever the environment or the current folder say (IPC-05): one that is loaded runs with
// everything this program may do. Before there is an application object.
void forgetForeignPlugins();

} // namespace desk
