#pragma once

#include <QWidget>

class QVBoxLayout;

namespace desk {

class ProfileStore;
class Settings;
class SpellChecker;
class Workspace;

// How messages are written and shown: which keys send them, how code in them looks, what is looked at before, the language of the
// spelling.
class ChatSection : public QWidget
{
    Q_OBJECT
public:
    explicit ChatSection(Settings &settings, QWidget *parent = nullptr);

    void addSpelling(SpellChecker &spelling);
    void addGuard(ProfileStore &profiles, const Workspace &workspace);

private:
    void addCode();
    void addHeading(const QString &text);

    Settings &m_settings;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace desk
