#pragma once

#include <QWidget>

namespace desk {

class Settings;

// How messages are written: which keys send them.
class ChatSection : public QWidget
{
    Q_OBJECT
public:
    explicit ChatSection(Settings &settings, QWidget *parent = nullptr);
};

} // namespace desk
