#pragma once

#include <QObject>
#include <QString>

namespace desk {

// One key combination that works in the whole desktop. What it is, the person chooses in the desktop's own window.
class GlobalShortcut : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Unavailable, // this desktop has no way to ask for one
        Unbound,     // it may be asked for
        Asking,      // the desktop asks the person
        Bound
    };
    Q_ENUM(State)

    using QObject::QObject;

    virtual void bind() = 0; // asks the desktop; nothing while it is asked or unavailable
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &trigger() const { return m_trigger; } // for people, as the desktop names it; may be empty

Q_SIGNALS:
    void stateChanged();
    void activated();

protected:
    void setState(State state, const QString &trigger = {});

private:
    State m_state = State::Unavailable;
    QString m_trigger;
};

} // namespace desk
