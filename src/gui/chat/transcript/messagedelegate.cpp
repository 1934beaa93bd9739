#include "gui/chat/transcript/messagedelegate.h"

#include "gui/chat/attachment/thumbnails.h"
#include "gui/chat/image/markdownpictures.h"
#include "gui/chat/transcript/turntexts.h"
#include "gui/text/textpage.h"
#include "gui/theme.h"
#include "state/models/transcriptmodel.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr qsizetype unitOfCost = 512; // characters
constexpr int mostCost = 10;          // so many rows of any length as a window shows are always kept

int costOf(const Message &message)
{
    return 1 + static_cast<int>(std::min<qsizetype>(message.content.size() / unitOfCost, mostCost - 1));
}

} // namespace

MessageDelegate::MessageDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_cache(cacheSize)
{
    setLook(QApplication::palette(), QApplication::font(), QApplication::layoutDirection());
}

void MessageDelegate::setLook(const QPalette &palette, const QFont &font, Qt::LayoutDirection direction)
{
    MarkdownStyle style = MarkdownStyle::from(palette, font);
    style.opensSources = true;
    style.wrapsCode = m_style.wrapsCode;
    style.numbersCode = m_style.numbersCode;
    m_style = style;
    m_font = font;
    m_direction = direction;
    m_cache.clear();
}

void MessageDelegate::setHasActions(bool has)
{
    m_hasActions = has;
    m_cache.clear();
}

void MessageDelegate::clear()
{
    m_cache.clear();
    m_expansions.clear();
    m_pictures.reset();
    m_pictureOrder.clear();
}

MessageItem &MessageDelegate::item(const QModelIndex &index, int width) const
{
    const QString key = index.data(TranscriptModel::IdRole).toString();
    Entry *entry = m_cache.object(key);
    if (entry == nullptr) {
        entry = new Entry{MessageItem(m_style, m_font), true};
        m_cache.insert(key, entry);
    }
    if (entry->changed) {
        entry->changed = false;
        const auto *model = static_cast<const TranscriptModel *>(index.model());
        const auto dayOf = [model](int row) { return model->messageAt(row).createdAt.toLocalTime().date(); };
        const QDate day = dayOf(index.row());
        pay(key, entry, costOf(model->messageAt(index.row())));
        entry->item.setNames(m_names);
        entry->item.setPictures(m_pictures);
        entry->item.setThumbnails(m_thumbnails);
        entry->item.setMessage(model->messageAt(index.row()), m_expansions.value(key));
        entry->item.setMarks(model->marksAt(index.row()), m_hasActions);
        entry->item.setDay(index.row() == 0 || dayOf(index.row() - 1) != day ? day : QDate());
    }
    entry->item.layout(width, m_direction);
    return entry->item;
}

// An answer grows while it streams in: by its length of then it would count as nothing. The newest in the cache, it stays.
void MessageDelegate::pay(const QString &key, Entry *entry, int cost) const
{
    if (std::exchange(entry->cost, cost) == cost)
        return;
    m_cache.take(key);
    m_cache.insert(key, entry, cost);
}

void MessageDelegate::markChanged(const QString &key)
{
    if (Entry *entry = m_cache.object(key))
        entry->changed = true;
}

void MessageDelegate::openSteps(const QString &key, bool open)
{
    m_expansions[key].steps = open;
    markChanged(key);
}

void MessageDelegate::openThoughts(const QString &key, bool open)
{
    m_expansions[key].thoughts = open;
    openSteps(key, true);
}

void MessageDelegate::toggleTool(const QString &key, int tool)
{
    MessageExpansion &expansion = m_expansions[key];
    if (!expansion.tools.remove(tool))
        expansion.tools.insert(tool);
    openSteps(key, true);
}

void MessageDelegate::togglePlan(const QString &key)
{
    MessageExpansion &expansion = m_expansions[key];
    expansion.planClosed = !expansion.planClosed;
    openSteps(key, true);
}

void MessageDelegate::setAgentNames(const QHash<QString, QString> &names)
{
    m_names = std::make_shared<const QHash<QString, QString>>(names);
    const auto keys = m_cache.keys();
    for (const QString &key : keys)
        markChanged(key);
}

std::function<QString(const Message &)> MessageDelegate::authors() const
{
    return [names = m_names](const Message &message) { return AnswerAuthor::of(message, names.get()).title(); };
}

void MessageDelegate::addPicture(const QString &source, const QImage &picture)
{
    constexpr qsizetype most = 24; // of up to 16 megapixels each
    auto pictures = std::make_shared<MarkdownPictures>(m_pictures ? *m_pictures : MarkdownPictures());
    pictures->shown.insert(source, picture);
    m_pictureOrder.removeOne(source);
    m_pictureOrder << source;
    while (m_pictureOrder.size() > most)
        pictures->shown.remove(m_pictureOrder.takeFirst());
    m_pictures = pictures;
    const auto keys = m_cache.keys();
    for (const QString &key : keys)
        markChanged(key);
}

void MessageDelegate::setThumbnails(Thumbnails *thumbnails)
{
    m_thumbnails = thumbnails;
    m_cache.clear();
}

void MessageDelegate::markFilesChanged(const FileId &file)
{
    const auto keys = m_cache.keys();
    for (const QString &key : keys) {
        const QList<StoredFile> files = m_cache.object(key)->item.message().attachments;
        if (std::any_of(files.cbegin(), files.cend(), [&file](const StoredFile &f) { return file.isEmpty() || f.id == file; }))
            markChanged(key);
    }
}

QImage MessageDelegate::picture(const QString &source) const
{
    return m_pictures ? m_pictures->shown.value(source) : QImage();
}

bool MessageDelegate::reveal(const QString &key, const FindHit &hit)
{
    MessageExpansion &expansion = m_expansions[key];
    const bool isStep = hit.field == FindHit::Field::Plan || hit.field == FindHit::Field::Thoughts || hit.field == FindHit::Field::Tool;
    bool changed = isStep && std::exchange(expansion.steps, true) != true;
    if (hit.field == FindHit::Field::Plan) {
        changed = std::exchange(expansion.planClosed, false) || changed;
    } else if (hit.field == FindHit::Field::Thoughts) {
        changed = std::exchange(expansion.thoughts, true) != true || changed;
    } else if (hit.field == FindHit::Field::Tool) {
        changed = changed || !expansion.tools.contains(hit.index);
        expansion.tools.insert(hit.index);
    }
    if (changed)
        markChanged(key);
    return changed;
}

void MessageDelegate::toggleWrap(const QString &key, qint64 block)
{
    QSet<qint64> &wraps = m_expansions[key].wraps;
    if (!wraps.remove(block))
        wraps.insert(block);
    markChanged(key);
}

bool MessageDelegate::setCodeLook(bool wraps, bool numbers)
{
    if (wraps == m_style.wrapsCode && numbers == m_style.numbersCode)
        return false;
    m_style.wrapsCode = wraps;
    m_style.numbersCode = numbers;
    m_cache.clear();
    return true;
}

void MessageDelegate::showMore(const QString &key)
{
    ++m_expansions[key].pages;
    markChanged(key);
}

// Only lengths are looked at: a hundred thousand rows must not cost a hundred milliseconds.
int MessageDelegate::estimatedHeight(const Message &message, int width) const
{
    const QFontMetrics metrics(m_font);
    const int unit = Theme::space(m_font);
    const int column = qMin(qMax(width - 6 * unit, 80), metrics.averageCharWidth() * MessageItem::measureCharacters);
    const qsizetype perLine = qMax(8, column / qMax(1, metrics.averageCharWidth()));
    const qsizetype lines = message.content.isEmpty() ? 0 : 1 + qMin(message.content.size(), pageCharacters) * 5 / (perLine * 4);
    qsizetype height = unit * 4 + metrics.height() * 2 + lines * metrics.lineSpacing() * 6 / 5;
    const bool hasSummary = hasSeveralSteps(message);
    const bool isClosed = hasSummary && message.state != MessageState::Streaming && !message.content.isEmpty();
    height += (hasSummary ? 1 : 0) * metrics.height() * 2;
    height += (isClosed ? 0 : message.toolCalls.size()) * metrics.height() * 9 / 4;
    height += (message.citations.isEmpty() ? 0 : 1) * metrics.height() * 2 + (message.attachments.isEmpty() ? 0 : 1) * metrics.height() * 2;
    const auto offered = [this](const StoredFile &file) { return m_thumbnails != nullptr && m_thumbnails->offers(file); };
    if (std::any_of(message.attachments.cbegin(), message.attachments.cend(), offered))
        height += MessageItem::thumbnailHeight(m_font) + unit;
    height += (message.plan && !isClosed ? message.plan->steps.size() + 2 : 0) * metrics.height() * 7 / 4;
    height += (message.routing ? 1 : 0) * metrics.height() * 2 + (message.thoughts.isEmpty() || isClosed ? 0 : 1) * metrics.height() * 2;
    return static_cast<int>(qMin<qsizetype>(height, 100'000'000));
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    MessageItem &row = item(index, option.rect.width());
    painter->save();
    painter->translate(option.rect.topLeft());
    painter->setLayoutDirection(option.direction);
    const QRect clip = painter->hasClipping() ? painter->clipBoundingRect().toAlignedRect() : QRect({}, option.rect.size());
    MessagePainter(*painter, m_look).paint(row, clip);
    painter->restore();
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.rect.width(), item(index, option.rect.width()).height()};
}

} // namespace desk
