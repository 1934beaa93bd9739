#pragma once

#include <QObject>
#include <QString>

namespace desk {

// Takes pictures of the screen, where the desktop lets a program ask for one. The person chooses in the desktop's own window what is on it.
class ScreenTaker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isAvailable() const = 0;
    [[nodiscard]] virtual bool isTaking() const = 0; // the desktop has not answered yet
    virtual void take() = 0;                         // taken() or refused() follows; nothing while one is being taken

Q_SIGNALS:
    void availableChanged();
    void taken(const QString &path); // a file on this computer
    void refused();                  // by the person or the desktop
};

} // namespace desk
