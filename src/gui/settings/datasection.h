#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class DataSection;
}

namespace desk {

class Dialogs;

// Where the local workspace keeps its data.
class DataSection : public QWidget
{
    Q_OBJECT
public:
    DataSection(const QString &dataDir, Dialogs &dialogs, QWidget *parent = nullptr);
    ~DataSection() override;

private:
    std::unique_ptr<Ui::DataSection> m_ui;
};

} // namespace desk
