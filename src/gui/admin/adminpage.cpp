#include "gui/admin/adminpage.h"

#include "gui/theme.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/factview.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/plainlabel.h"
#include "state/adminstore.h"
#include "state/workspace.h"

#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString number(const std::optional<qint64> &value)
{
    return value ? QLocale().toString(*value) : QString();
}

QString dollars(const std::optional<double> &value)
{
    return value ? AdminPage::tr("%1 US$", "an amount of money").arg(QLocale().toString(*value, 'f', 2)) : QString();
}

QString milliseconds(const std::optional<double> &value)
{
    return value ? AdminPage::tr("%1 ms", "a duration").arg(QLocale().toString(*value, 'f', 0)) : QString();
}

} // namespace

AdminPage::AdminPage(AdminStore &store, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_workspace(workspace)
    , m_banner(new ErrorBanner(this))
    , m_facts(new FactView(this))
    , m_modelsTitle(new PlainLabel(tr("Most used models, last %n day(s)", nullptr, AdminStore::days), this))
    , m_models(new QTableWidget(this))
{
    setObjectName(u"adminPage"_s);
    m_modelsTitle->setFont(Theme::heading(font()));
    m_models->setObjectName(u"adminModels"_s);
    m_models->setAccessibleName(tr("Most used models"));
    m_models->setColumnCount(6);
    m_models->setHorizontalHeaderLabels({tr("Model"), tr("Requests"), tr("Tokens in"), tr("Tokens out"), tr("Cost"), tr("Average time")});
    m_models->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_models->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_models->setShowGrid(false);
    m_models->setTabKeyNavigation(false);
    m_models->verticalHeader()->hide();
    m_models->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_models->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_models->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const int gap = Theme::space(this, 2);
    auto *content = new QWidget(this);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(gap);
    inner->addWidget(m_facts);
    inner->addWidget(m_modelsTitle);
    inner->addWidget(m_models, 1);
    const ContentStack::EmptyText none{u"runs"_s, tr("No figures"), tr("The server tells nothing of its use.")};
    m_stack = new ContentStack(workspace, content, none, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap * 3 / 4);
    column->addWidget(new PageHeader(tr("Use of the server"), {}, this));
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    connect(&m_store, &AdminStore::changed, this, &AdminPage::fill);
    connect(&m_store, &AdminStore::changed, m_banner, &ErrorBanner::clear);
    connect(&m_store, &AdminStore::loadingChanged, this, &AdminPage::updateStatus);
    connect(&m_store, &AdminStore::failed, this, &AdminPage::showFailure);
    connect(m_stack, &ContentStack::retryRequested, this, &AdminPage::refresh);
    fill();
}

void AdminPage::refresh()
{
    m_store.refresh();
}

void AdminPage::focusContent()
{
    m_models->setFocus(Qt::OtherFocusReason);
}

void AdminPage::fill()
{
    const SystemStatistics &system = m_store.system();
    const UsageStatistics &usage = m_store.usage();
    m_facts->setFact(tr("Active people"), number(system.activeUsers));
    m_facts->setFact(tr("Agents"), number(system.agents));
    m_facts->setFact(tr("Conversations"), number(system.conversations));
    m_facts->setFact(tr("Workflows"), number(system.workflows));
    m_facts->setFact(tr("Runs of workflows"), number(system.workflowExecutions));
    m_facts->setFact(tr("Tokens today"), number(usage.tokensToday));
    m_facts->setFact(tr("Requests"), number(usage.totalRequests));
    m_facts->setFact(tr("Tool calls"), number(usage.totalToolCalls));
    m_facts->setFact(tr("Cost"), dollars(usage.totalSpend));
    fillModels();
    updateStatus();
}

void AdminPage::fillModels()
{
    const QList<ModelUsage> &models = m_store.usage().models;
    m_models->setRowCount(static_cast<int>(models.size()));
    for (int row = 0; row < models.size(); ++row) {
        const ModelUsage &model = models.at(row);
        const std::array<QString, 6> cells{model.model,
                                           number(model.requests),
                                           number(model.inputTokens),
                                           number(model.outputTokens),
                                           dollars(model.spend),
                                           milliseconds(model.averageLatencyMs)};
        for (int column = 0; column < static_cast<int>(cells.size()); ++column) {
            auto *item = new QTableWidgetItem(cells.at(static_cast<size_t>(column)));
            item->setToolTip(Qt::convertFromPlainText(item->text()));
            if (column > 0)
                item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
            m_models->setItem(row, column, item);
        }
    }
    m_modelsTitle->setVisible(!models.isEmpty());
    m_models->setVisible(!models.isEmpty());
}

void AdminPage::updateStatus()
{
    m_stack->setStatus({m_store.isLoading(), m_store.isLoaded(), !m_store.isLoaded()});
}

void AdminPage::showFailure(const Error &error)
{
    updateStatus();
    if (error.kind != Error::Kind::Unauthorized || !m_workspace.asksForSignIn()) // else the window says so
        m_banner->showError(error, tr("Try again"), [this] { refresh(); });
}

} // namespace desk
