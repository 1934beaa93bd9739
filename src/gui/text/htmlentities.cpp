#include "gui/text/htmlentities.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The names people and models write; the full list of HTML has two thousand more that nobody does.
const QHash<QStringView, char16_t> &names()
{
    static const QHash<QStringView, char16_t> table{
        {u"amp", u'&'},     {u"lt", u'<'},      {u"gt", u'>'},      {u"quot", u'"'},     {u"apos", u'\''},    {u"nbsp", 0xA0},
        {u"copy", 0xA9},    {u"reg", 0xAE},     {u"trade", 0x2122}, {u"hellip", 0x2026}, {u"mdash", 0x2014},  {u"ndash", 0x2013},
        {u"lsquo", 0x2018}, {u"rsquo", 0x2019}, {u"ldquo", 0x201C}, {u"rdquo", 0x201D},  {u"laquo", 0xAB},    {u"raquo", 0xBB},
        {u"euro", 0x20AC},  {u"pound", 0xA3},   {u"yen", 0xA5},     {u"cent", 0xA2},     {u"sect", 0xA7},     {u"para", 0xB6},
        {u"deg", 0xB0},     {u"plusmn", 0xB1},  {u"times", 0xD7},   {u"divide", 0xF7},   {u"micro", 0xB5},    {u"middot", 0xB7},
        {u"bull", 0x2022},  {u"larr", 0x2190},  {u"rarr", 0x2192},  {u"uarr", 0x2191},   {u"darr", 0x2193},   {u"harr", 0x2194},
        {u"le", 0x2264},    {u"ge", 0x2265},    {u"ne", 0x2260},    {u"asymp", 0x2248},  {u"infin", 0x221E},  {u"sum", 0x2211},
        {u"radic", 0x221A}, {u"alpha", 0x3B1},  {u"beta", 0x3B2},   {u"gamma", 0x3B3},   {u"delta", 0x3B4},   {u"pi", 0x3C0},
        {u"sigma", 0x3C3},  {u"omega", 0x3C9},  {u"mu", 0x3BC},     {u"lambda", 0x3BB},  {u"auml", 0xE4},     {u"ouml", 0xF6},
        {u"uuml", 0xFC},    {u"Auml", 0xC4},    {u"Ouml", 0xD6},    {u"Uuml", 0xDC},     {u"szlig", 0xDF},    {u"eacute", 0xE9},
        {u"egrave", 0xE8},  {u"agrave", 0xE0},  {u"ccedil", 0xE7},  {u"ntilde", 0xF1},   {u"thinsp", 0x2009}, {u"ensp", 0x2002},
        {u"emsp", 0x2003},  {u"check", 0x2713}, {u"frac12", 0xBD},  {u"frac14", 0xBC},   {u"sup2", 0xB2},     {u"sup3", 0xB3}};
    return table;
}

} // namespace

QString decodeEntity(QStringView entity)
{
    const QStringView body = entity.mid(1).chopped(entity.endsWith(u';') ? 1 : 0);
    if (body.startsWith(u'#')) {
        const bool hex = body.size() > 1 && (body.at(1) == u'x' || body.at(1) == u'X');
        bool ok = false;
        const uint code = hex ? body.mid(2).toUInt(&ok, 16) : body.mid(1).toUInt(&ok, 10);
        const bool valid = ok && code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        return QStringView(QChar::fromUcs4(valid ? code : 0xFFFD)).toString();
    }
    const auto found = names().constFind(body);
    return found == names().cend() ? entity.toString() : QString(QChar(*found));
}

} // namespace desk
