#include "gui/settings/datasection.h"

#include "gui/dialogs.h"
#include "ui_datasection.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>

namespace desk {

DataSection::DataSection(const QString &dataDir, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DataSection>())
{
    m_ui->setupUi(this);
    m_ui->folderEdit->setText(QDir::toNativeSeparators(dataDir));
    connect(m_ui->openFolderButton, &QPushButton::clicked, this, [dataDir, &dialogs] { dialogs.openUrl(QUrl::fromLocalFile(dataDir)); });
    connect(m_ui->copyPathButton, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_ui->folderEdit->text()); });
}

DataSection::~DataSection() = default;

} // namespace desk
