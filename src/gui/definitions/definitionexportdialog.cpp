#include "gui/definitions/definitionexportdialog.h"

#include "gui/definitions/definitionwords.h"
#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/plainlabel.h"
#include "state/inpool.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

DefinitionExportDialog::DefinitionExportDialog(DefinitionKind kind, const QList<FileDefinition> &definitions, Dialogs &dialogs,
                                               QWidget *parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_definitions(definitions)
    , m_dialogs(dialogs)
    , m_export(new DefinitionExport(this))
    , m_error(new ErrorBanner(this))
    , m_format(new QComboBox(this))
    , m_place(new QComboBox(this))
    , m_text(new PlainLabel(this))
    , m_omitted(new PlainLabel(this))
{
    setObjectName(u"definitionExportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(DefinitionWords::exportTitle(kind, static_cast<int>(definitions.size())));
    build();
    connect(m_export, &DefinitionExport::finished, this, &DefinitionExportDialog::onFinished);
    countSecrets();
}

void DefinitionExportDialog::build()
{
    m_format->setObjectName(u"exportFormat"_s);
    m_format->addItem(tr("YAML, for people and git"), static_cast<int>(DefinitionFormat::Yaml));
    m_format->addItem(tr("JSON"), static_cast<int>(DefinitionFormat::Json));
    m_place->setObjectName(u"exportPlace"_s);
    m_place->addItem(tr("One file"), false);
    m_place->addItem(tr("A folder with a file for each"), true);
    m_place->setCurrentIndex(m_definitions.size() > 1 ? 1 : 0);
    auto *form = new QFormLayout;
    form->addRow(tr("F&ormat"), m_format);
    form->addRow(tr("&Into"), m_place);
    m_format->setAccessibleName(tr("Format"));
    m_place->setAccessibleName(tr("Into one file or a folder"));
    m_text->setObjectName(u"exportText"_s);
    m_omitted->setObjectName(u"exportOmitted"_s);
    for (QLabel *label : {m_text, m_omitted})
        label->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setObjectName(u"exportClose"_s);
    m_begin = buttons->addButton(tr("&Export…"), QDialogButtonBox::ActionRole);
    m_begin->setObjectName(u"exportBegin"_s);
    m_begin->setDefault(true);
    m_begin->setEnabled(!m_definitions.isEmpty());
    if (m_definitions.isEmpty())
        m_text->setText(tr("There is nothing to export."));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::space(this));
    column->addWidget(m_error);
    column->addLayout(form);
    column->addWidget(m_omitted);
    column->addWidget(m_text);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(m_begin, &QPushButton::clicked, this, &DefinitionExportDialog::choosePlace);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(Theme::space(this, 72), Theme::space(this, 40));
}

// Before anything is written: what will not be in it.
void DefinitionExportDialog::countSecrets()
{
    const QString always = tr("Left out: what belongs to this server alone (ids, version numbers, times, authors).");
    m_omitted->setText(always);
    const auto find = [definitions = m_definitions] {
        QList<OmittedSecret> omitted;
        for (const FileDefinition &definition : definitions) {
            const QJsonObject checked = withoutSecrets(definition.json, omitted);
            Q_UNUSED(checked)
        }
        return omitted;
    };
    runInPool(find, this, [this, always](const QList<OmittedSecret> &omitted) {
        if (!omitted.isEmpty())
            m_omitted->setText(always + u'\n' +
                               tr("%n secret(s) are left out, too, and have to be entered anew after an import.", nullptr,
                                  static_cast<int>(omitted.size())));
    });
}

DefinitionFormat DefinitionExportDialog::format() const
{
    return static_cast<DefinitionFormat>(m_format->currentData().toInt());
}

QString DefinitionExportDialog::suggestedName() const
{
    if (m_definitions.size() == 1)
        return DefinitionFolder::fileNames(m_definitions, format()).constFirst();
    return DefinitionWords::fileName(m_kind) + (format() == DefinitionFormat::Json ? u".json"_s : u".yaml"_s);
}

void DefinitionExportDialog::choosePlace()
{
    const QPointer self(this);
    if (m_place->currentData().toBool())
        m_dialogs.chooseFolder(this, tr("Folder for the files"), [self](const QString &path) {
            if (self)
                self->begin(path, false);
        });
    else
        m_dialogs.saveFile(this, tr("Export as"), suggestedName(), [self](const QString &path) {
            if (self)
                self->begin(path, true);
        });
}

// isAsked: who chose it was told of a file of this name.
void DefinitionExportDialog::begin(const QString &path, bool isAsked)
{
    const bool isFolder = m_place->currentData().toBool();
    const bool lacksEnding = !isFolder && QFileInfo(path).suffix().isEmpty();
    const QString ending = format() == DefinitionFormat::Json ? u".json"_s : u".yaml"_s;
    start({m_definitions, format(), lacksEnding ? path + ending : path, isFolder, isAsked && !lacksEnding});
}

void DefinitionExportDialog::start(const DefinitionExport::Request &request)
{
    m_error->clear();
    m_text->setText(tr("Writing…"));
    m_begin->setEnabled(false);
    m_request = request;
    m_export->start(request);
}

void DefinitionExportDialog::onFinished(const DefinitionExport::Outcome &outcome)
{
    m_begin->setEnabled(true);
    m_text->clear();
    if (!outcome.inTheWay.isEmpty())
        askToReplace(outcome);
    else if (outcome.error)
        m_error->showError(*outcome.error);
    else
        tellResult(outcome);
}

void DefinitionExportDialog::askToReplace(const DefinitionExport::Outcome &outcome)
{
    constexpr qsizetype most = 10;
    QStringList names;
    for (const QString &name : outcome.inTheWay.mid(0, most))
        names.append(displayLine(name));
    if (const auto more = static_cast<int>(outcome.inTheWay.size() - names.size()); more > 0)
        names.append(tr("%n more", nullptr, more));
    m_text->setText(tr("Nothing was written."));
    m_dialogs.confirm(this, tr("Replace %n file(s)?", nullptr, static_cast<int>(outcome.inTheWay.size())),
                      tr("They are there already and say something else:\n%1").arg(names.join(u'\n')), tr("Replace"),
                      [self = QPointer(this)] {
                          if (!self)
                              return;
                          DefinitionExport::Request again = self->m_request;
                          again.replaces = true;
                          self->start(again);
                      });
}

void DefinitionExportDialog::tellResult(const DefinitionExport::Outcome &outcome)
{
    QStringList lines;
    const QString place = displayLine(QDir::toNativeSeparators(m_request.path));
    lines.append(tr("%n file(s) written: %1", nullptr, static_cast<int>(outcome.written.size())).arg(place));
    if (!outcome.unchanged.isEmpty())
        lines.append(tr("%n file(s) said the same already.", nullptr, static_cast<int>(outcome.unchanged.size())));
    if (!outcome.omitted.isEmpty())
        lines.append(tr("%n secret(s) left out: ${NAME} stands in their place.", nullptr, static_cast<int>(outcome.omitted.size())));
    m_text->setText(lines.join(u'\n'));
    m_close->setFocus();
    if (outcome.faults.isEmpty())
        return;
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = DefinitionWords::notExported(m_kind, static_cast<int>(outcome.faults.size()));
    QStringList details;
    for (const DefinitionFolder::Fault &fault : outcome.faults)
        details.append(tr("%1: %2", "file: why").arg(fault.file, fault.error.message));
    error.detail = details.join(u'\n');
    m_error->showError(error);
}

} // namespace desk
