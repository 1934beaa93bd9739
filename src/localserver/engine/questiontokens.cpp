#include "localserver/engine/questiontokens.h"
#include "localserver/engine/columnguess.h"
#include "localserver/engine/textutil.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

const char *wordsOf(Vocabulary vocabulary)
{
    switch (vocabulary) {
    case Vocabulary::Sum:
        return "sum total totals overall altogether combined summe gesamt insgesamt gesamte gesamter gesamten gesamtes summiert zusammen";
    case Vocabulary::Average:
        return "average averages avg mean durchschnitt durchschnittlich durchschnittliche durchschnittlicher durchschnittlichen "
               "durchschnittliches mittelwert mittlere mittlerer mittleren mittel schnitt";
    case Vocabulary::Maximum:
        return "max maximum maximal maximale maximaler maximalen";
    case Vocabulary::Minimum:
        return "min minimum minimal minimale minimaler minimalen";
    case Vocabulary::Most:
        return "most highest largest biggest best top greatest strongest leading hochste hochsten hochster hochstes grosste grossten "
               "grosster grosstes "
               "meisten meiste beste besten bester bestes starkste starksten starkster starkstes teuerste teuersten teuerster bestselling "
               "oldest alteste altesten expensive";
    case Vocabulary::Least:
        return "least lowest smallest fewest worst weakest cheapest wenigsten wenigste niedrigste niedrigsten niedrigster niedrigstes "
               "kleinste kleinsten "
               "kleinster kleinstes schlechteste schlechtesten schlechtester schwachste schwachsten schwachster billigste billigsten "
               "gunstigste gunstigsten geringste "
               "geringsten geringster youngest jungste jungsten";
    case Vocabulary::Count:
        return "count number anzahl zahl zahle wieviele counts";
    case Vocabulary::Many:
        return "many viele";
    case Vocabulary::Much:
        return "much viel wieviel";
    case Vocabulary::GroupBy:
        return "by per each every pro je nach jede jeder jedes jeden across grouped split gruppiert aufgeschlusselt";
    case Vocabulary::EachOne:
        return "per each every pro je jede jeder jedes jeden";
    case Vocabulary::Which:
        return "which what welche welcher welches welchen welchem";
    case Vocabulary::Rows:
        return "rows row records record entries entry lines line zeilen zeile eintrage eintrag datensatze datensatz";
    case Vocabulary::Columns:
        return "columns column fields field header headers schema structure spalten spalte felder spaltennamen struktur aufbau";
    case Vocabulary::Show:
        return "show list display print zeige zeig liste anzeigen auflisten nenne gib";
    case Vocabulary::Sold:
        return "sold sell sells selling verkauft verkauften verkaufte verkaufen verkaufts absatz abgesetzt topselling";
    case Vocabulary::Negation:
        return "without except excluding excl not ohne ausser nicht";
    case Vocabulary::More:
        return "over above exceeding greater more higher larger mehr uber grosser hoher";
    case Vocabulary::Less:
        return "under below fewer less lower smaller weniger unter kleiner niedriger";
    case Vocabulary::AtLeast:
        return "mindestens";
    case Vocabulary::AtMost:
        return "hochstens maximal";
    case Vocabulary::Filler:
        return "performed perform performs performing performance did made make makes generated generate generates brought bring brings "
               "achieved achieve earned earn "
               "earns got get gets reached reach year years jahr jahres data table file daten tabelle datei csv tsv value values wert "
               "werte amount compare compared comparison versus "
               "vs vergleiche vergleich vergleichen figure figures result results out different distinct unique verschiedene verschiedenen "
               "unterschiedliche exist "
               "exists come comes came hatte erzielt erzielte gemacht macht machte brachte gebracht exactly genau just only sorted sort "
               "ordered order sortiert descending ascending "
               "absteigend aufsteigend see want know like need mochte will break breakdown down ranking rank ranked lief liefen laufen "
               "went go goes per one ones thing things within during wahrend "
               "zwischen between available enthalten contained contains using use based hello hi hey hallo thanks thank danke business "
               "company firma und and kind given worth calculate "
               "compute berechne ermittle bestimme single einzelne einzelner einzelnen ever je lie liegt hoch high low gross big large "
               "klein small is equals equal gleich whole ganze ganzen full "
               "first entire month's please bitte sale";
    case Vocabulary::Unsupported:
        return "share shares percent percentage proportion anteil anteile prozent growth grow grew change changed trend correlation "
               "correlate median difference differ last previous recent next "
               "wachstum unterschied differenz letzte letzten letzter letztes vorige vorigen nachste nachsten forecast predict prognose "
               "why warum wieso weshalb ratio "
               "verhaltnis deviation variance varianz standardabweichung percentile today yesterday heute gestern second zweite zweitbeste "
               "zweithochste cumulative kumuliert";
    }
    return "";
}

QSet<QString> setOf(Vocabulary vocabulary)
{
    const QStringList words = QString::fromLatin1(wordsOf(vocabulary)).split(u' ', Qt::SkipEmptyParts);
    return {words.cbegin(), words.cend()};
}

QuestionToken tokenFrom(const QRegularExpressionMatch &match)
{
    QuestionToken token;
    token.raw = match.captured(0);
    if (match.hasCaptured(1)) {
        token.kind = QuestionToken::Kind::Quoted;
        token.raw = match.captured(1).mid(1).chopped(1);
        token.folded = foldedWords(token.raw).join(u' ');
    } else if (match.hasCaptured(2)) {
        token.kind = QuestionToken::Kind::Date;
        token.folded = parseDateCell(token.raw, DateOrder::DayFirst).value_or(QString());
    } else if (match.hasCaptured(3)) {
        token.kind = QuestionToken::Kind::Number;
        const bool germanDecimals = QRegularExpression(u"^\\d{1,3}(\\.\\d{3})+(,\\d+)?$|^\\d+,\\d{1,2}$"_s).match(token.raw).hasMatch();
        token.number = parseAmount(token.raw, germanDecimals ? DecimalStyle::Comma : DecimalStyle::Point).value_or(0);
        token.folded = token.raw;
    } else if (match.hasCaptured(4)) {
        token.kind = QuestionToken::Kind::Sign;
        token.folded = token.raw;
    } else {
        token.folded = fold(token.raw);
    }
    return token;
}

} // namespace

QuestionTokens tokenizeQuestion(const QString &question)
{
    static const QRegularExpression pattern(
        uR"(("[^"]{1,200}"|„[^“”"]{1,200}[“”"]|“[^”]{1,200}”|«[^»]{1,200}»|(?<![\p{L}\p{N}])'[^']{1,200}'(?![\p{L}\p{N}]))|(\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b)|((?<![\p{L}\p{N}])\d+(?:[.,]\d+)*(?![\p{L}\p{N}_]))|(>=|<=|<>|!=|>|<|=)|[\p{L}\p{N}_]+)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QuestionTokens out;
    auto matches = pattern.globalMatch(cleanText(question).left(2000));
    while (matches.hasNext() && out.size() < 300)
        out.append(tokenFrom(matches.next()));
    return out;
}

bool isIn(Vocabulary vocabulary, const QString &word)
{
    static const QHash<int, QSet<QString>> sets = [] {
        QHash<int, QSet<QString>> all;
        for (int i = 0; i <= static_cast<int>(Vocabulary::Unsupported); ++i)
            all.insert(i, setOf(static_cast<Vocabulary>(i)));
        return all;
    }();
    const auto found = sets.constFind(static_cast<int>(vocabulary));
    return found != sets.constEnd() && found->contains(word);
}

std::optional<int> smallNumber(const QString &word)
{
    static const QHash<QString, int> numbers{
        {u"one"_s, 1},   {u"two"_s, 2},   {u"three"_s, 3},  {u"four"_s, 4},    {u"five"_s, 5}, {u"six"_s, 6},   {u"seven"_s, 7},
        {u"eight"_s, 8}, {u"nine"_s, 9},  {u"ten"_s, 10},   {u"twelve"_s, 12}, {u"zwei"_s, 2}, {u"drei"_s, 3},  {u"vier"_s, 4},
        {u"funf"_s, 5},  {u"sechs"_s, 6}, {u"sieben"_s, 7}, {u"acht"_s, 8},    {u"neun"_s, 9}, {u"zehn"_s, 10}, {u"zwolf"_s, 12}};
    const auto found = numbers.constFind(word);
    return found == numbers.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace desk::server
