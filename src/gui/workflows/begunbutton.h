#pragma once

#include <QToolButton>

namespace desk {

class BegunDefinitions;

// The new workflows that were begun on this computer and never saved (D-60), to go on with; hidden while there are none.
class BegunButton : public QToolButton
{
    Q_OBJECT
public:
    explicit BegunButton(BegunDefinitions &begun, QWidget *parent = nullptr); // which outlives it

Q_SIGNALS:
    void chosen(const QString &draftId);

private:
    void update();

    BegunDefinitions &m_begun;
};

} // namespace desk
