#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>

namespace desk::server {

// One question to a person and its deadline, by the clock of the day: it holds over a restart and while the computer sleeps.
class PersonWait : public QObject
{
    Q_OBJECT
public:
    // asked: what `approval` of the execution says (contract of the local server): step_id, kind, notification, options, expires_at,
    // arguments_hash, and for the program of a tool what would be started.
    explicit PersonWait(QJsonObject asked, QObject *parent = nullptr);

    [[nodiscard]] const QJsonObject &asked() const { return m_asked; }
    [[nodiscard]] QString hash() const;
    [[nodiscard]] bool isProgram() const;
    [[nodiscard]] bool offers(const QString &option) const;
    [[nodiscard]] QString labelOf(const QString &option) const;
    [[nodiscard]] bool isLate() const;
    // Of a program: whether it is still what the person was shown. Said by the maker, which outlives the object.
    void setCheck(std::function<bool()> check) { m_check = std::move(check); }
    [[nodiscard]] bool isCurrent() const { return !m_check || m_check(); }
    // Nothing more comes from the clock.
    void stopClock() { m_clock.stop(); }
    void startClock();

Q_SIGNALS:
    void answered(const QJsonObject &word); // option_id, label, comment, answered_at
    void expired();

private:
    void look();

    QJsonObject m_asked;
    QDateTime m_deadline; // invalid: none
    QTimer m_clock;
    std::function<bool()> m_check;
};

} // namespace desk::server
