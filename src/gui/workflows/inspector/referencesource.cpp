#include "gui/workflows/inspector/referencesource.h"

#include "gui/text/textlimiter.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "state/workflows/workflowgraph.h"
#include "wire/workflow/workflowreference.h"

#include <QRegularExpression>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPreview = 80;

bool isName(const QString &name)
{
    static const QRegularExpression out(u"\\A[A-Za-z0-9_]+\\z"_s);
    return out.match(name).hasMatch();
}

QString shown(const QJsonValue &value)
{
    const bool isLarge = value.isObject() && value.toObject().size() > 50;
    const QString text = value.isString() ? value.toString() : isLarge ? u"{…}"_s : stepmembers::compactJson(value);
    return displayLine(text.left(longestPreview * 2), longestPreview);
}

} // namespace

ReferenceSource::ReferenceSource(const WorkflowGraph &graph)
    : m_graph(graph)
{
}

QStringList ReferenceSource::variables() const
{
    QStringList out;
    for (NodeId up = m_graph.container(m_node); up != NodeId::Root; up = m_graph.container(up)) {
        if (m_graph.type(up) != "loop"_L1)
            continue;
        const QString name = stepmembers::at(m_graph.ownStep(up), {u"loop_config"_s, u"item_variable"_s}).toString(u"item"_s);
        for (const QString &one : {name, u"loop_index"_s, u"loop_count"_s}) {
            if (isName(one) && !out.contains(one))
                out.append(one);
        }
    }
    return out;
}

bool ReferenceSource::isKnownRoot(const QString &name) const
{
    return name == "input"_L1 || name == "workflow"_L1 || variables().contains(name) || m_graph.nodeOfStepId(name) != NodeId::Root;
}

QString ReferenceSource::previewOf(const QString &reference) const
{
    const QStringList path = reference.sliced(2).split(u'.');
    const QJsonValue value = stepmembers::at(m_known.lastRun, path);
    if (!value.isUndefined())
        return shown(value);
    if (path.size() > 1)
        return {};
    if (path.constFirst() == "input"_L1)
        return tr("What the workflow is given");
    if (path.constFirst() == "workflow"_L1)
        return tr("The workflow itself");
    const NodeId node = m_graph.nodeOfStepId(path.constFirst());
    return node == NodeId::Root ? tr("Of the loop") : displayLine(m_graph.title(node), longestPreview);
}

// Nearest first: what ran just before is what one mostly asks for.
QList<ReferenceOffer> ReferenceSource::roots() const
{
    QStringList names = variables();
    for (NodeId at = m_node; at != NodeId::Root; at = m_graph.container(at)) {
        const QList<NodeId> around = m_graph.children(m_graph.container(at));
        for (int i = m_graph.index(at) - 1; i >= 0 && names.size() < mostOffers; --i) {
            if (const QString id = m_graph.stepId(around.at(i)); isName(id))
                names.append(id);
        }
    }
    names << u"input"_s << u"workflow"_s;
    names.removeDuplicates();
    QList<ReferenceOffer> out;
    for (const QString &name : std::as_const(names))
        out.append({u"$."_s + name, previewOf(u"$."_s + name)});
    return out;
}

// What is known of an output before there is one.
QStringList ReferenceSource::namesIn(const QString &root) const
{
    if (root == "workflow"_L1)
        return {u"id"_s, u"name"_s};
    if (root == "input"_L1)
        return stepmembers::at(m_graph.fields(), {u"input_schema"_s, u"properties"_s}).toObject().keys();
    const NodeId node = m_graph.nodeOfStepId(root);
    const QString type = m_graph.type(node);
    if (type == "agent"_L1)
        return {u"result"_s, u"content"_s};
    if (type == "condition"_L1)
        return {u"condition_result"_s, u"next_step"_s};
    if (type == "human"_L1)
        return m_known.isTeamServer ? QStringList{u"status"_s, u"notification"_s}
                                    : QStringList{u"status"_s, u"option_id"_s, u"label"_s, u"comment"_s, u"answered_at"_s};
    const QString name = m_graph.ownStep(node).value("tool"_L1).toString();
    const auto tool = std::find_if(m_known.tools.begin(), m_known.tools.end(), [&](const Tool &one) { return one.name == name; });
    if (type != "tool"_L1 || tool == m_known.tools.end())
        return {};
    return stepmembers::at(tool->schema, {u"output"_s, u"properties"_s}).toObject().keys();
}

QList<ReferenceOffer> ReferenceSource::members(const QString &before) const
{
    const QStringList path = before.sliced(2).split(u'.');
    QStringList names = stepmembers::at(m_known.lastRun, path).toObject().keys();
    if (path.size() == 1)
        names += namesIn(path.constFirst());
    names.removeDuplicates();
    QList<ReferenceOffer> out;
    for (const QString &name : std::as_const(names)) {
        const QString text = before + u'.' + name;
        if (isName(name) && out.size() < mostOffers)
            out.append({text, previewOf(text)});
    }
    return out;
}

QList<ReferenceOffer> ReferenceSource::offers(const QString &written) const
{
    if (!written.startsWith("$."_L1))
        return {};
    const qsizetype dot = written.lastIndexOf(u'.');
    QList<ReferenceOffer> out = dot < 2 ? roots() : members(written.first(dot));
    out.removeIf([&written](const ReferenceOffer &offer) { return !offer.text.startsWith(written, Qt::CaseInsensitive); });
    return out;
}

QList<ReferenceMark> ReferenceSource::unresolved(const QString &text) const
{
    constexpr qsizetype most = 500;
    QList<ReferenceMark> out;
    const QList<wire::WorkflowReference> found = wire::referencesIn(text);
    for (const wire::WorkflowReference &one : found) {
        if (!isKnownRoot(one.path.constFirst()) && out.size() < most)
            out.append({one.position, one.text.size()});
    }
    return out;
}

QString ReferenceSource::problem(const QString &text) const
{
    const QList<ReferenceMark> marks = unresolved(text);
    if (marks.isEmpty())
        return {};
    const QString first = text.sliced(marks.constFirst().position, marks.constFirst().length);
    return tr("%1 refers to nothing: no step has this id.", "a reference").arg(displayLine(first, longestPreview));
}

QString ReferenceSource::remark(const QString &text) const
{
    if (!wire::isWholeReference(text))
        return {};
    const QJsonValue value = wire::resolved(text.sliced(2).split(u'.'), m_known.lastRun);
    return value.isUndefined() ? QString() : tr("In the last run: %1").arg(shown(value));
}

} // namespace desk
